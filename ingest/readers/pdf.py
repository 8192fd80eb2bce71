"""Reads PDF with pypdf."""

import logging
from collections.abc import Collection
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import FileNotDecryptedError, PyPdfError

from ingest.errors import ReadError
from ingest.lines import Line, printed_lines
from ingest.readers import ocr
from ingest.readers.result import Reading

# pypdf logs every fault that it repairs; it raises an error if it cannot repair one.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read(path: Path, data: bytes) -> Reading:
    """Read a PDF's pages. OCR reads those without text; if no engine is installed, the notes list them.

    Raises:
        ReadError: the file is encrypted, damaged, or has no text on any page.
    """
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadError(path, "is encrypted and needs a password")
        pages = [printed_lines(number, page.extract_text()) for number, page in enumerate(reader.pages, 1)]
    except ReadError:
        raise
    except FileNotDecryptedError as error:
        raise ReadError(path, "is encrypted and needs a password") from error
    except MemoryError:
        raise
    except (PyPdfError, Exception) as error:  # a parser can raise anything on arbitrary bytes
        raise ReadError(path, f"is damaged or not a PDF ({type(error).__name__}: {_brief(error)})") from error
    if not pages:
        raise ReadError(path, "is a PDF without pages")
    empty = [number for number, lines in enumerate(pages, 1) if not _has_text(lines)]
    engine = ocr.engine() if empty else None
    recognised = ocr.read_scanned(data, empty) if engine else {}
    for number, text in recognised.items():
        pages[number - 1] = printed_lines(number, text)
    silent = [number for number in empty if not _has_text(pages[number - 1])]
    if len(silent) == len(pages):
        advice = f"{engine} could not read them" if engine else "install Tesseract or kloe[ocr] to read scans"
        raise ReadError(path, f"has no text on any page, only images; {advice}")
    notes = [f"no text on {_pages(silent)}"] if silent else []
    by_ocr = {number: engine for number in empty if engine and number not in silent}
    if by_ocr:
        notes.append(f"{_pages(by_ocr)} read by OCR ({engine})")
    return Reading("PDF", pages, tuple(notes), by_ocr)


def _pages(numbers: Collection[int]) -> str:
    return f"page{'s' if len(numbers) > 1 else ''} {', '.join(map(str, numbers))}"


def _has_text(lines: list[Line]) -> bool:
    return any(line.text for line in lines)


def _brief(error: Exception) -> str:
    return " ".join(str(error).split())[:80] or "no details"
