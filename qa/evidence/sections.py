"""Everything that a kind of section lists: what needs to improve, strengths, areas for priority action."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from index import Index, Label, Record, SearchResult
from ingest import Kind, Stance

_FAMILIES = ((Kind.ILACS, Kind.SINGLE), (Kind.AREA_SEND,), (Kind.JOINT,))
_VISITS = frozenset({Kind.FOCUSED_VISIT, Kind.MONITORING_VISIT})
_STILL_TELLS = 3 * 365  # days
_MOST = 12  # passages for one question, shared by the authorities that it names
_LISTS_NOTHING = re.compile(
    r"there (?:are|were|is|was) no\b|no (?:areas|priority|recommendations)|none\b|not applicable|the inspection did not find any\b",
    re.I,
)


def lists_nothing(text: str) -> bool:
    """True if the words under a heading say that there is nothing to list."""
    return bool(_LISTS_NOTHING.match(text))


def with_sections(index: Index, stances: Sequence[Stance], inside: Sequence[Record]) -> list[Record]:
    """The documents that have a section of these stances, newest first."""
    records = index.catalogue.labelled({Label.STANCE: stances}, {record.id for record in inside})
    return sorted(records, key=lambda record: (-record.day_number, record.id))


def newest_papers(records: Iterable[Record], with_previous: bool = False) -> list[Record]:
    """Each authority's newest inspection of children's services, the visits after it, and its newest area SEND and joint inspections.

    An area SEND or joint inspection years older than the newest inspection no longer tells how things are.

    Args:
        with_previous: also the inspection of children's services before the newest, and the area SEND or joint inspection
            before that where an authority has only those.

    Returns:
        The newest first.
    """
    by_place: dict[str, list[Record]] = {}
    for record in sorted(records, key=lambda record: (-record.day_number, record.id)):
        if record.kind.of_ofsted:
            by_place.setdefault(record.group, []).append(record)
    kept = [paper for papers in by_place.values() for paper in _newest_of(papers, with_previous)]
    return sorted(kept, key=lambda record: (-record.day_number, record.id))


def _newest_of(papers: Sequence[Record], with_previous: bool) -> list[Record]:
    """The newest papers of one authority, which are given newest first."""
    families = [[paper for paper in papers if paper.kind in kinds] for kinds in _FAMILIES]
    most = 2 if with_previous else 1
    inspections = families[0][:most]
    last = inspections[0].day_number if inspections else 0
    visits = [paper for paper in papers if paper.kind in _VISITS and paper.day_number > last]
    others = [
        paper
        for family in families[1:]
        for paper in family[: 1 if inspections else most]
        if paper.day_number > last - _STILL_TELLS
    ]
    return [*inspections, *visits, *others]


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
        if stored.passage.stance in stances and not lists_nothing(stored.passage.text):
            yield SearchResult(stored.id, record, stored.passage)
