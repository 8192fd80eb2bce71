"""Writes a corrected document in the place of the one that is held, inside the caller's transaction. Its text stays."""

import json
import sqlite3

from index.catalogue.database import next_change
from index.catalogue.labels import write_labels
from index.catalogue.records import read_record
from index.catalogue.writes import passage_ids, write_facts
from ingest import Document


def write_corrected(db: sqlite3.Connection, document: Document) -> None:
    """Write what a held document is filed under: its facts, its labels, and the authorities of its passages."""
    before = read_record(db, document.id)
    write_facts(db, document, next_change(db))
    ids = passage_ids(document.id, document.passages)
    db.executemany(
        "UPDATE passages SET authorities = ?1 WHERE id = ?2 AND authorities <> ?1",
        [(json.dumps(passage.authorities), id_) for id_, passage in zip(ids, document.passages, strict=True)],
    )
    write_labels(db, read_record(db, document.id))
    if before.kind is not document.kind:  # which decides what counts as a list of findings
        db.execute("DELETE FROM annotated WHERE document = ?", (document.id,))
