"""The letters of a PDF page with their places, from PDFium's boxes and baselines."""

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pypdfium2 import raw


@dataclass(frozen=True, slots=True)
class Letter:
    """A character in the frame of its own direction: `x` runs along its line and `y` up from it; a sign has no text."""

    text: str
    space: bool
    x: float
    right: float
    y: float
    height: float
    angle: int
    mapped: bool
    order: int
    box: tuple[float, float, float, float]


def plain(text: str) -> str:
    """Give only the letters and digits, without accents, with ligatures as letters."""
    return "".join(char for char in unicodedata.normalize("NFKD", text) if char.isalnum())


def letters_of(textpage: Any) -> Iterator[Letter]:
    """Give the characters of a page, those that PDFium made up left out."""
    x, y, left, right, bottom, top = (ctypes.c_double() for _ in range(6))
    loose, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    for at in range(textpage.count_chars()):
        if raw.FPDFText_IsGenerated(textpage, at) == 1:
            continue
        char = chr(raw.FPDFText_GetUnicode(textpage, at))
        raw.FPDFText_GetCharOrigin(textpage, at, x, y)
        raw.FPDFText_GetLooseCharBox(textpage, at, loose)
        if not char.isspace():
            raw.FPDFText_GetCharBox(textpage, at, left, right, bottom, top)
        angle = 0
        if raw.FPDFText_GetCharAngle(textpage, at) and raw.FPDFText_GetMatrix(textpage, at, matrix):
            angle = _angle(
                math.degrees(math.atan2(matrix.b, matrix.a))
            )  # PDFium's own also turns with a made-up italic
        mapped = raw.FPDFText_HasUnicodeMapError(textpage, at) != 1 and char not in "\x00\ufffd"
        across, up, far, height = x.value, y.value, loose.right, loose.top - loose.bottom
        if angle:
            (one, low), (two, high) = (
                _turned(*corner, angle) for corner in ((loose.left, loose.bottom), (loose.right, loose.top))
            )
            across, up = _turned(across, up, angle)
            far, height = max(one, two), high - low
        letters = plain(char) if char > "\x7f" else char if char.isalnum() else ""
        box = (left.value, bottom.value, right.value, top.value)
        yield Letter(letters, char.isspace(), across, far, up, abs(height), angle, mapped, at, box)


def _angle(turned: float) -> int:
    """Give an angle in degrees; a slope of a few degrees is none."""
    upright = round(turned / 90) * 90
    return (upright if abs(turned - upright) < 8 else round(turned)) % 360


def _turned(x: float, y: float, angle: int) -> tuple[float, float]:
    sine, cosine = math.sin(math.radians(angle)), math.cos(math.radians(angle))
    return x * cosine + y * sine, y * cosine - x * sine
