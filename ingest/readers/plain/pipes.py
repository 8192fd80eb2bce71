"""Finds tables that are typed with bars between the cells."""

import re
from collections.abc import Iterator, Sequence

from ingest.readers.flow import Block, Cell, table_blocks

_SIGNS = frozenset("|+=-: \t")


def split_tables(rows: Sequence[str]) -> Iterator[str | list[Block]]:
    """Give each line outside a table as it is, and each table as its blocks."""
    at = 0
    while at < len(rows):
        end = at
        while end < len(rows) and ("|" in rows[end] or (end > at and _is_rule(rows[end]))):
            end += 1
        table = rows[at:end]
        if _is_table(table):
            yield _read(table)
            at = end
        else:
            yield from rows[at : max(end, at + 1)]
            at = max(end, at + 1)


def _is_table(rows: Sequence[str]) -> bool:
    """True for two rows or more that have the same number of cells, or a rule under their heads."""
    rows = [row for row in rows if not re.fullmatch(r"[\s+=-]*", row)]
    counts = {len(_cells(row)) for row in rows if not _is_rule(row)}
    ruled = any(map(_is_rule, rows))
    framed = all(row.strip().startswith("|") for row in rows)
    filled = sum(map(_is_divided, rows))
    return (
        len(rows) > 1
        and max(counts, default=0) > 1
        and filled > 0
        and (ruled or (framed and filled > 1) or (len(counts) == 1 and filled > 1))
    )


def _is_divided(row: str) -> bool:
    """True if a bar has words on both sides."""
    first, last = re.search(r"\w", row), re.search(r"\w", row[::-1])
    return first is not None and last is not None and "|" in row[first.end() : -last.end()]


def _read(rows: Sequence[str]) -> list[Block]:
    ruled = next((at for at, row in enumerate(rows) if at and _is_rule(row)), 0)
    several = sum(bool(_is_rule(row)) for row in rows) > 3  # rules between all rows
    cells = []
    for at, row in enumerate(rows):
        if not _is_rule(row):
            head = at < ruled and (not several or at < 2)
            cells.append([Cell((Block(text),) if text else (), head) for text in _cells(row)])
    return table_blocks(cells)


def _cells(row: str) -> list[str]:
    bare = row.strip().removeprefix("|")
    bare = bare if bare.endswith("\\|") else bare.removesuffix("|")
    return [cell.replace("\\|", "|").strip() for cell in re.split(r"(?<!\\)\|", bare)]


def _is_rule(row: str) -> bool:
    """True for a line that only divides rows."""
    return ("--" in row or "==" in row) and _SIGNS.issuperset(row)
