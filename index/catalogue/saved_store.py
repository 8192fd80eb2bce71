"""The saved store: what each person has saved. A rebuild of the index leaves it alone."""

import sqlite3
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import astuple, dataclass


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
    """The saved lists in a catalogue, one a person.

    Args:
        transaction: opens a connection to the catalogue's file, and commits at the end.

    Raises:
        StoreError: SQLite cannot read or write the file; this holds for every method.
    """

    def __init__(self, transaction: Callable[[], AbstractContextManager[sqlite3.Connection]]) -> None:
        self._transaction = transaction

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
        with self._transaction() as db:
            rows = db.execute(
                "SELECT id, kind, value, created FROM saved WHERE person = ? ORDER BY created, id", (person,)
            )
            return [SavedRow(*row) for row in rows]

    def remove(self, person: str, id_: str) -> bool:
        """Take something off a person's list; False if it was not there."""
        with self._transaction() as db:
            return db.execute("DELETE FROM saved WHERE person = ? AND id = ?", (person, id_)).rowcount > 0
