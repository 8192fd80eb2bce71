"""Forgets files that a person asked to forget."""

from collections.abc import Iterable
from pathlib import Path

from index.catalogue import Catalogue, Source, printable
from index.folder import writing
from index.index import Index
from index.updating.generation import begin
from index.updating.telling import Teller


def forget(index: Index, paths: Iterable[Path], wait: float = 0, purpose: str = "kloe forget") -> int:
    """Forget files, and the documents that no other file holds.

    Args:
        paths: files of the index, whether or not they still exist.
        wait: how many seconds to wait for another run to end.

    Returns:
        How many of them the index knew.

    Raises:
        StoreError: another run is using the index, or it cannot be opened or written.
    """
    wanted = {printable(str(named)) for path in paths for named in (path.absolute(), path.parent.resolve() / path.name)}
    index.generations.opened()  # says what to do where there is none
    with writing(index.folder, purpose, wait):
        target = begin(index, rebuild=False, step=lambda _: None)
        known = [*target.writer.sources().values(), *target.writer.skipped()]
        gone = [source for source in known if printable(str(source.location)) in wanted]
        target.writer.remove(gone)
        folder = index.generations.path(target.name)
        name = Catalogue(folder).metadata()["name"]
        teller = Teller(target.writer, folder / "vectors", index.chroma_url, name, lambda _: None)
        try:
            teller.settle()
        finally:
            teller.close()
            target.writer.close()
    return len({_key(source) for source in gone})


def _key(source: Source) -> tuple[str, str]:
    return source.root, source.file
