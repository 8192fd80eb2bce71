"""One page of a document."""

from collections.abc import Sequence

from pydantic import BaseModel, Field

from app.documents import image_link, marked_link, page_link
from app.schemas.places import Count, Link, Number, OriginFields
from index import Record
from index.catalogue import StoredPassage
from ingest import Page, Stance
from qa import Pinpoint, place_reference


class PagePassage(BaseModel):
    """A passage on a page, whole even if it begins or ends on another."""

    id: str
    paragraph: str | None = Field(description="The paragraph's printed number.")
    item: str | None = Field(None, description="Of minutes, the number of the agenda item.")
    said_by: str | None = Field(
        None, description="Whose words or view the paper reports there; null for the paper's own."
    )
    headings: list[str] = Field(description="The headings above it, outermost first.")
    stance: Stance
    text: str
    url: Link

    @classmethod
    def of(cls, record: Record, page: int, stored: StoredPassage) -> "PagePassage":
        """Describe a passage on a page."""
        passage = stored.passage
        return cls(
            id=stored.id,
            paragraph=passage.number,
            item=passage.item,
            said_by=passage.said_by,
            headings=list(passage.headings),
            stance=passage.stance,
            text=passage.text,
            url=marked_link(record, page, passage.spans),
        )


class PageBody(OriginFields):
    """A page's stored text, and the passages on it."""

    document: str = Field(description="The document's path below the indexed folder.")
    document_id: str
    reference: str = Field(description="Authority, kind, date and page.")
    page: Number
    pages: Count = Field(description="How many pages the document has.")
    by_ocr: bool = Field(description="True if the words were read from a picture, so some may be wrong.")
    text: str
    passages: list[PagePassage]
    url: Link
    image: Link | None = Field(description="A picture of the printed page; null if the document is not a PDF.")

    @classmethod
    def of(cls, record: Record, page: Page, stored: Sequence[StoredPassage]) -> "PageBody":
        """Describe a page.

        Args:
            stored: all passages of the document.
        """
        return cls(
            document=record.path,
            document_id=record.id,
            reference=place_reference(record, Pinpoint(page.number)),
            page=page.number,
            pages=record.pages,
            by_ocr=record.by_ocr(page.number),
            text=page.text,
            passages=[
                PagePassage.of(record, page.number, passage)
                for passage in stored
                if any(span.page == page.number for span in passage.passage.spans)
            ],
            url=page_link(record, page.number),
            image=image_link(record, page.number),
            **OriginFields.values(record),
        )
