"""Format 0003: the labels of each document as indexed rows, with their totals, so that scopes and counts are looked up."""

from alembic import op

from index.catalogue.labels import make_labels_anew

revision = "0003"
down_revision = "0002"

_STATEMENTS = (
    # `passages` is how many the document has: of a stance, those of that stance; of a theme, its findings.
    """CREATE TABLE labels (
        field TEXT NOT NULL, value TEXT NOT NULL, document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
        passages INTEGER NOT NULL, PRIMARY KEY (field, value, document)) WITHOUT ROWID""",
    "CREATE INDEX labels_of_documents ON labels (document, field, value, passages)",
    """CREATE TABLE label_totals (
        field TEXT NOT NULL, value TEXT NOT NULL, documents INTEGER NOT NULL, passages INTEGER NOT NULL,
        PRIMARY KEY (field, value)) WITHOUT ROWID""",
    """CREATE TRIGGER label_added AFTER INSERT ON labels BEGIN
        INSERT INTO label_totals VALUES (new.field, new.value, 1, new.passages)
            ON CONFLICT (field, value) DO UPDATE SET documents = documents + 1, passages = passages + excluded.passages;
        END""",
    """CREATE TRIGGER label_removed AFTER DELETE ON labels BEGIN
        UPDATE label_totals SET documents = documents - 1, passages = passages - old.passages
            WHERE field = old.field AND value = old.value;
        DELETE FROM label_totals WHERE field = old.field AND value = old.value AND documents <= 0;
        END""",
)


def upgrade() -> None:
    """Add the tables, and fill them from the documents that are there."""
    for statement in _STATEMENTS:
        op.execute(statement)
    connection = op.get_bind().connection.driver_connection
    assert connection is not None
    make_labels_anew(connection)
