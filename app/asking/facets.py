"""Counts of the documents in a scope, by authority, region, year, kind, judgement, topic of the visit, outcome and stance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from index import Index, Label, Record, one_state


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
    is_all = len(inside) == len(index.catalogue.records())
    counts = index.catalogue.counts(None if is_all else [record.id for record in inside])
    return Facets(
        documents=len(inside),
        passages=sum(record.passages for record in inside),
        authority=_ordered(counts[Label.AUTHORITY]),
        region=_ordered(counts[Label.REGION]),
        year={int(year): counts[Label.YEAR][year] for year in sorted(counts[Label.YEAR], reverse=True)},
        kind=_ordered(counts[Label.KIND]),
        judgement=_ordered(counts[Label.JUDGEMENT]),
        topic_of_visit=_ordered(counts[Label.TOPIC_OF_VISIT]),
        outcome=_ordered(counts[Label.OUTCOME]),
        stance=_ordered(counts[Label.STANCE]),
    )


def _ordered(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
