"""What people call a paper: “Ofsted’s focused visit letter of 12 January 2026”."""

import re
from textwrap import shorten

from index import Record
from ingest import Kind
from ingest.dates import period_words

_LONGEST = 110  # characters of what a paper calls itself
_BODY_WORD = r"(?:[Cc]ommittee|Panel|Board|Cabinet|Commission|Council|Forum|Executive)"
_NAME = rf"(?:The )?((?:[A-Z][\w’'-]*,? (?:(?:and|for|of|the|&) )*){{0,9}}(?:Sub-)?{_BODY_WORD})"  # of a committee
_BODY = re.compile(_NAME)
_IN_BRACKETS = re.compile(rf"\({_NAME}\)$")
_OF_SITE = re.compile(r"(?:agendas?|meetings?|minutes|papers|and|of|[\W\d])+", re.I)  # a title that tells nothing
_REPORTS = {
    Kind.AREA_SEND: "Ofsted and CQC’s report on the area’s SEND services, inspected",
    Kind.JOINT: "The report of the joint inspection of",
}
_UNDATED = {
    Kind.AREA_SEND: "Ofsted and CQC’s report on the area’s SEND services",
    Kind.JOINT: "The report of a joint inspection",
}
_LETTERS = (Kind.FOCUSED_VISIT, Kind.MONITORING_VISIT)


def people_title(record: Record) -> str:
    """What people call a paper, without its authority. What the paper does not tell of itself is left out.

    Ofsted’s letters go by their day, its reports by the days of the inspection, and minutes by the meeting.
    """
    if record.kind in _LETTERS:
        letter = f"Ofsted’s {record.kind.label}"
        return f"{letter} of {record.when}" if record.published else _named(letter, record.when)
    if record.kind.of_ofsted:
        return _report(record)
    if record.kind is Kind.MINUTES:
        return _minutes(record)
    return _named(_own(record.title) or record.kind.label.capitalize(), record.when)


def placed_title(record: Record) -> str:
    """The same with the authority in front, for a list that mixes several: “Devon: Ofsted’s focused visit letter of 12 January 2026”."""
    title = people_title(record)
    return title if not record.place or title.startswith(record.place) else f"{record.place}: {title}"


def _report(record: Record) -> str:
    last = record.inspection_end or record.inspection_start
    if last:
        of = _REPORTS.get(record.kind, "Ofsted’s report of its inspection of")
        return f"{of} {period_words(record.inspection_start or last, last)}"
    return _named(_UNDATED.get(record.kind, "Ofsted’s inspection report"), record.when)


def _minutes(record: Record) -> str:
    """The committee is named only where the title is its name, or ends with it in brackets."""
    title = record.title.strip()
    body = _BODY.fullmatch(title)
    if body:
        return _named(f"Minutes of the {body[1]}", record.when)
    bracketed = _IN_BRACKETS.search(title)
    name = f"Minutes of the {bracketed[1]}" if bracketed else "Minutes"
    about = _own(title[: bracketed.start()] if bracketed else title)
    dated = _named(name, record.when)
    return dated if not about or _OF_SITE.fullmatch(about) else f"{dated}: {about}"


def _own(title: str) -> str:
    return shorten(title.strip().rstrip("."), _LONGEST, placeholder="…")


def _named(name: str, when: str) -> str:
    return f"{name}, {when}" if when else name
