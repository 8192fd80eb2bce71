"""Reads the paragraphs and tables of a Word document's body, box, header or note in order."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from ingest.cleaning import BULLET
from ingest.readers.flow import Block, Cell, divide, table_blocks
from ingest.readers.word.numbering import Numbering
from ingest.readers.word.package import attribute, child, is_on, local, value
from ingest.readers.word.runs import Story
from ingest.readers.word.styles import Styles

_AROUND = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo", "AlternateContent", "Choice"})
_NOTE_MARKS = ("footnoteReference", "endnoteReference")


@dataclass
class Reader:
    """Reads stories with the styles and lists of one document.

    Attributes:
        notes: the identifiers of the footnotes and endnotes that the text refers to, in order.
        art: words drawn as shapes, such as a watermark.
    """

    styles: Styles
    numbering: Numbering
    notes: list[tuple[str, str]] = field(default_factory=list)
    art: list[str] = field(default_factory=list)

    def blocks(self, parent: _Element) -> list[Block]:
        """Give the blocks of a body, cell, box, header or note."""
        return list(self._blocks(parent, Story(self.styles)))

    def _blocks(self, parent: _Element, story: Story) -> Iterator[Block]:
        carried = ""  # the text of a paragraph whose mark is deleted, so that it goes on in the next
        for element in _flat(parent):
            if local(element) == "tbl":
                if carried:
                    yield Block(carried)
                carried = ""
                yield from table_blocks(self._rows(element))
                continue
            properties = child(element, "pPr")
            words = story.words(element, value(properties, "pStyle"))
            text = carried + words.text
            if _goes_on(properties):
                carried = text
            else:
                carried = ""
                yield from self._paragraph(properties, text)
            self.art += words.art
            for mark in element.iter():
                if local(mark) in _NOTE_MARKS:
                    self.notes.append((local(mark).removesuffix("Reference"), attribute(mark, "id")))
            for box in words.boxes:
                yield from self.blocks(box)
        if carried:
            yield Block(carried)

    def _paragraph(self, properties: _Element | None, text: str) -> Iterator[Block]:
        level = self.styles.level(properties)
        label = self.numbering.next(*self.styles.numbered(properties))
        if not text.strip():
            return
        if not label and self.styles.is_bullet(properties):
            label = BULLET
        parts = [" ".join(text.split())] if level else divide(text)
        for part in parts:
            yield Block(f"{label} {part}" if label else part, level)
            label = ""

    def _rows(self, table: _Element) -> list[list[Cell]]:
        rows: list[list[Cell]] = []
        open_cells: dict[int, tuple[int, int]] = {}  # by column, the row and place of a cell that can go on downwards
        for row in _inside(table, "tr"):
            properties = child(row, "trPr")
            if properties is not None and (child(properties, "del") is not None or is_on(properties, "hidden")):
                continue
            head = bool(is_on(properties, "tblHeader"))
            cells = [Cell()] * _count(properties, "gridBefore")
            column = len(cells)
            for cell in _inside(row, "tc"):
                column = self._cell(cell, column, head, cells, rows, open_cells)
            rows.append(cells)
        return rows

    def _cell(
        self,
        cell: _Element,
        column: int,
        head: bool,
        cells: list[Cell],
        rows: list[list[Cell]],
        open_cells: dict[int, tuple[int, int]],
    ) -> int:
        """Read a cell into its row, or into the one above that it belongs to; give the column after it."""
        properties = child(cell, "tcPr")
        across = max(1, min(_count(properties, "gridSpan"), 200))
        merge = child(properties, "vMerge")
        if merge is not None and attribute(merge, "val") != "restart" and column in open_cells:
            row, place = open_cells[column]
            above = rows[row][place]
            rows[row][place] = Cell(above.blocks, above.head, above.across, above.down + 1)
            return column + across
        if merge is not None:
            open_cells[column] = len(rows), len(cells)
        else:
            open_cells.pop(column, None)
        cells.append(Cell(tuple(self.blocks(cell)), head, across))
        return column + across


def _flat(parent: _Element) -> Iterator[_Element]:
    """Give the paragraphs and tables within controls and changes; deleted and moved ones are left out."""
    for element in parent:
        name = local(element)
        if name in ("p", "tbl"):
            yield element
        elif name in _AROUND and not (name == "sdt" and is_on(child(element, "sdtPr"), "showingPlcHdr")):
            yield from _flat(element)


def _inside(parent: _Element, name: str) -> Iterator[_Element]:
    """Give the rows of a table or the cells of a row, within controls too."""
    for element in parent:
        if local(element) == name:
            yield element
        elif local(element) in _AROUND:
            yield from _inside(element, name)


def _goes_on(properties: _Element | None) -> bool:
    """True if the paragraph's mark is deleted, moved away or hidden."""
    mark = child(properties, "rPr")
    return child(mark, "del") is not None or child(mark, "moveFrom") is not None or bool(is_on(mark, "vanish"))


def _count(properties: _Element | None, name: str) -> int:
    text = value(properties, name)
    return min(int(text), 200) if text.isdigit() and len(text) < 5 else 0
