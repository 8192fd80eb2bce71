"""What a reader gives."""

from dataclasses import dataclass, field
from pathlib import Path

from ingest.errors import ReadError
from ingest.lines import Line

_MOST_TEXT = 20_000_000  # characters of one file; a report of 1,000 pages has some three million


def check_size(path: Path, characters: int) -> None:
    """Refuse a file with more text than any paper has.

    Raises:
        ReadError: it has.
    """
    if characters > _MOST_TEXT:
        raise ReadError(path, f"holds more than {_MOST_TEXT // 10**6} million characters of text; divide it")


@dataclass(frozen=True)
class Reading:
    """A file's pages of lines.

    Attributes:
        form: the format it was read as, for a person: "PDF", "HTML".
        notes: remarks for the user on how the file was read.
        by_ocr: by page number, the OCR engine that read a page from its image.
        title: the title that the file gives beside its text, such as a web page's.
        published: the time of publication that the file gives beside its text, as written there.
        address: the address on the web that a saved page gives as its own.
    """

    form: str
    pages: list[list[Line]]
    notes: tuple[str, ...] = ()
    by_ocr: dict[int, str] = field(default_factory=dict)
    title: str = ""
    published: str = ""
    address: str = ""
