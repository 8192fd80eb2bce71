"""A PDF page as PDFium sees it: each piece of print with its place, and the rules and pictures beside it."""

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import pypdfium2
from pypdfium2 import raw

from ingest.readers.characters import Box
from ingest.readers.layout.drawing import Drawn, Shape, Unseen, drawn_objects, is_unseen
from ingest.readers.pdfium import PDFIUM

_MOST_CHARACTERS = 60_000  # of a page whose places are looked up; a full page of print has some 6,000
_THINNEST = 3.0  # points: a filled shape no thicker is a rule


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of print without a space: a word, or a part of one.

    Attributes:
        box: its place on the page as displayed, in points from the left and the foot.
        size: the size of its type, in points.
        angle: how far its line is turned, in degrees from 0 to 359; 0 runs to the right.
        pale: its colour is light.
        unseen: why nobody sees it, if nobody does.
        spaced: a space or the start of a line is before it.
    """

    box: Box
    size: float
    angle: int
    pale: bool
    unseen: Unseen | None
    spaced: bool = True


@dataclass(frozen=True)
class Sheet:
    """A page.

    Attributes:
        letters: the letters and digits of its print, in PDFium's order.
        owners: for each of the letters, the number of its mark.
        rules: horizontal and vertical lines, each as a thin box.
        pictures: the boxes of images.
    """

    width: float
    height: float
    marks: list[Mark]
    letters: str
    owners: list[int]
    rules: list[Box]
    pictures: list[Box]

    @property
    def scanned(self) -> bool:
        """True if images fill much of the page."""
        return sum(_area(box) for box in self.pictures) > 0.3 * self.width * self.height

    @property
    def dumb(self) -> bool:
        """True if most of its print has no letters, as with symbols that only its font can tell."""
        silent = len(self.marks) - len(set(self.owners))
        return silent >= 8 and silent > 0.5 * len(self.marks)


def open_sheets(data: bytes) -> Iterator[Sheet | None]:
    """Give each page of a PDF; None for one that PDFium cannot read.

    Nothing here raises an error: pypdf has read the file already, and tells what is wrong with it.
    """
    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError:
            return
        count = len(document)
    try:
        for number in range(count):
            sheet = None
            with PDFIUM, suppress(Exception):  # a parser can raise anything on arbitrary bytes
                page = document[number]
                sheet = _sheet(page)
                page.close()
            yield sheet
    finally:
        with PDFIUM:
            document.close()


def plain_letters(text: str) -> str:
    """Give only the letters and digits, without accents, with ligatures as letters."""
    if text.isascii():
        return "".join(filter(str.isalnum, text))
    return "".join(char for char in unicodedata.normalize("NFKD", text) if char.isalnum())


def _area(box: Box) -> float:
    return max(box.right - box.left, 0) * max(box.top - box.bottom, 0)


def _sheet(page: Any) -> Sheet | None:
    textpage = page.get_textpage()
    count = textpage.count_chars()
    if count > _MOST_CHARACTERS:
        return None
    turns = page.get_rotation() // 90
    crop = Box(*page.get_cropbox())
    shown = crop.turned(turns)
    text = textpage.get_text_range() if count else ""
    if len(text) != count:  # letters beyond the basic plane take two places
        text = "".join(chr(raw.FPDFText_GetUnicode(textpage, at)) for at in range(count))
    objects = drawn_objects(page)
    marks: list[Mark] = []
    letters: list[str] = []
    owners: list[int] = []
    for start, end, drawn in _pieces(textpage, text, objects):
        found = plain_letters(text[start:end])
        box = _box(textpage, start, end)
        mark_box = _moved(box.turned(turns), shown)
        angle = (drawn.angle - 90 * turns) % 360  # the page is turned clockwise
        unseen = is_unseen(drawn, box, crop, objects, page)
        spaced = start == 0 or not text[start - 1].isprintable() or text[start - 1].isspace()
        marks.append(Mark(mark_box, drawn.size, angle, drawn.pale, unseen, spaced))
        letters.append(found)
        owners += [len(marks) - 1] * len(found)
    shapes = objects.shapes
    return Sheet(
        width=shown.right - shown.left,
        height=shown.top - shown.bottom,
        marks=marks,
        letters="".join(letters),
        owners=owners,
        rules=[_moved(box.turned(turns), shown) for shape in shapes for box in _rules(shape)],
        pictures=[_moved(shape.box.turned(turns), shown) for shape in shapes if shape.picture],
    )


def _moved(box: Box, shown: Box) -> Box:
    return Box(box.left - shown.left, box.bottom - shown.bottom, box.right - shown.left, box.top - shown.bottom)


def _pieces(textpage: Any, text: str, objects: Any) -> Iterator[tuple[int, int, Drawn]]:
    """Give `(start, end, object)` of each run of characters without a space that one text object draws."""
    start = 0
    for at in range(len(text) + 1):
        if at < len(text) and not (text[at].isspace() or text[at] in "\x00\x02\ufffe"):
            continue
        if at > start:
            first, last = (_address(textpage, place) for place in (start, at - 1))
            if first == last:
                yield start, at, objects.texts.get(first, Drawn.UNKNOWN)
            else:
                begun, whose = start, first
                for place in range(start + 1, at):
                    now = _address(textpage, place)
                    if now != whose:
                        yield begun, place, objects.texts.get(whose, Drawn.UNKNOWN)
                        begun, whose = place, now
                yield begun, at, objects.texts.get(whose, Drawn.UNKNOWN)
        start = at + 1


def _address(textpage: Any, at: int) -> int:
    return ctypes.cast(raw.FPDFText_GetTextObject(textpage, at), ctypes.c_void_p).value or 0


def _box(textpage: Any, start: int, end: int) -> Box:
    box = _character_box(textpage, start)
    return box | _character_box(textpage, end - 1) if end - start > 1 else box


def _character_box(textpage: Any, at: int) -> Box:
    rectangle = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(textpage, at, rectangle)
    left, right = sorted((rectangle.left, rectangle.right))
    bottom, top = sorted((rectangle.bottom, rectangle.top))
    return Box(left, bottom, right, top)


def _rules(shape: Shape) -> Iterator[Box]:
    """Give the lines that a shape draws: itself if it is thin, or its four sides if it is an outlined rectangle."""
    if shape.picture or not shape.visible:
        return
    box = shape.box
    wide, high = box.right - box.left, box.top - box.bottom
    if min(wide, high) <= _THINNEST:
        if max(wide, high) > 2 * _THINNEST:
            yield box
    elif shape.outlined and math.isfinite(wide + high):
        yield Box(box.left, box.bottom, box.right, box.bottom)
        yield Box(box.left, box.top, box.right, box.top)
        yield Box(box.left, box.bottom, box.left, box.top)
        yield Box(box.right, box.bottom, box.right, box.top)
