"""Reads plain text and Markdown as one page."""

import re
from pathlib import Path

from charset_normalizer import from_bytes

from ingest.cleaning import BULLET
from ingest.errors import ReadError
from ingest.lines import Line, printed_lines
from ingest.readers.flow import Block, block_lines
from ingest.readers.plain.markdown import HEADING, front_matter, plain_markdown
from ingest.readers.plain.pipes import split_tables
from ingest.readers.result import Reading, check_size

_LONG_LINE = 200  # characters; a file with longer lines has one paragraph to a line, others break lines for print
_SIGNS = re.compile(r"#{1,6} +\S|.*\*\*\w[^*\n]{1,200}\*\*|.*\[[^\[\]\n]{1,200}\]\(https?://")


def read(path: Path, data: bytes) -> Reading:
    """Read a text file as one page.

    Raises:
        ReadError: the bytes are not text in a known encoding, or too much of it.
    """
    text = decode(path, data)
    check_size(path, len(text))
    return read_text(text, path.suffix.lower() in (".md", ".markdown"))


def read_text(text: str, markdown: bool = False) -> Reading:
    """Read text as one page; Markdown is told by its name, or by its signs on three lines."""
    rows = text.replace("\r\n", "\n").split("\n")
    fields: dict[str, str] = {}
    if markdown or sum(bool(_SIGNS.match(row)) for row in rows) > 2:
        fields = front_matter(rows)
        rows = plain_markdown(rows)
    whole = any(len(row) > _LONG_LINE for row in rows if "|" not in row)
    lines: list[Line] = []
    printed: list[str] = []
    for part in split_tables(rows):
        if isinstance(part, str):
            printed.append(part)
        else:
            lines += _lines(printed, whole)
            printed = []
            lines += block_lines(1, part)
    lines += _lines(printed, whole)
    return Reading("text", [lines], title=fields.get("title", ""), published=fields.get("date", ""))


def decode(path: Path, data: bytes) -> str:
    """Give the text of a file's bytes.

    Raises:
        ReadError: the bytes are not text in a known encoding.
    """
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        best = from_bytes(data).best()
    if best is None:
        raise ReadError(path, "is not text in an encoding that Kloe can read")
    return str(best)


def _lines(rows: list[str], whole: bool) -> list[Line]:
    # Saved tables leave bars between cells, some on lines of their own.
    rows = [row.strip().removeprefix("|").removesuffix("|").strip() for row in rows]
    rows = [re.sub(r"^(\s*)[-*+] (?=\S)", rf"\1{BULLET} ", row) for row in rows]
    if whole:
        return block_lines(1, map(_block, rows))
    return [line if not line.text else _line(line) for line in printed_lines(1, "\n".join(rows))] if rows else []


def _block(row: str) -> Block:
    heading = HEADING.match(row)
    return Block(heading[2], len(heading[1])) if heading else Block(row)


def _line(line: Line) -> Line:
    heading = HEADING.match(line.text)
    return Line(1, heading[2], heading=len(heading[1])) if heading else line
