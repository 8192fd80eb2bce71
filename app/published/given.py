"""The addresses that the user gives: the file that the setting `published` names, read and checked."""

import csv
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from ingest import KloeError

_COLUMNS = ("file", "url", "retrieved")
_LONGEST = 2000  # characters of an address
_UNFIT = re.compile(r"[\s<>\"\\^`{|}\x00-\x1f\x7f-\x9f]")


class PublishedError(KloeError):
    """The list of published addresses cannot be used; the text names the file and the line."""


@dataclass(frozen=True)
class Given:
    """What the list says of a file: its address, and the day on which it was retrieved, where that is told."""

    url: str
    retrieved: date | None = None


_given: dict[str, Given] = {}


def use_published(file: Path | None) -> None:
    """Use the addresses of a CSV file with the columns `file`, `url` and `retrieved`; none without one.

    Raises:
        PublishedError: it cannot be read, or a line of it is wrong.
    """
    read = _read(file) if file else {}
    _given.clear()
    _given.update(read)


def given(path: str) -> Given | None:
    """What the list says of the file at this path below the indexed folder."""
    return _given.get(path)


def is_address(text: str) -> bool:
    """True for an http or https address that is safe to link to."""
    try:
        parts = urlsplit(text)
        return bool(
            len(text) <= _LONGEST
            and not _UNFIT.search(text)
            and parts.scheme in ("http", "https")
            and parts.hostname
            and parts.username is None
        )
    except ValueError:
        return False


def _read(file: Path) -> dict[str, Given]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            rows = csv.DictReader(opened)
            if not {"file", "url"} <= set(rows.fieldnames or ()):
                raise PublishedError(f"{file}, line 1: the columns must be {', '.join(_COLUMNS)}")
            read: dict[str, Given] = {}
            for row in rows:
                path, told = _line(row, f"{file}, line {rows.line_num}")
                if path in read:
                    raise PublishedError(f"{file}, line {rows.line_num}: {path[:200]!r} is named twice")
                read[path] = told
            return read
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise PublishedError(f"{file} cannot be read as a list of published addresses: {error}") from error


def _line(row: dict[str, str | None], where: str) -> tuple[str, Given]:
    path, url, retrieved = ((row.get(name) or "").strip() for name in _COLUMNS)
    if not path:
        raise PublishedError(f"{where}: no file is named")
    if not is_address(url):
        raise PublishedError(f"{where}: {url[:80]!r} is not an address that begins with http:// or https://")
    try:
        return path, Given(url, date.fromisoformat(retrieved) if retrieved else None)
    except ValueError as error:
        raise PublishedError(f"{where}: {retrieved[:40]!r} is not a day such as 2025-05-03") from error
