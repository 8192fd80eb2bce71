"""Questions for everything that a section lists: what needs to improve, strengths, areas for priority action."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from index import Index, Record, SearchResult
from ingest import Kind, Stance

_MOST = 12  # passages for one question, shared by the authorities that it names
_TO_IMPROVE = (Stance.NEEDS_TO_IMPROVE, Stance.PRIORITY_ACTION)
_REQUESTS = (
    ((Stance.PRIORITY_ACTION,), r"(?:areas? (?:for|of) )?priority (?:and immediate )?actions?"),
    (
        _TO_IMPROVE,
        r"(?:needs?|needed|has|have|had|should|must|could|required|told|asked) (?:to )?(?:be )?(?:improved?|do better|get better)"
        r"|areas? (?:for|of|in need of) improvement|improvements? (?:needed|required|areas?)"
        r"|recommendations?|recommend(?:ed|s)?|weakness(?:es)?|shortfalls?|shortcomings?|failings?",
    ),
    ((Stance.STRENGTH,), r"strengths?|strong points?|(?:do(?:es|ing)?|did|done|works?|working|going|goes) well"),
)
_PATTERNS = tuple((stances, re.compile(rf"\b(?:{pattern})\b", re.I)) for stances, pattern in _REQUESTS)
_FILLERS = re.compile(
    r"\W*(?:(?:what|which|where|who|whose|is|are|was|were|be|been|the|an?|its|their|they|it|any|all|some|of|for|in|to|and|with|that"
    r"|main|key|biggest|top|did|do|does|doing|done|have|has|had|there|find|found|see|list|name|give|given|make|made|say|said|set"
    r"|identif(?:y|ied)|about|out|ofsted|inspectors?|authorit(?:y|ies)|councils?|services?|things?|get|got)\b\W*)*",
    re.I,
)
_LISTS_NOTHING = re.compile(
    r"there (?:are|were|is|was) no\b|no (?:areas|priority|recommendations)|none\b|not applicable", re.I
)


def requested_stances(topic: str) -> tuple[Stance, ...]:
    """The kinds of section that a topic asks to see in full; empty if it asks for anything else as well."""
    for stances, pattern in _PATTERNS:
        match = pattern.search(topic)
        if match and _FILLERS.fullmatch(f"{topic[: match.start()]} {topic[match.end() :]}"):
            return stances
    return ()


def with_sections(index: Index, stances: Sequence[Stance], inside: Sequence[Record]) -> list[Record]:
    """The documents that have a section of these stances, newest first."""
    by_document = index.catalogue.stances()
    records = [record for record in inside if not set(stances).isdisjoint(by_document.get(record.id, {}).values())]
    return sorted(records, key=lambda record: (-record.day_number, record.id))


def latest_inspections(records: Sequence[Record]) -> list[Record]:
    """Keep each authority's latest inspection of children's services and what came after it; newest first, as given.

    Joint and area SEND inspections, which also cover other bodies, come last.
    """
    kept, inspected = [], set()
    for record in records:
        authority = record.place or record.id
        if authority not in inspected:
            kept.append(record)
        if record.kind in (Kind.ILACS, Kind.SINGLE):
            inspected.add(authority)
    return sorted(kept, key=lambda record: record.kind in (Kind.AREA_SEND, Kind.JOINT))


def list_sections(
    index: Index, stances: Sequence[Stance], records: Sequence[Record], authorities: int
) -> list[SearchResult]:
    """The passages in these documents' sections: an equal share for each authority or, of many, one from each document.

    Args:
        authorities: how many authorities the question is about.
    """
    many = authorities > _MOST // 2
    share = _MOST // max(1, authorities)
    counts: Counter[str] = Counter()
    results: list[SearchResult] = []
    for record in records[: 2 * _MOST]:
        room = 1 if many else max(0, share - counts[record.place])
        passages = list(islice(_passages(index, stances, record), room))
        counts[record.place] += len(passages)
        results += passages
    return results


def _passages(index: Index, stances: Sequence[Stance], record: Record) -> Iterator[SearchResult]:
    for stored in index.catalogue.document_passages(record.id):
        if stored.passage.stance in stances and not _LISTS_NOTHING.match(stored.passage.text):
            yield SearchResult(stored.id, record, stored.passage)
