"""Reads PDF with pypdf."""

import logging
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import FileNotDecryptedError, PyPdfError

from ingest.errors import ReadError
from ingest.lines import Line, printed_lines
from ingest.readers import Reading

# pypdf reports each oddity that it mends; a file that it cannot mend raises.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read(path: Path, data: bytes) -> Reading:
    """Read a PDF's pages; a page without text gives no lines and is named in the notes.

    Raises:
        ReadError: the file is encrypted, damaged, or holds no text on any page.
    """
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadError(path, "is encrypted and needs a password")
        pages = [_page(number, page.extract_text()) for number, page in enumerate(reader.pages, 1)]
    except ReadError:
        raise
    except FileNotDecryptedError as error:
        raise ReadError(path, "is encrypted and needs a password") from error
    except MemoryError:
        raise
    except (PyPdfError, Exception) as error:  # arbitrary bytes can raise anything inside a parser
        raise ReadError(path, f"is damaged or not a PDF ({type(error).__name__}: {_brief(error)})") from error
    empty = [number for number, lines in enumerate(pages, 1) if not any(line.text for line in lines)]
    if not pages:
        raise ReadError(path, "is a PDF without pages")
    if len(empty) == len(pages):
        raise ReadError(path, "has no text on any page: it holds images only, such as a scan")
    notes = (f"no text on page {', '.join(map(str, empty))}",) if empty else ()
    return Reading("PDF", pages, notes)


def _page(number: int, text: str) -> list[Line]:
    return printed_lines(number, text)


def _brief(error: Exception) -> str:
    return " ".join(str(error).split())[:80] or "no further word"
