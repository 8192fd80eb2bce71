"""The pinpoint reference of a place in a document, as a person would write it in a report of their own."""

from datetime import date

from index import Record
from ingest import Kind
from ingest.dates import day_words
from qa import document_reference, place

_VISITED = {
    Kind.ILACS: "Ofsted, ILACS inspection of",
    Kind.SINGLE: "Ofsted, single inspection of",
    Kind.FOCUSED_VISIT: "Ofsted, focused visit to",
    Kind.MONITORING_VISIT: "Ofsted, monitoring visit to",
    Kind.AREA_SEND: "Ofsted and the Care Quality Commission, area SEND inspection of",
    Kind.JOINT: "Ofsted and others, joint inspection of",
}


def pinpoint(record: Record, paragraph: str | None, page: int) -> str:
    """Name a place: "Ofsted, ILACS inspection of Devon, 20–31 January 2020, paragraph 14, page 4"."""
    by_ocr = ", read by OCR" if record.by_ocr(page) else ""
    return f"{document_name(record)}, {place(paragraph, page)}{by_ocr}"


def document_name(record: Record) -> str:
    """Name a document by what it reports on; what is no report of Ofsted's keeps the name that citations give it."""
    if record.kind not in _VISITED or not record.authority:
        return document_reference(record)
    when = _when(record)
    return f"{_VISITED[record.kind]} {record.authority}{f', {when}' if when else ''}"


def _when(record: Record) -> str:
    start, end = record.inspection_start, record.inspection_end
    if start or end:
        return day_range(start or end, end or start)
    if record.published:
        return f"published {record.when}"
    return record.when


def day_range(start: date | None, end: date | None) -> str:
    """The days from `start` to `end` in words, what they share said once: "20–31 January 2020"."""
    if start is None or end is None or start >= end:
        return day_words(start or end) if start or end else ""  # type: ignore[arg-type]
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{day_words(end)}"
    if start.year == end.year:
        return f"{start.day} {start:%B} – {day_words(end)}"
    return f"{day_words(start)} – {day_words(end)}"
