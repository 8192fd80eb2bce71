"""What a question counts: the first noun behind the words that ask for a number, and what its other nouns are to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from ingest import Kind
from qa.counts.asking.asked import By, Subject
from qa.counts.asking.words import Token, Tokens, Word
from qa.question import Scope
from qa.question.vocabulary import FULL_INSPECTIONS, INSPECTIONS, VISITS

_OPENING = (Word.HOW_MANY, Word.SHARE, Word.LIST, Word.MOST, Word.FEWEST, Word.WHICH)
_SUBJECTS = {
    Word.AUTHORITIES: Subject.AUTHORITIES,
    Word.INSPECTIONS: Subject.INSPECTIONS,
    Word.SERVICES_INSPECTIONS: Subject.INSPECTIONS,
    Word.VISITS: Subject.VISITS,
    Word.REPORTS: Subject.INSPECTIONS,
    Word.LETTERS: Subject.VISITS,
    Word.DOCUMENTS: Subject.DOCUMENTS,
    Word.GRADE_NOUN: Subject.INSPECTIONS,
    Word.BY_GRADE: Subject.INSPECTIONS,
    Word.TOPIC_NOUN: Subject.VISITS,
    Word.OUTCOME_NOUN: Subject.INSPECTIONS,
}
DIMENSIONS = {
    Word.BY_REGION: By.REGION,
    Word.BY_YEAR: By.YEAR,
    Word.BY_GRADE: By.GRADE,
    Word.BY_KIND: By.KIND,
    Word.BY_TOPIC: By.TOPIC,
    Word.BY_OUTCOME: By.OUTCOME,
    Word.BY_AUTHORITY: By.AUTHORITY,
}
RANKED = {
    Word.REGION_NOUN: By.REGION,
    Word.YEAR_NOUN: By.YEAR,
    Word.AUTHORITIES: By.AUTHORITY,
    Word.GRADE_NOUN: By.GRADE,
    Word.TOPIC_NOUN: By.TOPIC,
    Word.OUTCOME_NOUN: By.OUTCOME,
}


VALUES = (Word.GRADE_NOUN, Word.BY_GRADE, Word.TOPIC_NOUN, Word.OUTCOME_NOUN)
"""What names no thing that could be counted, but a fact of it: "how many of each grade", "the topics"."""


@dataclass(frozen=True)
class Noun:
    """A noun of a question that could be counted."""

    token: Token
    subject: Subject


def nouns_of(tokens: Tokens, scope: Scope, without: Sequence[Token] = ()) -> list[Noun]:
    """The nouns in the order in which they may be what is counted: those behind "how many" and the like first.

    Args:
        without: nouns that say what the groups are made by.
    """
    found = [
        Noun(token, subject)
        for token in tokens.all
        if token not in without and (subject := _subject(token, scope)) is not None
    ]
    opening = tokens.of(*_OPENING)
    start = opening[0].start if opening else 0
    if any(token.text.lower() in ("who", "whose") for token in opening[:1]):
        return [Noun(opening[0], Subject.AUTHORITIES), *found]
    return [*(noun for noun in found if noun.token.start > start), *(n for n in found if n.token.start <= start)]


def _subject(token: Token, scope: Scope) -> Subject | None:
    if token.word is Word.PLACE:  # "London boroughs", "the statistical neighbours of Devon"
        names_them = token.text.lower().rstrip("'’s ").endswith(("borough", "authoritie", "council", "la"))
        return Subject.AUTHORITIES if names_them or "neighbour" in token.text.lower() else None
    if token.word is Word.PAPERS:
        return subject_of_kinds(scope.kinds) if scope.kinds and not is_newest(token) else None
    return _SUBJECTS.get(token.word)


def is_newest(token: Token) -> bool:
    """True for "their latest inspection"."""
    return token.word is Word.NEWEST or (token.word is Word.PAPERS and token.text.split()[0].lower() in _WHOSE)


_WHOSE = ("their", "its", "the", "each", "latest", "last", "newest", "current", "most")


def subject_of_kinds(kinds: Sequence[Kind]) -> Subject:
    """What documents of these kinds report on."""
    if kinds and set(kinds) <= set(INSPECTIONS):
        return Subject.INSPECTIONS
    return Subject.VISITS if kinds and set(kinds) <= set(VISITS) else Subject.DOCUMENTS


def kinds_of(subject: Subject, named: Sequence[Kind], graded: bool, outcomes: bool) -> tuple[Kind, ...]:
    """The kinds of document in which a subject is counted.

    Args:
        named: the kinds that the question names; empty for none.
        graded: grades pick or divide them.
        outcomes: outcomes of area SEND inspections do.
    """
    if outcomes:
        return (Kind.AREA_SEND,)
    every = (
        FULL_INSPECTIONS
        if graded
        else {Subject.VISITS: VISITS, Subject.DOCUMENTS: tuple(Kind)}.get(subject, INSPECTIONS)
    )
    return tuple(kind for kind in every if kind in named) if named else tuple(every)
