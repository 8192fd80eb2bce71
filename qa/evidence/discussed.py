"""The held document that a council's paper discusses: an inspection's report, or a visit's letter."""

import calendar
import re
from collections.abc import Iterable
from datetime import date

from index import Record
from ingest import Fact, Kind
from ingest.dates import find_period, month_number

_INSPECTIONS = (Kind.ILACS, Kind.SINGLE, Kind.AREA_SEND, Kind.JOINT)
_VISITS = (Kind.FOCUSED_VISIT, Kind.MONITORING_VISIT)
# By the first words of the fact's value.
_KINDS = {
    "focused visit": (Kind.FOCUSED_VISIT,),
    "monitoring visit": (Kind.MONITORING_VISIT,),
    "joint targeted area inspection": (Kind.JOINT,),
    "area SEND inspection": (Kind.AREA_SEND,),
    "single inspection": (Kind.SINGLE,),
    "ILACS inspection": (Kind.ILACS,),
    "inspection": _INSPECTIONS,
    "visit": _VISITS,
}
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
    near = [record for record in records if set(record.authorities) & set(paper.authorities) and record.id != paper.id]
    if fact.name == "letter discussed":
        found = [record for record in near if record.kind in _VISITS and str(record.published) == fact.value]
    elif fact.name == "inspection discussed":
        name, _, when = fact.value.partition(", ")
        period = _period(when)
        kinds = _KINDS.get(name, ())
        found = [record for record in near if record.kind in kinds and period and _meet(record, *period)]
    else:
        return None
    return found[0] if len(found) == 1 else None


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
