"""Comparisons of authorities, or of one authority in different periods, inside filters."""

from collections.abc import Iterator, Sequence

from app.asking.filters import Filters
from app.asking.naming import (
    NoneHeld,
    NotNamed,
    authorities_named,
    authority_named,
    check_subject,
    papers_within,
    period_named,
)
from index import Index, authorities_of, one_state
from ingest.authorities import neighbours_of
from qa.answer.messages import joined
from qa.trajectories import Comparison, Subject, compare_periods, compare_places
from qa.trajectories.comparison import MOST_SIDES, Side

_PERIODS_ALONE = "Periods compare one authority with itself: name one, and leave out neighbours, years and kinds."


@one_state
def compare(
    index: Index,
    authorities: Sequence[str],
    subject: str = "",
    filters: Filters | None = None,
    neighbours: bool = False,
    periods: Sequence[str] = (),
) -> Comparison:
    """Compare what Ofsted's papers say of authorities, or of one authority in different periods, theme by theme.

    Args:
        authorities: by any of their names.
        subject: a theme or matter, or any other words; empty for every theme.
        filters: the papers to compare; None for the newest inspection of each authority and the visits after it.
        neighbours: compare also with the statistical neighbours of which reports or letters are held.
        periods: compare one authority in these: "2018-2020", "2023". All its reports and letters of a period are compared.

    Returns:
        The comparison. If the call is at fault, it has no sides and its explanation says why.
    """
    limits = filters and filters.scope(index)
    try:
        if subject.strip():
            check_subject(subject)
        if periods:
            if neighbours or limits or len(authorities) != 1:
                raise NotNamed(_PERIODS_ALONE)
            return compare_periods(index, authority_named(index, authorities[0]), _periods(periods), subject)
        places = _places(index, authorities, neighbours)
    except NotNamed as error:
        return Comparison(Subject(subject), (), explanation=str(error))
    try:
        inside = papers_within(index, places, filters) if filters and limits else None
    except NoneHeld as error:
        return Comparison(Subject(subject), tuple(Side(place, ()) for place in places), explanation=str(error))
    return compare_places(index, places, subject, inside)


def _places(index: Index, names: Sequence[str], neighbours: bool) -> list[str]:
    """The official names of the authorities to compare, in the order in which they are named; neighbours come last."""
    named: dict[str, str] = {}  # by official name, the name that was given
    for name in names:
        for place in authorities_named(index, name):
            if place in named:
                raise NotNamed(f"{place} is named twice: “{named[place]}” and “{name}”.")
            named[place] = name
    places = list(dict.fromkeys([*named, *(_neighbours(index, list(named)) if neighbours else ())]))
    if len(places) < 2:
        raise NotNamed("Name two authorities or more; or name one, and compare its statistical neighbours or periods.")
    _check_sides(len(places), "authorities")
    return places


def _neighbours(index: Index, places: Sequence[str]) -> Iterator[str]:
    held = authorities_of([record for record in index.catalogue.records() if record.kind.of_ofsted])
    known = [name for place in places for name in neighbours_of(place)]
    if not held & set(known):
        lacks = "holds no reports or letters on the" if known else "knows no"
        raise NotNamed(f"Kloe {lacks} statistical neighbours of {joined(places)}.")
    yield from (name for name in known if name in held)


def _periods(given: Sequence[str]) -> list[tuple[int, int]]:
    periods = [period_named(text) for text in given]
    for text, period in zip(given, periods, strict=True):
        if periods.count(period) > 1:
            raise NotNamed(f"The period “{text}” is given twice.")
    if len(periods) < 2:
        raise NotNamed("Give two periods or more, such as 2018-2020 and 2022-2024.")
    _check_sides(len(periods), "periods")
    return periods


def _check_sides(count: int, of: str) -> None:
    if count > MOST_SIDES:
        raise NotNamed(f"Kloe compares at most {MOST_SIDES} {of}, and these are {count}.")
