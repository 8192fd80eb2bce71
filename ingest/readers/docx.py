"""Reads Word documents with python-docx."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import docx
from docx.document import Document as WordDocument
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

from ingest.errors import ReadError
from ingest.lines import CELLS, paragraph_lines
from ingest.readers.result import Reading


def read(path: Path, data: bytes) -> Reading:
    """Read a Word document's paragraphs and tables as one page, because the file does not say where pages end.

    Raises:
        ReadError: the file is damaged or is not a Word document.
    """
    try:
        paragraphs = list(_paragraphs(docx.Document(BytesIO(data))))
    except Exception as error:  # a parser can raise anything on arbitrary bytes
        raise ReadError(path, f"is damaged or not a Word document ({type(error).__name__})") from error
    return Reading("DOCX", [paragraph_lines(1, paragraphs)])


def _paragraphs(part: WordDocument | _Cell) -> Iterator[tuple[str, int | None]]:
    for item in part.iter_inner_content():
        if isinstance(item, Table):
            for row in item.rows:
                yield from _row(list(dict.fromkeys(row.cells)))  # python-docx repeats a merged cell for each column
        elif isinstance(item, Paragraph):
            yield _paragraph(item)


def _row(cells: list[_Cell]) -> Iterator[tuple[str, int | None]]:
    """Give a row as one line, or as its paragraphs if any cell has several."""
    contents = [[text for text, _ in _paragraphs(cell) if text.strip()] for cell in cells]
    if all(len(texts) <= 1 for texts in contents):
        yield CELLS.join(texts[0].strip() for texts in contents if texts), None
    else:
        for cell in cells:
            yield from _paragraphs(cell)


def _paragraph(paragraph: Paragraph) -> tuple[str, int | None]:
    style = (paragraph.style.name if paragraph.style else None) or ""
    if heading := re.match(r"Heading (\d)", style):
        return paragraph.text, int(heading[1])
    if style == "Title":
        return paragraph.text, 1
    bullet = "• " if style.startswith("List Bullet") else ""
    return bullet + paragraph.text, None
