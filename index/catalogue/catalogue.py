"""The catalogue: documents, their facts, pages and passages in SQLite, with an FTS5 index over the passages.

The catalogue is the truth; vectors can always be made again from it.
"""

import json
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import astuple, dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from threading import Lock, Thread
from typing import TypeVar, cast
from uuid import uuid4

from index.errors import StoreError
from index.lexical import phrase, words
from index.ranking.tokens import Projection
from index.vectors.store import BUSY_SECONDS
from ingest import BY_OCR, Area, Document, Fact, Furniture, Grade, Judgement, Kind, Page, Passage, Span, Stance
from ingest.dates import day_words
from ingest.structure import RULES

_Value = TypeVar("_Value")

_FRESH_SECONDS = 1  # second
_STALE_SECONDS = 10  # seconds; what takes a quarter of a second to read is not read at each step of a run

_SCHEMA = """
CREATE TABLE IF NOT EXISTS meta (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS documents (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, kind TEXT NOT NULL, authority TEXT, inspection_start TEXT,
    inspection_end TEXT, published TEXT, lead_inspector TEXT, outcome TEXT, judgements TEXT NOT NULL,
    facts TEXT NOT NULL, years TEXT NOT NULL, notes TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS sources (
    root TEXT NOT NULL, path TEXT NOT NULL, document TEXT NOT NULL REFERENCES documents (id),
    size INTEGER NOT NULL, modified INTEGER NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (root, path));
CREATE INDEX IF NOT EXISTS source_documents ON sources (document);
CREATE TABLE IF NOT EXISTS skipped (root TEXT NOT NULL, path TEXT NOT NULL, cause TEXT NOT NULL, PRIMARY KEY (root, path));
CREATE TABLE IF NOT EXISTS pages (
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE, number INTEGER NOT NULL, text TEXT NOT NULL,
    furniture TEXT NOT NULL, PRIMARY KEY (document, number)) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS passages (
    row INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    text TEXT NOT NULL, context TEXT NOT NULL, headings TEXT NOT NULL, number TEXT, spans TEXT NOT NULL,
    embedded INTEGER NOT NULL DEFAULT 0);
CREATE TABLE IF NOT EXISTS tokens (
    passage TEXT PRIMARY KEY REFERENCES passages (id) ON DELETE CASCADE, vectors BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS projection (only INTEGER PRIMARY KEY CHECK (only = 1), axes BLOB NOT NULL);
CREATE INDEX IF NOT EXISTS passage_documents ON passages (document);
CREATE INDEX IF NOT EXISTS passages_to_embed ON passages (row) WHERE embedded = 0;
CREATE VIRTUAL TABLE IF NOT EXISTS passages_fts USING fts5(
    text, context, content='passages', content_rowid='row', tokenize='porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE IF NOT EXISTS passages_terms USING fts5vocab(passages_fts, row);
CREATE TRIGGER IF NOT EXISTS passage_added AFTER INSERT ON passages BEGIN
    INSERT INTO passages_fts (rowid, text, context) VALUES (new.row, new.text, new.context); END;
CREATE TRIGGER IF NOT EXISTS passage_removed AFTER DELETE ON passages BEGIN
    INSERT INTO passages_fts (passages_fts, rowid, text, context) VALUES ('delete', old.row, old.text, old.context); END;
"""


@dataclass(frozen=True)
class Source:
    """One file of an indexed folder: the folder, its path below it, and what tells whether it has changed."""

    root: str
    path: str
    size: int = 0
    modified: int = 0
    sha256: str = ""


@dataclass(frozen=True)
class Record:
    """A document as the catalogue holds it: its facts without its text.

    Attributes:
        sources: its paths below the indexed folders, in order; the first is the one cited.
    """

    id: str
    title: str
    kind: Kind
    authority: str | None
    inspection_start: date | None
    inspection_end: date | None
    published: date | None
    lead_inspector: str | None
    outcome: str | None
    judgements: tuple[Judgement, ...]
    facts: tuple[Fact, ...]
    years: tuple[int, ...]
    notes: tuple[str, ...]
    sources: tuple[str, ...]
    pages: int
    passages: int

    @property
    def path(self) -> str:
        """The path by which the document is named."""
        return self.sources[0]

    def by_ocr(self, page: int) -> bool:
        """True where a page's words were read from an image, and may be misread."""
        return any(fact.name == BY_OCR and fact.page == page for fact in self.facts)

    @property
    def date(self) -> date | None:
        """The day it is filed under: of publication, else the last of the inspection."""
        return self.published or self.inspection_end

    @property
    def when(self) -> str:
        """That day in words, "3 March 2020", or the years that it bears; empty where it bears none."""
        return day_words(self.date) if self.date else ", ".join(map(str, self.years))

    @property
    def day_number(self) -> int:
        """That day as a number, to put documents in the order of time; of a year alone its first day."""
        return (self.date or date(max(self.years, default=1), 1, 1)).toordinal()


@dataclass(frozen=True)
class StoredPassage:
    """A passage with its id and that of its document."""

    id: str
    document: str
    passage: Passage


@dataclass(frozen=True)
class _Kept:
    """What was read, at which state of the file, and when in seconds."""

    version: int
    read: float
    value: object


class Catalogue:
    """Opens the catalogue of an index folder, making it where there is none.

    Args:
        folder: the index folder.
        model: the embedding model that makes, or made, the index's vectors.

    Raises:
        StoreError: the folder cannot be written, or the index was made with another model or other passage rules.
    """

    def __init__(self, folder: Path, model: str) -> None:
        self.file = folder / "catalogue.sqlite"
        self._made_by = {"model": model, "passage rules": RULES}
        self._read: dict[str, _Kept] = {}
        self._reading: dict[str, Lock] = {}
        self._asked: dict[str, float] = {}
        self._changes = 0
        self._watch: sqlite3.Connection | None = None
        self._watching = Lock()
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with self.connect() as db:
                db.execute("PRAGMA journal_mode = WAL")
                db.executescript(_SCHEMA)
                db.executemany("INSERT OR IGNORE INTO meta VALUES (?, ?)", self._made_by.items())
                db.execute("INSERT OR IGNORE INTO meta VALUES ('name', ?)", (f"kloe-{uuid4().hex}",))
        except (OSError, sqlite3.Error) as error:
            raise StoreError(f"the index {folder} cannot be opened: {error}") from error

    def check_made_by(self) -> None:
        """Refuse an index that another model or other passage rules have made.

        Raises:
            StoreError: it was; the text says what to do.
        """
        held = self.made_by()
        for what, wanted in self._made_by.items():
            if held.get(what) != wanted:
                raise StoreError(
                    f"the index {self.file.parent} was made with {what} {held.get(what)!r}, and now {wanted!r} is set:"
                    " run `kloe index --rebuild` to make it again, or go back to the old setting"
                )

    def clear(self) -> None:
        """Forget every document and take on this model and these passage rules."""
        with self._changing() as db:
            for table in ("sources", "skipped", "passages", "documents", "projection"):
                db.execute(f"DELETE FROM {table}")  # noqa: S608 - names from the line above
            db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", self._made_by.items())

    # -- writing

    def put(self, document: Document, source: Source) -> list[str]:
        """Store a document as read from `source`, in one transaction.

        Returns:
            The ids of documents that are gone because no source holds them any more.
        """
        with self._changing() as db:
            known = db.execute("SELECT min(path) FROM sources WHERE document = ?", (document.id,)).fetchone()[0]
            if known is None:
                _insert(db, document)
            elif source.path <= known:  # what a path tells of a document is told by its first path
                _write_facts(db, document)
            db.execute(
                "INSERT OR REPLACE INTO sources VALUES (?, ?, ?, ?, ?, ?)",
                (source.root, source.path, document.id, source.size, source.modified, source.sha256),
            )
            db.execute("DELETE FROM skipped WHERE root = ? AND path = ?", (source.root, source.path))
            return _drop_orphans(db)

    def touch(self, source: Source) -> None:
        """Note a file's new date where its content is what it was."""
        with self.connect() as db:
            db.execute(
                "UPDATE sources SET size = ?, modified = ? WHERE root = ? AND path = ?",
                (source.size, source.modified, source.root, source.path),
            )

    def skip(self, source: Source, cause: str) -> list[str]:
        """Note why a file is not in the index; what was held from it goes.

        Returns:
            The ids of documents that are gone with it.
        """
        with self._changing() as db:
            db.execute("INSERT OR REPLACE INTO skipped VALUES (?, ?, ?)", (source.root, source.path, cause))
            db.execute("DELETE FROM sources WHERE root = ? AND path = ?", (source.root, source.path))
            return _drop_orphans(db)

    def remove(self, sources: Iterable[Source]) -> list[str]:
        """Forget files; gives the ids of documents that are gone with them."""
        with self._changing() as db:
            for table in ("sources", "skipped"):
                rows = [(source.root, source.path) for source in sources]
                db.executemany(f"DELETE FROM {table} WHERE root = ? AND path = ?", rows)  # noqa: S608
            return _drop_orphans(db)

    def mark_embedded(self, ids: Sequence[str], packed_tokens: Sequence[bytes]) -> None:
        """Note that the vector store holds these passages, and keep their packed token vectors."""
        with self.connect() as db:
            db.executemany("UPDATE passages SET embedded = 1 WHERE id = ?", [(id_,) for id_ in ids])
            db.executemany("INSERT OR REPLACE INTO tokens VALUES (?, ?)", zip(ids, packed_tokens, strict=True))
        self.mark_vectors_changed()

    def mark_vectors_changed(self) -> None:
        """Note that the vector store holds other vectors than before."""
        with self.connect() as db:
            db.execute("INSERT OR REPLACE INTO meta VALUES ('vectors', ?)", (uuid4().hex,))

    def set_projection(self, projection: Projection) -> None:
        """Keep the projection that this index's token vectors are packed with."""
        with self.connect() as db:
            db.execute("INSERT OR REPLACE INTO projection VALUES (1, ?)", (projection.to_bytes(),))

    def mark_none_embedded(self) -> None:
        """Note that the vector store holds no passage."""
        with self.connect() as db:
            db.execute("UPDATE passages SET embedded = 0")

    # -- reading

    def sources(self) -> dict[tuple[str, str], Source]:
        """Every indexed file by `(root, path)`."""
        with self.connect() as db:
            rows = db.execute("SELECT root, path, size, modified, sha256 FROM sources")
            return {(row[0], row[1]): Source(*row) for row in rows}

    def skipped(self) -> dict[Source, str]:
        """Why each file that was left out is not in the index, by path."""
        with self.connect() as db:
            rows = db.execute("SELECT root, path, cause FROM skipped ORDER BY path")
            return {Source(row["root"], row["path"]): row["cause"] for row in rows}

    def waiting(self) -> int:
        """How many passages have no vector yet."""
        with self.connect() as db:
            return int(db.execute("SELECT count(*) FROM passages WHERE embedded = 0").fetchone()[0])

    def projection(self, axes: int) -> Projection | None:
        """The projection that the token vectors are packed with; None before any passage is embedded."""
        return self._kept("projection", lambda: self._read_projection(axes))

    def _read_projection(self, axes: int) -> Projection | None:
        with self.connect() as db:
            row = db.execute("SELECT axes FROM projection").fetchone()
            return Projection.from_bytes(row["axes"], axes) if row else None

    def packed_tokens(self, ids: Sequence[str]) -> dict[str, bytes]:
        """The packed token vectors of passages, by id."""
        with self.connect() as db:
            rows = db.execute(
                "SELECT passage, vectors FROM tokens WHERE passage IN (SELECT value FROM json_each(?))",
                (json.dumps(ids),),
            )
            return dict(rows.fetchall())

    def sample_to_embed(self, limit: int) -> list[str]:
        """Texts of passages without a vector, at most `limit` of them, spread over all."""
        step = max(1, self.waiting() // limit)
        with self.connect() as db:
            rows = db.execute(
                "SELECT context, text FROM passages WHERE embedded = 0 AND row % ? = 0 ORDER BY row LIMIT ?",
                (step, limit),
            )
            return [embedded_text(row["context"], row["text"]) for row in rows]

    def to_embed(self, limit: int) -> list[tuple[str, str, str]]:
        """`(passage id, document id, text to embed)` of passages without a vector, at most `limit`."""
        with self.connect() as db:
            rows = db.execute(
                "SELECT id, document, context, text FROM passages WHERE embedded = 0 ORDER BY row LIMIT ?", (limit,)
            )
            return [(row["id"], row["document"], embedded_text(row["context"], row["text"])) for row in rows]

    def records(self) -> list[Record]:
        """Every document, by path; what another process changes is seen a moment later."""
        return list(self._kept("records", self._read_records, _FRESH_SECONDS))

    def record(self, document: str) -> Record | None:
        """The document of an id; None where there is none."""
        return next((record for record in self.records() if record.id == document), None)

    def _read_records(self) -> list[Record]:
        with self.connect() as db:
            db.execute("BEGIN")  # one state of the file for all that is read, whatever a run does meanwhile
            sources: dict[str, list[str]] = {}
            for document, path in db.execute("SELECT document, path FROM sources ORDER BY path"):
                sources.setdefault(document, []).append(path)
            pages = dict(db.execute("SELECT document, count(*) FROM pages GROUP BY document"))
            passages = dict(db.execute("SELECT document, count(*) FROM passages GROUP BY document"))
            found = [
                Record(
                    id=row["id"],
                    title=row["title"],
                    kind=Kind(row["kind"]),
                    authority=row["authority"],
                    inspection_start=_day(row["inspection_start"]),
                    inspection_end=_day(row["inspection_end"]),
                    published=_day(row["published"]),
                    lead_inspector=row["lead_inspector"],
                    outcome=row["outcome"],
                    judgements=tuple(
                        Judgement(Area(area), Grade(grade), words, page)
                        for area, grade, words, page in json.loads(row["judgements"])
                    ),
                    facts=tuple(Fact(*fact) for fact in json.loads(row["facts"])),
                    years=tuple(json.loads(row["years"])),
                    notes=tuple(json.loads(row["notes"])),
                    sources=tuple(sources[row["id"]]),
                    pages=pages.get(row["id"], 0),
                    passages=passages.get(row["id"], 0),
                )
                for row in db.execute("SELECT * FROM documents")
            ]
        return sorted(found, key=lambda record: record.path)

    def pages(self, document: str) -> tuple[Page, ...]:
        """The pages of a document, first page first."""
        with self.connect() as db:
            rows = db.execute("SELECT * FROM pages WHERE document = ? ORDER BY number", (document,))
            return tuple(
                Page(
                    row["number"],
                    row["text"],
                    tuple((Furniture(kind), start, end) for kind, start, end in json.loads(row["furniture"])),
                )
                for row in rows
            )

    def passages(self, ids: Sequence[str]) -> list[StoredPassage]:
        """The passages with these ids, in the order asked for; unknown ids are passed over."""
        with self.connect() as db:
            rows = db.execute("SELECT * FROM passages WHERE id IN (SELECT value FROM json_each(?))", (json.dumps(ids),))
            found = {row["id"]: _stored(row) for row in rows}
        return [found[id_] for id_ in ids if id_ in found]

    def passage_ids(self, documents: Iterable[str]) -> list[str]:
        """The ids of all passages of these documents."""
        with self.connect() as db:
            rows = db.execute(
                "SELECT id FROM passages WHERE document IN (SELECT value FROM json_each(?))",
                (json.dumps(sorted(documents)),),
            )
            return [row["id"] for row in rows]

    def stances(self) -> dict[str, dict[str, Stance]]:
        """What the sections of each document say of the findings: the stance of each of its passages, by id."""
        return self._kept("stances", self._read_stances, _STALE_SECONDS)

    def _read_stances(self) -> dict[str, dict[str, Stance]]:
        of_headings: dict[str, Stance] = {}
        stances: dict[str, dict[str, Stance]] = {}
        with self.connect() as db:
            for id_, document, headings in db.execute("SELECT id, document, headings FROM passages"):
                if headings not in of_headings:  # many passages stand under the same ones
                    of_headings[headings] = Passage("", (), tuple(json.loads(headings))).stance
                stances.setdefault(document, {})[id_] = of_headings[headings]
        return stances

    def document_passages(self, document: str) -> list[StoredPassage]:
        """The passages of a document in reading order."""
        with self.connect() as db:
            return [
                _stored(row)
                for row in db.execute("SELECT * FROM passages WHERE document = ? ORDER BY row", (document,))
            ]

    def match(self, query: str, limit: int, documents: Iterable[str] | None = None) -> list[tuple[str, float]]:
        """Give `(passage id, BM25 score)` of the passages that match an FTS5 query, best first.

        Args:
            documents: the documents to confine the search to; None for all.
        """
        within, parameters = "", [query]
        if documents is not None:
            within = "AND p.document IN (SELECT value FROM json_each(?))"
            parameters.append(json.dumps(sorted(documents)))
        with self.connect() as db:
            rows = db.execute(
                "SELECT p.id, -bm25(passages_fts, 1.0, 0.5) AS score FROM passages_fts JOIN passages p"  # noqa: S608 - fixed text
                f" ON p.row = passages_fts.rowid WHERE passages_fts MATCH ? {within}"
                " ORDER BY score DESC, p.row LIMIT ?",
                (*parameters, limit),
            )
            return [(row["id"], row["score"]) for row in rows]

    def documents_with(self, all_of: Sequence[str]) -> set[str]:
        """The ids of the documents with a passage that uses all of these words or stems."""
        with self.connect() as db:
            rows = db.execute(
                "SELECT DISTINCT p.document FROM passages_fts JOIN passages p ON p.row = passages_fts.rowid"
                " WHERE passages_fts MATCH ?",
                (" ".join(phrase([word]) for word in all_of),),
            )
            return {row["document"] for row in rows}

    def stem_counts(self) -> dict[str, int]:
        """How many passages use each stem of the FTS5 index."""
        return self._kept("stem counts", self._read_stem_counts, _STALE_SECONDS)

    def _read_stem_counts(self) -> dict[str, int]:
        with self.connect() as db:
            return {row["term"]: row["doc"] for row in db.execute("SELECT term, doc FROM passages_terms")}

    def uses(self, text: str) -> bool:
        """True where some passage uses these words, one after another, spelt so (an FTS5 match is by stems alone)."""
        wanted = words(text)
        if not wanted:
            return False
        with self.connect() as db:
            rows = db.execute(
                "SELECT p.text || ' ' || p.context FROM passages_fts JOIN passages p ON p.row = passages_fts.rowid"
                " WHERE passages_fts MATCH ? LIMIT 300",
                (phrase(wanted),),
            )
            spelt = f" {' '.join(wanted)} "
            return any(spelt in f" {' '.join(words(row[0]))} " for row in rows)

    def made_by(self) -> dict[str, str]:
        """The model and the passage rules that made the index."""
        with self.connect() as db:
            return {row["key"]: row["value"] for row in db.execute("SELECT key, value FROM meta")}

    def vectors_state(self) -> str:
        """Tells what the vector store holds from what it held before."""
        return self._kept("vectors state", lambda: self.made_by().get("vectors", ""))

    def count_passages(self) -> int:
        """How many passages there are."""
        return self._kept("passages", self._read_count)

    def _read_count(self) -> int:
        with self.connect() as db:
            return int(db.execute("SELECT count(*) FROM passages").fetchone()[0])

    def _kept(self, name: str, read: Callable[[], _Value], pause: float = 0) -> _Value:
        """What was read before, until a run changes the catalogue, in this process or another.

        One thread reads it anew, and those that come meanwhile get what was: else all would do so at each step of a run.

        Args:
            pause: seconds for which what was read will do although another process has changed the catalogue. Then it is read
                beside whoever asks; who asks after a while in which nobody did waits for it.
        """
        version, held, now = self._version(), self._read.get(name), time.monotonic()
        is_busy = now < self._asked.get(name, 0) + BUSY_SECONDS
        self._asked[name] = now
        if held and (held.version == version or (is_busy and now < held.read + pause)):
            return cast(_Value, held.value)
        reading = self._reading.setdefault(name, Lock())
        if not reading.acquire(blocking=held is None):
            return cast(_Value, cast(_Kept, held).value)
        if held and pause and is_busy:
            Thread(target=self._read_anew, args=(name, read, reading), name=name, daemon=True).start()
            return cast(_Value, held.value)
        return cast(_Value, self._read_anew(name, read, reading).value)

    def _read_anew(self, name: str, read: Callable[[], object], reading: Lock) -> _Kept:
        """Read what is kept, unless somebody has; gives the lock back, which the caller has taken."""
        try:
            changes, version, held = self._changes, self._version(), self._read.get(name)
            if held is None or held.version != version:
                held = _Kept(version, time.monotonic(), read())
                if changes == self._changes:
                    self._read[name] = held
            return held
        finally:
            reading.release()

    def _version(self) -> int:
        """Tells one state of the file from another; one connection is kept for it, because SQLite counts for each."""
        with self._watching:
            if self._watch is None:
                self._watch = sqlite3.connect(self.file, timeout=60, check_same_thread=False)
            return int(self._watch.execute("PRAGMA data_version").fetchone()[0])

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that changes documents; this process sees the change at once, others within a pause."""
        with self.connect() as db:
            yield db
        self._changes += 1
        self._read.clear()

    @contextmanager
    def connect(self) -> Iterator[sqlite3.Connection]:
        """A transaction on the catalogue's file; what others keep there beside the documents outlives a rebuild."""
        with closing(sqlite3.connect(self.file, timeout=60)) as db:
            db.row_factory = sqlite3.Row
            db.execute("PRAGMA foreign_keys = ON")
            db.execute("PRAGMA synchronous = NORMAL")
            try:
                with db:
                    yield db
            except sqlite3.Error as error:
                raise StoreError(
                    f"the catalogue {self.file} failed: {error}; what it held before this step is kept"
                ) from error


def context_of(passage: Passage) -> str:
    """What a passage is found by beside its own words: the headings next above it."""
    return ". ".join(passage.headings[-2:])


def embedded_text(context: str, text: str) -> str:
    """What is embedded: the passage behind its context."""
    return f"{context}. {text}" if context else text


def _write_facts(db: sqlite3.Connection, document: Document) -> None:
    days = (document.inspection_start, document.inspection_end, document.published)
    db.execute(
        "INSERT INTO documents VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
        " title = excluded.title, authority = excluded.authority, published = excluded.published,"
        " facts = excluded.facts, years = excluded.years",
        (
            document.id,
            document.title,
            document.kind.value,
            document.authority,
            *(day and day.isoformat() for day in days),
            document.lead_inspector,
            document.outcome,
            json.dumps([astuple(judgement) for judgement in document.judgements]),
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
            "INSERT INTO passages (id, document, text, context, headings, number, spans) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                digest,
                document.id,
                passage.text,
                context_of(passage),
                json.dumps(passage.headings),
                passage.number,
                json.dumps([(span.page, span.start, span.end) for span in passage.spans]),
            ),
        )


def _drop_orphans(db: sqlite3.Connection) -> list[str]:
    gone = [row[0] for row in db.execute("SELECT id FROM documents WHERE id NOT IN (SELECT document FROM sources)")]
    for document in gone:  # the passages go by name, so that their trigger takes them out of the FTS index
        db.execute("DELETE FROM passages WHERE document = ?", (document,))
        db.execute("DELETE FROM documents WHERE id = ?", (document,))
    return gone


def _stored(row: sqlite3.Row) -> StoredPassage:
    spans = tuple(Span(*span) for span in json.loads(row["spans"]))
    passage = Passage(row["text"], spans, tuple(json.loads(row["headings"])), row["number"])
    return StoredPassage(row["id"], row["document"], passage)


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None
