"""Chooses what to quote from the units that were judged: those that are likely to answer, and nothing beside them."""

import collections
from collections.abc import Callable, Iterator, Sequence

from index import Record
from qa.evidence.answering import Judged
from qa.evidence.units import Evidence, repeats

# A unit is quoted where it is likely to answer, or comes near to the best where no unit is likely. The last is so of lay words.
QUOTED = 0.65
QUOTED_OF_MANY = 0.65  # where a question is about many authorities: each was plainly told this
NEAR_OF_MANY = 0.3  # what comes near, and is shown as no more than that
NEAR_BEST = 0.6
AS_LIKELY = 0.9  # share of a unit's likelihood that a longer one, which holds it, must reach to be quoted for it
ANSWERED = 0.25  # how likely a question must be to have an answer
OPPOSED = 0.5
_AGAINST = 0.2  # how likely a unit may be to say the opposite, to be quoted for an authority
MOST = 8  # quotations of one authority
MOST_OF_DOCUMENT = 4  # of one document, and of one side of a comparison
_SHORT = 1000  # characters of a passage that is quoted whole
_LONGEST = 700  # characters of neighbouring units quoted as one


def choose(judged: Sequence[Judged], most: int = MOST, least: float = QUOTED, floor: float = 0.0) -> list[Evidence]:
    """Choose the quotations of one authority, or of one side of a comparison, best first: a few of each document.

    Args:
        judged: the units, the likeliest first.
        least: how likely a unit must be to answer.
        floor: how likely it must be even where none is likelier.
    """
    chosen: list[Evidence] = []
    counts: collections.Counter[str] = collections.Counter()
    for item in judged:
        if item.answers < max(floor, likely_enough(judged, least)) or len(chosen) == most:
            break
        evidence, document = _with_what_follows(item, judged), item.evidence.result.record.id
        if counts[document] < MOST_OF_DOCUMENT and not any(repeats(evidence, kept) for kept in chosen):
            counts[document] += 1
            chosen.append(evidence)
    return _join_neighbours(chosen)


def choose_of_many(judged: Sequence[Judged], least: float = QUOTED_OF_MANY) -> list[Evidence]:
    """Choose the best quotation of each authority, the likeliest first.

    Args:
        least: how likely a unit must be to answer.
    """
    told = told_of_many(judged, lambda record: record.group, least)
    return [_with_what_follows(item, judged) for item in told]


def choose_near(judged: Sequence[Judged], chosen: Sequence[Evidence]) -> list[Evidence]:
    """Choose the best quotation of each other authority that comes near, without plainly saying what is asked about.

    Args:
        chosen: the quotations that plainly say it.
    """
    told = {evidence.result.record.group for evidence in chosen}
    found = told_of_many(judged, lambda record: record.group, NEAR_OF_MANY)
    return [item.evidence for item in found if item.evidence.result.record.group not in told]


def told_of_many(judged: Sequence[Judged], group: Callable[[Record], str], least: float) -> list[Judged]:
    """The likeliest unit of each group of documents, the likeliest first.

    Args:
        group: names the group of a document: its authority, or itself.
        least: how likely a unit must be to answer.
    """
    chosen: dict[str, Judged] = {}
    for item in judged:
        if item.answers < least:
            break
        # A case study is no finding on the authority.
        if item.evidence.case_study or item.opposes > _AGAINST:
            continue
        chosen.setdefault(group(item.evidence.result.record), item)
    return list(chosen.values())


def likely_enough(judged: Sequence[Judged], least: float) -> float:
    """How likely a unit must be to answer to be quoted beside the likeliest, which stands first."""
    if not judged:
        return least
    best = judged[0].answers
    return min(least, best * max(NEAR_BEST, best))  # the surer the best, the nearer must the others come


def whole_if_short(evidence: Sequence[Evidence]) -> list[Evidence]:
    """Quote a short passage whole, once: its sentences are read together."""
    whole = [
        Evidence.whole(item.result) if not item.items and len(item.result.passage.text) <= _SHORT else item
        for item in evidence
    ]
    return list(dict.fromkeys(whole))


def choose_otherwise(judged: Sequence[Judged], chosen: Sequence[Evidence]) -> list[Evidence]:
    """Choose the best quotation of each other document that says the opposite of what the question asks."""
    taken = {evidence.result.record.id for evidence in chosen}
    found: dict[str, Evidence] = {}
    for item in sorted(judged, key=lambda item: -item.opposes):
        record = item.evidence.result.record
        if item.opposes >= OPPOSED and record.id not in taken:
            found.setdefault(record.id, item.evidence)
    return list(found.values())


def _with_what_follows(item: Judged, judged: Sequence[Judged]) -> Evidence:
    """The longest unit that holds this one and is about as likely to answer: it goes on with what the first sentence says."""
    evidence = item.evidence
    longer = [
        other.evidence
        for other in judged
        if other.evidence.result.id == evidence.result.id
        and other.evidence.start <= evidence.start
        and other.evidence.end >= evidence.end
        and other.answers >= AS_LIKELY * item.answers
    ]
    return max(longer, key=lambda other: other.end - other.start, default=evidence)


def _join_neighbours(chosen: Sequence[Evidence]) -> list[Evidence]:
    """Join units of a passage that touch or overlap, in the place of the better one."""
    joined: list[Evidence] = []
    for item in chosen:
        number = next(_neighbours(joined, item), None)
        if number is None:
            joined.append(item)
        else:
            joined[number] = _union(joined[number], item)
    return joined


def _neighbours(joined: Sequence[Evidence], item: Evidence) -> Iterator[int]:
    for number, other in enumerate(joined):
        touch = item.start <= other.end + 1 and other.start <= item.end + 1
        if item.result.id == other.result.id and touch and not item.items:
            whole = _union(item, other)
            if whole.end - whole.start <= _LONGEST:
                yield number


def _union(evidence: Evidence, other: Evidence) -> Evidence:
    return Evidence(evidence.result, min(evidence.start, other.start), max(evidence.end, other.end))
