"""Pictures of a document's pages, with words marked in them, drawn from the file that was indexed."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw

from index import Index, Record
from index.catalogue import Source
from ingest import KloeError, Page, Span
from ingest.readers.pictures import draw_page
from ingest.readers.rectangles import Rectangle, rectangles

_FILL = (255, 236, 110)
_OUTLINE = (184, 92, 0)
_AROUND = 2  # pixels between the words and the outline


class PictureError(KloeError):
    """A page of which there is no picture; the text says why."""


@dataclass(frozen=True)
class PageImage:
    """A page drawn as PNG.

    Attributes:
        marked: how many of the marks asked for were found in the print.
        etag: changes where the file, the page or the marks do.
    """

    png: bytes
    marked: int
    etag: str


def page_image(index: Index, record: Record, number: int, marks: Sequence[tuple[int, int]] = ()) -> PageImage:
    """Draw a page with words marked.

    Args:
        number: the page's number, from 1.
        marks: `(start, end)` characters of that page's stored text; what lies outside it is left out.

    Raises:
        PictureError: the document has no such page, is no PDF, or its file is gone or not what was indexed.
        ReadError: the file cannot be drawn.
    """
    pages = index.catalogue.pages(record.id)
    page = next((page for page in pages if page.number == number), None)
    if page is None:
        raise PictureError(f"The document has {len(pages)} pages and no page {number}.")
    source = source_of(index, record)
    path = _file(source)
    inside = tuple((start, min(end, len(page.text))) for start, end in marks if start < min(end, len(page.text)))
    return _drawn(path, source.sha256, page, inside)


def parse_marks(text: str) -> list[tuple[int, int]]:
    """Read marks as they stand in a link: "120-180,300-340"."""
    return [(int(start), int(end)) for start, end in re.findall(r"(\d+)-(\d+)", text)]


def write_marks(spans: Sequence[Span], page: int) -> str:
    """Write the spans on a page as they stand in a link."""
    return ",".join(f"{span.start}-{span.end}" for span in spans if span.page == page)


def source_of(index: Index, record: Record) -> Source:
    """The indexed file behind a document.

    Raises:
        PictureError: the index names none.
    """
    held = [source for source in index.catalogue.sources().values() if source.path in record.sources]
    if len({source.sha256 for source in held}) > 1:  # two folders may each hold another document of that path
        held = [source for source in held if _prints(index, record, source)]
    if not held:
        raise PictureError("The index names no file for this document.")
    return held[0]


def _prints(index: Index, record: Record, source: Source) -> bool:
    """True for the file that bears the words of the document's first page."""
    page = index.catalogue.pages(record.id)[0]
    line = max(page.text.split("\n"), key=len)
    try:
        return bool(rectangles(_file(source), page.number, line))
    except KloeError:
        return False


def _file(source: Source) -> Path:
    """The file of a source, where it is the PDF that was indexed.

    Raises:
        PictureError: it is not.
    """
    root = Path(source.root).resolve()
    path = Path(root, source.path)
    try:
        if not path.resolve().is_relative_to(root):
            raise PictureError("The document's file lies outside the folder that was indexed.")
        with path.open("rb") as file:
            is_pdf = b"%pdf-" in file.read(1024).lower()
        stat = path.stat()
        if (stat.st_size, stat.st_mtime_ns) != (source.size, source.modified) and _digest(path) != source.sha256:
            raise PictureError("The document's file has changed since it was indexed: run `kloe index` again.")
    except OSError as error:
        raise PictureError("The document's file is not where it was indexed.") from error
    if not is_pdf:
        raise PictureError(f"The document is no PDF ({path.suffix or 'no suffix'}), so its pages have no picture.")
    return path


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@lru_cache(maxsize=64)  # some 300 kB each
def _drawn(path: Path, sha256: str, page: Page, marks: tuple[tuple[int, int], ...]) -> PageImage:
    image = draw_page(path, page.number)
    found = [
        rectangles(path, page.number, page.text[start:end], _occurrence(page.text, start, end)) for start, end in marks
    ]
    image = _marked(image, [rectangle for lines in found for rectangle in lines])
    png = BytesIO()
    image.save(png, "PNG", compress_level=2)
    etag = hashlib.sha256(f"{sha256} {page.number} {marks}".encode()).hexdigest()[:24]
    return PageImage(png.getvalue(), sum(map(bool, found)), f'"{etag}"')


def _marked(image: Image.Image, places: Sequence[Rectangle]) -> Image.Image:
    """Lay a translucent colour over the places, as a marker pen does, and draw a line around each."""
    boxes = [
        (
            place.left * image.width - _AROUND,
            place.top * image.height - _AROUND,
            place.right * image.width + _AROUND,
            place.bottom * image.height + _AROUND,
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


def _occurrence(text: str, start: int, end: int) -> int:
    """Which of the places with the same letters `text[start:end]` is, counted as `rectangles` counts them.

    It counts whole words where there are any: -1 for a part of a word then, which `rectangles` finds nowhere.
    """
    letters = [(letter, at) for at, char in enumerate(text) for letter in _letters(char)]
    page, wanted = "".join(letter for letter, _ in letters), _letters(text[start:end])
    runs = []
    found = page.find(wanted) if wanted else -1
    while found >= 0:
        runs.append((letters[found][1], letters[found + len(wanted) - 1][1] + 1))
        found = page.find(wanted, found + 1)
    whole = [run for run in runs if not (text[run[0] - 1 : run[0]].isalnum() or text[run[1] : run[1] + 1].isalnum())]
    counted = whole or runs
    return next((number for number, run in enumerate(counted) if start <= run[0] < end), -1)


def _letters(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text) if char.isalnum())
