"""Turns lines into pages and passages.

A page's text has one line for each block or part of a block, furniture included, and each passage points into it.
"""

import re
from collections.abc import Sequence

from ingest.cleaning import BULLET, glue, join_lines
from ingest.document import Furniture, Page, Passage, Span
from ingest.lines import Line
from ingest.sentences import sentence_spans
from ingest.structure import headings
from ingest.structure.blocks import MARKER, Block, Role, gather_blocks
from ingest.structure.furniture import find_furniture

LONGEST = 1500  # characters of a passage; longer paragraphs are divided between sentences

RULES = "5"  # version of the passage rules: raise it when a change makes different passages from the same file


def gather_passages(pages: list[list[Line]]) -> tuple[tuple[Page, ...], tuple[Passage, ...]]:
    """Give a document's pages, and its passages in reading order.

    Args:
        pages: the lines of each page, first page first.
    """
    furniture = find_furniture(pages)
    blocks = gather_blocks(pages, furniture)
    written, spans = _write_pages(pages, blocks, furniture)
    passages: list[Passage] = []
    path = _HeadingPath()
    for block, block_spans in zip(blocks, spans, strict=True):
        path.leave_table(block)
        if block.role is Role.HEADING:
            path.take(block)
            if not headings.ENDS_WITH_GRADE.search(block.text):
                continue
        passages += _passages(block, block_spans, path)
    return tuple(written), tuple(passages)


def _write_pages(
    pages: list[list[Line]], blocks: list[Block], furniture: dict[tuple[int, int], Furniture]
) -> tuple[list[Page], list[list[Span]]]:
    """Write each page, and give each block's spans."""
    owner: dict[tuple[int, int], int | Furniture] = {at: n for n, block in enumerate(blocks) for at in block.at}
    owner |= furniture
    written: list[Page] = []
    spans: list[list[Span]] = [[] for _ in blocks]
    for p, lines in enumerate(pages):
        pieces: list[tuple[int | Furniture, str]] = []  # (block or furniture, text)
        for i, line in enumerate(lines):
            if not line.text:
                continue
            whose = owner[p, i]
            if pieces and pieces[-1][0] == whose and isinstance(whose, int):
                pieces[-1] = (whose, join_lines(pieces[-1][1], line.text))
            else:
                pieces.append((whose, line.text))
        at, kept = 0, []
        for whose, text in pieces:
            end = at + len(text)
            if isinstance(whose, int):
                spans[whose].append(Span(p + 1, at, end))
            else:
                kept.append((whose, at, end))
            at = end + 1
        written.append(Page(p + 1, "\n".join(text for _, text in pieces), tuple(kept)))
    return written, spans


class _HeadingPath:
    """The headings above the current place, outermost first."""

    def __init__(self) -> None:
        self._levels: list[tuple[int, str]] = []
        self.lead_in = ""
        self.number: str | None = None  # of the paragraph that introduces a list; its bullets are cited by this number

    def take(self, block: Block) -> None:
        level = block.level or (1 if headings.is_outermost(block.text) else 2)
        outer = [heading for heading in self._levels if heading[0] < level]
        self._levels = [*outer, (level, block.text[:160])]
        self.lead_in, self.number = "", None

    def leave_table(self, block: Block) -> None:
        """Drop the heading of a table of judgements after its last row."""
        if self._levels and block.role is not Role.ROW and headings.is_table_start(self._levels[-1][1]):
            self._levels = []

    @property
    def headings(self) -> tuple[str, ...]:
        """The path; within a list, it ends with the words that introduce the list."""
        path = tuple(text for _, text in self._levels)
        return (*path, self.lead_in) if self.lead_in else path


def _passages(block: Block, spans: list[Span], path: _HeadingPath) -> list[Passage]:
    marker = MARKER.match(block.text) if block.role is Role.TEXT else None
    bullet = bool(marker and marker["bullet"])
    if not bullet:
        path.lead_in, path.number = "", None
    skip = marker.end() if marker else 0
    number = (marker["number"] or marker["letter"] or "").rstrip(".") if marker else ""
    text = block.text[skip:].lstrip(BULLET + " ")
    skip = len(block.text) - len(text)
    if len(re.findall(r"\w+", text)) < 2:
        return []
    introduces = bool(re.search(r"(?::|\s[–-])$", text)) and len(text) < 400
    if introduces:
        path.lead_in, path.number = text[-200:], number or path.number
    if introduces and len(text) < 60:  # "In the last 12 months:" says nothing alone
        return []
    whole = Passage(block.text, tuple(spans))
    above = path.headings[:-1] if block.role is Role.HEADING or introduces else path.headings
    return [
        Passage(whole.text[start:end], whole.locate(start, end), above, number or path.number)
        for start, end in _divide(text, skip)
    ]


def _divide(text: str, offset: int) -> list[tuple[int, int]]:
    """Divide a paragraph into parts of at most `LONGEST` characters; give each `(start, end)`, plus `offset`."""
    parts: list[tuple[int, int]] = []
    for start, end in sentence_spans(text):
        while end - start > LONGEST:  # a list or table that reads as one sentence
            cut = text.rfind(" ", start, start + LONGEST)
            cut = cut if cut > start else start + LONGEST
            parts.append((start, cut))
            start = cut + (text[cut] == " ")
        if parts and end - parts[-1][0] <= LONGEST:
            parts[-1] = (parts[-1][0], end)
        else:
            parts.append((start, end))
    return [(start + offset, end + offset) for start, end in parts]


def verbatim(passage: Passage, pages: Sequence[Page]) -> bool:
    """True if the passage's text is exactly the text of its spans."""
    return stands(passage.text, passage.spans, pages)


def stands(quote: str, spans: Sequence[Span], pages: Sequence[Page]) -> bool:
    """True if the quotation is, letter for letter, the text at these spans of the pages."""
    by_number = {page.number: page for page in pages}
    text = ""
    for span in spans:
        piece = by_number[span.page].text[span.start : span.end] if span.page in by_number else ""
        text += glue(text, piece) + piece
    return text == quote
