"""Pages of PDFs drawn with words marked."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw

from ingest.readers.pictures import draw_page
from ingest.readers.rectangles import Rectangle, rectangles

_FILL = (255, 236, 110)
_OUTLINE = (184, 92, 0)
_MARGIN = 2  # pixels between the words and the outline


def draw_marked(path: Path, page: int, marks: Sequence[tuple[str, int]]) -> tuple[bytes, int]:
    """Draw a page with words marked.

    Args:
        path: a PDF.
        page: the page's number, from 1.
        marks: the words, each with which of their occurrences on the page is meant, as `rectangles` counts.

    Returns:
        The picture as PNG, and how many of the marks were found on the page.

    Raises:
        ReadError: the page cannot be drawn.
    """
    image = draw_page(path, page)
    places = [rectangles(path, page, words, occurrence) for words, occurrence in marks]
    image = _marked(image, [rectangle for lines in places for rectangle in lines])
    png = BytesIO()
    image.save(png, "PNG", compress_level=2)
    return png.getvalue(), sum(map(bool, places))


def _marked(image: Image.Image, places: Sequence[Rectangle]) -> Image.Image:
    """Highlight the places and outline each."""
    boxes = [
        (
            place.left * image.width - _MARGIN,
            place.top * image.height - _MARGIN,
            place.right * image.width + _MARGIN,
            place.bottom * image.height + _MARGIN,
        )
        for place in places
    ]
    pen = Image.new("RGB", image.size, "white")
    drawing = ImageDraw.Draw(pen)
    for box in boxes:
        drawing.rectangle(box, fill=_FILL)
    image = ImageChops.multiply(image, pen)
    drawing = ImageDraw.Draw(image)
    for box in boxes:
        drawing.rectangle(box, outline=_OUTLINE, width=2)
    return image
