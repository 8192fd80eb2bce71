"""The lexical store: searches the passages' words with FTS5."""

import json
import sqlite3
from collections.abc import Iterable

from index.lexical import match_phrase, words

_MOST_COMPARED = 300  # passages whose spelling is checked


def match(
    db: sqlite3.Connection, query: str, limit: int, documents: Iterable[str] | None = None
) -> list[tuple[str, float]]:
    """`(passage id, BM25 score)` of the passages that match an FTS5 query, best first; the headings' words count half."""
    restriction, parameters = "", [query]
    if documents is not None:
        restriction = "AND p.document IN (SELECT value FROM json_each(?))"
        parameters.append(json.dumps(sorted(documents)))
    rows = db.execute(
        "SELECT p.id, -bm25(passages_fts, 1.0, 0.5) AS score FROM passages_fts JOIN passages p"  # noqa: S608 - fixed text
        f" ON p.row = passages_fts.rowid WHERE passages_fts MATCH ? {restriction}"
        " ORDER BY score DESC, p.row LIMIT ?",
        (*parameters, limit),
    )
    return [(row["id"], row["score"]) for row in rows]


def read_stem_counts(db: sqlite3.Connection) -> dict[str, int]:
    """How many passages use each stem."""
    return {row["term"]: row["doc"] for row in db.execute("SELECT term, doc FROM passages_terms")}


def contains_phrase(db: sqlite3.Connection, text: str) -> bool:
    """True if a passage has these words in this order and this spelling; an FTS5 match compares only stems."""
    wanted = words(text)
    if not wanted:
        return False
    rows = db.execute(
        "SELECT p.text || ' ' || p.context FROM passages_fts JOIN passages p ON p.row = passages_fts.rowid"
        " WHERE passages_fts MATCH ? LIMIT ?",
        (match_phrase(wanted), _MOST_COMPARED),
    )
    spelling = f" {' '.join(wanted)} "
    return any(spelling in f" {' '.join(words(row[0]))} " for row in rows)
