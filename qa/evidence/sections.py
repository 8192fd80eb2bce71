"""Everything that a kind of section lists: what needs to improve, strengths, areas for priority action."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice

from index import Index, Record, SearchResult
from ingest import Kind, Stance

_MOST = 12  # passages for one question, shared by the authorities that it names
_LISTS_NOTHING = re.compile(
    r"there (?:are|were|is|was) no\b|no (?:areas|priority|recommendations)|none\b|not applicable", re.I
)


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
