"""Answers, lists of passages and saved quotations as Word documents, with numbered references."""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby

import docx
from docx.document import Document as Word
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from app.exports.links import add_licence, add_link, add_origin
from app.exports.plain import plain
from app.naming import library_name
from app.schemas import AnswerBody, CitationBody, Place, ResultBody
from ingest.dates import day_words
from qa.answer.messages import NEAREST, near_words, not_applied_words, otherwise_words

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class _Quotation:
    """Words from a document, with their number, their section and where they are."""

    number: int
    words: str
    section: str | None
    place: Place


def answer_docx(answer: AnswerBody, made: date | None = None, site: str = "") -> bytes:
    """Write an answer as a Word document, or the reason why there is none.

    Args:
        made: the date printed in the document; today's by default.
        site: the server's address; references then open the page in Kloe.
    """
    word = start_word(answer.question, made)
    write_answer(word, answer, site)
    return finish_word(word)


def write_answer(word: Word, answer: AnswerBody, site: str, below: int = 0) -> None:
    """Write an answer into a document, without its question, which has a heading of the level `below`, or is the title."""
    if not answer.answered:
        word.add_heading(f"No answer: {answer.reason}", 1 + below)
        add_paragraph(word, answer.explanation or "")
        _write_not_applied(word, answer)
        parts = [
            (NEAREST, _passages(answer.nearest, len(answer.otherwise) + 1)),
            (_otherwise_words(answer), _quotations(answer.otherwise)),
        ]
        _write_quotations(word, parts, site, below)
        return
    if answer.taken:
        add_paragraph(word, f"Carried over from the previous question: {', '.join(answer.taken)}.")
    _write_not_applied(word, answer)
    add_paragraph(word, answer.coverage)
    citations = {citation.number: citation for citation in answer.citations}
    for fact in answer.told:
        named = citations[fact.citation].document_reference
        add_paragraph(word, f"{fact.text} ({named}) [{fact.citation}]", "List Bullet")
    near = [citation for citation in answer.citations if citation.near]
    parts = [
        ("Findings", _quotations(citation for citation in answer.citations if not citation.near)),
        (near_words(len(near)).rstrip(":"), _quotations(near)),
        (_otherwise_words(answer), _quotations(answer.otherwise)),
    ]
    _write_quotations(word, parts, site, below)


def _write_not_applied(word: Word, answer: AnswerBody) -> None:
    if answer.not_applied:
        add_paragraph(word, not_applied_words(answer.not_applied))


def results_docx(
    query: str, results: Sequence[ResultBody], summary: str, made: date | None = None, site: str = ""
) -> bytes:
    """Write a list of passages as a Word document.

    Args:
        summary: which part of a ranking the list is, or why it is empty, in a sentence.
        made: the date printed in the document; today's by default.
        site: the server's address; references then open the page in Kloe.
    """
    word = start_word(query, made)
    add_paragraph(word, summary)
    _write_quotations(word, [("Passages", _passages(results))], site)
    return finish_word(word)


def quotations_docx(
    title: str, citations: Sequence[CitationBody], notes: Sequence[str], made: date | None = None, site: str = ""
) -> bytes:
    """Write quotations as a Word document, by document.

    Args:
        notes: what is said before them, a paragraph each.
        made: the date printed in the document; today's by default.
        site: the server's address; references then open the page in Kloe.
    """
    word = start_word(title, made)
    for note in notes:
        add_paragraph(word, note)
    _write_quotations(word, [("Quotations", _quotations(citations))], site)
    return finish_word(word)


def _quotations(citations: Iterable[CitationBody]) -> list[_Quotation]:
    return [_Quotation(citation.number, citation.quote, citation.section, citation) for citation in citations]


def _passages(results: Iterable[ResultBody], first: int = 1) -> list[_Quotation]:
    return [
        _Quotation(number, result.text, " › ".join(result.headings) or None, result)
        for number, result in enumerate(results, first)
    ]


def _otherwise_words(answer: AnswerBody) -> str:
    return otherwise_words(len({citation.document_id for citation in answer.otherwise})).rstrip(".")


def start_word(title: str, made: date | None) -> Word:
    """Begin an A4 document in British English, with a title and a date."""
    word = docx.Document()
    made = made or datetime.now(UTC).date()
    shown = " ".join(plain(title).split()) or "Search"
    properties = word.core_properties
    properties.title, properties.author, properties.comments = shown[:255], plain(library_name()), ""
    properties.created = properties.modified = datetime(made.year, made.month, made.day, tzinfo=UTC)
    properties.language = "en-GB"
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    for level in (2, 3, 4):  # the template's own blue is too pale to read easily
        word.styles[f"Heading {level}"].font.color.rgb = RGBColor(0x1D, 0x4F, 0x91)
    _number_pages(word)
    word.add_heading(shown, 0)
    add_paragraph(word, f"Made with {library_name()} on {day_words(made)}.")
    return word


def _number_pages(word: Word) -> None:
    paragraph = word.sections[0].footer.paragraphs[0]
    paragraph.add_run("Page ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _write_quotations(word: Word, parts: Sequence[tuple[str, Sequence[_Quotation]]], site: str, below: int = 0) -> None:
    """Write quotations under their heading, document and section, then the numbered references. A part without any is left out."""
    filled = [(heading, quotations) for heading, quotations in parts if quotations]
    for heading, quotations in filled:
        word.add_heading(heading, 1 + below)
        for _, of_document in groupby(quotations, lambda quotation: quotation.place.document_id):
            _write_document(word, list(of_document), below)
    if not filled:
        return
    word.add_heading("References", 1 + below)
    add_paragraph(word, "Quotations are word for word from the page given.")
    cited = [quotation for _, quotations in filled for quotation in quotations]
    for quotation in cited:
        place = quotation.place
        line = add_paragraph(word, f"[{quotation.number}]\t")
        add_link(line, place.reference, site and f"{site}{place.url}")
        line.add_run(".")
        add_origin(line, place, place.document)
        line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = Cm(1), Cm(-1)
        line.paragraph_format.tab_stops.add_tab_stop(Cm(1))
        line.paragraph_format.space_after = Pt(4)
    add_licence(word, (quotation.place for quotation in cited))


def _write_document(word: Word, quotations: Sequence[_Quotation], below: int) -> None:
    """Write the quotations of one document; the items of a list stand under their lead-in."""
    word.add_heading(plain(quotations[0].place.document_reference), 2 + below)
    for section, in_section in groupby(quotations, lambda quotation: quotation.section):
        if section:
            word.add_heading(plain(f"Under “{section}”"), 3 + below)
        for quotation in in_section:
            lead_in, *items = f"“{quotation.words}”\u00a0[{quotation.number}]".split("\n")
            add_paragraph(word, lead_in)
            for item in items:
                add_paragraph(word, item, "List Bullet")


def add_paragraph(word: Word, text: str, style: str | None = None) -> Paragraph:
    """Add a paragraph of plain text."""
    return word.add_paragraph(plain(text), style)


def finish_word(word: Word) -> bytes:
    """The file."""
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()
