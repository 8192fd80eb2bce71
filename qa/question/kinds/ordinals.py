"""Ordinals before a document's name: "the latest Devon report", "its last two inspections", "Kent's third monitoring visit"."""

import re
from dataclasses import dataclass

from qa.question.scope import Pick
from qa.question.spans import Span

PLACE = "\2"  # stands for each letter of a place's name, so that it may stand between an ordinal and its document
_NUMBERS = {word: number for number, word in enumerate("two three four five six seven eight nine ten".split(), 2)}
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
_COUNT = rf"(?:{'|'.join(_NUMBERS)}|couple of|[2-9]|1\d)"
_NEWEST = r"(?:latest|newest|last|most recent(?:ly published)?|current|final)"
_OLDEST = r"(?:first|earliest|oldest)"
_PREVIOUS = r"previous|preceding|penultimate|last[ -]but[ -]one|next[ -]to[ -]last"
_NTH = rf"{'|'.join(_ORDINALS[1:])}|[2-9](?:nd|rd|th)|1\dth"
_DETERMINER = rf"(?:(?:the|its|their|our|your|this|that|these|those|an?|{PLACE}+(?: [a-z]+)?(?:['’]s?)?)\s+)?"
_BETWEEN = (
    r"(?:(?:ofsted(?:['’]s)?|published|official|children['’]s services|local authority|council(?:['’]s)?|annual|formal"
    rf"|{PLACE}+(?: (?:(?:county|city|borough) )?council)?(?:['’]s?)?|(?:19|20)\d\d)\s+)*"
)
_ORDINAL = re.compile(
    rf"(?<!\w)(?:(?P<but>(?:all|every(?:thing)?|any(?:thing)?)(?: \w+)? (?:but|except|bar|save)(?: for)?) )?{_DETERMINER}(?:very )?"
    rf"(?:(?P<back>{_ORDINALS[1]}|{_ORDINALS[2]}|{_ORDINALS[3]})[ -](?:to[ -])?(?P<from>latest|newest|last|most recent)"
    rf"|{_NEWEST} (?P<many>{_COUNT})|(?P<more>{_COUNT}) {_NEWEST}|(?P<one>{_NEWEST})"
    rf"|(?P<first_many>{_OLDEST} (?P<first_count>{_COUNT})|(?P<first_more>{_COUNT}) {_OLDEST})|(?P<first>{_OLDEST}|original|initial)"
    rf"|(?P<previous>{_PREVIOUS})|(?P<nth>{_NTH})|(?P<earlier>earlier|older))[\s-]+{_BETWEEN}$",
    re.I,
)
_BEFORE_LAST = re.compile(r"\s+(?:before (?:the )?(?:last|latest)(?: one)?|but one)\b", re.I)


@dataclass(frozen=True)
class Ordinal:
    """Which documents an ordinal means, and where its words begin and, if some follow the document's name, end."""

    pick: Pick
    start: int
    end: int | None = None


def find_ordinal(text: str, noun: Span) -> Ordinal | None:
    """Find the ordinal of the document that a span names.

    Args:
        text: the question, with every letter of a place's name as `PLACE`.
    """
    after = _BEFORE_LAST.match(text, noun[1])
    words = _ORDINAL.search(text, 0, noun[0])
    if after:
        return Ordinal(Pick(skip=1), words.start() if words else _start(text, noun[0]), after.end())
    if not words:
        return None
    plural = is_plural(text[slice(*noun)])
    pick = _pick(words, plural)
    if pick and words["but"]:
        pick = None if pick.skip else Pick(None, pick.count or 1, pick.oldest)
    return Ordinal(pick, words.start()) if pick else None


def is_plural(noun: str) -> bool:
    """True if a document's name means several; the minutes of a meeting are one paper."""
    return re.search(r"(?<!ilac)(?<!minute)(?<!new)s$", noun, re.I) is not None


def _start(text: str, start: int) -> int:
    """Where the article before a name begins."""
    article = re.search(r"\b(?:the|its|their|our)\s+$", text[:start], re.I)
    return article.start() if article else start


def _pick(words: re.Match[str], plural: bool) -> Pick | None:
    if words["back"]:
        return Pick(skip=_ORDINALS.index(words["back"].lower()))
    if count := words["many"] or words["more"]:
        return Pick(_number(count))
    if words["one"]:
        return Pick()
    if words["first_many"]:
        return Pick(_number(words["first_count"] or words["first_more"]), oldest=True)
    if words["first"]:
        return Pick(oldest=True)
    if words["nth"]:
        return Pick(skip=_nth(words["nth"]) - 1, oldest=True)
    if words["previous"]:
        return Pick(None, 1) if plural else Pick(skip=1)
    return Pick(None, 1) if plural else None


def _number(words: str) -> int:
    words = words.lower()
    return _NUMBERS.get(words) or (2 if words.startswith("couple") else int(words))


def _nth(words: str) -> int:
    words = words.lower()
    return _ORDINALS.index(words) + 1 if words in _ORDINALS else int(words[:-2])
