"""Corrects what documents are filed under, as people have set it, and takes corrections back."""

from collections.abc import Sequence
from pathlib import Path

from index.catalogue import Catalogue, CatalogueWriter, Record, file_of
from index.catalogue.corrections import Correction, Field, corrected
from index.catalogue.corrections.telling import values_read
from index.errors import StoreError
from index.folder import Busy, CorrectionStore, writing
from index.index import Index
from index.updating.annotating import Annotator, MakeAnnotator
from index.updating.generation import begin
from ingest import Document


def correct(
    index: Index,
    record: Record,
    corrections: Sequence[Correction],
    taken_back: Sequence[Field] = (),
    wait: float = 0,
    annotator: MakeAnnotator | None = None,
) -> bool:
    """Set facts of a document, and take back what was set before. Every later run, a rebuild too, files it so.

    Args:
        corrections: what to set.
        taken_back: the fields that shall be as they were read.
        wait: how many seconds to wait for another run to end.
        annotator: finds what judges something, where the kind of the document decides that.

    Returns:
        False if another run holds the index: that run files the document so before it ends.

    Raises:
        StoreError: the index cannot be opened or written.
    """
    store = CorrectionStore(index.folder)
    store.take_back(record.id, taken_back)
    store.put(corrections)  # first, so that a run that is under way finds them
    try:
        with writing(index.folder, "a correction", wait):
            writer = begin(index, rebuild=False, step=lambda _: None).writer
            try:
                settle_corrections(index.folder, index.catalogue, writer)
                if annotator:
                    _find_again(index, writer, annotator(index), record.id)
            finally:
                writer.close()
    except Busy:
        return False
    return True


def _find_again(index: Index, writer: CatalogueWriter, annotator: Annotator, id_: str) -> None:
    """Find again what judges something in this one document, if its kind has changed; other documents wait for a run."""
    record = index.catalogue.record(id_)
    if record and id_ in writer.findings.without(annotator.rule):
        writer.findings.put(id_, annotator.rule, annotator.findings(record))


def settle_corrections(folder: Path, catalogue: Catalogue, writer: CatalogueWriter) -> None:
    """Bring every held document to what people have set of it, and to what was read of it where they have taken that back.

    Args:
        folder: the index folder.
    """
    held = CorrectionStore(folder).all()
    for record in catalogue.records():
        if record.id not in held and not values_read(record.facts):
            continue
        document = catalogue.document(record.id)
        if document is None:
            raise StoreError(f"the document {record.id} cannot be read")
        if (wanted := corrected(document, held.get(record.id, ()), file_of(record.path))) != document:
            writer.put_corrected(wanted)


def as_set(folder: Path, documents: Sequence[Document], path: str) -> list[Document]:
    """Documents that were just read from a file, as people have set them.

    Args:
        folder: the index folder.
        path: the path of the file below its folder.
    """
    held = CorrectionStore(folder).all()
    return [corrected(document, held.get(document.id, ()), path) for document in documents]
