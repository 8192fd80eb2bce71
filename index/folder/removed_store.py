"""The removed store: which files a person has removed from the index, in a file of its own, so that no later run reads them again."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path

from index.folder.side_file import side_file

_FILE = "removed.sqlite"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS removed (
    sha256 TEXT PRIMARY KEY, path TEXT NOT NULL, person TEXT NOT NULL, day TEXT NOT NULL) WITHOUT ROWID
"""


@dataclass(frozen=True)
class RemovedFile:
    """A file that a person has removed.

    Attributes:
        sha256: the digest of its content, so that a copy under another name stays away too.
        path: where it stood below its folder.
        person: who removed it; empty if nobody had signed in.
        day: when, as an ISO 8601 date.
    """

    sha256: str
    path: str
    person: str
    day: str

    @property
    def cause(self) -> str:
        """Why it is not in the index."""
        by = f" by {self.person}" if self.person else ""
        return f"was removed from the index on {self.day}{by}"


class RemovedStore:
    """The removed files of an index.

    Args:
        folder: the index folder.

    Raises:
        StoreError: SQLite cannot read or write the file; this holds for every method.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / _FILE

    def add(self, files: Sequence[RemovedFile]) -> None:
        """Note files as removed."""
        with self._transaction() as db:
            db.executemany("INSERT OR REPLACE INTO removed VALUES (?, ?, ?, ?)", map(astuple, files))

    def all(self) -> dict[str, RemovedFile]:
        """Every removed file, by its digest."""
        if not self._file.exists():
            return {}
        with self._transaction() as db:
            rows = db.execute("SELECT sha256, path, person, day FROM removed ORDER BY day, path").fetchall()
        return {row[0]: RemovedFile(*row) for row in rows}

    def take_back(self, path: str) -> list[RemovedFile]:
        """Let the next run read the removed files of this path again; returns them."""
        taken = [file for file in self.all().values() if file.path == path]
        with self._transaction() as db:
            db.executemany("DELETE FROM removed WHERE sha256 = ?", [(file.sha256,) for file in taken])
        return taken

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with side_file(self._file, "the list of removed files") as db:
            db.execute(_SCHEMA)
            yield db
