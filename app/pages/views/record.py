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
from app.pages.titles import placed_title
from app.pages.views.steps import Link
from app.published import Origin, origin_of
from app.root import rooted
from index import Index, Record, one_state
from index.catalogue import StoredPassage
from index.catalogue.corrections import told_facts
from ingest import VISIT_TOPIC, Area, Grade, Judgement, Kind, Page, Stance, VisitTopic
from ingest.dates import period_words
from qa import Pinpoint, discussed_document, document_reference

_DAY = r"\d{4}-\d\d-\d\d"


@dataclass(frozen=True)
class FactRow:
    """A fact or a judgement with the words that it was read from; page None if these are the file's name.

    `where` then says what gives it. `held` links to the document that the fact discusses, if it is in the index. `read_as` says what
    was read where a person has set another value; the words then say who did.
    """

    name: str
    value: str
    words: str
    page: int | None
    link: str
    held: Link | None = None
    where: str = ""
    read_as: str = ""


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

    `authorities` link to all documents on each of its authorities, and to a briefing on it; `correction` and `removal` are empty for
    those who may not correct it, or remove it. `files` are its paths.
    """

    name: str
    title: str
    origin: Origin
    files: tuple[str, ...]
    link: str
    pages_link: str
    original: str
    authorities: list[Link]
    notes: tuple[str, ...]
    facts: list[FactRow]
    count: int
    sections: list[SectionView]
    furniture: list[FurnitureLine]
    correction: str
    removal: str


def record_link(record: Record) -> str:
    """The link to a document's record."""
    return rooted(f"/?view=document&document={record.id}")


def correction_link(record: Record) -> str:
    """The link to the page on which a document is corrected."""
    return rooted(f"/correct/{record.id}")


def overall_grade(record: Record) -> Grade | None:
    """The grade for overall effectiveness; None if the document gives none of the four."""
    grades = (one.grade for one in record.judgements if one.area is Area.OVERALL)
    return next((grade for grade in grades if isinstance(grade, Grade)), None)


@one_state
def render_record(index: Index, record: Record, may_remove: bool = False, may_correct: bool = False) -> str:
    """Render a document's record, with links to correct and to remove it for those who may."""
    passages, pages = index.catalogue.document_passages(record.id), index.catalogue.pages(record.id)
    view = RecordView(
        name=placed_title(record),
        title=record.title,
        origin=origin_of(record),
        files=record.sources,
        link=record_link(record),
        pages_link=page_link(record, record.first_page),
        original=rooted(f"/originals/{record.id}"),
        authorities=[link for name in record.authorities for link in _authority(name)],
        notes=tuple(record.notes),
        facts=list(_facts(record, index.catalogue.records(), pages)),
        count=len(passages),
        sections=list(_sections(record, passages)),
        furniture=list(_furniture(pages)),
        correction=correction_link(record) if may_correct else "",
        removal=rooted(f"/remove/{record.id}") if may_remove else "",
    )
    return render("record.html", record=view)


def _authority(name: str) -> tuple[Link, Link]:
    over_years = Link(f"{name} over the years", DocumentsAddress(filters=Filters(authority=[name])).link)
    return over_years, Link(f"Briefing on {name}", BriefingAddress(name).link)


def _facts(record: Record, records: Sequence[Record], pages: Sequence[Page]) -> Iterator[FactRow]:
    texts = {page.number: " ".join(page.text.split()) for page in pages}
    for each in told_facts(record.facts):
        fact = each.fact
        name = capitalised(fact.name.replace("_", " "))
        held = discussed_document(fact, record, records)
        shown = Link(document_reference(held), record_link(held)) if held else None
        place = page_link(record, fact.page or record.first_page)
        where = "" if fact.page else record.beside_text(fact)
        read_as = fact_value(fact.name, each.read_as) if each.read_as else ""
        words = whole_words(fact.words, texts.get(fact.page or 0, ""))
        yield FactRow(name, fact_value(fact.name, fact.value), words, fact.page, place, shown, where, read_as)
    for judgement in (*record.judgements, *record.reported):
        link = page_link(record, judgement.page)
        told = "" if judgement in record.judgements else f" (reported{_of(judgement)})"
        value = f"{judgement.grade.label}{told}"
        yield FactRow(
            area_heading(judgement.area),
            value,
            whole_words(judgement.words, texts.get(judgement.page, "")),
            judgement.page,
            link,
        )


def whole_words(words: str, text: str) -> str:
    """Evidence without half a word at its ends, taken from the text of its page; as it is where it does not stand there."""
    start = text.find(words)
    if start < 0 or not words:
        return words
    end = start + len(words)
    while start and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    return text[start:end]


def _of(judgement: Judgement) -> str:
    return f" of the inspection of {judgement.inspected}" if judgement.inspected else ""


def fact_value(name: str, value: str) -> str:
    """The value of a fact of this name, as a person writes it."""
    if name == VISIT_TOPIC:
        return VisitTopic(value).label
    if name == "kind" and value in set(Kind):
        return Kind(value).label
    return _with_day_words(value)


def _with_day_words(value: str) -> str:
    """A day, or a first and a last day, as a person writes them; other values as they are."""
    if not re.fullmatch(rf"{_DAY}(?: to {_DAY})?", value):
        return value
    days = [date.fromisoformat(day) for day in value.split(" to ")]
    return period_words(days[0], days[-1])


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
