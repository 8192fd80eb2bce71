"""Finds days as documents print them: one by one, and in chains such as "3 to 7 and 10 June 2019"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from ingest.printed_days import (
    DAY,
    JOIN,
    MONTH,
    MONTHS,
    NAMED_MONTH,
    TH,
    WEEKDAY,
    YEAR,
    Part,
    Run,
    find_runs,
    month_number,
)

__all__ = [
    "MONTH",
    "MONTHS",
    "NAMED_MONTH",
    "WEEKDAY",
    "YEAR",
    "Chain",
    "day_words",
    "find_chains",
    "find_date",
    "find_period",
    "month_number",
    "period_words",
]

_BARE = re.compile(rf"(?<![\w.:/£])(?:(?:{WEEKDAY},?\s+)?(?:the\s+)?(?:[123]\s\d(?!\d){TH}|{DAY})\s*{JOIN})+$", re.I)
_THROUGH = re.compile(r"\b(?:to|until|till|through)\b|[-–—]", re.I)
_COUNTED = re.compile(r"\b(?:items?|pages?|pp?|paragraphs?|appendix|section|table|figure|no|minutes?)\.?\s*$", re.I)
_LAST_YEAR = re.compile(
    r"\s*,?\s*(?:of\s)?(?:last|the previous|the past|final|past)\s(?:year|(?:12|twelve)\smonths)\b", re.I
)
_THIS_YEAR = re.compile(r"\s*,?\s*(?:of\s)?this\syear\b", re.I)
_LEFT, _GAP = 80, 60  # characters


@dataclass(frozen=True)
class Chain:
    """Days that the text joins with dashes, commas and small words.

    Attributes:
        start: where the words of the chain begin in the text, and `end` where they end.
        days: in the order of the text; empty if no year is told.
        through: a dash or "to" joins two of the days.
        parts: how many days are named.
    """

    start: int
    end: int
    days: tuple[date, ...]
    through: bool
    parts: int

    @property
    def period(self) -> tuple[date, date]:
        """The first and the last day. Only for a chain with days."""
        return min(self.days), max(self.days)


def day_words(day: date) -> str:
    """Write a day in words: "3 March 2020"."""
    return f"{day.day} {day:%B %Y}"


def period_words(first: date, last: date) -> str:
    """Write a period in words, without what its two days share: "11 to 12 December 2018"."""
    if first == last:
        return day_words(first)
    start = day_words(first) if first.year != last.year else f"{first.day} {first:%B}"
    return f"{first.day if (first.year, first.month) == (last.year, last.month) else start} to {day_words(last)}"


def find_date(text: str) -> date | None:
    """Find the first whole date in `text`, such as "12 May 2015"."""
    return next((day for run in find_runs(text) if (day := _make(run.parts[0]))), None)


def find_period(text: str) -> tuple[date, date] | None:
    """Find the first period in `text` ("24 February – 18 March 2015"); a single date is its own first and last day."""
    return next((chain.period for chain in find_chains(text) if chain.days), None)


def find_chains(text: str, own: date | None = None) -> Iterator[Chain]:
    """Find all days in `text`, joined as the text joins them.

    A day that lacks its month or year has those of the next day, so "4 December – 10 January 2019" begins in 2018.

    Args:
        own: the paper's own day. Days without a year are then in the last year that brings them before it.
    """
    chain: list[Run] = []
    for run in find_runs(text):
        run = _with_bare_days(text, run, chain[-1].end if chain else 0)
        if chain and not _joined(text, chain[-1].end, run.start):
            yield _chain(text, chain, own)
            chain = []
        chain.append(run)
    if chain:
        yield _chain(text, chain, own)


def _joined(text: str, end: int, start: int) -> bool:
    return start - end <= _GAP and bool(re.fullmatch(rf"\s*(?:{JOIN})", text[end:start], re.I))


def _with_bare_days(text: str, run: Run, floor: int) -> Run:
    """The run with the days before it that have no month: "3, 4 and" before "5 June"."""
    floor = max(floor, run.start - _LEFT)
    bare = _BARE.search(text[floor : run.start])
    if not bare or _COUNTED.search(text[max(0, floor + bare.start() - 20) : floor + bare.start()]):
        return run
    days = [int(re.sub(r"\D", "", figures)) for figures in re.findall(r"[123]\s\d(?!\d)|\d\d?", bare.group())]
    only_comma = re.search(rf"[,;]\s*(?:the\s+)?(?:{WEEKDAY},?\s+)?$", bare.group(), re.I) and len(days) < 2
    if only_comma or not all(1 <= day <= 31 for day in days):
        return run
    return Run(floor + bare.start(), run.end, (*map(Part, days), *run.parts))


def _chain(text: str, runs: Sequence[Run], own: date | None) -> Chain:
    parts = _filled([part for run in runs for part in run.parts])
    start, end = runs[0].start, runs[-1].end
    if own and parts[-1].year is None:
        parts, end = _dated(parts, own, text, end)
    days = tuple(day for part in parts if (day := _make(part)))
    whole = len(days) == len(parts) and (len(days) < 2 or days[0] <= days[-1])
    return Chain(start, end, days if whole else days[-1:], bool(_THROUGH.search(text[start:end])), len(parts))


def _filled(parts: list[Part]) -> list[Part]:
    """The parts with the month and year that each takes from its neighbours."""
    for at in range(len(parts) - 2, -1, -1):
        part, after = parts[at], parts[at + 1]
        month, year = part.month or after.month, part.year
        if year is None and after.year is not None:
            year = after.year - (month is not None and after.month is not None and month > after.month)
        parts[at] = Part(part.day, month, year)
    for at in range(1, len(parts)):
        part, before = parts[at], parts[at - 1]
        if part.year is None and before.year is not None:
            later = before.year + ((part.month or 0) < (before.month or 0))
            parts[at] = replace(part, year=later)
    return parts


def _dated(parts: list[Part], own: date, text: str, end: int) -> tuple[list[Part], int]:
    """The parts in the year that the words after them or the paper's own day give, and where the words end."""
    if said := _LAST_YEAR.match(text, end):
        year, end = own.year - 1, said.end()
    elif said := _THIS_YEAR.match(text, end):
        year, end = own.year, said.end()
    else:
        last = _make(replace(parts[-1], year=own.year))
        year = own.year - bool(last and last > own)
    return _filled([*parts[:-1], replace(parts[-1], year=year)]), end


def _make(part: Part) -> date | None:
    try:
        return date(part.year, part.month, part.day) if part.year and part.month else None
    except ValueError:
        return None
