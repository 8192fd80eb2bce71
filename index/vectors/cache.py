"""The vector cache: vectors by model and text, in a file that is kept when an index is deleted."""

import hashlib
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.errors import StoreError
from index.ranking.tokens import Projection
from index.vectors.embedder import Embedder


class VectorCache:
    """Remembers each text's vector and packed token vectors.

    Args:
        folder: the folder of the file `vectors.sqlite`, created if missing.
        embedder: embeds texts that are not in the cache.

    Raises:
        StoreError: the file cannot be read or written; this holds for every method.
    """

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        self._path = folder / "vectors.sqlite"
        self._embedder = embedder
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with self._connect() as db:
                db.executescript(_SCHEMA)
        except OSError as error:
            raise StoreError(f"the vector cache {self._path} cannot be opened: {error}") from error

    def projection(self, texts: Sequence[str]) -> Projection:
        """The projection that this model's token vectors are packed with, learned from `texts` the first time."""
        axes = self._embedder.token_axes
        with self._connect() as db:
            row = db.execute("SELECT axes FROM projections WHERE model = ?", (self._embedder.model,)).fetchone()
            if row:
                return Projection.from_bytes(row[0], axes)
            learned = Projection.learn(
                np.concatenate([encoded.tokens.vectors for encoded in self._embedder.encode_with_tokens(texts)]), axes
            )
            if learned.count == axes:  # a smaller model keeps all its dimensions, which needs no learning
                db.execute("INSERT INTO projections VALUES (?, ?)", (self._embedder.model, learned.to_bytes()))
        return learned

    def encode(self, texts: Sequence[str], projection: Projection) -> tuple[NDArray[np.float32], list[bytes]]:
        """Embed texts that are not in the cache, and store them there.

        Returns:
            The vectors of all texts, an array of shape (texts, dimensions), and their packed token vectors.
        """
        name = f"{self._embedder.model}\0{projection.digest}"
        keys = [hashlib.sha256(f"{name}\0{text}".encode()).digest() for text in texts]
        with self._connect() as db:
            stored = {key: (row[0], row[1]) for key in keys for row in db.execute(_GET, (key,))}
            new = {key: text for key, text in zip(keys, texts, strict=True) if key not in stored}
            if new:
                encoded_texts = self._embedder.encode_with_tokens(list(new.values()))
                stored |= {
                    key: (encoded.vector.tobytes(), projection.pack(encoded.tokens.vectors))
                    for key, encoded in zip(new, encoded_texts, strict=True)
                }
                db.executemany("INSERT OR IGNORE INTO texts VALUES (?, ?, ?)", [(key, *stored[key]) for key in new])
        vectors = np.stack([np.frombuffer(stored[key][0], dtype=np.float32) for key in keys])
        return vectors, [stored[key][1] for key in keys]

    @contextmanager
    def _connect(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self._path, timeout=60)) as db, db:
                yield db
        except sqlite3.Error as error:
            raise StoreError(f"the vector cache {self._path} failed: {error}") from error


# An older layout of the cache had a table `vectors`; what it held is embedded again.
_SCHEMA = """
DROP TABLE IF EXISTS vectors;
CREATE TABLE IF NOT EXISTS projections (model TEXT PRIMARY KEY, axes BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS texts (key BLOB PRIMARY KEY, vector BLOB NOT NULL, tokens BLOB NOT NULL) WITHOUT ROWID;
"""
_GET = "SELECT vector, tokens FROM texts WHERE key = ?"
