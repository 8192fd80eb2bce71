"""Carries documents into a new generation whose files cannot be read again just now: nothing is forgotten unless a person asked."""

from collections.abc import Collection

from index.catalogue import Catalogue, CatalogueWriter, Source
from index.updating.embedding import PassageEncoder


def carry(
    old: Catalogue, new: CatalogueWriter, encoder: PassageEncoder, leaving: Collection[tuple[str, str]]
) -> list[Source]:
    """Carry over the documents of every file that the new generation has not read.

    Args:
        leaving: `(root, path)` of the files that a person asked to forget.

    Returns:
        The files that were carried.
    """
    read = {(source.root, source.file) for source in new.sources().values()}
    by_file: dict[tuple[str, str], list[tuple[Source, str]]] = {}
    for source, document in old.documents_of_sources():
        key = (source.root, source.file)
        if key not in read and key not in leaving:
            by_file.setdefault(key, []).append((source, document))
    carried = []
    skipped = {(source.root, source.path): (source, cause) for source, cause in new.skipped().items()}
    for held in by_file.values():
        first = min((source for source, _ in held), key=lambda source: len(source.path))
        papers = [paper for _, id_ in sorted(held, key=lambda item: _page(item[0])) if (paper := old.document(id_))]
        new.put(papers, first, encoder.encode(papers))
        if failed := skipped.get((first.root, first.file)):
            new.skip(*failed)  # so that it is still listed
        carried.append(first)
    return carried


def _page(source: Source) -> int:
    """The page of its file on which a paper begins; 0 for the first."""
    return int(source.path[len(source.file) :].rpartition("=")[2] or 0)
