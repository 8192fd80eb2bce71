"""Reads PDF with pypdf."""

import logging
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import FileNotDecryptedError, PyPdfError

from ingest.errors import ReadError
from ingest.lines import Line, printed_lines
from ingest.readers import Reading, ocr

# pypdf reports each oddity that it mends; a file that it cannot mend raises.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read(path: Path, data: bytes) -> Reading:
    """Read a PDF's pages; a page without text is read by OCR where there is an engine, else it is named in the notes.

    Raises:
        ReadError: the file is encrypted, damaged, or holds no text on any page.
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
    except (PyPdfError, Exception) as error:  # arbitrary bytes can raise anything inside a parser
        raise ReadError(path, f"is damaged or not a PDF ({type(error).__name__}: {_brief(error)})") from error
    if not pages:
        raise ReadError(path, "is a PDF without pages")
    empty = [number for number, lines in enumerate(pages, 1) if not _has_text(lines)]
    engine = ocr.engine() if empty else None
    seen = ocr.read_scanned(data, empty) if engine else {}
    for number, text in seen.items():
        pages[number - 1] = printed_lines(number, text)
    silent = [number for number in empty if not _has_text(pages[number - 1])]
    if len(silent) == len(pages):
        how = f"and {engine} found none" if engine else "such as a scan; install kloe[ocr] or Tesseract to read it"
        raise ReadError(path, f"has no text on any page: it holds images only, {how}")
    notes = [f"no text on page {', '.join(map(str, silent))}"] if silent else []
    by_ocr = {number: engine for number in empty if engine and number not in silent}
    if by_ocr:
        notes.append(f"page {', '.join(map(str, by_ocr))} read by OCR ({engine})")
    return Reading("PDF", pages, tuple(notes), by_ocr)


def _has_text(lines: list[Line]) -> bool:
    return any(line.text for line in lines)


def _brief(error: Exception) -> str:
    return " ".join(str(error).split())[:80] or "no further word"
