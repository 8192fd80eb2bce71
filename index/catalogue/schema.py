"""The catalogue's tables, and the connection to its file."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import uuid4

from index.errors import StoreError

FILE_NAME = "catalogue.sqlite"
TIMEOUT = 60  # seconds to wait for another process to finish writing

_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS documents (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, kind TEXT NOT NULL, authorities TEXT NOT NULL,
    inspection_start TEXT, inspection_end TEXT, published TEXT, met TEXT, lead_inspector TEXT, outcome TEXT,
    judgements TEXT NOT NULL, reported TEXT NOT NULL, facts TEXT NOT NULL, years TEXT NOT NULL, notes TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS sources (
    root TEXT NOT NULL, path TEXT NOT NULL, document TEXT NOT NULL REFERENCES documents (id),
    size INTEGER NOT NULL, modified INTEGER NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (root, path));
CREATE INDEX IF NOT EXISTS source_documents ON sources (document);
CREATE TABLE IF NOT EXISTS skipped (root TEXT NOT NULL, path TEXT NOT NULL, cause TEXT NOT NULL, PRIMARY KEY (root, path));
CREATE TABLE IF NOT EXISTS pages (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE, number INTEGER NOT NULL, text TEXT NOT NULL,
    furniture TEXT NOT NULL, PRIMARY KEY (document, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS passages (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    text TEXT NOT NULL, context TEXT NOT NULL, headings TEXT NOT NULL, number TEXT, spans TEXT NOT NULL,
    stance TEXT NOT NULL, item TEXT, said_by TEXT, authorities TEXT NOT NULL,
    embedded INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS tokens (
    passage TEXT PRIMARY KEY REFERENCES passages (id) ON DELETE CASCADE, vectors BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS projection (only INTEGER PRIMARY KEY CHECK (only = 1), axes BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS findings (
    passage TEXT NOT NULL REFERENCES passages (id) ON DELETE CASCADE, start INTEGER NOT NULL, end INTEGER NOT NULL,
    items TEXT NOT NULL, good REAL NOT NULL, bad REAL NOT NULL, themes TEXT NOT NULL, matters TEXT NOT NULL,
    listed INTEGER NOT NULL, PRIMARY KEY (passage, start, end)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS annotated (
    document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE, rule TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS saved (
    person TEXT NOT NULL, id TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, created TEXT NOT NULL,
    PRIMARY KEY (person, id)) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS passage_documents ON passages (document);
CREATE INDEX IF NOT EXISTS passages_to_embed ON passages (row) WHERE embedded = 0;
CREATE VIRTUAL TABLE IF NOT EXISTS passages_fts USING fts5(
    text, context, content='passages', content_rowid='row', tokenize='porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE IF NOT EXISTS passages_terms USING fts5vocab(passages_fts, row);
CREATE TRIGGER IF NOT EXISTS passage_added AFTER INSERT ON passages BEGIN
    INSERT INTO passages_fts (rowid, text, context) VALUES (new.row, new.text, new.context); END;
CREATE TRIGGER IF NOT EXISTS passage_removed AFTER DELETE ON passages BEGIN
    INSERT INTO passages_fts (passages_fts, rowid, text, context) VALUES ('delete', old.row, old.text, old.context); END;
"""


# Columns that an older file lacks. Its documents can then be listed; to search them, the index must be rebuilt.
_ADDED = (
    ("documents", "authorities", "TEXT NOT NULL DEFAULT '[]'"),
    ("documents", "met", "TEXT"),
    ("documents", "reported", "TEXT NOT NULL DEFAULT '[]'"),
    ("passages", "stance", "TEXT NOT NULL DEFAULT 'neither'"),
    ("passages", "item", "TEXT"),
    ("passages", "said_by", "TEXT"),
    ("passages", "authorities", "TEXT NOT NULL DEFAULT '[]'"),
)


class Database:
    """The catalogue's file in an index folder, created if missing.

    Args:
        folder: the index folder.
        settings: what the index is built with; an existing index keeps its own.

    Raises:
        StoreError: the folder or the file cannot be written.
    """

    def __init__(self, folder: Path, settings: dict[str, str]) -> None:
        self.file = folder / FILE_NAME
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with self.transaction() as db:
                db.execute("PRAGMA journal_mode = WAL")
                db.executescript(_SCHEMA)
                _add_columns(db)
                db.executemany("INSERT OR IGNORE INTO meta VALUES (?, ?)", settings.items())
                db.execute("INSERT OR IGNORE INTO meta VALUES ('name', ?)", (f"kloe-{uuid4().hex}",))
        except (OSError, sqlite3.Error) as error:
            raise StoreError(f"the index {folder} cannot be opened: {error}") from error

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Open a connection and commit at the end, or roll back after an error.

        Raises:
            StoreError: SQLite failed.
        """
        with closing(sqlite3.connect(self.file, timeout=TIMEOUT)) as db:
            db.row_factory = sqlite3.Row
            db.execute("PRAGMA foreign_keys = ON")
            db.execute("PRAGMA synchronous = NORMAL")
            try:
                with db:
                    yield db
            except sqlite3.Error as error:
                raise StoreError(f"the catalogue {self.file} failed: {error}; earlier changes are kept") from error


def _add_columns(db: sqlite3.Connection) -> None:
    present = {table: {row["name"] for row in db.execute(f"PRAGMA table_info({table})")} for table, _, _ in _ADDED}
    for table, column, form in _ADDED:
        if column not in present[table]:
            db.execute(f"ALTER TABLE {table} ADD COLUMN {column} {form}")
    if "authorities" not in present["documents"]:
        db.execute("UPDATE documents SET authorities = json_array(authority) WHERE authority IS NOT NULL")


def read_metadata(db: sqlite3.Connection) -> dict[str, str]:
    """The index's name, the settings that it was built with, and the state of its vectors, by key."""
    return {row["key"]: row["value"] for row in db.execute("SELECT key, value FROM meta")}


def write_metadata(db: sqlite3.Connection, values: dict[str, str]) -> None:
    """Replace these entries of the metadata."""
    db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", values.items())
