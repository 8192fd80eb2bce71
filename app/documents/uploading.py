"""Files that a person adds on the page: kept in a folder beside the index, named after it, and indexed there."""

import hashlib
import shutil
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

from index import Index, Record, Summary, update
from index.catalogue import Source
from ingest import KloeError

MOST_FILES = 50
LARGEST = 50 * 1024 * 1024  # bytes of one file


@dataclass(frozen=True)
class FileResult:
    """What became of one file, so far or in the end.

    Attributes:
        record: the document that it was read as; None before that, and where there is none.
        cause: why it was left out; empty where it was not.
        notes: what the reader says of it.
        is_done: False while it is not yet searched.
    """

    name: str
    record: Record | None = None
    cause: str = ""
    notes: tuple[str, ...] = ()
    is_done: bool = False


@dataclass(frozen=True)
class Progress:
    """How far an upload is.

    Attributes:
        step: what is done now, in words.
        done, total: how many of how many.
        files: each file, in the order given.
    """

    step: str
    done: int
    total: int
    files: tuple[FileResult, ...] = field(default=())

    @property
    def is_done(self) -> bool:
        """True when nothing is left to do."""
        return all(file.is_done for file in self.files)


def add_files(index: Index, paths: Sequence[Path], cache: Path) -> Iterator[Progress]:
    """Keep files beside the index and index them; what cannot be read is not kept.

    Args:
        paths: where the files were put by whoever took them in; they are copied from there.
        cache: the folder of the vector cache.

    Raises:
        KloeError: there are too many, or the index cannot be written; then no copy stays that is not in the index.
    """
    if len(paths) > MOST_FILES:
        raise KloeError(f"{len(paths)} files are too many at once: choose at most {MOST_FILES}")
    folder = index.folder.with_name(f"{index.folder.name}-uploads")
    folder.mkdir(parents=True, exist_ok=True)
    results = [FileResult(path.name) for path in paths]
    kept: dict[int, Path] = {}
    for number, path in enumerate(paths):
        size = path.stat().st_size
        if size > LARGEST:
            cause = f"it has {size / 1024**2:.0f} MB, and at most {LARGEST // 1024**2} are taken"
            results[number] = replace(results[number], cause=cause, is_done=True)
        else:
            kept[number] = _keep(path, folder)
    yield Progress("Reading", 0, len(kept), tuple(results))
    if kept:
        try:
            summary = yield from _follow(index, list(kept.values()), cache, tuple(results))
        except KloeError:
            _drop_copies(index, kept.values())
            raise
        for number, path in kept.items():
            results[number] = _result(index, paths[number].name, path, summary)
    yield Progress("Done", len(kept), len(kept), tuple(results))


def _keep(path: Path, folder: Path) -> Path:
    """Copy a file into the folder; beside a file of that name with other content under a name of its own."""
    to, number = folder / path.name, 1
    while to.exists() and _digest(to) != _digest(path):
        number += 1
        to = folder / f"{path.stem} ({number}){path.suffix}"
    if not to.exists():
        shutil.copyfile(path, to)
    return to


def _drop_copies(index: Index, paths: Iterable[Path]) -> None:
    """Take away the copies of files that did not come into the index."""
    held = index.catalogue.sources()
    for path in paths:
        if (str(path.parent.resolve()), path.name) not in held:
            path.unlink(missing_ok=True)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _follow(
    index: Index, paths: list[Path], cache: Path, results: tuple[FileResult, ...]
) -> Generator[Progress, None, Summary]:
    """Index files and tell each step on the way.

    Returns:
        What the run did.

    Raises:
        KloeError: the run failed.
    """
    told: SimpleQueue[Progress | Summary | BaseException] = SimpleQueue()

    def run() -> None:
        try:
            told.put(update(index, paths, cache, workers=1, progress=tell))
        except BaseException as error:  # handed to whoever follows
            told.put(error)

    def tell(step: str, done: int, total: int, what: str) -> None:
        told.put(Progress(step, done, total, results))

    Thread(target=run, name="upload", daemon=True).start()
    while True:
        match told.get():
            case Progress() as progress:
                yield progress
            case Summary() as summary:
                return summary
            case BaseException() as error:
                raise error


def _result(index: Index, name: str, path: Path, summary: Summary) -> FileResult:
    """What became of a file that was looked at; the copy of one that cannot be read is taken away again."""
    cause = next((cause for skipped, cause in summary.skipped if skipped == path.name), "")
    if cause:
        path.unlink(missing_ok=True)
        index.catalogue.remove([Source(str(path.parent.resolve()), path.name)])
        return FileResult(name, cause=cause, is_done=True)
    record = next((one for one in index.catalogue.records() if path.name in one.sources), None)
    notes = tuple(note for noted, note in summary.notes if noted == path.name)
    return FileResult(name, record, notes=notes, is_done=True)
