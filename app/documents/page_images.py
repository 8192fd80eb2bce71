"""Pictures of a document's pages, drawn from the indexed file, with passages marked."""

import hashlib
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from app.documents.drawing import DrawingError, draw
from index import Index, Record, one_state
from index.catalogue import Source
from ingest import KloeError, Page, Span
from ingest.readers.rectangles import rectangles


class PictureError(KloeError):
    """A page has no picture; the text says why."""


@dataclass(frozen=True)
class PageImage:
    """A page drawn as PNG.

    Attributes:
        marked: how many of the requested marks were found on the printed page.
        etag: changes whenever the file, the page or the marks change.
    """

    png: bytes
    marked: int
    etag: str


@one_state
def page_image(index: Index, record: Record, number: int, marks: Sequence[tuple[int, int]] = ()) -> PageImage:
    """Draw a page as PNG, with marks.

    Args:
        number: the page's number, from 1.
        marks: what to mark, as `(start, end)` character offsets into the page's stored text; offsets beyond it are ignored.

    Raises:
        PictureError: there is no such page, the document is not a PDF, or its file is missing or has changed.
        ReadError: the file cannot be drawn.
    """
    pages = index.catalogue.pages(record.id)
    page = next((page for page in pages if page.number == number), None)
    if page is None:
        raise PictureError(no_such_page(len(pages), number))
    source = source_of(index, record)
    path = _file(source)
    inside = tuple((start, min(end, len(page.text))) for start, end in marks if start < min(end, len(page.text)))
    try:
        return _drawn(path, source.sha256, page, inside)
    except DrawingError as error:
        raise PictureError(str(error)) from error


def no_such_page(pages: int, number: int) -> str:
    """Say that a document has no page of that number: "The document has 3 pages: there is no page 7."."""
    return f"The document has {pages} page{'' if pages == 1 else 's'}: there is no page {number}."


def parse_marks(text: str) -> list[tuple[int, int]]:
    """Read marks from a link: "120-180,300-340"."""
    return [(int(start), int(end)) for start, end in re.findall(r"(\d+)-(\d+)", text)]


def write_marks(spans: Sequence[Span], page: int) -> str:
    """Write the spans on one page as marks for a link: "120-180,300-340"."""
    return ",".join(f"{span.start}-{span.end}" for span in spans if span.page == page)


def source_of(index: Index, record: Record) -> Source:
    """The indexed file behind a document.

    Raises:
        PictureError: the index names no file for it.
    """
    sources = [source for source in index.catalogue.sources().values() if source.path in record.sources]
    if len({source.sha256 for source in sources}) > 1:  # two folders may have different documents at the same path
        sources = [source for source in sources if _prints(index, record, source)]
    if not sources:
        raise PictureError("The index names no file for this document.")
    return sources[0]


def _prints(index: Index, record: Record, source: Source) -> bool:
    """True if the file has the longest line of the document's first page on it."""
    page = index.catalogue.pages(record.id)[0]
    line = max(page.text.split("\n"), key=len)
    try:
        return bool(rectangles(_file(source), page.number, line))
    except KloeError:
        return False


def _file(source: Source) -> Path:
    """The file of a source.

    Raises:
        PictureError: it is missing, has changed since it was indexed, or is not a PDF.
    """
    root = Path(source.root).resolve()
    path = source.location
    try:
        if not path.resolve().is_relative_to(root):
            raise PictureError("The document's file is outside the indexed folder.")
        with path.open("rb") as file:
            is_pdf = b"%pdf-" in file.read(1024).lower()
        stat = path.stat()
        if (stat.st_size, stat.st_mtime_ns) != (source.size, source.modified) and _digest(path) != source.sha256:
            raise PictureError("The document's file has changed since it was indexed: run `kloe index` again.")
    except OSError as error:
        raise PictureError("The document's file is no longer where it was indexed.") from error
    if not is_pdf:
        raise PictureError(f"The document is not a PDF ({path.suffix or 'no suffix'}), so its pages have no pictures.")
    return path


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@lru_cache(maxsize=64)  # some 300 kB each
def _drawn(path: Path, sha256: str, page: Page, marks: tuple[tuple[int, int], ...]) -> PageImage:
    words = [(page.text[start:end], _occurrence(page.text, start, end)) for start, end in marks]
    png, marked = draw(path, page.number, words)
    etag = hashlib.sha256(f"{sha256} {page.number} {marks}".encode()).hexdigest()[:24]
    return PageImage(png, marked, f'"{etag}"')


def _occurrence(text: str, start: int, end: int) -> int:
    """Which occurrence of its own letters `text[start:end]` is, counted as `rectangles` counts, from 0.

    If any occurrence is made of whole words, only those count; -1 then for part of a word, which `rectangles` never finds.
    """
    letters = [(letter, place) for place, char in enumerate(text) for letter in _letters(char)]
    page, wanted = "".join(letter for letter, _ in letters), _letters(text[start:end])
    runs = []
    at = page.find(wanted) if wanted else -1
    while at >= 0:
        runs.append((letters[at][1], letters[at + len(wanted) - 1][1] + 1))
        at = page.find(wanted, at + 1)
    whole = [run for run in runs if not (text[run[0] - 1 : run[0]].isalnum() or text[run[1] : run[1] + 1].isalnum())]
    counted = whole or runs
    return next((number for number, run in enumerate(counted) if start <= run[0] < end), -1)


def _letters(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text) if char.isalnum())
