"""Finds the years, months and periods to which a question confines itself, and those that it leaves out."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from ingest.dates import day_words
from qa.question.scope import Period
from qa.question.spans import Span, find_emphasised, find_excluded, overlaps
from qa.question.times.moments import Moment, find_moments
from qa.question.times.not_times import find_not_times
from qa.question.times.relative import find_relative
from qa.question.times.stretches import Open, Stretch, find_stretches

# "The 2022 report and what later papers say": from 2022 on.
_LATER = re.compile(
    r"(?:\b(?:compared (?:with|to)|versus|vs?\.?|against|and) )?(?:\b(?:what|the|any|its|their|all) )?"
    r"\b(?:later|subsequent|more recent) (?:\w+ )?"
    r"(?:news|story|stories|articles?|minutes|meetings?|visits?|letters?|inspections?|reports?|documents?|papers?)\b",
    re.I,
)


@dataclass(frozen=True)
class Times:
    """The times that a question names, and the spans that name them.

    Attributes:
        years: whole calendar years; any of them.
        months: `(year, month)`, where every time that is named is a month.
        periods: other runs of days; with them, `years` is empty.
        without: times that are left out.
    """

    years: tuple[int, ...] = ()
    months: tuple[tuple[int, int], ...] = ()
    periods: tuple[Period, ...] = ()
    without: tuple[Period, ...] = ()
    spans: tuple[Span, ...] = ()


def find_times(text: str, index_years: range, today: date, covered: Iterable[Span] = ()) -> Times:
    """Find the times that a question names.

    Args:
        index_years: the years of the index's documents: "since 2019" ends and "before 2019" begins with them.
        today: the day from which "last year" counts back.
        covered: spans that are read already, such as "after the 2022 inspection", whose years are no filter.
    """
    for start, end in covered:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    taken = find_not_times(text)
    moments = find_moments(text, taken)
    taken += [moment.span for moment in moments]
    for moment in find_relative(text, today):
        if not overlaps(moment.span, taken):
            moments.append(moment)
            taken.append(moment.span)
    earliest, latest = date(index_years.start, 1, 1), date(index_years.stop - 1, 12, 31)
    stretches = list(find_stretches(text, sorted(moments, key=_span), earliest, latest))
    spans = [stretch.span for stretch in stretches]
    dated = [stretch for stretch in stretches if stretch.limits]
    excluded = find_excluded(text, [stretch.span for stretch in dated])
    _, not_alone = find_emphasised(text, [stretch.span for stretch in dated])
    confining = [stretch for stretch in dated if stretch.span not in excluded]
    # "Don't leave out 2022" confines the question to nothing, but beside another time it is one more.
    kept = [] if all(stretch.span in not_alone for stretch in confining) else confining
    later = _LATER.search(text) if len(kept) == 1 and kept[0].moment.is_years else None
    if later:
        kept = [Stretch(Moment(kept[0].span, kept[0].moment.first, max(latest, kept[0].moment.last)), Open.LATE)]
        spans.append(later.span())
    years, months, periods = _joined(_intersected(kept))
    without = tuple(_period(stretch.moment) for stretch in dated if stretch.span in excluded)
    return Times(years, months, periods, without, (*spans, *excluded.values(), *not_alone.values()))


def _span(moment: Moment) -> Span:
    return moment.span


def _intersected(stretches: Sequence[Stretch]) -> list[Moment]:
    """The moments; "since 2019 but before 2022" is one, from the first day of the one to the last of the other."""
    late = [stretch.moment for stretch in stretches if stretch.open is Open.LATE]
    early = [stretch.moment for stretch in stretches if stretch.open is Open.EARLY]
    if len(stretches) == 2 and len(late) == len(early) == 1 and late[0].first <= early[0].last:
        return [Moment(late[0].span, late[0].first, early[0].last, is_run=True)]
    return [stretch.moment for stretch in stretches]


def _joined(
    moments: Sequence[Moment],
) -> tuple[tuple[int, ...], tuple[tuple[int, int], ...], tuple[Period, ...]]:
    """Years, months and periods that together give all the moments, any of which may hold."""
    if all(moment.is_years or moment.months for moment in moments):
        years = sorted({year for moment in moments for year in range(moment.first.year, moment.last.year + 1)})
        only_months = all(moment.months for moment in moments)
        months = tuple(month for moment in moments for month in moment.months) if only_months else ()
        return tuple(years), months, ()
    return (), (), tuple(_period(moment) for moment in moments)


def _period(moment: Moment) -> Period:
    first, last = moment.first, moment.last
    if not moment.is_years:
        return Period(first, last, "" if first != date.min else f"until {day_words(last)}")
    return Period(first, last, str(first.year) if first.year == last.year else f"{first.year} to {last.year}")
