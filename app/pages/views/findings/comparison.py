"""A comparison as its template shows it: the grades of each side, and what their papers say of each theme."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from app.pages.addresses.findings import CompareAddress
from app.pages.templating import capitalised, counted, render
from app.pages.timeline import area_heading
from app.pages.views.findings.layout import Names, SaidLine, ViewLink, paper_name, said_lines, view_links
from app.pages.views.record import record_link
from index import Index, Record
from ingest import Area
from qa.trajectories import Comparison
from qa.trajectories.comparison import MOST_SIDES, Facing, Row, Side

_BOXES, _PERIODS = 3, 2  # for names and for periods, at least
_MOST_BESIDE = 3  # sides that are wide enough to read beside each other


@dataclass(frozen=True)
class GradesRow:
    """A paper that is compared.

    Attributes:
        side: whose it is; empty if it is of the same side as the row before.
        papers: how many rows the side has.
        paper: empty if none is held.
        outcome: what it says in place of grades.
        grades: in the order of the areas, each empty where it gives none; none if it gives no grades at all.
    """

    side: str
    papers: int
    paper: str
    link: str
    outcome: str
    grades: list[str]


@dataclass(frozen=True)
class FacingView:
    """What one side's papers say of a theme."""

    side: str
    counts: str
    said: list[SaidLine]


@dataclass(frozen=True)
class ThemeView:
    """A theme and its sides."""

    theme: str
    sides: list[FacingView]


@dataclass(frozen=True)
class ComparisonView:
    """A comparison, the reason why there is none, or the form alone.

    Attributes:
        boxes: the names in the form, with room for one more.
        period_boxes: the periods in the form, with room for one more.
        of: what the sides are: "Authority" or "Period".
        columns: how many sides stand beside each other where there is room; 0 for as many as fit.
    """

    link: str
    views: list[ViewLink]
    names: Names
    boxes: list[str]
    period_boxes: list[str]
    subject: str
    neighbours: bool
    lead: str
    explanation: str
    of: str
    areas: list[str]
    grades: list[GradesRow]
    themes: list[ThemeView]
    columns: int

    @property
    def announcement(self) -> str:
        """What a screen reader announces."""
        return self.lead or self.explanation or "Comparison"


def render_comparison(index: Index, address: CompareAddress, compared: Comparison | None = None) -> str:
    """Render a comparison, or the form alone where nothing is compared."""
    sides = compared.sides if compared else ()
    areas = [area for area in Area if any(area in _grades(record) for side in sides for record in side.records)]
    view = ComparisonView(
        link=address.link,
        views=view_links("compare", address.authorities[0] if address.authorities else "", address.subject),
        names=Names.held(index),
        boxes=_boxes(address.authorities, _BOXES),
        period_boxes=_boxes(address.periods, _PERIODS),
        subject=address.subject,
        neighbours=address.neighbours,
        lead=compared.lead if compared and compared.rows else "",
        explanation=compared.explanation if compared else "",
        of="Period" if address.periods else "Authority",
        areas=[area_heading(area) for area in areas],
        grades=[row for side in sides for row in _rows(side, areas)],
        themes=[_theme(row, sides) for row in compared.rows] if compared else [],
        columns=len(sides) if len(sides) <= _MOST_BESIDE else 0,
    )
    return render("comparison.html", view=view)


def _boxes(given: Sequence[str], fewest: int) -> list[str]:
    """What was given, with empty boxes for more."""
    wanted = min(max(fewest, len(given) + 1), max(MOST_SIDES, len(given)))
    return [*given, *[""] * (wanted - len(given))]


def _rows(side: Side, areas: Sequence[Area]) -> Iterator[GradesRow]:
    if not side.records:
        yield GradesRow(side.name, 1, "", "", "", [])
    for number, record in enumerate(side.records):
        grades = _grades(record)
        yield GradesRow(
            side=side.name if not number else "",
            papers=len(side.records),
            paper=paper_name(record),
            link=record_link(record),
            outcome=record.outcome or "Not graded",
            grades=[grades.get(area, "") for area in areas] if grades else [],
        )


def _grades(record: Record) -> dict[Area, str]:
    return {judgement.area: judgement.grade.label for judgement in record.judgements}


def _theme(row: Row, sides: Sequence[Side]) -> ThemeView:
    return ThemeView(
        capitalised(row.theme),
        [_facing(side, facing) for side, facing in zip(sides, row.facing, strict=True)],
    )


def _facing(side: Side, facing: Facing) -> FacingView:
    strengths, weaknesses = counted(facing.strengths, "strength"), counted(facing.weaknesses, "weakness", "weaknesses")
    return FacingView(
        side.name, f"{strengths}, {weaknesses}", said_lines(facing.said, with_paper=len(side.records) > 1)
    )
