"""Authorities that are picked by the papers that they have: "had a focused visit", "were inspected more than once", "had none"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ingest import Kind
from qa.counts.asking.asked import IN_DOUBT, Subject, Unread
from qa.counts.asking.subjects import VALUES, Noun, kinds_of
from qa.counts.asking.words import Tokens, Word
from qa.question import Scope
from qa.question.scope.scope import complement
from qa.question.vocabulary import FULL_INSPECTIONS

_NUMBERS = {
    "once": 1,
    "one": 1,
    "twice": 2,
    "two": 2,
    "thrice": 3,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
}
_NUMBER = re.compile(rf"\b(?:{'|'.join(_NUMBERS)}|\d+)\b", re.I)
_MORE = re.compile(r"\b(?:more than|over)\b", re.I)
_NO = re.compile(r"(?:no|not|without|never)\b", re.I)
_PAPERS = (Subject.INSPECTIONS, Subject.VISITS, Subject.DOCUMENTS)


@dataclass(frozen=True)
class Having:
    """The papers that an authority must have.

    Attributes:
        times: the fewest and the most; None for no most. None if it need not have any.
    """

    subject: Subject
    kinds: tuple[Kind, ...]
    times: tuple[int, int | None] | None


def read_having(tokens: Tokens, scope: Scope, nouns: Sequence[Noun], graded: bool) -> Having | Unread | None:
    """Read which papers an authority must have; None if the question names none.

    Args:
        graded: grades pick the authorities, so that inspections that gave them are meant.
    """
    named = [noun for noun in nouns if noun.subject in _PAPERS and noun.token.word not in VALUES]
    verbs = [subject for word, subject in _VERBS.items() if tokens.has(word)]
    subjects = [*(noun.subject for noun in named), *([] if named else verbs)]
    if not subjects and any("inspection" in token.text for token in tokens.of(Word.TIMES)) and not graded:
        subjects = [Subject.INSPECTIONS]  # "at least four inspections"
    if not subjects:
        return None
    if len(set(subjects)) > 1:
        return Unread(tuple(token.text for token in (*(n.token for n in named), *tokens.of(*_VERBS))), IN_DOUBT)
    kinds = scope.kinds
    if any(_NO.match(noun.token.text) for noun in named if noun.token.word is Word.PAPERS):
        kinds = complement(kinds)
    if graded and not set(kinds) <= set(
        FULL_INSPECTIONS
    ):  # those give no grades, and yet an authority may have to have them
        return _no_grades(named)
    if graded:
        read = kinds_of(Subject.INSPECTIONS, kinds, graded=True, outcomes=False)
        return Having(subjects[0], read, None) if subjects[0] is Subject.INSPECTIONS else _no_grades(named)
    papers = [noun.token for noun in named if noun.token.word is Word.PAPERS]
    if len(papers) > 1 and len(kinds) > 1 and not tokens.has(Word.OR):  # one of each, or one of either?
        return Unread(tuple(token.text for token in papers), IN_DOUBT)
    times = _times(tokens, named)
    if isinstance(times, Unread):
        return times
    return Having(subjects[0], kinds_of(subjects[0], kinds, graded=False, outcomes=bool(scope.outcomes)), times)


_VERBS = {Word.INSPECTED: Subject.INSPECTIONS, Word.VISITED: Subject.VISITS, Word.OUTCOME: Subject.INSPECTIONS}


def _no_grades(named: Sequence[Noun]) -> Unread:
    return Unread(tuple(noun.token.text for noun in named), "names papers that give no grades")


def _times(tokens: Tokens, named: Sequence[Noun]) -> tuple[int, int | None] | Unread:
    none = [*tokens.take(Word.NOT, Word.NEVER), *(noun.token for noun in named if _NO.match(noun.token.text))]
    numbers = tokens.take(Word.SO_MANY, Word.TIMES)
    if len(none) + len(numbers) > 1:
        return Unread(tuple(token.text for token in (*none, *numbers)), IN_DOUBT)
    if none:
        return 0, 0
    if not numbers:
        return 1, None
    number = _NUMBER.search(numbers[0].text)
    if not number:
        return 2, None  # "several", "repeatedly"
    words = number.group().lower()
    return (_NUMBERS.get(words) or int(words)) + bool(_MORE.search(numbers[0].text)), None
