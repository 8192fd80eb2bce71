"""An authority beside its statistical neighbours: the newest grades and outcomes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.pages.addresses.council import CouncilAddress
from app.pages.addresses.findings import CompareAddress
from app.pages.council.standing import area_outcome, newest_overall
from app.pages.views.record import overall_grade, record_link
from app.pages.views.steps import Link
from index import Record
from ingest.authorities import neighbours_of


@dataclass(frozen=True)
class NeighbourRow:
    """An authority, with the links to its page and to the papers.

    Attributes:
        overall, send: the grade and the outcome; None where no paper held gives one.
        when, send_when: the days of these.
    """

    place: Link
    is_own: bool
    overall: Link | None
    when: str
    send: Link | None
    send_when: str


@dataclass(frozen=True)
class Neighbours:
    """An authority and its neighbours.

    Attributes:
        rows: those on which reports or letters are held, the authority itself first.
        without: the names of the rest.
        compare: the link to what was found in each; empty if there is nothing to compare.
    """

    rows: list[NeighbourRow]
    without: list[str]
    compare: str


def neighbours(place: str, records: Iterable[Record]) -> Neighbours | None:
    """Set an authority beside its statistical neighbours; None if none are known."""
    names = neighbours_of(place)
    if not names:
        return None
    papers: dict[str, list[Record]] = {name: [] for name in (place, *names)}
    for record in records:
        if record.kind.of_ofsted:
            for name in papers.keys() & set(record.authorities):
                papers[name].append(record)
    rows = [_row(name, held, name == place) for name, held in papers.items() if held or name == place]
    without = [name for name in names if not papers[name]]
    compared = CompareAddress((place,), neighbours=True).link if papers[place] and len(rows) > 1 else ""
    return Neighbours(rows, without, compared)


def _row(name: str, held: Sequence[Record], is_own: bool) -> NeighbourRow:
    graded, of_area = newest_overall(held), area_outcome(held)
    grade = overall_grade(graded) if graded else None
    outcome = of_area.area_outcome if of_area else None
    return NeighbourRow(
        place=Link(name, CouncilAddress(name).link),
        is_own=is_own,
        overall=Link(grade.label, record_link(graded)) if graded and grade else None,
        when=graded.when if graded else "",
        send=Link(outcome.label, record_link(of_area)) if of_area and outcome else None,
        send_when=of_area.when if of_area else "",
    )
