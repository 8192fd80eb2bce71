"""Removes a document from the index for good, and the copies of it that somebody added on the pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from app.documents.copies import uploads_folder
from index import Index, Record, file_of, withdraw

WAIT = 60  # seconds that a removal waits for a run to end


@dataclass(frozen=True)
class Removal:
    """What a removal takes away.

    Attributes:
        record: the document that a person chose.
        others: the other documents in the same files, which go with it.
        is_added: True if somebody added it on the pages, so that its file goes too.
    """

    record: Record
    others: tuple[Record, ...]
    is_added: bool


def removal_of(index: Index, record: Record) -> Removal:
    """What removing a document takes away."""
    files = {file_of(source) for source in record.sources}
    others = [
        other
        for other in index.catalogue.records()
        if other.id != record.id and files & {file_of(source) for source in other.sources}
    ]
    roots = {source.root for source in index.catalogue.sources().values() if source.path in record.sources}
    return Removal(record, tuple(others), _added(index) in roots)


def remove_document(index: Index, record: Record, person: str = "") -> Sequence[str]:
    """Remove a document. Its file stays where it is, unless it was added on the pages; no later run reads it.

    Args:
        person: who removes it.

    Returns:
        The paths of its files below their folders.

    Raises:
        KloeError: the index cannot be written.
    """
    files = withdraw(index, record, person, WAIT)
    for source in files:
        if source.root == _added(index):
            source.location.unlink(missing_ok=True)
    return sorted({source.file for source in files})


def _added(index: Index) -> str:
    """The folder of the files that people added, as the catalogue names it."""
    return str(uploads_folder(index.folder).resolve())
