"""Chooses the reader for a file by its content; the name decides only where the content does not."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from ingest.errors import ReadError
from ingest.readers.language import language_notes
from ingest.readers.result import Reading, check_size

LARGEST = 200 * 1024 * 1024  # bytes; a 60-page report is rarely over 3 MB
_NAMED = (".pdf", ".docx", ".docm", ".doc", ".odt", ".xlsx", ".xls", ".pptx", ".ppt", ".msg", ".rtf")


def read_pages(path: Path) -> Reading:
    """Read the pages of a PDF, HTML, Word, OpenDocument, RTF, Excel, e-mail, Markdown or plain text file.

    Raises:
        ReadError: the file cannot be read, or is not a document.
    """
    data = _bytes(path)
    form, reader = _reader(path, data)
    reading = reader(path, data)
    characters = sum(len(line.text) for lines in reading.pages for line in lines)
    if not characters:
        raise ReadError(path, "holds no text")
    check_size(path, characters)
    reading = replace(
        reading, notes=(*reading.notes, *language_notes(line.text for lines in reading.pages for line in lines))
    )
    claimed = path.suffix.lower().lstrip(".")
    if form == "HTML" and claimed == "pdf":
        return replace(reading, notes=(*reading.notes, "a web page saved as .pdf, read as HTML"))
    return reading


def _bytes(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise ReadError(path, f"is larger than {LARGEST // 2**20} MB")
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(path, f"cannot be read: {error.strerror or error}") from error
    if not data.strip(b"\0 \t\r\n"):
        raise ReadError(path, "is empty")
    return data


def _reader(path: Path, data: bytes) -> tuple[str, Callable[[Path, bytes], Reading]]:
    from ingest.readers import other, pdf, plain, web

    head = data[:2048].lstrip(b"\xef\xbb\xbf\0 \t\r\n").lower()
    if b"%pdf-" in data[:1024].lower():
        return "PDF", pdf.read
    if zipfile.is_zipfile(BytesIO(data)):
        return _zipped(path, data)
    other.refuse_foreign(path, data)
    if head.startswith(b"{\\rtf"):
        return "RTF", other.richtext.read
    if other.mail.is_mail(path, data):
        return "e-mail", other.mail.read
    if head.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or (
        head.startswith((b"<?xml", b"<!--")) and b"<html" in data[:4096].lower()
    ):
        return "HTML", web.read
    if path.suffix.lower() in (".html", ".htm", ".xhtml", ".aspx") and b"<" in head:
        return "HTML", web.read
    if head.startswith(b"<?xml"):
        raise ReadError(path, "is XML data, not a paper; save it as .docx or PDF")
    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        kind = "a damaged PDF" if path.suffix.lower() == ".pdf" else "not a PDF, HTML, Word or text file"
        raise ReadError(path, f"is {kind}")
    if path.suffix.lower() in _NAMED:
        raise ReadError(path, f"is named {path.suffix} but is not one")
    return "text", plain.read


def _zipped(path: Path, data: bytes) -> tuple[str, Callable[[Path, bytes], Reading]]:
    from ingest.readers import other, word

    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            kind = b""
            if "mimetype" in names:
                with archive.open("mimetype") as part:
                    kind = part.read(100)
    except Exception as error:  # a damaged archive can raise anything
        raise ReadError(path, f"is a damaged Word document or ZIP archive ({error})") from error
    if any(name.startswith("word/document") and name.endswith(".xml") for name in names):
        return "DOCX", word.read
    if kind.startswith(b"application/vnd.oasis.opendocument.text"):
        return "ODT", other.opendocument.read
    if "xl/workbook.xml" in names:
        return "XLSX", other.sheets.read
    raise other.refuse_zip(path, names)
