"""The catalogue of an index, written. One process at a time may: it holds the index's lock."""

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from uuid import uuid4

from index.catalogue import encodings, outbox, records, writes
from index.catalogue.corrections.writing import write_corrected
from index.catalogue.database import FILE_NAME, WrittenDatabase, read_metadata, write_metadata
from index.catalogue.encodings import Encoding
from index.catalogue.finding_store import FindingStore
from index.catalogue.migrations.migrating import migrate
from index.catalogue.outbox import Pending
from index.catalogue.records import Source
from index.errors import StoreError
from index.ranking.tokens import Projection
from ingest import Document


class CatalogueWriter:
    """The catalogue in a generation's folder, made if missing, and brought to this program's format if it is older.

    Args:
        folder: the folder of the generation.

    Attributes:
        findings: the words that judge something.

    Raises:
        StoreError: SQLite cannot write the file, or a newer Kloe made it; the first holds for every method.
    """

    def __init__(self, folder: Path) -> None:
        self.file = folder / FILE_NAME
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"the index {folder} cannot be written: {error.strerror}") from error
        migrate(self.file)
        self._database = WrittenDatabase(self.file)
        self._transaction = self._database.transaction
        self.findings = FindingStore(self._transaction)

    # -- the index as a whole

    def take_on(self, settings: dict[str, str]) -> None:
        """Record the versions of the rules and models that shape this index; one that has them keeps them."""
        with self._transaction() as db:
            held = read_metadata(db)
            write_metadata(db, {"name": f"kloe-{uuid4().hex}", **settings, **held})

    def take_name(self) -> None:
        """Take a new name, so that the copy of an index has vectors of its own."""
        with self._transaction() as db:
            write_metadata(db, {"name": f"kloe-{uuid4().hex}"})

    def count_anew(self) -> None:
        """Make the FTS index, the postings, the labels and all counts again from the passages."""
        with self._transaction() as db:
            writes.count_anew(db)

    def set_axes(self, projection: Projection) -> None:
        """Set the axes that this index's token vectors are packed on."""
        with self._transaction() as db:
            encodings.write_axes(db, projection)

    def close(self) -> None:
        """Bring what SQLite's log holds to the disk, so that not even a power cut loses it, and let go of the file."""
        self._database.close()

    # -- files and documents

    def put(
        self,
        documents: Sequence[Document],
        source: Source,
        encoded: writes.Encodings,
        leaving: Collection[tuple[str, str]] = (),
    ) -> None:
        """Store the documents read from `source`, with words, vectors and facts, in place of those read from it before.

        Args:
            encoded: the encodings of all their passages.
            leaving: `(root, path)` of files that this run will forget.
        """
        with self._transaction() as db:
            writes.put_documents(db, documents, source, encoded, leaving)

    def put_again(self, document: Document, encoded: writes.Encodings) -> None:
        """Store a document that is held again, with these encodings, and let the next run read its files again."""
        with self._transaction() as db:
            writes.put_again(db, document, encoded)

    def put_corrected(self, document: Document) -> None:
        """Store a document that is held with other facts; its text, words and vectors stay as they are."""
        with self._transaction() as db:
            write_corrected(db, document)

    def drop_unsourced(self) -> None:
        """Delete the documents that no file holds."""
        with self._transaction() as db:
            writes.drop_unsourced(db)

    def move_root(self, old: str, new: str) -> None:
        """Record that the files of a folder now stand in another."""
        with self._transaction() as db:
            writes.move_root(db, old, new)

    def touch(self, source: Source) -> None:
        """Record the new date of a file with unchanged content."""
        with self._transaction() as db:
            writes.touch(db, source)

    def skip(self, source: Source, cause: str) -> None:
        """Record why a file cannot be read. What was read from it before stays."""
        with self._transaction() as db:
            writes.skip(db, source, cause)

    def remove(self, sources: Iterable[Source]) -> list[tuple[str, str]]:
        """Forget files; returns those from which a document's facts by name must now be read."""
        with self._transaction() as db:
            return writes.remove(db, sources)

    def sources(self) -> dict[tuple[str, str], Source]:
        """Every indexed file by `(root, path)`."""
        with self._transaction() as db:
            return records.read_sources(db)

    def skipped(self) -> dict[Source, str]:
        """Each file that could not be read, and why."""
        with self._transaction() as db:
            return records.read_skipped(db)

    # -- vectors

    def encodings(self, digests: Iterable[bytes]) -> dict[bytes, Encoding]:
        """The encodings of these texts that the index holds, by digest."""
        with self._transaction() as db:
            return encodings.read_encodings(db, digests)

    def vectors(self, ids: Sequence[str]) -> dict[str, bytes]:
        """The vectors of passages as float16 bytes, by id."""
        with self._transaction() as db:
            return encodings.read_vectors(db, ids)

    def count_pending(self) -> int:
        """How many passages the vector store must look at again."""
        with self._transaction() as db:
            return outbox.count_pending(db)

    def pending(self, limit: int) -> Pending:
        """At most `limit` passages that the vector store must look at again."""
        with self._transaction() as db:
            return outbox.read_pending(db, limit)

    def mark_done(self, ids: Sequence[str]) -> None:
        """Record that the vector store has done what these passages ask."""
        with self._transaction() as db:
            outbox.mark_done(db, ids)

    def mark(self, ids: Sequence[str]) -> None:
        """Let the vector store look at these passages again."""
        with self._transaction() as db:
            outbox.mark(db, ids)

    def mark_all(self, also: Sequence[str] = ()) -> None:
        """Let the vector store look at every passage again, and at those that it holds and no passage has."""
        with self._transaction() as db:
            outbox.mark_all(db, also)

    def settled_ids(self) -> set[str]:
        """The ids of the passages that the vector store should hold, as far as it has been told."""
        with self._transaction() as db:
            return outbox.read_settled(db)
