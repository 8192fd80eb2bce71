"""Passages and pages, and the text that is embedded for a passage."""

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ingest import Furniture, Page, Passage, Span, Stance


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


def read_passage_ids(db: sqlite3.Connection, documents: Iterable[str]) -> list[str]:
    """The ids of all passages of these documents."""
    rows = db.execute(
        "SELECT id FROM passages WHERE document IN (SELECT value FROM json_each(?))", (json.dumps(sorted(documents)),)
    )
    return [row["id"] for row in rows]


def count_passages(db: sqlite3.Connection) -> int:
    """How many passages there are."""
    return int(db.execute("SELECT count(*) FROM passages").fetchone()[0])


def read_stances(db: sqlite3.Connection) -> dict[str, dict[str, Stance]]:
    """The stance of each passage by document id and passage id."""
    stances: dict[str, dict[str, Stance]] = {}
    for id_, document, stance in db.execute("SELECT id, document, stance FROM passages"):
        stances.setdefault(document, {})[id_] = Stance(stance)
    return stances


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
