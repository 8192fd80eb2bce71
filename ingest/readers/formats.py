"""Chooses the reader for a file by its content; the name decides only where the content does not."""

import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from ingest.errors import ReadError
from ingest.readers.result import Reading

LARGEST = 200 * 1024 * 1024  # bytes; a 60-page report is rarely over 3 MB


def read_pages(path: Path) -> Reading:
    """Read the pages of a PDF, HTML, DOCX, Markdown or plain text file.

    Raises:
        ReadError: the file cannot be read, or is not a document.
    """
    data = _bytes(path)
    form, reader = _reader(path, data)
    reading = reader(path, data)
    if not any(line.text for lines in reading.pages for line in lines):
        raise ReadError(path, "holds no text")
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
    from ingest.readers import docx, html, pdf, text

    head = data[:2048].lstrip(b"\xef\xbb\xbf\0 \t\r\n").lower()
    if b"%pdf-" in data[:1024].lower():
        return "PDF", pdf.read
    if zipfile.is_zipfile(BytesIO(data)):
        try:
            with zipfile.ZipFile(BytesIO(data)) as archive:
                names = archive.namelist()
        except zipfile.BadZipFile as error:
            raise ReadError(path, f"is a damaged Word document or ZIP archive ({error})") from error
        if "word/document.xml" in names:
            return "DOCX", docx.read
        raise ReadError(path, "is a ZIP archive, but not a Word document")
    if head.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or (
        head.startswith((b"<?xml", b"<!--")) and b"<html" in data[:4096].lower()
    ):
        return "HTML", html.read
    if path.suffix.lower() in (".html", ".htm") and b"<" in head:
        return "HTML", html.read
    if b"\0" in data[:4096] and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        kind = "a damaged PDF" if path.suffix.lower() == ".pdf" else "not a PDF, HTML, Word or text file"
        raise ReadError(path, f"is {kind}")
    if path.suffix.lower() in (".pdf", ".docx"):
        raise ReadError(path, f"is named {path.suffix} but is not one")
    return "text", text.read
