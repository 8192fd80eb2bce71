"""The time that a follow-up means, as a part of its scope: counted from the time asked about, or from the documents quoted."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from index import Record
from ingest import Kind
from ingest.dates import day_words
from qa.question.follow_ups.times_meant import Time
from qa.question.scope import LATEST, Event, Period, Pick, Scope, Side
from qa.question.scope.period import days_of

_BEFORE = (Time.BEFORE, Time.PREVIOUS, Time.YEAR_BEFORE)
_PICKS = {Time.PREVIOUS: LATEST, Time.NEXT: Pick(oldest=True)}
_FULL_INSPECTIONS = (Kind.ILACS, Kind.SINGLE)
_BEGINNING, _END = date(1900, 1, 1), date(2999, 12, 31)


def counts_from_answer(scope: Scope) -> bool:
    """True if "before that" can only be counted from what was quoted, since the question named no time."""
    return not (scope.years or _periods(scope) or _names_documents(scope))


def at_moment(
    time: Time, previous: Scope, quoted: Sequence[Record], held: range, moved: bool, dated: tuple[Kind, ...] = ()
) -> Scope:
    """The years, periods, events and order that a time means; nothing where there is nothing to count from.

    Args:
        previous: what was asked about before.
        quoted: the documents quoted in the answer to it.
        held: the years of the documents held.
        moved: the follow-up is about another place, so that documents quoted give days, and no events of that place.
        dated: the kinds of the one paper that the year asked about tells apart: "the 2019 inspection".
    """
    if time in (Time.ANY, Time.UP_TO_NOW):
        return Scope()
    pick = _PICKS.get(time)
    if time in (Time.YEAR_BEFORE, Time.YEAR_AFTER):
        years = previous.years or tuple(sorted({year for record in quoted for year in record.years}))
        return Scope(years=_beside(time, years, None)) if years else Scope()
    if _names_documents(previous) and not (moved or previous.years):
        return Scope(events=(Event(_side(time), _event(previous)),), pick=pick)
    if previous.years and dated and not moved and time is Time.AFTER:  # papers of the same year may come after it
        of = replace(_event(previous), kinds=dated)
        return Scope(events=(Event(_side(time), of),), pick=pick)
    if previous.years and not previous.months:
        return Scope(years=_beside(time, previous.years, held), pick=pick)
    if periods := _periods(previous):
        return Scope(periods=(_outside(time, periods),), pick=pick)
    extremes = _extremes(_side(time), quoted)
    if extremes and moved:
        return Scope(periods=(_outside(time, [Period(day, day) for day in map(_day, extremes) if day]),), pick=pick)
    return Scope(events=(Event(_side(time), only(extremes)),), pick=pick) if extremes else Scope()


def only(records: Sequence[Record]) -> Scope:
    """The scope of these documents alone: by authority, kind and day, so that it can be read and put into a link."""
    scopes = [_alone(record) for record in records]
    return scopes[0] if len(scopes) == 1 else Scope(either=tuple(scopes))


def kinds_like(quoted: Iterable[Record]) -> tuple[Kind, ...]:
    """The kinds among which "the one before" counts: full inspections of either framework, or the kinds quoted."""
    kinds = tuple(dict.fromkeys(record.kind for record in quoted))
    return _FULL_INSPECTIONS if kinds and set(kinds) <= set(_FULL_INSPECTIONS) else kinds


def retarget(events: Iterable[Event], previous: Scope, place: Scope) -> tuple[Event, ...]:
    """The same events of another place; those that only documents of the place before make are dropped."""
    return tuple(
        replace(event, of=replace(event.of, authorities=place.authorities, regions=place.regions))
        for event in events
        if event.of.authorities == previous.authorities and not (event.of.periods or event.of.either)
    )


def _alone(record: Record) -> Scope:
    day = _day(record)
    if day:
        return Scope(record.authorities, kinds=(record.kind,), periods=(Period(day, day, day_words(day)),))
    return Scope(record.authorities, kinds=(record.kind,), years=record.years)


def _day(record: Record) -> date | None:
    return record.date or max(days_of(record), default=None)


def _extremes(side: Side, quoted: Sequence[Record]) -> list[Record]:
    """Of each authority, the oldest document quoted to count before it, or the newest to count after it."""
    kept: dict[tuple[str, ...], Record] = {}
    for record in sorted(quoted, key=lambda record: record.day_number, reverse=side is Side.BEFORE):
        if _day(record):
            kept[record.authorities] = record
    return list(kept.values())


def _names_documents(scope: Scope) -> bool:
    """True if a scope itself tells which documents are meant, by their order, grade, outcome, topic or an event."""
    return bool(scope.pick or scope.judged or scope.outcomes or scope.topics or scope.events)


def _event(previous: Scope) -> Scope:
    return replace(previous, unknown=(), without=())


def _side(time: Time) -> Side:
    return Side.BEFORE if time in _BEFORE else Side.AFTER


def _beside(time: Time, years: Sequence[int], held: range | None) -> tuple[int, ...]:
    """The years before or after others, one or all that are held; a year that holds nothing where there is none."""
    if _side(time) is Side.BEFORE:
        first = min(years)
        return tuple(range(held.start, first)) or (first - 1,) if held else (first - 1,)
    last = max(years)
    return tuple(range(last + 1, held.stop)) or (last + 1,) if held else (last + 1,)


def _periods(scope: Scope) -> list[Period]:
    months = [Period(date(year, month, 1), _last_day(year, month)) for year, month in scope.months]
    return [*months, *scope.periods]


def _last_day(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _outside(time: Time, periods: Sequence[Period]) -> Period:
    """The days before or after some periods."""
    if _side(time) is Side.BEFORE:
        first = min(period.first for period in periods)
        return Period(_BEGINNING, first - timedelta(days=1), f"before {day_words(first)}")
    last = max(period.last for period in periods)
    return Period(last + timedelta(days=1), _END, f"after {day_words(last)}")
