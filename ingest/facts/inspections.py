"""The inspections, visits and letters that a paper discusses, each with its days, or with the month or year that is told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ingest.dates import NAMED_MONTH, YEAR, find_chains, month_number, period_words
from ingest.facts.days import own_day, told_periods
from ingest.facts.head import Head
from ingest.vocabulary import Kind

_PAPERS = frozenset({Kind.MINUTES, Kind.COUNCIL_REPORT, Kind.NEWS, Kind.WEB_PAGE, Kind.UNKNOWN})
_NAMES = (
    ("focused visit", r"focus+ed\s+visits?"),
    ("monitoring visit", r"monitoring\s+visits?"),
    ("joint targeted area inspection", r"joint\s+targeted\s+area\s+inspections?|JTAIs?"),
    ("area SEND inspection", r"(?:local\s+)?(?:area\s+)?SEND\s+(?:re-?)?inspections?(?:\s+re-?visits?)?"),
    ("single inspection", r"single\s+inspections?|SIF(?:\s+inspections?)?"),
    (
        "ILACS inspection",
        r"ILACS(?:\s+inspections?)?|inspections?\s+of\s+local\s+authority\s+children['’]s\s+services(?:\s+\(ILACS\))?",
    ),
    ("inspection", r"(?:re-?)?inspections?"),
    ("visit", r"visits?"),
)
_NAMED = re.compile("|".join(rf"(?P<n{at}>\b(?:{words})\b)" for at, (_, words) in enumerate(_NAMES)), re.I)
_SEASON = r"(?:spring|summer|autumn|winter)"
_SEASON_STARTS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
_WHEN = re.compile(
    rf"\b(?:(?P<month>{NAMED_MONTH})(?:,?\s+(?:of\s+)?(?P<year>{YEAR}))?(?!\s*\d)"
    rf"|(?P<season>{_SEASON})(?:\s+(?:of\s+)?(?P<of>{YEAR}))?|(?P<alone>(?:19|20)\d\d)(?![\d/–-]))(?!\w)",
    re.I,
)
_JUST_BEFORE = re.compile(
    r"['’s]*\s+(?:(?:full|ofsted|cqc|recent|last|latest|main|most recent|first|second|third|standard|short)['’s]*\s+){0,3}$",
    re.I,
)
_LEADS_ON = re.compile(
    r"^[^.;:!?]{0,90}?(?:\b(?:in|of|on|during|over|from|early|late|mid|last|this|that|held)|[(,])[\s-]+(?:the\s+)?$",
    re.I,
)
_LEADS_OFF = re.compile(
    r"\b(?:since|judged|rated|graded|reports?|letters?|published|plans?|meetings?|until|before|after|by|due|next|data|than|will|would)\b",
    re.I,
)
_TO_COME = re.compile(
    r"\b(?:next|future|forthcoming|further|upcoming|expected|possible|any)\s+(?:[\w'’]+\s+){0,2}$", re.I
)
_MAY_COME = re.compile(
    r"\b(?:will|would|could|might|should|expect\w*|due|plan(?:s|ned)?|likely|hope\w*|prepar\w+|ready)\b", re.I
)
_OF_INSPECTORS = re.compile(r"\b(?:ofsted|inspect\w*|HMIs?|regulator|watchdog)\b", re.I)
_LETTER = re.compile(r"\bletters?\b", re.I)
_NOT_OF_LETTER = re.compile(r"[.;!?]\s|\b(?:visit|inspect\w*|published|meeting|sent to|reply|by|before)\b", re.I)
_LEADS_TO_DAY = re.compile(r"(?:\b(?:dated|of|on|from)\b|\()[\s:]*(?:the\s+)?(?:\w+day,?\s+)?(?:the\s+)?$", re.I)
_GENERAL = ("inspection", "visit")
_TITLE = 600  # characters
_REACH = 110  # characters


@dataclass(frozen=True)
class _Discussed:
    """An inspection with the days, month or year that a paper tells for it.

    Attributes:
        when: "11 to 12 December 2018", "November 2016", "2017".
        confidence: as of a fact.
    """

    name: str
    when: str
    start: int
    end: int
    confidence: float | None = None


def note_inspections_discussed(head: Head, kind: Kind) -> None:
    """Note in `head` each inspection, visit and letter that a paper discusses, with the words that tell of it."""
    if kind not in _PAPERS:
        return
    own = own_day(head, kind)
    found = [*_told_by_days(head, own), *_told_by_month(head.whole, own)]
    exact = [one.when for one in found if re.match(r"\d{1,2} ", one.when)]
    seen: set[str] = set()
    for one in found:
        value = f"{one.name}, {one.when}"
        covered = one.when not in exact and any(days.endswith(one.when) for days in exact) and " " in one.when
        if value not in seen and not covered:
            seen.add(value)
            head.note("inspection discussed", value, one.start, one.end, one.confidence)
    for day, start, end in _letters(head.whole, own):
        if (value := str(day)) not in seen:
            seen.add(value)
            head.note("letter discussed", value, start, end)


def _told_by_days(head: Head, own: date | None) -> Iterator[_Discussed]:
    titled = [_name(named) for named in _NAMED.finditer(f"{head.title} {head.text[:_TITLE]}")]
    about = next((name for name in titled if name not in _GENERAL), "inspection")
    for told in told_periods(head.whole, own):
        names = [_name(named) for named in _NAMED.finditer(told.before)]
        names += [_name(named) for named in _NAMED.finditer(told.after[:60])]
        special = [name for name in names if name not in _GENERAL]
        name = special[-1] if special else about if not names or about.endswith(names[-1]) else names[-1]
        yield _Discussed(name, period_words(*told.period), told.start, told.end)


def _name(match: re.Match[str]) -> str:
    return next(name for at, (name, _) in enumerate(_NAMES) if match[f"n{at}"])


def _told_by_month(text: str, own: date | None) -> Iterator[_Discussed]:
    """The inspections that are named beside a month, season or year without days."""
    for named in _NAMED.finditer(text):
        ahead = text[max(0, named.start() - _REACH) : named.start()]
        if _TO_COME.search(ahead) or (_name(named) == "visit" and not _near_inspectors(text, named)):
            continue
        found = _when_before(ahead, own) or _when_after(text[named.end() : named.end() + _REACH], own)
        if found:
            when, start, end, sure = found
            if not sure and _MAY_COME.search(f"{ahead} {text[named.end() : named.end() + end + 40]}"):
                continue
            words = (
                (named.start() - len(ahead) + start, named.end()) if start >= 0 else (named.start(), named.end() + end)
            )
            yield _Discussed(_name(named), when, *words, None if sure else 0.8)


def _near_inspectors(text: str, named: re.Match[str]) -> bool:
    return bool(_OF_INSPECTORS.search(text[max(0, named.start() - _REACH) : named.end() + _REACH]))


def _when_before(ahead: str, own: date | None) -> tuple[str, int, int, bool] | None:
    """The month or year just before the name: "the September 2019 inspection"."""
    whens = [when for when in _WHEN.finditer(ahead) if _JUST_BEFORE.fullmatch(ahead[when.end() :])]
    if not whens or re.search(r"\d(?:st|nd|rd|th)?\s+$", ahead[: whens[-1].start()]):
        return None
    said = _say(whens[-1], own, last=False)
    return (said[0], whens[-1].start(), 0, said[1]) if said else None


def _when_after(behind: str, own: date | None) -> tuple[str, int, int, bool] | None:
    """The month or year after the name, with a word that leads from one to the other: "the inspection in October 2016"."""
    when = _WHEN.search(behind)
    other = _NAMED.search(behind)
    if not when or (other and other.start() < when.start() and _name(other) != "visit"):
        return None
    gap = behind[: when.start()]
    if not _LEADS_ON.search(gap) or _LEADS_OFF.search(gap):
        return None
    said = _say(when, own, last=bool(re.search(r"\blast\s+$", gap, re.I)))
    return (said[0], -1, when.end(), said[1]) if said else None


def _say(when: re.Match[str], own: date | None, last: bool) -> tuple[str, bool] | None:
    """The month, season or year in words, and whether its year is printed; None if it says too little."""
    if when["alone"]:
        return when["alone"], True
    word = when["month"] or when["season"]
    if when["month"] and word.islower():  # "may", "march"
        return None
    name = word.lower().rstrip(".") if when["season"] else f"{date(2000, month_number(word) or 1, 1):%B}"
    if year := when["year"] or when["of"]:
        return f"{name} {''.join(year.split())}", True
    month = month_number(word) or _SEASON_STARTS[name]
    if own is None:
        return (name, False) if when["month"] else None
    return f"{name} {own.year - (month > own.month or (last and month == own.month))}", False


def _letters(text: str, own: date | None) -> Iterator[tuple[date, int, int]]:
    """The letters that are told with their day: "letter dated 9 March 2022"."""
    chains = [chain for chain in find_chains(text, own) if chain.days and chain.parts == 1]
    at = 0
    for letter in _LETTER.finditer(text):
        while at < len(chains) and chains[at].start < letter.end():
            at += 1
        if at == len(chains):
            return
        gap = re.sub(r"\s", " ", text[letter.end() : min(chains[at].start, letter.end() + 80)])
        if chains[at].start - letter.end() <= 60 and _LEADS_TO_DAY.search(gap) and not _NOT_OF_LETTER.search(gap):
            yield chains[at].days[0], letter.start(), chains[at].end
