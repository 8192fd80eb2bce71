"""A block: lines of a page that belong together, and what they are."""

import re
from dataclasses import dataclass, field
from enum import Enum

from ingest.cleaning import BULLET, SUB_BULLET, Joined

MARKER = re.compile(
    rf"(?P<bullet>[{BULLET}{SUB_BULLET}])\s*|(?P<number>\d{{1,3}}\.)(?:\s+|$)|(?P<letter>\((?:[a-z]|[ivx]+)\)|(?:[a-z]|[ivx]+)\))(?:\s+|$)"
)


class Role(Enum):
    """What a block of lines is."""

    HEADING = "heading"
    FIELD = "field"
    ROW = "row"
    TEXT = "text"
    LABEL = "label"  # names what comes next and says nothing itself: "Minutes:"


@dataclass
class Block:
    """Lines that belong together.

    Attributes:
        level: of a heading whose format gives one; 1 is outermost.
        at: `(page index, line index)` of each line.
    """

    role: Role
    level: int | None = None
    at: list[tuple[int, int]] = field(default_factory=list)
    _lines: Joined = field(default_factory=Joined)

    def add(self, at: tuple[int, int], text: str) -> None:
        """Add one more line."""
        self.at.append(at)
        self._lines.add(text)

    @property
    def text(self) -> str:
        """The lines so far, joined. Ask for it once a block, not once a line: it takes as long as the text is long."""
        return str(self._lines)

    def ending(self, length: int) -> str:
        """Give the last characters of the text."""
        return self._lines.ending(length)

    @property
    def finished(self) -> bool:
        """True if the text ends like a sentence."""
        return bool(re.search(r"[.!?:;…][\d]{0,2}[’'”\")\]]*$", self.ending(12)))

    @property
    def only_marker(self) -> bool:
        """True if the text is nothing but a bullet, a number or a letter that marks what comes after it."""
        return len(self.at) == 1 and bool(MARKER.fullmatch(self.text))
