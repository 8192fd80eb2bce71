"""Puts a page's lines as a reader sees them."""

import itertools
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ingest.document import Furniture
from ingest.lines import CELLS, Line
from ingest.readers.layout.drawing import Unseen
from ingest.readers.layout.keeping import is_read_right
from ingest.readers.layout.margins import address_block, at_the_edges, body_size, watermark
from ingest.readers.layout.mending import mend
from ingest.readers.layout.regions import Columns, side_by_side
from ingest.readers.layout.sheet import Sheet
from ingest.readers.layout.tables import Table, ruled_tables
from ingest.readers.layout.words import Word, join, place_words

_SENTENCE = 12  # words: a row with so many in its only cell is prose
_LEAST = 0.6  # of a page's letters: where fewer have a place, places tell nothing


@dataclass
class Arranged:
    """A page's lines, and what was changed in them.

    Attributes:
        unseen: how many words are left out, by the cause.
        marked: the words of a watermark.
        changes: what was done, each in a few words.
        unplaced: too few words have a place, so nothing was done.
    """

    lines: list[Line]
    unseen: Counter[Unseen] = field(default_factory=Counter)
    marked: str = ""
    changes: list[str] = field(default_factory=list)
    unplaced: bool = False


def arrange(lines: list[Line], sheet: Sheet, first: bool) -> Arranged:
    """Arrange a page.

    Args:
        lines: its lines as pypdf gives them.
        sheet: its print as PDFium sees it.
        first: it is the first page of the file.
    """
    lines = mend(lines, sheet)
    words, share = place_words([line.text for line in lines], sheet)
    if share < _LEAST:
        return Arranged(lines, unplaced=any(line.text for line in lines))
    return _Arranger(lines, words, sheet, first).run()


class _Arranger:
    def __init__(self, lines: list[Line], words: list[Word], sheet: Sheet, first: bool) -> None:
        self.given = lines
        self.page = lines[0].page if lines else 1
        self.sheet = sheet
        self.first = first
        self.words = words
        self.taken: set[int] = set()  # ids of words that no longer stand in pypdf's lines
        self.touched: set[int] = set()  # numbers of pypdf's lines that lost words
        self.added: dict[int, list[Line]] = {}  # lines to put before a line of pypdf's
        self.last: list[Line] = []
        self.done = Arranged([])

    def run(self) -> Arranged:
        seen = self._visible()
        size = body_size(seen)
        seen = self._without_watermark(seen, size)
        upright = [word for word in seen if word.angle % 360 in (0, 1, 359)]
        if len(upright) < 0.5 * len(seen):  # a page that is printed sideways
            self.done.lines = self._lines()
            return self.done
        if self.first and (block := address_block(upright, self.sheet)):
            self._furniture(Furniture.ADDRESS, block, "an address beside the text was taken out of it")
            upright = _without(upright, block)
        for table in ruled_tables(upright, self.sheet.rules):
            upright = _without(upright, table.words)
            self._table(table)
        for kind, block in at_the_edges(upright, self.sheet, size, self.first):
            self._furniture(kind, block, "")
            upright = _without(upright, block)
        for region in side_by_side(upright):
            if isinstance(region, Table):
                self._table(region)
            else:
                self._columns(region)
        self.done.lines = self._lines()
        return self.done

    def _visible(self) -> list[Word]:
        hidden = [word for word in self.words if word.unseen]
        for word in hidden:
            if word.unseen:
                self.done.unseen[word.unseen] += 1
        self._take(hidden)
        return [word for word in self.words if not word.unseen]

    def _without_watermark(self, words: list[Word], size: float) -> list[Word]:
        mark = watermark(words, size)
        if not mark:
            return words
        self.done.marked = join(mark)
        self._take(mark)
        self.last.append(Line(self.page, self.done.marked, furniture=Furniture.WATERMARK))
        return _without(words, mark)

    def _furniture(self, kind: Furniture, words: list[Word], change: str) -> None:
        for number in sorted({word.line for word in words}):
            own = [word for word in words if word.line == number]
            self._take(own)
            self.added.setdefault(number, []).append(Line(self.page, join(own), furniture=kind))
        if change:
            self.done.changes.append(change)

    def _table(self, table: Table) -> None:
        if is_read_right(table):
            return
        start, after = min(word.line for word in table.words), -1
        for row in table.rows:
            words = [word for cell in row for word in cell]
            if sum(map(bool, row)) < 2 and len(words) > _SENTENCE:
                continue
            self._take(words)
            if (begin := min(word.line for word in words)) > after:
                start = begin
            after = max(after, *(word.line for word in words))
            self.added.setdefault(start, []).append(Line(self.page, _cells(row), whole=True))
        self.added.setdefault(start, []).append(Line(self.page, ""))
        self.done.changes.append("the rows of a table were read by cell")

    def _columns(self, region: Columns) -> None:
        order = [word for column in region.columns for row in column for word in row]
        if [word.line for word in order] == sorted(word.line for word in order):
            return
        start = min(word.line for word in order)
        self._take(order)
        added = self.added.setdefault(start, [])
        before: list[Word] = []
        for column in region.columns:
            gaps = sorted(one[0].box.bottom - two[0].box.bottom for one, two in itertools.pairwise(column))
            usual = gaps[len(gaps) // 2] if gaps else 0.0
            above = None
            for row in column:
                apart = not before or above is None or above - row[0].box.bottom > 1.3 * usual
                goes_on = row[0].text[:1].islower() or (above is None and _is_unfinished(before, row))
                if apart and not goes_on:
                    added.append(Line(self.page, ""))
                added.append(Line(self.page, join(row)))
                above, before = row[0].box.bottom, row
        added.append(Line(self.page, ""))
        self.done.changes.append(f"{len(region.columns)} columns were read one after the other")

    def _take(self, words: Iterable[Word]) -> None:
        for word in words:
            self.taken.add(id(word))
            self.touched.add(word.line)

    def _lines(self) -> list[Line]:
        left: dict[int, list[Word]] = {}
        for word in self.words:
            if id(word) not in self.taken:
                left.setdefault(word.line, []).append(word)
        lines: list[Line] = []
        for number, line in enumerate(self.given):
            lines += self.added.get(number, [])
            if number not in self.touched:
                lines.append(line)
            elif number in left:
                lines.append(Line(self.page, join(left[number])))
        return lines + self.last


def _is_unfinished(line: Sequence[Word], following: Sequence[Word]) -> bool:
    """True if the last line of a column breaks off within a sentence, so that the next column's first line goes on with it."""
    if not line or line[-1].text[-1:] in ".:?!;" or line[0].size != following[0].size:
        return False
    return len(line) > 2 and (following[0].text[:1].isalpha() or following[0].text[-1:].isdigit())


def _without(words: list[Word], taken: Sequence[Word]) -> list[Word]:
    gone = set(map(id, taken))
    return [word for word in words if id(word) not in gone]


def _cells(row: list[list[Word]]) -> str:
    """Join the cells of a row; an empty one keeps its place, but not at the end."""
    texts = [join(sorted(cell, key=lambda word: word.line)) for cell in row]
    while texts and not texts[-1]:
        texts.pop()
    return " ".join(CELLS.join(texts).split())
