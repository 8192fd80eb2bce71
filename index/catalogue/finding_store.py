"""The finding store: the words of each document that judge something, with the version of the rule that found them."""

import json
import sqlite3
from collections.abc import Callable, Collection, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from index.catalogue.labels import write_themes
from ingest import Stance


@dataclass(frozen=True)
class StoredFinding:
    """Characters `start:end` of a passage that judge something.

    Attributes:
        passage: the passage's id.
        items: of a lead-in, the ids of the passages of its list.
        good, bad: how likely the words are to tell of something good, and of something bad, 0 to 1.
        themes: what they are about.
        matters: the matters that they name.
        listed: they are an item of a list of strengths, or of what must improve, and not prose under such a heading.
    """

    passage: str
    start: int
    end: int
    items: tuple[str, ...]
    good: float
    bad: float
    themes: tuple[str, ...]
    matters: tuple[str, ...]
    listed: bool = False


class FindingStore:
    """The findings in a catalogue.

    Args:
        transaction: opens a connection to the catalogue's file, and commits at the end.

    Raises:
        StoreError: SQLite cannot read or write the file; this holds for every method.
    """

    def __init__(self, transaction: Callable[[], AbstractContextManager[sqlite3.Connection]]) -> None:
        self._transaction = transaction

    def put(self, document: str, rule: str, findings: Iterable[StoredFinding]) -> None:
        """Store a document's findings in place of those that an older rule found."""
        found = list(findings)  # before others have to wait
        with self._transaction() as db:
            db.execute(
                "DELETE FROM findings WHERE passage IN (SELECT id FROM passages WHERE document = ?)", (document,)
            )
            db.executemany("INSERT INTO findings VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", map(_row, found))
            write_themes(db, document, (theme for finding in found for theme in finding.themes))
            db.execute("INSERT OR REPLACE INTO annotated VALUES (?, ?)", (document, rule))

    def without(self, rule: str) -> list[str]:
        """The ids of the documents whose findings this version of the rule has not found yet."""
        with self._transaction() as db:
            rows = db.execute(
                "SELECT id FROM documents WHERE id NOT IN (SELECT document FROM annotated WHERE rule = ?) ORDER BY id",
                (rule,),
            )
            return [row["id"] for row in rows]

    def of(
        self,
        documents: Collection[str],
        passages: Collection[str] = (),
        stances: Collection[Stance] = (),
        themes: Collection[str] = (),
    ) -> dict[str, list[StoredFinding]]:
        """The findings of each of these documents, in reading order; a document that no rule has read is left out.

        Args:
            passages: only findings of these passages; empty for all.
            stances: only findings of passages with these stances; empty for all.
            themes: only findings of documents that have one about one of these; empty for all.
        """
        with self._transaction() as db:
            ids = json.dumps(sorted(documents))
            read = db.execute(
                "SELECT document FROM annotated WHERE document IN (SELECT value FROM json_each(?))", (ids,)
            )
            found: dict[str, list[StoredFinding]] = {row["document"]: [] for row in read}
            rows = db.execute(
                "SELECT passages.document, findings.* FROM passages JOIN findings ON findings.passage = passages.id"
                " WHERE passages.document IN (SELECT value FROM json_each(?1))"
                " AND (?2 = '[]' OR findings.passage IN (SELECT value FROM json_each(?2)))"
                " AND (?3 = '[]' OR passages.stance IN (SELECT value FROM json_each(?3)))"
                " AND (?4 = '[]' OR passages.document IN (SELECT document FROM labels WHERE field = 'theme'"
                " AND value IN (SELECT value FROM json_each(?4))))"
                " ORDER BY passages.row, findings.start",
                (ids, *(json.dumps(sorted(given)) for given in (passages, stances, themes))),
            )
            for row in rows:
                found.setdefault(row["document"], []).append(_finding(row))
            return found


def _row(finding: StoredFinding) -> tuple[str | int | float, ...]:
    lists = (json.dumps(values) for values in (finding.themes, finding.matters))
    return (
        finding.passage,
        finding.start,
        finding.end,
        json.dumps(finding.items),
        round(finding.good, 3),
        round(finding.bad, 3),
        *lists,
        finding.listed,
    )


def _finding(row: sqlite3.Row) -> StoredFinding:
    return StoredFinding(
        row["passage"],
        row["start"],
        row["end"],
        tuple(json.loads(row["items"])),
        row["good"],
        row["bad"],
        tuple(json.loads(row["themes"])),
        tuple(json.loads(row["matters"])),
        bool(row["listed"]),
    )
