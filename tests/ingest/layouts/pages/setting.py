"""Sets content in type: pieces of print with their places, which a layout puts on pages."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from tests.ingest.layouts.content import Bullet, Content, Heading, Paragraph, Table

SIZE = 10.5
STEP = 13.5
GAP = 9.0
_PLAIN, _BOLD = "Helvetica", "Helvetica-Bold"


@dataclass(frozen=True)
class Piece:
    """A line of print, or a rule that ends at `(to, fall)` from its own place.

    Attributes:
        left: how far it stands from the column's left edge.
        down: how far its foot stands below the column's top.
        room: the width to which it may be justified; 0 if it may not.
    """

    text: str
    left: float
    down: float
    font: str = _PLAIN
    size: float = SIZE
    room: float = 0.0
    rule: tuple[float, float] | None = None


Ink = Callable[[Canvas, float, float, Piece], None]


def plain_ink(canvas: Canvas, left: float, up: float, piece: Piece) -> None:
    canvas.setFont(piece.font, piece.size)
    canvas.drawString(left, up, piece.text)


def put(canvas: Canvas, left: float, top: float, piece: Piece, ink: Ink = plain_ink) -> None:
    """Print a piece of a column whose corner is at `(left, top)`."""
    if piece.rule:
        across, fall = piece.rule
        canvas.line(left + piece.left, top - piece.down, left + piece.left + across, top - piece.down - fall)
    else:
        ink(canvas, left + piece.left, top - piece.down, piece)


def lines(text: str, width: float, font: str = _PLAIN, size: float = SIZE) -> list[str]:
    return list(simpleSplit(text, font, size, width))


@dataclass(frozen=True)
class Setter:
    """Sets the parts of content one below the other.

    Attributes:
        ruled: tables have rules.
        size: of the body's type.
    """

    width: float
    ruled: bool = True
    size: float = SIZE

    def groups(self, content: Content) -> Iterator[tuple[list[Piece], float]]:
        """Give what must stay on one page, a line or a table's row, each with its height; places count from its top."""
        for at, part in enumerate(content):
            if at:
                yield [], GAP if not isinstance(part, Bullet) or not isinstance(content[at - 1], Bullet) else 3.0
            if isinstance(part, Heading):
                yield from self._text(part.text, font=_BOLD, size=self.size + 2)
            elif isinstance(part, Paragraph):
                yield from self._text(part.text, justified=True)
            elif isinstance(part, Bullet):
                yield from self._text(part.text, indent=18, mark="•", justified=True)
            else:
                yield from self._rows(part)

    def _text(
        self, text: str, font: str = _PLAIN, size: float = 0, indent: float = 0, mark: str = "", justified: bool = False
    ) -> Iterator[tuple[list[Piece], float]]:
        size = size or self.size
        step = size * STEP / SIZE
        broken = lines(text, self.width - indent, font, size)
        for at, line in enumerate(broken):
            room = self.width - indent if justified and at < len(broken) - 1 else 0
            pieces = [Piece(line, indent, step, font, size, room)]
            yield ([Piece(mark, 4, step, font, size), *pieces] if mark and not at else pieces), step

    def _rows(self, table: Table) -> Iterator[tuple[list[Piece], float]]:
        """The heads stay with the row below them; without rules, all rows stay together, or nobody could tell them."""
        rows = list(self._table(table))
        count = 2 if self.ruled else len(rows)
        kept: list[Piece] = []
        high = 0.0
        for pieces, own in rows[:count]:
            kept += [replace(piece, down=piece.down + high) for piece in pieces]
            high += own
        yield kept, high
        yield from rows[count:]

    def _table(self, table: Table) -> Iterator[tuple[list[Piece], float]]:
        wide = self.width / len(table.rows[0])
        step = self.size * STEP / SIZE
        for at, row in enumerate(table.rows):
            font = _PLAIN if at else _BOLD
            cells = [lines(cell, wide - 14, font, self.size) for cell in row]
            high = step * max(map(len, cells)) + 7
            pieces = [
                Piece(line, wide * n + 4, step * (down + 1), font, self.size)
                for n, cell in enumerate(cells)
                for down, line in enumerate(cell)
            ]
            if self.ruled:
                flat = [Piece("", 0, down, rule=(self.width, 0)) for down in ([0.0, high] if not at else [high])]
                pieces += [*flat, *(Piece("", wide * n, 0, rule=(0, high)) for n in range(len(row) + 1))]
            yield pieces, high


def columns(setter: Setter, content: Content, heights: Callable[[int], float]) -> list[list[Piece]]:
    """Break content into columns; `heights` gives the height of each by its number."""
    found: list[list[Piece]] = [[]]
    down = 0.0
    for pieces, high in setter.groups(content):
        if down + high > heights(len(found) - 1) and pieces:
            found.append([])
            down = 0.0
        if not pieces and not found[-1]:
            continue
        found[-1] += [replace(piece, down=piece.down + down) for piece in pieces]
        down += high
    return found


def width_of(piece: Piece) -> float:
    return float(stringWidth(piece.text, piece.font, piece.size))
