"""Reads plain text and Markdown."""

import re
from pathlib import Path

from charset_normalizer import from_bytes

from ingest.cleaning import BULLET
from ingest.errors import ReadError
from ingest.lines import Line, paragraph_lines, printed_lines
from ingest.readers.result import Reading

_MARKDOWN_HEADING = re.compile(r"(#{1,6}) +(.+?) *#* *$")
_LONG_LINE = 200  # characters; a file with longer lines has one paragraph to a line, others break lines for print


def read(path: Path, data: bytes) -> Reading:
    """Read a text file as one page.

    Raises:
        ReadError: the bytes are not text in a known encoding.
    """
    text = _decode(path, data).replace("\r\n", "\n")
    # Saved tables leave bars between cells, some on lines of their own.
    rows = [re.sub(r"^\s*\|\s*|\s*\|\s*$", "", row) for row in text.split("\n")]
    rows = [re.sub(r"^(\s*)[-*+] (?=\S)", rf"\1{BULLET} ", row) for row in rows]
    if any(len(row) > _LONG_LINE for row in rows):
        return Reading("text", [paragraph_lines(1, map(_paragraph, rows))])
    return Reading("text", [_lines(rows)])


def _decode(path: Path, data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        best = from_bytes(data).best()
    if best is None:
        raise ReadError(path, "is not text in an encoding that Kloe can read")
    return str(best)


def _paragraph(row: str) -> tuple[str, int | None]:
    heading = _MARKDOWN_HEADING.match(row)
    return (heading[2], len(heading[1])) if heading else (row, None)


def _lines(rows: list[str]) -> list[Line]:
    lines = []
    for line in printed_lines(1, "\n".join(rows)):
        heading = _MARKDOWN_HEADING.match(line.text)
        lines.append(Line(1, heading[2], heading=len(heading[1])) if heading else line)
    return lines
