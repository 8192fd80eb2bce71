"""Makes the units of search results."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from index import Index, SearchResult
from qa.evidence.units.evidence import Evidence
from qa.evidence.units.furniture import Furniture, furniture_of
from qa.evidence.units.lists import is_lead_in, list_of
from qa.evidence.units.spans import unit_spans


@dataclass(frozen=True)
class Unit:
    """What can be quoted of a result.

    Attributes:
        found: the result that led to it; of a list, the best of its passages.
        rank: the place of that result, from 0.
    """

    evidence: Evidence
    found: SearchResult
    rank: int


def make_units(index: Index, results: Sequence[SearchResult]) -> list[Unit]:
    """The units of results, in the order of the results; a list stands once, with its lead-in."""
    units: dict[tuple[str, int, int], Unit] = {}
    for rank, result in enumerate(results):
        for evidence in filter(_can_answer, _of_result(index, result)):
            units.setdefault((evidence.result.id, evidence.start, evidence.end), Unit(evidence, result, rank))
    return list(units.values())


def _can_answer(evidence: Evidence) -> bool:
    """False for furniture, and for a lead-in whose list is not there."""
    alone = is_lead_in(evidence.quote) and not evidence.items
    return not alone and furniture_of(evidence.quote) in (None, Furniture.LOOKED_AT)


def _of_result(index: Index, result: SearchResult) -> Iterator[Evidence]:
    if listed := list_of(index, result):
        lead, items = listed
        yield Evidence(lead, 0, len(lead.passage.text), items)
        return
    for start, end in unit_spans(result.passage):
        yield Evidence(result, start, end)
