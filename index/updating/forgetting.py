"""Takes files out of an index: those that a person asked to forget, and those that they removed for good."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from index.catalogue import Catalogue, Record, Source, printable
from index.errors import StoreError
from index.folder import RemovedFile, RemovedStore, writing
from index.index import Index
from index.updating.correcting import settle_corrections
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
    gone = _take_out(index, lambda source: printable(str(source.location)) in wanted, {}, wait, purpose)
    return len({_key(source) for source in gone})


def withdraw(index: Index, record: Record, person: str = "", wait: float = 0) -> list[Source]:
    """Remove a document for good: the files that hold it, with every other document in them, and every copy of these files.

    The files stay where they are, but no later run reads them, not even a rebuild.

    Args:
        person: who removes it, for the record.
        wait: how many seconds to wait for another run to end.

    Returns:
        The files.

    Raises:
        StoreError: another run is using the index, or it cannot be opened or written.
    """
    digests = {source.sha256 for source in index.catalogue.sources().values() if source.path in record.sources}
    files = [source for source in index.catalogue.sources().values() if source.sha256 in digests]
    if not files:
        raise StoreError(f"the index names no file for {record.path}")
    day = datetime.now(UTC).date().isoformat()
    noted = {source.sha256: RemovedFile(source.sha256, source.file, person, day) for source in files}
    RemovedStore(index.folder).add(list(noted.values()))  # first, so that no run reads them in between
    causes = {digest: file.cause for digest, file in noted.items()}
    _take_out(index, lambda source: source.sha256 in digests, causes, wait, "a removal")
    return files


def _take_out(
    index: Index, is_wanted: Callable[[Source], bool], causes: dict[str, str], wait: float, purpose: str
) -> list[Source]:
    """Take files out; those with a cause, by digest, are noted as skipped for it. Returns the files."""
    index.generations.opened()  # says what to do where there is none
    with writing(index.folder, purpose, wait):
        target = begin(index, rebuild=False, step=lambda _: None)
        known = [*target.writer.sources().values(), *target.writer.skipped()]
        gone = [source for source in known if is_wanted(source)]
        target.writer.remove(gone)
        for source in gone:
            if source.sha256 in causes:
                target.writer.skip(source, causes[source.sha256])
        folder = index.generations.path(target.name)
        name = Catalogue(folder).metadata()["name"]
        teller = Teller(target.writer, folder / "vectors", index.chroma_url, name, lambda _: None)
        try:
            teller.settle()
            settle_corrections(index.folder, Catalogue(folder), target.writer)  # those that came meanwhile
        finally:
            teller.close()
            target.writer.close()
    return gone


def _key(source: Source) -> tuple[str, str]:
    return source.root, source.file
