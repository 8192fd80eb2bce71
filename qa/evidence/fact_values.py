"""The facts that an answer states by name, as values: judgements, dates, inspectors and meetings, and the words for each."""

from dataclasses import dataclass
from datetime import date

from ingest import Area, Grade, ReportCardGrade
from ingest.dates import day_words


def area_words(area: Area) -> str:
    """An area at the start of a line: "Children in care", "Safeguarding board"."""
    return area.label.removeprefix("the ").capitalize()


@dataclass(frozen=True)
class JudgedFact:
    """How an area was judged.

    Attributes:
        with_care_leavers: children in care and care leavers were judged together, as they were before 2023.
        claimed: the grade that the question asks about, as in "Was Devon good?"; None if it names none.
    """

    area: Area
    grade: Grade | ReportCardGrade
    with_care_leavers: bool = False
    claimed: Grade | None = None

    @property
    def name(self) -> str:
        """The area, as the catalogue names it: "in_care"."""
        return self.area.value

    @property
    def heading(self) -> str:
        """The area at the start of a line, with care leavers where they were judged together."""
        together = f" and {Area.CARE_LEAVERS.label}" if self.with_care_leavers else ""
        return f"{area_words(self.area)}{together}"

    @property
    def text(self) -> str:
        """The judgement in words, after a yes or a no where the question asks about a grade."""
        answer = "" if self.claimed is None else "Yes. " if self.grade is self.claimed else "No. "
        return f"{answer}{self.heading}: {self.grade.value}"


@dataclass(frozen=True)
class InspectedFact:
    """The first and the last day of an inspection."""

    start: date
    end: date

    @property
    def name(self) -> str:
        """The fact's name in the catalogue."""
        return "inspected"

    @property
    def text(self) -> str:
        """The days in words."""
        return f"Inspected: {' to '.join(dict.fromkeys(map(day_words, (self.start, self.end))))}"


@dataclass(frozen=True)
class PublishedFact:
    """The day of publication; where no page prints it, `beside` names what gives it, such as the file name."""

    day: date
    beside: str = ""

    @property
    def name(self) -> str:
        """The fact's name in the catalogue."""
        return "published"

    @property
    def text(self) -> str:
        """The day in words."""
        return (
            f"Published: {day_words(self.day)}{f' (date from the {self.beside}; not printed)' if self.beside else ''}"
        )


@dataclass(frozen=True)
class InspectorFact:
    """An inspector, by name."""

    person: str
    led: bool

    @property
    def name(self) -> str:
        """The fact's name in the catalogue."""
        return "lead inspector" if self.led else "inspector"

    @property
    def text(self) -> str:
        """The role and the name."""
        return f"{self.name.capitalize()}: {self.person}"


@dataclass(frozen=True)
class MeetingFact:
    """What a meeting's minutes tell of it by name: who moved or seconded a decision, or the day.

    Attributes:
        name: the fact's name in the catalogue: "mover", "seconder" or "met".
        told: the person, or the day in words.
    """

    name: str
    told: str

    @property
    def text(self) -> str:
        """The fact in words: "Moved by Councillor Ada Lamb"."""
        return {"mover": f"Moved by {self.told}", "seconder": f"Seconded by {self.told}"}.get(
            self.name, f"Met: {self.told}"
        )


FactValue = JudgedFact | InspectedFact | PublishedFact | InspectorFact | MeetingFact
