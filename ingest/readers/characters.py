"""Where characters are printed on a PDF's page."""

import ctypes
import math
from dataclasses import dataclass
from typing import Any

from pypdfium2 import raw

_RAISED = 0.4  # of a font's height: the furthest that a footnote's number is raised above its line
_GAP = 2.5  # of a font's height: the widest space between two words of a justified line


@dataclass(frozen=True)
class Box:
    """A rectangle on a page as the file describes it, unrotated, in points from the left and the foot."""

    left: float
    bottom: float
    right: float
    top: float

    def __or__(self, other: "Box") -> "Box":
        return Box(
            min(self.left, other.left),
            min(self.bottom, other.bottom),
            max(self.right, other.right),
            max(self.top, other.top),
        )

    @property
    def is_empty(self) -> bool:
        """True if it has no area."""
        return self.left >= self.right or self.bottom >= self.top

    def has(self, across: float, up: float) -> bool:
        """True if the point is inside."""
        return self.left <= across <= self.right and self.bottom <= up <= self.top

    def turned(self, quarters: int) -> "Box":
        """Turn clockwise about the origin: one quarter makes a line written upwards run to the right."""
        box = self
        for _ in range(quarters % 4):
            box = Box(box.bottom, -box.right, box.top, -box.left)
        return box


@dataclass(frozen=True)
class Character:
    """A printed character.

    Attributes:
        ink: the box of its ink on the page.
        upright: the same, turned so that its line runs to the right.
        body: the box that its font allows for any character, turned in the same way.
        base: the height of its baseline, turned in the same way.
    """

    ink: Box
    upright: Box
    body: Box
    base: float

    def follows(self, last: "Character") -> bool:
        """True if it continues the last character's line, rather than starting again at the margin or in another column."""
        height = max(self.body.top - self.body.bottom, last.body.top - last.body.bottom)
        level = abs(self.base - last.base) < _RAISED * height
        middle = (self.upright.left + self.upright.right) / 2
        return level and last.upright.left <= middle and self.upright.left - last.upright.right < _GAP * height


def measure(textpage: Any, at: int) -> Character | None:
    """Measure character number `at` of a text page; None for a space or a character that PDFium inserted."""
    if chr(raw.FPDFText_GetUnicode(textpage, at)).isspace() or raw.FPDFText_IsGenerated(textpage, at) == 1:
        return None
    ink, body = (Box(*textpage.get_charbox(at, loose)) for loose in (False, True))
    if ink.is_empty:  # the font does not say
        ink = body
    if ink.is_empty:
        return None
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(textpage, at, x, y)
    quarters = -round(raw.FPDFText_GetCharAngle(textpage, at) / (math.pi / 2))  # PDFium's angle is clockwise
    origin = Box(x.value, y.value, x.value, y.value).turned(quarters)
    return Character(ink, ink.turned(quarters), body.turned(quarters), origin.bottom)
