"""The catalogue of an index, read: documents, their facts, pages, passages and vectors, in SQLite."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import fields
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.catalogue import encodings, labels, outbox, passages, records
from index.catalogue.columns import HeldColumns
from index.catalogue.database import FILE_NAME, Database, read_changes, read_metadata
from index.catalogue.encodings import Encoding
from index.catalogue.finding_store import FindingStore
from index.catalogue.held import Held, HeldRecords, in_order
from index.catalogue.labels import Counts, Label
from index.catalogue.passages import StoredPassage
from index.catalogue.records import Record, Source
from index.catalogue.scope import PassageScope
from index.catalogue.words import lexical_store, postings
from index.ranking.tokens import Projection
from ingest import Description, Document, Page

_ALL = PassageScope()


class Catalogue:
    """The catalogue in a generation's folder, opened to read.

    Args:
        folder: the folder of the generation.

    Attributes:
        findings, columns: the words that judge something, and what passages are counted by.

    Raises:
        StoreError: SQLite cannot read the file; this holds for every method.
    """

    def __init__(self, folder: Path) -> None:
        self.file = folder / FILE_NAME
        self._database = Database(self.file)
        self._transaction = self._database.transaction
        self._held = HeldRecords()
        self._pinned: ContextVar[Held | None] = ContextVar("pinned records", default=None)
        self._axes: Projection | None = None
        self.findings, self.columns = FindingStore(self._transaction), HeldColumns(self._transaction)

    @contextmanager
    def pinned(self) -> Iterator[None]:
        """Let everything that this thread reads be of the one state that stands now, whatever a run writes meanwhile."""
        if self._pinned.get():
            yield
            return
        with self._database.pinned() as db:
            token = self._pinned.set(self._held.at(db))
            try:
                yield
            finally:
                self._pinned.reset(token)

    # -- the index as a whole

    def metadata(self) -> dict[str, str]:
        """The index's name, and the versions of the rules and models that it was built with, by key."""
        with self._transaction() as db:
            return read_metadata(db)

    def state(self) -> str:
        """A token that changes with every change to documents or to their findings."""
        with self._transaction() as db:
            found = tuple(db.execute("SELECT count(*), count(DISTINCT rule) FROM annotated").fetchone())
            return f"{read_metadata(db).get('name')}-{read_changes(db)}-{found}"

    # -- files and documents
    def sources(self) -> dict[tuple[str, str], Source]:
        """Every indexed file by `(root, path)`."""
        with self._transaction() as db:
            return records.read_sources(db)

    def documents_of_sources(self) -> list[tuple[Source, str]]:
        """Every indexed file with the id of the document that it holds."""
        with self._transaction() as db:
            return records.read_documents_of_sources(db)

    def document(self, id_: str) -> Document | None:
        """A document with its text, as it is filed; None if there is none of that id."""
        record = self.record(id_)
        if record is None:
            return None
        texts = tuple(stored.passage for stored in self.document_passages(id_))
        described = {each.name: getattr(record, each.name) for each in fields(Description)}
        return Document(**described, pages=self.pages(id_), passages=texts, notes=record.notes)

    def skipped(self) -> dict[Source, str]:
        """Each file that could not be read, in order of path, and why."""
        with self._transaction() as db:
            return records.read_skipped(db)

    def records(self) -> list[Record]:
        """Every document, by path."""
        return list(self._records().records)

    def record(self, document: str) -> Record | None:
        """The document with this id, if there is one."""
        return self._records().by_id.get(document)

    def labelled(self, wanted: Mapping[Label, Collection[str]], inside: Collection[str] | None = None) -> list[Record]:
        """The documents that have, of each of these labels, one of the values; by path.

        Args:
            inside: ids of the documents to look among; None for all.
        """
        with self._transaction() as db:
            ids = labels.read_labelled(db, wanted, inside)
        by_id = self._records().by_id
        return sorted((by_id[id_] for id_ in ids if id_ in by_id), key=in_order)

    def counts(self, documents: Collection[str] | None = None) -> dict[Label, Counts]:
        """How many documents have each value of each label, and how many of their passages each stance; of all for None."""
        with self._transaction() as db:
            return labels.read_counts(db, documents)

    def _records(self) -> Held:
        if pinned := self._pinned.get():
            return pinned
        with self._transaction() as db:
            return self._held.at(db)

    # -- pages and passages

    def pages(self, document: str) -> tuple[Page, ...]:
        """The pages of a document in order."""
        with self._transaction() as db:
            return passages.read_pages(db, document)

    def passages(self, ids: Sequence[str]) -> list[StoredPassage]:
        """The passages with these ids, in the order of `ids`; unknown ids are ignored."""
        with self._transaction() as db:
            return passages.read_passages(db, ids)

    def document_passages(self, document: str) -> list[StoredPassage]:
        """The passages of a document in reading order."""
        with self._transaction() as db:
            return passages.read_document_passages(db, document)

    def count_passages(self, scope: PassageScope = _ALL) -> int:
        """How many passages are in a scope."""
        with self._transaction() as db:
            return passages.count_passages(db, scope)

    def inside(self, ids: Collection[str], scope: PassageScope = _ALL) -> set[str]:
        """Those of these ids whose passages are held and in a scope."""
        with self._transaction() as db:
            return passages.read_inside(db, ids, scope)

    # -- words

    def match_terms(self, terms: Sequence[str], limit: int, scope: PassageScope = _ALL) -> list[tuple[str, float]]:
        """`(passage id, BM25 score)` of the passages in a scope with one of these words, best first."""
        with self._transaction() as db:
            return lexical_store.match_terms(db, terms, limit, scope)

    def match(self, query: str, limit: int, scope: PassageScope = _ALL) -> list[tuple[str, float]]:
        """`(passage id, BM25 score)` of the passages that match an FTS5 query, best first."""
        with self._transaction() as db:
            return lexical_store.match(db, query, limit, scope)

    def contains_phrase(self, text: str) -> bool:
        """True if a passage has these words in this order and this spelling."""
        with self._transaction() as db:
            return lexical_store.contains_phrase(db, text)

    def uses(self, stem: str) -> int:
        """How many passages use a stem."""
        with self._transaction() as db:
            return postings.count_uses(db, stem)

    def similar_stems(self, stem: str, start: int) -> dict[str, int]:
        """Stems that may be one edit away, or that share the first `start` letters, and how many passages use each."""
        with self._transaction() as db:
            return postings.read_similar_stems(db, stem, start)

    # -- vectors

    def vectors(self, ids: Collection[str]) -> tuple[list[str], NDArray[np.float32]]:
        """Those of these passages that are held, and their unit vectors, an array of shape (passages, dimensions)."""
        with self._transaction() as db:
            found = encodings.read_vectors(db, ids)
        return list(found), encodings.unpack_vectors(list(found.values()))

    def vectors_in(self, scope: PassageScope, from_row: int = 0) -> tuple[list[int], NDArray[np.float32]]:
        """The rows and the unit vectors of the passages in a scope, from a row on."""
        with self._transaction() as db:
            rows, packed = passages.read_scope_vectors(db, scope, from_row)
        return rows, encodings.unpack_vectors(packed)

    def ids_of(self, rows: Sequence[int]) -> list[str]:
        """The ids of the passages in these rows."""
        with self._transaction() as db:
            return passages.read_ids(db, rows)

    def encodings(self, digests: Iterable[bytes]) -> dict[bytes, Encoding]:
        """The encodings of those of these texts that the index holds, by digest."""
        with self._transaction() as db:
            return encodings.read_encodings(db, digests)

    def first_pending_row(self) -> int:
        """The row from which on passages may be missing from the vector store."""
        with self._transaction() as db:
            return outbox.first_pending_row(db)

    def rows_from(self, row: int) -> int:
        """How many passages there may be from a row on."""
        with self._transaction() as db:
            return outbox.last_row(db) + 1 - row

    def digests(self, document: str) -> list[bytes]:
        """The digests of the texts that the vectors of a document's passages were made from, in reading order."""
        with self._transaction() as db:
            return encodings.read_digests(db, document)

    def settled_ids(self) -> set[str]:
        """The ids of the passages that the vector store should hold, as far as it has been told."""
        with self._transaction() as db:
            return outbox.read_settled(db)

    def pending_ids(self) -> set[str]:
        """The ids of the passages that the vector store must still look at."""
        with self._transaction() as db:
            return outbox.read_pending_ids(db)

    def count_pending(self) -> int:
        """How many passages the vector store must still look at."""
        with self._transaction() as db:
            return outbox.count_pending(db)

    def axes(self, count: int) -> Projection | None:
        """The axes that the token vectors are packed on; None before any passage is in the index."""
        if self._axes is None:  # they never change
            with self._transaction() as db:
                self._axes = encodings.read_axes(db, count)
        return self._axes

    def packed_tokens(self, ids: Sequence[str]) -> dict[str, bytes]:
        """The packed token vectors of passages, by id."""
        with self._transaction() as db:
            return encodings.read_packed_tokens(db, ids)
