"""The catalogue's file: its format, and connections to it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from contextvars import ContextVar
from pathlib import Path

from index.errors import StoreError

FILE_NAME = "catalogue.sqlite"
_CACHE = 65_536  # KiB that a writer keeps in memory: postings go to many places of the file
TIMEOUT = 60  # seconds to wait for another process to finish writing
FORMATS = ("0001", "0002", "0003")
"""The formats of the catalogue, oldest first; the last is the one that this program reads and writes."""


class Database:
    """A catalogue's file, read through connections that cannot write.

    Args:
        file: it must exist.

    Raises:
        StoreError: SQLite cannot read or write the file; this holds for every method.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        self._pinned: ContextVar[sqlite3.Connection | None] = ContextVar("pinned", default=None)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Open a connection that reads one state of the file; inside `pinned`, its connection."""
        if pinned := self._pinned.get():
            with translating_errors(self.file):
                yield pinned
            return
        with self._connection() as db:
            yield db

    @contextmanager
    def pinned(self) -> Iterator[sqlite3.Connection]:
        """Let every transaction of this thread read the one state of the file that stands now."""
        with self._connection() as db:
            token = self._pinned.set(db)
            try:
                yield db
            finally:
                self._pinned.reset(token)

    @contextmanager
    def _connection(self) -> Iterator[sqlite3.Connection]:
        with translating_errors(self.file), closing(connect(self.file)) as db:
            db.execute("BEGIN")  # or each statement would read the state of its own moment
            yield db


class WrittenDatabase:
    """A catalogue's file, written through one connection, which stays open: SQLite would tidy up after each that closes.

    Args:
        file: it must exist.

    Raises:
        StoreError: SQLite cannot read or write the file; this holds for every method.
    """

    def __init__(self, file: Path) -> None:
        self.file = file
        with translating_errors(file):
            self._db = connect(file, "rw")
            self._db.execute(f"PRAGMA cache_size = -{_CACHE}")

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Commit at the end, or roll back after an error."""
        with translating_errors(self.file), self._db:
            yield self._db

    def close(self) -> None:
        """Bring what SQLite's log holds to the disk, so that not even a power cut loses it, and let go of the file."""
        with translating_errors(self.file), closing(self._db):
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def translating_errors(file: Path) -> Iterator[None]:
    """Turn SQLite's errors into Kloe's.

    Raises:
        StoreError: SQLite cannot read or write the file.
    """
    try:
        yield
    except sqlite3.Error as error:
        raise StoreError(f"the catalogue {file} failed: {error}; earlier changes are kept") from error


def connect(file: Path, mode: str = "ro") -> sqlite3.Connection:
    """Open a connection to an SQLite file.

    Args:
        mode: "ro" to read, "rw" to write, "rwc" to make the file if it is missing.
    """
    address = f"{file.resolve().as_uri()}?mode={mode}"
    db = sqlite3.connect(address, uri=True, timeout=TIMEOUT, check_same_thread=False)
    db.row_factory = sqlite3.Row
    db.execute("PRAGMA foreign_keys = ON")
    db.execute("PRAGMA synchronous = NORMAL")
    return db


def format_of(file: Path) -> str | None:
    """The format of a catalogue; None of a file that Kloe 0.1.0 or nobody made.

    Raises:
        StoreError: SQLite cannot read the file.
    """
    try:
        with closing(connect(file)) as db:
            if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone():
                return None
            row = db.execute("SELECT version_num FROM alembic_version").fetchone()
            return str(row[0]) if row else None
    except sqlite3.Error as error:
        raise StoreError(f"the catalogue {file} cannot be read: {error}") from error


def read_metadata(db: sqlite3.Connection) -> dict[str, str]:
    """The index's name, and the versions of the rules and models that it was built with, by key."""
    return {row["key"]: row["value"] for row in db.execute("SELECT key, value FROM meta")}


def write_metadata(db: sqlite3.Connection, values: dict[str, str]) -> None:
    """Replace these entries of the metadata."""
    db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items())


def read_changes(db: sqlite3.Connection) -> int:
    """How many changes to documents the index has seen."""
    row = db.execute("SELECT value FROM meta WHERE key = 'changes'").fetchone()
    return int(row[0]) if row else 0


def next_change(db: sqlite3.Connection) -> int:
    """Count a change to documents, and give its number."""
    number = read_changes(db) + 1
    write_metadata(db, {"changes": str(number)})
    return number
