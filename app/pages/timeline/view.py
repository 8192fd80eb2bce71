"""A timeline as its templates show it: a chart for wide and for narrow columns, and a table with the same content."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from app.documents.links import page_link
from app.pages.templating import render
from app.pages.timeline.chart import Bar, Chart, Lane, Point, draw
from app.pages.timeline.events import NOT_READ, UNGRADED, Event, area_heading, event_name
from app.pages.timeline.shapes import Drawing
from index import authorities_of
from ingest import Area, Grade
from ingest.dates import day_words

_FILLS = {  # with the colour of words on it, at a contrast of 4.5 to 1 or better
    Grade.OUTSTANDING: ("#005a30", "#fff"),
    Grade.GOOD: ("#1d5fa6", "#fff"),
    Grade.REQUIRES_IMPROVEMENT: ("#ffcf4a", "#0b0c0c"),
    Grade.INADEQUATE: ("#9c1c1c", "#fff"),
}


@dataclass(frozen=True)
class TimelineRow:
    """An event in the table, with the link to its report."""

    date: str
    link: str
    name: str
    outcomes: list[str]


@dataclass(frozen=True)
class TimelineView:
    """A timeline.

    Attributes:
        authority: the heading; empty if the timeline is shown by itself.
        drawings: the chart for a "wide" and for a "narrow" column; None if no event is dated.
    """

    authority: str
    title: str
    drawings: dict[str, Drawing | None]
    rows: list[TimelineRow]


def timeline_view(events: Sequence[Event], authority: str = "") -> TimelineView:
    """Prepare events for the template."""
    return TimelineView(
        authority,
        _title(events),
        {"wide": timeline_drawing(events), "narrow": timeline_drawing(events, narrow=True)},
        [TimelineRow(event.when, _link(event), event.name, _outcomes(event)) for event in events],
    )


def render_timeline(events: Sequence[Event]) -> str:
    """Render a timeline by itself: both charts, of which the style shows one, and the table."""
    return render("timeline.html", timeline=timeline_view(events))


def timeline_drawing(events: Sequence[Event], narrow: bool = False) -> Drawing | None:
    """Lay out the chart: a lane for each area's grades, and one for each kind of visit.

    Years are the same width, but wider where inspections are close together.

    Args:
        narrow: for a column of about 340 pixels, with each lane's name above it; otherwise for 720 pixels or more.

    Returns:
        The drawing; None if no event is dated.
    """
    dated = [(event, event.day) for event in events if event.day]
    if not dated:
        return None
    graded = [(event, day) for event, day in dated if event.is_graded]
    areas = [area for area in Area if any(area in event.grades for event, _ in graded)]
    if graded and Area.OVERALL not in areas:
        areas.insert(0, Area.OVERALL)
    lanes = [_grade_lane(area, graded) for area in areas]
    for kind in UNGRADED:
        name = event_name(kind)
        points = tuple(Point(day, f"{name}, {event.when}") for event, day in dated if event.record.kind is kind)
        lanes += [Lane(f"{name}s", points=points)] if points else []
    title, description = _title(events), _description(dated)
    name = sha256(f"{title}{narrow}".encode()).hexdigest()[:8]
    chart = Chart(f"kloe-{name}", title, description, [day for _, day in graded], [day for _, day in dated], lanes)
    return draw(chart, narrow)


def _grade_lane(area: Area, graded: Sequence[tuple[Event, date]]) -> Lane:
    ends = [day for _, day in graded[1:]]
    bars = []
    for (event, day), end in zip(graded, [*ends, None], strict=True):
        grade = event.grades.get(area)
        words = grade.label if grade else event.without_grade(area)
        if words:
            fill, ink = _FILLS[grade] if grade else (None, None)
            bars.append(Bar(day, end, words, f"{area_heading(area)}, {event.name}, {event.when}: {words}", fill, ink))
    return Lane(area_heading(area), tuple(bars))


def _title(events: Sequence[Event]) -> str:
    names = ", ".join(sorted(authorities_of(event.record for event in events)))
    return f"Inspections, visits and grades for {names}" if names else "Inspections, visits and grades"


def _description(dated: Sequence[tuple[Event, date]]) -> str:
    overall = [
        f"{event.grades[Area.OVERALL].label.lower()} on {event.when}"
        for event, _ in dated
        if Area.OVERALL in event.grades
    ]
    sentences = [f"{len(dated)} from {day_words(dated[0][1])} to {day_words(dated[-1][1])}."]
    sentences += [f"{area_heading(Area.OVERALL)}: {'; '.join(overall)}."] if overall else []
    return " ".join([*sentences, "The table lists every event and grade."])


def _link(event: Event) -> str:
    return page_link(event.record, next((judgement.page for judgement in event.record.judgements), 1))


def _outcomes(event: Event) -> list[str]:
    outcomes = [f"{area_heading(area)}: {grade.label.lower()}" for area, grade in event.grades.items()]
    if event.is_graded and Area.OVERALL not in event.grades:
        outcomes.insert(0, f"{area_heading(Area.OVERALL)}: {NOT_READ.lower()}")
    return outcomes or [event.record.outcome or "Not graded"]
