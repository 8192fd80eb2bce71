"""The first and last day of the inspection: the report's own, or the one that a paper is about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ingest.dates import Chain, find_chains
from ingest.facts.days.own import own_day
from ingest.facts.head import Head
from ingest.vocabulary import Kind

_INSPECTED = re.compile(
    r"(?:inspection|visit|fieldwork) dates?:?\s*|dates? of (?:the )?(?:inspection|visit|fieldwork):?\s*"
    r"|(?:inspection|visit|fieldwork) took place (?:from|between|on|over)\s*|services\s+(?:on|between|from)\s"
    r"|visit\s+(?:to|of).{0,120}?\son\s|\bbetween\s(?=\w)"
    r"|(?-i:\bInspected)\s?[:|–-]?\s(?:on|from|between)?\s?(?=(?:\w+day,?\s)?\d)|\bwhen (?:we|was it|were they|inspectors) "
    r"(?:inspected|visited|came)\W{1,4}(?=(?:from |between )?(?:\w+day,?\s)?\d)"
    r"|\b(?:inspection|visit|fieldwork) (?:was |were )?(?:carried out|undertaken|conducted|completed)\s(?:from|between|on|over)\s",
    re.I,
)
_IS_FIELD = re.compile(r"(?i).*\bdates?\b|inspected\b|when\b")
_PREVIOUS = re.compile(r"(?:previous|last|next|most recent)\W+$", re.I)
_FIELD_END = re.compile(
    r"lead inspector|reporting inspector|who led|led by|date of (?:previous|last)|dates of (?:previous|last)"
    r"|(?:report|date|first) published|date of (?:publication|report)|publication date|judgement"
    r"|(?:previous|last)\s+(?:inspection|inspected|visit)|\bpublished\b"
    r"|overall effectiveness",
    re.I,
)
_FIELD, _SENTENCE, _LEGS = 140, 90, 120  # characters
_LONGEST = 130  # days from the first to the last, two legs included
_LONGEST_LEG = 45  # days
_PAPERS = frozenset({Kind.MINUTES, Kind.NEWS, Kind.COUNCIL_REPORT, Kind.WEB_PAGE, Kind.GUIDANCE})

_ABOUT = re.compile(
    r"\b(?:inspect\w*|visit(?:s|ed)?\b|field\s?work|ofsted|watchdog|regulator"
    r"|assessors?|examiners?|inspection team|assurance check|ILACS|JTAI|on[- ]site|they)\b|\bHMIs?\b",
    re.I,
)
_CAME = re.compile(
    r"\b(?:came|spent|arrived|stayed|were (?:here|with us|on site|in)|had been (?:in|within|with|here|on site)|visited|inspected)\b",
    re.I,
)
_AT_ONCE = re.compile(
    r"\b(?:inspected|visited|(?:inspection|visit)(?:\s[\w'’]+){0,8}?|came(?:\s\w+){0,3})"
    r"\s(?:on|of|from|between|over)\s(?:\w+day,?\s)?(?:the\s)?$",
    re.I,
)
_ON = r"(?:\s\w+){0,4}?\s(?:on\s)?(?:\w+day,?\s)?(?:the\s)?$"
_ARRIVED = re.compile(rf"\b(?:arriv\w+|beg[au]n|began|start\w*|commenc\w+|came|first day(?: was)?){_ON}", re.I)
_LEFT = re.compile(rf"\b(?:left|end\w*|finish\w*|conclud\w+|clos\w+|depart\w+|complet\w+|last day(?: was)?){_ON}", re.I)
_NOT_THIS = re.compile(
    r"\b(?:next|future|forthcoming|expected|planned|will|would|should|due"
    r"|consultation|holiday|half[- ]term|exhibition|half term|year ended|academic year|financial year|week of|meetings?\b(?! with))\b",
    re.I,
)
_ANOTHER = re.compile(r"\b(?:previous|last|earlier|prior|former)\b", re.I)
_OF_A_PAPER = re.compile(
    r"\b(?:letter|report|minutes?|notice|article|account|update)\b"
    r"(?:\s(?!visit|inspect)[\w'’]+){0,5}?\s(?:on|of|dated|in|to members on|published on)?\s?(?:\w+day,?\s)?(?:the\s)?$"
    r"|\b(?:published|posted|added|updated|reviewed|uploaded|received|given|reported|presented|discussed|considered|noted"
    r"|dated|issued|sent|announced|by|since|until|before|after|on or before)\W*(?:on\s)?(?:the\s)?$",
    re.I,
)
_ENDS_PARAGRAPH = re.compile(r"^.{0,54}$|[.:;!?][’'”\")]*$")  # a printed line that wraps is longer
_SENTENCE_END = re.compile(r"[.!?][’'”\")]*\s+(?=[‘'“\"(]?[A-Z0-9])|\s[•▪]\s")


def read_period(head: Head, kind: Kind) -> tuple[date, date] | None:
    """Read the first and last day of the inspection; for a paper about inspections, of the one that it is about."""
    if kind not in _PAPERS and (period := _reported(head, kind)):
        return period
    if kind.of_ofsted:
        return None
    return _discussed(head, kind)


def _reported(head: Head, kind: Kind) -> tuple[date, date] | None:
    """The period that a report gives for itself."""
    own = own_day(head, kind)
    for label in _INSPECTED.finditer(head.flat):
        if _PREVIOUS.search(head.flat[max(0, label.start() - 20) : label.start()]):
            continue
        is_field = bool(_IS_FIELD.match(label.group()))
        text = head.text[label.end() : label.end() + (_FIELD if is_field else _SENTENCE) + _LEGS]
        text = text[: end.start()] if (end := _FIELD_END.search(text)) else text
        chains = [
            chain
            for chain in find_chains(text, own)
            if chain.days and chain.start < (_FIELD if is_field else _SENTENCE)
        ]
        chains = chains if is_field else chains[:1]
        if chains:
            days = [day for chain in chains for day in chain.period]
            end_at = label.end() + max(chain.end for chain in chains)
            return _noted(head, (min(days), max(days)), label.start(), end_at)
    return None


def _noted(head: Head, period: tuple[date, date], start: int, end: int) -> tuple[date, date]:
    head.note("inspected", " to ".join(dict.fromkeys(map(str, period))), start, end)
    return period


def _discussed(head: Head, kind: Kind) -> tuple[date, date] | None:
    """The one period of inspection that a paper tells by its days; None if it tells several."""
    told: list[Told] = []
    for one in told_periods(head.whole, own_day(head, kind)):
        if _ANOTHER.search(one.before[-110:]) or any(_holds(other.period, one.period) for other in told):
            continue
        told = [*(other for other in told if not _holds(one.period, other.period)), one]
    return _noted(head, told[0].period, told[0].start, told[0].end) if len(told) == 1 else None


def _holds(long: tuple[date, date], short: tuple[date, date]) -> bool:
    return long[0] <= short[0] and short[1] <= long[1]


@dataclass(frozen=True)
class Told:
    """A period of inspection that a paper tells.

    Attributes:
        start: where its sentence begins in the text, and `end` where the days end.
        before: the sentence up to the days.
        after: the sentence from them.
    """

    period: tuple[date, date]
    start: int
    end: int
    before: str
    after: str


def told_periods(text: str, own: date | None) -> Iterator[Told]:
    """Find the periods in which inspectors came, this inspection's or another's.

    Args:
        own: the paper's own day, which gives the year where the words do not.
    """
    chains = list(find_chains(text, own))
    for at, chain in enumerate(chains):
        before, after = _sentence(text, chain)
        start = chain.start - len(before)
        if chain.days and _is_inspection(chain, before, after):
            yield Told(chain.period, start, chain.end, before, after)
        elif at + 1 < len(chains) and (period := _from_arrival_to_end(text, chain, chains[at + 1], before)):
            yield Told(period, start, chains[at + 1].end, before, after)


def _sentence(text: str, chain: Chain) -> tuple[str, str]:
    """What stands before and after the days in their sentence, with each space as it is in the text."""
    lines = text[max(0, chain.start - 220) : chain.start].split("\n")
    before = lines.pop()
    while lines and (len(before.split()) < 3 or not _ENDS_PARAGRAPH.search(lines[-1])) and len(before) < 200:
        before = f"{lines.pop()} {before}"
    after = re.sub(r"\s", " ", text[chain.end : chain.end + 100])
    return _SENTENCE_END.split(before)[-1], _SENTENCE_END.split(after)[0]


def _from_arrival_to_end(text: str, one: Chain, other: Chain, before: str) -> tuple[date, date] | None:
    """The period that is told by its two ends: "began on 18 July and ended on 29 July 2022", or the other way round."""
    between = re.sub(r"\s", " ", text[one.end : other.start])
    if (
        one.parts + other.parts > 2
        or not (one.days or other.days)
        or len(between) > 90
        or _SENTENCE_END.search(between)
    ):
        return None
    came_first = _ARRIVED.search(before) and _LEFT.search(between)
    if not came_first and not (_LEFT.search(before) and _ARRIVED.search(between)):
        return None
    whole, other_words = (one, other) if one.days else (other, one)
    near = whole.days[0] + timedelta(days=_LONGEST_LEG if whole is (one if came_first else other) else 0)
    second = next(find_chains(text[other_words.start : other_words.end], near), None)
    days = [whole.days[0], *(second.days if second else ())]
    return (min(days), max(days)) if len(days) == 2 and max(days) - min(days) <= timedelta(days=_LONGEST_LEG) else None


def _is_inspection(chain: Chain, before: str, after: str) -> bool:
    first, last = chain.period
    near = before[-110:]
    if (last - first).days > (_LONGEST_LEG if chain.parts < 3 else _LONGEST):
        return False
    if _OF_A_PAPER.search(before) or _NOT_THIS.search(near):
        return False
    if chain.parts == 1:
        return bool(_AT_ONCE.search(before))
    return bool(_CAME.search(before) or _ABOUT.search(near) or re.search(r"\b(?:inspect|visit)\w*", after, re.I))
