"""The papers that a count looks at: of which authorities, of which time, and in which order."""

from collections.abc import Iterable, Sequence
from datetime import date

from index import Record, authorities_of
from ingest import Kind
from ingest.authorities import in_region
from qa.counts.asking import Dated, is_timed
from qa.question import Scope

Item = tuple[str, Record]
"""An authority and a paper on it."""


class Papers:
    """The papers held, within the places and the time of a question.

    Args:
        records: every document.
        scope: what the question confines itself to; its grades are none of this.
        dated: by which of its days a paper is placed in time.
    """

    def __init__(self, records: Sequence[Record], scope: Scope, dated: Dated) -> None:
        self._records = sorted(records, key=lambda record: (record.day_number, record.id))
        self._scope = scope.as_asked()
        self._dated = dated
        self._within = self._scope.places()
        self._without = {name for region in scope.without for name in in_region(region)}.union(scope.without)

    @property
    def authorities(self) -> list[str]:
        """The authorities within the question's places on which any paper is held, by name."""
        return sorted(filter(self.covers, authorities_of(self._records)))

    @property
    def timed(self) -> bool:
        """True if the question names a time."""
        return is_timed(self._scope)

    def of_kinds(self, kinds: Iterable[Kind]) -> list[Item]:
        """The papers of these kinds from any time, each with each of its authorities, oldest first."""
        wanted = set(kinds)
        return [
            (name, record)
            for record in self._records
            if record.kind in wanted
            for name in filter(self.covers, record.authorities)
        ]

    def runs(self, kinds: Iterable[Kind]) -> dict[str, list[Record]]:
        """The papers of these kinds of each authority, oldest first."""
        runs: dict[str, list[Record]] = {}
        for name, record in self.of_kinds(kinds):
            runs.setdefault(name, []).append(record)
        return dict(sorted(runs.items()))

    def beside_events(self, items: Iterable[Item]) -> list[Item]:
        """Those that are before or after the events that the question names, each of its own authority."""
        kept = list(items)
        for event in self._scope.events:
            kept = [item for item in kept if event.keep([item[1]], self._records, [item[0]])]
        return kept

    def is_in_time(self, record: Record) -> bool:
        """True if a paper's day is in the time that the question names; of one without a day its only year counts."""
        day, scope = self.day(record), self._scope
        if day is None:
            years = set(record.years)
            return not self.timed or (len(years) == 1 and bool(years & set(scope.years)) and not scope.neither)
        return (
            (not scope.years or day.year in scope.years)
            and (not scope.months or (day.year, day.month) in scope.months)
            and (not scope.periods or any(period.first <= day <= period.last for period in scope.periods))
            and not any(p.first <= day <= p.last for other in scope.neither for p in other.periods)
        )

    def day(self, record: Record) -> date | None:
        """The day by which a paper is placed in time."""
        return record.inspection_end if self._dated is Dated.INSPECTED and record.kind.of_ofsted else record.date

    def year(self, record: Record) -> int | None:
        """The year by which a paper is placed in time; None if it tells none, or several and no day."""
        day = self.day(record)
        if day:
            return day.year
        return record.years[0] if len(record.years) == 1 else None

    def covers(self, name: str) -> bool:
        """True if an authority is among the question's places."""
        return (not self._within or name in self._within) and name not in self._without
