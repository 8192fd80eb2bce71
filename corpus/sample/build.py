"""Builds the sample documents from their texts: `python -m corpus.sample.build`.

The same texts give the same bytes, so a build changes only the files whose texts have changed.
"""

import re
import zipfile
from collections.abc import Iterator
from datetime import datetime
from html import escape
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.document import Document as WordDocument
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageTemplate, Paragraph, Spacer, Table

from corpus.sample.papers import (
    AGENDA_ITEMS,
    INVENTED,
    TEXT_PAPERS,
    WORD_MINUTES,
    AgendaItem,
    TextPaper,
    WordMinutes,
)
from corpus.sample.reports import AREA_REPORTS, INSPECTIONS, LETTERS, AreaReport, Inspection, Letter

DOCUMENTS = Path(__file__).parent / "documents"

_MARGIN = 24 * mm
_AREA_WIDTH = 82 * mm
_SQUARE = "■"
_STAMP = datetime(2025, 7, 1)

_TEXT = ParagraphStyle("text", fontName="Helvetica", fontSize=12, leading=16, spaceAfter=10)
_NUMBERED = ParagraphStyle("numbered", _TEXT, leftIndent=10 * mm, bulletIndent=0, bulletFontSize=12)
_BULLET = ParagraphStyle(
    "bullet", _TEXT, leftIndent=7 * mm, bulletIndent=0, bulletFontName="ZapfDingbats", bulletFontSize=8, spaceAfter=5
)
_LINE = ParagraphStyle("line", _TEXT, spaceAfter=0)
_EMPTY = ParagraphStyle("empty", _LINE, fontSize=2, leading=2, keepWithNext=0)
_BOLD = ParagraphStyle("bold", _LINE, fontName="Helvetica-Bold")
_TITLE = ParagraphStyle("title", _BOLD, fontSize=20, leading=25, spaceAfter=10)
_HEADING = ParagraphStyle("heading", _BOLD, fontSize=13, leading=17, spaceBefore=6, spaceAfter=8, keepWithNext=1)


def build(folder: Path = DOCUMENTS) -> list[Path]:
    """Write every document below `folder`, and give their paths."""
    files = [
        *((report.path, inspection_pdf(report)) for report in INSPECTIONS),
        *((letter.path, letter_pdf(letter)) for letter in LETTERS),
        *((report.path, area_pdf(report)) for report in AREA_REPORTS),
        *((item.path, agenda_html(item)) for item in AGENDA_ITEMS),
        *((minutes.path, minutes_docx(minutes)) for minutes in WORD_MINUTES),
        *((paper.path, text_file(paper)) for paper in TEXT_PAPERS),
    ]
    paths = []
    for name, data in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        paths.append(path)
    return paths


def paragraphs(text: str) -> list[str]:
    """Split a text at its blank lines into paragraphs of one line each."""
    return [" ".join(part.split()) for part in re.split(r"\n\s*\n", text) if part.strip()]


def inspection_pdf(report: Inspection) -> bytes:
    """Print a report with a table of judgements and numbered paragraphs."""
    title = f"Inspection of {report.authority} local authority children’s services"
    story: list[Flowable] = [
        Paragraph(title, _TITLE),
        Paragraph(f"Inspection dates: {report.dates}", _BOLD),
        Paragraph(f"Lead inspector: {report.lead}", _BOLD),
        Spacer(1, 12),
        _judgements(report.judgements),
        Spacer(1, 14),
        *_flow(report.opening),
        *_numbered(report.findings),
    ]
    return _pdf(story, title, (title, report.dates))


def letter_pdf(letter: Letter) -> bytes:
    """Print a letter with its address block."""
    sender = ("Inspection Office", "1 Sample Street", "Anytown")
    story: list[Flowable] = [
        *(Paragraph(line, _LINE) for line in sender),
        Spacer(1, 20),
        Paragraph(letter.sent, _TEXT),
        Spacer(1, 6),
        *(Paragraph(line, _LINE) for line in letter.addressee),
        Spacer(1, 20),
        Paragraph(letter.salutation, _TEXT),
        Paragraph(letter.subject, _HEADING),
        *_spaced_out(_flow(letter.body)),
        Paragraph("Yours sincerely", _TEXT),
        Spacer(1, 20),
        *(Paragraph(line, _LINE) for line in letter.signature),
    ]
    return _pdf(story, letter.subject, None)


def area_pdf(report: AreaReport) -> bytes:
    """Print a report on an area's arrangements."""
    title = f"Area SEND inspection of {report.area}"
    story: list[Flowable] = [
        Paragraph("Local area partnership report", _TEXT),
        Paragraph(title, _TITLE),
        Paragraph(f"Inspection dates: {report.dates}", _BOLD),
        Paragraph(f"Dates of previous inspection: {report.previous}", _BOLD),
        Spacer(1, 12),
        *_spaced_out(_flow(report.body)),
    ]
    return _pdf(story, title, (f"Area SEND inspection report: {report.area}", report.dates))


def _judgements(rows: tuple[tuple[str, str], ...]) -> Table:
    cells: list[list[str]] = []
    style: list[tuple[Any, ...]] = [
        ("BOX", (0, 0), (-1, -1), 0.5, colors.grey),
        ("LINEABOVE", (0, 0), (-1, -1), 0.5, colors.grey),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
        ("FONT", (0, 0), (-1, -1), _TEXT.fontName, _TEXT.fontSize, _TEXT.leading),
    ]
    for number, (area, grade) in enumerate((("Judgement", "Grade"), *rows)):
        lines = simpleSplit(area, _TEXT.fontName, _TEXT.fontSize, _AREA_WIDTH - 6 * mm)
        if len(lines) > 1:
            cells.append(["\n".join(lines), grade])
        else:  # one string, so that it is extracted as one line, as from published reports
            cells.append([_spaced(area) + grade, ""])
            style.append(("SPAN", (0, number), (1, number)))
    return Table(cells, colWidths=[_AREA_WIDTH, A4[0] - 2 * _MARGIN - _AREA_WIDTH], style=style)


def _spaced(text: str) -> str:
    """Pad a text with spaces to the width of the first column."""
    space = "\u00a0"
    left: float = _AREA_WIDTH - stringWidth(text, _TEXT.fontName, _TEXT.fontSize)
    width: float = stringWidth(space, _TEXT.fontName, _TEXT.fontSize)
    return text + space * round(left / width)


def _flow(text: str) -> Iterator[Flowable]:
    for part in paragraphs(text):
        if part.startswith("## "):
            yield Paragraph(escape(part[3:]), _HEADING)
        elif part.startswith("* "):
            yield Paragraph(escape(part[2:]), _BULLET, bulletText=_SQUARE)
        else:
            yield Paragraph(escape(part), _TEXT)


def _spaced_out(story: Iterator[Flowable]) -> Iterator[Flowable]:
    """Add an empty line after each paragraph, as in letters from a word processor."""
    for flowable in story:
        yield flowable
        yield Paragraph("&nbsp;", _EMPTY)


def _numbered(text: str) -> Iterator[Flowable]:
    number = 0
    for part in paragraphs(text):
        if part.startswith("## "):
            yield Paragraph(escape(part[3:]), _HEADING)
        else:
            number += 1
            yield Paragraph(escape(part), _NUMBERED, bulletText=f"{number}.")


def _pdf(story: list[Flowable], title: str, running: tuple[str, str] | None) -> bytes:
    """Lay out a PDF; pages after the first have the `running` title and dates, and the page number."""

    def head(canvas: Any, template: Any) -> None:
        if running and template.page > 1:
            canvas.setFont("Helvetica", 9)
            canvas.drawString(_MARGIN, A4[1] - 15 * mm, running[0])
            canvas.drawString(_MARGIN, A4[1] - 19 * mm, f"{running[1]}  {template.page}")

    def foot(canvas: Any, _: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(_MARGIN, 12 * mm, INVENTED)

    out = BytesIO()
    template = BaseDocTemplate(out, pagesize=A4, title=title, author="Kloe", subject=INVENTED, invariant=1)
    frame = Frame(_MARGIN, 20 * mm, A4[0] - 2 * _MARGIN, A4[1] - 44 * mm, 0, 0, 0, 0)
    # What is drawn last is extracted last, like the foot of a published page.
    template.addPageTemplates(PageTemplate(frames=[frame], onPage=head, onPageEnd=foot))
    template.build(story)
    return out.getvalue()


_PAGE = """\
<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>Agenda item - {item} - {council}</title>
<style>body {{ font-family: sans-serif; margin: 0 auto; max-width: 60em }}</style>
</head>
<body>
<header><a href="#content">Skip to main content</a> <strong>{council}</strong></header>
<nav aria-label="Meetings"><ul>
<li><a href="#">Home</a></li><li><a href="#">Committee structure</a></li><li><a href="#">Calendar of meetings</a></li>
<li><a href="#">Your councillors</a></li><li><a href="#">Search documents</a></li>
</ul></nav>
<div class="mgContent" id="content">
<h1 class="mgMainTitleTxt">Agenda item</h1>
<h2 class="mgSubTitleTxt">{item}</h2>
<ul class="mgActionList"><li><a href="#">Meeting: {meeting}</a></li><li><a href="#">{committee}</a></li></ul>
<p>{council}</p>
<p class="mgPurpose">{purpose}</p>
<h3 class="mgSubItemTitleTxt">Minutes:</h3>
<div class="mgWordPara">
{opening}
<ul>
{points}
</ul>
<p><strong>RESOLVED:</strong></p>
<ol>
{resolved}
</ol>
</div>
</div>
<footer><p>{council}. Access to this page is free of charge.</p><p>{invented}</p></footer>
</body>
</html>
"""


def agenda_html(item: AgendaItem) -> bytes:
    """Write the web page of an agenda item."""
    page = _PAGE.format(
        council=escape(item.council),
        committee=escape(item.committee),
        meeting=escape(item.meeting),
        item=escape(item.item),
        purpose=escape(item.purpose),
        opening=_tagged("p", item.opening),
        points=_tagged("li", item.points),
        resolved=_tagged("li", item.resolved),
        invented=INVENTED,
    )
    return page.encode()


def _tagged(tag: str, text: str) -> str:
    return "\n".join(f"<{tag}>{escape(part, quote=False)}</{tag}>" for part in paragraphs(text))


def minutes_docx(minutes: WordMinutes) -> bytes:
    """Write a Word file; consecutive lines between bars become one table."""
    word = docx.Document()
    properties = word.core_properties
    properties.author, properties.title, properties.comments = "Kloe", minutes.title, INVENTED
    properties.created = properties.modified = _STAMP
    word.add_heading(minutes.title, level=0)
    word.add_paragraph(minutes.council)
    rows: list[list[str]] = []
    for part in [*paragraphs(minutes.body), INVENTED]:
        if part.startswith("|"):
            rows.append([cell.strip() for cell in part.strip("|").split("|")])
            continue
        if rows:
            _add_table(word, rows)
            rows = []
        if part.startswith("## "):
            word.add_heading(part[3:], level=2)
        else:
            word.add_paragraph(part)
    out = BytesIO()
    word.save(out)
    return _same_bytes(out.getvalue())


def _add_table(word: WordDocument, rows: list[list[str]]) -> None:
    table = word.add_table(rows=0, cols=len(rows[0]), style="Table Grid")
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    word.add_paragraph()


def _same_bytes(archive: bytes) -> bytes:
    """Rewrite a ZIP archive with the same fixed time for every member."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(archive)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            new.writestr(zipfile.ZipInfo(name, _STAMP.timetuple()[:6]), old.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def text_file(paper: TextPaper) -> bytes:
    """Write a text file with each paragraph and each list item on one line."""
    parts = re.split(r"\n\s*\n", paper.text.strip())
    return ("\n\n".join(re.sub(r"\n(?!- )", " ", part) for part in parts) + "\n").encode()


if __name__ == "__main__":
    for path in build():
        print(f"{path.stat().st_size:>7,}  {path.relative_to(DOCUMENTS)}")
