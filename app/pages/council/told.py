"""Sections of a briefing as they stand on an authority's page: each quotation names its paper, and no list of references follows."""

from dataclasses import dataclass

from app.documents.links import marked_link
from app.pages.titles import people_title
from qa import Citation
from qa.briefings import Briefing, Entry, Heading, Quotation, place_in


@dataclass(frozen=True)
class Place:
    """Where words stand: the link to the page, with its paper and place in words, and the reference that a screen reader reads."""

    words: str
    link: str
    reference: str


@dataclass(frozen=True)
class ToldQuotation:
    """A quotation; the label may be empty."""

    label: str
    words: str
    place: Place


@dataclass(frozen=True)
class ToldEntry:
    """One thing that is told: Kloe's own words, which may be empty, and quotations."""

    words: str
    quotations: list[ToldQuotation]


@dataclass(frozen=True)
class ToldSection:
    """A section: its lead, and its groups, each a title, which may be empty, and entries."""

    lead: str
    groups: list[tuple[str, list[ToldEntry]]]


def told_section(made: Briefing, heading: Heading) -> ToldSection | None:
    """Prepare a section of a briefing; None if it has not been made."""
    section = next((section for section in made.sections if section.heading is heading), None)
    if section is None:
        return None
    return ToldSection(section.lead, [(group.title, list(map(_entry, group.entries))) for group in section.groups])


def _entry(entry: Entry) -> ToldEntry:
    return ToldEntry(entry.words, list(map(_quotation, entry.quotations)))


def _quotation(quotation: Quotation) -> ToldQuotation:
    return ToldQuotation(quotation.label, quotation.citation.quote, _place(quotation.citation))


def _place(citation: Citation) -> Place:
    link = marked_link(citation.record, citation.page, citation.spans)
    return Place(f"{people_title(citation.record)}, {place_in(citation)}", link, citation.reference)
