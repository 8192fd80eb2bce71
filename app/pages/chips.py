"""Splits a scope into parts that can be removed one by one."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from qa import Scope

_Value = TypeVar("_Value")

_RUN = 3  # this many years in a row, or more, make one part: "2019 to 2026"
_MOST_KINDS = 3  # more kinds than this make one part


@dataclass(frozen=True)
class Chip:
    """One part of a scope.

    Attributes:
        label: the part in words.
        rest: the scope without it.
    """

    label: str
    rest: Scope


def chips(scope: Scope) -> list[Chip]:
    """The parts of a scope, places first."""
    return [*_places(scope), *_dates(scope), *_kinds(scope), *_others(scope)]


def _places(scope: Scope) -> Iterator[Chip]:
    if scope.neighbours_of:
        label = f"statistical neighbours of {' and '.join(scope.neighbours_of)}"
        yield Chip(label, replace(scope, neighbours_of=(), authorities=()))
    else:
        for name in scope.authorities:
            yield Chip(name, replace(scope, authorities=_less(scope.authorities, name)))
    for name in scope.regions:
        yield Chip(name, replace(scope, regions=_less(scope.regions, name)))
    for name in scope.without:
        yield Chip(f"not {name}", replace(scope, without=_less(scope.without, name)))
    for name in scope.unknown:
        yield Chip(f"“{name}” (unknown authority)", replace(scope, unknown=_less(scope.unknown, name)))


def _dates(scope: Scope) -> Iterator[Chip]:
    for year, month in scope.months:
        months = _less(scope.months, (year, month))
        years = scope.years if any(other == year for other, _ in months) else _less(scope.years, year)
        yield Chip(f"{date(year, month, 1):%B %Y}", replace(scope, months=months, years=years))
    for run in _runs(sorted(set(scope.years) - {year for year, _ in scope.months})):
        label = f"{run[0]} to {run[-1]}" if len(run) > 1 else str(run[0])
        yield Chip(label, replace(scope, years=tuple(year for year in scope.years if year not in run)))


def _runs(years: list[int]) -> list[list[int]]:
    """Group years, at least `_RUN` in a row together and all others alone."""
    runs: list[list[int]] = []
    for year in years:
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return [part for run in runs for part in ([run] if len(run) >= _RUN else [[year] for year in run])]


def _kinds(scope: Scope) -> Iterator[Chip]:
    if len(scope.kinds) > _MOST_KINDS:
        yield Chip(str(Scope(kinds=scope.kinds)), replace(scope, kinds=()))
        return
    for kind in scope.kinds:
        yield Chip(kind.plural, replace(scope, kinds=_less(scope.kinds, kind)))


def _others(scope: Scope) -> Iterator[Chip]:
    """Each other part, in the words of a scope of that part alone."""
    for name in ("periods", "topics", "judged", "outcomes", "histories", "events", "either"):
        values: tuple[object, ...] = getattr(scope, name)
        for value in values:
            alone: dict[str, Any] = {name: (value,)}
            others: dict[str, Any] = {name: _less(values, value)}
            yield Chip(str(Scope(**alone)), replace(scope, **others))
    spoken = scope.spoken
    for year in spoken.years:
        yield Chip(f"speaking of {year}", replace(scope, spoken=replace(spoken, years=_less(spoken.years, year))))
    for kind in spoken.kinds:
        yield Chip(
            f"speaking of {kind.plural}", replace(scope, spoken=replace(spoken, kinds=_less(spoken.kinds, kind)))
        )
    if scope.pick:
        label = f"the {scope.pick}" if scope.kinds else f"the {scope.pick} inspection"
        several = len(scope.authorities) != 1 or bool(scope.regions)
        yield Chip(f"{label} of each" if several else label, replace(scope, pick=None))


def _less(values: tuple[_Value, ...], removed: _Value) -> tuple[_Value, ...]:
    return tuple(value for value in values if value != removed)
