"""The outbox: the passages that the vector store must look at again.

A trigger puts every passage in it that is added or deleted, in the same transaction. What is to be done is read from the
passages themselves, so that doing it twice, or in another order, comes to the same.
"""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from index.catalogue.encodings import read_vectors


@dataclass(frozen=True)
class Pending:
    """What the vector store must be told.

    Attributes:
        add: the vectors of passages, as float16 bytes, by id.
        forget: ids of passages that are no more.
    """

    add: dict[str, bytes]
    forget: list[str]

    @property
    def ids(self) -> list[str]:
        """All these passages."""
        return [*self.add, *self.forget]


def count_pending(db: sqlite3.Connection) -> int:
    """How many passages the vector store must look at again."""
    return int(db.execute("SELECT count(*) FROM outbox").fetchone()[0])


def read_pending(db: sqlite3.Connection, limit: int) -> Pending:
    """At most `limit` passages of the outbox."""
    ids = [row["passage"] for row in db.execute("SELECT passage FROM outbox LIMIT ?", (limit,))]
    add = read_vectors(db, ids)
    return Pending(add, [id_ for id_ in ids if id_ not in add])


def mark_done(db: sqlite3.Connection, ids: Sequence[str]) -> None:
    """Record that the vector store has done what these passages ask."""
    db.execute("DELETE FROM outbox WHERE passage IN (SELECT value FROM json_each(?))", (json.dumps(ids),))


def mark_all(db: sqlite3.Connection, also: Sequence[str] = ()) -> None:
    """Let the vector store look at every passage again.

    Args:
        also: ids that it holds and no passage has.
    """
    db.execute("INSERT OR IGNORE INTO outbox SELECT id FROM passages")
    mark(db, also)


def mark(db: sqlite3.Connection, ids: Sequence[str]) -> None:
    """Let the vector store look at these passages again."""
    db.executemany("INSERT OR IGNORE INTO outbox VALUES (?)", [(id_,) for id_ in ids])


def first_pending_row(db: sqlite3.Connection) -> int:
    """The row from which on passages may be missing from the vector store; those before it are all there."""
    row = db.execute("SELECT min(row) FROM outbox JOIN passages ON passages.id = outbox.passage").fetchone()
    if row[0] is not None:
        return int(row[0])
    return last_row(db) + 1


def last_row(db: sqlite3.Connection) -> int:
    """The last row that a passage has ever had; 0 if there never was one."""
    row = db.execute("SELECT seq FROM sqlite_sequence WHERE name = 'passages'").fetchone()
    return int(row[0]) if row else 0


def read_settled(db: sqlite3.Connection) -> set[str]:
    """The ids of the passages that the vector store should hold, as far as it has been told."""
    rows = db.execute("SELECT id FROM passages WHERE id NOT IN (SELECT passage FROM outbox)")
    return {row["id"] for row in rows}


def read_pending_ids(db: sqlite3.Connection) -> set[str]:
    """The ids of the passages of the outbox."""
    return {row["passage"] for row in db.execute("SELECT passage FROM outbox")}
