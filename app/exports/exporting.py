"""Answers and lists of passages to take away: as a Word document with references, and as CSV.

What goes into a file is text from documents, file names and questions. It is stripped of control characters, and in CSV of
whatever a spreadsheet would take for a formula.
"""

import csv
import io
import re
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

from index import Record, SearchResult
from ingest.cleaning import drop_control_characters, unify_line_ends
from ingest.dates import day_words
from qa import Answer, document_reference, place

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
CSV = "text/csv"
_TERMINAL_CODES = re.compile(r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)")
_NOT_XML = re.compile("[\ufffe\uffff]")
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]")
_RESULT_COLUMNS = (
    "number",
    "text",
    "authority",
    "kind",
    "date",
    "section",
    "paragraph",
    "page",
    "reference",
    "document",
)
_ANSWER_COLUMNS = ("number", "fact", "quotation", *_RESULT_COLUMNS[2:])

Cell = str | int | None


@dataclass(frozen=True)
class _Quoted:
    """Words from a document under their number, and where they stand."""

    number: int
    words: str
    record: Record
    section: str | None
    paragraph: str | None
    page: int
    reference: str

    def cells(self) -> tuple[Cell, ...]:
        """What stands behind the words in a row of CSV."""
        record, day = self.record, self.record.date
        when = day.isoformat() if day else ", ".join(map(str, record.years))
        named = (record.authority, record.kind.label, when, self.section)
        return (*named, self.paragraph, self.page, self.reference, record.path)


def answer_docx(answer: Answer, made: date | None = None) -> bytes:
    """Write an answer, or why there is none, as a Word document.

    Args:
        made: the date that the document bears; today's where it is left out.
    """
    word = _start(answer.question, made)
    if not answer.answered:
        word.add_heading(f"No answer: {answer.reason}", 1)
        _paragraph(word, answer.explanation)
        return _finish(word)
    if answer.parsed and answer.parsed.taken:
        _paragraph(word, f"Taken over from the question before: {', '.join(answer.parsed.taken)}.")
    _paragraph(word, answer.coverage)
    for told, number in answer.told:
        named = document_reference(answer.citation(number).record)
        _paragraph(word, f"{told} ({named}) [{number}]", "List Bullet")
    _write_quoted(word, "Findings", _of_answer(answer))
    return _finish(word)


def results_docx(question: str, results: Sequence[SearchResult], said: str, made: date | None = None) -> bytes:
    """Write a list of passages as a Word document.

    Args:
        said: what the list is, or why it is empty, in a sentence.
        made: the date that the document bears; today's where it is left out.
    """
    word = _start(question, made)
    _paragraph(word, said)
    if results:
        _write_quoted(word, "Passages", _of_results(results))
    return _finish(word)


def answer_csv(answer: Answer) -> str:
    """Write an answer's quotations as CSV, a row each; one that is declined is one row with the reason as its fact."""
    if not answer.answered:
        return csv_text(_ANSWER_COLUMNS, [(None, f"No answer: {answer.reason}. {answer.explanation}")])
    facts: dict[int, list[str]] = {}
    for told, number in answer.told:
        facts.setdefault(number, []).append(told)
    rows = [
        (quoted.number, "; ".join(facts.get(quoted.number, ())), quoted.words, *quoted.cells())
        for quoted in _of_answer(answer)
    ]
    return csv_text(_ANSWER_COLUMNS, rows)


def results_csv(results: Sequence[SearchResult]) -> str:
    """Write a list of passages as CSV, a row each."""
    rows = [(quoted.number, quoted.words, *quoted.cells()) for quoted in _of_results(results)]
    return csv_text(_RESULT_COLUMNS, rows)


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Write rows as CSV that Excel opens as UTF-8 and runs none of; short rows are filled up with empty cells."""
    text = io.StringIO()
    text.write("\ufeff")
    writer = csv.writer(text)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(value) for value in row] + [""] * (len(columns) - len(row)))
    return text.getvalue()


def _cell(value: Cell) -> str | int:
    if value is None or isinstance(value, int):
        return "" if value is None else value
    text = plain(value)
    return f"'{text}" if _FORMULA.match(text) or text.startswith(("\t", "\n")) else text


def plain(text: str) -> str:
    """Text without terminal codes, control characters and marks that turn its direction."""
    return _NOT_XML.sub("", drop_control_characters(unify_line_ends(_TERMINAL_CODES.sub("", text))))


def _of_answer(answer: Answer) -> list[_Quoted]:
    return [_Quoted(c.number, c.quote, c.record, c.section, c.paragraph, c.page, c.reference) for c in answer.citations]


def _of_results(results: Sequence[SearchResult]) -> list[_Quoted]:
    found = []
    for number, result in enumerate(results, 1):
        passage, record = result.passage, result.record
        read = ", read by OCR" if record.by_ocr(passage.page) else ""
        reference = f"{document_reference(record)}, {place(passage.number, passage.page)}{read}"
        section = " › ".join(passage.headings) or None
        found.append(_Quoted(number, passage.text, record, section, passage.number, passage.page, reference))
    return found


def _start(title: str, made: date | None) -> Word:
    """A document on A4 in British English, with its title and date."""
    word = docx.Document()
    made = made or datetime.now(UTC).date()
    shown = " ".join(plain(title).split()) or "Search"
    properties = word.core_properties
    properties.title, properties.author, properties.comments = shown[:255], "Kloe", ""
    properties.created = properties.modified = datetime(made.year, made.month, made.day, tzinfo=UTC)
    properties.language = "en-GB"
    for language in word.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    section = word.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    for level in (2, 3):  # the template's own blue is too pale to read with ease
        word.styles[f"Heading {level}"].font.color.rgb = RGBColor(0x1D, 0x4F, 0x91)
    _number_pages(word)
    word.add_heading(shown, 0)
    _paragraph(word, f"Made with Kloe on {day_words(made)}.")
    return word


def _number_pages(word: Word) -> None:
    paragraph = word.sections[0].footer.paragraphs[0]
    paragraph.add_run("Page ")
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def _write_quoted(word: Word, heading: str, quoted: Sequence[_Quoted]) -> None:
    """Quotations under their document and section, and the numbered references."""
    word.add_heading(heading, 1)
    for _, of_document in groupby(quoted, lambda one: one.record.id):
        held = list(of_document)
        word.add_heading(plain(document_reference(held[0].record)), 2)
        for section, under in groupby(held, lambda one: one.section):
            if section:
                word.add_heading(plain(f"Under “{section}”"), 3)
            for one in under:
                _paragraph(word, f"“{one.words}”\u00a0[{one.number}]")
    word.add_heading("References", 1)
    _paragraph(word, "Quotations are word for word from the page named.")
    for one in quoted:
        line = _paragraph(word, f"[{one.number}]\t{one.reference}. {one.record.path}")
        line.paragraph_format.left_indent, line.paragraph_format.first_line_indent = Cm(1), Cm(-1)
        line.paragraph_format.tab_stops.add_tab_stop(Cm(1))
        line.paragraph_format.space_after = Pt(4)


def _paragraph(word: Word, text: str, style: str | None = None) -> Paragraph:
    return word.add_paragraph(plain(text), style)


def _finish(word: Word) -> bytes:
    file = io.BytesIO()
    word.save(file)
    return file.getvalue()
