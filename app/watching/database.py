"""A small SQLite file that threads and processes share: sessions and limits, and the audit record."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock

from ingest import KloeError

_TIMEOUT = 5  # seconds to wait for another process to finish writing


class SharedFileError(KloeError):
    """The file cannot be read or written; the text names it and says why."""


class SharedFile:
    """A SQLite file, made when it is first used. Only its owner can read it.

    Args:
        path: the file.
        schema: statements that make its tables, where they do not exist.
        is_lasting: False if it may be lost with the machine's power, which makes writing faster.
    """

    def __init__(self, path: Path, schema: str, is_lasting: bool) -> None:
        self._path = path
        self._schema = schema
        self._is_lasting = is_lasting
        self._lock = Lock()
        self._db: sqlite3.Connection | None = None

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """A transaction, which no other thread or process writes into.

        Raises:
            SharedFileError: the file cannot be read or written.
        """
        try:
            with self._lock:
                db = self._opened()
                db.execute("BEGIN IMMEDIATE")
                try:
                    yield db
                except BaseException:
                    db.execute("ROLLBACK")
                    raise
                db.execute("COMMIT")
        except (sqlite3.Error, OSError) as error:
            raise SharedFileError(f"{self._path} cannot be used: {error}") from error

    def _opened(self) -> sqlite3.Connection:
        if self._db is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.touch(mode=0o600)
            db = sqlite3.connect(self._path, timeout=_TIMEOUT, isolation_level=None, check_same_thread=False)
            db.execute("PRAGMA journal_mode = WAL")
            db.execute(f"PRAGMA synchronous = {'FULL' if self._is_lasting else 'OFF'}")
            db.executescript(self._schema)
            self._db = db
        return self._db

    def close(self) -> None:
        """Close the file; it opens again when it is next used."""
        with self._lock:
            if self._db is not None:
                self._db.close()
                self._db = None
