"""Lines as the readers give them, before they are gathered into passages."""

from collections.abc import Iterable
from dataclasses import dataclass

from ingest.cleaning import clean

CELLS = " | "  # stands between the cells of a table's row


@dataclass(frozen=True)
class Line:
    """One line of a page, cleaned; an empty text is a blank line.

    Attributes:
        heading: the level of a heading where the format says that it is one (1 is outermost).
        whole: the line is a whole paragraph, as in formats that do not break lines for print.
    """

    page: int
    text: str
    heading: int | None = None
    whole: bool = False


def printed_lines(page: int, text: str) -> list[Line]:
    """Clean a printed page's text and give its lines."""
    return [Line(page, line.strip()) for line in clean(text).split("\n")]


def paragraph_lines(page: int, paragraphs: Iterable[tuple[str, int | None]]) -> list[Line]:
    """Clean `(text, heading level or None)` paragraphs of a format without printed lines; each becomes one line."""
    lines = []
    for text, level in paragraphs:
        if joined := " ".join(clean(text).split()):
            lines.append(Line(page, joined, heading=level, whole=True))
    return lines
