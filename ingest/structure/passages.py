"""Turns lines into pages and passages.

A page's text has one line for each block or part of a block, furniture included, and each passage points into it.
"""

from collections.abc import Sequence

from ingest.cleaning import Joined, glue
from ingest.document import Furniture, Page, Passage, Span
from ingest.lines import Line, full_width
from ingest.structure.assembling import Assembler
from ingest.structure.block import Block
from ingest.structure.blocks import gather_blocks
from ingest.structure.furniture import find_furniture
from ingest.structure.meetings import mark_lines


def gather_passages(pages: list[list[Line]]) -> tuple[tuple[Page, ...], tuple[Passage, ...]]:
    """Give a document's pages, and its passages in reading order.

    Args:
        pages: the lines of each page, first page first.
    """
    width = full_width(pages)
    furniture = find_furniture(pages, width)
    marks = mark_lines(pages, furniture)
    blocks = gather_blocks(pages, furniture, width, marks.roles)
    written, spans = _write_pages(pages, blocks, furniture)
    assembler = Assembler(list(zip(blocks, spans, strict=True)), marks)
    return tuple(written), tuple(assembler.passages())


def _write_pages(
    pages: list[list[Line]], blocks: list[Block], furniture: dict[tuple[int, int], Furniture]
) -> tuple[list[Page], list[list[Span]]]:
    """Write each page, and give each block's spans."""
    owner: dict[tuple[int, int], int | Furniture] = {at: n for n, block in enumerate(blocks) for at in block.at}
    owner |= furniture
    written: list[Page] = []
    spans: list[list[Span]] = [[] for _ in blocks]
    for p, lines in enumerate(pages):
        pieces: list[tuple[int | Furniture, Joined]] = []  # (block or furniture, text)
        for i, line in enumerate(lines):
            if not line.text:
                continue
            whose = owner[p, i]
            if pieces and pieces[-1][0] == whose and isinstance(whose, int):
                pieces[-1][1].add(line.text)
            else:
                pieces.append((whose, Joined(line.text)))
        at, kept = 0, []
        texts = [str(text) for _, text in pieces]
        for (whose, _), text in zip(pieces, texts, strict=True):
            end = at + len(text)
            if isinstance(whose, int):
                spans[whose].append(Span(p + 1, at, end))
            else:
                kept.append((whose, at, end))
            at = end + 1
        written.append(Page(p + 1, "\n".join(texts), tuple(kept)))
    return written, spans


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
