"""Moments: stretches of days that a question names outright, such as "2022", "March 2021" and "Q3 2022/23"."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from ingest.dates import month_number
from qa.question.spans import Span, overlaps
from qa.question.times.calendar import APRIL, SEASONS, SEPTEMBER, TERMS, THIRDS, Days, months_from, part, whole_year

YEAR = r"(?:19|20)\d\d"
MONTH = (
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b"
)
ORDINALS = ("first", "second", "third", "fourth")
TO = r"(?:[-–—]|\b(?:to|until|till|through|thru)\b)"


@dataclass(frozen=True)
class Moment:
    """A stretch of days, and the words that name it.

    Attributes:
        months: `(year, month)` of each, where the words name months.
        is_run: the words name a first and a last: "2018 to 2020".
    """

    span: Span
    first: date
    last: date
    months: tuple[tuple[int, int], ...] = ()
    is_run: bool = False

    @property
    def is_years(self) -> bool:
        """True if the days are those of whole calendar years."""
        return (self.first.month, self.first.day, self.last.month, self.last.day) == (1, 1, 12, 31)


# A year in two calendar years: "2021/22" is a financial year as it stands, "2021-22" where the words say so.
_SPLIT = r"(?P<year>(?:19|20)\d\d)\s?(?P<mark>[-–/])\s?(?P<next>(?:19|20)\d\d|\d\d|(?<=/)\d)\b(?![-/.]\d)"
_YEAR_WORD = r"(?:(?:financial|fiscal|tax|academic|school) year|fiscal)"
_SPLIT_YEAR = re.compile(
    rf"(?:\b(?:the )?{_YEAR_WORD}s?(?: of)?[\s,:]+|(?P<fy>\bFY\s?)|(?P<budget>\bbudgets?(?: for| in)?\s+))?(?:\b|(?<=FY)){_SPLIT}"
    rf"(?:\s+{_YEAR_WORD}s?\b|(?P<spent>(?=\s+(?:\w+ )?budgets?\b)))?",
    re.I,
)
_QUARTER = r"(?:q(?P<q>[1-4])|(?:the )?(?P<nth>first|second|third|fourth|last|final|1st|2nd|3rd|4th) quarter)"
_HALF = r"(?:h(?P<h>[12])|(?:the )?(?P<half>first|second|latter|1st|2nd) half)"
_SOME_MONTHS = r"(?:the )?(?P<end>first|last|final) (?P<count>two|three|four|six|nine|[2-9]) months"
_PART = re.compile(
    rf"\b(?:(?:q(?P<from>[1-4])\s*(?:[-–&]|to|and)\s*)?{_QUARTER}|{_HALF}|{_SOME_MONTHS})(?:\s*,\s*|\s+)(?:of\s+|in\s+)?(?:the\s+)?$",
    re.I,
)
_PART_AFTER = re.compile(r"\s+(?:q(?P<q>[1-4])|h(?P<h>[12]))\b", re.I)
_SEASON = re.compile(
    r"\b(?:the\s+)?(?P<season>spring|summer|autumn|winter)(?P<term>\s+term)?(?:,|\s+of|\s+in)?\s+$", re.I
)
_THIRD = re.compile(r"\b(?P<third>early|mid|late)(?:[\s-]+(?:in\s+)?)$", re.I)
_DECADE = re.compile(r"\b(?:the\s+)?(?P<decade>(?:19|20)\d0)['’]?s\b", re.I)
_NUMERIC = re.compile(
    rf"\b(?:(?:(?P<day>\d{{1,2}})(?P<mark>[/.]))?(?P<month>\d{{1,2}})(?(mark)(?P=mark)|/)(?P<year>{YEAR})"
    rf"|(?P<iso_year>{YEAR})-(?P<iso_month>\d\d)-(?P<iso_day>\d\d))\b"
)
_NAMED = re.compile(
    rf"(?:\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?)?"
    rf"(?:(?P<months>{MONTH}\.?(?:\s*(?:,|,?\s*and|or|to|until|[-–—/])\s*{MONTH}\.?)*),?\s+(?:of\s+)?(?:(?P<us_day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+)?)?"
    rf"(?:\b(?P<year>{YEAR})|(?P<short>(?<!\w)['’][12]\d))\b"
    rf"(?:\s*(?:[-–—/]|\b(?:to|until|till|through)\b)\s*(?P<run>\d\d)\b(?![-/.:]?\d|\s+(?:of\s+)?{MONTH}))?",
    re.I,
)


def find_moments(text: str, covered: list[Span]) -> list[Moment]:
    """Find the moments that a text names, in order; none within the spans that are covered."""
    found: list[Moment] = []
    taken = list(covered)
    readers: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Moment | None]], ...] = (
        (_NUMERIC, _numeric),
        (_DECADE, _decade),
        (_SPLIT_YEAR, _split_year),
        (_NAMED, _named),
    )
    for pattern, read in readers:
        for match in _outside(pattern, text, taken):
            if moment := read(match):
                found.append(moment)
                taken.append(moment.span)
    return sorted(found, key=lambda moment: moment.span)


def _outside(pattern: re.Pattern[str], text: str, taken: list[Span]) -> Iterator[re.Match[str]]:
    return (match for match in pattern.finditer(text) if not overlaps(match.span(), taken))


def _numeric(match: re.Match[str]) -> Moment | None:
    year, month = int(match["year"] or match["iso_year"]), int(match["month"] or match["iso_month"])
    day = match["day"] or match["iso_day"]
    if not 1 <= month <= 12:
        return Moment(match.span(), *whole_year(year))
    return Moment(match.span(), *_day_or_month(year, month, day), ((year, month),))


def _day_or_month(year: int, month: int, day: str | None) -> Days:
    try:
        return (date(year, month, int(day)),) * 2 if day else months_from(year, month, 1)
    except ValueError:  # the 31st of June
        return months_from(year, month, 1)


def _decade(match: re.Match[str]) -> Moment:
    year = int(match["decade"])
    return Moment(match.span(), date(year, 1, 1), date(year + 9, 12, 31), is_run=True)


def _split_year(match: re.Match[str]) -> Moment | None:
    """A financial or school year, with its quarter or half; None if the two years do not follow on each other."""
    year = int(match["year"])
    if not str(year + 1).endswith(match["next"]):
        return None
    start = match.start("year") if match["budget"] else match.start()
    words = match.group().lower()
    of_school = "academic" in words or "school" in words
    of_money = (
        match["mark"] == "/"
        or match["fy"]
        or match["budget"]
        or match["spent"] is not None
        or "year" in words
        or "fiscal" in words
    )
    term = _SEASON.search(match.string, 0, start)
    if not (of_school or of_money) and not term:
        return None
    if term:
        return Moment((term.start(), match.end()), *_season(term, year))
    days = months_from(year, SEPTEMBER if of_school else APRIL, 12)
    return _part_of(match, days, start)


def _part_of(match: re.Match[str], days: Days, start: int) -> Moment:
    """The quarter or half of a year that the words beside it name, or the whole year."""
    before = _PART.search(match.string, 0, start)
    after = _PART_AFTER.match(match.string, match.end())
    words = before or after
    if not words:
        return Moment((start, match.end()), *days)
    groups = words.groupdict()
    span = (before.start() if before else start, match.end() if before else words.end())
    if groups.get("count"):
        return Moment(span, *_some_months(days, groups["end"].lower(), groups["count"].lower()))
    nth = groups.get("nth") or groups.get("half") or ""
    number = int(groups["q"] or groups["h"] or _number(nth))
    of = 4 if groups["q"] or groups.get("nth") else 2
    first, last = part(days, number, of)
    return Moment(span, part(days, int(groups["from"]), 4)[0] if groups.get("from") else first, last)


def _some_months(days: Days, end: str, count: str) -> Days:
    """The first or the last months of a year."""
    months = {"two": 2, "three": 3, "four": 4, "six": 6, "nine": 9}.get(count) or int(count)
    begin = 0 if end == "first" else 12 - months
    return months_from(days[0].year, days[0].month + begin, months)


def _number(word: str) -> int:
    word = word.lower()
    if word in ORDINALS:
        return ORDINALS.index(word) + 1
    return {"latter": 2}.get(word) or int(word[0] if word[0].isdigit() else 4)


def _named(match: re.Match[str]) -> Moment | None:
    """A day, months or years in figures: "3 March 2021", "May or June 2022", "2018-20", "'22"."""
    year = _year(match["year"] or match["short"])
    if match["months"]:
        return _of_months(match, year)
    if match["run"]:
        last = year // 100 * 100 + int(match["run"])
        if last < year and int(match["run"]) <= 12:  # "2023-05"
            month = int(match["run"])
            return Moment(match.span(), *months_from(year, month, 1), ((year, month),)) if month else None
        first, last = min(year, last), max(year, last)
        return Moment(match.span(), date(first, 1, 1), date(last, 12, 31), is_run=True)
    start = match.start("year") if match["year"] else match.start("short")
    if season := _SEASON.search(match.string, 0, start):
        return Moment((season.start(), match.end()), *_season(season, year))
    if third := _THIRD.search(match.string, 0, start):
        return Moment((third.start(), match.end()), *months_from(year, THIRDS[third["third"].lower()], 4))
    return _part_of(match, whole_year(year), start)


def _of_months(match: re.Match[str], year: int) -> Moment:
    words = match["months"]
    named = [number for name in re.findall(MONTH, words, re.I) if (number := month_number(name))]
    between = re.search(r"\bbetween\s+$", match.string[: match.start()], re.I)
    if len(named) == 2 and (between or re.search(TO, words, re.I)):
        named = list(range(min(named), max(named) + 1))
    months = tuple((year, month) for month in named)
    days = months_from(year, min(named), max(named) - min(named) + 1)
    if len(named) == 1:
        days = _day_or_month(year, named[0], match["day"] or match["us_day"])
    return Moment(match.span(), *days, months)


def _season(match: re.Match[str], year: int) -> Days:
    name = match["season"].lower()
    month, count = (TERMS if match["term"] else SEASONS).get(name, SEASONS[name])
    if match["term"] and month < SEPTEMBER and re.match(r"\d\d\d\d\s?[-–/]", match.string[match.end() :]):
        year += 1  # the spring term of 2021/22
    return months_from(year, month, count)


def _year(digits: str) -> int:
    number = int(digits.lstrip("'’"))
    return number if number > 99 else 2000 + number
