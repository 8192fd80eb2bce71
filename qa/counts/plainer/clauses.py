"""Takes a question about authorities of which two things hold apart into two questions of one each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qa.question.grades.words import GRADES

_NOUN = r"(?:councils|local authorities|authorities|boroughs|las)"
_HEAD = re.compile(
    rf"^(?P<head>(?:how many|which|what number of|list|name|show(?: me)?)\b[^,?]{{0,60}}?\b{_NOUN}"
    r"(?: (?:in|outside|outside of) (?:the )?(?-i:[A-Z])[\w-]*(?: (?:and |of |the )?(?-i:[A-Z])[\w-]*)*)?)"
    r" (?P<rest>.+?)[?.\s]*$",
    re.I,
)
_RELATIVE = re.compile(r"(?:with|without|that|which|who|whose|having)\b", re.I)
_VERB = r"(?:have|has|had|are|is|were|was|went|got|improved|fell|declined|became|never)"
_MAIN = re.compile(
    rf"(?<!\band)(?<!\bbut)(?<!\bthat)(?<!\bwhich)(?<!\bwho)(?<!\bnever)(?<!\bnot)(?<!\bor),? (?={_VERB}\b)", re.I
)
_AND = re.compile(rf",? (?:and|but)(?: (?:that|which|who))? (?={_VERB}\b)", re.I)
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_WHEN = re.compile(
    rf"{_YEAR.pattern}|\b(?:latest|newest|most recent|current(?:ly)?|now|today|still|never|ever)\b", re.I
)
_GRADE = re.compile(rf"\b{GRADES}\b", re.I)


@dataclass(frozen=True)
class Clauses:
    """Two questions that together ask what one asks: the authorities of which both hold."""

    first: str
    second: str


def clauses_of(text: str) -> Iterator[Clauses]:
    """The ways in which a question may be taken apart, without those by which a time may be of either part or of both."""
    match = _HEAD.match(text)
    if not match or _DIGIT.search(match["head"]):
        return
    head, rest = match["head"], match["rest"]
    if _RELATIVE.match(rest):
        for at in _MAIN.finditer(rest):
            yield Clauses(f"{head} {rest[: at.start()]}?", f"{head} {rest[at.end() :]}?")
    for at in _AND.finditer(rest):
        first, second = rest[: at.start()], rest[at.end() :]
        graded = bool(_GRADE.search(first) and _GRADE.search(second))
        told = {bool((_WHEN if graded else _YEAR).search(clause)) for clause in (first, second)}
        if told == {True} or (told == {False} and not graded):
            yield Clauses(f"{head} {first}?", f"{head} {second}?")
