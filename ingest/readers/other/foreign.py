"""Names the formats that Kloe does not read, and says what to do."""

from collections.abc import Collection
from pathlib import Path

from ingest.errors import ReadError

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLE_KINDS = (
    ("EncryptedPackage", "is an Office document locked with a password; save it without one"),
    ("WordDocument", "is a Word 97–2003 document (.doc); save it as .docx or PDF"),
    ("Workbook", "is an Excel 97–2003 workbook (.xls); save it as .xlsx or PDF"),
    ("PowerPoint Document", "is a PowerPoint 97–2003 presentation (.ppt); save it as PDF"),
    ("__substg1.0_", "is an Outlook message (.msg); save it as .eml or PDF"),
)
_PICTURE = "is a picture ({}); save it as PDF, whose pages Kloe can read from their images"
_UNPACK = "is {}; unpack it and index the files in it"
_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", _PICTURE.format("PNG")),
    (b"\xff\xd8\xff", _PICTURE.format("JPEG")),
    (b"GIF8", _PICTURE.format("GIF")),
    (b"II*\0", _PICTURE.format("TIFF")),
    (b"MM\0*", _PICTURE.format("TIFF")),
    (b"BM", _PICTURE.format("BMP")),
    (b"\x1f\x8b", _UNPACK.format("a gzip archive")),
    (b"7z\xbc\xaf", _UNPACK.format("a 7-Zip archive")),
    (b"Rar!", _UNPACK.format("a RAR archive")),
    (b"BZh", _UNPACK.format("a bzip2 archive")),
    (b"\xfd7zXZ", _UNPACK.format("an xz archive")),
    (b"%!PS", "is PostScript; save it as PDF"),
    (b"\xdb\xa5-", "is a document of an old Word; save it as .docx or PDF"),
    (b"\xffWPC", "is a WordPerfect document; save it as .docx or PDF"),
)
_ZIP_KINDS: tuple[tuple[str, str], ...] = (
    ("ppt/", "is a PowerPoint presentation (.pptx), which Kloe does not read; save it as PDF"),
    ("xl/", "is an Excel workbook in a form that Kloe does not read; save it as .xlsx"),
    ("Index/Document.iwa", "is an Apple Pages document, which Kloe does not read; save it as .docx or PDF"),
    ("index.apxl", "is an Apple Keynote presentation, which Kloe does not read; save it as PDF"),
    ("META-INF/container.xml", "is an e-book (EPUB), which Kloe does not read; save it as PDF"),
    ("FixedDocSeq.fdseq", "is an XPS document, which Kloe does not read; save it as PDF"),
    ("content.xml", "is an OpenDocument file that is no text; save it as PDF"),
)


def refuse_foreign(path: Path, data: bytes) -> None:
    """Refuse a file whose first bytes are those of a format that Kloe does not read.

    Raises:
        ReadError: it is one; the cause says what it is and what to do.
    """
    if data.startswith(_OLE):
        for stream, cause in _OLE_KINDS:
            if stream.encode("utf-16-le") in data:
                raise ReadError(path, cause)
        raise ReadError(path, "is an old Office file; save it as .docx or PDF")
    for beginning, cause in _BEGINNINGS:
        if data.startswith(beginning) and (len(beginning) > 2 or b"\0" in data[:64]):
            raise ReadError(path, cause)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        raise ReadError(path, _PICTURE.format("WebP"))
    if data[4:8] == b"ftyp":
        raise ReadError(path, "is a picture or a film; Kloe reads papers")
    if data[257:262] == b"ustar":
        raise ReadError(path, _UNPACK.format("a tar archive"))


def refuse_zip(path: Path, names: Collection[str]) -> ReadError:
    """Give the reason for refusing a ZIP archive with parts of these names."""
    for part, cause in _ZIP_KINDS:
        if any(name.startswith(part) for name in names):
            return ReadError(path, cause)
    return ReadError(path, "is a ZIP archive, but not a Word document; unpack it and index the files in it")
