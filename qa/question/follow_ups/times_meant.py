"""The times that a follow-up means without naming them: "the one before", "since then", "a year later"."""

import re
from dataclasses import dataclass
from enum import StrEnum

from ingest import Kind
from qa.question.spans import Span
from qa.question.vocabulary import INSPECTIONS, VISITS


class Time(StrEnum):
    """The times that a follow-up can mean, counted from what was asked or quoted before."""

    BEFORE = "before"
    AFTER = "after"
    PREVIOUS = "the document before"
    NEXT = "the document after"
    YEAR_BEFORE = "the year before"
    YEAR_AFTER = "the year after"
    ANY = "any time"
    UP_TO_NOW = "earlier and now"  # "how long has this been a problem?"


@dataclass(frozen=True)
class TimeMeant:
    """A time that a follow-up means.

    Attributes:
        kinds: the kinds that go with it: "the visit before that".
        is_bare: the words that mean it are all that is asked: "and since then?".
    """

    time: Time | None = None
    kinds: tuple[Kind, ...] = ()
    is_bare: bool = False
    spans: tuple[Span, ...] = ()


_END = r"(?=\s*(?:$|[?.,;]|too\b))"
_THAT = r"(?:this|that|it|them|these|those)"
_ITEM = r"(?:(?:ilacs|sif|jtai)(?: inspection)?|one|report|inspection|visit|letter|document|meeting|minutes)"
_TIMES = tuple(
    (time, re.compile(pattern, re.I))
    for time, pattern in (
        (
            Time.PREVIOUS,
            rf"\bthe (?P<item>{_ITEM})s? (?:before|prior|previous(?= to))(?: to)?(?: (?:that|this|then))?"
            rf"(?: (?:one|report|inspection|visit|letter))?"
            rf"(?! (?:in|the) )\b|\b(?:the|its|their) (?:previous|preceding|prior|earlier) (?P<item_2>{_ITEM})\b"
            rf"|\bthe (?:previous|preceding) (?P<item_3>{_ITEM})",
        ),
        (
            Time.NEXT,
            rf"\bthe (?P<item>{_ITEM})s? after(?: (?:that|this|then))?(?: one)?{_END}|\b(?:the|its|their) (?:next"
            rf"|following) (?P<item_2>{_ITEM})\b",
        ),
        (
            Time.YEAR_BEFORE,
            rf"\b(?:in )?the (?:year before(?: (?:that|this|then))?{_END}|(?:previous|preceding) year\b)|\b(?:a|one) year earlier\b",
        ),
        (
            Time.YEAR_AFTER,
            rf"\b(?:in )?the (?:year after(?: (?:that|this|then))?{_END}|(?:following|next) year\b)|\b(?:a|one) year later\b",
        ),
        (
            Time.AFTER,
            rf"\b(?:ever )?since(?: (?:then|that|this)\b)?{_END}|\b(?:ever )?since (?:then|that)\b"
            rf"|\b(?:after|following) (?:that|this|then|it)\b(?! (?:year|visit|inspection|report))|\bafter(?:wards?)?{_END}"
            rf"|\b(?:later|subsequent)\b(?= (?:{_ITEM}s|ones|papers)\b)|\b(?:later|subsequently|from then on){_END}|^\W*then{_END}",
        ),
        (
            Time.BEFORE,
            rf"\b(?:before|prior to)(?: (?:that|this|then|it))?{_END}|\bbefore (?:that|then)\b|^\W*(?:earlier|previously){_END}"
            rf"|\bearlier\b(?= (?:{_ITEM}s|ones|papers)\b)|\b(?:earlier|previously){_END}",
        ),
        (
            Time.ANY,
            r"\b(?:in |for |over )?(?:any|all|every|the other) years?\b(?! olds?)|\b(?:at any time|of all time)\b",
        ),
    )
)
_VISIT = re.compile(r"\s*(?:visit|letter)s?\b", re.I)


def read_time(text: str) -> TimeMeant:
    """Read the time that a follow-up means; none if it names it, or means none."""
    for time, pattern in _TIMES:
        if match := pattern.search(text):
            rest = re.sub(
                r"\W|\b(?:so|too|please|what|about|has|it|been|like|how|things?)\b",
                "",
                text[: match.start()] + text[match.end() :],
                flags=re.I,
            )
            return TimeMeant(time, _kinds(text, match, time), not rest, (match.span(),))
    return TimeMeant()


def _kinds(text: str, match: re.Match[str], time: Time) -> tuple[Kind, ...]:
    named = next((value for value in match.groupdict().values() if value), "")
    if re.match(r"visit|letter", named, re.I) or (not named and _VISIT.match(text, match.end())):
        return VISITS
    for name, kind in (("ilacs", Kind.ILACS), ("sif", Kind.SINGLE), ("jtai", Kind.JOINT)):
        if named.lower().startswith(name):
            return (kind,)
    if re.match("minutes|meeting", named, re.I):
        return (Kind.MINUTES,)
    return INSPECTIONS if named.lower() == "inspection" and time in (Time.PREVIOUS, Time.NEXT) else ()
