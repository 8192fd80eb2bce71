"""Words around a statement that only name its source, or say that it needs to improve: "In 2022, inspectors found that …"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from index import Record
from ingest import Kind
from ingest.dates import MONTHS, month_number
from qa.writing.checking.lexicon import HERE

_INSPECTORS = r"(?:(?:the )?(?:ofsted )?inspectors?|(?:the )?(?:joint )?inspectorates?|ofsted(?: inspectors)?)"
_INSPECTION = (
    r"(?:(?:ofsted|ilacs|jtai|send|area|joint|full|short|standard|focused|monitoring|children's services|inspection) )*"
    r"(?:report|letter|inspection|visit)"
)
# What a document is called, where a sentence names its source; other kinds are inspections.
_CALLED = {
    Kind.MINUTES: r"(?:minutes|meeting)",
    Kind.NEWS: r"(?:news item|news article|article|news)",
    Kind.COUNCIL_REPORT: r"(?:council )?(?:report|plan|paper|decision)",
    Kind.WEB_PAGE: r"(?:web ?page|page|web ?site)",
    Kind.GUIDANCE: r"(?:guidance|handbook)",
    Kind.UNKNOWN: r"document",
}
_FOUND = r"(?:found|finds?|noted?|notes|report(?:s|ed)?|says?|said|states?|stated|records?|recorded|concluded?|observed?|saw|identified)"
_PAST = re.compile(r"(?:found|noted|reported|said|stated|recorded|concluded|observed|saw|identified)$", re.I)
_DATE = rf"(?:(?:(?:\d{{1,2}} )?(?:{'|'.join(MONTHS)})[ ,]+)?(?:19|20)\d\d)"
_DATED = re.compile(rf"^(?:in|on|at|for) (?P<what>{_DATE}|{HERE})(?: (?:in|on) (?P<also>{_DATE}|{HERE}))?,? ", re.I)
_OPENING = re.compile(
    r"(?:and|in addition|additionally|furthermore|moreover|however|similarly|also|overall|for example|for instance|as a result|"
    r"as a consequence|consequently|therefore|in particular|while this is the case|since then),? ",
    re.I,
)


@dataclass(frozen=True)
class Framed:
    """What is left of a sentence without the words around it.

    Attributes:
        past: they say that somebody found it, so that what is, was: "inspectors found that it was".
        needs: they say that it needs to improve.
    """

    text: str
    past: bool = False
    needs: bool = False


def without_frames(text: str, record: Record) -> Iterator[Framed]:
    """A sentence, and what is left of it without words that name its source."""
    yield Framed(text)
    dated = _without_date(text, record)
    if dated != text:
        yield Framed(dated)
    called = _CALLED.get(record.kind, _INSPECTION)
    speakers = rf"(?:{_INSPECTORS}|{_named(called)})" if record.kind not in _CALLED else _named(called)
    when = rf"(?: (?:of|from|on|dated|in|published (?:in|on))(?: the)? (?P<when>{_DATE}))?"
    inside = rf"(?:,? (?:at|in|on|of|during) (?:the |this |its |that )?(?:{called}|{HERE}))?"
    for pattern in (
        rf"^(?P<own>{HERE}(?:'s?)? )?{speakers}{when}{inside} (?:also )?(?P<found>{_FOUND})(?: (?:during|in|at) this \w+)?,? (?:that )?",
        rf"^(?:according to|in) {speakers}{when},? (?:(?P<found>that) )?",
        rf"^it was (?P<found>{_FOUND}) that ",
    ):
        if match := re.match(pattern, dated, re.I):
            left = dated[match.end() :]
            if _is_own_date(match.groupdict().get("when"), record) and left:
                yield Framed(left, past=bool(_PAST.search(match["found"] or "")))
    for pattern in (rf",? according to {speakers}{when}$", rf", {speakers}{when} (?P<found>{_FOUND})$"):
        ended = dated.rstrip(" .")
        if (match := re.search(pattern, ended, re.I)) and _is_own_date(match["when"], record):
            yield Framed(ended[: match.start()])


def _named(called: str) -> str:
    return rf"(?:(?:the|its|their|this|{HERE}(?:'s?)?) )?(?:{_DATE} )?{called}"


def _without_date(text: str, record: Record) -> str:
    """A sentence without the document's own date or authority before it."""
    if (match := _DATED.match(text)) and all(
        what is None or what == HERE or _is_own_date(what, record) for what in (match["what"], match["also"])
    ):
        return text[match.end() :]
    return text


def _is_own_date(text: str | None, record: Record) -> bool:
    """True for a date of the document: its day, its month or its year."""
    if text is None:
        return True
    *before, year = re.findall(r"\w+", text)
    days = [day for day in (record.published, record.inspection_start, record.inspection_end, record.met) if day]
    years = {*record.years, *(day.year for day in days)}
    if not before:
        return int(year) in years
    return any(
        day.year == int(year)
        and day.month == month_number(before[-1])
        and (len(before) < 2 or day.day == int(before[0]))
        for day in days
    )


def without_opening(text: str) -> str:
    """A sentence of a quotation without the word that ties it to the one before: "However, …"."""
    match = _OPENING.match(text)
    return text[match.end() :] if match else text


_WHO = rf"(?:(?:the )?(?:{HERE}|leaders|senior leaders|managers|partnership|partners|local area partnership|council|local authority|it))"
_TOLD = r"(?:must|should|needs? to|has to|have to|(?:is|are|was|were) (?:told|asked|required|advised) to)"
_AREA = r"(?:an? |the )?(?:area|action|priority action|recommendation|priority)s?"
_NEED_BEFORE = (
    rf"^{_WHO} {_TOLD} ",
    rf"^what (?:{HERE} )?needs to improve(?: (?:in|at) {HERE})?(?: is| are|:| includes?)? ",
    rf"^{_AREA} (?:for|to) improve(?:ment)?(?: (?:in|at) {HERE})?(?: is| are| was| were|:| includes?| included)(?: that| to)? ",
    r"^(?:a |the )?priority actions?(?: is| was|:)(?: to)? ",
    rf"^{_INSPECTORS} (?:recommended|asked|said|wanted|told|required|advised)(?: that)?(?: {_WHO})?(?: (?:to|should|must))? ",
    r"^improvements? (?:is|are|was|were) (?:needed|required) (?:in|to) ",
    r"^recommendations?: ",
)
_NEED_AFTER = (
    r",? (?:needs?|needed|must|should|has to|have to) (?:to )?(?:be )?(?:further )?(?:improved?|strengthened)$",
    r",? (?:needs?|requires?) (?:further )?improvement$",
    rf",? (?:is|are|was|were) {_AREA} (?:for|to|that needed|that needs) (?:improve(?:ment)?)$",
    rf"[:;,] this (?:is|was) {_AREA} for improvement$",
)
_IMPROVE = re.compile(r"^(?:to )?(?:improve|improving|strengthen(?:ing)?) ", re.I)


def without_needs(text: str) -> Iterator[str]:
    """What a sentence says needs to improve, without the words that say so; nothing if it does not."""
    text = text.rstrip(" .;")
    for pattern in _NEED_BEFORE:
        if match := re.match(pattern, text, re.I):
            left = text[match.end() :]
            yield left
            yield without_improve(left)
            yield from without_needs(left)
    for pattern in _NEED_AFTER:
        if match := re.search(pattern, text, re.I):
            yield text[: match.start()]


def without_improve(text: str) -> str:
    """An item of a list without the order that it begins with: "Improve the quality of plans"."""
    return _IMPROVE.sub("", text)
