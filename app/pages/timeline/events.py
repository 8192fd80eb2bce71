"""One authority's inspections, visits and grades over the years: as events, as a chart, and as the table that says the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from html import escape

from app.documents.links import page_link
from app.pages.timeline.chart import Bar, Chart, Lane, Point, draw
from index import Record
from ingest import Area, Grade, Kind
from ingest.dates import day_words

AREAS = {
    Area.OVERALL: "Overall",
    Area.LEADERS: "Leaders",
    Area.HELP_AND_PROTECTION: "Help and protection",
    Area.IN_CARE: "Children in care",
    Area.CARE_LEAVERS: "Care leavers",
    Area.ADOPTION: "Adoption",
    Area.SAFEGUARDING_BOARD: "Safeguarding board",
}
GRADES = {
    Grade.OUTSTANDING: "Outstanding",
    Grade.GOOD: "Good",
    Grade.REQUIRES_IMPROVEMENT: "Requires improvement",
    Grade.INADEQUATE: "Inadequate",
}
_GRADED = {Kind.ILACS: "ILACS inspection", Kind.SINGLE: "Single inspection"}
_POINTS = {
    Kind.FOCUSED_VISIT: "Focused visit",
    Kind.MONITORING_VISIT: "Monitoring visit",
    Kind.AREA_SEND: "Area SEND inspection",
    Kind.JOINT: "Joint inspection",
}
_FILLS = {  # with the colour of words on it, at 4.5 to 1 or better
    Grade.OUTSTANDING: ("#005a30", "#fff"),
    Grade.GOOD: ("#1d5fa6", "#fff"),
    Grade.REQUIRES_IMPROVEMENT: ("#ffcf4a", "#0b0c0c"),
    Grade.INADEQUATE: ("#9c1c1c", "#fff"),
}
_APART = date(2023, 1, 1)  # from when on ILACS inspections judge care leavers apart from children in care
_WITH_IN_CARE = "With children in care"
_NOT_READ = "No grade read"

TIMELINE_CSS = """
.kloe-timeline { container-type: inline-size; margin: 1em 0; color: inherit; }
.kloe-timeline svg { display: block; width: 100%; height: auto; }
.kloe-timeline .kloe-timeline-wide { display: none; max-width: 1100px; }
.kloe-timeline .kloe-timeline-narrow { max-width: 480px; }
@container (min-width: 720px) {
  .kloe-timeline .kloe-timeline-wide { display: block; } .kloe-timeline .kloe-timeline-narrow { display: none; }
}
.kloe-timeline summary { padding: .5em 0; cursor: pointer; }
.kloe-timeline table { border-collapse: collapse; width: 100%; }
.kloe-timeline caption { text-align: left; font-weight: 600; padding: .4em 0; }
.kloe-timeline :is(th, td) { text-align: left; vertical-align: top; padding: .4em .6em .4em 0; border-bottom: 1px solid currentColor; }
.kloe-timeline ul { margin: 0; padding: 0; list-style: none; }
"""
"""What the page's styles need for `timeline_html`."""


@dataclass(frozen=True)
class Event:
    """An inspection or a visit, filed under the day by which citations name its report.

    Attributes:
        day: None where neither publication nor inspection is dated; such an event stands in the table alone.
    """

    record: Record
    day: date | None

    @property
    def name(self) -> str:
        """What it was, in words."""
        return (_GRADED | _POINTS)[self.record.kind]

    @property
    def is_graded(self) -> bool:
        """True for an inspection that gives grades."""
        return self.record.kind in _GRADED

    @property
    def when(self) -> str:
        """Its day in words, or the years that its report bears."""
        return day_words(self.day) if self.day else self.record.when or "undated"

    @property
    def grades(self) -> dict[Area, Grade]:
        """The grade of each area that was judged, overall first."""
        held = {judgement.area: judgement.grade for judgement in self.record.judgements}
        return {area: held[area] for area in AREAS if area in held}

    def says(self, area: Area) -> str:
        """What its report has in place of a grade for an area; empty where the area was no part of it."""
        inspected = self.record.inspection_start or self.day
        if area is Area.CARE_LEAVERS and self.record.kind is Kind.ILACS and inspected:
            return _WITH_IN_CARE if inspected < _APART and Area.IN_CARE in self.grades else _NOT_READ
        return _NOT_READ if area is Area.OVERALL else ""


def timeline(records: Iterable[Record]) -> list[Event]:
    """The inspections and visits among an authority's documents, oldest first, the undated last."""
    events = [Event(record, record.date) for record in records if record.kind in _GRADED | _POINTS]
    return sorted(events, key=lambda event: (event.day is None, event.day or date.min, event.record.path))


def timeline_svg(events: Sequence[Event], narrow: bool = False) -> str:
    """Draw events as an SVG picture: a lane for each area's grades, and one for each kind of visit.

    Words take the reader's font and colour. Years are as wide as their number asks, wider where inspections lie close.

    Args:
        narrow: for a column of some 340 pixels, with each lane's name above it; else for 720 and more.

    Returns:
        The `<svg>` element; an empty string where no event is dated.
    """
    dated = [(event, event.day) for event in events if event.day]
    if not dated:
        return ""
    graded = [(event, day) for event, day in dated if event.is_graded]
    lanes = [_grade_lane(area, graded) for area in AREAS if any(area in event.grades for event, _ in graded)]
    if graded and not any(Area.OVERALL in event.grades for event, _ in graded):
        lanes.insert(0, _grade_lane(Area.OVERALL, graded))
    for kind, name in _POINTS.items():
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
        words = GRADES[grade] if grade else event.says(area)
        if words:
            fill, ink = _FILLS[grade] if grade else (None, None)
            bars.append(Bar(day, end, words, f"{AREAS[area]}, {event.name}, {event.when}: {words}", fill, ink))
    return Lane(AREAS[area], tuple(bars))


def _title(events: Sequence[Event]) -> str:
    named = ", ".join(sorted({event.record.authority for event in events if event.record.authority}))
    return f"Inspections, visits and grades of {named}" if named else "Inspections, visits and grades"


def _description(dated: Sequence[tuple[Event, date]]) -> str:
    said = f"{len(dated)} from {day_words(dated[0][1])} to {day_words(dated[-1][1])}. "
    overall = [
        f"{GRADES[event.grades[Area.OVERALL]].lower()} on {event.when}"
        for event, _ in dated
        if Area.OVERALL in event.grades
    ]
    said += f"Overall: {'; '.join(overall)}. " if overall else ""
    return f"{said}The table has every event and grade."


def timeline_table_html(events: Sequence[Event]) -> str:
    """Events as a table with links to their reports: all that the chart shows, and the outcomes in words."""
    rows = "".join(
        f'<tr><th scope="row">{escape(event.when)}</th><td>{_link(event)}</td><td>{_grades_html(event)}</td></tr>'
        for event in events
    )
    heads = "".join(f'<th scope="col">{head}</th>' for head in ("Date", "Inspection or visit", "Grades or outcome"))
    return f"<table><caption>{escape(_title(events))}</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _link(event: Event) -> str:
    page = next((judgement.page for judgement in event.record.judgements), 1)
    return f'<a href="{escape(page_link(event.record, page))}">{escape(event.name)}</a>'


def _grades_html(event: Event) -> str:
    items = [f"{AREAS[area]}: {GRADES[grade].lower()}" for area, grade in event.grades.items()]
    if event.is_graded and Area.OVERALL not in event.grades:
        items.insert(0, f"{AREAS[Area.OVERALL]}: {_NOT_READ.lower()}")
    items = items or [event.record.outcome or "Not graded"]
    return f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in items)}</ul>"


def timeline_html(events: Sequence[Event]) -> str:
    """The chart for wide and for narrow columns, and the table below it; `TIMELINE_CSS` chooses between the charts."""
    if not events:
        return "<p>No inspection or visit is held.</p>"
    charts = "".join(
        f'<div class="kloe-timeline-{width}">{timeline_svg(events, narrow=width == "narrow")}</div>'
        for width in ("wide", "narrow")
    )
    return (
        f'<div class="kloe-timeline">{charts}<p><small>Dates are those of publication where it is known. ILACS'
        " inspections before 2023 judged care leavers together with children in care.</small></p>"
        f"<details><summary>The same as a table, with links to the reports</summary>{timeline_table_html(events)}</details></div>"
    )
