"""Times that count back from today: "last month", "two years ago", "in the last 18 months"."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from ingest.dates import month_number
from qa.question.times.calendar import (
    APRIL,
    SEASONS,
    SEPTEMBER,
    Days,
    going_back,
    last_season,
    months_from,
    whole_year,
    year_from,
)
from qa.question.times.moments import MONTH, Moment

_NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(), 1
    )
} | {"a": 1, "an": 1, "couple of": 2, "a couple of": 2, "eighteen": 18, "twenty": 20, "twenty-four": 24}
_COUNT = rf"(?:\d{{1,3}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_UNIT = r"(?:year|month|week|day|decade|fortnight)"
_ROLLING = re.compile(
    rf"\b(?:(?:in|over|during|within|for|from|across) )?(?:the |these )?(?:last|past|previous) (?P<count>{_COUNT})[ -]"
    rf"(?:(?P<money>financial|fiscal)|(?P<school>school|academic)|calendar)? ?(?P<unit>{_UNIT})s?\b"
    rf"|\b(?:(?:in|over|during|within|for|across) )?the (?:last|past|previous) (?P<one>{_UNIT})\b(?!['’]| of\b)"
    rf"|\b(?:(?:in|over|during|within) )?past (?P<bare>{_UNIT})\b",
    re.I,
)
_AGO = re.compile(
    rf"\b(?:(?P<older>more than|over|at least) |(?P<newer>less than|under|within) |(?:about|around|some|nearly|almost) )?"
    rf"(?P<count>{_COUNT}) (?P<unit>{_UNIT})s? ago\b",
    re.I,
)
_NAMED = re.compile(
    r"\b(?:in |during |over |for |so far )?(?:(?P<the>the )?(?P<which>last|this|current|previous|past) )"
    rf"(?:(?P<money>financial|fiscal|tax) year|(?P<school>academic|school) year"
    rf"|(?P<season>spring|summer|autumn|winter)|(?P<unit>year|month|week|quarter)(?:['’]?s['’]?(?=\s))?|(?P<month>{MONTH}))\b(?![-\w])",
    re.I,
)
_SINCE_MONTH = re.compile(rf"(?<=\bsince )(?P<month>{MONTH})(?!\s*(?:\d|['’]))", re.I)
# A short time back may be the time of a figure: "numbers rose in the last year".
_OF_A_FIGURE = re.compile(
    r"\b(?:rose|risen|rise|rising|fell|fallen|fall|falling|grew|grown|growth|increase\w*|increasing|decrease\w*|decreasing|reduc\w+|doubled"
    r"|dropped|went up"
    r"|gone up|went down|gone down|percentage|proportion|rate|rates|numbers?|how (?:many|much)"
    r"(?! (?:councils|authorities|las|inspections|visits|letters|reports|minutes|documents|papers|times|\w+ (?:visits|inspections))))\b",
    re.I,
)
_OF_PAPERS = re.compile(
    r"\b(?:publish\w*|reports?|letters?|minutes|news|papers?|documents?|inspect\w*|visits?|said|say|says|met|meetings?|came out"
    r"|come out|articles?|stories|anything|new)\b",
    re.I,
)
_SHORT = ("month", "week", "day", "fortnight")


def find_relative(text: str, today: date) -> Iterator[Moment]:
    """Find the times in a text that count back from today."""
    for match in _AGO.finditer(text):
        yield Moment(match.span(), *_ago(match, today))
    for match in _ROLLING.finditer(text):
        if days := _rolling(match, today):
            yield Moment(match.span(), *days)
    for match in _NAMED.finditer(text):
        if days := _named(match, today):
            yield Moment(match.span(), *days)
    for match in _SINCE_MONTH.finditer(text):
        month = month_number(match["month"]) or 1
        yield Moment(match.span(), *months_from(today.year - (month > today.month), month, 1))


def _ago(match: re.Match[str], today: date) -> Days:
    """The year, month, week or day so long ago; with "more than", all the time before it."""
    unit = match["unit"].lower()
    day = going_back(today, _number(match["count"]), unit)
    if match["older"]:
        return date.min, day - timedelta(days=1)
    if match["newer"]:
        return day, today
    if unit in ("year", "decade"):
        return whole_year(day.year)
    if unit == "month":
        return months_from(day.year, day.month, 1)
    return (day, day) if unit == "day" else _week(day)


def _rolling(match: re.Match[str], today: date) -> Days | None:
    """The time up to today; None where it is that of a figure or of practice, not of papers."""
    unit = (match["unit"] or match["one"] or match["bare"]).lower()
    count = _number(match["count"]) if match["count"] else 1
    if match["money"] or match["school"]:
        month = APRIL if match["money"] else SEPTEMBER
        return year_from(month, today, count)[0], year_from(month, today, 1)[1]
    rest = match.string[: match.start()] + match.string[match.end() :]
    if (unit in _SHORT or count == 1) and _OF_A_FIGURE.search(rest):
        return None
    if unit in ("week", "day", "fortnight") and not _OF_PAPERS.search(rest):
        return None
    return going_back(today, count, unit), today


def _named(match: re.Match[str], today: date) -> Days | None:
    which = match["which"].lower()
    back = int(which in ("last", "previous", "past"))
    if match["money"] or match["school"]:
        return year_from(APRIL if match["money"] else SEPTEMBER, today, back)
    if match["season"]:
        month, count = SEASONS[match["season"].lower()]
        return last_season(month, count, today) if back else months_from(today.year, month, count)
    if match["the"] or which in ("previous", "past", "current"):
        return None
    if match["month"]:
        number = month_number(match["month"]) or 1
        return last_season(number, 1, today) if back else months_from(today.year, number, 1)
    return _last_or_this(match["unit"].lower(), back, today)


def _last_or_this(unit: str, back: int, today: date) -> Days:
    if unit == "year":
        return whole_year(today.year - back)
    if unit == "week":
        return _week(today - timedelta(weeks=back))
    if unit == "month":
        day = going_back(today, back, "month")
        return months_from(day.year, day.month, 1)
    day = going_back(today, 3 * back, "month")
    return months_from(day.year, (day.month - 1) // 3 * 3 + 1, 3)


def _week(day: date) -> Days:
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def _number(words: str) -> int:
    return _NUMBERS.get(words.lower()) or int(words)
