"""Finds dates and periods as inspection documents print them."""

import re
from datetime import date

_NAMES = "january february march april may june july august september october november december".split()
MONTHS = {name: number for number, name in enumerate(_NAMES, 1)} | {
    name[:3]: number for number, name in enumerate(_NAMES, 1)
}
MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_DAY = r"(?P<{}>\d{{1,2}})(?:st|nd|rd|th)?"
_DATE = re.compile(rf"\b{_DAY.format('day')}\s+(?P<month>{MONTH}),?\s+(?P<year>(?:19|20)\d\d)\b", re.I)
_FIGURES = re.compile(r"\b(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)\b")  # 25/11/2016, day first
_RANGE = re.compile(
    rf"\b{_DAY.format('d1')}\s*(?P<m1>{MONTH})?,?\s*(?P<y1>(?:19|20)\d\d)?\s*(?:[-–—]|to|and|until)\s*"
    rf"{_DAY.format('d2')}\s+(?P<m2>{MONTH}),?\s+(?P<y2>(?:19|20)\d\d)\b",
    re.I,
)


def month_number(word: str) -> int | None:
    """Give 1 to 12 for a month's name or usual abbreviation, None for any other word."""
    word = word.lower().rstrip(".")
    return MONTHS.get(word) or (MONTHS.get("sep") if word == "sept" else None)


def day_words(day: date) -> str:
    """Write a day in words: "3 March 2020"."""
    return f"{day.day} {day:%B %Y}"


def _make(year: str, month: str, day: str) -> date | None:
    number = month_number(month)
    try:
        return date(int(year), number, int(day)) if number else None
    except ValueError:
        return None


def _spelt(text: str) -> str:
    """Rewrite dates in figures with the month's name."""
    return _FIGURES.sub(lambda m: f"{m[1]} {_NAMES[int(m[2]) - 1] if 1 <= int(m[2]) <= 12 else '?'} {m[3]}", text)


def find_date(text: str) -> date | None:
    """Find the first whole date in `text`, such as "12 May 2015"."""
    return next(filter(None, (_make(m["year"], m["month"], m["day"]) for m in _DATE.finditer(_spelt(text)))), None)


def find_period(text: str) -> tuple[date, date] | None:
    """Find the first period in `text` ("24 February – 18 March 2015"); a single date is its own first and last day.

    If the first day lacks a month or year, it has those of the last day.
    """
    text = _spelt(text)
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


def find_periods(text: str) -> tuple[date, date] | None:
    """Find the first and last day of all the periods in `text`, as for an inspection in two parts."""
    first = find_period(text)
    if first is None:
        return None
    days = [day for m in _RANGE.finditer(_spelt(text)) if (day := _make(m["y2"], m["m2"], m["d2"]))]
    days += [day for m in _DATE.finditer(_spelt(text)) if (day := _make(m["year"], m["month"], m["day"]))]
    return first[0], max(first[1], *days)
