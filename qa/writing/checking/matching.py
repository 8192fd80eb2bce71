"""Whether a sentence repeats a whole clause of a quotation: the same words in the same order, with everything that limits them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.sentences import sentence_spans
from qa.writing.checking.wording import Sort, Word, read_words, split_clauses

# "inspectors found" may be left out or added before a finding, because in their reports it is the inspectors who speak.
INSPECTORS = frozenset(["inspector", "ofst"])
FINDS = frozenset("find note report describ record observ identifi conclud highlight accord §say see".split())
JUDGES = frozenset("judg rate grade find".split())
_VERB = re.compile(
    r"\b(?:and|but|yet|is|are|was|were|has|have|had|do|does|did)\b", re.I
)  # what follows makes a further statement
_AHEAD = frozenset(["§expect", "§hope", "§plan", "§promise"])
_LIMITING = frozenset({Sort.NEGATION, Sort.LIMIT, Sort.SPEECH})
_COUNTING = _LIMITING | {Sort.FIGURE, Sort.GRADE}


@dataclass(frozen=True)
class Unit:
    """One or more neighbouring clauses of one sentence of a quotation.

    Attributes:
        over: the earlier words of that sentence that govern them too: who says so, and on what condition.
    """

    text: str
    words: tuple[Word, ...]
    over: frozenset[str]


def units(quote: str, by_inspectors: bool) -> list[Unit]:
    """What a sentence can repeat of a quotation: its sentences and their clauses.

    Args:
        by_inspectors: inspectors wrote the document, so that in "…, and inspectors agree" nobody else is speaking.
    """
    return [unit for start, end in sentence_spans(quote) for unit in _units_of(quote[start:end], by_inspectors)]


def _units_of(sentence: str, by_inspectors: bool) -> Iterator[Unit]:
    clauses = split_clauses(sentence)
    for first in range(len(clauses)):
        over = frozenset(_governing(read_words("".join(clauses[:first]))))
        for last in range(first, len(clauses)):
            text = "".join(clauses[first : last + 1])
            words = tuple(read_words(text))
            inspectors_speak = by_inspectors and words and words[0].key in INSPECTORS
            yield Unit(text, words, frozenset() if inspectors_speak else over)


def _governing(words: Sequence[Word]) -> Iterator[str]:
    for place, word in enumerate(words):
        by_inspectors = place > 0 and words[place - 1].key in INSPECTORS
        if word.key in ("§if", "§why") or (word.sort is Sort.SPEECH and not by_inspectors):
            yield word.key


def repeats_unit(sentence: Sequence[tuple[Word, bool]], unit: Unit) -> bool:
    """True if a sentence repeats a unit.

    Args:
        sentence: its words, each with whether it is optional: the document's reference supports it already.
    """
    if not unit.over <= {word.key for word, _ in sentence}:
        return False
    return any(_follows(turned, unit.words) for turned in _turns(sentence))


def _turns(sentence: Sequence[tuple[Word, bool]]) -> Iterator[Sequence[tuple[Word, bool]]]:
    """The sentence as it is, and with the shorter side of each comma moved to the other end: "since 2019, …"."""
    yield sentence
    for place in range(1, len(sentence)):
        parts = (sentence[:place], sentence[place:])
        moved = min(parts, key=len)
        limits = {word.sort for word, _ in moved} & {Sort.NEGATION, Sort.LIMIT}
        if sentence[place][0].after_break and not limits:
            yield [*parts[1], *parts[0]]


def _follows(sentence: Sequence[tuple[Word, bool]], words: Sequence[Word]) -> bool:
    """True if the words of a sentence follow those of a unit from the first to the last."""
    at, matched = 0, 0
    keys = {word.key for word in words}
    for word, optional in sentence:
        places = (place for place in range(at, len(words)) if _is_same(word, words[place]))
        place = next((place for place in places if _may_be_left_out(words, at, place)), None)
        if place is not None:
            at, matched = place + 1, matched + 1
        elif not optional and not (word.sort is Sort.LOOSE and word.key in keys):
            return False
    return matched > 1 and _may_be_left_out(words, at, len(words))


def _is_same(word: Word, other: Word) -> bool:
    """True for the same word in the same voice: "replaced" and "been replaced" are not the same."""
    if word.key != other.key:
        return False
    return None in (word.passive, other.passive) or word.passive == other.passive


def _may_be_left_out(words: Sequence[Word], first: int, last: int) -> bool:
    """True if leaving out `words[first:last]` does not change the statement."""
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
