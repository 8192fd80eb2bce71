"""The days that a document gives for itself: of the inspection, and of publication or the meeting."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import PurePath

from ingest.dates import find_date, find_period, find_periods
from ingest.facts.head import Head
from ingest.vocabulary import Kind

_INSPECTED = re.compile(
    r"inspection dates?:?\s*|inspection took place (?:from|between|on)\s*|services\s+(?:on|between|from)\s"
    r"|visit\s+(?:to|of).{0,120}?\son\s|\bbetween\s(?=\d)",
    re.I,
)
_FIELD_END = re.compile(
    r"lead inspector|reporting inspector|date of previous|dates of previous|report published|judgement", re.I
)


def read_period(head: Head, kind: Kind) -> tuple[date, date] | None:
    """Read the first and last day of the inspection."""
    if kind in (Kind.MINUTES, Kind.NEWS):
        return None
    for label in _INSPECTED.finditer(head.flat):
        is_field = label.group().lower().startswith("inspection date")
        text = head.flat[label.end() : label.end() + (140 if is_field else 90)]
        text = text[: end.start()] if (end := _FIELD_END.search(text)) else text
        period = (find_periods if is_field else find_period)(_as_period(" ".join(text.split())))
        if period:
            head.note("inspected", " to ".join(dict.fromkeys(map(str, period))), label.start(), label.end() + len(text))
            return period
    return None


def _as_period(text: str) -> str:
    """Write a list of days as a period: "5, 6 and 7 March 2019" as "5 and 7 March 2019"."""
    return re.sub(r"\b(\d{1,2})(?:, ?\d{1,2})+ and (?=\d)", r"\1 and ", text)


def read_published(head: Head, kind: Kind, path: PurePath) -> date | None:
    """Read the day of publication as printed, or else from the file name ("... - 04 march 2025.pdf")."""
    for match in _printed_dates(head, kind):
        if day := find_date(" ".join(match.group().split())):
            head.note("published", str(day), match.start(), match.end())
            return day
    day = find_date(path.stem.replace("_", " "))
    if day:
        head.note_path("published", str(day), path.name)
    return day


def _printed_dates(head: Head, kind: Kind) -> Iterator[re.Match[str]]:
    if kind in (Kind.MINUTES, Kind.NEWS, Kind.UNKNOWN):
        yield from re.finditer(r"(?:^|\n)\W*(?:date|meeting|published|posted)[^\n]{0,140}", head.text, re.I)
    else:
        yield from re.finditer(r"report published:?\s*.{5,40}", head.text, re.I)
        salutation = head.text.find("Dear ")  # a letter's date is on a line above it
        for match in re.finditer(r"^\W*\d{1,2}\w{0,2} \w+,? 20\d\d\W*$", head.text, re.M):
            if match.start() < salutation:
                yield match


def years_of(days: list[date], path: PurePath) -> tuple[int, ...]:
    """Give the years of the days that were read, or else those in the file name."""
    named = re.findall(r"(?<!\d)(20[0-4]\d)(?!\d)", path.stem)
    return tuple(sorted({day.year for day in days} or {int(year) for year in named}))
