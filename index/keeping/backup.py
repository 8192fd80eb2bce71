"""Backs up an index while it serves: one state of the catalogue, what people saved and said, and the files that they added."""

import hashlib
import json
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from index.catalogue import FILE_NAME
from index.catalogue.database import connect
from index.errors import StoreError
from index.index import Index

MANIFEST = "backup.json"
UPLOADS = "uploads"
_PASSING = "access.sqlite"  # sessions and counts, which mean nothing later


@dataclass(frozen=True)
class Backup:
    """What a backup holds.

    Attributes:
        folder: where it stands.
        files: the digest of each of its files, by path below the folder.
        uploads: the folder from which added files were copied.
        made: when, in UTC, as ISO 8601.
    """

    folder: Path
    files: dict[str, str]
    uploads: str
    made: str

    @classmethod
    def read(cls, folder: Path) -> "Backup":
        """Read a backup, and compare every file with its digest.

        Raises:
            StoreError: it is no backup, or it is not whole.
        """
        try:
            told = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
            backup = cls(folder, dict(told["files"]), str(told["uploads"]), str(told["made"]))
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise StoreError(f"{folder} holds no backup of an index: {error}") from error
        for name, digest in backup.files.items():
            path = folder / name
            if not path.is_file() or _digest(path) != digest:
                raise StoreError(f"the backup {folder} is not whole: {name} is missing or has changed")
        return backup


def back_up(index: Index, folder: Path) -> Backup:
    """Back up an index into a new folder. Vectors that can be made from the catalogue are left out.

    Raises:
        StoreError: the folder holds something already, or a file cannot be read or written.
    """
    if folder.exists() and any(folder.iterdir()):
        raise StoreError(f"{folder} is not empty: name a new folder for the backup")
    part = folder.with_name(f"{folder.name}.part")
    try:
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir(parents=True)
        _copy_database(index.catalogue.file, part / FILE_NAME)
        for file in sorted(index.folder.glob("*.sqlite")):
            if file.name not in (FILE_NAME, _PASSING):
                _copy_database(file, part / file.name)
        uploads = uploads_of(index)
        if uploads.is_dir():
            shutil.copytree(uploads, part / UPLOADS, ignore=shutil.ignore_patterns(".*"))
        backup = _sign(part, folder, uploads)
        if folder.exists():
            folder.rmdir()
        part.rename(folder)
    except (OSError, shutil.Error, sqlite3.Error) as error:
        raise StoreError(f"the backup {folder} cannot be written: {error}") from error
    return backup


def uploads_of(index: Index) -> Path:
    """The folder in which files stand that people added on the pages."""
    folder = index.folder.resolve()
    return folder.with_name(f"{folder.name}-uploads")


def copy_into(source: Path, to: Path) -> None:
    """Copy a database into another that may be open, page by page, as one transaction."""
    with closing(connect(source)) as read, closing(connect(to, "rwc")) as written:
        read.backup(written)


def _copy_database(source: Path, to: Path) -> None:
    copy_into(source, to)
    with closing(connect(to, "rw")) as db:
        db.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it


def _sign(part: Path, folder: Path, uploads: Path) -> Backup:
    files = {path.relative_to(part).as_posix(): _digest(path) for path in sorted(part.rglob("*")) if path.is_file()}
    backup = Backup(folder, files, str(uploads), datetime.now(UTC).isoformat(timespec="seconds"))
    told = {"made": backup.made, "uploads": backup.uploads, "files": files}
    (part / MANIFEST).write_text(json.dumps(told, indent=1), encoding="utf-8")
    return backup


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
