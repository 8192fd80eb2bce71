"""Adding files from the pages: Kloe copies them to a folder beside the index, named after it, and indexes them there."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from queue import SimpleQueue
from threading import Lock, Thread

from app.documents.copies import copy_of, drop_copies, uploads_folder
from index import Bounds, Index, Record, Summary, forget, update
from index.folder import Busy
from index.updating import Progress as RunProgress
from ingest import KloeError
from qa.findings import FindingAnnotator

MOST_FILES = 50
LARGEST = 50 * 1024 * 1024  # bytes of one file
WAIT = 3600  # seconds that an upload waits for another run to end
_BOUNDS = Bounds(seconds=900, memory=2 * 2**30, smallest=60)  # of one file: somebody waits for it
_UNDOING = 20  # seconds to undo what a stop breaks off
_STOPPING = "Kloe is stopping and takes no more files: add them again in some minutes"
_TRY = 1  # seconds that an upload waits for another run before it looks whether it is broken off


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
        self._running: dict[
            Thread, Callable[[], None]
        ] = {}  # with what removes the copies that did not reach the index
        self._lock = Lock()
        self._is_stopping = False
        self._is_broken_off = False

    @property
    def running(self) -> int:
        """How many uploads are being indexed, or wait for that."""
        with self._lock:
            return len(self._running)

    def finish(self, seconds: float) -> None:
        """Take no more files, wait for what is under way, and undo what has not ended by then.

        What cannot even be undone, because one file takes long to read, ends with this process; its copies go now.
        """
        with self._lock:
            self._is_stopping = True
        ends = time.monotonic() + seconds
        for last_wait in (0.0, _UNDOING):
            for thread in self._all_running():
                thread.join(max(0.0, ends + last_wait - time.monotonic()))
            self._is_broken_off = True
        for drop in self._all_running().values():
            drop()

    def _all_running(self) -> dict[Thread, Callable[[], None]]:
        with self._lock:
            return dict(self._running)

    def add(
        self,
        index: Index,
        paths: Sequence[Path],
        wait: float = WAIT,
        note: Callable[[Sequence[FileResult]], None] = lambda _: None,
    ) -> Iterator[Progress]:
        """Copy files to a folder beside the index and index them. Files that cannot be read are not kept.

        This goes on to its end in a thread of its own, also where nobody follows it any more.

        Args:
            paths: the uploaded files.
            wait: how many seconds to wait for another run to end.
            note: called when all is done, with what happened to every file.

        Raises:
            KloeError: there are too many files, they take too much room, Kloe is stopping, or the index cannot be written.
                Copies that are not in the index are removed.
        """
        folder = uploads_folder(index.folder)
        folder.mkdir(parents=True, exist_ok=True)
        self._check(folder, paths)
        results = [FileResult(path.name) for path in paths]
        copies: dict[int, Path] = {}
        reports: SimpleQueue[Progress | BaseException] = SimpleQueue()

        def run() -> None:
            try:
                self._copy(paths, folder, copies, results)
                report("Reading", 0, len(copies), "")
                if copies:
                    summary = self._update(index, folder, wait, report)
                    for number, path in copies.items():
                        results[number] = _result(index, results[number].name, path, summary)
                note(results)
                reports.put(Progress("Done", len(copies), len(copies), tuple(results)))
            except BaseException as error:  # raised again in the caller's thread, if that is still there
                drop_copies(index, copies.values())
                reports.put(error)
            finally:
                with self._lock:
                    del self._running[thread]

        def report(step: str, done: int, total: int, what: str) -> None:
            self._check_going_on()
            reports.put(Progress(step, done, total, tuple(results)))

        thread = Thread(target=run, name="upload", daemon=True)
        with self._lock:
            if self._is_stopping:
                raise KloeError(_STOPPING)
            self._running[thread] = lambda: drop_copies(index, list(copies.values()))
            thread.start()
        is_done = False
        while not is_done:
            reported = reports.get()
            if isinstance(reported, BaseException):
                raise reported
            yield reported
            is_done = reported.step == "Done"

    def _check(self, folder: Path, paths: Sequence[Path]) -> None:
        """Check that files may be added now.

        Raises:
            KloeError: they may not; the text says why.
        """
        if self._is_stopping:
            raise KloeError(_STOPPING)
        if len(paths) > MOST_FILES:
            raise KloeError(f"{len(paths)} files are too many at once: the most is {MOST_FILES}")
        if self._space is not None:
            held = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
            if held + sum(path.stat().st_size for path in paths) > self._space:
                raise KloeError(
                    f"there is no room for these files: all added files may take {self._space / 1024**2:,.0f} MB, and"
                    f" {held / 1024**2:,.0f} MB are taken (setting upload_space)"
                )

    def _copy(self, paths: Sequence[Path], folder: Path, copies: dict[int, Path], results: list[FileResult]) -> None:
        """Copy what is not too large, and note what is."""
        for number, path in enumerate(paths):
            self._check_going_on()
            size = path.stat().st_size
            if size > LARGEST:
                cause = f"it is {size / 1024**2:.0f} MB; the largest allowed is {LARGEST // 1024**2} MB"
                results[number] = replace(results[number], cause=cause, is_done=True)
            else:
                copies[number] = copy_of(path, folder)

    def _update(self, index: Index, folder: Path, wait: float, report: RunProgress) -> Summary:
        """Index the folder of added files. While another run holds the index, look often whether this one is broken off."""
        ends = time.monotonic() + wait
        while True:
            try:
                return update(
                    index,
                    [folder],
                    self._cache,
                    workers=1,
                    bounds=_BOUNDS,
                    wait=max(0.0, min(_TRY, ends - time.monotonic())),
                    purpose="an upload",
                    progress=report,
                    annotator=FindingAnnotator,
                )
            except Busy:
                self._check_going_on()
                if time.monotonic() >= ends:
                    raise

    def _check_going_on(self) -> None:
        """Check that a stop has not broken uploads off.

        Raises:
            KloeError: it has.
        """
        if self._is_broken_off:
            raise KloeError("Kloe was stopped: add the files again")


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
