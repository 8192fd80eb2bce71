"""A briefing as its template shows it."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.asking import briefing
from app.documents.links import marked_link
from app.pages.addresses.briefing import BriefingAddress, read_briefing_address
from app.pages.templating import render
from app.pages.views.findings.layout import Names, ViewLink, view_links
from index import Index
from qa import Citation, document_reference
from qa.briefings import NOTE, Briefing, Entry, Heading, Quotation, Section, place_in

_BUSY = "Making the briefing. Looking for where the same got better takes some seconds…"


@dataclass(frozen=True)
class Source:
    """The number of a quotation, with the link to its page, and the reference that a screen reader reads."""

    number: int
    link: str
    reference: str


@dataclass(frozen=True)
class StatementLine:
    """A fact in Kloe's words."""

    text: str
    source: Source


@dataclass(frozen=True)
class QuotationLine:
    """A quotation; the label may be empty, and words that stand above already are."""

    label: str
    words: str
    source: Source


@dataclass(frozen=True)
class EntryLine:
    """One thing that a briefing tells."""

    words: str
    statements: list[StatementLine]
    quotations: list[QuotationLine]


@dataclass(frozen=True)
class SectionView:
    """A section; a group has its title, which may be empty, and its entries."""

    heading: str
    lead: str
    groups: list[tuple[str, list[EntryLine]]]
    is_numbered: bool


@dataclass(frozen=True)
class ReferenceLine:
    """A document, and where its quotations stand in it."""

    document: str
    places: list[tuple[Source, str]]


@dataclass(frozen=True)
class BriefingView:
    """A briefing, the reason why there is none, or the form alone.

    Attributes:
        is_busy: it is still being made.
    """

    link: str
    views: list[ViewLink]
    names: Names
    authority: str
    title: str
    lead: str
    note: str
    explanation: str
    word: str
    markdown: str
    sections: list[SectionView]
    references: list[ReferenceLine]
    is_busy: str

    @property
    def announcement(self) -> str:
        """What a screen reader announces."""
        return self.explanation or self.title


def briefing_panels(index: Index, query: str) -> Iterator[str]:
    """Render what a link asks for: first that it is being made, then the briefing."""
    address = read_briefing_address(query)
    if not address.authority:
        yield render_briefing(index, address)
        return
    yield render_briefing(index, address, is_busy=True)
    yield render_briefing(index, address, briefing(index, address.authority))


def render_briefing(index: Index, address: BriefingAddress, made: Briefing | None = None, is_busy: bool = False) -> str:
    """Render a briefing, or the form alone."""
    place = made.place if made else address.authority
    view = BriefingView(
        link=address.link,
        views=view_links("brief", place if made and made.sections else ""),
        names=Names.held(index),
        authority=address.authority,
        title=made.title if made and made.sections else "Briefing",
        lead=made.lead if made else "",
        note=NOTE if made and made.sections else "",
        explanation=made.explanation if made else "",
        word=address.saved_as("docx"),
        markdown=address.saved_as("md"),
        sections=list(map(_section, made.sections)) if made else [],
        references=list(_references(made)) if made else [],
        is_busy=_BUSY if is_busy else "",
    )
    return render("briefing.html", view=view)


def _section(section: Section) -> SectionView:
    groups = [(group.title, list(map(_entry, group.entries))) for group in section.groups]
    return SectionView(section.heading.value, section.lead, groups, section.heading is Heading.ENQUIRY)


def _entry(entry: Entry) -> EntryLine:
    statements = [StatementLine(each.text, _source(each.citation)) for each in entry.statements]
    return EntryLine(entry.words, statements, list(map(_quotation, entry.quotations)))


def _quotation(quotation: Quotation) -> QuotationLine:
    words = "" if quotation.repeats else quotation.citation.quote
    return QuotationLine(quotation.label, words, _source(quotation.citation))


def _references(made: Briefing) -> Iterator[ReferenceLine]:
    for record, citations in made.references:
        places = [(_source(citation), place_in(citation)) for citation in citations]
        yield ReferenceLine(document_reference(record), places)


def _source(citation: Citation) -> Source:
    link = marked_link(citation.record, citation.page, citation.spans)
    return Source(citation.number, link, citation.reference)
