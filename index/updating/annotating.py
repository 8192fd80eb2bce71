"""Finds what judges something in the documents that have not been read for it, or only by an older rule."""

from collections.abc import Iterable
from typing import Protocol

from index.catalogue import Record, StoredFinding
from index.index import Index
from index.updating.embedding import Progress


class Annotator(Protocol):
    """Finds the words of a document that judge something.

    Attributes:
        rule: names the version of the rule; documents that another version has read are read again.
    """

    rule: str

    def findings(self, record: Record) -> Iterable[StoredFinding]:
        """The findings of a document that the index holds."""


def annotate(index: Index, annotator: Annotator, progress: Progress) -> None:
    """Store the findings of every document that this version of the rule has not read. Each document is stored by itself."""
    records = {record.id: record for record in index.catalogue.records()}
    waiting = [
        records[document] for document in index.catalogue.findings.without(annotator.rule) if document in records
    ]
    for done, record in enumerate(waiting, 1):
        index.catalogue.findings.put(record.id, annotator.rule, annotator.findings(record))
        progress("Finding", done, len(waiting), record.path)
