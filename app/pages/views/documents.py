"""The library as its template shows it: its form, one authority's timeline where one is chosen, and the documents."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.pages.addresses import DocumentsAddress, list_documents
from app.pages.addresses.briefing import BriefingAddress
from app.pages.addresses.documents import PART
from app.pages.addresses.findings import TrajectoryAddress
from app.pages.templating import capitalised, counted, render
from app.pages.timeline import TimelineView, timeline, timeline_view
from app.pages.views.record import overall_grade, record_link
from app.pages.views.steps import Link, list_steps
from index import Index, Record, authorities_of
from ingest import Grade, Kind
from ingest.dates import day_words, period_words
from qa.question import COUNCIL_PAPERS


@dataclass(frozen=True)
class Option:
    """A value that can be chosen."""

    value: str
    label: str
    is_chosen: bool


@dataclass(frozen=True)
class Select:
    """A list of values to choose from."""

    name: str
    label: str
    options: list[Option]


@dataclass(frozen=True)
class DocumentRow:
    """A document in the list; what it does not state is empty."""

    link: str
    name: str
    inspected: str
    published: str
    overall: str
    pages: int


@dataclass(frozen=True)
class LibraryView:
    """The library; `steps` link to the parts of the list before and after this one.

    Attributes:
        findings: the link to what became of what the chosen authority was asked for; empty if none is chosen.
        briefing: the link to a briefing on it; empty if none is chosen.
    """

    link: str
    heading: str
    words: str
    selects: list[Select]
    timeline: TimelineView | None
    findings: str
    briefing: str
    rows: list[DocumentRow]
    steps: list[Link]


def render_documents(index: Index, address: DocumentsAddress) -> str:
    """Render the library at an address."""
    records = index.catalogue.records()
    listed = list_documents(index, address)
    total = counted(len(records), "document")
    library = LibraryView(
        link=address.link,
        heading=total if len(listed) == len(records) else f"{len(listed):,} of {total}",
        words=address.words,
        selects=_selects(records, address),
        timeline=_timeline(records, address.authority),
        findings=TrajectoryAddress(address.authority).link if address.authority else "",
        briefing=BriefingAddress(address.authority).link if address.authority else "",
        rows=[_row(record) for record in listed[(address.part - 1) * PART : address.part * PART]],
        steps=list_steps(address, len(listed), PART),
    )
    return render("documents.html", library=library)


def _timeline(records: Sequence[Record], authority: str | None) -> TimelineView | None:
    if authority is None:
        return None
    return timeline_view(timeline(record for record in records if authority in record.authorities), authority)


def _selects(records: Sequence[Record], address: DocumentsAddress) -> list[Select]:
    authorities = sorted(authorities_of(records))
    years = sorted({year for record in records for year in record.years}, reverse=True)
    present = {record.kind for record in records}
    kinds = [(kind.value, capitalised(kind.plural)) for kind in Kind if kind in present]
    filters = address.filters
    return [
        _select("authority", "Authority", ((name, name) for name in authorities), filters.authority),
        _select("year", "Year", ((str(year), str(year)) for year in years), map(str, filters.year)),
        _select("kind", "Kind", kinds, filters.kind),
        _select("judgement", "Overall grade", ((grade.value, grade.label) for grade in Grade), filters.judgement),
    ]


def _select(name: str, label: str, values: Iterable[tuple[str, str]], chosen: Iterable[str]) -> Select:
    selected = set(chosen)
    return Select(name, label, [Option(value, words, value in selected) for value, words in values])


def _row(record: Record) -> DocumentRow:
    grade = overall_grade(record)
    return DocumentRow(
        link=record_link(record),
        name=f"{record.place}, {record.kind.label}" if record.authorities else record.title,
        # The days of an inspection that a council's paper only discusses are none of its own.
        inspected="" if record.kind in COUNCIL_PAPERS else day_range(record.inspection_start, record.inspection_end),
        published=day_words(record.published) if record.published else "",
        overall=grade.label if grade else "",
        pages=record.pages,
    )


def day_range(start: date | None, end: date | None) -> str:
    """The days from `start` to `end` in words, with what they share written once: "20 to 31 January 2020".

    Where only one of the two is known, that day alone.
    """
    start, end = start or end, end or start
    if start is None or end is None:
        return ""
    return period_words(start, end) if start <= end else day_words(start)
