"""Where words stand on a PDF's page as it is seen, for highlighting them there.

The words come from another library than the places (pypdf reads, PDFium places), and were cleaned since. So letters and
digits alone are compared, in the order in which the page writes them.
"""

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pypdfium2
from pypdfium2 import raw

from ingest.errors import ReadError
from ingest.readers.pdfium import PDFIUM

_GRID = 1 << 24  # PDFium gives places on the seen page in whole steps; this many to its side

_RAISED = 0.4  # of a font's height, how far above its line a footnote's number stands at most
_GAP = 2.5  # of a font's height, how wide the space between two words of a justified line is at most


@dataclass(frozen=True)
class Rectangle:
    """A place on a page as it is seen, in fractions of its width and height from the left and from the top."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class _Box:
    """A place on a page as it is written, in points from the left and from the foot."""

    left: float
    bottom: float
    right: float
    top: float

    def __or__(self, other: "_Box") -> "_Box":
        return _Box(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )

    @property
    def is_empty(self) -> bool:
        return self.left >= self.right or self.bottom >= self.top

    def turned(self, quarters: int) -> "_Box":
        """Turn clockwise about the origin, so that a line written upwards (one quarter) runs to the right."""
        box = self
        for _ in range(quarters % 4):
            box = _Box(box.bottom, -box.right, box.top, -box.left)
        return box


@dataclass(frozen=True)
class _Char:
    """A printed character.

    Attributes:
        ink: where it stands on the page.
        upright: the same, turned so that its line runs to the right.
        body: what its font allows to any character, turned likewise.
        base: how high the line is on which it stands, turned likewise.
    """

    ink: _Box
    upright: _Box
    body: _Box
    base: float

    def follows(self, last: "_Char") -> bool:
        """True where it stands on the same line as the last character, neither back at a margin nor in another column."""
        height = max(self.body.top - self.body.bottom, last.body.top - last.body.bottom)
        level = abs(self.base - last.base) < _RAISED * height
        middle = (self.upright.left + self.upright.right) / 2
        return level and last.upright.left <= middle and self.upright.left - last.upright.right < _GAP * height


def rectangles(path: Path, page: int, text: str, occurrence: int = 0) -> list[Rectangle]:
    """Give one rectangle for each printed line of the words, in reading order.

    Args:
        path: a PDF.
        page: the page's number, from 1.
        text: words as Kloe stores them for that page; spaces, hyphens and punctuation may differ from the print.
        occurrence: which of several places with these words, from 0.

    Returns:
        None at all where the words do not stand on that page, or not that often.

    Raises:
        ReadError: the file cannot be read as a PDF.
    """
    with PDFIUM, _open_page(path, page) as opened:
        if opened is None:
            return []
        seen, textpage = opened
        run = _find(textpage, text, occurrence)
        return [_on_seen_page(seen, line) for line in _lines(textpage, run)]


@contextmanager
def _open_page(path: Path, page: int) -> Iterator[tuple[Any, Any] | None]:
    """Open a page and its text; None where the file has no such page."""
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
    """Give the letters and digits alone, without accents, a ligature as its letters."""
    return "".join(char for char in unicodedata.normalize("NFKD", text) if char.isalnum())


def _find(textpage: Any, text: str, occurrence: int) -> range:
    """Give the page's characters that are the text, its outer punctuation included."""
    written = [chr(raw.FPDFText_GetUnicode(textpage, at)) for at in range(textpage.count_chars())]
    spread = [(letter, at) for at, char in enumerate(written) for letter in _letters(char)]
    places = [at for _, at in spread]
    wanted = _letters(text)
    runs = [
        range(places[start], places[start + len(wanted) - 1] + 1)
        for start in _starts("".join(letter for letter, _ in spread), wanted)
    ]
    runs = [run for run in runs if _is_whole(written, run)] or runs
    return _with_punctuation(written, runs[occurrence], text) if 0 <= occurrence < len(runs) else range(0)


def _starts(page: str, wanted: str) -> Iterator[int]:
    start = page.find(wanted) if wanted else -1
    while start >= 0:
        yield start
        start = page.find(wanted, start + 1)


def _is_whole(written: list[str], run: range) -> bool:
    """True where neither end of the run lies inside a word."""
    beside = written[max(run.start - 1, 0) : run.start] + written[run.stop : run.stop + 1]
    return not any(char.isalnum() for char in beside)


def _with_punctuation(written: list[str], run: range, text: str) -> range:
    """Widen a run by the marks that the text has before its first and after its last letter."""
    start, stop = run.start, run.stop
    inner = [at for at, char in enumerate(text) if _letters(char)]
    for mark in reversed(text[: inner[0]]):
        start -= written[start - 1 : start] == [mark]
    for mark in text[inner[-1] + 1 :]:
        stop += written[stop : stop + 1] == [mark]
    return range(start, stop)


def _lines(textpage: Any, run: range) -> list[_Box]:
    """Give the box of each printed line of a run of characters."""
    lines: list[_Box] = []
    last = None
    for at in run:
        char = _char(textpage, at)
        if char is None:
            continue
        if last is not None and char.follows(last):
            lines[-1] |= char.ink
        else:
            lines.append(char.ink)
        last = char
    return lines


def _char(textpage: Any, at: int) -> _Char | None:
    """Measure a character; None for a space, and for what PDFium adds to the text."""
    if chr(raw.FPDFText_GetUnicode(textpage, at)).isspace() or raw.FPDFText_IsGenerated(textpage, at) == 1:
        return None
    ink, body = (_Box(*textpage.get_charbox(at, loose)) for loose in (False, True))
    if ink.is_empty:  # the font leaves out how far its ink goes
        ink = body
    if ink.is_empty:
        return None
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(textpage, at, x, y)
    quarters = -round(raw.FPDFText_GetCharAngle(textpage, at) / (math.pi / 2))  # PDFium's angle is clockwise
    origin = _Box(x.value, y.value, x.value, y.value).turned(quarters)
    return _Char(ink, ink.turned(quarters), body.turned(quarters), origin.bottom)


def _on_seen_page(page: Any, box: _Box) -> Rectangle:
    """Turn and crop as the page is seen."""
    corners = [_seen(page, x, y) for x, y in ((box.left, box.bottom), (box.right, box.top))]
    (left, right), (top, bottom) = (sorted(axis) for axis in zip(*corners, strict=True))
    return Rectangle(left, top, right, bottom)


def _seen(page: Any, x: float, y: float) -> tuple[float, float]:
    across, down = ctypes.c_int(), ctypes.c_int()
    raw.FPDF_PageToDevice(page, 0, 0, _GRID, _GRID, 0, x, y, across, down)
    return min(max(across.value / _GRID, 0.0), 1.0), min(max(down.value / _GRID, 0.0), 1.0)
