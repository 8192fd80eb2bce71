"""What the model makes of passages: vectors and packed token vectors, and the axes that tokens are packed on."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from index.ranking.tokens import Projection


@dataclass(frozen=True)
class Encoding:
    """What the model makes of one text.

    Attributes:
        digest: of the text.
        vector: a unit vector as float16 bytes.
        tokens: its token vectors, as `Projection.pack` gives them.
    """

    digest: bytes
    vector: bytes
    tokens: bytes


def digest_of(text: str) -> bytes:
    """The digest by which a text's encoding is found again, 16 bytes."""
    return sha256(text.encode()).digest()[:16]


def pack_vector(vector: NDArray[np.float32]) -> bytes:
    """A vector as float16 bytes, which changes a cosine by less than 0.001."""
    return vector.astype(np.float16).tobytes()


def unpack_vectors(packed: Sequence[bytes]) -> NDArray[np.float32]:
    """Unit vectors, an array of shape (vectors, dimensions)."""
    if not packed:
        return np.zeros((0, 0), dtype=np.float32)
    rows = np.frombuffer(b"".join(packed), dtype=np.float16).reshape(len(packed), -1).astype(np.float32)
    rows /= np.maximum(np.sqrt(np.einsum("ij,ij->i", rows, rows)), 1e-9)[:, np.newaxis]  # in place: a scope has many
    return rows


def read_axes(db: sqlite3.Connection, axes: int) -> Projection | None:
    """The axes of this index; None before any passage is in it."""
    row = db.execute("SELECT axes FROM axes").fetchone()
    return Projection.from_bytes(row["axes"], axes) if row else None


def write_axes(db: sqlite3.Connection, projection: Projection) -> None:
    """Set the axes of this index."""
    db.execute("INSERT OR REPLACE INTO axes VALUES (1, ?)", (projection.to_bytes(),))


def read_packed_tokens(db: sqlite3.Connection, ids: Collection[str]) -> dict[str, bytes]:
    """The packed token vectors of passages, by id."""
    rows = db.execute(
        "SELECT id, vectors FROM passages JOIN tokens USING (row) WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return {row["id"]: row["vectors"] for row in rows}


def read_vectors(db: sqlite3.Connection, ids: Collection[str]) -> dict[str, bytes]:
    """The vectors of passages, by id."""
    rows = db.execute(
        "SELECT id, vector FROM passages JOIN vectors USING (row) WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return {row["id"]: row["vector"] for row in rows}


def read_digests(db: sqlite3.Connection, document: str) -> list[bytes]:
    """The digests of the texts that the vectors of a document's passages were made from, in reading order."""
    rows = db.execute(
        "SELECT digest FROM passages JOIN vectors USING (row) JOIN tokens USING (row) WHERE document = ? ORDER BY row",
        (document,),
    )
    return [row["digest"] for row in rows]


def read_encodings(db: sqlite3.Connection, digests: Iterable[bytes]) -> dict[bytes, Encoding]:
    """The encodings of these texts that the index holds, by digest."""
    found = {}
    for digest in digests:
        row = db.execute(
            "SELECT vector, tokens.vectors AS tokens FROM vectors JOIN tokens USING (row) WHERE digest = ? LIMIT 1",
            (digest,),
        ).fetchone()
        if row:
            found[digest] = Encoding(digest, row["vector"], row["tokens"])
    return found


def write_encoding(db: sqlite3.Connection, row: int, encoding: Encoding) -> None:
    """Store the encoding of the passage in this row."""
    db.execute("INSERT INTO vectors VALUES (?, ?, ?)", (row, encoding.digest, encoding.vector))
    db.execute("INSERT INTO tokens VALUES (?, ?)", (row, encoding.tokens))
