"""Turns a table into lines: a row is one line, an empty cell keeps its place, and column heads stand as headings above the rows."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ingest.lines import CELLS, COLUMN_HEADS
from ingest.readers.flow.blocks import Block
from ingest.readers.flow.cells import PROSE, Cell
from ingest.readers.flow.heads import count_head_rows

_WIDEST = 200  # columns; a cell can claim to span millions
_SHORT = 90
_SUB_HEAD, _ROW_HEAD = COLUMN_HEADS + 5, COLUMN_HEADS + 6
_ITEM = 5  # the level of a numbered item, within the headings of its page
_NUMBER = re.compile(r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.)]?|[•·o-]", re.I)


Row = list[Cell]


def table_blocks(rows: Sequence[Sequence[Cell]], caption: str = "") -> list[Block]:
    """Give the lines of a table in reading order.

    Args:
        rows: its cells as the format gives them, merged cells once.
        caption: its title.
    """
    grid = _grid(rows)
    first = [Block(caption)] if caption.strip() else []
    if not grid or len(grid[0]) < 2:
        return [*first, *(block for row in grid for cell in row for block in cell.blocks)]
    count = count_head_rows(grid)
    heads, body = grid[:count], grid[count:]
    if body and sum(map(_is_item, body)) > len(body) / 2:
        return [*first, *(block for row in body for block in _item(row))]
    if not heads and _is_page(body):
        return [*first, *(block for row in body for cell in row for block in cell.blocks)]
    above = [Block(_joined(row), COLUMN_HEADS + level) for level, row in enumerate(heads[:4], 1)]
    if first and above:
        first = [Block(caption, COLUMN_HEADS)]
    return [*first, *above, *_body(body, bool(heads))]


def _grid(rows: Sequence[Sequence[Cell]]) -> list[Row]:
    """Put each cell in its column; a row's head that spans rows stands in each of them. Empty rows and columns are left out."""
    spans: dict[int, tuple[int, Cell]] = {}  # by column, the rows still to come of a cell above
    grid: list[Row] = []
    for cells in rows:
        line: Row = []
        fresh: dict[int, tuple[int, Cell]] = {}
        for cell in (*cells, None):
            while len(line) in spans:
                left, above = spans.pop(len(line))
                if left > 1:
                    spans[len(line)] = left - 1, above
                line.append(above)
            if cell is None or len(line) >= _WIDEST:
                break
            if cell.down > 1:
                again = Cell(cell.blocks) if not line and not cell.head else Cell(head=cell.head)
                fresh[len(line)] = cell.down - 1, again
            line.append(cell)
            for _ in range(min(cell.across, _WIDEST) - 1):
                if cell.down > 1:
                    fresh[len(line)] = cell.down - 1, Cell(head=cell.head)
                line.append(Cell(head=cell.head))
        spans |= fresh
        grid.append(line)
    return _filled(grid)


def _filled(grid: list[Row]) -> list[Row]:
    grid = [row for row in grid if any(cell.text for cell in row)]
    width = max(map(len, grid), default=0)
    full = [row + [Cell()] * (width - len(row)) for row in grid]
    kept = [column for column in range(width) if any(row[column].text for row in full)]
    return [[row[column] for column in kept] for row in full]


def _is_item(row: Row) -> bool:
    """True for a row that is a numbered paragraph or item of an agenda: a number, then words."""
    filled = [cell for cell in row if cell.text]
    if len(filled) != 2 or filled[0] is not row[0] or not _NUMBER.fullmatch(row[0].text):
        return False
    return filled[1].is_prose or len(filled[1].text) > 40 or row[0].text[-1] in ".)•·"


def _item(row: Row) -> Iterator[Block]:
    if not _is_item(row):
        yield from (block for cell in row for block in cell.blocks)
        return
    number, rest = row[0].text, [block for cell in row[1:] for block in cell.blocks if block.text.strip()]
    number = number if number[-1] in ".)•·" or not number.isdigit() else f"{number}."
    first, after = rest[0], rest[1:]
    heads = bool(after) and len(first.text) < _SHORT and not re.search(r"[.;:]$", first.text.strip()) and not first.row
    yield replace(
        first, text=f"{number} {first.text}", heading=(first.heading or _ITEM) if heads or first.heading else None
    )
    yield from after


def _is_page(rows: Sequence[Row]) -> bool:
    """True for a table that only places text on the page: its cells hold long paragraphs side by side."""
    wordy = sum(
        sum(len(cell.text) > PROSE for cell in row) > 1 or any(len(cell.text) > 3 * PROSE for cell in row)
        for row in rows
    )
    return wordy * 2 > len(rows)


def _joined(row: Sequence[Cell]) -> str:
    return CELLS.join(cell.text for cell in row)


def _body(rows: Sequence[Row], headed: bool) -> Iterator[Block]:
    apart = False  # a row came in paragraphs under its own head, so the rows after it need theirs
    for row in rows:
        filled = [cell for cell in row if cell.text]
        if len(filled) == 1 and (filled[0].across >= len(row) or (not headed and filled[0] is row[0])):
            yield from _across(filled[0], headed)
        elif apart or any(cell.is_prose for cell in row):
            apart = True
            yield from _apart(row)
        else:
            text = _joined(row)
            yield Block(text if headed else re.sub(r"[| ]+$", "", text), row=True)


def _across(cell: Cell, headed: bool) -> Iterator[Block]:
    """Give a cell that has its row to itself: a heading of the rows after it, or paragraphs."""
    text = cell.text
    if headed and len(text) < _SHORT and not cell.is_prose and not re.search(r"[.;!?]$", text):
        yield Block(text, _SUB_HEAD)
    else:
        yield from (replace(block, row=headed or block.row) for block in cell.blocks)


def _apart(row: Row) -> Iterator[Block]:
    """Give a row with long cells as paragraphs under its head."""
    head, rest = row[0], row[1:]
    if head.is_prose or len(head.text) > _SHORT:
        rest = row
    elif head.text:
        yield Block(head.text, _ROW_HEAD)
    if any(cell.is_prose for cell in rest):
        for cell in rest:
            yield from (block if block.heading else replace(block, row=True) for block in cell.blocks)
    else:
        yield Block(_joined(rest), row=True)
