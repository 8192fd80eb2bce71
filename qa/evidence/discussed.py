"""The held document that a council's paper discusses: an inspection's report, or a visit's letter."""

import calendar
import re
from collections.abc import Iterable
from datetime import date

from index import Record
from ingest import Fact, Kind
from ingest.dates import find_period, month_number
from qa.question.vocabulary import INSPECTIONS, VISITS

# By the first words of the fact's value.
_KINDS = {
    "focused visit": (Kind.FOCUSED_VISIT,),
    "monitoring visit": (Kind.MONITORING_VISIT,),
    "joint targeted area inspection": (Kind.JOINT,),
    "area SEND inspection": (Kind.AREA_SEND,),
    "single inspection": (Kind.SINGLE,),
    "ILACS inspection": (Kind.ILACS,),
    "inspection": INSPECTIONS,
    "visit": VISITS,
}
# How a paper names the inspection or visit of a kind.
EVENTS = {kinds[0]: name for name, kinds in _KINDS.items() if len(kinds) == 1}
_MONTH = re.compile(r"([A-Z][a-z]+) ((?:19|20)\d\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")


def discussed_document(fact: Fact, paper: Record, records: Iterable[Record]) -> Record | None:
    """Give the one held document that a paper's fact names: the report or letter of an inspection or visit that it discusses.

    Args:
        fact: a fact of the paper, "inspection discussed" or "letter discussed".
        paper: the paper; the document is about one of its authorities.
        records: the documents held.

    Returns:
        None for any other fact, and where no document or more than one matches.
    """
    matches = {"letter discussed": _is_letter_of, "inspection discussed": _is_inspection}.get(fact.name)
    if matches is None:
        return None
    near = (record for record in records if set(record.authorities) & set(paper.authorities) and record.id != paper.id)
    found = [record for record in near if matches(record, fact.value)]
    return found[0] if len(found) == 1 else None


def _is_letter_of(record: Record, value: str) -> bool:
    return record.kind in VISITS and str(record.published) == value


def _is_inspection(record: Record, value: str) -> bool:
    """True for the report or letter of an inspection or visit, "monitoring visit, 2 to 3 February 2022"."""
    name, _, when = value.partition(", ")
    period = _period(when)
    return record.kind in _KINDS.get(name, ()) and period is not None and _meet(record, *period)


def _period(when: str) -> tuple[date, date] | None:
    """Give the first and last day of days, a month or a year in words."""
    if days := find_period(when):
        return days
    if match := _MONTH.fullmatch(when):
        month, year = month_number(match[1]), int(match[2])
        return (date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])) if month else None
    return (date(int(when), 1, 1), date(int(when), 12, 31)) if _YEAR.fullmatch(when) else None


def _meet(record: Record, first: date, last: date) -> bool:
    start, end = record.inspection_start, record.inspection_end
    return start is not None and end is not None and start <= last and end >= first
