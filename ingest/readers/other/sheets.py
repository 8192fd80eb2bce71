"""Reads Excel workbooks with openpyxl: each sheet that is shown is a page."""

import warnings
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from ingest.errors import ReadError
from ingest.readers.flow import Block, Cell, block_lines, table_blocks
from ingest.readers.flow.archive import Archive
from ingest.readers.result import Reading, check_size

_MOST_ROWS, _MOST_COLUMNS = 50_000, 200
_LONGEST_CELL = 32_767  # characters; Excel's own bound, which a string that many cells share can break


def read(path: Path, data: bytes) -> Reading:
    """Read the values of a workbook as they are shown.

    Raises:
        ReadError: the file is damaged, locked or too large.
    """
    Archive(path, data).check()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of parts of a workbook that hold no text
            book = load_workbook(BytesIO(data), read_only=True, data_only=True)
            sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
            pages = [
                block_lines(at, [Block(sheet.title, 1), *_blocks(path, sheet.iter_rows(max_col=_MOST_COLUMNS))])
                for at, sheet in enumerate(sheets, 1)
            ]
            book.close()
    except (ReadError, MemoryError):
        raise
    except Exception as error:  # a parser can raise anything on arbitrary bytes
        raise ReadError(path, f"is a damaged Excel workbook ({type(error).__name__})") from error
    return Reading("XLSX", pages)


def _blocks(path: Path, rows: Iterable[Iterable[Any]]) -> Iterator[Block]:
    """Give the tables of a sheet, which empty rows divide."""
    table: list[list[Cell]] = []
    characters = 0
    for row in islice(rows, _MOST_ROWS):
        texts = [_shown(cell) for cell in row]
        characters += sum(map(len, texts))
        check_size(path, characters)
        if any(texts):
            table.append([Cell((Block(text),) if text else ()) for text in texts])
        else:
            yield from table_blocks(table)
            table = []
    yield from table_blocks(table)


def _shown(cell: Any) -> str:
    value, form = cell.value, str(getattr(cell, "number_format", "") or "")
    if value is None:
        return ""
    if isinstance(value, datetime):
        bare = value.time() == time(0)
        return value.strftime("%d/%m/%Y" if bare else "%d/%m/%Y %H:%M")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return _number(value, form)
    return " ".join(str(value)[:_LONGEST_CELL].split())


def _number(value: float, form: str) -> str:
    """Write a number as its format shows it, as far as percentages, decimals, thousands and pounds."""
    form = form.split(";")[0]
    places = len(form.partition(".")[2].split("%")[0].rstrip('_)" ')) if "." in form else 0
    thousands = "," if "#,##0" in form else ""
    if "%" in form:
        return f"{value * 100:.{places}f}%"
    if form in ("", "General", "@"):
        return f"{value:.10g}" if isinstance(value, float) else str(value)
    pound = "£" if "£" in form else ""
    return f"{pound}{value:{thousands}.{places}f}"
