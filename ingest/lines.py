"""Lines of a page as readers give them, before they are gathered into passages."""

from dataclasses import dataclass

from ingest.cleaning import clean
from ingest.document import Furniture

CELLS = " | "  # separates the cells of a table row
COLUMN_HEADS = 9  # the level of a heading that is a table's row of column heads; it ends with the table's last row


@dataclass(frozen=True)
class Line:
    """One cleaned line of a page; a blank line has no text.

    Attributes:
        heading: the level of a heading, if the format marks it as one; 1 is outermost.
        whole: the line is a whole paragraph, because the format does not break lines for print.
        row: the line is a row of a table, or stands in one.
        furniture: what kind of furniture it is, where the reader can tell from the page or the markup.
    """

    page: int
    text: str
    heading: int | None = None
    whole: bool = False
    furniture: Furniture | None = None
    row: bool = False


def printed_lines(page: int, text: str) -> list[Line]:
    """Clean the text of a printed page and split it into lines."""
    return [Line(page, line.strip()) for line in clean(text).split("\n")]


def full_width(pages: list[list[Line]]) -> int:
    """Give the length of a full printed line: nine lines in ten are no longer."""
    lengths = sorted(len(line.text) for lines in pages for line in lines if len(line.text) > 40 and not line.whole)
    return lengths[int(0.9 * (len(lengths) - 1))] if lengths else 100
