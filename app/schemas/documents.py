"""Documents: one, a list, or one with everything that was read from it."""

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import Any, Literal

from pydantic import BaseModel, Field

from app.documents import page_link
from app.schemas.places import Count, Link, Number, OriginFields
from index import Index, Record
from index.catalogue.corrections import ToldFact, told_facts
from ingest import Area, Furniture, Grade, Kind, Page, ReportCardGrade, Stance, VisitTopic
from ingest.authorities import authorities
from ingest.facts import current
from qa import discussed_document, document_reference


class DocumentBody(OriginFields):
    """A document and its facts. A fact that the document does not state is null."""

    id: str
    document: str = Field(description="Its path below the indexed folder.")
    title: str
    reference: str = Field(description="Authority, kind and date.")
    kind: Kind
    authority: str | None = Field(description="The authority; null if it is about none or several.")
    authorities: list[str]
    la_code: str | None = Field(description="The local authority's code.")
    inspection_start: date | None
    inspection_end: date | None
    published: date | None = Field(description="The day of publication, or of minutes, the meeting.")
    met: date | None = Field(description="The day of the meeting, where one is told.")
    when: str = Field(description="Its own date in words, or else its years; empty if it tells neither.")
    years: list[int] = Field(description="The years in which it was inspected or published.")
    lead_inspector: str | None
    outcome: str | None
    topics_of_visit: list[VisitTopic] = Field(description="What a focused visit looked at.")
    judgements: dict[Area, Grade | ReportCardGrade] = Field(
        description="The grades that this inspection gives, or else those that this paper reports of the newest inspection."
    )
    judgements_reported: bool = Field(description="Whether the paper only reports these grades.")
    pages: Count
    passages: Count
    sources: list[str] = Field(description="Every path at which the document was found.")
    url: Link

    @classmethod
    def of(cls, record: Record) -> "DocumentBody":
        """Describe a document."""
        return cls(**_document(record))


def _document(record: Record) -> dict[str, Any]:
    # An inspection's report that gives no grade of its own has none, whatever it tells of an older inspection.
    told = () if record.kind in (Kind.ILACS, Kind.SINGLE) else current(record.reported)
    return {
        "id": record.id,
        "document": record.path,
        "title": record.title,
        "reference": document_reference(record),
        "kind": record.kind,
        "authority": record.authority,
        "authorities": list(record.authorities),
        "la_code": _la_codes().get(record.authority or ""),
        "inspection_start": record.inspection_start,
        "inspection_end": record.inspection_end,
        "published": record.published,
        "met": record.met,
        "when": record.when,
        "years": list(record.years),
        "lead_inspector": record.lead_inspector,
        "outcome": record.outcome,
        "topics_of_visit": list(record.visit_topics),
        "judgements": {judgement.area: judgement.grade for judgement in record.judgements or told},
        "judgements_reported": bool(told and not record.judgements),
        "pages": record.pages,
        "passages": record.passages,
        "sources": list(record.sources),
        "url": page_link(record, record.first_page),
        **OriginFields.values(record),
    }


@cache
def _la_codes() -> dict[str, str]:
    return {authority.name: authority.la_code for authority in authorities()}


class DocumentsBody(BaseModel):
    """One part of the list of documents."""

    total: Count
    limit: Number
    offset: Count
    next: Link | None = Field(description="A link to the next part.")
    explanation: str | None = Field(description="Why the list is empty, and what Kloe has instead.")
    documents: list[DocumentBody]


class FactBody(BaseModel):
    """A fact, with the words it was read from."""

    fact: str
    value: str
    words: str
    page: Number | Literal["file name", "head of the web page", "set by a person"]
    read_as: str | None = Field(
        description="What was read where a person has set another value, or none; null where nobody has."
    )
    confidence: float | None = Field(
        description="From 0 to 1, how sure the reading is; null where the words leave no doubt."
    )
    discusses: str | None = Field(
        description="The path of the document that an inspection or letter discussed is held as."
    )


class JudgementBody(BaseModel):
    """A judgement, with the words it was read from."""

    area: Area
    grade: Grade | ReportCardGrade
    words: str
    page: Number
    reported: bool = Field(description="Whether the paper only reports the grade; Ofsted gave it elsewhere.")
    inspected: str = Field(
        description="Of a reported judgement, the inspection that it belongs to, as the paper tells it."
    )


class PassageBody(BaseModel):
    """A passage of a document."""

    page: Number
    paragraph: str | None = Field(description="The paragraph's printed number.")
    item: str | None = Field(description="The number of the agenda item that it stands under.")
    said_by: str | None = Field(description="Whose words or view the paper reports it as.")
    authorities: list[str] = Field(
        description="Which of the document's authorities it is about, where they are told apart."
    )
    section: str = Field(description="The headings above it, outermost first, with › between them.")
    stance: Stance
    text: str


class FurnitureBody(BaseModel):
    """Text on a page that is not searched, such as a running header."""

    page: Number
    kind: Furniture
    text: str


class RecordBody(DocumentBody):
    """A document with everything that was read from it."""

    notes: list[str] = Field(description="What was unusual about the document when it was read.")
    facts: list[FactBody]
    judgement_words: list[JudgementBody]
    passage_list: list[PassageBody]
    furniture: list[FurnitureBody]

    @classmethod
    def read(cls, index: Index, record: Record) -> "RecordBody":
        """Read all that the index has of a document."""
        records = index.catalogue.records()
        return cls(
            **_document(record),
            notes=list(record.notes),
            facts=[_fact(told, record, records) for told in told_facts(record.facts)],
            judgement_words=[
                JudgementBody(
                    area=judgement.area,
                    grade=judgement.grade,
                    words=judgement.words,
                    page=judgement.page,
                    reported=judgement not in record.judgements,
                    inspected=judgement.inspected,
                )
                for judgement in (*record.judgements, *record.reported)
            ],
            passage_list=[
                PassageBody(
                    page=stored.passage.page,
                    paragraph=stored.passage.number,
                    item=stored.passage.item,
                    said_by=stored.passage.said_by,
                    authorities=list(stored.passage.authorities),
                    section=" › ".join(stored.passage.headings),
                    stance=stored.passage.stance,
                    text=stored.passage.text,
                )
                for stored in index.catalogue.document_passages(record.id)
            ],
            furniture=[body for page in index.catalogue.pages(record.id) for body in _furniture(page)],
        )


def _fact(told: ToldFact, record: Record, records: Sequence[Record]) -> FactBody:
    fact = told.fact
    held = discussed_document(fact, record, records)
    return FactBody(
        fact=fact.name,
        value=fact.value,
        words=fact.words,
        page=fact.page or record.beside_text(fact),
        read_as=told.read_as,
        confidence=fact.confidence,
        discusses=held.path if held else None,
    )


def _furniture(page: Page) -> list[FurnitureBody]:
    return [
        FurnitureBody(page=page.number, kind=kind, text=page.text[start:end]) for kind, start, end in page.furniture
    ]
