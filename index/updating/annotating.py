"""Finds what judges something in the documents that have not been read for it, or only by an older rule."""

from collections.abc import Callable, Iterable
from typing import Protocol

from index.catalogue import CatalogueWriter, Record, StoredFinding
from index.index import Index

Progress = Callable[[str, int, int, str], None]
"""Called after each step with its name ("Reading" or "Finding"), how many are done, how many there are, and the file."""


class Annotator(Protocol):
    """Finds the words of a document that judge something.

    Attributes:
        rule: names the version of the rule; documents that another version has read are read again.
    """

    rule: str

    def findings(self, record: Record) -> Iterable[StoredFinding]:
        """The findings of a document that the index holds."""


MakeAnnotator = Callable[[Index], Annotator]
"""Makes the annotator of an index."""


def annotate(index: Index, writer: CatalogueWriter, make: MakeAnnotator, progress: Progress) -> None:
    """Store the findings of every document that this version of the rule has not read. Each document is stored by itself."""
    annotator = make(index)
    waiting = writer.findings.without(annotator.rule)
    for done, document in enumerate(waiting, 1):
        if record := index.catalogue.record(document):
            writer.findings.put(record.id, annotator.rule, annotator.findings(record))
            progress("Finding", done, len(waiting), record.path)
