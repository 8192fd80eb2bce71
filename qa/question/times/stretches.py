"""Stretches of time: moments with the words that open or join them, such as "since 2020" and "between March and May 2022"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum, auto

from qa.question.spans import Span
from qa.question.times.moments import TO, Moment

_EDGE = r"(?:(?:the )?(?P<edge>end|start|beginning|close) of )?(?:the )?"
_NOT_NOT = r"(?<!no )(?<!not )(?<!nothing )(?<!none )"
_SINCE = re.compile(
    rf"\b(?:(?:ever )?since(?: at least| about| around)?|(?:no|not|nothing|none) (?:earlier|sooner|older) than|(?:not|nothing|none) before"
    r"|(?:starting|running) (?:in|from)|(?<!apart )(?<!aside )from)"
    rf"\s+{_EDGE}$",
    re.I,
)
_FROM = re.compile(r"(?<!apart )(?<!aside )\bfrom\s+(?:the )?$", re.I)
_AFTER = re.compile(
    rf"\b(?:(?:(?<!not )(?<!nothing )(?<!none )after|{_NOT_NOT}(?:later|newer|more recent) than)\s+|post[\s-]+){_EDGE}$",
    re.I,
)
_UNTIL = re.compile(
    rf"\b(?:until|till|up (?:to|until)(?: and including)?|by|(?:no|not|nothing|none) (?:later|newer|more recent) than"
    rf"|(?:not|nothing|none) (?:after|since))\s+{_EDGE}$",
    re.I,
)
_BEFORE = re.compile(
    rf"\b(?:(?:(?<!not )(?<!nothing )(?<!none )before|prior to|{_NOT_NOT}(?:earlier|older) than)\s+|pre[\s-]+){_EDGE}$",
    re.I,
)
_BETWEEN = re.compile(r"\bbetween\s+(?:the )?$", re.I)
# "The position at the end of 2017" dates a figure.
_OF_A_FIGURE = re.compile(
    r"\b(?:(?:at|by|for|in|from)\s+)?(?:the\s+)?(?:(?:end|start|beginning) of|(?:financial )?year (?:to|ending|ended)|as (?:at|of))"
    r"\s+(?:the )?$",
    re.I,
)
_ONWARDS = re.compile(
    r"\s*(?:\+|\bplus\b)|\s+(?:onwards?|to date|(?:to|until|till) (?:now|today|the present|present)|on(?=\s*(?:[,.;:?]|$))"
    r"|(?:or|and) (?:later|after|newer|since|onwards?|beyond))\b",
    re.I,
)
_EARLIER = re.compile(r"\s+(?:or|and) (?:earlier|before|older)\b", re.I)
_NOT_ONLY = re.compile(r"\bnot (?:only|just)\s+(?:(?:in|for|from)\s+)?(?:the\s+)?$", re.I)
_LINK = re.compile(rf"\s*{TO}\s*(?:the\s+)?", re.I)
_INCLUSIVE = re.compile(r",?\s+inclusive\b", re.I)
_AND = re.compile(rf"\s*(?:{TO}|\band\b)\s*(?:the\s+)?", re.I)
# "Reports from 2020" are of that year; "caseloads from 2020" are those since.
_PAPERS = re.compile(
    r"\b(?:reports?|letters?|minutes|inspections?|visits?|papers?|documents?|articles?|stories|story|news|pages?|ones?|findings)"
    r"\s+from\s+(?:the )?$",
    re.I,
)
_FROM_THE = re.compile(r"\bfrom the $", re.I)
# "The twelve months before the 2016 inspection" are a period that the report of that inspection covers.
PERIOD_BEFORE = re.compile(
    r"\b(?:(?:in|during|over) )?(?:(?:the|a|one|two|three|six|twelve|\d\d?) )?(?:years?|months?|weeks?|quarter)\s+$",
    re.I,
)
_PAPER = re.compile(r"\s+(?:ofsted )?(?:inspection|report|visit)\b", re.I)


class Open(Enum):
    """At which end a stretch of time is open."""

    NO = auto()
    LATE = auto()  # since
    EARLY = auto()  # until


@dataclass(frozen=True)
class Stretch:
    """A moment with the words around it.

    Attributes:
        moment: the days, ending with the last or beginning with the first that there is where it is open.
        open: at which end it is open.
        limits: it dates documents; False where it dates a figure, and after "not only".
    """

    moment: Moment
    open: Open = Open.NO
    limits: bool = True

    @property
    def span(self) -> Span:
        """The words that name it."""
        return self.moment.span


def find_stretches(text: str, moments: Sequence[Moment], earliest: date, latest: date) -> Iterator[Stretch]:
    """Join moments to runs, and open those that "since", "before" and the like open.

    Args:
        earliest: the day on which a stretch without a beginning begins.
        latest: the day on which a stretch without an end ends.
    """
    for moment in _runs(text, moments):
        yield _opened(text, moment, earliest, latest)


def _runs(text: str, moments: Sequence[Moment]) -> Iterator[Moment]:
    """Join two moments with "to" between them, or "between" before and "and" between them."""
    rest = list(moments)
    while rest:
        moment = rest.pop(0)
        start = moment.span[0]
        between = _BETWEEN.search(text, 0, start)
        opening = between or _FROM.search(text, 0, start)
        if rest and (_AND if between else _LINK).fullmatch(text, moment.span[1], rest[0].span[0]):
            last = rest.pop(0)
            inclusive = _INCLUSIVE.match(text, last.span[1])
            span = (opening.start() if opening else start, inclusive.end() if inclusive else last.span[1])
            yield Moment(span, min(moment.first, last.first), max(moment.last, last.last), is_run=True)
        elif between:
            yield replace(moment, span=(between.start(), moment.span[1]))
        else:
            yield moment


def _opened(text: str, moment: Moment, earliest: date, latest: date) -> Stretch:
    start, end = moment.span
    if period := _period_before(text, start):
        paper = _PAPER.match(text, end)
        return Stretch(replace(moment, span=(period[0], paper.end() if paper else end)))
    if words := _NOT_ONLY.search(text, 0, start):
        return Stretch(replace(moment, span=(words.start(), end)), limits=False)
    for pattern, read in ((_SINCE, _since), (_AFTER, _after), (_UNTIL, _until), (_BEFORE, _before)):
        if words := pattern.search(text, 0, start):
            if pattern is _SINCE and words.group().lower().startswith("from") and _is_not_since(text, moment):
                break
            if pattern is _UNTIL and words["edge"] and words.group().lower().startswith("by"):
                break  # the end of a year by which a figure was reached
            return read(moment, words, earliest, latest)
    if words := _OF_A_FIGURE.search(text, 0, start):
        return Stretch(replace(moment, span=(words.start(), end)), limits=False)
    if words := _ONWARDS.match(text, end):
        return Stretch(Moment((start, words.end()), moment.first, max(latest, moment.last)), Open.LATE)
    if words := _EARLIER.match(text, end):
        return Stretch(Moment((start, words.end()), min(earliest, moment.first), moment.last), Open.EARLY)
    return Stretch(moment)


def _period_before(text: str, start: int) -> Span | None:
    before = _BEFORE.search(text, 0, start)
    period = PERIOD_BEFORE.search(text, 0, before.start()) if before else None
    return period.span() if period else None


def _is_not_since(text: str, moment: Moment) -> bool:
    """True for "reports from 2020", "findings from the 2020 inspection", and a run of days, which has an end of its own."""
    start, end = moment.span
    of_paper = _PAPERS.search(text, 0, start) or _FROM_THE.search(text, 0, start) or _PAPER.match(text, end)
    return bool(moment.is_run or len(moment.months) > 1 or of_paper) and not _ONWARDS.match(text, end)


def _since(moment: Moment, words: re.Match[str], _: date, latest: date) -> Stretch:
    first = moment.last + timedelta(days=1) if words["edge"] in ("end", "close") else moment.first
    end = moment.span[1]
    onwards = _ONWARDS.match(words.string, end)
    return _late(words, onwards.end() if onwards else end, first, latest)


def _after(moment: Moment, words: re.Match[str], _: date, latest: date) -> Stretch:
    first = moment.first if words["edge"] in ("start", "beginning") else moment.last + timedelta(days=1)
    return _late(words, moment.span[1], first, latest)


def _late(words: re.Match[str], end: int, first: date, latest: date) -> Stretch:
    return Stretch(Moment((words.start(), end), first, max(latest, date(first.year, 12, 31))), Open.LATE)


def _until(moment: Moment, words: re.Match[str], earliest: date, _: date) -> Stretch:
    last = moment.first if words["edge"] in ("start", "beginning") else moment.last
    return _early(words, moment, earliest, last)


def _before(moment: Moment, words: re.Match[str], earliest: date, _: date) -> Stretch:
    last = moment.last if words["edge"] in ("end", "close") else moment.first - timedelta(days=1)
    return _early(words, moment, earliest, last)


def _early(words: re.Match[str], moment: Moment, earliest: date, last: date) -> Stretch:
    span = (words.start(), moment.span[1])
    return Stretch(Moment(span, min(earliest, date(last.year, 1, 1)), last), Open.EARLY)
