"""Adding files from the pages: Kloe copies them to a folder beside the index, named after it, and indexes them there."""

import contextlib
import hashlib
import shutil
import time
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Thread
from uuid import uuid4

from index import Bounds, Index, Record, Summary, forget, update
from ingest import KloeError
from qa.findings import FindingAnnotator

MOST_FILES = 50
LARGEST = 50 * 1024 * 1024  # bytes of one file
WAIT = 3600  # seconds that an upload waits for another run to end
_BOUNDS = Bounds(seconds=900, memory=2 * 2**30, smallest=60)  # of one file: somebody waits for it
_UNDOING = 30  # seconds to undo what a stop breaks off
_LEFT = 86400  # seconds after which what was left half done is removed


@dataclass(frozen=True)
class FileResult:
    """What has happened to one file so far.

    Attributes:
        record: the document read from it; None until it is read, and if it cannot be.
        cause: why it was skipped; empty if it was not.
        notes: what the reader noted about it.
        is_done: True once it can be searched, or was skipped.
    """

    name: str
    record: Record | None = None
    cause: str = ""
    notes: tuple[str, ...] = ()
    is_done: bool = False


@dataclass(frozen=True)
class Progress:
    """How far an upload has got.

    Attributes:
        step: the present step, in words.
        done, total: how much of the present step is done.
        files: every file, in the order given.
    """

    step: str
    done: int
    total: int
    files: tuple[FileResult, ...] = field(default=())

    @property
    def is_done(self) -> bool:
        """True when every file is done."""
        return all(file.is_done for file in self.files)


class Uploads:
    """Adds files to an index, and lets a stop of the server wait for what is under way.

    Args:
        cache: the folder of the vector cache; None for none.
        space: the most bytes that all added files together may take.
    """

    def __init__(self, cache: Path | None = None, space: int | None = None) -> None:
        self._cache = cache
        self._space = space
        self._running: set[Thread] = set()
        self._lock = Lock()
        self._is_stopping = False
        self._is_broken_off = False

    @property
    def running(self) -> int:
        """How many uploads are being indexed, or wait for that."""
        with self._lock:
            return len(self._running)

    def finish(self, seconds: float) -> None:
        """Take no more files, wait for what is under way, and undo what has not ended by then."""
        self._is_stopping = True
        ends = time.monotonic() + seconds
        for last_wait in (0.0, _UNDOING):
            for thread in self._all_running():
                thread.join(max(0.0, ends + last_wait - time.monotonic()))
            self._is_broken_off = True

    def _all_running(self) -> list[Thread]:
        with self._lock:
            return list(self._running)

    def add(self, index: Index, paths: Sequence[Path], wait: float = WAIT) -> Iterator[Progress]:
        """Copy files to a folder beside the index and index them. Files that cannot be read are not kept.

        Args:
            paths: the uploaded files.
            wait: how many seconds to wait for another run to end.

        Raises:
            KloeError: there are too many files, they take too much room, Kloe is stopping, or the index cannot be written.
                Copies that are not in the index are removed.
        """
        folder = index.folder.with_name(f"{index.folder.name}-uploads")
        folder.mkdir(parents=True, exist_ok=True)
        self._check(folder, paths)
        results = [FileResult(path.name) for path in paths]
        copies: dict[int, Path] = {}
        for number, path in enumerate(paths):
            size = path.stat().st_size
            if size > LARGEST:
                cause = f"it is {size / 1024**2:.0f} MB; the largest allowed is {LARGEST // 1024**2} MB"
                results[number] = replace(results[number], cause=cause, is_done=True)
            else:
                copies[number] = _copy(path, folder)
        yield Progress("Reading", 0, len(copies), tuple(results))
        if copies:
            summary = yield from self._follow(index, folder, list(copies.values()), wait, tuple(results))
            for number, path in copies.items():
                results[number] = _result(index, paths[number].name, path, summary)
        yield Progress("Done", len(copies), len(copies), tuple(results))

    def _check(self, folder: Path, paths: Sequence[Path]) -> None:
        """Check that files may be added now.

        Raises:
            KloeError: they may not; the text says why.
        """
        if self._is_stopping:
            raise KloeError("Kloe is stopping and takes no more files: add them again in some minutes")
        if len(paths) > MOST_FILES:
            raise KloeError(f"{len(paths)} files are too many at once: the most is {MOST_FILES}")
        if self._space is not None:
            held = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
            if held + sum(path.stat().st_size for path in paths) > self._space:
                raise KloeError(
                    f"there is no room for these files: all added files may take {self._space / 1024**2:,.0f} MB, and"
                    f" {held / 1024**2:,.0f} MB are taken (setting upload_space)"
                )

    def _follow(
        self, index: Index, folder: Path, copies: Sequence[Path], wait: float, results: tuple[FileResult, ...]
    ) -> Generator[Progress, None, Summary]:
        """Index the folder of added files, those too that an upload left behind which was broken off. Yields each step.

        Returns:
            The run's summary.

        Raises:
            KloeError: the run failed, and the copies that did not reach the index are gone.
        """
        reports: SimpleQueue[Progress | Summary | BaseException] = SimpleQueue()

        def run() -> None:
            try:
                done = update(
                    index,
                    [folder],
                    self._cache,
                    workers=1,
                    bounds=_BOUNDS,
                    wait=wait,
                    purpose="an upload",
                    progress=report,
                    annotator=FindingAnnotator,
                )
                reports.put(done)
            except BaseException as error:  # raised again in the caller's thread, if that is still there
                _drop_copies(index, copies)
                reports.put(error)
            finally:
                with self._lock:
                    self._running.discard(thread)

        def report(step: str, done: int, total: int, what: str) -> None:
            if self._is_broken_off:
                raise KloeError("Kloe was stopped: add the files again")
            reports.put(Progress(step, done, total, results))

        thread = Thread(target=run, name="upload", daemon=True)
        with self._lock:
            self._running.add(thread)
        thread.start()
        while True:
            match reports.get():
                case Progress() as progress:
                    yield progress
                case Summary() as summary:
                    return summary
                case BaseException() as error:
                    raise error


def _copy(path: Path, folder: Path) -> Path:
    """Copy a file into the folder, under a new name if a different file already has its name."""
    to, number = folder / path.name, 1
    while to.exists() and _digest(to) != _digest(path):
        number += 1
        to = folder / f"{path.stem} ({number}){path.suffix}"
    if not to.exists():
        part = folder / f".{uuid4().hex}.part"  # hidden from runs until it is whole
        shutil.copyfile(path, part)
        part.replace(to)
    return to


def _drop_copies(index: Index, paths: Iterable[Path]) -> None:
    """Remove the copies of files that did not reach the index."""
    indexed = index.catalogue.sources() if index.generations.current() else {}
    for path in paths:
        if (str(path.parent.resolve()), path.name) not in indexed:
            path.unlink(missing_ok=True)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def clean_folder(index_folder: Path, incoming: Path) -> None:
    """Remove what earlier uploads left half done: copies that never became whole, and files sent that nobody added."""
    long_ago = time.time() - _LEFT
    folder = index_folder.with_name(f"{index_folder.name}-uploads")
    for path in [*folder.glob(".*.part"), *(path for path in incoming.rglob("*") if path.is_file())]:
        with contextlib.suppress(OSError):  # another process may have been faster
            if path.stat().st_mtime < long_ago:
                path.unlink()


def _result(index: Index, name: str, path: Path, summary: Summary) -> FileResult:
    """What happened to a file. If it was skipped, its copy is removed."""
    cause = next((cause for skipped, cause in summary.skipped if skipped == path.name), "")
    if cause:
        path.unlink(missing_ok=True)
        forget(index, [path], wait=WAIT)
        return FileResult(name, cause=cause, is_done=True)
    record = next((record for record in index.catalogue.records() if path.name in record.sources), None)
    notes = tuple(note for noted, note in summary.notes if noted == path.name)
    return FileResult(name, record, notes=notes, is_done=True)
