"""The outbox: passages that the vector store does not hold yet."""

import sqlite3
from collections.abc import Sequence

from index.catalogue.passages import embedded_text


def count_unembedded(db: sqlite3.Connection) -> int:
    """How many passages have no vector yet."""
    return int(db.execute("SELECT count(*) FROM passages WHERE embedded = 0").fetchone()[0])


def sample_to_embed(db: sqlite3.Connection, limit: int) -> list[str]:
    """Texts of at most `limit` passages without a vector, spread evenly over all of them."""
    step = max(1, count_unembedded(db) // limit)
    rows = db.execute(
        "SELECT context, text FROM passages WHERE embedded = 0 AND row % ? = 0 ORDER BY row LIMIT ?", (step, limit)
    )
    return [embedded_text(row["context"], row["text"]) for row in rows]


def read_to_embed(db: sqlite3.Connection, limit: int) -> list[tuple[str, str, str]]:
    """`(passage id, document id, text to embed)` of at most `limit` passages without a vector."""
    rows = db.execute(
        "SELECT id, document, context, text FROM passages WHERE embedded = 0 ORDER BY row LIMIT ?", (limit,)
    )
    return [(row["id"], row["document"], embedded_text(row["context"], row["text"])) for row in rows]


def mark_embedded(db: sqlite3.Connection, ids: Sequence[str]) -> None:
    """Record that the vector store holds these passages."""
    db.executemany("UPDATE passages SET embedded = 1 WHERE id = ?", [(id_,) for id_ in ids])


def mark_none_embedded(db: sqlite3.Connection) -> None:
    """Record that the vector store holds no passage."""
    db.execute("UPDATE passages SET embedded = 0")
