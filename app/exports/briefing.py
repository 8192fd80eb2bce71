"""A briefing as a Word document, small enough for two sheets of A4."""

from collections.abc import Iterator
from datetime import date

from docx.document import Document as Word
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from app.documents import marked_link
from app.exports.links import add_licence, add_link, add_origin
from app.exports.word import add_paragraph, finish_word, start_word
from app.schemas.places import OriginFields
from qa import document_reference
from qa.briefings import NOTE, Briefing, Entry, Heading, Quotation, Section, place_in

MARKDOWN = "text/markdown; charset=utf-8"
_MARGIN = Cm(1.5)
_WORDS, _SMALL = Pt(9), Pt(7)
_SIZES = {"Title": 18, "Heading 1": 11.5, "Heading 2": 9.5}
_INDENT = Cm(0.5)


def briefing_docx(briefing: Briefing, made: date | None = None, site: str = "") -> bytes:
    """Write a briefing as a Word document.

    Args:
        made: the date printed in the document; today's by default.
        site: the server's address; references then open the page in Kloe.
    """
    word = start_word(briefing.title, made)
    _make_small(word)
    add_paragraph(word, f"{briefing.lead} {NOTE}" if briefing.sections else briefing.explanation)
    for section in briefing.sections:
        _write_section(word, section)
    if briefing.references:
        word.add_heading("References", 1)
    for record, citations in briefing.references:
        line = add_paragraph(word, f"{document_reference(record)}: ")
        for citation in citations:
            link = marked_link(record, citation.page, citation.spans)
            add_link(line, f"[{citation.number}] {place_in(citation)}", site and f"{site}{link}")
            line.add_run("." if citation is citations[-1] else "; ")
        add_origin(line, OriginFields.of_record(record), record.path)
        _sized(line)
    if licence := add_licence(word, (OriginFields.of_record(record) for record, _ in briefing.references)):
        _sized(licence)
    return finish_word(word)


def _make_small(word: Word) -> None:
    section = word.sections[0]
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    section.footer_distance = Cm(0.6)
    normal = word.styles["Normal"]
    normal.font.size = _WORDS
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(2), 1.0
    for style in ("List Bullet", "List Number"):
        word.styles[style].paragraph_format.space_after = Pt(1)
    for style, size in _SIZES.items():
        word.styles[style].font.size = Pt(size)
        word.styles[style].paragraph_format.space_before = Pt(0 if style == "Title" else 5)
        word.styles[style].paragraph_format.space_after = Pt(1)


def _write_section(word: Word, section: Section) -> None:
    word.add_heading(section.heading.value, 1)
    if section.lead:
        add_paragraph(word, section.lead)
    for group in section.groups:
        if group.title:
            word.add_heading(group.title, 2)
        for number, entry in enumerate(group.entries, 1):
            _write_entry(word, entry, f"{number}. " if section.heading is Heading.ENQUIRY else "")


def _write_entry(word: Word, entry: Entry, number: str) -> None:
    """Write an entry: what Kloe says in one paragraph, and each quotation in one below it; the first stands alone without the other."""
    statements = "; ".join(f"{each.text} [{each.citation.number}]" for each in entry.statements)
    said = " ".join(filter(None, (entry.words, statements)))
    if said:
        line = add_paragraph(word, f"{number}{said}", None if number else "List Bullet")
        line.paragraph_format.keep_with_next = bool(entry.quotations)
    for place, quotation in enumerate(entry.quotations):
        first = not said and not place
        for words in _lines(quotation):
            line = add_paragraph(word, words, "List Bullet" if first else None)
            line.paragraph_format.left_indent = _INDENT * (1 if first else 2)
            first = False


def _lines(quotation: Quotation) -> Iterator[str]:
    """A quotation with its label and number; the items of a list stand on a line each."""
    label = f"{quotation.label}: " if quotation.label else ""
    number = f"\u00a0[{quotation.citation.number}]"
    if quotation.repeats:
        yield f"{label}{number.strip()}, quoted above"
        return
    *lines, last = f"{label}“{quotation.citation.quote}”".split("\n")
    yield from (*lines, f"{last}{number}")


def _sized(paragraph: Paragraph) -> None:
    linked = [run for link in paragraph.hyperlinks for run in link.runs]
    for run in (*paragraph.runs, *linked):
        run.font.size = _SMALL
    paragraph.paragraph_format.space_after = Pt(0)
