"""Feedback on answers that earlier versions kept in the catalogue's file."""

import sqlite3
from contextlib import closing
from pathlib import Path

from index.catalogue.database import FILE_NAME, connect
from index.errors import StoreError


def read_old_feedback(folder: Path) -> list[tuple[str, str, str, str, str, str]]:
    """`(time, thumb, question, scope, comment, citations as JSON)` of each entry, oldest first; nothing is changed.

    Args:
        folder: the index folder.

    Raises:
        StoreError: there is a catalogue, but it cannot be read.
    """
    file = folder / FILE_NAME
    if not file.is_file():
        return []
    try:
        with closing(connect(file)) as db:
            if not db.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'feedback'").fetchone():
                return []
            rows = db.execute("SELECT made, thumb, question, scope, word, shown FROM feedback ORDER BY row")
            return [tuple(row) for row in rows]
    except sqlite3.Error as error:
        raise StoreError(f"the catalogue {file} cannot be read: {error}") from error
