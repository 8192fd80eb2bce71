"""Checks an index: that SQLite's files are whole, that every document is, and that the vector store agrees with the catalogue."""

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing

import numpy as np

from index.catalogue import Catalogue, Record, context_of, digest_of, embedded_text
from index.catalogue.database import connect
from index.catalogue.labels import labels_agree
from index.catalogue.words.postings import postings_agree
from index.catalogue.writes import passage_ids
from index.errors import StoreError
from index.index import Index
from index.settings import settings_of
from index.vectors.store import VectorStore, is_being_written
from ingest.structure import stands

_BATCH = 2_000  # passages
_CLOSE = 1e-3  # how far the numbers of a vector may be from the catalogue's
_MOST = 20  # problems of one kind that are listed
Progress = Callable[[int, int], None]
"""Called after each document with how many are done and how many there are."""


def check(index: Index, progress: Progress = lambda *_: None) -> list[str]:
    """What is wrong with an index, in words; nothing of an index that is whole.

    Args:
        progress: called after each document.

    Raises:
        StoreError: there is no index, or it cannot be opened at all.
    """
    catalogue = index.catalogue
    if problems := damage(catalogue):
        return problems  # what stands in a broken file cannot be relied on
    problems = [*_settings(index), *_counts(catalogue), *_words(catalogue), *_labels(catalogue)]
    records = catalogue.records()
    for done, record in enumerate(records, 1):
        problems += _document(catalogue, record)
        progress(done, len(records))
    return problems + list(_vector_store(index))


def damage(catalogue: Catalogue) -> list[str]:
    """Faults of SQLite's file itself."""
    try:
        with closing(connect(catalogue.file)) as db:
            rows = [row[0] for row in db.execute(f"PRAGMA integrity_check({_MOST})")]
            broken = db.execute("PRAGMA foreign_key_check").fetchmany(_MOST)
    except sqlite3.Error as error:
        return [f"the catalogue's file is damaged: {error}"]
    return [f"the catalogue's file is damaged: {fault}" for fault in rows if fault != "ok"] + [
        f"the catalogue's file is damaged: a row of the table {row['table']} belongs to nothing in {row['parent']}"
        for row in broken
    ]


def _words(catalogue: Catalogue) -> Iterator[str]:
    """Faults of the FTS index, and of the postings beside it."""
    try:
        with closing(connect(catalogue.file, "rw")) as db:
            db.execute("INSERT INTO passages_fts (passages_fts, rank) VALUES ('integrity-check', 1)")
            db.rollback()
            for row in db.execute("SELECT id FROM documents").fetchall():
                if not postings_agree(db, row["id"]):
                    yield f"the document {row['id']} is not found by all of its words"
    except sqlite3.Error as error:
        yield f"the FTS index does not agree with the passages: {error}"


def _labels(catalogue: Catalogue) -> Iterator[str]:
    """Documents that are not found, or not counted, by what they are."""
    with closing(connect(catalogue.file)) as db:
        for record in catalogue.records():
            if not labels_agree(db, record):
                yield f"the document {record.id} is not found by all of its facts"


def _settings(index: Index) -> Iterator[str]:
    made_with = index.catalogue.metadata()
    for name, value in settings_of(index.embedder).items():
        if made_with.get(name) != value:
            yield f"it was made with {name} {made_with.get(name)!r}, and Kloe now uses {value!r}"


def _counts(catalogue: Catalogue) -> Iterator[str]:
    """Documents without a file, passages without a vector, and counts that do not agree."""
    with closing(connect(catalogue.file)) as db:
        for sentence, query in _QUERIES:
            for row in db.execute(query).fetchmany(_MOST):
                yield sentence.format(*row)


_QUERIES = (
    ("the document {} has no file", "SELECT id FROM documents WHERE id NOT IN (SELECT document FROM sources)"),
    ("the passage {} has no vector", "SELECT id FROM passages WHERE row NOT IN (SELECT row FROM vectors)"),
    ("the passage {} has no token vectors", "SELECT id FROM passages WHERE row NOT IN (SELECT row FROM tokens)"),
    (
        "the document {} should have {} passages and has {}",
        "SELECT id, passages, (SELECT count(*) FROM passages WHERE document = documents.id) AS held FROM documents"
        " WHERE passages <> held",
    ),
    (
        "the document {} should have {} pages and has {}",
        "SELECT id, pages, (SELECT count(*) FROM pages WHERE document = documents.id) AS held FROM documents WHERE pages <> held",
    ),
    (
        "the stem “{}” should be used by {} passages and is by {}",
        "SELECT stem, passages, (SELECT count(*) FROM postings WHERE stem = stems.id) AS held FROM stems WHERE passages <> held",
    ),
    (
        "the index should hold {} passages and holds {}",
        "SELECT passages, (SELECT count(*) FROM passages) AS held FROM totals WHERE passages <> held",
    ),
    (
        "{} documents should have the {} “{}”, and {} have",
        "SELECT label_totals.documents, field, value, count(labels.document) AS held FROM label_totals LEFT JOIN labels"
        " USING (field, value) GROUP BY field, value HAVING label_totals.documents <> held"
        " OR label_totals.passages <> coalesce(sum(labels.passages), 0)",
    ),
    (
        "a file of the document {}, which is forgotten, still stands",
        "SELECT document FROM forgotten WHERE document IN (SELECT id FROM documents)",
    ),
)


def broken_documents(catalogue: Catalogue) -> list[Record]:
    """The documents with a fault of their own."""
    return [record for record in catalogue.records() if _document(catalogue, record)]


def _document(catalogue: Catalogue, record: Record) -> list[str]:
    """Faults of one document: every passage must stand on its page, under its own id, with the vector of its own words."""
    stored = catalogue.document_passages(record.id)
    passages = [each.passage for each in stored]
    problems = []
    if [each.id for each in stored] != passage_ids(record.id, passages):
        problems.append(f"{record.path}: the ids of its passages are not those of its words")
    pages = catalogue.pages(record.id)
    missing = [passage for passage in passages if not stands(passage.text, passage.spans, pages)]
    problems += [
        f"{record.path}: “{passage.text[:60]}…” does not stand on page {passage.page}" for passage in missing[:_MOST]
    ]
    digests = [digest_of(embedded_text(context_of(passage), passage.text)) for passage in passages]
    if catalogue.digests(record.id) != digests:
        problems.append(f"{record.path}: its vectors are not those of its words")
    return problems


def _vector_store(index: Index) -> Iterator[str]:
    """Vectors that the store lacks, has too many, or has otherwise than the catalogue."""
    folder = index.catalogue.file.with_name("vectors")
    if not index.chroma_url and is_being_written(folder):
        return  # what stands there counts for nothing: the next run makes it anew
    try:
        store = index.open_vectors()
        held, wanted = store.ids(), index.catalogue.settled_ids()
        waiting = index.catalogue.pending_ids()
        for name, ids in (("lacks the vector of", wanted - held), ("has a vector of the unknown", held - wanted)):
            for id_ in sorted(ids - waiting)[:_MOST]:
                yield f"the vector store {name} passage {id_}"
        yield from _other_vectors(index.catalogue, store, sorted(wanted & held))
        store.close()
    except StoreError as error:
        yield str(error)


def _other_vectors(catalogue: Catalogue, store: VectorStore, ids: Sequence[str]) -> Iterator[str]:
    for start in range(0, len(ids), _BATCH):
        part = ids[start : start + _BATCH]
        names, stored = store.vectors(part)
        held, vectors = catalogue.vectors(part)
        rows = dict(zip(held, vectors, strict=True))
        wrong = [
            id_
            for id_, row in zip(names, stored, strict=True)
            if id_ in rows and np.abs(rows[id_] - row).max() > _CLOSE
        ]
        for id_ in sorted({*wrong, *(set(part) - set(names))})[:_MOST]:
            yield f"the vector store has another vector of the passage {id_} than the catalogue"
