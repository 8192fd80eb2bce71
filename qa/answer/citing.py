"""A citation, and the one style in which Kloe refers to documents and to places in them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from index import Record
from ingest import Kind, Passage, Span, Stance
from qa.evidence import Evidence


@dataclass(frozen=True)
class Pinpoint:
    """A place in a document.

    Attributes:
        paragraph: the paragraph's printed number; None if it has none.
        item: of minutes, the number of the agenda item.
        decides: the words are a meeting's decision.
        said_by: whose words or view the paper reports there.
        case_study: the words tell of one child, and are no finding on the authority.
    """

    page: int
    paragraph: str | None = None
    item: str | None = None
    decides: bool = False
    said_by: str | None = None
    case_study: bool = False

    @classmethod
    def of(cls, passage: Passage, page: int | None = None) -> "Pinpoint":
        """The place of a passage.

        Args:
            passage: what is cited.
            page: where the cited words begin, if not with the passage.
        """
        decides = passage.stance is Stance.DECISION
        return cls(page or passage.page, passage.number, passage.item, decides, passage.said_by)

    def __str__(self) -> str:
        """The place in words: "paragraph 12, page 3", or "item 47, resolution (b), page 1"."""
        if self.decides:
            part = f"resolution {self.paragraph}" if self.paragraph else "resolution"
        else:
            part = f"paragraph {self.paragraph}" if self.paragraph else ""
        item = f"item {self.item}" if self.item else ""
        said = f"as said by {self.said_by}" if self.said_by else ""
        case = "case study" if self.case_study else ""
        return ", ".join(filter(None, (item, part, said, case, f"page {self.page}")))


@dataclass(frozen=True)
class Citation:
    """A verbatim quotation and where it stands.

    Attributes:
        number: the marker `[n]` by which the answer refers to it.
        quote: the words as printed, checked against the stored page text; a lead-in and the items of its list stand on a line each.
        spans: where they stand on the document's pages.
        passage_id: the passage that is quoted.
        paragraph: the paragraph's printed number; None if it has none.
        section: a heading above it that changes its meaning, such as "What needs to improve".
        item: of minutes, the number of the agenda item.
        decides: the words are a meeting's decision.
        said_by: whose words or view the paper reports there.
        case_study: it tells of one child, and is no finding on the authority.
        near: it comes near what was asked about, without plainly saying it.
    """

    number: int
    record: Record
    quote: str
    spans: tuple[Span, ...]
    passage_id: str
    paragraph: str | None
    section: str | None = None
    item: str | None = None
    decides: bool = False
    said_by: str | None = None
    case_study: bool = False
    near: bool = False

    @classmethod
    def of(cls, number: int, evidence: Evidence, section: str | None = None) -> "Citation":
        """Cite what can be quoted."""
        result = evidence.result
        pin = Pinpoint.of(result.passage)
        return cls(
            number,
            result.record,
            evidence.quote,
            tuple(span for _, spans in evidence.parts for span in spans),
            result.id,
            pin.paragraph,
            section,
            pin.item,
            pin.decides,
            pin.said_by,
            evidence.case_study,
        )

    @property
    def page(self) -> int:
        """The page on which the quotation begins."""
        return self.spans[0].page

    @property
    def pinpoint(self) -> Pinpoint:
        """Its place in the document."""
        return Pinpoint(self.page, self.paragraph, self.item, self.decides, self.said_by, self.case_study)

    @property
    def reference(self) -> str:
        """The pinpoint reference: authority, kind, date, item, paragraph, speaker, case study and page."""
        return place_reference(self.record, self.pinpoint)


Quoted = tuple[Record, list[tuple[str | None, list[Citation]]]]
"""A document with its quotations by section heading."""


def document_reference(record: Record) -> str:
    """Refer to a document: "Devon, ILACS inspection report, 3 March 2020", or "Devon, minutes of 14 September 2023"."""
    if record.kind is Kind.MINUTES and record.date:
        return ", ".join(filter(None, (record.place, f"minutes of {record.when}")))
    return ", ".join(filter(None, (record.place, record.kind.label, record.when)))


def place_reference(record: Record, place: Pinpoint) -> str:
    """Refer to a place: "Devon, ILACS inspection report, 3 March 2020, paragraph 5, page 3"."""
    by_ocr = ", read by OCR" if record.by_ocr(place.page) else ""
    return f"{document_reference(record)}, {place}{by_ocr}"


def source_lines(citations: Iterable[Citation]) -> list[str]:
    """The list of sources: a heading, and a line for each citation with its reference and its file."""
    return ["Sources", *(f"  [{c.number}] {c.reference} ({c.record.path})" for c in citations)]


def hanging(quotation: str) -> str:
    """A quotation with the items of its list indented under their lead-in."""
    return quotation.replace("\n", "\n      ")


def by_document(citations: Sequence[Citation]) -> list[tuple[Record, list[Citation]]]:
    """The citations by document, in order."""
    grouped: dict[str, tuple[Record, list[Citation]]] = {}
    for citation in citations:
        grouped.setdefault(citation.record.id, (citation.record, []))[1].append(citation)
    return list(grouped.values())


def by_section(citations: Sequence[Citation]) -> list[Quoted]:
    """The citations by document and, within it, by section heading."""
    return [
        (record, [(section, list(group)) for section, group in groupby(of_document, lambda c: c.section)])
        for record, of_document in by_document(citations)
    ]


def quotation_lines(documents: Sequence[Quoted]) -> list[str]:
    """Quotations under their documents and section headings, with a blank line after each document."""
    lines = []
    for record, sections in documents:
        lines.append(document_reference(record))
        for section, citations in sections:
            lines += [f"  Under “{section}”:"] if section else []
            lines += [f"  “{hanging(citation.quote)}” [{citation.number}]" for citation in citations]
        lines.append("")
    return lines
