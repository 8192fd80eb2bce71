"""A correction: what a person has set of a document, who they are, and when."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ingest.dates import day_words

TO = " to "  # between the first and the last day of an inspection


class Field(StrEnum):
    """What a person may correct."""

    AUTHORITY = "authority"
    KIND = "kind"
    DATE = "date"  # its own day: of publication, or of minutes, the meeting
    INSPECTED = "inspected"  # the first and the last day of the inspection


@dataclass(frozen=True)
class Correction:
    """What a person has set of a document.

    Attributes:
        document: the document's id, which is made from its text, so that it outlives every re-reading.
        value: an official name, a kind, a day as ISO 8601, or two such with " to " between; empty if the document states none.
        person: who set it; empty if nobody had signed in.
        day: when, as an ISO 8601 date.
    """

    document: str
    field: Field
    value: str
    person: str
    day: str

    @property
    def words(self) -> str:
        """Who set it and when: "set by Sam on 28 November 2026"."""
        return f"set by {self.person or 'a person'} on {day_words(date.fromisoformat(self.day))}"

    @property
    def days(self) -> tuple[date | None, date | None]:
        """The first and the last day that the value names; a single day is both."""
        if not self.value:
            return None, None
        days = [date.fromisoformat(day) for day in self.value.split(TO)]
        return days[0], days[-1]
