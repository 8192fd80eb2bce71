"""Words from documents as the answer's templates show them: quotations with their sources, and passages that were found."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.documents.links import marked_link
from app.pages.addresses.findings import PrecedentsAddress
from app.pages.saved import SaveButton, quotation_button
from app.pages.titles import placed_title
from app.pages.views.record import record_link
from app.published import Origin, origin_of
from index import SearchResult
from qa import Citation, Pinpoint, place_reference
from qa.answer import Quoted


@dataclass(frozen=True)
class Source:
    """A citation with the link to its page, where its words are marked.

    Attributes:
        case_study: it tells of one child, and is no finding on the authority.
        precedents: the link to the other authorities that were told the same.
    """

    number: int
    link: str
    reference: str
    quote: str
    origin: Origin
    case_study: bool
    save: SaveButton
    precedents: str


@dataclass(frozen=True)
class Section:
    """Quotations under one heading of a document."""

    heading: str | None
    citations: list[Source]


@dataclass(frozen=True)
class QuotedDocument:
    """A document's quotations, and the link to its record."""

    name: str
    link: str
    sections: list[Section]


@dataclass(frozen=True)
class FoundPassage:
    """A passage that no quotation is from, with the link to its page, where it is marked."""

    link: str
    reference: str
    heading: str
    text: str


@dataclass(frozen=True)
class FoundPassages:
    """Passages that were found and are no answer, best first.

    Attributes:
        note: what is said of each of them; empty if the heading says it.
    """

    heading: str
    passages: list[FoundPassage]
    note: str = ""


def source_of(citation: Citation) -> Source:
    """Prepare a citation."""
    record = citation.record
    link = marked_link(record, citation.page, citation.spans)
    save = quotation_button(record, citation.spans, citation.reference)
    return Source(
        number=citation.number,
        link=link,
        reference=citation.reference,
        quote=citation.quote,
        origin=origin_of(record),
        case_study=citation.case_study,
        save=save,
        precedents=PrecedentsAddress.of(citation.quote, record).link,
    )


def quoted_documents(documents: Iterable[Quoted]) -> tuple[QuotedDocument, ...]:
    """Prepare quotations, by document and section heading, each document by what people call it."""
    return tuple(
        QuotedDocument(
            placed_title(record),
            record_link(record),
            [Section(heading, list(map(source_of, citations))) for heading, citations in sections],
        )
        for record, sections in documents
    )


def found_passages(results: Sequence[SearchResult], heading: str, note: str = "") -> FoundPassages | None:
    """Prepare passages that were found; None if there are none."""
    return FoundPassages(heading, list(map(_found, results)), note) if results else None


def _found(result: SearchResult) -> FoundPassage:
    passage, record = result.passage, result.record
    return FoundPassage(
        link=marked_link(record, passage.page, passage.spans),
        reference=place_reference(record, Pinpoint.of(passage)),
        heading=" › ".join(passage.headings),
        text=passage.text,
    )
