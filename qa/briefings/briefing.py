"""A briefing on one authority, for a committee: two pages of sections, each made of Kloe's own words and of quotations."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from index import Record
from qa.answer import Citation, document_reference

NOTE = "Every quotation is word for word from the page that its number leads to, at the end."
# What Markdown would not print as it is, or would make a link of.
_MARKUP = re.compile(r"([\\`*_<\[\]&~|@]|:(?=//)|(?<=www)\.)", re.I)


class Heading(StrEnum):
    """The sections of a briefing, in their order."""

    STANDS = "Where it stands"
    FOUND = "What was last found"
    ASKED = "What was asked for, and what became of it"
    DECIDED = "What its committee has decided"
    ELSEWHERE = "Where this got better"
    ENQUIRY = "Key lines of enquiry"


@dataclass(frozen=True)
class Statement:
    """A fact in Kloe's words, such as a grade, and the words of the paper that it rests on."""

    text: str
    citation: Citation


@dataclass(frozen=True)
class Quotation:
    """A quotation, and what it is to the reader.

    Attributes:
        label: whose words, or when: "Focused visit letter, 21 August 2025"; empty where the entry says so.
        repeats: the words are long and stand above, so that their number is enough.
    """

    label: str
    citation: Citation
    repeats: bool = False


@dataclass(frozen=True)
class Entry:
    """One thing that a briefing tells.

    Attributes:
        words: Kloe's own words, such as a question; empty for a quotation alone.
        statements: what follows the words in the same line.
    """

    words: str = ""
    statements: tuple[Statement, ...] = ()
    quotations: tuple[Quotation, ...] = ()

    @property
    def citations(self) -> Iterator[Citation]:
        """What it cites, in order."""
        yield from (statement.citation for statement in self.statements)
        yield from (quotation.citation for quotation in self.quotations)


@dataclass(frozen=True)
class Group:
    """Entries of one kind: the strengths, or what is still open; the title may be empty."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Section:
    """A section of a briefing.

    Attributes:
        lead: what it tells in a sentence, or why it tells nothing.
    """

    heading: Heading
    lead: str = ""
    groups: tuple[Group, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries, in order."""
        return tuple(entry for group in self.groups for entry in group.entries)


@dataclass(frozen=True)
class Briefing:
    """A briefing.

    Attributes:
        place: the authority's official name.
        lead: what it is made from.
        sections: in the order of `Heading`; none if there is an explanation.
        explanation: why there is no briefing; empty if there is one.
    """

    place: str
    lead: str = ""
    sections: tuple[Section, ...] = ()
    explanation: str = ""

    @property
    def title(self) -> str:
        """The title: "Devon: briefing for members"."""
        return f"{self.place}: briefing for members"

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Every quotation once, by number."""
        cited = (citation for section in self.sections for entry in section.entries for citation in entry.citations)
        return tuple(sorted({each.number: each for each in cited}.values(), key=lambda each: each.number))

    @property
    def references(self) -> tuple[tuple[Record, tuple[Citation, ...]], ...]:
        """The quotations by document, in the order in which the documents are first quoted."""
        documents: dict[str, list[Citation]] = {}
        for citation in self.citations:
            documents.setdefault(citation.record.id, []).append(citation)
        return tuple((cited[0].record, tuple(cited)) for cited in documents.values())

    def section(self, heading: Heading) -> Section:
        """The section of this heading."""
        return next(section for section in self.sections if section.heading is heading)

    @property
    def text(self) -> str:
        """The briefing as Markdown."""
        if not self.sections:
            return self.explanation
        lines = [f"# {_plain(self.title)}", "", _plain(self.lead), "", NOTE, ""]
        for section in self.sections:
            lines += [f"## {section.heading.value}", "", *_section_lines(section)]
        return "\n".join([*lines, "## References", "", *self._reference_lines(), ""])

    def _reference_lines(self) -> Iterator[str]:
        for record, citations in self.references:
            places = "; ".join(f"[{each.number}] {_plain(place_in(each))}" for each in citations)
            yield f"- {_plain(document_reference(record))} ({_plain(record.path)}): {places}"


def place_in(citation: Citation) -> str:
    """Where a quotation stands in its document: "paragraph 5, page 3"."""
    return citation.reference.removeprefix(f"{document_reference(citation.record)}, ")


def _section_lines(section: Section) -> Iterator[str]:
    if section.lead:
        yield from (_plain(section.lead), "")
    numbered = section.heading is Heading.ENQUIRY
    for group in section.groups:
        if group.title:
            yield from (f"**{_plain(group.title)}**", "")
        for number, entry in enumerate(group.entries, 1):
            yield from _entry_lines(entry, f"{number}. " if numbered else "- ")
        yield ""


def _entry_lines(entry: Entry, bullet: str) -> Iterator[str]:
    """An entry as an item of a list, with its quotations under it, or the one quotation as the item."""
    statements = "; ".join(f"{_plain(each.text)} [{each.citation.number}]" for each in entry.statements)
    first = " ".join(filter(None, (_plain(entry.words), statements)))
    if not first:
        head, *others = entry.quotations
        yield f"{bullet}{_quotation(head, '  ')}"
        yield from (f"  - {_quotation(each, '    ')}" for each in others)
        return
    yield f"{bullet}{first}"
    indent = " " * len(bullet)
    yield from (f"{indent}- {_quotation(each, f'{indent}  ')}" for each in entry.quotations)


def _quotation(quotation: Quotation, indent: str) -> str:
    """A quotation with its label and number; the items of a list are a list under their lead-in."""
    label = f"{_plain(quotation.label)}: " if quotation.label else ""
    number = f"[{quotation.citation.number}]"
    if quotation.repeats:
        return f"{label}{number}, quoted above"
    lead_in, *items = map(_plain, f"“{quotation.citation.quote}”".split("\n"))
    return "\n".join((f"{label}{lead_in}", *(f"{indent}- {item}" for item in items))) + f" {number}"


def _plain(text: str) -> str:
    """Text that Markdown prints as it is."""
    return _MARKUP.sub(r"\\\1", text)
