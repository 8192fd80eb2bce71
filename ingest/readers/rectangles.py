"""Finds where words are on a PDF's page, so that they can be highlighted.

The words were read by pypdf and then cleaned, while PDFium gives the places. So only letters and digits are compared, in
the order in which the page has them; where columns or the cells of a table were put in another order, by the longest parts
that the page has.
"""

import ctypes
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
from pypdfium2 import raw

from ingest.errors import ReadError
from ingest.readers.characters import Box, measure
from ingest.readers.pdfium import PDFIUM

_GRID = 1 << 24  # PDFium gives places on a displayed page as whole numbers; the page is this many wide and high


@dataclass(frozen=True)
class Rectangle:
    """A rectangle on a page as displayed, in fractions of its width and height from the left and the top."""

    left: float
    top: float
    right: float
    bottom: float


def rectangles(path: Path, page: int, text: str, occurrence: int = 0) -> list[Rectangle]:
    """Give one rectangle for each printed line of the words, in reading order.

    Args:
        path: a PDF.
        page: the page's number, from 1.
        text: words as Kloe stores them for that page; spaces, hyphens and punctuation may differ from the print.
        occurrence: which occurrence of the words on the page, from 0.

    Returns:
        an empty list if the page does not have the words, or not that often.

    Raises:
        ReadError: the file cannot be read as a PDF.
    """
    with PDFIUM, _open_page(path, page) as opened:
        if opened is None:
            return []
        displayed, textpage = opened
        runs = _find(textpage, text, occurrence)
        return [_on_displayed_page(displayed, line) for run in runs for line in _lines(textpage, run)]


@contextmanager
def _open_page(path: Path, page: int) -> Iterator[tuple[Any, Any] | None]:
    """Open a page and its text; give None if the file has no such page."""
    try:
        document = pypdfium2.PdfDocument(path)
    except OSError as error:
        raise ReadError(path, f"cannot be read: {error.strerror or error}") from error
    except pypdfium2.PdfiumError as error:
        raise ReadError(path, _cause(error)) from error
    try:
        if not 1 <= page <= len(document):
            yield None
            return
        try:
            opened = document[page - 1]
            textpage = opened.get_textpage()
        except pypdfium2.PdfiumError as error:
            raise ReadError(path, f"is damaged on page {page}") from error
        yield opened, textpage
    finally:
        document.close()


def _cause(error: Any) -> str:
    if error.err_code == raw.FPDF_ERR_PASSWORD:
        return "is encrypted and needs a password"
    return "is damaged or not a PDF"


def _letters(text: str) -> str:
    """Give only the letters and digits, without accents, with ligatures as letters."""
    return "".join(char for char in unicodedata.normalize("NFKD", text) if char.isalnum())


def _find(textpage: Any, text: str, occurrence: int) -> list[range]:
    """Give the page's characters that make up the text, its outer punctuation included."""
    written = [chr(raw.FPDFText_GetUnicode(textpage, at)) for at in range(textpage.count_chars())]
    spread = [(letter, at) for at, char in enumerate(written) for letter in _letters(char)]
    places = [at for _, at in spread]
    page = "".join(letter for letter, _ in spread)
    wanted = _letters(text)
    runs = [range(places[start], places[start + len(wanted) - 1] + 1) for start in _starts(page, wanted)]
    runs = [run for run in runs if _is_whole(written, run)] or runs
    if runs or occurrence:
        return [_with_punctuation(written, runs[occurrence], text)] if 0 <= occurrence < len(runs) else []
    return [range(places[start], places[end - 1] + 1) for start, end in _parts(page, text)]


def _parts(page: str, text: str) -> list[tuple[int, int]]:
    """Find a text whose parts the page has in another order; give the `(start, end)` of each part in the page's letters.

    Each part is as long as can be, and of several places the first after the part before is taken.
    """
    words = [letters for word in text.split() if (letters := _letters(word))]
    parts: list[tuple[int, int]] = []
    at = done = 0
    while done < len(words):
        part, best = "", -1
        while done < len(words):
            start = page.find(part + words[done], at)
            if start < 0:
                start = page.find(part + words[done])
            if start < 0:
                break
            part, best = part + words[done], start
            done += 1
        if not part:
            return []
        at = best + len(part)
        parts.append((best, at))
    return parts


def _starts(page: str, wanted: str) -> Iterator[int]:
    start = page.find(wanted) if wanted else -1
    while start >= 0:
        yield start
        start = page.find(wanted, start + 1)


def _is_whole(written: list[str], run: range) -> bool:
    """True if neither end of the run is inside a word."""
    beside = written[max(run.start - 1, 0) : run.start] + written[run.stop : run.stop + 1]
    return not any(char.isalnum() for char in beside)


def _with_punctuation(written: list[str], run: range, text: str) -> range:
    """Extend a run over the punctuation before the first and after the last letter of the text."""
    start, stop = run.start, run.stop
    inner = [at for at, char in enumerate(text) if _letters(char)]
    for mark in reversed(text[: inner[0]]):
        start -= written[start - 1 : start] == [mark]
    for mark in text[inner[-1] + 1 :]:
        stop += written[stop : stop + 1] == [mark]
    return range(start, stop)


def _lines(textpage: Any, run: range) -> list[Box]:
    """Give the box of each printed line of a run of characters."""
    lines: list[Box] = []
    last = None
    for at in run:
        char = measure(textpage, at)
        if char is None:
            continue
        if last is not None and char.follows(last):
            lines[-1] |= char.ink
        else:
            lines.append(char.ink)
        last = char
    return lines


def _on_displayed_page(page: Any, box: Box) -> Rectangle:
    """Convert to the page as displayed, rotated and cropped."""
    corners = [_displayed(page, x, y) for x, y in ((box.left, box.bottom), (box.right, box.top))]
    (left, right), (top, bottom) = (sorted(axis) for axis in zip(*corners, strict=True))
    return Rectangle(left, top, right, bottom)


def _displayed(page: Any, x: float, y: float) -> tuple[float, float]:
    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, _GRID, _GRID, 0, x, y, across, down)
    return min(max(across.value / _GRID, 0.0), 1.0), min(max(down.value / _GRID, 0.0), 1.0)
