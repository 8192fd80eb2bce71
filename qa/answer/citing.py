"""A citation, and the one style in which Kloe refers to documents and to places in them."""

from collections.abc import Iterable
from dataclasses import dataclass

from index import Record
from ingest import Span


@dataclass(frozen=True)
class Citation:
    """A verbatim quotation and where it stands.

    Attributes:
        number: the marker `[n]` by which the answer refers to it.
        quote: the words as printed, checked against the stored page text.
        spans: where they stand on the document's pages.
        passage_id: the passage that is quoted.
        paragraph: the paragraph's printed number; None if it has none.
        section: a heading above it that changes its meaning, such as "What needs to improve".
    """

    number: int
    record: Record
    quote: str
    spans: tuple[Span, ...]
    passage_id: str
    paragraph: str | None
    section: str | None = None

    @property
    def page(self) -> int:
        """The page on which the quotation begins."""
        return self.spans[0].page

    @property
    def reference(self) -> str:
        """The pinpoint reference: authority, kind, date, paragraph and page."""
        return place_reference(self.record, self.paragraph, self.page)


def place(paragraph: str | None, page: int) -> str:
    """Refer to a place in a document: "paragraph 12, page 3", or "page 3" where the paragraph has no printed number."""
    return f"paragraph {paragraph}, page {page}" if paragraph else f"page {page}"


def document_reference(record: Record) -> str:
    """Refer to a document: "Devon, ILACS inspection report, 3 March 2020"."""
    return ", ".join(part for part in (record.authority, record.kind.label, record.when) if part)


def place_reference(record: Record, paragraph: str | None, page: int) -> str:
    """Refer to a place: "Devon, ILACS inspection report, 3 March 2020, paragraph 5, page 3"."""
    by_ocr = ", read by OCR" if record.by_ocr(page) else ""
    return f"{document_reference(record)}, {place(paragraph, page)}{by_ocr}"


def source_lines(citations: Iterable[Citation]) -> list[str]:
    """The list of sources: a heading, and a line for each citation with its reference and its file."""
    return ["Sources", *(f"  [{c.number}] {c.reference} ({c.record.path})" for c in citations)]
