"""Reads PDF with pypdf, and puts its lines as a reader sees them by the places that PDFium gives."""

import logging
import re
from collections.abc import Iterable
from io import BytesIO
from itertools import zip_longest
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import FileNotDecryptedError, LimitReachedError, PyPdfError

from ingest.errors import ReadError
from ingest.lines import Line, printed_lines
from ingest.readers import ocr
from ingest.readers.layout import Arranged, Sheet, arrange, open_sheets
from ingest.readers.layout.legible import is_better, makes_no_words
from ingest.readers.layout.notes import listed, notes_on
from ingest.readers.result import Reading

# pypdf logs every fault that it repairs; it raises an error if it cannot repair one.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)

_MOST_PAGES = 20_000  # a tree of pages can name the same page again and again
_STAMP = 60  # letters: less text than that over an image is a page number or a stamp


def read(path: Path, data: bytes) -> Reading:
    """Read a PDF's pages. OCR reads those without text; if no engine is installed, the notes list them.

    Raises:
        ReadError: the file is encrypted, damaged, or has no text on any page.
    """
    given = _given(path, data)
    arranged: list[Arranged] = []
    doubtful: dict[int, str] = {}
    for number, (lines, sheet) in enumerate(zip_longest(given, open_sheets(data)), 1):
        if lines is None:
            break
        page = arrange(lines, sheet, number == 1) if sheet else Arranged(lines)
        arranged.append(page)
        if reason := _doubt(page, sheet):
            doubtful[number] = reason
    pages = [page.lines for page in arranged]
    engine = ocr.engine() if doubtful else None
    recognised = ocr.read_scanned(data, list(doubtful)) if engine else {}
    by_ocr: dict[int, str] = {}
    for number, reason in doubtful.items():
        text = recognised.get(number, "")
        if _is_taken(text, pages[number - 1], reason):
            pages[number - 1] = printed_lines(number, text)
            by_ocr[number] = engine or ""
        elif reason == _NO_WORDS and not engine:
            pages[number - 1] = []
    silent = [number for number, lines in enumerate(pages, 1) if not _has_text(lines)]
    if len(silent) == len(pages):
        advice = f"{engine} could not read them" if engine else "install Tesseract or kloe[ocr] to read scans"
        garbled = all(doubtful.get(number) == _NO_WORDS for number in silent)
        what = "has a text layer whose letters make no words" if garbled else "has no text on any page, only images"
        raise ReadError(path, f"{what}; {advice}")
    notes = [*_ocr_notes(doubtful, by_ocr, silent), *notes_on(arranged, by_ocr)]
    return Reading("PDF", pages, tuple(notes), by_ocr)


def _given(path: Path, data: bytes) -> list[list[Line]]:
    """Give each page's lines as pypdf reads them."""
    try:
        reader = PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadError(path, "is encrypted and needs a password")
        if len(reader.pages) > _MOST_PAGES:
            raise ReadError(path, f"has more than {_MOST_PAGES:,} pages; divide it")
        pages = [printed_lines(number, page.extract_text()) for number, page in enumerate(reader.pages, 1)]
    except ReadError:
        raise
    except FileNotDecryptedError as error:
        raise ReadError(path, "is encrypted and needs a password") from error
    except RecursionError as error:
        raise ReadError(path, "is a PDF nested too deeply to read") from error
    except LimitReachedError as error:
        raise ReadError(path, f"is a PDF beyond what Kloe reads ({_brief(error)})") from error
    except MemoryError:
        raise
    except (PyPdfError, Exception) as error:  # a parser can raise anything on arbitrary bytes
        raise ReadError(path, f"is damaged or not a PDF ({type(error).__name__}: {_brief(error)})") from error
    if not pages:
        raise ReadError(path, "is a PDF without pages")
    return pages


_NO_TEXT = "no text"
_ONLY_STAMP = "an image with hardly any text"
_NO_WORDS = "its letters make no words"


def _doubt(page: Arranged, sheet: Sheet | None) -> str:
    """Say why a page's text may not be what it shows; "" if there is no reason."""
    texts = [line.text for line in page.lines if line.furniture is None]
    if not any(texts):
        return _NO_TEXT
    if sheet and sheet.scanned and sum(char.isalnum() for text in texts for char in text) < _STAMP:
        return _ONLY_STAMP
    symbols = bool(sheet and sheet.dumb) or not any(char.isalnum() for text in texts for char in text)
    return _NO_WORDS if symbols or makes_no_words(texts) else ""


def _is_taken(recognised: str, lines: list[Line], reason: str) -> bool:
    """True if what OCR read is to stand in place of the page's text."""
    text = " ".join(line.text for line in lines)
    if reason == _NO_TEXT:
        return bool(recognised.strip())
    if reason == _ONLY_STAMP:
        return len(recognised.split()) > len(text.split()) + 5
    return is_better(recognised, text)


def _ocr_notes(doubtful: dict[int, str], by_ocr: dict[int, str], silent: list[int]) -> Iterable[str]:
    if silent:
        yield f"no text on {listed(silent)}"
    for reason in (_NO_TEXT, _ONLY_STAMP, _NO_WORDS):
        read = [number for number in by_ocr if doubtful[number] == reason]
        if read:
            yield f"{listed(read)} read by OCR ({by_ocr[read[0]]}): {reason}"
    unread = [number for number, reason in doubtful.items() if reason == _ONLY_STAMP and number not in by_ocr]
    if unread and not ocr.engine():
        yield f"hardly any text on {listed(unread)}, only images; install Tesseract or kloe[ocr] to read scans"
    garbled = [number for number in silent if doubtful.get(number) == _NO_WORDS]
    if garbled:
        yield f"the text layer of {listed(garbled)} makes no words"


def _has_text(lines: list[Line]) -> bool:
    return any(line.text for line in lines)


def _brief(error: Exception) -> str:
    text = re.sub(r"IndirectObject\((\d+), \d+, \d+\)", r"object \1", str(error))
    return " ".join(text.split())[:80] or "no details"
