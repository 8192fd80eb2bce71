"""The lexical store: searches the passages' words by their postings, and with FTS5 for words that stand together."""

import sqlite3
from collections.abc import Sequence

from index.catalogue.passages import read_inside
from index.catalogue.scope import PassageScope
from index.catalogue.words import postings
from index.lexical import match_any, match_phrase, tokens, words

_MOST_COMPARED = 300  # passages whose spelling is checked
_MORE = 4  # times more matches that are then looked at first


def match_terms(
    db: sqlite3.Connection, terms: Sequence[str], limit: int, scope: PassageScope
) -> list[tuple[str, float]]:
    """`(passage id, BM25 score)` of the passages in a scope with one of these words, best first; the headings' words count half."""
    stems = [tokens(term) for term in terms]
    if all(len(each) == 1 for each in stems):
        return postings.score(db, list(dict.fromkeys(each[0] for each in stems)), limit, scope)
    return match(db, match_any(list(terms)), limit, scope)


def match(db: sqlite3.Connection, query: str, limit: int, scope: PassageScope) -> list[tuple[str, float]]:
    """`(passage id, BM25 score)` of the passages in a scope that match an FTS5 query, best first."""
    if scope.is_all:
        return _best(db, query, limit)
    found = _best(db, query, _MORE * limit)
    inside = read_inside(db, [id_ for id_, _ in found], scope)
    known = [(id_, score) for id_, score in found if id_ in inside]
    if len(known) >= limit or len(found) < _MORE * limit:
        return known[:limit]
    condition, parameters = scope.condition
    rows = db.execute(
        "SELECT passages.id, -bm25(passages_fts, 1.0, 0.5) AS score FROM passages_fts JOIN passages"  # noqa: S608 - fixed text
        f" ON passages.row = passages_fts.rowid WHERE passages_fts MATCH ? AND {condition}"
        " ORDER BY score DESC, passages.row LIMIT ?",
        (query, *parameters, limit),
    )
    return [(row["id"], row["score"]) for row in rows]


def _best(db: sqlite3.Connection, query: str, limit: int) -> list[tuple[str, float]]:
    """The best of all passages; only these are looked up by row."""
    rows = db.execute(
        "SELECT id, -best.rank AS score FROM (SELECT rowid, rank FROM passages_fts WHERE passages_fts MATCH ?"
        " AND rank MATCH 'bm25(1.0, 0.5)' ORDER BY rank LIMIT ?) AS best JOIN passages ON passages.row = best.rowid"
        " ORDER BY best.rank, passages.row",
        (query, limit),
    )
    return [(row["id"], row["score"]) for row in rows]


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
