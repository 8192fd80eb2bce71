"""Where a day stands in a paper: the words before and after it, and the lines above."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ingest.dates import WEEKDAY, Chain, find_chains
from ingest.facts.head import Head

_TOP, _FOOT = 20_000, 6_000  # characters; a paper tells its own day at its head or its foot
_REACH = 240  # characters to either side
_TOP_LINES = 14
_TIME = r"\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\b\.?|hrs|hours|noon)|\d{1,2}[.:]\d\d"
_SECOND_DAY = r"\b(?:and|but)\s(?:was\s|then\s)?(?:re-?convened|adjourned|continued|resumed)\b.*"
_PROSE = re.compile(r"(?:\b[a-z]{2,}\s){3}")
_TO = re.compile(r"\d\D{0,24}?(?:\bto\b|[–—]|\s-|\buntil\b|\bthrough\b)", re.I)
_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True)
class Place:
    """A day and what stands around it.

    Attributes:
        day: the first day, where the text joins several.
        start: where its words begin in the text of the document, and `end` where they end.
        before: its line up to it, without the weekday.
        after: its line from it.
        above: the lines above it that are no day themselves, nearest first.
        number: its line's number among those with text, from 0.
        weekday_fits: the weekday that is printed is that of the day; None if none is printed.
        is_period: its words tell of several days, from the first to the last.
    """

    day: date
    start: int
    end: int
    before: str
    after: str
    above: tuple[str, ...]
    number: int
    weekday_fits: bool | None
    is_period: bool

    @property
    def in_top(self) -> bool:
        """It stands in the first lines of the document."""
        return self.number < _TOP_LINES

    @property
    def timed(self) -> bool:
        """A time of day follows it."""
        return bool(re.match(rf"[\W_]*(?:at\s|from\s|commencing\s(?:at\s)?)?(?:{_TIME})", self.after, re.I))

    @property
    def ends_line(self) -> bool:
        """Nothing but a time, a venue or a remark in brackets follows it on its line."""
        rest = re.sub(rf"\([^)]*\)|{_TIME}|{_SECOND_DAY}", " ", self.after)
        return len(rest) < 120 and not _PROSE.search(rest)

    @property
    def alone(self) -> bool:
        """The line is the day, perhaps with a weekday and a time."""
        rest = re.sub(rf"\([^)]{{0,40}}\)|{_TIME}|\bat\b|\bgmt\b|\bbst\b", " ", self.before + self.after, flags=re.I)
        return not re.search(r"\w", rest)


def places_of(head: Head) -> Iterator[Place]:
    """Give the place of each whole day at the head and the foot of a document, in order."""
    flat = re.sub(r"\s", " ", head.whole)
    lines = _lines(head.whole)
    at = 0
    for chain in _chains_near_ends(head.whole):
        while at + 1 < len(lines) and lines[at + 1][0] <= chain.start:
            at += 1
        if not chain.days:
            continue
        start, end = lines[at]
        before = flat[max(start, chain.start - _REACH) : chain.start]
        weekday = re.search(rf"\b({WEEKDAY}),?\s*(?:the\s)?$", before, re.I)
        above = tuple(flat[s : min(e, s + _REACH)] for s, e in reversed(lines[max(0, at - 6) : at]))
        yield Place(
            day=chain.days[0],
            start=chain.start,
            end=chain.end,
            before=before[: weekday.start()] if weekday else before,
            after=flat[chain.end : min(max(end, chain.end), chain.end + _REACH)],
            above=tuple(line for line in above if not _is_day(line)),
            number=at,
            weekday_fits=weekday[1][:3].lower() == _WEEKDAYS[chain.days[0].weekday()] if weekday else None,
            is_period=chain.period[0] != chain.period[1] and bool(_TO.search(flat[chain.start : chain.end])),
        )


def _chains_near_ends(text: str) -> Iterator[Chain]:
    yield from find_chains(text[:_TOP])
    foot = max(_TOP, len(text) - _FOOT)
    for chain in find_chains(text[foot:]):
        yield replace(chain, start=chain.start + foot, end=chain.end + foot)


def _lines(text: str) -> list[tuple[int, int]]:
    return [match.span() for match in re.finditer(r"[^\n]+", text) if match.group().strip()]


def _is_day(line: str) -> bool:
    chain = next(find_chains(line), None) if len(line) < 60 else None
    return bool(chain and len(line) - (chain.end - chain.start) < 14)
