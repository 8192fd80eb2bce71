"""What a PDF's page draws, in the order in which it is drawn, and whether text among it can be seen."""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Any, ClassVar

from pypdfium2 import raw

from ingest.readers.characters import Box

_DEEPEST = 5  # forms within forms
_MOST_OBJECTS = 20_000  # of a page; maps and plans have more, text has not
_ALIKE = 15  # of 255: colours that differ less cannot be told apart
_PALE = 160  # of 255: the least of a light colour
_SMALLEST = 1.0  # points
_LARGE = 0.5  # of the page: an image that fills more is a scan, and the words below it are what it shows

_Matrix = tuple[float, float, float, float, float, float]
_Colour = tuple[int, int, int, int]


class Unseen(StrEnum):
    """Why nobody sees a piece of text."""

    INVISIBLE = "invisible"
    SAME_COLOUR = "of the colour of the page"
    COVERED = "covered"
    CUT = "cut away"
    OUTSIDE = "outside the page"
    TINY = "too small to read"


@dataclass(frozen=True, slots=True)
class Shape:
    """A path or an image.

    Attributes:
        order: when it is drawn.
        fill: its colour, if it is an opaque filled rectangle.
        outlined: it is a rectangle with a drawn outline.
        visible: it leaves ink on white paper.
    """

    order: int
    box: Box
    fill: _Colour | None = None
    picture: bool = False
    outlined: bool = False
    visible: bool = True


@dataclass(frozen=True, slots=True)
class Drawn:
    """A text object: when it is drawn, and how; `clip` is the box outside which nothing of it shows."""

    order: int
    size: float
    angle: int
    mode: int
    colour: _Colour
    clip: Box | None = None

    UNKNOWN: ClassVar["Drawn"]

    @property
    def pale(self) -> bool:
        """True if its colour is light."""
        return min(self.colour[:3]) > _PALE


Drawn.UNKNOWN = Drawn(0, 10.0, 0, 0, (0, 0, 0, 255))


@dataclass
class Objects:
    """A page's text objects by address, and its shapes in the order in which they are drawn."""

    texts: dict[int, Drawn] = field(default_factory=dict)
    shapes: list[Shape] = field(default_factory=list)

    @cached_property
    def grounds(self) -> list[Shape]:
        """The shapes that can hide text or lie below it."""
        return [
            shape
            for shape in self.shapes
            if (shape.fill or shape.picture)
            and shape.box.right - shape.box.left > _SMALLEST
            and shape.box.top - shape.box.bottom > 3 * _SMALLEST
        ]


def drawn_objects(page: Any) -> Objects:
    """Give what a page draws, forms within it included."""
    found = Objects()
    handles = (raw.FPDFPage_GetObject(page, at) for at in range(raw.FPDFPage_CountObjects(page)))
    for order, (handle, matrix) in enumerate(_all(handles, (1, 0, 0, 1, 0, 0), 0)):
        if order > _MOST_OBJECTS:
            break
        kind = raw.FPDFPageObj_GetType(handle)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            found.texts[ctypes.cast(handle, ctypes.c_void_p).value or 0] = _text(handle, matrix, order)
        elif kind in (raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE):
            found.shapes.append(_shape(handle, matrix, order, kind == raw.FPDF_PAGEOBJ_IMAGE))
    return found


def _all(handles: Iterator[Any], matrix: _Matrix, depth: int) -> Iterator[tuple[Any, _Matrix]]:
    for handle in handles:
        if raw.FPDFPageObj_GetType(handle) != raw.FPDF_PAGEOBJ_FORM:
            yield handle, matrix
        elif depth < _DEEPEST:
            inner = (raw.FPDFFormObj_GetObject(handle, at) for at in range(raw.FPDFFormObj_CountObjects(handle)))
            yield from _all(inner, _product(_matrix(handle), matrix), depth + 1)


def _matrix(handle: Any) -> _Matrix:
    found = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(handle, found):
        return (1, 0, 0, 1, 0, 0)
    return (found.a, found.b, found.c, found.d, found.e, found.f)


def _product(one: _Matrix, two: _Matrix) -> _Matrix:
    a, b, c, d, e, f = one
    p, q, r, s, t, u = two
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _text(handle: Any, outer: _Matrix, order: int) -> Drawn:
    a, b, c, d, *_ = _product(_matrix(handle), outer)
    size = ctypes.c_float()
    raw.FPDFTextObj_GetFontSize(handle, size)
    mode = raw.FPDFTextObj_GetTextRenderMode(handle)
    colour = _colour(handle, stroked=mode in (1, 5))
    angle = round(math.degrees(math.atan2(b, a))) % 360
    return Drawn(order, abs(size.value) * math.sqrt(abs(a * d - b * c)), angle, mode, colour, _clip(handle))


def _clip(handle: Any) -> Box | None:
    path = raw.FPDFPageObj_GetClipPath(handle)
    if not path or raw.FPDFClipPath_CountPaths(path) < 1:
        return None
    count = raw.FPDFClipPath_CountPathSegments(path, 0)
    if not 4 <= count <= 6:  # not a rectangle
        return None
    x, y = ctypes.c_float(), ctypes.c_float()
    points = []
    for at in range(0, 4):
        raw.FPDFPathSegment_GetPoint(raw.FPDFClipPath_GetPathSegment(path, 0, at), x, y)
        points.append((x.value, y.value))
    across, up = zip(*points, strict=True)
    return Box(min(across), min(up), max(across), max(up))


def _colour(handle: Any, stroked: bool) -> _Colour:
    parts = [ctypes.c_uint() for _ in range(4)]
    get = raw.FPDFPageObj_GetStrokeColor if stroked else raw.FPDFPageObj_GetFillColor
    if not get(handle, *parts):
        return (0, 0, 0, 255)
    red, green, blue, alpha = (part.value for part in parts)
    return (red, green, blue, alpha)


def _shape(handle: Any, matrix: _Matrix, order: int, picture: bool) -> Shape:
    edges = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(handle, *edges)
    left, bottom, right, top = (edge.value for edge in edges)
    a, b, c, d, e, f = matrix
    corners = [(a * x + c * y + e, b * x + d * y + f) for x in (left, right) for y in (bottom, top)]
    across, up = zip(*corners, strict=True)
    box = Box(min(across), min(up), max(across), max(up))
    if picture:
        return Shape(order, box, picture=True)
    filling, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(handle, filling, stroke)
    rectangle = raw.FPDFPath_CountSegments(handle) in (4, 5)
    fill = _colour(handle, stroked=False) if filling.value else None
    line = _colour(handle, stroked=True) if stroke.value else None
    visible = any(colour and colour[3] > _ALIKE and min(colour[:3]) < 255 - _ALIKE for colour in (fill, line))
    solid = fill if rectangle and fill and fill[3] > 255 - _ALIKE else None
    return Shape(order, box, solid, outlined=bool(rectangle and line), visible=visible)


def is_unseen(text: Drawn, box: Box, crop: Box, objects: Objects, page: Any) -> Unseen | None:
    """Tell why nobody sees a piece of text; None if it is seen.

    Args:
        text: the object that draws it.
        box: its place on the page as the file describes it.
        crop: the part of the page that is displayed.
        objects: what the page draws.
        page: the page, to look at where the drawing alone does not tell.
    """
    middle = ((box.left + box.right) / 2, (box.bottom + box.top) / 2)
    if not crop.has(*middle):
        return Unseen.OUTSIDE
    if text.size < _SMALLEST and box.top - box.bottom < 2 * _SMALLEST:
        return Unseen.TINY
    if text.clip and not text.clip.has(*middle):
        return Unseen.CUT
    around = [shape for shape in objects.grounds if _holds(shape.box, box)] if objects.grounds else []
    if text.mode in (3, 7) or text.colour[3] < _ALIKE:
        return None if any(shape.picture for shape in around) else Unseen.INVISIBLE
    whole = (crop.right - crop.left) * (crop.top - crop.bottom)
    for shape in around:
        scan = shape.picture and _size(shape.box) > _LARGE * whole
        if shape.order > text.order and (shape.fill or (not scan and _is_blank(page, box, crop))):
            return Unseen.COVERED
    return Unseen.SAME_COLOUR if _blends(text, around) else None


def _blends(text: Drawn, around: list[Shape]) -> bool:
    """True if what lies below the text has its colour."""
    ground: _Colour | None = (255, 255, 255, 255)
    for shape in around:
        if shape.order < text.order:
            ground = shape.fill
    if ground is None:  # a picture
        return False
    red, green, blue, _ = text.colour
    return abs(red - ground[0]) < _ALIKE and abs(green - ground[1]) < _ALIKE and abs(blue - ground[2]) < _ALIKE


def _holds(outer: Box, inner: Box) -> bool:
    """True if one box holds the middle part of another; print seldom fills the box that its font allows."""
    wide, high = inner.right - inner.left, inner.top - inner.bottom
    return (
        outer.left <= inner.left + 0.1 * wide
        and outer.right >= inner.right - 0.1 * wide
        and outer.bottom <= inner.bottom + 0.3 * high
        and outer.top >= inner.top - 0.3 * high
    )


def _size(box: Box) -> float:
    return (box.right - box.left) * (box.top - box.bottom)


def _is_blank(page: Any, box: Box, crop: Box) -> bool:
    """True if the page shows one colour where the text is."""
    edges = (box.left - crop.left, box.bottom - crop.bottom, crop.right - box.right, crop.top - box.top)
    if page.get_rotation() or min(edges) < 0:
        return False
    seen = page.render(scale=2, crop=edges, grayscale=True).to_numpy()
    return bool(seen.size and int(seen.max()) - int(seen.min()) < _ALIKE)
