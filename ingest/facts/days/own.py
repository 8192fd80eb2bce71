"""A paper's own day: of the meeting, of the decision, or of publication.

Each day that a paper prints is weighed by its place; a day in no known place is never the paper's own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import PurePath

from ingest.dates import find_date
from ingest.facts.days.places import Place, places_of
from ingest.facts.days.roles import is_other, meeting_weight, publication_weight, related_start, tasks_start
from ingest.facts.head import Head
from ingest.lines import CELLS
from ingest.vocabulary import Kind

_MEETINGS = frozenset({Kind.MINUTES, Kind.COUNCIL_REPORT, Kind.UNKNOWN})
_REPORT_PUBLISHED = re.compile(
    r"(?:\breport published|(?:^|\|)\W*(?:publication date|(?:first )?published|date (?:of publication|published)))\W*(?:on\W*)?$",
    re.I,
)
_FILE_SAYS = 9  # weight of a time of publication that the file gives beside its text


@dataclass(frozen=True)
class _Own:
    """A day that may be the paper's own; without a place its words stand beside the text."""

    day: date
    weight: float
    words: str = ""
    place: Place | None = None
    met: bool = False


def read_met(head: Head, kind: Kind) -> date | None:
    """Read the day of the meeting or of the decision."""
    own = _best(head, kind) if kind in _MEETINGS else None
    if own is None or not own.met:
        return None
    _note(head, "met", own)
    return own.day


def read_published(head: Head, kind: Kind, path: PurePath) -> date | None:
    """Read the paper's own day as printed, or else from the file name ("... - 04 march 2025.pdf")."""
    if own := _best(head, kind):
        _note(head, "published", own)
        return own.day
    day = find_date(path.stem.replace("_", " "))
    if day:
        head.note_path("published", str(day), path.name)
    return day


def own_day(head: Head, kind: Kind) -> date | None:
    """Give the paper's own day as printed, without a note of it."""
    own = _best(head, kind)
    return own.day if own else None


def years_of(days: list[date], path: PurePath) -> tuple[int, ...]:
    """Give the years of the days that were read, or else those in the file name."""
    named = re.findall(r"(?<!\d)(20[0-4]\d)(?!\d)", path.stem)
    return tuple(sorted({day.year for day in days} or {int(year) for year in named}))


def _note(head: Head, name: str, own: _Own) -> None:
    if own.place:
        start = own.place.start - len(own.place.before) if len(own.place.before) < 120 else own.place.start
        head.note(name, str(own.day), min(start, own.place.start), own.place.end)
    else:
        head.note_path(name, str(own.day), own.words)


def _best(head: Head, kind: Kind) -> _Own | None:
    """The day with the greatest weight; of equals the first."""
    if kind.of_ofsted:
        return next(_of_ofsted(head), None)
    found = list(_candidates(head, kind))
    days = [own.day for own in found]
    return max(found, key=lambda own: own.weight + (days.count(own.day) > 1), default=None)


def _of_ofsted(head: Head) -> Iterator[_Own]:
    """The day that a report prints as that of publication, or the day above a letter's salutation."""
    places = [place for place in places_of(head) if place.start < len(head.text)]
    salutation = head.text.find("Dear ")
    for place in places:
        if _REPORT_PUBLISHED.search(place.before or (place.above[0] if place.above else "")):
            yield _Own(place.day, 1, place=place)
    for place in places:
        dated = place.alone or re.fullmatch(r"\W*date\W*", place.before, re.I)
        if dated and place.start < salutation and not is_other(place):
            yield _Own(place.day, 1, place=place)


def _candidates(head: Head, kind: Kind) -> Iterator[_Own]:
    if kind not in (Kind.MINUTES, Kind.COUNCIL_REPORT) and (day := _said_by_file(head.published)):
        yield _Own(day, _FILE_SAYS, words=head.published)
    if (
        kind in _MEETINGS
        and (day := find_date(head.title))
        and re.search(r"agenda|minutes|meeting|decision", head.title, re.I)
    ):
        yield _Own(day, 7, words=head.title, met=True)
    related, tasks = related_start(head.whole), tasks_start(head.whole)
    salutation = head.text.find("Dear ")
    for place in places_of(head):
        if is_other(place) or ((place.alone or CELLS in place.before) and place.start > tasks):
            continue
        fits = {True: 1.5, False: -1.5, None: 0.0}[place.weekday_fits]
        if kind in _MEETINGS and (weight := meeting_weight(place)):
            met = weight >= 7 or kind is Kind.MINUTES
            yield _Own(place.day, weight + fits, place=place, met=met)
        if kind is not Kind.MINUTES and place.start < related:
            weight = publication_weight(place, place.start < salutation)
            if weight:
                yield _Own(place.day, weight / (3 if kind is Kind.COUNCIL_REPORT else 1), place=place)


def _said_by_file(published: str) -> date | None:
    try:
        return datetime.fromisoformat(published.strip()).date()
    except ValueError:
        return find_date(published)
