"""The columns of a catalogue, kept in memory: after a change, only the documents that it touched are read again."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from threading import Lock

import numpy as np

from index.catalogue.columns.columns import STANCES, Columns, DocumentColumns, Ints, points_of
from index.catalogue.database import read_changes
from index.catalogue.scope import PassageScope, Said
from index.catalogue.words.postings import read_rows
from index.lexical import tokens

_State = tuple[int, tuple[tuple[str, int], ...]]
_Version = tuple[int, str]


class HeldColumns:
    """Keeps the newest columns.

    Args:
        transaction: opens a connection to the catalogue's file.

    Raises:
        StoreError: SQLite cannot read the file; this holds for every method.
    """

    def __init__(self, transaction: Callable[[], AbstractContextManager[sqlite3.Connection]]) -> None:
        self._transaction = transaction
        self._parts: dict[str, tuple[_Version, DocumentColumns]] = {}
        self._themes: dict[str, int] = {}
        self._held: tuple[_State, Columns] | None = None
        self._reading = Lock()

    def now(self) -> Columns:
        """The columns as the catalogue stands now."""
        with self._transaction() as db:
            state = _state(db)
            held = self._held
            if held is None or held[0] != state:
                with self._reading:
                    held = self._held
                    if held is None or held[0] != state:
                        held = self._held = state, self._read(db)
            return held[1]

    def using(self, terms: Sequence[str], every: bool) -> Ints:
        """The rows of the passages that use these words: every one of them, or any."""
        stems = list(dict.fromkeys(stem for term in terms for stem in tokens(term)))
        with self._transaction() as db:
            return np.array(read_rows(db, stems, every), dtype=np.int64)

    def scope(self, documents: Collection[str] | None, said: Said) -> PassageScope:
        """The passages of documents, of all for None, that say something.

        SQLite would read every finding to know which passages have one of a kind; the columns know.
        """
        if not (said.polarities or said.themes):
            return PassageScope(documents, said)
        columns = self.now()
        found = columns.that_say(said)
        if documents is not None:
            found &= columns.of_documents(documents)
        return PassageScope(documents, said, columns.rows[found].tolist())

    def _read(self, db: sqlite3.Connection) -> Columns:
        rows = db.execute("SELECT id, changed, rule FROM documents LEFT JOIN annotated ON document = id ORDER BY id")
        versions: dict[str, _Version] = {row["id"]: (row["changed"], row["rule"] or "") for row in rows}
        kept = {id_: part for id_, part in self._parts.items() if versions.get(id_) == part[0]}
        read = _read_parts(db, versions.keys() - kept.keys(), self._themes)
        self._parts = kept | {id_: (versions[id_], part) for id_, part in read.items()}
        return Columns.join([(id_, self._parts[id_][1]) for id_ in versions], list(self._themes))


def _state(db: sqlite3.Connection) -> _State:
    """What changes with every change to documents or to their findings."""
    rules = db.execute("SELECT rule, count(*) FROM annotated GROUP BY rule ORDER BY rule")
    return read_changes(db), tuple((row[0], row[1]) for row in rules)


def _read_parts(db: sqlite3.Connection, ids: Collection[str], themes: dict[str, int]) -> dict[str, DocumentColumns]:
    """The columns of documents; themes that have no number yet get one."""
    wanted = (json.dumps(sorted(ids)),)
    inside = "document IN (SELECT value FROM json_each(?))"
    passages: dict[str, list[tuple[int, str]]] = {id_: [] for id_ in ids}
    for document, row, stance in db.execute(
        f"SELECT document, row, stance FROM passages WHERE {inside} ORDER BY row",  # noqa: S608 - fixed text
        wanted,
    ):
        passages[document].append((row, stance))
    findings: dict[str, list[tuple[int, float, float, str]]] = defaultdict(list)
    for document, *finding in db.execute(
        "SELECT document, row, good, bad, themes FROM passages JOIN findings ON findings.passage = passages.id"  # noqa: S608 - fixed text
        f" WHERE {inside}",
        wanted,
    ):
        findings[document].append(tuple(finding))
    numbers = _Numbers(themes)
    return {id_: _part(passages[id_], findings[id_], numbers) for id_ in ids}


class _Numbers:
    """Gives the numbers of the themes in a list written as JSON, of which there are few different ones."""

    def __init__(self, themes: dict[str, int]) -> None:
        self._themes = themes
        self._known: dict[str, tuple[int, ...]] = {}

    def of(self, written: str) -> tuple[int, ...]:
        if written not in self._known:
            names = json.loads(written)
            self._known[written] = tuple(self._themes.setdefault(name, len(self._themes)) for name in names)
        return self._known[written]


def _part(
    passages: Sequence[tuple[int, str]], findings: Sequence[tuple[int, float, float, str]], numbers: _Numbers
) -> DocumentColumns:
    places = {row: place for place, (row, _) in enumerate(passages)}
    abouts = [(number, theme) for number, (*_, themes) in enumerate(findings) for theme in numbers.of(themes)]
    return DocumentColumns(
        rows=np.array([row for row, _ in passages], dtype=np.int64),
        stances=np.array([_STANCE[stance] for _, stance in passages], dtype=np.int8),
        findings=np.array([places[row] for row, *_ in findings], dtype=np.int32),
        points=np.array([points_of(good, bad) for _, good, bad, _ in findings], dtype=bool).reshape(-1, 2),
        abouts=np.array(abouts, dtype=np.int32).reshape(-1, 2),
    )


_STANCE = {stance.value: place for place, stance in enumerate(STANCES)}
