"""The catalogue of an index: documents, their facts, pages and passages, in SQLite."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from index.catalogue import lexical_store, outbox, passages, records, token_store, writes
from index.catalogue.finding_store import FindingStore
from index.catalogue.passages import StoredPassage
from index.catalogue.records import Record, Source
from index.catalogue.saved_store import SavedStore
from index.catalogue.schema import Database, read_metadata, write_metadata
from index.catalogue.snapshots import Snapshots
from index.errors import StoreError
from index.ranking.tokens import Projection
from ingest import Document, Page, Stance
from ingest.structure import RULES

_RECORDS_MAX_STALE = 1  # seconds
_SLOW_MAX_STALE = 10  # seconds, for what takes a quarter of a second to read: too long for each step of an index run


class Catalogue:
    """The catalogue in an index folder, created if missing.

    Args:
        folder: the index folder.
        model: the name of the embedding model.

    Attributes:
        findings: the words that judge something.
        saved: what people have saved.

    Raises:
        StoreError: SQLite cannot read or write the file; this holds for every method.
    """

    def __init__(self, folder: Path, model: str) -> None:
        self._settings = {"model": model, "passage rules": RULES}
        self._database = Database(folder, self._settings)
        self._snapshots = Snapshots(self._database.file)
        self._transaction = self._database.transaction
        self.findings = FindingStore(self._transaction)
        self.saved = SavedStore(self._transaction)

    # -- the index as a whole

    def metadata(self) -> dict[str, str]:
        """The index's name, the model and passage rules that it was built with, and the state of its vectors, by key."""
        with self._transaction() as db:
            return read_metadata(db)

    def check_settings(self) -> None:
        """Check that the index was built with this model and these passage rules.

        Raises:
            StoreError: it was not; the text says what to do.
        """
        built_with = self.metadata()
        for name, value in self._settings.items():
            if built_with.get(name) != value:
                raise StoreError(
                    f"the index {self._database.file.parent} was made with {name} {built_with.get(name)!r}, but Kloe now"
                    f" uses {value!r}: run `kloe index --rebuild` to rebuild it, or restore the old setting"
                )

    def clear(self) -> None:
        """Delete every document, and take on this model and these passage rules."""
        with self._changing() as db:
            writes.clear(db)
            write_metadata(db, self._settings)

    # -- files and documents

    def put(self, documents: Sequence[Document], source: Source) -> list[str]:
        """Store the documents read from `source`; returns the ids of the documents that no file holds any more."""
        with self._changing() as db:
            return writes.put_documents(db, documents, source)

    def touch(self, source: Source) -> None:
        """Record the new date of a file with unchanged content."""
        with self._transaction() as db:
            writes.touch(db, source)

    def skip(self, source: Source, cause: str) -> list[str]:
        """Record why a file cannot be indexed; returns the ids of the documents that no file holds any more."""
        with self._changing() as db:
            return writes.skip(db, source, cause)

    def remove(self, sources: Iterable[Source]) -> list[str]:
        """Forget files; returns the ids of the documents that no file holds any more."""
        with self._changing() as db:
            return writes.remove(db, sources)

    def sources(self) -> dict[tuple[str, str], Source]:
        """Every indexed file by `(root, path)`."""
        with self._transaction() as db:
            return records.read_sources(db)

    def skipped(self) -> dict[Source, str]:
        """Each skipped file, in order of path, and why it is not in the index."""
        with self._transaction() as db:
            return records.read_skipped(db)

    def records(self) -> list[Record]:
        """Every document, by path; another process's changes appear within about a second."""
        return list(self._snapshots.get("records", self._read_records, _RECORDS_MAX_STALE))

    def record(self, document: str) -> Record | None:
        """The document with this id, if there is one."""
        return next((record for record in self.records() if record.id == document), None)

    # -- pages and passages

    def pages(self, document: str) -> tuple[Page, ...]:
        """The pages of a document in order."""
        with self._transaction() as db:
            return passages.read_pages(db, document)

    def passages(self, ids: Sequence[str]) -> list[StoredPassage]:
        """The passages with these ids, in the order of `ids`; unknown ids are ignored."""
        with self._transaction() as db:
            return passages.read_passages(db, ids)

    def passage_ids(self, documents: Iterable[str]) -> list[str]:
        """The ids of all passages of these documents."""
        with self._transaction() as db:
            return passages.read_passage_ids(db, documents)

    def document_passages(self, document: str) -> list[StoredPassage]:
        """The passages of a document in reading order."""
        with self._transaction() as db:
            return passages.read_document_passages(db, document)

    def count_passages(self) -> int:
        """How many passages there are."""
        return self._snapshots.get("passage count", self._count_passages)

    def stances(self) -> dict[str, dict[str, Stance]]:
        """The stance of each passage by document id and passage id, as its headings give it."""
        return self._snapshots.get("stances", self._read_stances, _SLOW_MAX_STALE)

    # -- words

    def match(self, query: str, limit: int, documents: Iterable[str] | None = None) -> list[tuple[str, float]]:
        """`(passage id, BM25 score)` of the passages that match an FTS5 query, best first.

        Args:
            documents: ids of the documents to search; None for all.
        """
        with self._transaction() as db:
            return lexical_store.match(db, query, limit, documents)

    def contains_phrase(self, text: str) -> bool:
        """True if a passage has these words in this order and this spelling."""
        with self._transaction() as db:
            return lexical_store.contains_phrase(db, text)

    def stem_counts(self) -> dict[str, int]:
        """How many passages use each stem of the FTS5 index."""
        return self._snapshots.get("stem counts", self._read_stem_counts, _SLOW_MAX_STALE)

    # -- vectors

    def count_unembedded(self) -> int:
        """How many passages have no vector yet."""
        with self._transaction() as db:
            return outbox.count_unembedded(db)

    def sample_to_embed(self, limit: int) -> list[str]:
        """Texts of at most `limit` passages without a vector, spread evenly over all of them."""
        with self._transaction() as db:
            return outbox.sample_to_embed(db, limit)

    def to_embed(self, limit: int) -> list[tuple[str, str, str]]:
        """`(passage id, document id, text to embed)` of at most `limit` passages without a vector."""
        with self._transaction() as db:
            return outbox.read_to_embed(db, limit)

    def mark_embedded(self, ids: Sequence[str], packed_tokens: Sequence[bytes]) -> None:
        """Record that the vector store holds these passages, and store their packed token vectors."""
        with self._transaction() as db:
            outbox.mark_embedded(db, ids)
            token_store.write_packed_tokens(db, ids, packed_tokens)
        self.mark_vectors_changed()

    def mark_none_embedded(self) -> None:
        """Record that the vector store holds no passage."""
        with self._transaction() as db:
            outbox.mark_none_embedded(db)

    def mark_vectors_changed(self) -> None:
        """Record that the vector store has changed, so that other processes open it again."""
        with self._transaction() as db:
            write_metadata(db, {"vectors": uuid4().hex})

    def vectors_state(self) -> str:
        """A token that changes with the content of the vector store."""
        return self._snapshots.get("vectors state", lambda: self.metadata().get("vectors", ""))

    def projection(self, axes: int) -> Projection | None:
        """The projection that the token vectors are packed with; None before any passage is embedded."""
        return self._snapshots.get("projection", lambda: self._read_projection(axes))

    def set_projection(self, projection: Projection) -> None:
        """Set the projection that this index's token vectors are packed with."""
        with self._transaction() as db:
            token_store.write_projection(db, projection)

    def packed_tokens(self, ids: Sequence[str]) -> dict[str, bytes]:
        """The packed token vectors of passages, by id."""
        with self._transaction() as db:
            return token_store.read_packed_tokens(db, ids)

    # -- what the snapshots read

    def _read_records(self) -> list[Record]:
        with self._transaction() as db:
            return records.read_records(db)

    def _count_passages(self) -> int:
        with self._transaction() as db:
            return passages.count_passages(db)

    def _read_stances(self) -> dict[str, dict[str, Stance]]:
        with self._transaction() as db:
            return passages.read_stances(db)

    def _read_stem_counts(self) -> dict[str, int]:
        with self._transaction() as db:
            return lexical_store.read_stem_counts(db)

    def _read_projection(self, axes: int) -> Projection | None:
        with self._transaction() as db:
            return token_store.read_projection(db, axes)

    @contextmanager
    def _changing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that changes documents; this process sees the change at once."""
        with self._transaction() as db:
            yield db
        self._snapshots.clear()
