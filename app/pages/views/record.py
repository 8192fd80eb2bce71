"""A document's record as its template shows it: each fact with the words behind it, its passages, and what is not searched."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from app.asking.filters import Filters
from app.documents.links import page_link
from app.pages.addresses import DocumentsAddress
from app.pages.addresses.briefing import BriefingAddress
from app.pages.templating import capitalised, render
from app.pages.timeline import area_heading
from app.pages.views.steps import Link
from app.published import Origin, origin_of
from app.root import rooted
from index import Index, Record, one_state
from index.catalogue import StoredPassage
from ingest import VISIT_TOPIC, Area, Fact, Grade, Judgement, Page, Stance, VisitTopic
from ingest.dates import day_words
from qa import Pinpoint, discussed_document, document_reference

_DAY = r"\d{4}-\d\d-\d\d"


@dataclass(frozen=True)
class FactRow:
    """A fact or a judgement with the words that it was read from; page None if these are the file's name.

    `where` then says what gives it. `held` links to the document that the fact discusses, if it is in the index.
    """

    name: str
    value: str
    words: str
    page: int | None
    link: str
    held: Link | None = None
    where: str = ""


@dataclass(frozen=True)
class PassageLine:
    """A passage with its place in the document."""

    place: str
    link: str
    text: str


@dataclass(frozen=True)
class SectionView:
    """The passages under one heading; the stance is empty if the section takes none."""

    heading: str
    stance: str
    passages: list[PassageLine]


@dataclass(frozen=True)
class FurnitureLine:
    """Print on a page that is not searched, such as a header."""

    page: int
    kind: str
    text: str


@dataclass(frozen=True)
class RecordView:
    """A document's record.

    `authorities` link to all documents on each of its authorities, and to a briefing on it; `removal` is empty for those who may
    not remove it.
    """

    name: str
    title: str
    path: str
    origin: Origin
    link: str
    pages_link: str
    original: str
    authorities: list[Link]
    notes: tuple[str, ...]
    facts: list[FactRow]
    count: int
    sections: list[SectionView]
    furniture: list[FurnitureLine]
    removal: str


def record_link(record: Record) -> str:
    """The link to a document's record."""
    return rooted(f"/?view=document&document={record.id}")


def overall_grade(record: Record) -> Grade | None:
    """The grade for overall effectiveness; None if the document gives none of the four."""
    grades = (one.grade for one in record.judgements if one.area is Area.OVERALL)
    return next((grade for grade in grades if isinstance(grade, Grade)), None)


@one_state
def render_record(index: Index, record: Record, may_remove: bool = False) -> str:
    """Render a document's record, with a link to remove it for those who may."""
    passages = index.catalogue.document_passages(record.id)
    view = RecordView(
        name=document_reference(record),
        title=record.title,
        path=record.path,
        origin=origin_of(record),
        link=record_link(record),
        pages_link=page_link(record, record.first_page),
        original=rooted(f"/originals/{record.id}"),
        authorities=[link for name in record.authorities for link in _authority(name)],
        notes=tuple(record.notes),
        facts=list(_facts(record, index.catalogue.records())),
        count=len(passages),
        sections=list(_sections(record, passages)),
        furniture=list(_furniture(index.catalogue.pages(record.id))),
        removal=rooted(f"/remove/{record.id}") if may_remove else "",
    )
    return render("record.html", record=view)


def _authority(name: str) -> tuple[Link, Link]:
    over_years = Link(f"{name} over the years", DocumentsAddress(filters=Filters(authority=[name])).link)
    return over_years, Link(f"Briefing on {name}", BriefingAddress(name).link)


def _facts(record: Record, records: Sequence[Record]) -> Iterator[FactRow]:
    for fact in record.facts:
        name = capitalised(fact.name.replace("_", " "))
        held = discussed_document(fact, record, records)
        shown = Link(document_reference(held), record_link(held)) if held else None
        place = page_link(record, fact.page or record.first_page)
        where = "" if fact.page else record.beside_text(fact)
        yield FactRow(name, _value(fact), fact.words, fact.page, place, shown, where)
    for judgement in (*record.judgements, *record.reported):
        link = page_link(record, judgement.page)
        told = "" if judgement in record.judgements else f" (reported{_of(judgement)})"
        value = f"{judgement.grade.label}{told}"
        yield FactRow(area_heading(judgement.area), value, judgement.words, judgement.page, link)


def _of(judgement: Judgement) -> str:
    return f" of the inspection of {judgement.inspected}" if judgement.inspected else ""


def _value(fact: Fact) -> str:
    return VisitTopic(fact.value).label if fact.name == VISIT_TOPIC else _with_day_words(fact.value)


def _with_day_words(value: str) -> str:
    """A day, or a first and a last day, as a person writes them; other values as they are."""
    if not re.fullmatch(rf"{_DAY}(?: to {_DAY})?", value):
        return value
    return " to ".join(day_words(date.fromisoformat(day)) for day in value.split(" to "))


def _sections(record: Record, passages: Sequence[StoredPassage]) -> Iterator[SectionView]:
    ordered = (stored.passage for stored in passages)
    for (headings, stance), inside in groupby(ordered, lambda passage: (passage.headings, passage.stance)):
        lines = [
            PassageLine(str(Pinpoint.of(passage)), page_link(record, passage.page), passage.text) for passage in inside
        ]
        yield SectionView(" › ".join(headings), "" if stance is Stance.NEITHER else capitalised(stance.value), lines)


def _furniture(pages: Sequence[Page]) -> Iterator[FurnitureLine]:
    for page in pages:
        for kind, start, end in page.furniture:
            yield FurnitureLine(page.number, str(kind), page.text[start:end])
