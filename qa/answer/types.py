"""What asking gives: an `Answer` with its `Citation`s, or a refusal with its reason."""

from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from index import Record, SearchResult
from ingest import Span
from qa.question.scope import ParsedQuestion, Scope


class Reason(StrEnum):
    """Why a question is declined."""

    UNKNOWN_AUTHORITY = "unknown authority"
    NO_DOCUMENT = "no document held"
    SILENT = "held but silent"
    PREMISE = "a premise that the documents contradict"
    OUT_OF_REMIT = "out of remit"
    NO_QUESTION = "no question"


@dataclass(frozen=True)
class Citation:
    """A verbatim quotation and where it stands.

    Attributes:
        number: the marker `[n]` by which the answer refers to it.
        quote: the words as printed; checked against the stored page text.
        spans: where they stand on the document's pages.
        passage_id: the passage that it was taken from.
        paragraph: the paragraph's printed number, where it has one.
        section: the heading that it stands under; "What needs to improve" changes what a bare line means.
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
    """Name a place in a document: its paragraph's printed number, where it has one, and its page."""
    return f"paragraph {paragraph}, page {page}" if paragraph else f"page {page}"


def document_reference(record: Record) -> str:
    """Name a document as a citation does: authority, kind and date."""
    return ", ".join(part for part in (record.authority, record.kind.label, record.when) if part)


def place_reference(record: Record, paragraph: str | None, page: int) -> str:
    """Name a place in a document: "Marlbridge, ILACS inspection report, 18 March 2022, paragraph 5, page 3"."""
    by_ocr = ", read by OCR" if record.by_ocr(page) else ""
    return f"{document_reference(record)}, {place(paragraph, page)}{by_ocr}"


@dataclass(frozen=True)
class Answer:
    """An answer made of quotations, or a refusal.

    Attributes:
        citations: in the order of their markers, grouped by document.
        results: the passages that were found, best first, those not quoted among them.
        told: the facts that were asked for by name, each with the number of the citation that bears it out.
        parsed: the question taken apart, by which a follow-up goes on; None where there is none.
        lead: the first line: how many documents speak of this, and of whom; or how the judgements asked for moved.
        coverage: what was searched and how much of it is quoted, in one sentence.
        reason, explanation: why the question is declined, and what is held instead; None where it is answered.
    """

    question: str
    scope: Scope
    citations: tuple[Citation, ...]
    results: tuple[SearchResult, ...]
    coverage: str
    reason: Reason | None = None
    explanation: str = ""
    told: tuple[tuple[str, int], ...] = ()
    lead: str = ""
    parsed: ParsedQuestion | None = None

    @property
    def read(self) -> tuple[int, ...]:
        """The years of the documents that are quoted."""
        return tuple(sorted({year for citation in self.citations for year in citation.record.years}))

    @property
    def answered(self) -> bool:
        """False where the question is declined."""
        return self.reason is None

    def citation(self, number: int) -> Citation:
        """The citation of a marker."""
        return self.citations[number - 1]

    @property
    def documents(self) -> list[tuple[Record, list[Citation]]]:
        """The citations by document, in order."""
        grouped: dict[str, tuple[Record, list[Citation]]] = {}
        for citation in self.citations:
            grouped.setdefault(citation.record.id, (citation.record, []))[1].append(citation)
        return list(grouped.values())

    @property
    def sections(self) -> list[tuple[Record, list[tuple[str | None, list[Citation]]]]]:
        """The citations by document and, within it, by the section that they stand under."""
        return [
            (record, [(section, list(group)) for section, group in groupby(citations, lambda c: c.section)])
            for record, citations in self.documents
        ]

    @property
    def text(self) -> str:
        """The answer in words, with a marker `[n]` behind each quotation and the sources below."""
        if not self.answered:
            return self.explanation
        lines = [self.lead] if self.lead else []
        lines += [
            f"{said} ({document_reference(self.citation(number).record)}) [{number}]" for said, number in self.told
        ]
        if self.parsed and self.parsed.taken:
            lines.append(f"Taken over from the question before: {', '.join(self.parsed.taken)}.")
        lines.append("")
        for record, sections in self.sections:
            lines.append(document_reference(record))
            for section, citations in sections:
                lines += [f"  Under “{section}”:"] if section else []
                lines += [f"  “{citation.quote}” [{citation.number}]" for citation in citations]
            lines.append("")
        lines.append(self.coverage)
        lines += ["", "Sources"]
        lines += [f"  [{c.number}] {c.reference} ({c.record.path})" for c in self.citations]
        return "\n".join(lines)
