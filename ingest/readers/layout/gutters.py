"""Finds the white gutters between columns, and tells columns of prose from the columns of a table."""

import itertools
from collections.abc import Sequence
from statistics import median

from ingest.readers.layout.words import Word, printed_rows

_NARROWEST = 0.9  # of the type's size: the least width of a gutter
_CLEAR = 0.3  # of the type's size: a gap between cells that rules separate already


def gutters(words: Sequence[Word], least: float = 0.6, narrowest: float = _NARROWEST) -> list[float]:
    """Give the places across at which a gutter parts the words, from the left.

    Args:
        words: the words of a table or of a part of a page.
        least: the least share of printed rows that a gutter must part.
        narrowest: the least width, in parts of the type's size.
    """
    if len(words) < 4:
        return []
    size = median(word.size for word in words)
    spans: list[list[float]] = []
    for word in sorted(words, key=lambda word: word.box.left):
        if spans and word.box.left - spans[-1][1] < narrowest * size:
            spans[-1][1] = max(spans[-1][1], word.box.right)
        else:
            spans.append([word.box.left, word.box.right])
    places = [(one[1] + two[0]) / 2 for one, two in itertools.pairwise(spans)]
    rows = printed_rows(words)
    kept = []
    for place in places:
        both = sum(row[0].box.left < place < row[-1].box.right for row in rows)
        if both >= max(2, least * len(rows) * 0.5):
            kept.append(place)
    return kept


def split(row: Sequence[Word], edges: Sequence[float]) -> list[list[Word]]:
    """Part a printed row's words at the edges."""
    cells: list[list[Word]] = [[] for _ in range(len(edges) + 1)]
    for word in row:
        cells[sum(word.box.left > edge for edge in edges)].append(word)
    return cells


def segments(row: Sequence[Word], gap: float = 1.6) -> list[list[Word]]:
    """Part a printed row's words where the space between two is wider than words of a justified line have it."""
    parts: list[list[Word]] = []
    for word in row:
        if parts and word.box.left - parts[-1][-1].box.right < gap * max(word.size, parts[-1][-1].size):
            parts[-1].append(word)
        else:
            parts.append([word])
    return parts


def is_prose(column: Sequence[Sequence[Word]]) -> bool:
    """True if a column's printed lines read on from one to the next, as sentences do."""
    lines = [line for line in column if line]
    if len(lines) < 3:
        return False
    words = sum(map(len, lines)) / len(lines)
    going_on = sum(
        line[0].text[:1].islower() or before[-1].text[-1:] not in ".:?!" for before, line in itertools.pairwise(lines)
    )
    lower = sum(line[0].text[:1].islower() for line in lines[1:])
    return words >= 3.5 and going_on >= 0.5 * (len(lines) - 1) and lower >= 0.34 * (len(lines) - 1)
