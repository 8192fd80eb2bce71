"""The scope of a question: which documents may answer it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from index import Index, Label, Record
from ingest import AreaOutcome, Kind, VisitTopic
from ingest.authorities import in_region
from qa.question.scope import wording
from qa.question.scope.events import Event
from qa.question.scope.histories import History
from qa.question.scope.judged import Judged
from qa.question.scope.period import Period, days_of
from qa.question.scope.picks import LATEST, Pick

_Test = Callable[[Record], bool]


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

    @property
    def labels(self) -> dict[Label, tuple[str, ...]]:
        """What an index can look up: every document in the scope has, of each of these labels, one of the values."""
        wanted = {
            Label.AUTHORITY: tuple(self._named_places()),
            Label.YEAR: tuple(map(str, self.years)),
            Label.KIND: self.kinds,
            Label.TOPIC_OF_VISIT: self.topics,
            Label.OUTCOME: self.outcomes,
        }
        return {label: values for label, values in wanted.items() if values}

    def held_by(self, index: Index) -> list[Record]:
        """The documents of an index that are in scope, by path; none if it has an unknown name.

        Only those that the labels leave are looked at one by one.
        """
        if self.unknown:
            return []
        everything = index.catalogue.records()
        if not self.labels:
            return self.documents(everything)
        return self.documents(index.catalogue.labelled(self.labels), everything)

    def documents(self, records: Sequence[Record], everything: Sequence[Record] | None = None) -> list[Record]:
        """Keep the documents in scope, in the order given.

        Args:
            records: all that may be in scope.
            everything: all documents that are held, among which histories and events are looked up; None if `records` are all.
        """
        held = records if everything is None else everything
        tests = [*self._is_of_place(), *self._is_of_time(), *self._is_of_kind(), *self._may_answer(held)]
        matches = [record for record in records if all(test(record) for test in tests)] if tests else list(records)
        for event in self.events:
            matches = event.keep(matches, held, self.places())
        if self.pick:
            matches = self.pick.choose(matches, bool(self.kinds or self.topics))
        return (
            [record for record in matches if all(judged.holds(record) for judged in self.judged)]
            if self.judged
            else matches
        )

    def places(self) -> frozenset[str]:
        """Give the authorities that the scope confines itself to, those of its regions included; empty if it names none."""
        return self._named_places().union(*(scope.places() for scope in self.either))

    def _named_places(self) -> frozenset[str]:
        return frozenset(name for region in self.regions for name in in_region(region)).union(self.authorities)

    def _is_of_place(self) -> Iterator[_Test]:
        """Tell the documents about an authority in the scope; one about several is left out only if all are excluded."""
        within = self._named_places()
        without = {name for region in self.without for name in in_region(region)}.union(self.without)
        if within:
            yield lambda record: not within.isdisjoint(set(record.authorities) - without)
        elif without:
            yield lambda record: not record.authorities or not without.issuperset(record.authorities)

    def _is_of_time(self) -> Iterator[_Test]:
        if years := set(self.years):
            yield lambda record: not years.isdisjoint(record.years)
        if self.months:
            yield lambda record: any(_in_month(record, *month) for month in self.months)
        if self.periods:
            yield lambda record: any(period.holds(record) for period in self.periods)

    def _is_of_kind(self) -> Iterator[_Test]:
        if self.kinds:
            yield lambda record: record.kind in self.kinds
        if topics := set(self.topics):
            yield lambda record: not topics.isdisjoint(record.visit_topics)
        if self.outcomes:
            yield lambda record: record.area_outcome in self.outcomes

    def _may_answer(self, held: Sequence[Record]) -> Iterator[_Test]:
        """Tell the documents of authorities with such a history, that speak of what is spoken of, and that the alternatives allow."""
        if runs := [history.authorities(held) for history in self.histories]:
            yield lambda record: all(not names.isdisjoint(record.authorities) for names in runs)
        if speaking := set(self.spoken.documents):
            yield lambda record: record.id in speaking
        if self.either:
            either = {record.id for scope in self.either for record in scope.documents(held)}
            yield lambda record: record.id in either
        if neither := {record.id for scope in self.neither for record in scope.documents(held)}:
            yield lambda record: record.id not in neither

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
