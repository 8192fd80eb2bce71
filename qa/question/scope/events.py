"""Events that the catalogue knows: documents from before or after them, authority by authority."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from index import Record
from qa.question.scope import wording

if TYPE_CHECKING:
    from qa.question.scope.scope import Scope


class Side(StrEnum):
    """Which side of an event is meant."""

    AFTER = "after"
    BEFORE = "before"


@dataclass(frozen=True)
class Event:
    """Documents dated after, or before, an inspection, a visit or a meeting of the same authority: "since its last inspection".

    Attributes:
        of: the documents of the event, of which the newest of each authority counts. An authority without such a document has none
            on either side; but if no authority has one, the years of the event count in its place.
    """

    side: Side
    of: Scope

    def keep(
        self, records: Iterable[Record], everything: Sequence[Record], places: Collection[str] = ()
    ) -> list[Record]:
        """Keep the documents on that side of the event.

        Args:
            everything: all documents, among which the event is looked up.
            places: the authorities whose events count; all if it is empty. A paper about two counts by those alone.
        """
        days: dict[str, int] = {}
        for record in self.of.documents(everything):
            for name in record.authorities:
                if not places or name in places:
                    days[name] = max(days.get(name, 0), record.day_number)
        if not days and self.of.years:
            day = self._first_day()
            return [record for record in records if self._is_beside(record, day)]
        return [
            record for record in records if any(self._is_beside(record, days.get(name)) for name in record.authorities)
        ]

    def _first_day(self) -> int:
        """The day beside which documents are, where only the year of the event is known: all of that year is after it."""
        if self.side is Side.AFTER:
            return date(max(self.of.years), 1, 1).toordinal() - 1
        return date(min(self.of.years), 1, 1).toordinal()

    def _is_beside(self, record: Record, day: int | None) -> bool:
        """A paper that tells only its year is beside the event if that year is."""
        if day is None or not (record.date or record.years):
            return False
        if not record.date:
            year = date.fromordinal(day).year
            return min(record.years) > year if self.side is Side.AFTER else max(record.years) < year
        return record.day_number > day if self.side is Side.AFTER else record.day_number < day

    def __str__(self) -> str:
        """Say "after the latest inspection"."""
        return f"{self.side.value} the {wording.event_words(self.of)}"
