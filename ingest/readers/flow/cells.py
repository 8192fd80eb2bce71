"""A cell of a table, as a format's reader finds it."""

from dataclasses import dataclass
from functools import cached_property

from ingest.readers.flow.blocks import Block

PROSE = 200  # characters; a cell of several paragraphs and more than this is read as paragraphs


@dataclass(frozen=True)
class Cell:
    """A cell of a table.

    Attributes:
        blocks: its paragraphs in order; those of a table within it are rows.
        head: the format marks it as a column's head.
        across: how many columns it takes.
        down: how many rows it takes.
    """

    blocks: tuple[Block, ...] = ()
    head: bool = False
    across: int = 1
    down: int = 1

    @cached_property
    def text(self) -> str:
        """All its words on one line."""
        return " ".join(" ".join(block.text for block in self.blocks).split())

    @property
    def is_prose(self) -> bool:
        """True if it holds headings, rows, or paragraphs that are more than a value in parts."""
        parts = [block for block in self.blocks if block.text.strip()]
        inner = any(block.row or block.heading for block in parts)
        return inner or (len(parts) > 1 and sum(len(block.text) for block in parts) > PROSE)
