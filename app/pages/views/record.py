"""A document's record as its template shows it: each fact with the words behind it, its passages, and what is not searched."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from app.asking.filters import Filters
from app.documents.links import page_link
from app.pages.addresses import DocumentsAddress
from app.pages.templating import capitalised, render
from app.pages.timeline import area_heading
from app.pages.views.steps import Link
from index import Index, Record
from index.catalogue import StoredPassage
from ingest import Area, Grade, Page, Stance
from ingest.dates import day_words
from qa import document_reference, place

_DAY = r"\d{4}-\d\d-\d\d"


@dataclass(frozen=True)
class FactRow:
    """A fact or a judgement with the words that it was read from; page None if these are the file's name."""

    name: str
    value: str
    words: str
    page: int | None
    link: str


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
    """A document's record; `authority` links to all documents on its authority."""

    name: str
    title: str
    path: str
    link: str
    pages_link: str
    original: str
    authority: Link | None
    notes: tuple[str, ...]
    facts: list[FactRow]
    count: int
    sections: list[SectionView]
    furniture: list[FurnitureLine]


def record_link(record: Record) -> str:
    """The link to a document's record."""
    return f"/?view=document&document={record.id}"


def overall_grade(record: Record) -> Grade | None:
    """The grade for overall effectiveness; None if the document gives none of the four."""
    grades = (one.grade for one in record.judgements if one.area is Area.OVERALL)
    return next((grade for grade in grades if isinstance(grade, Grade)), None)


def render_record(index: Index, record: Record) -> str:
    """Render a document's record."""
    passages = index.catalogue.document_passages(record.id)
    view = RecordView(
        name=document_reference(record),
        title=record.title,
        path=record.path,
        link=record_link(record),
        pages_link=page_link(record, 1),
        original=f"/originals/{record.id}",
        authority=_authority(record.authority),
        notes=tuple(record.notes),
        facts=list(_facts(record)),
        count=len(passages),
        sections=list(_sections(record, passages)),
        furniture=list(_furniture(index.catalogue.pages(record.id))),
    )
    return render("record.html", record=view)


def _authority(name: str | None) -> Link | None:
    return Link(f"{name} over the years", DocumentsAddress(filters=Filters(authority=[name])).link) if name else None


def _facts(record: Record) -> Iterator[FactRow]:
    for fact in record.facts:
        name = capitalised(fact.name.replace("_", " "))
        yield FactRow(name, _with_day_words(fact.value), fact.words, fact.page, page_link(record, fact.page or 1))
    for judgement in record.judgements:
        link = page_link(record, judgement.page)
        yield FactRow(area_heading(judgement.area), judgement.grade.label, judgement.words, judgement.page, link)


def _with_day_words(value: str) -> str:
    """A day, or a first and a last day, as a person writes them; other values as they are."""
    if not re.fullmatch(rf"{_DAY}(?: to {_DAY})?", value):
        return value
    return " to ".join(day_words(date.fromisoformat(day)) for day in value.split(" to "))


def _sections(record: Record, passages: Sequence[StoredPassage]) -> Iterator[SectionView]:
    for headings, group in groupby((stored.passage for stored in passages), lambda passage: passage.headings):
        inside = list(group)
        stance = inside[0].stance
        lines = [
            PassageLine(place(passage.number, passage.page), page_link(record, passage.page), passage.text)
            for passage in inside
        ]
        yield SectionView(" › ".join(headings), "" if stance is Stance.NEITHER else capitalised(stance.value), lines)


def _furniture(pages: Sequence[Page]) -> Iterator[FurnitureLine]:
    for page in pages:
        for kind, start, end in page.furniture:
            yield FurnitureLine(page.number, str(kind), page.text[start:end])
