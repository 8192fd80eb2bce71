"""Pictures of PDF pages."""

from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2

from ingest.errors import ReadError
from ingest.readers.pdfium import PDFIUM

if TYPE_CHECKING:
    from PIL.Image import Image

_DPI = 144  # twice the points: sharp on a screen, some 1,200 by 1,700 pixels for A4


def draw_page(path: Path, page: int, longest: int = 2400) -> "Image":
    """Draw a page in colour.

    Args:
        path: a PDF.
        page: the page's number, from 1.
        longest: the most pixels on the longer side.

    Raises:
        ReadError: the file cannot be read as a PDF, or has no such page.
    """
    with PDFIUM:
        try:
            with pypdfium2.PdfDocument(path) as document:
                if not 1 <= page <= len(document):
                    raise ReadError(path, f"has no page {page}")
                opened = document[page - 1]
                scale = min(_DPI / 72, longest / max(opened.get_size()))
                image: Image = opened.render(scale=scale).to_pil().convert("RGB").copy()
                return image
        except OSError as error:
            raise ReadError(path, f"cannot be read: {error.strerror or error}") from error
        except pypdfium2.PdfiumError as error:
            raise ReadError(path, f"cannot be drawn: {error}") from error
