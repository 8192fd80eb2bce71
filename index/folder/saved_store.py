"""The saved store: what each person has saved, in a file of its own beside the generations, which a rebuild leaves alone."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import astuple, dataclass
from pathlib import Path

from index.catalogue.database import FILE_NAME, connect
from index.folder.side_file import side_file

SAVED_FILE = "saved.sqlite"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS saved (
    person TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, created TEXT NOT NULL,
    PRIMARY KEY (person, id)) WITHOUT ROWID
"""
_FORM = 1  # of the file, as its `user_version`


@dataclass(frozen=True)
class SavedRow:
    """One thing that a person has saved.

    Attributes:
        id: made from the kind and the value, so that nothing is saved twice.
        kind: what it is, such as "search".
        value: what was saved, as JSON.
        created: when it was saved, in UTC, as ISO 8601.
    """

    id: str
    kind: str
    value: str
    created: str


class SavedStore:
    """The saved lists of an index, one a person. What Kloe 0.1.0 kept in its catalogue is taken over.

    Args:
        folder: the index folder.

    Raises:
        StoreError: SQLite cannot read or write the file; this holds for every method.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.file = folder / SAVED_FILE

    def put(self, person: str, row: SavedRow, most: int) -> bool:
        """Add to a person's list; what it has already stays as it was.

        Args:
            most: the most rows that a list may have.

        Returns:
            False if the list is full.
        """
        with self._transaction() as db:
            db.execute("BEGIN IMMEDIATE")  # nobody adds to the list between the count and the change
            others = db.execute("SELECT count(*) FROM saved WHERE person = ? AND id <> ?", (person, row.id))
            if others.fetchone()[0] >= most:
                return False
            db.execute("INSERT OR IGNORE INTO saved VALUES (?, ?, ?, ?, ?)", (person, *astuple(row)))
            return True

    def of(self, person: str) -> list[SavedRow]:
        """A person's list, in the order in which it was saved."""
        if not self.file.exists() and not (self._folder / FILE_NAME).exists():
            return []
        with self._transaction() as db:
            rows = db.execute(
                "SELECT id, kind, value, created FROM saved WHERE person = ? ORDER BY created, id", (person,)
            )
            return [SavedRow(*row) for row in rows]

    def remove(self, person: str, id_: str) -> bool:
        """Take something off a person's list; False if it was not there."""
        with self._transaction() as db:
            return db.execute("DELETE FROM saved WHERE person = ? AND id = ?", (person, id_)).rowcount > 0

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with side_file(self.file, "the saved lists") as db:
            if db.execute("PRAGMA user_version").fetchone()[0] != _FORM:
                self._make(db)
            yield db

    def _make(self, db: sqlite3.Connection) -> None:
        db.execute("BEGIN IMMEDIATE")
        db.execute(_SCHEMA)
        for row in _old_rows(self._folder / FILE_NAME):
            db.execute("INSERT OR IGNORE INTO saved VALUES (?, ?, ?, ?, ?)", row)
        db.execute(f"PRAGMA user_version = {_FORM}")
        db.commit()


def _old_rows(catalogue: Path) -> list[tuple[str, ...]]:
    """What Kloe 0.1.0 kept in its catalogue."""
    if not catalogue.is_file():
        return []
    with closing(connect(catalogue)) as db:
        if not db.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'saved'").fetchone():
            return []
        return [tuple(row) for row in db.execute("SELECT person, id, kind, value, created FROM saved")]
