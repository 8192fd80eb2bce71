"""Paragraphs, headings and table rows as a format's reader finds them."""

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.cleaning import clean
from ingest.document import Furniture
from ingest.lines import Line


@dataclass(frozen=True)
class Block:
    """A paragraph, heading or table row.

    Attributes:
        heading: the level of a heading, 1 outermost.
        furniture: what kind of furniture it is, if it is any.
        row: it is a row of a table, or stands in one.
    """

    text: str
    heading: int | None = None
    furniture: Furniture | None = None
    row: bool = False


def block_lines(page: int, blocks: Iterable[Block]) -> list[Line]:
    """Clean each block and make it a line; a block without words is left out."""
    return [
        Line(page, text, block.heading, whole=True, furniture=block.furniture, row=block.row)
        for block in blocks
        if (text := " ".join(clean(block.text).split()))
    ]
