"""Postings: which passages use each stem and how often, and the BM25 scores of the passages of a scope from these.

FTS5 scores every passage that matches before it can leave out those outside a scope, and takes twice as long to score them all.
Postings stand in order of stem and row, and a document's passages in one run of rows, so that a search within documents reads
those rows alone. FTS5 itself cuts the words.
"""

import json
import math
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from index.catalogue.scope import PassageScope

_K1, _B = 1.2, 0.75  # as FTS5's `bm25` has them
_LEAST_RARITY = 1e-6
_CONTEXT = 0.5  # how much a word of the headings counts
TOKENIZER = "porter unicode61 remove_diacritics 2"
_CUT = (
    f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.cut USING fts5(text, context, content='', tokenize='{TOKENIZER}')",
    "CREATE VIRTUAL TABLE IF NOT EXISTS temp.cut_words USING fts5vocab(temp, cut, instance)",
    "INSERT INTO temp.cut (cut) VALUES ('delete-all')",
)


@dataclass(frozen=True)
class _Use:
    """How often a passage uses a stem, in its text and in its context."""

    stem: str
    row: int
    in_text: int
    in_context: int


def add_postings(db: sqlite3.Connection, document: str) -> None:
    """Add the postings of a document's passages, and note which rows they stand in."""
    uses, lengths = _uses(db, document)
    if not lengths:
        return
    counts = Counter(use.stem for use in uses)
    db.executemany(
        "INSERT INTO stems (stem, reversed, passages) VALUES (?, ?, ?)"
        " ON CONFLICT (stem) DO UPDATE SET passages = passages + excluded.passages",
        [(stem, stem[::-1], passages) for stem, passages in counts.items()],
    )
    ids = _ids(db, counts)
    db.executemany(
        "INSERT INTO postings VALUES (?, ?, ?, ?, ?)",
        [(ids[use.stem], use.row, use.in_text, use.in_context, lengths[use.row]) for use in uses],
    )
    db.execute("UPDATE totals SET passages = passages + ?, words = words + ?", (len(lengths), sum(lengths.values())))
    db.execute("UPDATE documents SET first_row = ?, last_row = ? WHERE id = ?", (min(lengths), max(lengths), document))


def make_words_anew(db: sqlite3.Connection) -> None:
    """Make the FTS index, the postings and their counts again from the passages."""
    db.execute("INSERT INTO passages_fts (passages_fts) VALUES ('rebuild')")
    for table in ("postings", "stems"):
        db.execute(f"DELETE FROM {table}")  # noqa: S608 - fixed text
    db.execute("UPDATE totals SET passages = 0, words = 0")
    for (document,) in db.execute("SELECT id FROM documents").fetchall():
        add_postings(db, document)


def remove_postings(db: sqlite3.Connection, document: str) -> None:
    """Take out the postings of a document's passages, while these are still there."""
    uses, lengths = _uses(db, document)
    if not lengths:
        return
    counts = Counter(use.stem for use in uses)
    ids = _ids(db, counts)
    db.executemany("DELETE FROM postings WHERE stem = ? AND row = ?", [(ids[use.stem], use.row) for use in uses])
    db.executemany(
        "UPDATE stems SET passages = passages - ? WHERE stem = ?", [(count, stem) for stem, count in counts.items()]
    )
    db.executemany("DELETE FROM stems WHERE stem = ? AND passages <= 0", [(stem,) for stem in counts])
    db.execute("UPDATE totals SET passages = passages - ?, words = words - ?", (len(lengths), sum(lengths.values())))


def postings_agree(db: sqlite3.Connection, document: str) -> bool:
    """True if the postings of a document's passages are those of their words."""
    uses, lengths = _uses(db, document)
    ids = _ids(db, {use.stem for use in uses})
    wanted = {(ids.get(use.stem), use.row, use.in_text, use.in_context, lengths[use.row]) for use in uses}
    held = set()
    for stem in set(ids.values()):
        rows = db.execute(
            "SELECT stem, row, in_text, in_context, length FROM documents JOIN postings"
            " ON stem = ? AND row BETWEEN first_row AND last_row WHERE documents.id = ?",
            (stem, document),
        )
        held |= {tuple(row) for row in rows}
    return wanted == held


def _uses(db: sqlite3.Connection, document: str) -> tuple[list[_Use], dict[int, int]]:
    """The uses of stems in a document, and the length of each of its passages in words, by row."""
    for statement in _CUT:
        db.execute(statement)
    db.execute(
        "INSERT INTO temp.cut (rowid, text, context) SELECT row, text, context FROM passages WHERE document = ?",
        (document,),
    )
    found: dict[tuple[str, int], list[int]] = defaultdict(lambda: [0, 0])
    lengths = {row[0]: 0 for row in db.execute("SELECT row FROM passages WHERE document = ?", (document,))}
    for term, row, column, times in db.execute(
        "SELECT term, doc, col, count(*) FROM temp.cut_words GROUP BY term, doc, col"
    ):
        found[term, row][column == "context"] += times
        lengths[row] += times
    return [_Use(stem, row, *times) for (stem, row), times in found.items()], lengths


def _ids(db: sqlite3.Connection, stems: Iterable[str]) -> dict[str, int]:
    found = {}
    for stem in stems:
        row = db.execute("SELECT id FROM stems WHERE stem = ?", (stem,)).fetchone()
        if row:
            found[stem] = int(row[0])
    return found


def count_uses(db: sqlite3.Connection, stem: str) -> int:
    """How many passages use a stem."""
    row = db.execute("SELECT passages FROM stems WHERE stem = ?", (stem,)).fetchone()
    return int(row[0]) if row else 0


def read_rows(db: sqlite3.Connection, stems: Sequence[str], every: bool) -> list[int]:
    """The rows of the passages that use every one of these stems, or any; those that no passage uses are never found."""
    held = sorted((row["passages"], row["id"]) for stem in stems if (row := _stem(db, stem)))
    ids = [id_ for _, id_ in held]
    if not ids or (every and len(ids) < len(stems)):
        return []
    if every:  # the rarest first: only its passages are looked up for the others
        others = "".join(
            f" AND EXISTS (SELECT 1 FROM postings AS other WHERE other.stem = ?{place} AND other.row = postings.row)"  # noqa: S608
            for place in range(2, len(ids) + 1)
        )
        found = f"SELECT row FROM postings WHERE stem = ?1{others}"  # noqa: S608 - fixed text
    else:
        found = f"SELECT DISTINCT row FROM postings WHERE stem IN ({', '.join('?' * len(ids))})"  # noqa: S608 - fixed text
    (rows,) = db.execute(f"SELECT json_group_array(row) FROM ({found})", ids).fetchone()  # noqa: S608 - from above
    read: list[int] = json.loads(rows)  # many times faster than a row at a time
    return read


def read_similar_stems(db: sqlite3.Connection, stem: str, start: int) -> dict[str, int]:
    """Stems that may be one edit away, or that begin with the same letters, and how many passages use each.

    One edit, or two letters that change places, leave alone the first half of a stem or the last, but for a letter.

    Args:
        start: how many first letters a stem that is further away must share.
    """
    half = max(1, len(stem) // 2 - 1)
    begins, ends = stem[: min(start, half)], stem[::-1][:half]
    rows = db.execute(
        "SELECT stem, passages FROM stems WHERE stem >= ?1 AND stem < ?1 || char(0x10ffff)"
        " UNION SELECT stem, passages FROM stems WHERE reversed >= ?2 AND reversed < ?2 || char(0x10ffff)",
        (begins, ends),
    )
    return {row["stem"]: row["passages"] for row in rows}


def score(db: sqlite3.Connection, stems: Sequence[str], limit: int, scope: PassageScope) -> list[tuple[str, float]]:
    """`(passage id, BM25 score)` of the passages in a scope that use one of these stems, best first.

    The scores are those of FTS5: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009.
    """
    total, words = db.execute("SELECT passages, words FROM totals").fetchone()
    asked = [(row["id"], _rarity(row["passages"], total)) for stem in stems if (row := _stem(db, stem))]
    if not asked:
        return []
    inside, documents = scope.document_condition
    of_stem, of_document = "postings.stem = asked.stem", "row BETWEEN first_row AND last_row"
    source = f"asked CROSS JOIN postings ON {of_stem}"
    if scope.documents is not None:
        source = f"documents CROSS JOIN asked CROSS JOIN postings ON {of_stem} AND {of_document}"
    weight = f"times * {_K1 + 1} / (times + {_K1} * ({1 - _B} + {_B} * length / {words / total}))"
    saying, said = scope.said_condition
    that_say = f"JOIN passages USING (row) WHERE {saying}" if scope.said else ""
    rows = db.execute(
        f"WITH asked (stem, rarity) AS (VALUES {', '.join(['(?, ?)'] * len(asked))}),"  # noqa: S608 - fixed text
        f" uses AS (SELECT row, rarity, in_text + {_CONTEXT} * in_context AS times, length FROM {source} WHERE {inside}),"
        f" scores AS (SELECT row, sum(rarity * {weight}) AS score FROM uses GROUP BY row),"
        f" best AS (SELECT row, score FROM scores {that_say} ORDER BY score DESC, row LIMIT ?)"
        " SELECT passages.id, score FROM best JOIN passages USING (row) ORDER BY score DESC, row",
        (*(value for pair in asked for value in pair), *documents, *said, limit),
    )
    return [(row["id"], row["score"]) for row in rows]


def _stem(db: sqlite3.Connection, stem: str) -> sqlite3.Row | None:
    row: sqlite3.Row | None = db.execute("SELECT id, passages FROM stems WHERE stem = ?", (stem,)).fetchone()
    return row


def _rarity(passages: int, total: int) -> float:
    """How rare a stem is (inverse document frequency), as FTS5 has it."""
    return max(math.log((total - passages + 0.5) / (passages + 0.5)), _LEAST_RARITY)
