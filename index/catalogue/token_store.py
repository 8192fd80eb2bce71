"""The token store: each passage's packed token vectors, and the projection that they are packed with."""

import json
import sqlite3
from collections.abc import Sequence

from index.ranking.tokens import Projection


def read_projection(db: sqlite3.Connection, axes: int) -> Projection | None:
    """The projection of this index; None before any passage is embedded."""
    row = db.execute("SELECT axes FROM projection").fetchone()
    return Projection.from_bytes(row["axes"], axes) if row else None


def write_projection(db: sqlite3.Connection, projection: Projection) -> None:
    """Set the projection of this index."""
    db.execute("INSERT OR REPLACE INTO projection VALUES (1, ?)", (projection.to_bytes(),))


def read_packed_tokens(db: sqlite3.Connection, ids: Sequence[str]) -> dict[str, bytes]:
    """The packed token vectors of passages, by id."""
    rows = db.execute(
        "SELECT passage, vectors FROM tokens WHERE passage IN (SELECT value FROM json_each(?))", (json.dumps(ids),)
    )
    return dict(rows.fetchall())


def write_packed_tokens(db: sqlite3.Connection, ids: Sequence[str], packed: Sequence[bytes]) -> None:
    """Store the packed token vectors of passages."""
    db.executemany("INSERT OR REPLACE INTO tokens VALUES (?, ?)", zip(ids, packed, strict=True))
