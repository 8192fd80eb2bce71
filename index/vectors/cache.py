"""The vector cache: what models made of texts, in a file that several indexes share. It is optional."""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from index.errors import StoreError


class VectorCache:
    """Remembers each text's vector and packed token vectors.

    Args:
        folder: the folder of the file `vectors.sqlite`, made if missing.
        made_by: names the model and the axes; what others made is not given.

    Raises:
        StoreError: the file cannot be read or written; this holds for every method.
    """

    def __init__(self, folder: Path, made_by: str) -> None:
        self._path = folder / "vectors.sqlite"
        self._made_by = made_by.encode()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with self._connect() as db:
                db.execute("PRAGMA journal_mode = WAL")
                db.executescript(_SCHEMA)
        except OSError as error:
            raise StoreError(f"the vector cache {self._path} cannot be opened: {error}") from error

    def get(self, digests: Iterable[bytes]) -> dict[bytes, tuple[bytes, bytes]]:
        """The `(vector, packed tokens)` of those of these texts that it holds, by the text's digest."""
        with self._connect() as db:
            rows = {digest: db.execute(_GET, (self._key(digest),)).fetchone() for digest in digests}
        return {digest: (row[0], row[1]) for digest, row in rows.items() if row}

    def put(self, encoded: Sequence[tuple[bytes, bytes, bytes]]) -> None:
        """Keep `(digest, vector, packed tokens)` of texts; what it holds already stays."""
        rows = [(self._key(digest), vector, tokens) for digest, vector, tokens in encoded]
        with self._connect() as db:
            db.executemany("INSERT OR IGNORE INTO encodings VALUES (?, ?, ?)", rows)

    def _key(self, digest: bytes) -> bytes:
        return hashlib.sha256(self._made_by + b"\0" + digest).digest()

    @contextmanager
    def _connect(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self._path, timeout=60)) as db, db:
                yield db
        except sqlite3.Error as error:
            raise StoreError(f"the vector cache {self._path} failed: {error}") from error


# Older layouts had tables `vectors`, `projections` and `texts`; what they held is embedded again.
_SCHEMA = """
DROP TABLE IF EXISTS vectors;
DROP TABLE IF EXISTS projections;
DROP TABLE IF EXISTS texts;
CREATE TABLE IF NOT EXISTS encodings (key BLOB PRIMARY KEY, vector BLOB NOT NULL, tokens BLOB NOT NULL) WITHOUT ROWID;
"""
_GET = "SELECT vector, tokens FROM encodings WHERE key = ?"
