"""Questions of how long something took: what they measure, from what to what."""

from collections.abc import Sequence

from ingest import Kind
from qa.counts.asking.asked import By, CountAsked, Measure, Subject, Unread
from qa.counts.asking.grades import Condition
from qa.counts.asking.ranking import Groups
from qa.counts.asking.words import Tokens, Word
from qa.question.scope import Course, History
from qa.question.vocabulary import FULL_INSPECTIONS, INSPECTIONS, VISITS

_MEASURES = {
    Word.MEDIAN: Measure.MEDIAN,
    Word.AVERAGE: Measure.AVERAGE,
    Word.LONGEST: Measure.LONGEST,
    Word.SHORTEST: Measure.SHORTEST,
    Word.HOW_LONG: Measure.AVERAGE,
}
_PHRASES = (Word.TO_PUBLICATION, Word.FOR_REPORT, Word.BETWEEN_INSPECTIONS)


def asks_how_long(tokens: Tokens) -> bool:
    """True if a question asks how long something took."""
    return tokens.has(*_PHRASES, Word.HOW_LONG, Word.LONGEST, Word.SHORTEST, Word.DAYS)


def read_lasting(
    tokens: Tokens, groups: Groups, conditions: Sequence[Condition], named: Sequence[Kind]
) -> CountAsked | Unread:
    """Read what time is asked for.

    Args:
        named: the kinds of document that the question names.
    """
    subject = _subject(tokens, conditions)
    measure = next((measure for word, measure in _MEASURES.items() if tokens.has(word)), None)
    if subject is None or measure is None:
        words = tokens.of(*_PHRASES, *_MEASURES, Word.DAYS)
        why = (
            "does not say from what to what" if subject is None else "does not say whether on average or at the longest"
        )
        return Unread(tuple(token.text for token in words), why)
    which = tokens.of(Word.REGION_NOUN, Word.YEAR_NOUN)
    if measure in (Measure.LONGEST, Measure.SHORTEST) and (which or groups.by):
        words = tokens.of(Word.LONGEST, Word.SHORTEST)
        return Unread(tuple(token.text for token in words), "does not say whether on average or in one case")
    if not set(groups.by) <= {By.REGION, By.YEAR, By.KIND, By.AUTHORITY}:
        return Unread(tuple(groups.by), "divides no times")
    tokens.take(*_PHRASES, *_MEASURES, Word.DAYS, Word.AUTHORITIES, Word.REPORTS, Word.LETTERS, Word.PAPERS)
    tokens.take(Word.INSPECTIONS, Word.VISITS, Word.PUBLISHED)
    histories = tuple(each.of for each in conditions if isinstance(each.of, History))
    return CountAsked(
        measure, subject, groups.by, groups.extreme, histories=histories, kinds=_kinds(tokens, subject, named)
    )


def _subject(tokens: Tokens, conditions: Sequence[Condition]) -> Subject | None:
    """What lasts; None if that is not said, or is said twice."""
    moves = len(conditions) == 1 and isinstance(conditions[0].of, History) and conditions[0].of.course is Course.MOVED
    said = (
        (Subject.PUBLICATION, tokens.has(Word.TO_PUBLICATION, Word.FOR_REPORT)),
        (Subject.GAPS, tokens.has(Word.BETWEEN_INSPECTIONS)),
        (Subject.MOVES, moves),
    )
    found = [subject for subject, is_said in said if is_said]
    return found[0] if len(found) == 1 and bool(conditions) is (found[0] is Subject.MOVES) else None


def _kinds(tokens: Tokens, subject: Subject, named: Sequence[Kind]) -> tuple[Kind, ...]:
    if subject is Subject.MOVES:
        return tuple(kind for kind in FULL_INSPECTIONS if kind in named) if named else FULL_INSPECTIONS
    if named:
        return tuple(kind for kind in (*INSPECTIONS, *VISITS) if kind in named)
    if subject is Subject.GAPS:
        return FULL_INSPECTIONS
    words = " ".join(
        token.text for token in tokens.of(Word.TO_PUBLICATION, Word.FOR_REPORT, Word.VISITS, Word.LETTERS)
    ).lower()
    return VISITS if "visit" in words or "letter" in words else INSPECTIONS
