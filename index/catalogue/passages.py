"""Passages and pages, and the text that is embedded for a passage."""

import json
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from index.catalogue.scope import PassageScope
from ingest import Furniture, Page, Passage, Span


@dataclass(frozen=True)
class StoredPassage:
    """A passage with its id and its document's id."""

    id: str
    document: str
    passage: Passage


def context_of(passage: Passage) -> str:
    """The headings next above a passage, which are searched with it."""
    return ". ".join(passage.headings[-2:])


def embedded_text(context: str, text: str) -> str:
    """The text to embed: the passage after its context."""
    return f"{context}. {text}" if context else text


def read_passages(db: sqlite3.Connection, ids: Sequence[str]) -> list[StoredPassage]:
    """The passages with these ids, in the order of `ids`; unknown ids are ignored."""
    rows = db.execute("SELECT * FROM passages WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(ids),))
    stored = {row["id"]: _stored(row) for row in rows}
    return [stored[id_] for id_ in ids if id_ in stored]


def read_document_passages(db: sqlite3.Connection, document: str) -> list[StoredPassage]:
    """The passages of a document in reading order."""
    return [_stored(row) for row in db.execute("SELECT * FROM passages WHERE document = ? ORDER BY row", (document,))]


def read_passage_texts(db: sqlite3.Connection, document: str) -> list[str]:
    """The texts that are embedded for a document's passages, in reading order."""
    rows = db.execute("SELECT context, text FROM passages WHERE document = ? ORDER BY row", (document,))
    return [embedded_text(row["context"], row["text"]) for row in rows]


def count_passages(db: sqlite3.Connection, scope: PassageScope) -> int:
    """How many passages are in a scope."""
    if scope.is_all:
        return int(db.execute("SELECT passages FROM totals").fetchone()[0])
    if scope.rows is not None:
        return len(scope.rows)
    condition, parameters = scope.condition
    query = f"SELECT count(*) FROM passages WHERE {condition}"  # noqa: S608 - fixed text
    if not scope.said:
        condition, parameters = PassageScope(scope.documents).document_condition
        query = f"SELECT coalesce(sum(passages), 0) FROM documents WHERE {condition}"  # noqa: S608 - fixed text
    return int(db.execute(query, parameters).fetchone()[0])


def read_inside(db: sqlite3.Connection, ids: Collection[str], scope: PassageScope) -> set[str]:
    """Those of these ids whose passages are held and in a scope."""
    condition, parameters = scope.condition
    rows = db.execute(
        f"SELECT id FROM passages WHERE id IN (SELECT value FROM json_each(?)) AND {condition}",  # noqa: S608 - fixed text
        (json.dumps(list(ids)), *parameters),
    )
    return {row["id"] for row in rows}


def read_scope_vectors(db: sqlite3.Connection, scope: PassageScope, from_row: int = 0) -> tuple[list[int], list[bytes]]:
    """The rows and the vectors of the passages in a scope, from a row on."""
    condition, parameters = scope.condition
    if scope.is_all:
        source = "vectors"
    elif from_row:  # only what is new is read, whatever the scope
        source = "vectors CROSS JOIN passages USING (row)"
    elif scope.said:
        source = "passages JOIN vectors USING (row)"
    else:  # a document's passages stand in one run of rows: they need not be read themselves
        source = "documents CROSS JOIN vectors ON row BETWEEN first_row AND last_row"
        condition, parameters = scope.document_condition
    rows = db.execute(
        f"SELECT row, vector FROM {source} WHERE row >= ? AND {condition}",  # noqa: S608 - fixed text
        (from_row, *parameters),
    ).fetchall()
    return [row["row"] for row in rows], [row["vector"] for row in rows]


def read_ids(db: sqlite3.Connection, rows: Sequence[int]) -> list[str]:
    """The ids of the passages in these rows, which must be held."""
    found = dict(
        db.execute(
            "SELECT row, id FROM passages WHERE row IN (SELECT value FROM json_each(?))", (json.dumps(list(rows)),)
        )
    )
    return [found[row] for row in rows]


def read_pages(db: sqlite3.Connection, document: str) -> tuple[Page, ...]:
    """The pages of a document in order."""
    rows = db.execute("SELECT * FROM pages WHERE document = ? ORDER BY number", (document,))
    return tuple(
        Page(
            row["number"],
            row["text"],
            tuple((Furniture(kind), start, end) for kind, start, end in json.loads(row["furniture"])),
        )
        for row in rows
    )


def _stored(row: sqlite3.Row) -> StoredPassage:
    spans = tuple(Span(*span) for span in json.loads(row["spans"]))
    passage = Passage(
        text=row["text"],
        spans=spans,
        headings=tuple(json.loads(row["headings"])),
        number=row["number"],
        item=row["item"],
        said_by=row["said_by"],
        authorities=tuple(json.loads(row["authorities"])),
    )
    return StoredPassage(row["id"], row["document"], passage)
