"""The correction store: what people have set of documents, in a file of its own beside the generations, which a rebuild leaves alone."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import astuple
from pathlib import Path

from index.catalogue.corrections import Correction, Field
from index.folder.side_file import side_file

_FILE = "corrections.sqlite"
_SCHEMA = """
CREATE TABLE IF NOT EXISTS corrections (
    document TEXT NOT NULL, field TEXT NOT NULL, value TEXT NOT NULL, person TEXT NOT NULL, day TEXT NOT NULL,
    PRIMARY KEY (document, field)) WITHOUT ROWID
"""


class CorrectionStore:
    """The corrections of an index. Those of a document that the index does not hold any more stay, for when it comes back.

    Args:
        folder: the index folder.

    Raises:
        StoreError: SQLite cannot read or write the file; this holds for every method.
    """

    def __init__(self, folder: Path) -> None:
        self._file = folder / _FILE

    def put(self, corrections: Sequence[Correction]) -> None:
        """Note corrections, each in place of one of the same field of the same document."""
        with self._transaction() as db:
            db.executemany("INSERT OR REPLACE INTO corrections VALUES (?, ?, ?, ?, ?)", map(astuple, corrections))

    def take_back(self, document: str, fields: Sequence[Field]) -> list[Correction]:
        """Drop the corrections of these fields of a document; returns them."""
        taken = [correction for correction in self.of(document) if correction.field in fields]
        if taken:
            with self._transaction() as db:
                db.executemany(
                    "DELETE FROM corrections WHERE document = ? AND field = ?",
                    [(document, correction.field.value) for correction in taken],
                )
        return taken

    def of(self, document: str) -> list[Correction]:
        """The corrections of a document."""
        return self.all().get(document, [])

    def all(self) -> dict[str, list[Correction]]:
        """Every correction, by document."""
        if not self._file.exists():
            return {}
        with self._transaction() as db:
            rows = db.execute("SELECT document, field, value, person, day FROM corrections ORDER BY document, field")
            found: dict[str, list[Correction]] = {}
            for document, field, *rest in rows:
                found.setdefault(document, []).append(Correction(document, Field(field), *rest))
        return found

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with side_file(self._file, "the corrections") as db:
            db.execute(_SCHEMA)
            yield db
