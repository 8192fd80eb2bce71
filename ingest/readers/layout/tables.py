"""Finds tables by their rules, and gives their rows as cells."""

import itertools
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ingest.readers.characters import Box
from ingest.readers.layout.gutters import gutters
from ingest.readers.layout.words import Word, printed_rows

_NEAR = 3.0  # points: rules that end so close to each other touch
_MOST_RULES = 4_000  # of a page
_SENTENCE = 12  # words: boxes of prose side by side have more, most cells fewer


@dataclass
class Table:
    """A table.

    Attributes:
        rows: for each row from the top, the words of each cell, in pypdf's order.
    """

    rows: list[list[list[Word]]] = field(default_factory=list)

    @property
    def words(self) -> list[Word]:
        """All its words."""
        return [word for row in self.rows for cell in row for word in cell]


@dataclass
class _Frame:
    """Rules that belong together: heights of horizontal ones and places of vertical ones, each with its extent."""

    across: list[Box] = field(default_factory=list)
    down: list[Box] = field(default_factory=list)


def ruled_tables(words: Sequence[Word], rules: Sequence[Box]) -> list[Table]:
    """Give the tables that rules divide into rows."""
    if len(rules) > _MOST_RULES:
        return []
    tables = []
    left = list(words)
    for frame in _frames(rules):
        table = _table(frame, left)
        if table:
            inside = set(map(id, table.words))
            left = [word for word in left if id(word) not in inside]
            tables.append(table)
    return tables


def _frames(rules: Sequence[Box]) -> list[_Frame]:
    across = _merged([rule for rule in rules if rule.right - rule.left >= rule.top - rule.bottom], flat=True)
    down = _merged([rule for rule in rules if rule.right - rule.left < rule.top - rule.bottom], flat=False)
    frames = []
    for group in _touching(across, down):
        crossing = [rule for rule in group if rule in down]
        if crossing:
            frames.append(_Frame([rule for rule in group if rule not in crossing], crossing))
    used = {rule for frame in frames for rule in frame.across}
    alone: dict[tuple[int, int], list[Box]] = {}
    for rule in across:
        if rule not in used:
            alone.setdefault((round(rule.left / _NEAR / 2), round(rule.right / _NEAR / 2)), []).append(rule)
    return frames + [_Frame(group) for group in alone.values() if len(group) >= 3]


def _merged(rules: list[Box], flat: bool) -> list[Box]:
    """Join rules that continue each other; each cell can have its own."""
    turned = [rule if flat else Box(rule.bottom, rule.left, rule.top, rule.right) for rule in rules]
    merged: list[Box] = []
    open_at: dict[int, Box] = {}
    for rule in sorted(turned, key=lambda rule: rule.left):
        height = round((rule.bottom + rule.top) / 2 / _NEAR)
        near = next((key for key in (height, height - 1, height + 1) if key in open_at), None)
        last = open_at.get(near) if near is not None else None
        if near is not None and last and rule.left <= last.right + _NEAR and abs(last.bottom - rule.bottom) <= _NEAR:
            open_at[near] = last | rule
            continue
        if height in open_at:
            merged.append(open_at[height])
        open_at[height] = rule
    merged += open_at.values()
    return merged if flat else [Box(rule.bottom, rule.left, rule.top, rule.right) for rule in merged]


def _touching(across: list[Box], down: list[Box]) -> list[list[Box]]:
    """Gather rules into groups in which each touches another."""
    group_of = list(range(len(across) + len(down)))

    def root(at: int) -> int:
        while group_of[at] != at:
            group_of[at] = group_of[group_of[at]]
            at = group_of[at]
        return at

    for n, flat in enumerate(across):
        for m, tall in enumerate(down, len(across)):
            if (
                flat.left - _NEAR <= tall.right
                and tall.left <= flat.right + _NEAR
                and tall.bottom - _NEAR <= flat.top
                and flat.bottom <= tall.top + _NEAR
            ):
                group_of[root(n)] = root(m)
    groups: dict[int, list[Box]] = {}
    for at, rule in enumerate((*across, *down)):
        groups.setdefault(root(at), []).append(rule)
    return [group for group in groups.values() if len(group) > 1]


def _table(frame: _Frame, words: Sequence[Word]) -> Table | None:
    heights = _distinct(rule.bottom for rule in frame.across)
    if heights and len(frame.down) > 2:
        heights = _open_ended(heights, frame.down)
    if len(heights) < 2:
        return None
    left = min(rule.left for rule in (*frame.across, *frame.down)) - _NEAR
    right = max(rule.right for rule in (*frame.across, *frame.down)) + _NEAR
    words = [word for word in words if left <= _middle(word.box)[0] <= right]
    inside = [word for word in words if heights[0] < _middle(word.box)[1] < heights[-1]]
    edges = _distinct(rule.left for rule in frame.down)[1:-1] if len(frame.down) > 2 else []
    if not edges:
        edges = gutters(inside, least=0.6)
    if not inside or not edges:
        return None
    if not frame.down:
        heights = _extended(heights, edges, words)
        inside = [word for word in words if heights[0] < _middle(word.box)[1] < heights[-1]]
    rows: list[list[list[Word]]] = [[[] for _ in range(len(edges) + 1)] for _ in range(len(heights) - 1)]
    for word in inside:
        across, up = _middle(word.box)
        down = len(heights) - 1 - bisect_right(heights, up)
        column = _column(frame, edges, across, up) if frame.down else bisect_right(edges, word.box.left + 1)
        rows[_first_of_span(frame, heights, down, across)][column].append(word)
    rows = [row for row in rows if any(row)]
    several = [row for row in rows if sum(map(bool, row)) > 1]
    shared = sum(len(cell) for row in several for cell in row)
    least = 1 if len(frame.down) > 2 and _is_short(rows) else max(2, 0.4 * len(rows))  # a grid can have empty cells
    return Table(rows) if len(several) >= least and (least == 1 or shared >= 0.4 * len(inside)) else None


def _open_ended(heights: list[float], down: list[Box]) -> list[float]:
    """Add the ends of vertical rules that go on past the last horizontal one, as where a page parts a table."""
    foot, top = min(rule.bottom for rule in down), max(rule.top for rule in down)
    below = sum(rule.bottom - foot < _NEAR for rule in down) > 2 and heights[0] - foot > 2 * _NEAR
    above = sum(top - rule.top < _NEAR for rule in down) > 2 and top - heights[-1] > 2 * _NEAR
    return [*([foot] if below else []), *heights, *([top] if above else [])]


def _is_short(rows: list[list[list[Word]]]) -> bool:
    """True if no cell holds a sentence: one row in rules is then part of a table that stands on two pages."""
    return all(len(cell) <= _SENTENCE for row in rows for cell in row)


def _extended(heights: list[float], edges: list[float], words: list[Word]) -> list[float]:
    """Add the row above the first rule and the one below the last, where rules stand only between rows."""
    above = printed_rows(word for word in words if word.box.bottom > heights[-1])[::-1]
    below = printed_rows(word for word in words if word.box.top < heights[0])
    top, foot = _beside(above, edges, heights[-1]), _beside(below, edges, heights[0])
    return [
        *([min(word.box.bottom for row in foot for word in row) - 1] if foot else []),
        *heights,
        *([max(word.box.top for row in top for word in row) + 1] if top else []),
    ]


def _beside(rows: list[list[Word]], edges: list[float], height: float) -> list[list[Word]]:
    """Give the printed rows next to a rule, up to one that a gutter does not part; none unless one has words on both sides."""
    taken: list[list[Word]] = []
    for row in rows:
        crossing = any(word.box.left < edge < word.box.right for word in row for edge in edges)
        tight = any(
            one.box.right < edge < two.box.left and two.box.left - one.box.right < 0.9 * one.size
            for one, two in itertools.pairwise(row)
            for edge in edges
        )
        if crossing or tight or abs(row[0].box.bottom - height) > 2.2 * row[0].size:
            break
        taken.append(row)
        height = row[0].box.bottom
    while taken and not (
        taken[-1][0].box.left < edges[-1] < taken[-1][-1].box.right or taken[-1][0].text[:1].islower()
    ):
        taken.pop()
    return taken if any(row[0].box.left < edges[-1] < row[-1].box.right for row in taken) else []


def _column(frame: _Frame, edges: list[float], across: float, up: float) -> int:
    """Give the first column of the cell at a place; a cell extends over the edges at which no rule is drawn beside it."""
    column = bisect_right(edges, across)
    while column > 0:
        edge = edges[column - 1]
        if any(
            abs(rule.left - edge) <= 2 * _NEAR and rule.bottom - _NEAR <= up <= rule.top + _NEAR for rule in frame.down
        ):
            return column
        column -= 1
    return 0


def _first_of_span(frame: _Frame, heights: list[float], down: int, across: float) -> int:
    """Give the first row of a cell that extends over several: no rule is drawn above the others at its place."""
    while down > 0:
        height = heights[len(heights) - 1 - down]
        if any(
            abs(rule.bottom - height) <= 2 * _NEAR and rule.left - _NEAR <= across <= rule.right + _NEAR
            for rule in frame.across
        ):
            return down
        down -= 1
    return 0


def _distinct(places: Iterable[float]) -> list[float]:
    distinct: list[float] = []
    for place in sorted(places):
        if not distinct or place - distinct[-1] > 2 * _NEAR:
            distinct.append(place)
    return distinct


def _middle(box: Box) -> tuple[float, float]:
    return (box.left + box.right) / 2, (box.bottom + box.top) / 2
