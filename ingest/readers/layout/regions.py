"""Finds parts of a page whose print stands side by side without rules: columns of prose, and tables."""

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from ingest.readers.layout.gutters import gutters, is_prose, segments, split
from ingest.readers.layout.tables import Table
from ingest.readers.layout.words import Word, join, printed_rows

_MARKER = re.compile(r"[^\w\s]{1,2}|\(?(?:\d{1,3}(?:\.\d{1,2}){0,3}|[a-z]|[ivx]+)[.)]?")
_FURTHEST = 2.8  # of the type's size: a wider gap between printed rows ends a table or a column
_FEWEST = 3  # printed rows that have a gap at the same place


@dataclass(frozen=True)
class Columns:
    """Columns that are read one after the other; each is a list of printed rows."""

    columns: list[list[list[Word]]]

    @property
    def words(self) -> list[Word]:
        """All their words."""
        return [word for column in self.columns for row in column for word in row]


def side_by_side(words: Sequence[Word]) -> list[Columns | Table]:
    """Give the columns and tables of a page that no rules mark."""
    found: list[Columns | Table] = []
    printed = printed_rows(words)
    after = {id(one): two for one, two in itertools.pairwise(printed)}
    for rows in _regions(printed):
        if columns := _columns(rows, after.get(id(rows[-1]))):
            found.append(columns)
            continue
        rows = _trimmed(rows)
        edges = _edges(rows)
        cells = [split(row, edges) for row in rows]
        if edges and sum(sum(bool(cell) for cell in row) > 1 for row in cells) >= _FEWEST:
            found.append(Table(_table_rows(cells)))
    return found


def _columns(rows: list[list[Word]], below: list[Word] | None) -> Columns | None:
    """Give the columns of prose in a region, of which one can go on below the others.

    Few printed lines are level with one in the next column, unless both columns have their headings at the same heights.
    A column whose last sentence goes on in the printed line below the region comes last: what stands beside it is a box.
    """
    edges = _edges(rows, least=0.1)
    cells = [split(row, edges) for row in rows]
    columns = [[row[n] for row in cells] for n in range(len(edges) + 1)]
    if not edges or not all(is_prose(column) for column in columns):
        return None
    filled = [[row for row in column if row] for column in columns]
    if below and _goes_on(filled[0], below) and not _goes_on(filled[-1], below):
        filled.append(filled.pop(0))
    return Columns(filled)


def _goes_on(column: list[list[Word]], below: list[Word]) -> bool:
    """True if a column's last printed line is the first half of a sentence, and the line below, at the same edge, the other."""
    last = column[-1]
    if abs(last[0].box.left - below[0].box.left) > last[0].size or last[-1].text[-1:] in ".:?!;":
        return False
    return below[0].text[:1].islower() and 0 < _distance(last, below) < 2 * last[0].size


def _regions(rows: list[list[Word]]) -> Iterable[list[list[Word]]]:
    """Give runs of printed rows through which a gap runs."""
    current: list[list[Word]] = []
    gaps: list[tuple[float, float]] = []
    for row in rows:
        own = _gaps(row)
        kept = _common(gaps, own, row) if current else []
        if current and kept and _distance(current[-1], row) < _FURTHEST * row[0].size:
            current.append(row)
            gaps = kept
            continue
        if current:
            yield current
        current, gaps = ([row], own) if own else ([], [])
    if current:
        yield current


def _gaps(row: list[Word]) -> list[tuple[float, float]]:
    parts = segments(row)
    return [(one[-1].box.right, two[0].box.left) for one, two in itertools.pairwise(parts)]


def _common(
    gaps: list[tuple[float, float]], own: list[tuple[float, float]], row: list[Word]
) -> list[tuple[float, float]]:
    """Give what a row leaves of the gaps so far; a row on one side of a gap leaves it as it is."""
    kept = []
    free = [(-1e9, row[0].box.left), *own, (row[-1].box.right, 1e9)]
    for left, right in gaps:
        for begin, end in free:
            low, high = max(left, begin), min(right, end)
            if high - low >= 0.9 * row[0].size:
                kept.append((low, high))
    return kept


def _distance(upper: list[Word], lower: list[Word]) -> float:
    return upper[0].box.bottom - lower[0].box.bottom


def _trimmed(rows: list[list[Word]]) -> list[list[Word]]:
    """Leave out printed rows at the end that begin a paragraph below the table."""
    rows = list(rows)
    while len(rows) > 1 and not _gaps(rows[-1]):
        last = rows[-1]
        left = min(row[0].box.left for row in rows)
        usual = median(_distance(one, two) for one, two in itertools.pairwise(rows))
        far = _distance(rows[-2], last) > 1.3 * usual
        if abs(last[0].box.left - left) > last[0].size or (last[0].text[:1].islower() and not far):
            break
        rows.pop()
    return rows


def _edges(rows: list[list[Word]], least: float = 0.6) -> list[float]:
    """Give the gutters of a region that part at least such a share of rows; a gap after a number or a bullet is none."""
    words = [word for row in rows for word in row]
    edges = gutters(words, least)
    while edges:
        first = [join(cells[0]) for row in rows if (cells := split(row, edges))[0]]
        if not all(_MARKER.fullmatch(text) for text in first):
            return edges
        edges = edges[1:]
    return edges


def _table_rows(cells: list[list[list[Word]]]) -> list[list[list[Word]]]:
    """Gather printed rows into rows of a table: a cell whose text wraps has several printed rows."""
    heights = [max(word.box.bottom for cell in row for word in cell) for row in cells]
    gaps = [one - two for one, two in itertools.pairwise(heights)]
    parted = bool(gaps) and max(gaps) > 1.25 * median(sorted(gaps)[: max(1, len(gaps) // 2)])
    least = 1.15 * min(gaps, default=0)
    rows: list[list[list[Word]]] = []
    for n, row in enumerate(cells):
        texts = [join(cell) for cell in row]
        lower = any(text[:1].islower() for text in texts)
        far = n > 0 and parted and gaps[n - 1] > least
        begins = far or not (lower or not texts[0])
        if rows and not begins:
            rows[-1] = [whole + part for whole, part in zip(rows[-1], row, strict=True)]
        else:
            rows.append(row)
    return rows
