"""Dates as inspection documents print them."""

import re
from datetime import date

_NAMES = "january february march april may june july august september october november december".split()
MONTHS = {name: number for number, name in enumerate(_NAMES, 1)} | {
    name[:3]: number for number, name in enumerate(_NAMES, 1)
}
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DAY = r"(?P<{}>\d{{1,2}})(?:st|nd|rd|th)?"
_DATE = re.compile(rf"\b{_DAY.format('day')}\s+(?P<month>{MONTH}),?\s+(?P<year>(?:19|20)\d\d)\b", re.I)
_RANGE = re.compile(
    rf"\b{_DAY.format('d1')}\s*(?P<m1>{MONTH})?,?\s*(?P<y1>(?:19|20)\d\d)?\s*(?:[-–—]|to|and|until)\s*"
    rf"{_DAY.format('d2')}\s+(?P<m2>{MONTH}),?\s+(?P<y2>(?:19|20)\d\d)\b",
    re.I,
)


def month_number(word: str) -> int | None:
    """Give 1 to 12 for a month's name or its usual abbreviation, None for another word."""
    word = word.lower().rstrip(".")
    return MONTHS.get(word) or (MONTHS.get("sep") if word == "sept" else None)


def _make(year: str, month: str, day: str) -> date | None:
    number = month_number(month)
    try:
        return date(int(year), number, int(day)) if number else None
    except ValueError:
        return None


def find_date(text: str) -> date | None:
    """Give the first whole date in `text`, such as "12 May 2015"."""
    return next(filter(None, (_make(m["year"], m["month"], m["day"]) for m in _DATE.finditer(text))), None)


def find_period(text: str) -> tuple[date, date] | None:
    """Give the first period in `text` ("24 February – 18 March 2015"); a single date is its own first and last day.

    Where a day of the period names no month or year, those of the last day hold for it too.
    """
    single = _DATE.search(text)
    for m in _RANGE.finditer(text):
        if single and single.start() < m.start():
            break
        last = _make(m["y2"], m["m2"], m["d2"])
        first = _make(m["y1"] or m["y2"], m["m1"] or m["m2"], m["d1"])
        if first and last and first <= last:
            return first, last
    day = find_date(text)
    return (day, day) if day else None
