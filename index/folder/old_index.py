"""What Kloe 0.1.0 left in an index folder: the files that it had read, which a rebuild reads again."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from index.catalogue.database import connect
from index.catalogue.records import Source
from index.errors import StoreError


def read_old_sources(catalogue: Path) -> list[Source]:
    """The files of an index of Kloe 0.1.0.

    Raises:
        StoreError: its catalogue cannot be read.
    """
    try:
        with closing(connect(catalogue)) as db:
            rows = db.execute("SELECT root, path, size, modified, sha256 FROM sources")
            return [Source(*row) for row in rows]
    except sqlite3.Error as error:
        raise StoreError(f"the catalogue {catalogue} of Kloe 0.1.0 cannot be read: {error}") from error


def remove_old_index(catalogue: Path) -> None:
    """Delete an index of Kloe 0.1.0 after a new generation has taken its place; a catalogue with feedback in it stays."""
    shutil.rmtree(catalogue.with_name("vectors"), ignore_errors=True)
    with closing(connect(catalogue)) as db:
        has_feedback = db.execute("SELECT 1 FROM sqlite_master WHERE name = 'feedback'").fetchone()
    if not has_feedback:
        for suffix in ("", "-wal", "-shm"):
            catalogue.with_name(catalogue.name + suffix).unlink(missing_ok=True)
