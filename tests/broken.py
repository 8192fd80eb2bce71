"""Writes files that cannot be read, each in its own way, for the tests of readers and of indexing."""

import io
import zipfile
from pathlib import Path

from PIL import Image
from pypdf import PdfReader, PdfWriter


def good_pdf(sample: Path) -> bytes:
    """A readable PDF of the sample."""
    return next(iter(sorted(sample.rglob("*.pdf")))).read_bytes()


def encrypted_pdf(sample: Path) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(good_pdf(sample))))
    writer.encrypt("secret", algorithm="AES-256")
    return _written(writer)


def image_only_pdf() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (300, 400), "white").save(out, "PDF")
    return out.getvalue()


def blank_pdf() -> bytes:
    writer = PdfWriter()
    writer.add_blank_page(300, 400)
    return _written(writer)


def zip_of_something_else() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("holiday.txt", "sun and sea")
    return out.getvalue()


def false_docx() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<not-word/>")
    return out.getvalue()


def _written(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def write_all(folder: Path, sample: Path) -> dict[str, str]:
    """Write every broken file into a folder; gives for each name a part of the cause that must be said."""
    good = good_pdf(sample)
    files = {
        "encrypted.pdf": (encrypted_pdf(sample), "encrypted"),
        "truncated.pdf": (good[: len(good) // 3], "damaged"),
        "empty.pdf": (b"", "empty"),
        "zeros.pdf": (b"\0" * 5000, "empty"),
        "scan.pdf": (image_only_pdf(), "only images"),
        "blank.pdf": (blank_pdf(), "no text on any page"),
        "archive.docx": (zip_of_something_else(), "not a Word document"),
        "false.docx": (false_docx(), "not a Word document"),
        "named.docx": (b"plain words", "is not one"),
        "binary.bin": (bytes(range(256)) * 20, "not a PDF"),
        "gone.pdf": (
            b"<!DOCTYPE html><html><head><title>Report not found</title></head><body><h1>Report not found</h1></body></html>",
            "a web page saved as .pdf",
        ),
    }
    for name, (data, _) in files.items():
        (folder / name).write_bytes(data)
    (folder / "lost.pdf").symlink_to(folder / "nowhere.pdf")
    return {name: cause for name, (_, cause) in files.items()} | {"lost.pdf": "cannot be read"}
