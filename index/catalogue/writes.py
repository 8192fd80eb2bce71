"""Changes to documents and files, each made inside the caller's transaction."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import astuple, replace
from hashlib import sha256

from index.catalogue.passages import context_of
from index.catalogue.records import PART, Source, part_of
from ingest import Document


def clear(db: sqlite3.Connection) -> None:
    """Delete every document."""
    for table in ("sources", "skipped", "passages", "documents", "projection"):
        db.execute(f"DELETE FROM {table}")  # noqa: S608 - names from the line above


# A file's own row, and those of later papers in it. "?" is the path.
_FILE = f"path = ?1 OR substr(path, 1, length(?1) + {len(PART)}) = ?1 || '{PART}'"


def put_documents(db: sqlite3.Connection, documents: Sequence[Document], source: Source) -> list[str]:
    """Store the documents read from `source`, in their order in the file, in place of those read from it before.

    Returns:
        The ids of the documents deleted because no file holds them any more.
    """
    db.execute(f"DELETE FROM sources WHERE root = ?2 AND ({_FILE})", (source.path, source.root))  # noqa: S608 - from above
    for number, document in enumerate(documents):
        path = part_of(source.path, document.pages[0].number) if number else source.path
        _put_document(db, document, replace(source, path=path))
    db.execute("DELETE FROM skipped WHERE root = ? AND path = ?", (source.root, source.path))
    return _delete_orphans(db)


def _put_document(db: sqlite3.Connection, document: Document, source: Source) -> None:
    first_path = db.execute("SELECT min(path) FROM sources WHERE document = ?", (document.id,)).fetchone()[0]
    if not db.execute("SELECT 1 FROM documents WHERE id = ?", (document.id,)).fetchone():
        _insert(db, document)
    elif first_path is None or source.path <= first_path:  # facts read from a path come from the document's first path
        _write_facts(db, document)
    db.execute(
        "INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?, ?, ?)",
        (source.root, source.path, document.id, source.size, source.modified, source.sha256),
    )


def touch(db: sqlite3.Connection, source: Source) -> None:
    """Record the new date of a file with unchanged content."""
    db.execute(
        f"UPDATE sources SET size = ?2, modified = ?3 WHERE root = ?4 AND ({_FILE})",  # noqa: S608 - from above
        (source.path, source.size, source.modified, source.root),
    )


def skip(db: sqlite3.Connection, source: Source, cause: str) -> list[str]:
    """Record why a file cannot be indexed, and delete what was read from it before.

    Returns:
        The ids of the documents deleted because no file holds them any more.
    """
    db.execute("INSERT OR REPLACE INTO skipped VALUES (?, ?, ?)", (source.root, source.path, cause))
    db.execute(f"DELETE FROM sources WHERE root = ?2 AND ({_FILE})", (source.path, source.root))  # noqa: S608 - from above
    return _delete_orphans(db)


def remove(db: sqlite3.Connection, sources: Iterable[Source]) -> list[str]:
    """Forget files.

    Returns:
        The ids of the documents deleted because no file holds them any more.
    """
    rows = [(source.root, source.path) for source in sources]
    for table in ("sources", "skipped"):
        db.executemany(f"DELETE FROM {table} WHERE root = ? AND path = ?", rows)  # noqa: S608 - as above
    return _delete_orphans(db)


def _write_facts(db: sqlite3.Connection, document: Document) -> None:
    days = (document.inspection_start, document.inspection_end, document.published, document.met)
    db.execute(
        "INSERT INTO documents (id, title, kind, authorities, inspection_start, inspection_end, published, met, lead_inspector,"
        " outcome, judgements, reported, facts, years, notes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (id) DO UPDATE SET"
        " title = excluded.title, authorities = excluded.authorities, published = excluded.published,"
        " facts = excluded.facts, years = excluded.years",
        (
            document.id,
            document.title,
            document.kind.value,
            json.dumps(document.authorities),
            *(day and day.isoformat() for day in days),
            document.lead_inspector,
            document.outcome,
            json.dumps([astuple(judgement) for judgement in document.judgements]),
            json.dumps([astuple(judgement) for judgement in document.reported]),
            json.dumps([astuple(fact) for fact in document.facts]),
            json.dumps(document.years),
            json.dumps(document.notes),
        ),
    )


def _insert(db: sqlite3.Connection, document: Document) -> None:
    _write_facts(db, document)
    db.executemany(
        "INSERT INTO pages VALUES (?, ?, ?, ?)",
        [(document.id, page.number, page.text, json.dumps(page.furniture)) for page in document.pages],
    )
    seen: dict[str, int] = {}
    for passage in document.passages:
        occurrence = seen[passage.text] = seen.get(passage.text, -1) + 1
        digest = sha256(f"{document.id}\0{occurrence}\0{passage.text}".encode()).hexdigest()[:20]
        db.execute(
            "INSERT INTO passages (id, document, text, context, headings, number, spans, stance, item, said_by, authorities)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                digest,
                document.id,
                passage.text,
                context_of(passage),
                json.dumps(passage.headings),
                passage.number,
                json.dumps([(span.page, span.start, span.end) for span in passage.spans]),
                passage.stance.value,
                passage.item,
                passage.said_by,
                json.dumps(passage.authorities),
            ),
        )


def _delete_orphans(db: sqlite3.Connection) -> list[str]:
    orphans = [row[0] for row in db.execute("SELECT id FROM documents WHERE id NOT IN (SELECT document FROM sources)")]
    for document in orphans:  # passages first, so that their trigger takes them out of the FTS index
        db.execute("DELETE FROM passages WHERE document = ?", (document,))
        db.execute("DELETE FROM documents WHERE id = ?", (document,))
    return orphans
