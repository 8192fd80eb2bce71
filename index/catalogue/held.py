"""The records of a catalogue, kept in memory: after a change, only what changed is read again."""

import sqlite3
from dataclasses import dataclass, field
from threading import Lock

from index.catalogue.database import read_changes
from index.catalogue.records import Record, read_forgotten, read_records


@dataclass(frozen=True)
class Held:
    """The documents as they stood after a change.

    Attributes:
        changes: the number of the change.
        records: in order of their paths.
        by_id: the same by id.
    """

    changes: int = -1
    records: tuple[Record, ...] = ()
    by_id: dict[str, Record] = field(default_factory=dict)


class HeldRecords:
    """Keeps the newest records; a reader that is pinned to an older state has them read for itself."""

    def __init__(self) -> None:
        self._held = Held()
        self._refreshing = Lock()

    def at(self, db: sqlite3.Connection) -> Held:
        """The records as this connection sees them."""
        changes, held = read_changes(db), self._held
        if held.changes == changes:
            return held
        with self._refreshing:
            held = self._held
            if held.changes == changes:
                return held
            if held.changes > changes:
                return _refreshed(Held(), db, changes)
            self._held = _refreshed(held, db, changes)
            return self._held


def _refreshed(held: Held, db: sqlite3.Connection, changes: int) -> Held:
    by_id = dict(held.by_id)
    for document in read_forgotten(db, held.changes):
        by_id.pop(document, None)
    by_id |= {record.id: record for record in read_records(db, held.changes)}
    return Held(changes, tuple(sorted(by_id.values(), key=in_order)), by_id)


def in_order(record: Record) -> tuple[str, str]:
    """Where a document stands in a list: by its path."""
    return record.path, record.id
