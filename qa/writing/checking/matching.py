"""Whether a sentence says again a whole clause of a quotation: the same words in the same order, nothing that limits them left out."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.sentences import sentence_spans
from qa.writing.checking.wording import Sort, Word, read_words, split_clauses

# "inspectors found" before a finding may be left out or added: it is the inspectors who speak in their reports.
INSPECTORS = frozenset(["inspector", "ofst"])
FINDS = frozenset("find note report describ record observ identifi conclud highlight accord §say see".split())
JUDGES = frozenset("judg rate grade find".split())
_VERB = re.compile(
    r"\b(?:and|but|yet|is|are|was|were|has|have|had|do|does|did)\b", re.I
)  # what follows says more of the same
_AHEAD = frozenset(["§expect", "§hope", "§plan", "§promise"])
_LIMITING = frozenset({Sort.NEGATION, Sort.LIMIT, Sort.SPEECH})
_COUNTING = _LIMITING | {Sort.FIGURE, Sort.GRADE}


@dataclass(frozen=True)
class Unit:
    """One or more neighbouring clauses of one sentence of a quotation.

    Attributes:
        over: the words before them in that sentence under which they stand too: who says so, and on what condition.
    """

    text: str
    words: tuple[Word, ...]
    over: frozenset[str]


def units(quote: str, by_inspectors: bool) -> list[Unit]:
    """What of a quotation a sentence can say again: its sentences and their clauses.

    Args:
        by_inspectors: the document is theirs, so that "…, and inspectors agree" is no longer somebody else's word.
    """
    return [unit for start, end in sentence_spans(quote) for unit in _units_of(quote[start:end], by_inspectors)]


def _units_of(sentence: str, by_inspectors: bool) -> Iterator[Unit]:
    clauses = split_clauses(sentence)
    for first in range(len(clauses)):
        over = frozenset(_over(read_words("".join(clauses[:first]))))
        for last in range(first, len(clauses)):
            text = "".join(clauses[first : last + 1])
            words = tuple(read_words(text))
            own = by_inspectors and words and words[0].key in INSPECTORS
            yield Unit(text, words, frozenset() if own else over)


def _over(words: Sequence[Word]) -> Iterator[str]:
    for place, word in enumerate(words):
        by_inspectors = place > 0 and words[place - 1].key in INSPECTORS
        if word.key in ("§if", "§why") or (word.sort is Sort.SPEECH and not by_inspectors):
            yield word.key


def says_again(said: Sequence[tuple[Word, bool]], unit: Unit) -> bool:
    """True where a sentence says what a unit says.

    Args:
        said: the sentence's words, each with whether it may go without: what the document's reference bears out.
    """
    if not unit.over <= {word.key for word, _ in said}:
        return False
    return any(_follows(turned, unit.words) for turned in _turns(said))


def _turns(said: Sequence[tuple[Word, bool]]) -> Iterator[Sequence[tuple[Word, bool]]]:
    """The sentence as it is, and with what stands before or behind a comma at its other end: "since 2019, …"."""
    yield said
    for place in range(1, len(said)):
        parts = (said[:place], said[place:])
        moved = min(parts, key=len)
        limits = {word.sort for word, _ in moved} & {Sort.NEGATION, Sort.LIMIT}
        if said[place][0].after_break and not limits:
            yield [*parts[1], *parts[0]]


def _follows(said: Sequence[tuple[Word, bool]], words: Sequence[Word]) -> bool:
    """True where the words of a sentence follow those of a unit from its first to its last."""
    at, matched = 0, 0
    held = {word.key for word in words}
    for word, optional in said:
        places = (place for place in range(at, len(words)) if _alike(word, words[place]))
        place = next((place for place in places if _may_be_left_out(words, at, place)), None)
        if place is not None:
            at, matched = place + 1, matched + 1
        elif not optional and not (word.sort is Sort.LOOSE and word.key in held):
            return False
    return matched > 1 and _may_be_left_out(words, at, len(words))


def _alike(one: Word, other: Word) -> bool:
    """True for the same word; "replaced" and "been replaced" are not the same."""
    if one.key != other.key:
        return False
    return None in (one.undergone, other.undergone) or one.undergone == other.undergone


def _may_be_left_out(words: Sequence[Word], first: int, last: int) -> bool:
    """True where `words[first:last]` may be left out without a change of what is said."""
    gap = [word for word in words[first:last] if word.sort is not Sort.LOOSE and word.key not in JUDGES]
    if not gap:
        return True
    if first == 0:
        return gap[0].key in INSPECTORS and all(word.key in FINDS for word in gap[1:])
    before = words[first - 1]
    if len(gap) == 1 and gap[0].key == "§will" and any(word.key in _AHEAD for word in words[:first]):
        return True  # "expect that it will bring" and "expect it to bring"
    if last == len(words) and before.sort is Sort.FIGURE and words[first].key == "§when":
        return words[first].after_break  # "since 2019, when …"
    if not words[first].after_break:
        return False
    if last == len(words):
        return not _VERB.search(words[first].tied) and not any(word.sort in _LIMITING for word in gap)
    closing = words[last].after_break or words[last].after_and
    return closing and not any(word.sort in _COUNTING for word in gap)
