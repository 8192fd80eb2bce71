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
    """A quotation; the label may be empty, and so are the words if they are long and stand above already."""

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
    above = heading is Heading.ENQUIRY  # what it asks about stands in the section before it
    groups = [(group.title, [_entry(entry, above) for entry in group.entries]) for group in section.groups]
    return ToldSection(section.lead, groups)


def _entry(entry: Entry, above: bool) -> ToldEntry:
    return ToldEntry(entry.words, [_quotation(quotation, above) for quotation in entry.quotations])


def _quotation(quotation: Quotation, above: bool) -> ToldQuotation:
    words = "" if above and quotation.repeats else quotation.citation.quote
    return ToldQuotation(quotation.label, words, _place(quotation.citation))


def _place(citation: Citation) -> Place:
    link = marked_link(citation.record, citation.page, citation.spans)
    return Place(f"{people_title(citation.record)}, {place_in(citation)}", link, citation.reference)
