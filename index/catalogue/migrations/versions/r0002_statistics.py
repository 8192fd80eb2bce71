"""Format 0002: which passages use each stem, how often, and the rows of each document, so that a search touches only its scope."""

from alembic import op

from index.catalogue.words.postings import add_postings

revision = "0002"
down_revision = "0001"

_STATEMENTS = (
    """CREATE TABLE stems (
        id INTEGER PRIMARY KEY, stem TEXT NOT NULL UNIQUE, reversed TEXT NOT NULL, passages INTEGER NOT NULL)""",
    "CREATE INDEX stems_reversed ON stems (reversed)",
    # `length` is that of the passage with its context, in words.
    """CREATE TABLE postings (
        stem INTEGER NOT NULL, row INTEGER NOT NULL, in_text INTEGER NOT NULL, in_context INTEGER NOT NULL,
        length INTEGER NOT NULL, PRIMARY KEY (stem, row)) WITHOUT ROWID""",
    "CREATE TABLE totals (only INTEGER PRIMARY KEY CHECK (only = 1), passages INTEGER NOT NULL, words INTEGER NOT NULL)",
    "INSERT INTO totals VALUES (1, 0, 0)",
    "ALTER TABLE documents ADD COLUMN first_row INTEGER NOT NULL DEFAULT 0",
    "ALTER TABLE documents ADD COLUMN last_row INTEGER NOT NULL DEFAULT -1",
    """UPDATE documents SET
        first_row = coalesce((SELECT min(row) FROM passages WHERE document = documents.id), 0),
        last_row = coalesce((SELECT max(row) FROM passages WHERE document = documents.id), -1)""",
    "DROP TABLE passages_terms",
)


def upgrade() -> None:
    """Add the tables, and fill them from the passages that are there."""
    for statement in _STATEMENTS:
        op.execute(statement)
    connection = op.get_bind().connection.driver_connection
    assert connection is not None
    for (document,) in connection.execute("SELECT id FROM documents ORDER BY id").fetchall():
        add_postings(connection, document)
