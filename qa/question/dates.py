"""The years and the months that a question names."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from ingest.dates import month_number
from qa.question.exclusion import Span, left_out

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
# Figures that are no date of a report: the name of a law, a plan or guidance, money, and a count.
_NO_DATES = re.compile(
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
# "The twelve months before the 2016 inspection" date a figure of that inspection's report.
_MEASURED = re.compile(
    r"\b(?:(?:in|during|over) )?(?:(?:the|a|one|two|three|six|twelve|\d\d?) )?(?:years?|months?|weeks?|quarter)\s+$",
    re.I,
)
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}
# "In the last year" dates a figure; "last year", of a report, dates the report.
_RELATIVE = re.compile(
    rf"\b(?:in |over |during |from |within )?(?:the )?(?:last|past) (?P<count>\d\d?|{'|'.join(_NUMBERS)}) years\b"
    r"|(?<!the )\b(?P<which>last|this) year(?:['’]s)?\b",
    re.I,
)


# "the 2020 report compared with the later letters": from the year that is named on.
_LATER = re.compile(
    r"(?:\b(?:compared (?:with|to)|versus|vs?\.?|against|and) )?(?:\b(?:the|a|any|its|their) )?"
    r"\b(?:later|subsequent|following|more recent) (?:\w+ )?"
    r"(?:news|story|stories|articles?|minutes|meetings?|visits?|letters?|inspections?|reports?|documents?|papers?)\b",
    re.I,
)


@dataclass(frozen=True)
class Dates:
    """The years and months meant, and where they stand in the text."""

    years: tuple[int, ...]
    months: tuple[tuple[int, int], ...]
    spans: tuple[Span, ...]


@dataclass
class _Found:
    years: set[int] = field(default_factory=set)
    left_out: set[int] = field(default_factory=set)
    months: list[tuple[int, int]] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    exact: bool = True  # every date is one month, so that the months are what is meant


def find_dates(text: str, held: range, today: date) -> Dates:
    """Find the years and months of a question.

    Args:
        held: the years of the index's documents, by which "since 2019" ends and "before 2019" begins.
        today: the day that "last year" counts from.
    """
    found = _Found()
    covered = [match.span() for match in _NO_DATES.finditer(text)]
    for match in _outside(_WHOLE_DATE, text, covered):
        _add_whole(found, match)
        covered.append(match.span())
    matches = [match for match in _outside(_YEARS, text, covered) if not match["figure"]]
    found.spans += [match.span() for match in _outside(_YEARS, text, covered) if match["figure"]]
    excluded = left_out(text, [match.span() for match in matches])
    for match in matches:
        found.spans.append(excluded.get(match.span()) or _measured_span(match))
        first, last = _period(match, held)
        if match.span() in excluded:
            found.left_out.update(range(first, last + 1))
        else:
            _add(found, match, first, last)
    for match in _RELATIVE.finditer(text):
        found.spans.append(match.span())
        found.years.update(_relative(match, today.year))
        found.exact = False
    years = found.years
    if len(years) == 1 and (later := _LATER.search(text)):
        found.spans.append(later.span())
        years = set(range(min(years), max(held.stop, max(years) + 1)))
        found.exact = False
    if found.left_out:
        years = (years or set(held)) - found.left_out
    return Dates(tuple(sorted(years)), tuple(found.months) if found.exact else (), tuple(found.spans))


def _measured_span(match: re.Match[str]) -> Span:
    """Where a date stands, with the length of time that is measured from an inspection and the inspection's name."""
    measured = match["before"] and _MEASURED.search(match.string, 0, match.start())
    if not measured:
        return match.span()
    paper = re.compile(_PAPER, re.I).match(match.string, match.end())
    return measured.start(), paper.end() if paper else match.end()


def _outside(pattern: re.Pattern[str], text: str, covered: list[Span]) -> Iterator[re.Match[str]]:
    for match in pattern.finditer(text):
        if not any(start < match.end() and match.start() < end for start, end in covered):
            yield match


def _add_whole(found: _Found, match: re.Match[str]) -> None:
    year, month = int(match["year"] or match["iso_year"]), int(match["month"] or match["iso_month"])
    found.spans.append(match.span())
    found.years.add(year)
    if 1 <= month <= 12:
        found.months.append((year, month))


def _period(match: re.Match[str], held: range) -> Span:
    """The first and the last year of one match."""
    first = _year(match["first"] or match["short"])
    last = _year(match["last"], first) if match["last"] else first
    if match["since"] or match["onwards"]:
        return first, max(held.stop - 1, first)
    if match["after"]:  # the rest of a year whose month or inspection is named comes after it too
        first += not (match["months"] or match["the"])
        return first, max(held.stop - 1, first)
    if match["until"] or match["earlier"]:
        return min(held.start, first), first
    if match["before"]:
        if _MEASURED.search(match.string, 0, match.start()):  # told in the report of that year
            return first, first
        last = first - (not match["months"])
        return min(held.start, last), last
    return min(first, last), max(first, last)


def _add(found: _Found, match: re.Match[str], first: int, last: int) -> None:
    found.years.update(range(first, last + 1))
    open_ended = any(match[name] for name in ("since", "after", "onwards", "until", "earlier", "before", "last"))
    between = match["between"] and len(re.findall(_MONTH, match["months"] or "", re.I)) != 2
    months = _months(match["months"], bool(match["between"])) if match["months"] else []
    found.exact = found.exact and bool(months) and not open_ended and not between
    found.months += [(first, month) for month in months]


def _months(text: str, between: bool) -> list[int]:
    """The months of "January", "January and March", "January to March"."""
    named = [number for name in re.findall(_MONTH, text, re.I) if (number := month_number(name))]
    if len(named) == 2 and (between or re.search(r"\b(?:to|until)\b|[-–—]", text)):
        return list(range(min(named), max(named) + 1))
    return named


def _year(digits: str, near: int = 2000) -> int:
    """Give the year of "2022", "'22" or the "23" of "2022-23"."""
    number = int(digits.lstrip("'’"))
    return number if number > 99 else near // 100 * 100 + number


def _relative(match: re.Match[str], today: int) -> range:
    if match["count"]:
        number = _NUMBERS.get(match["count"].lower()) or int(match["count"])
        return range(today - number, today + 1)
    ago = 1 if match["which"].lower() == "last" else 0
    return range(today - ago, today - ago + 1)
