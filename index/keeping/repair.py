"""Repairs an index from what is whole in it: words, statistics and vectors are made again from the documents."""

from dataclasses import dataclass

from index.catalogue import Catalogue, CatalogueWriter
from index.checking import broken_documents, check, damage
from index.errors import StoreError
from index.folder import writing
from index.index import Index
from index.updating.correcting import settle_corrections
from index.updating.embedding import PassageEncoder
from index.updating.generation import begin
from index.updating.telling import Teller
from index.vectors import axes_of


@dataclass(frozen=True)
class Repair:
    """What a repair did.

    Attributes:
        problems: what was wrong.
        vectors: how many vectors the vector store held wrongly.
        reread: paths of the documents that must be read again: `kloe index` does so.
        left: what is still wrong.
    """

    problems: list[str]
    vectors: int
    reread: list[str]
    left: list[str]


def repair(index: Index, wait: float = 60) -> Repair:
    """Put right what can be put right without the files.

    Args:
        wait: how many seconds to wait for another run to end.

    Raises:
        StoreError: SQLite's file itself is damaged, so that only a backup or a rebuild helps; or the index cannot be written.
    """
    with writing(index.folder, "kloe repair", wait):
        target = begin(index, rebuild=False, step=lambda _: None)
        folder = index.generations.path(target.name)
        if faults := damage(Catalogue(folder)):
            raise StoreError(
                f"{faults[0]}: the index cannot be repaired; run `kloe restore` with a backup, or `kloe index --rebuild`"
            )
        problems = check(index)
        target.writer.count_anew()
        reread = _mend_documents(index, target.writer, Catalogue(folder))
        settle_corrections(index.folder, Catalogue(folder), target.writer)
        teller = Teller(
            target.writer, folder / "vectors", index.chroma_url, Catalogue(folder).metadata()["name"], lambda _: None
        )
        try:
            wrong = teller.check(whole=True)
            teller.settle()
            settle_corrections(index.folder, Catalogue(folder), target.writer)  # those that came meanwhile
        finally:
            teller.close()
        target.writer.close()
        return Repair(problems, wrong, reread, check(index))


def _mend_documents(index: Index, writer: CatalogueWriter, catalogue: Catalogue) -> list[str]:
    """Encode again the passages of broken documents from their stored words, and let the next run read their files again.

    Returns:
        The paths of these documents.
    """
    axes = catalogue.axes(index.embedder.token_axes) or axes_of(index.embedder)
    encoder = PassageEncoder(index.embedder, axes, [])
    broken = broken_documents(catalogue)
    for record in broken:
        document = catalogue.document(record.id)
        if document:
            writer.put_again(document, encoder.encode([document]))
    writer.drop_unsourced()
    return [record.path for record in broken]
