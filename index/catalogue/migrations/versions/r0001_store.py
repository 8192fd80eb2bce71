"""Format 0001: documents with their pages, passages, vectors and findings, and the outbox for the vector store."""

from alembic import op

revision = "0001"
down_revision = None

_STATEMENTS = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
    # `changed` is the number of the last change to the index that touched the document.
    """CREATE TABLE documents (
        id TEXT PRIMARY KEY, title TEXT NOT NULL, kind TEXT NOT NULL, authorities TEXT NOT NULL,
        inspection_start TEXT, inspection_end TEXT, published TEXT, met TEXT, lead_inspector TEXT, outcome TEXT,
        judgements TEXT NOT NULL, reported TEXT NOT NULL, facts TEXT NOT NULL, years TEXT NOT NULL, notes TEXT NOT NULL,
        pages INTEGER NOT NULL, first_page INTEGER NOT NULL, passages INTEGER NOT NULL, changed INTEGER NOT NULL)""",
    "CREATE INDEX documents_changed ON documents (changed)",
    "CREATE TABLE forgotten (document TEXT PRIMARY KEY, changed INTEGER NOT NULL) WITHOUT ROWID",
    "CREATE INDEX forgotten_changed ON forgotten (changed)",
    """CREATE TABLE sources (
        root TEXT NOT NULL, path TEXT NOT NULL, document TEXT NOT NULL REFERENCES documents (id),
        size INTEGER NOT NULL, modified INTEGER NOT NULL, sha256 TEXT NOT NULL, read_by TEXT NOT NULL,
        PRIMARY KEY (root, path))""",
    "CREATE INDEX source_documents ON sources (document)",
    """CREATE TABLE skipped (
        root TEXT NOT NULL, path TEXT NOT NULL, cause TEXT NOT NULL,
        size INTEGER NOT NULL, modified INTEGER NOT NULL, sha256 TEXT NOT NULL, read_by TEXT NOT NULL,
        PRIMARY KEY (root, path))""",
    """CREATE TABLE pages (
        document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE, number INTEGER NOT NULL, text TEXT NOT NULL,
        furniture TEXT NOT NULL, PRIMARY KEY (document, number)) WITHOUT ROWID""",
    # No row number is ever used again, so that a reader knows by it what came after the vectors that it has loaded.
    """CREATE TABLE passages (
        row INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
        document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
        text TEXT NOT NULL, context TEXT NOT NULL, headings TEXT NOT NULL, number TEXT, spans TEXT NOT NULL,
        stance TEXT NOT NULL, item TEXT, said_by TEXT, authorities TEXT NOT NULL)""",
    "CREATE INDEX passage_documents ON passages (document, stance)",
    """CREATE TABLE vectors (
        row INTEGER PRIMARY KEY REFERENCES passages (row) ON DELETE CASCADE, digest BLOB NOT NULL, vector BLOB NOT NULL)""",
    "CREATE INDEX vectors_digest ON vectors (digest)",
    """CREATE TABLE tokens (
        row INTEGER PRIMARY KEY REFERENCES passages (row) ON DELETE CASCADE, vectors BLOB NOT NULL)""",
    "CREATE TABLE axes (only INTEGER PRIMARY KEY CHECK (only = 1), axes BLOB NOT NULL)",
    # The passages that the vector store must look at again: those that stand above it adds, the others it forgets.
    "CREATE TABLE outbox (passage TEXT PRIMARY KEY) WITHOUT ROWID",
    """CREATE TABLE findings (
        passage TEXT NOT NULL REFERENCES passages (id) ON DELETE CASCADE, start INTEGER NOT NULL, end INTEGER NOT NULL,
        items TEXT NOT NULL, good REAL NOT NULL, bad REAL NOT NULL, themes TEXT NOT NULL, matters TEXT NOT NULL,
        listed INTEGER NOT NULL, PRIMARY KEY (passage, start, end)) WITHOUT ROWID""",
    """CREATE TABLE annotated (
        document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE, rule TEXT NOT NULL) WITHOUT ROWID""",
    """CREATE VIRTUAL TABLE passages_fts USING fts5(
        text, context, content='passages', content_rowid='row', tokenize='porter unicode61 remove_diacritics 2')""",
    "CREATE VIRTUAL TABLE passages_terms USING fts5vocab(passages_fts, row)",
    """CREATE TRIGGER passage_added AFTER INSERT ON passages BEGIN
        INSERT INTO passages_fts (rowid, text, context) VALUES (new.row, new.text, new.context);
        INSERT OR IGNORE INTO outbox VALUES (new.id); END""",
    """CREATE TRIGGER passage_removed AFTER DELETE ON passages BEGIN
        INSERT INTO passages_fts (passages_fts, rowid, text, context)
            VALUES ('delete', old.row, old.text, old.context);
        INSERT OR IGNORE INTO outbox VALUES (old.id); END""",
)


def upgrade() -> None:
    """Make the tables of an empty catalogue."""
    for statement in _STATEMENTS:
        op.execute(statement)
