"""Counts of the documents in a scope, by authority, region, year, kind, judgement, topic of the visit, outcome and stance."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from index import Index, Record, one_state
from ingest import Area, Grade
from ingest.authorities import authorities

_Value = TypeVar("_Value", str, int)


@dataclass(frozen=True)
class Facets:
    """How many documents have each value, most common first; years run newest first.

    Attributes:
        documents, passages: how many are in the scope.
        judgement: by grade for overall effectiveness.
        topic_of_visit: of focused visits; a visit on several topics counts for each.
        outcome: of area SEND inspections.
        stance: counts passages, not documents, by the kind of section they are in.
    """

    documents: int
    passages: int
    authority: dict[str, int]
    region: dict[str, int]
    year: dict[int, int]
    kind: dict[str, int]
    judgement: dict[str, int]
    topic_of_visit: dict[str, int]
    outcome: dict[str, int]
    stance: dict[str, int]


@one_state
def count_facets(index: Index, inside: Sequence[Record]) -> Facets:
    """Count the documents in a scope, and the stances of their passages."""
    counts = index.catalogue.count_stances([record.id for record in inside])
    stances = Counter({stance.value: passages for stance, passages in counts.items()})
    years = _count(inside, lambda record: record.years)
    return Facets(
        documents=len(inside),
        passages=sum(record.passages for record in inside),
        authority=_count(inside, lambda record: record.authorities),
        region=_count(inside, lambda record: {_regions()[name] for name in record.authorities if name in _regions()}),
        year=dict(sorted(years.items(), reverse=True)),
        kind=_count(inside, lambda record: [record.kind.value]),
        judgement=_count(inside, _overall_grades),
        topic_of_visit=_count(inside, lambda record: [topic.value for topic in record.visit_topics]),
        outcome=_count(inside, lambda record: [record.area_outcome.value] if record.area_outcome else []),
        stance=_ordered(stances),
    )


def _overall_grades(record: Record) -> list[str]:
    grades = (judgement.grade for judgement in record.judgements if judgement.area is Area.OVERALL)
    return [grade.value for grade in grades if isinstance(grade, Grade)]


def _count(records: Iterable[Record], values: Callable[[Record], Iterable[_Value]]) -> dict[_Value, int]:
    return _ordered(Counter(value for record in records for value in values(record)))


def _ordered(counts: Counter[_Value]) -> dict[_Value, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


@cache
def _regions() -> dict[str, str]:
    return {authority.name: authority.region for authority in authorities()}
