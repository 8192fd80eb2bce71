"""The tables of names in `ingest/data`."""

import csv
from pathlib import Path

_DATA = Path(__file__).parents[1] / "data"


def read_rows(name: str) -> list[dict[str, str]]:
    """Read the rows of a table by its file name."""
    with (_DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def split_cell(cell: str) -> tuple[str, ...]:
    """Split a cell that lists several names or codes."""
    return tuple(filter(None, cell.split("|")))
