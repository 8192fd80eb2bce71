"""The years and months that a question names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from ingest.dates import month_number
from qa.question.spans import Span, find_excluded, overlaps

_YEAR = r"(?:19|20)\d\d"
_MONTH = (
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b"
)
_DAY = r"\b\d{1,2}(?:st|nd|rd|th)?"
_PAPER = r"(?:\s+(?:ofsted )?(?:inspection|report|visit)\b)?"  # "since the 2018 inspection"
_YEARS = re.compile(
    r"(?:(?P<figure>\b(?:(?:at|by|for|in|from)\s+)?(?:the\s+)?(?:(?:end|start|beginning) of|year (?:to|ending|ended)|as (?:at|of))\s+)"
    r"|(?P<since>\bsince\s+)(?P<its>the\s+)?|(?P<after>\b(?:after|(?<!no )(?<!not )later than|post)[\s-]+)(?P<the>the\s+)?"
    r"|(?P<until>\b(?:until|up to|by|no later than|not later than)\s+)|(?P<before>\b(?:before|prior to|earlier than|pre)[\s-]+)(?:the\s+)?"
    r"|(?P<between>\bbetween\s+))?"
    r"(?:\b(?:early|late|mid|spring|summer|autumn|winter)(?:\s+of)?[\s-]+(?:in\s+)?)?"
    rf"(?:{_DAY}\s+(?:of\s+)?)?"
    rf"(?:(?P<months>{_MONTH}\.?(?:\s*(?:,|,?\s*and|or|to|until|[-–—/])\s*{_MONTH}\.?)*),?\s+(?:{_DAY},?\s+)?)?"
    rf"(?:\b(?P<first>{_YEAR})|(?P<short>(?<!\w)['’][12]\d))\b"
    rf"(?:(?(between)\s*(?:and|to|[-–—])\s*|\s*(?:[-–—/]|to\b|until\b|till\b|through\b)\s*)(?:{_MONTH}\.?\s+)?"
    rf"(?P<last>{_YEAR}|\d\d)\b(?:[-–/]\d\d\b)?)?"
    r"(?:(?P<onwards>\s+(?:onwards?|on(?=\s*(?:[,.;:?]|$))|(?:or|and) (?:later|after|newer|since))\b)"
    r"|(?P<earlier>\s+(?:or|and) (?:earlier|before)\b))?"
    rf"(?(the){_PAPER})(?(its){_PAPER})",
    re.I,
)
_WHOLE_DATE = re.compile(
    rf"\b(?:(?:\d{{1,2}}(?P<mark>[/.]))?(?P<month>\d{{1,2}})(?(mark)(?P=mark)|/)(?P<year>{_YEAR})|(?P<iso_year>{_YEAR})-(?P<iso_month>\d\d)-\d\d)\b"
)
# Numbers like a year that do not date a report: in the name of a law, a plan or guidance, in an amount or a count.
_NOT_DATES = re.compile(
    r"\b(?:acts?|regulations?|order|working together(?: to safeguard children)?|code of practice|kcsie"
    rf"|keeping children safe in education|framework)\s*,?\s*\(?{_YEAR}\b"
    rf"|\b(?:strategy|plan|programme|framework)(?: for)? {_YEAR}\s*(?:[-–—/]|to)\s*\d\d(?:\d\d)?\b"
    rf"|\b{_YEAR} (?:act|regulations|(?:\w+ )?framework|code of practice|statutory guidance|reforms)\b"
    rf"|[£$€]\s?{_YEAR}\b|\b{_YEAR}(?:,\d|\.\d|%| per ?cent| pounds)"
    r"|\b(?:over|more than|nearly|almost|around|about|some|fewer than|less than|under|up to|all|the) "
    rf"{_YEAR}(?= (?:(?:looked[- ]after )?children|young|people|cases|families|referrals|pupils|students|contacts"
    r"|assessments|(?:foster )?carers|homes|places|placements|days|hours|staff|social workers|care leavers)\b(?!['’]))",
    re.I,
)
# "The twelve months before the 2016 inspection" are a period that the report of that inspection covers.
_PERIOD_BEFORE = re.compile(
    r"\b(?:(?:in|during|over) )?(?:(?:the|a|one|two|three|six|twelve|\d\d?) )?(?:years?|months?|weeks?|quarter)\s+$",
    re.I,
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
# "Last year" dates a report; "in the last year" dates a figure in one.
_RELATIVE = re.compile(
    rf"\b(?:in |over |during |from |within )?(?:the )?(?:last|past) (?P<count>\d\d?|{'|'.join(_NUMBERS)}) years\b"
    r"|(?<!the )\b(?P<which>last|this) year(?:['’]s)?\b",
    re.I,
)
# "The 2020 report compared with the later letters": from 2020 on.
_LATER = re.compile(
    r"(?:\b(?:compared (?:with|to)|versus|vs?\.?|against|and) )?(?:\b(?:the|a|any|its|their) )?"
    r"\b(?:later|subsequent|following|more recent) (?:\w+ )?"
    r"(?:news|story|stories|articles?|minutes|meetings?|visits?|letters?|inspections?|reports?|documents?|papers?)\b",
    re.I,
)


@dataclass(frozen=True)
class Dates:
    """The years and months that a question names, and the spans that name them."""

    years: tuple[int, ...]
    months: tuple[tuple[int, int], ...]
    spans: tuple[Span, ...]


@dataclass
class _DatesSoFar:
    years: set[int] = field(default_factory=set)
    excluded_years: set[int] = field(default_factory=set)
    months: list[tuple[int, int]] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    only_months: bool = True  # every date names a month, so that the months filter


def find_dates(text: str, index_years: range, today: date) -> Dates:
    """Find the years and months that a question names.

    Args:
        index_years: the years of the index's documents: "since 2019" ends and "before 2019" begins with them.
        today: the day from which "last year" counts.
    """
    dates = _DatesSoFar()
    covered = [match.span() for match in _NOT_DATES.finditer(text)]
    for match in _outside(_WHOLE_DATE, text, covered):
        _add_whole_date(dates, match)
        covered.append(match.span())
    matches = [match for match in _outside(_YEARS, text, covered) if not match["figure"]]
    dates.spans += [match.span() for match in _outside(_YEARS, text, covered) if match["figure"]]
    excluded = find_excluded(text, [match.span() for match in matches])
    for match in matches:
        dates.spans.append(excluded.get(match.span()) or _span_with_period(match))
        first, last = _period(match, index_years)
        if match.span() in excluded:
            dates.excluded_years.update(range(first, last + 1))
        else:
            _add_period(dates, match, first, last)
    for match in _RELATIVE.finditer(text):
        dates.spans.append(match.span())
        dates.years.update(_relative(match, today.year))
        dates.only_months = False
    years = dates.years
    if len(years) == 1 and (later := _LATER.search(text)):
        dates.spans.append(later.span())
        years = set(range(min(years), max(index_years.stop, max(years) + 1)))
        dates.only_months = False
    if dates.excluded_years:
        years = (years or set(index_years)) - dates.excluded_years
    return Dates(tuple(sorted(years)), tuple(dates.months) if dates.only_months else (), tuple(dates.spans))


def _span_with_period(match: re.Match[str]) -> Span:
    """The span of a date, with a period that counts from an inspection: "the year before the 2016 inspection"."""
    period = match["before"] and _PERIOD_BEFORE.search(match.string, 0, match.start())
    if not period:
        return match.span()
    paper = re.compile(_PAPER, re.I).match(match.string, match.end())
    return period.start(), paper.end() if paper else match.end()


def _outside(pattern: re.Pattern[str], text: str, covered: list[Span]) -> Iterator[re.Match[str]]:
    return (match for match in pattern.finditer(text) if not overlaps(match.span(), covered))


def _add_whole_date(dates: _DatesSoFar, match: re.Match[str]) -> None:
    year, month = int(match["year"] or match["iso_year"]), int(match["month"] or match["iso_month"])
    dates.spans.append(match.span())
    dates.years.add(year)
    if 1 <= month <= 12:
        dates.months.append((year, month))


def _period(match: re.Match[str], index_years: range) -> tuple[int, int]:
    """The first and the last year that a date covers."""
    first = _year(match["first"] or match["short"])
    last = _year(match["last"], first) if match["last"] else first
    if match["since"] or match["onwards"]:
        return first, max(index_years.stop - 1, first)
    if match["after"]:  # "after May 2019" and "after the 2019 inspection" include the rest of 2019
        first += not (match["months"] or match["the"])
        return first, max(index_years.stop - 1, first)
    if match["until"] or match["earlier"]:
        return min(index_years.start, first), first
    if match["before"]:
        if _PERIOD_BEFORE.search(match.string, 0, match.start()):  # the report of that year covers it
            return first, first
        last = first - (not match["months"])
        return min(index_years.start, last), last
    return min(first, last), max(first, last)


def _add_period(dates: _DatesSoFar, match: re.Match[str], first: int, last: int) -> None:
    dates.years.update(range(first, last + 1))
    open_ended = any(match[name] for name in ("since", "after", "onwards", "until", "earlier", "before", "last"))
    between_years = match["between"] and len(re.findall(_MONTH, match["months"] or "", re.I)) != 2
    months = _months(match["months"], bool(match["between"])) if match["months"] else []
    dates.only_months = dates.only_months and bool(months) and not open_ended and not between_years
    dates.months += [(first, month) for month in months]


def _months(text: str, between: bool) -> list[int]:
    """The months of "January", "January and March" or "January to March"."""
    named = [number for name in re.findall(_MONTH, text, re.I) if (number := month_number(name))]
    if len(named) == 2 and (between or re.search(r"\b(?:to|until)\b|[-–—]", text)):
        return list(range(min(named), max(named) + 1))
    return named


def _year(digits: str, near: int = 2000) -> int:
    """The year of "2022", of "'22", or of the "23" in "2022-23"."""
    number = int(digits.lstrip("'’"))
    return number if number > 99 else near // 100 * 100 + number


def _relative(match: re.Match[str], this_year: int) -> range:
    if match["count"]:
        count = _NUMBERS.get(match["count"].lower()) or int(match["count"])
        return range(this_year - count, this_year + 1)
    year = this_year - (match["which"].lower() == "last")
    return range(year, year + 1)
