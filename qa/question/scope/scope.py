"""The scope of a question: which documents may answer it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from index import Record
from ingest import AreaOutcome, Kind, VisitTopic
from ingest.authorities import in_region
from qa.question.scope import wording
from qa.question.scope.events import Event
from qa.question.scope.histories import History
from qa.question.scope.judged import Judged
from qa.question.scope.period import Period, days_of
from qa.question.scope.picks import LATEST, Pick


@dataclass(frozen=True)
class Spoken:
    """Years and kinds that documents in the scope speak of, where no document is of that year or kind.

    Attributes:
        documents: ids of the documents that speak of them.
    """

    years: tuple[int, ...] = ()
    kinds: tuple[Kind, ...] = ()
    documents: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scope:
    """The filters that a question's words, or a person, set. An empty field does not filter; those that are set all hold at once.

    Attributes:
        authorities: official names; any of them.
        years: years of inspection or publication; any of them.
        months: `(year, month)` of inspection or publication, where the question names a month.
        periods: runs of days that are not whole calendar years; any of them.
        kinds: any of them.
        without: official names of excluded authorities and regions ("other than Kent").
        unknown: words that seem to name an authority, but name none that Kloe knows or could mean either of two.
        regions: official names; a document matches if its authority is in one of them or among `authorities`.
        neighbours_of: the authorities whose statistical neighbours are among `authorities`.
        topics: what a focused visit looked at; any of them.
        judged: what the document itself judged; all of them.
        outcomes: of area SEND inspections; any of them.
        histories: how the authority's grades ran; all of them.
        events: before or after something that the catalogue knows; all of them.
        pick: which of each authority's documents are meant, counted after the filters above but for the grades: an authority counts
            by the grade of the document that is picked.
        spoken: years and kinds that the documents speak of.
        either: whole scopes, of which any may hold beside the filters above: "Devon in 2019 and Kent in 2022".
        neither: whole scopes, of which none may hold beside the filters above: "but not in 2020".
    """

    authorities: tuple[str, ...] = ()
    years: tuple[int, ...] = ()
    months: tuple[tuple[int, int], ...] = ()
    kinds: tuple[Kind, ...] = ()
    without: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    neighbours_of: tuple[str, ...] = ()
    judged: tuple[Judged, ...] = ()
    pick: Pick | None = None
    periods: tuple[Period, ...] = ()
    topics: tuple[VisitTopic, ...] = ()
    outcomes: tuple[AreaOutcome, ...] = ()
    histories: tuple[History, ...] = ()
    events: tuple[Event, ...] = ()
    spoken: Spoken = Spoken()
    either: tuple[Scope, ...] = ()
    neither: tuple[Scope, ...] = ()

    @property
    def latest(self) -> bool:
        """True if only each authority's latest document is meant."""
        return self.pick == LATEST

    @property
    def names_place(self) -> bool:
        """True if the scope names an authority or a region, or leaves one out."""
        named = self.authorities or self.regions or self.without or self.unknown
        return bool(named) or any(scope.names_place for scope in self.either)

    @property
    def names_time(self) -> bool:
        """True if the scope is confined to a time or to an ordinal."""
        named = self.years or self.months or self.periods or self.pick or self.events or self.spoken.years
        return bool(named) or any(scope.names_time for scope in self.neither)

    def documents(self, records: Sequence[Record]) -> list[Record]:
        """Keep the documents in scope, in the order given.

        Args:
            records: all documents that are held; histories and events are looked up among them.
        """
        tests = [self._is_of_place(), self._is_of_time(), self._is_of_kind(), self._may_answer(records)]
        matches = [record for record in records if all(test(record) for test in tests)]
        for event in self.events:
            matches = event.keep(matches, records, self.places())
        if self.pick:
            matches = self.pick.choose(matches, bool(self.kinds or self.topics))
        return [record for record in matches if all(judged.holds(record) for judged in self.judged)]

    def places(self) -> frozenset[str]:
        """Give the authorities that the scope confines itself to, those of its regions included; empty if it names none."""
        return self._named_places().union(*(scope.places() for scope in self.either))

    def _named_places(self) -> frozenset[str]:
        return frozenset(name for region in self.regions for name in in_region(region)).union(self.authorities)

    def _is_of_place(self) -> Callable[[Record], bool]:
        """Tell the documents about an authority in the scope; one about several is left out only if all are excluded."""
        within = self._named_places()
        without = {name for region in self.without for name in in_region(region)}.union(self.without)

        def matches(record: Record) -> bool:
            kept = set(record.authorities) - without
            return bool(kept & within) if within else bool(kept) or not record.authorities

        return matches

    def _is_of_time(self) -> Callable[[Record], bool]:
        def matches(record: Record) -> bool:
            return (
                (not self.years or not set(self.years).isdisjoint(record.years))
                and (not self.months or any(_in_month(record, *month) for month in self.months))
                and (not self.periods or any(period.holds(record) for period in self.periods))
            )

        return matches

    def _is_of_kind(self) -> Callable[[Record], bool]:
        def matches(record: Record) -> bool:
            return (
                (not self.kinds or record.kind in self.kinds)
                and (not self.topics or not set(self.topics).isdisjoint(record.visit_topics))
                and (not self.outcomes or record.area_outcome in self.outcomes)
            )

        return matches

    def _may_answer(self, records: Sequence[Record]) -> Callable[[Record], bool]:
        """Tell the documents of authorities with such a history, that speak of what is spoken of, and that the alternatives allow."""
        runs = [history.authorities(records) for history in self.histories]
        speaking = set(self.spoken.documents)
        either = {record.id for scope in self.either for record in scope.documents(records)}
        neither = {record.id for scope in self.neither for record in scope.documents(records)}

        def matches(record: Record) -> bool:
            return (
                all(not names.isdisjoint(record.authorities) for names in runs)
                and (not speaking or record.id in speaking)
                and (not self.either or record.id in either)
                and record.id not in neither
            )

        return matches

    def settle_months(self, records: Sequence[Record]) -> Scope:
        """Drop the months unless every authority in the scope has a document from one of them.

        A month may name a report ("the May 2019 report") or only date an event in one ("the posts cut in May 2019"). In
        the second case the year alone filters.
        """
        if not self.months:
            return self
        authorities = {name for record in self.documents(records) for name in record.authorities}
        names_reports = bool(authorities) and set(self.authorities) <= authorities
        return self if names_reports else replace(self, months=())

    def as_asked(self) -> Scope:
        """The scope before it was settled that documents only speak of a year or a kind."""
        return replace(
            self, years=self.years or self.spoken.years, kinds=self.kinds or self.spoken.kinds, spoken=Spoken()
        )

    def __str__(self) -> str:
        return wording.scope_words(self)


def _in_month(record: Record, year: int, month: int) -> bool:
    return any((day.year, day.month) == (year, month) for day in days_of(record))


def complement(values: Iterable[Kind]) -> tuple[Kind, ...]:
    """Every kind but these."""
    unwanted = set(values)
    return tuple(kind for kind in Kind if kind not in unwanted)
