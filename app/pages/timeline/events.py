"""One authority's inspections and visits over the years, each with its grades."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.pages.templating import capitalised
from index import Record
from ingest import Area, Grade, Kind
from ingest.dates import day_words

GRADED = (Kind.ILACS, Kind.SINGLE)
UNGRADED = (Kind.FOCUSED_VISIT, Kind.MONITORING_VISIT, Kind.AREA_SEND, Kind.JOINT)
NOT_READ = "Grade not found"
_SEPARATE = date(2023, 1, 1)  # from this day ILACS inspections judge care leavers separately from children in care
_WITH_IN_CARE = "With children in care"


@dataclass(frozen=True)
class Event:
    """An inspection or a visit, with the date that citations give its report.

    Attributes:
        day: None if the report has no date; such an event is in the table only.
    """

    record: Record
    day: date | None

    @property
    def name(self) -> str:
        """What it was, in words."""
        return event_name(self.record.kind)

    @property
    def is_graded(self) -> bool:
        """True for an inspection that gives grades."""
        return self.record.kind in GRADED

    @property
    def when(self) -> str:
        """Its day in words, or its report's years."""
        return day_words(self.day) if self.day else self.record.when or "undated"

    @property
    def grades(self) -> dict[Area, Grade]:
        """The grade of each judged area, overall effectiveness first; those of a report card are another scale."""
        grades = {one.area: one.grade for one in self.record.judgements if isinstance(one.grade, Grade)}
        return {area: grades[area] for area in Area if area in grades}

    def without_grade(self, area: Area) -> str:
        """What to show for an area that has no grade; empty if the inspection did not cover it."""
        inspected = self.record.inspection_start or self.day
        if area is Area.CARE_LEAVERS and self.record.kind is Kind.ILACS and inspected:
            return _WITH_IN_CARE if inspected < _SEPARATE and Area.IN_CARE in self.grades else NOT_READ
        return NOT_READ if area is Area.OVERALL else ""


def timeline(records: Iterable[Record]) -> list[Event]:
    """The inspections and visits among an authority's documents, oldest first, the undated last."""
    events = [Event(record, record.date) for record in records if record.kind in GRADED + UNGRADED]
    return sorted(events, key=lambda event: (event.day is None, event.day or date.min, event.record.path))


def event_name(kind: Kind) -> str:
    """What a report or a letter is about: "ILACS inspection", "Focused visit"."""
    return capitalised(kind.label.removesuffix(" report").removesuffix(" letter"))


def area_heading(area: Area) -> str:
    """An area as the heading of a row: "Children in care"."""
    return capitalised(area.label.removeprefix("the "))
