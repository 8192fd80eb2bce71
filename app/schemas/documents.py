"""What the HTTP interface says of documents, their pages and their counts; the names are those of `--json`."""

from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, Field

from app.asking.facets import Facets
from app.documents.library import document_row, record_rows
from app.documents.links import image_link, page_link
from app.schemas.answers import Count, Link, Number, ScopeBody
from index import Index, Record
from index.catalogue import StoredPassage
from ingest import Area, Furniture, Grade, Kind, Page, Stance
from qa import Scope, document_reference


class DocumentBody(BaseModel):
    """A document with its facts; what it does not state is null."""

    id: str
    document: str
    title: str
    reference: str
    kind: Kind
    authority: str | None
    la_code: str | None
    inspection_start: date | None
    inspection_end: date | None
    published: date | None
    years: list[int]
    lead_inspector: str | None
    outcome: str | None
    judgements: dict[Area, Grade]
    pages: Count
    passages: Count
    sources: list[str] = Field(description="Its paths below the indexed folders.")
    url: Link

    @classmethod
    def of(cls, record: Record) -> "DocumentBody":
        """The body of a document."""
        return cls(**_about(record) | document_row(record))


def _about(record: Record) -> dict[str, Any]:
    return {
        "id": record.id,
        "title": record.title,
        "reference": document_reference(record),
        "years": list(record.years),
        "url": page_link(record, 1),
    }


class DocumentsBody(BaseModel):
    """A part of the library."""

    total: Count
    limit: Number
    offset: Count
    next: Link | None
    explanation: str | None = Field(description="Why the list is empty, and what is held instead.")
    documents: list[DocumentBody]


class FactBody(BaseModel):
    """A fact with the words that it was read from."""

    fact: str
    value: str
    words: str
    page: Number | Literal["file name"]


class JudgementBody(BaseModel):
    """A judgement with the words that it was read from."""

    area: Area
    grade: Grade
    words: str
    page: Number


class PassageBody(BaseModel):
    """A passage in its document."""

    page: Number
    paragraph: str | None
    section: str = Field(description="The headings above it, outermost first.")
    stance: Stance
    text: str


class FurnitureBody(BaseModel):
    """What is printed on a page and is not searched."""

    page: Number
    kind: Furniture
    text: str


class RecordBody(DocumentBody):
    """A document's record whole."""

    notes: list[str]
    facts: list[FactBody]
    judgement_words: list[JudgementBody]
    passage_list: list[PassageBody]
    furniture: list[FurnitureBody]

    @classmethod
    def read(cls, index: Index, record: Record) -> "RecordBody":
        """The body of a record."""
        return cls(**_about(record) | record_rows(index, record))


class PagePassage(BaseModel):
    """A passage that stands on a page, or begins or ends there."""

    id: str
    paragraph: str | None
    headings: list[str]
    stance: Stance
    text: str
    url: Link


class PageBody(BaseModel):
    """A page's text as it is stored, and the passages on it."""

    document: str
    document_id: str
    reference: str
    page: Number
    pages: Count
    by_ocr: bool = Field(description="True where the words were read from an image, and may be misread.")
    text: str
    passages: list[PagePassage]
    url: Link
    image: Link | None

    @classmethod
    def of(cls, record: Record, page: Page, stored: list[StoredPassage]) -> "PageBody":
        """The body of a page of a document whose passages are `stored`."""
        return cls(
            document=record.path,
            document_id=record.id,
            reference=f"{document_reference(record)}, page {page.number}",
            page=page.number,
            pages=record.pages,
            by_ocr=record.by_ocr(page.number),
            text=page.text,
            passages=[
                PagePassage(
                    id=one.id,
                    paragraph=one.passage.number,
                    headings=list(one.passage.headings),
                    stance=one.passage.stance,
                    text=one.passage.text,
                    url=page_link(record, page.number, one.passage.spans),
                )
                for one in stored
                if any(span.page == page.number for span in one.passage.spans)
            ],
            url=page_link(record, page.number),
            image=image_link(record, page.number),
        )


class FacetValue(BaseModel):
    """A value and how many have it."""

    value: str | int
    count: Count


class FacetsBody(BaseModel):
    """Counts inside a scope: of documents, and for `stance` of passages."""

    scope: ScopeBody
    documents: Count
    passages: Count
    authority: list[FacetValue]
    region: list[FacetValue]
    year: list[FacetValue]
    kind: list[FacetValue]
    judgement: list[FacetValue]
    stance: list[FacetValue]

    @classmethod
    def of(cls, scope: Scope, facets: Facets) -> "FacetsBody":
        """The body of the counts inside a scope."""
        names = ("authority", "region", "year", "kind", "judgement", "stance")
        values: dict[str, Any] = {
            name: [FacetValue(value=value, count=count) for value, count in getattr(facets, name).items()]
            for name in names
        }
        return cls(scope=ScopeBody.of(scope), documents=facets.documents, passages=facets.passages, **values)


class HealthBody(BaseModel):
    """That Kloe is up, and what it holds."""

    status: Literal["ok"] = "ok"
    version: str
    documents: Count
    passages: Count
