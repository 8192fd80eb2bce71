"""Vectors by model and content, kept in a file that outlives any index."""

import hashlib
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.errors import IndexFault


class VectorCache:
    """Remembers the vector of each text under each model.

    Args:
        folder: where the file `vectors.sqlite` is kept; made if it is not there.
        model: the embedding model's name.
        encode: embeds texts that the cache does not hold, as an array of shape (texts, dimensions).
    """

    def __init__(self, folder: Path, model: str, encode: Callable[[Sequence[str]], NDArray[np.float32]]) -> None:
        self._path = folder / "vectors.sqlite"
        self._model = model
        self._encode = encode
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with self._connect() as db:
                db.execute(
                    "CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID"
                )
        except OSError as error:
            raise IndexFault(f"the vector cache {self._path} cannot be opened: {error}") from error

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give the vector of each text, embedding only those that are new."""
        keys = [hashlib.sha256(f"{self._model}\0{text}".encode()).digest() for text in texts]
        with self._connect() as db:
            held = {key: vector for key in keys for (vector,) in db.execute(_GET, (key,))}
            new = {key: text for key, text in zip(keys, texts, strict=True) if key not in held}
            if new:
                rows = self._encode(list(new.values()))
                held |= {key: row.tobytes() for key, row in zip(new, rows, strict=True)}
                db.executemany("INSERT OR IGNORE INTO vectors VALUES (?, ?)", [(key, held[key]) for key in new])
        return np.stack([np.frombuffer(held[key], dtype=np.float32) for key in keys])

    @contextmanager
    def _connect(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self._path, timeout=60)) as db, db:
                yield db
        except sqlite3.Error as error:
            raise IndexFault(f"the vector cache {self._path} failed: {error}") from error


_GET = "SELECT vector FROM vectors WHERE key = ?"
