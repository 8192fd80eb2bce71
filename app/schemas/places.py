"""Words in a document and where they are: passages that were found, and quotations."""

import datetime
from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import BaseModel, Field

from app.documents import image_link, marked_link
from app.published import origin_of
from index import Record, SearchResult
from ingest import Kind, Span, Stance
from qa import Answer, Citation, Pinpoint, document_reference, place_reference

Number = Annotated[int, Field(ge=1)]
Count = Annotated[int, Field(ge=0)]
Link = Annotated[str, Field(description="Relative to the server's root.", examples=["/?view=page&document=…&page=3"])]


class OriginFields(BaseModel):
    """Where a document was published, as far as Kloe knows."""

    published_url: str | None = Field(
        None, description="The address where the document was published; null if it is not known."
    )
    retrieved: datetime.date | None = Field(
        None, description="The day on which it was retrieved from there; null if it is not known."
    )
    stated_url: str | None = Field(
        None,
        description="Where that is not known, the address that a saved web page gives as its own. Nobody has checked it.",
    )
    licence: str | None = Field(
        None, description="The line that its licence asks for; null if the licence is not known."
    )
    licence_url: str | None = Field(None, description="Where the licence's text is.")

    @classmethod
    def of_record(cls, record: Record) -> "OriginFields":
        """The origin of a document."""
        return OriginFields(**cls.values(record))

    @staticmethod
    def values(record: Record) -> dict[str, Any]:
        """The fields for a document."""
        origin = origin_of(record)
        return {
            "published_url": origin.url or None,
            "retrieved": origin.retrieved,
            "stated_url": origin.stated or None,
            "licence": origin.licence.words if origin.licence else None,
            "licence_url": origin.licence.url if origin.licence else None,
        }


class Place(OriginFields):
    """A place in a document."""

    document: str = Field(description="The document's path below the indexed folder.")
    document_id: str
    document_reference: str = Field(description="The document's authority, kind and date.")
    page: Number
    paragraph: str | None = Field(description="The paragraph's printed number.")
    authority: str | None = Field(description="The authority; null if the document is about none or several.")
    authorities: list[str]
    item: str | None = Field(None, description="Of minutes, the number of the agenda item.")
    said_by: str | None = Field(
        None, description="Whose words or view the paper reports there; null for the paper's own."
    )
    case_study: bool = Field(description="True if the words tell of one child, and are no finding on the authority.")
    kind: Kind
    date: datetime.date | None = Field(
        description="The date of publication; of Ofsted's own papers that print none, the last day of the inspection."
    )
    published: datetime.date | None
    years: list[int] = Field(description="The years in which the document was inspected or published.")
    reference: str = Field(description="Authority, kind, date, item, paragraph, speaker, case study and page.")
    url: Link = Field(description="The page in Kloe, with these words marked.")
    image: Link | None = Field(
        description="A picture of the printed page, with these words marked; null if the document is not a PDF."
    )


class ResultBody(Place):
    """A passage that a search found."""

    id: str
    text: str
    headings: list[str] = Field(description="The headings above it, outermost first.")
    stance: Stance
    score: Annotated[float, Field(ge=0, le=1)] | None = Field(
        description="How well it matches; null if it was looked up and not searched for. Compare scores only within one search."
    )

    @classmethod
    def of(cls, result: SearchResult) -> "ResultBody":
        """Describe a search result."""
        passage = result.passage
        return cls(
            id=result.id,
            text=passage.text,
            headings=list(passage.headings),
            stance=passage.stance,
            score=None if result.score is None else round(result.score, 6),
            **_place(result.record, Pinpoint.of(passage), passage.spans),
        )


class FoundBody(ResultBody):
    """A passage that was found for an answer."""

    quoted: bool = Field(
        description="True if a quotation of the answer is from it; false if it was found and not chosen."
    )

    @classmethod
    def among(cls, answer: Answer) -> "list[FoundBody]":
        """Describe the passages found for an answer, best first."""
        return [cls(quoted=answer.quotes(result), **dict(ResultBody.of(result))) for result in answer.results]


class CitationBody(Place):
    """A verbatim quotation, checked against the stored page."""

    number: Number = Field(description="The marker [n] that the answer uses for it.")
    section: str | None = Field(description="The heading above it, such as “What needs to improve”.")
    quote: str = Field(description="The words as printed. A lead-in and the items of its list stand on a line each.")
    near: bool = Field(description="True if it comes near what was asked about, without plainly saying it.")

    @classmethod
    def of(cls, citation: Citation) -> "CitationBody":
        """Describe a citation."""
        return cls(
            number=citation.number,
            section=citation.section,
            quote=citation.quote,
            near=citation.near,
            **_place(citation.record, citation.pinpoint, citation.spans),
        )


def _place(record: Record, place: Pinpoint, spans: Sequence[Span]) -> dict[str, Any]:
    """The fields of the place where some spans begin."""
    return {
        "document": record.path,
        "document_id": record.id,
        "document_reference": document_reference(record),
        "page": place.page,
        "paragraph": place.paragraph,
        "item": place.item,
        "said_by": place.said_by,
        "case_study": place.case_study,
        "authority": record.authority,
        "authorities": list(record.authorities),
        "kind": record.kind,
        "date": record.date,
        "published": record.published,
        "years": list(record.years),
        "reference": place_reference(record, place),
        "url": marked_link(record, place.page, spans),
        "image": image_link(record, place.page, spans),
        **OriginFields.values(record),
    }
