"""Changes to documents and files, each made inside the caller's transaction."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import astuple, replace
from hashlib import sha256

from index.catalogue.database import next_change
from index.catalogue.encodings import Encoding, digest_of, write_encoding
from index.catalogue.labels import make_labels_anew, write_labels
from index.catalogue.passages import context_of, embedded_text, read_document_passages
from index.catalogue.records import PART, Source, part_of, read_record
from index.catalogue.words.postings import add_postings, make_words_anew, remove_postings
from ingest import Document, Passage

# A file's own row, and those of later papers in it. "?" is the path.
_FILE = f"path = ?1 OR substr(path, 1, length(?1) + {len(PART)}) = ?1 || '{PART}'"
_DOCUMENT_COLUMNS = (
    *("id", "title", "kind", "authorities", "inspection_start", "inspection_end", "published", "met", "lead_inspector"),
    *("outcome", "judgements", "reported", "facts", "years", "notes", "pages", "first_page", "passages", "changed"),
)
_PUT_DOCUMENT = (
    f"INSERT INTO documents ({', '.join(_DOCUMENT_COLUMNS)}) VALUES ({', '.join('?' * len(_DOCUMENT_COLUMNS))})"  # noqa: S608 - names from above
    f" ON CONFLICT (id) DO UPDATE SET {', '.join(f'{name} = excluded.{name}' for name in _DOCUMENT_COLUMNS[1:])}"
)
Encodings = dict[bytes, Encoding]
"""What the model makes of the passages of some documents, by the digest of the embedded text."""


def put_documents(
    db: sqlite3.Connection,
    documents: Sequence[Document],
    source: Source,
    encodings: Encodings,
    leaving: Collection[tuple[str, str]] = (),
) -> None:
    """Store the documents read from `source`, in their order in the file, in place of those read from it before.

    Args:
        leaving: `(root, path)` of files that this run will forget; a document's facts by name are not theirs any more.
    """
    change = next_change(db)
    before = _forget_file(db, source)
    for number, document in enumerate(documents):
        path = part_of(source.path, document.pages[0].number) if number else source.path
        _put_document(db, document, replace(source, path=path), encodings, leaving, change)
    db.execute("DELETE FROM skipped WHERE root = ? AND path = ?", (source.root, source.path))
    _delete_orphans(db, before, change)


def _put_document(
    db: sqlite3.Connection,
    document: Document,
    source: Source,
    encodings: Encodings,
    leaving: Collection[tuple[str, str]],
    change: int,
) -> None:
    others = db.execute("SELECT * FROM sources WHERE document = ?", (document.id,)).fetchall()
    first_path = min((row["path"] for row in others if (row["root"], row["path"]) not in leaving), default=None)
    is_held = _passages_held(db, document)
    if not is_held:
        _delete_document(db, document.id)
    if not is_held or first_path is None or source.path <= first_path:  # facts by name come from the first path
        write_facts(db, document, change)
    if not is_held:
        _write_text(db, document, encodings)
        for other in others:
            db.execute("INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?, ?, ?, ?)", tuple(other))
    db.execute("UPDATE documents SET changed = ? WHERE id = ?", (change, document.id))
    db.execute(
        "INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?, ?, ?, ?)",
        (source.root, source.path, document.id, source.size, source.modified, source.sha256, source.read_by),
    )
    write_labels(db, read_record(db, document.id))


def _passages_held(db: sqlite3.Connection, document: Document) -> bool:
    """True if the catalogue holds this document with these passages; a newer reader may cut the same text otherwise."""
    held = [stored.passage for stored in read_document_passages(db, document.id)]
    return bool(held) and held == list(document.passages)


def touch(db: sqlite3.Connection, source: Source) -> None:
    """Record the new date of a file with unchanged content."""
    for table in ("sources", "skipped"):
        db.execute(
            f"UPDATE {table} SET size = ?2, modified = ?3 WHERE root = ?4 AND ({_FILE})",  # noqa: S608 - from above
            (source.path, source.size, source.modified, source.root),
        )


def skip(db: sqlite3.Connection, source: Source, cause: str) -> None:
    """Record why a file cannot be read. What was read from it before stays."""
    db.execute(
        "INSERT OR REPLACE INTO skipped VALUES (?, ?, ?, ?, ?, ?, ?)",
        (source.root, source.path, cause, source.size, source.modified, source.sha256, source.read_by),
    )


def remove(db: sqlite3.Connection, sources: Iterable[Source]) -> list[tuple[str, str]]:
    """Forget files, and the documents that no file holds any more.

    Returns:
        `(root, path)` of the files from which a document's facts by name must now be read.
    """
    change = next_change(db)
    renamed: set[str] = set()
    for source in sources:
        renamed |= _forget_file(db, source)
        db.execute("DELETE FROM skipped WHERE root = ? AND path = ?", (source.root, source.path))
    _delete_orphans(db, renamed, change)
    listed = json.dumps(sorted(renamed))
    db.execute("UPDATE documents SET changed = ? WHERE id IN (SELECT value FROM json_each(?))", (change, listed))
    rows = db.execute(
        "SELECT root, min(path) AS path FROM sources WHERE document IN (SELECT value FROM json_each(?)) GROUP BY document",
        (listed,),
    )
    first = [(row["root"], row["path"]) for row in rows]
    db.executemany(
        "UPDATE sources SET read_by = '' WHERE root = ? AND path = ?", first
    )  # the next run reads them at the latest
    return first


def _forget_file(db: sqlite3.Connection, source: Source) -> set[str]:
    """Forget what a file holds; returns the ids of the documents that it held."""
    rows = db.execute(
        f"DELETE FROM sources WHERE root = ?2 AND ({_FILE}) RETURNING document",  # noqa: S608 - from above
        (source.path, source.root),
    )
    return {row["document"] for row in rows.fetchall()}


def write_facts(db: sqlite3.Connection, document: Document, change: int) -> None:
    """Write what is known of a document, in place of what was."""
    days = (document.inspection_start, document.inspection_end, document.published, document.met)
    db.execute(
        _PUT_DOCUMENT,
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
            len(document.pages),
            min((page.number for page in document.pages), default=1),
            len(document.passages),
            change,
        ),
    )
    db.execute("DELETE FROM forgotten WHERE document = ?", (document.id,))


def _write_text(db: sqlite3.Connection, document: Document, encodings: Encodings) -> None:
    db.executemany(
        "INSERT INTO pages VALUES (?, ?, ?, ?)",
        [(document.id, page.number, page.text, json.dumps(page.furniture)) for page in document.pages],
    )
    for id_, passage in zip(passage_ids(document.id, document.passages), document.passages, strict=True):
        context = context_of(passage)
        added = db.execute(
            "INSERT INTO passages (id, document, text, context, headings, number, spans, stance, item, said_by, authorities)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                id_,
                document.id,
                passage.text,
                context,
                json.dumps(passage.headings),
                passage.number,
                json.dumps([(span.page, span.start, span.end) for span in passage.spans]),
                passage.stance.value,
                passage.item,
                passage.said_by,
                json.dumps(passage.authorities),
            ),
        )
        row = added.lastrowid or 0
        write_encoding(db, row, encodings[digest_of(embedded_text(context, passage.text))])
    add_postings(db, document.id)


def passage_ids(document: str, passages: Iterable[Passage]) -> list[str]:
    """The ids of a document's passages: made from the document, the text, and how many passages before have the same text."""
    seen: dict[str, int] = {}
    ids = []
    for passage in passages:
        occurrence = seen[passage.text] = seen.get(passage.text, -1) + 1
        ids.append(sha256(f"{document}\0{occurrence}\0{passage.text}".encode()).hexdigest()[:20])
    return ids


def _delete_orphans(db: sqlite3.Connection, documents: Iterable[str], change: int) -> None:
    """Forget those of these documents that no file holds any more."""
    for document in documents:
        if not db.execute("SELECT 1 FROM sources WHERE document = ?", (document,)).fetchone():
            _delete_document(db, document)
            db.execute("INSERT OR REPLACE INTO forgotten VALUES (?, ?)", (document, change))


def _delete_document(db: sqlite3.Connection, document: str) -> None:
    remove_postings(db, document)
    db.execute("DELETE FROM sources WHERE document = ?", (document,))
    db.execute("DELETE FROM passages WHERE document = ?", (document,))  # their trigger takes them out of the FTS index
    db.execute("DELETE FROM documents WHERE id = ?", (document,))


def put_again(db: sqlite3.Connection, document: Document, encodings: Encodings) -> None:
    """Store a document that is held again, with these encodings, and let the next run read its files again."""
    change = next_change(db)
    sources = db.execute("SELECT * FROM sources WHERE document = ?", (document.id,)).fetchall()
    _delete_document(db, document.id)
    write_facts(db, document, change)
    _write_text(db, document, encodings)
    for source in sources:
        db.execute("INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?, '')", tuple(source)[:-1])
    write_labels(db, read_record(db, document.id))


def drop_unsourced(db: sqlite3.Connection) -> None:
    """Delete the documents that no file holds."""
    rows = db.execute("SELECT id FROM documents WHERE id NOT IN (SELECT document FROM sources)").fetchall()
    _delete_orphans(db, [row["id"] for row in rows], next_change(db))


def move_root(db: sqlite3.Connection, old: str, new: str) -> None:
    """Record that the files of a folder now stand in another."""
    for table in ("sources", "skipped"):
        db.execute(f"UPDATE {table} SET root = ? WHERE root = ?", (new, old))  # noqa: S608 - fixed text


def count_anew(db: sqlite3.Connection) -> None:
    """Make the FTS index, the postings, the labels and all counts again from the passages."""
    db.execute(
        "UPDATE documents SET changed = ?, passages = (SELECT count(*) FROM passages WHERE document = documents.id),"
        " pages = (SELECT count(*) FROM pages WHERE document = documents.id)",
        (next_change(db),),
    )
    make_words_anew(db)
    make_labels_anew(db)
