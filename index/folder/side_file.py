"""The small SQLite files that stand beside the generations, which a rebuild leaves alone."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from index.catalogue.database import connect
from index.errors import StoreError


@contextmanager
def side_file(file: Path, what: str) -> Iterator[sqlite3.Connection]:
    """A transaction on such a file, which is made if it does not exist.

    Args:
        what: what it holds, for those who are told that it cannot be used: "the saved lists".

    Raises:
        StoreError: SQLite cannot read or write the file.
    """
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        with closing(connect(file, "rwc")) as db, db:
            yield db
    except (sqlite3.Error, OSError) as error:
        raise StoreError(f"{what} in {file} cannot be used: {error}") from error
