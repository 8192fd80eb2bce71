"""Reads files in separate processes, each within bounds of time and memory, so that a hang or a crash costs one file."""

import hashlib
import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures import TimeoutError as FutureTimeoutError
from dataclasses import dataclass, replace
from pathlib import Path

from index.catalogue import Source
from index.updating.files import FoundFile
from ingest import Document
from ingest.reading import try_read
from ingest.versions import is_current, read_by
from ingest.workers import begin_worker

_SECONDS_PER_MB = 600  # a scanned page has 20 kB or more, and OCR takes some seconds a page
_AHEAD = 2  # files for each reader that are read or wait to be taken in


@dataclass(frozen=True)
class Bounds:
    """What reading one file may take.

    Attributes:
        seconds: the most time for a file of any size; a small one gets less.
        memory: bytes that one reader may take.
        smallest: the time for a file of hardly any bytes, on a slow machine.
    """

    seconds: float = 1800
    memory: int = 4 * 2**30
    smallest: float = 300

    def seconds_for(self, size: int) -> float:
        """The time for a file of so many bytes."""
        return min(self.seconds, self.smallest + _SECONDS_PER_MB * size / 2**20)


USUAL = Bounds()


@dataclass(frozen=True)
class Outcome:
    """What became of a file.

    Attributes:
        source: the file as it is now.
        documents: those read from it.
        cause: why it has none; empty if it was read, or has not changed.
        is_unchanged: its content is what the index knows.
        is_away: it could not be opened, so that nothing is known of what it holds now.
    """

    source: Source
    documents: tuple[Document, ...] = ()
    cause: str = ""
    is_unchanged: bool = False
    is_away: bool = False


@dataclass(frozen=True)
class Job:
    """A file to read.

    Attributes:
        known: the file as the index knows it; None for a new one.
    """

    file: FoundFile
    known: Source | None = None


def read_files(jobs: Sequence[Job], workers: int, bounds: Bounds) -> Iterator[Outcome]:
    """What became of each file, as each becomes ready. Only a few are read ahead, so that memory does not grow with the run."""
    if not jobs:
        return
    from pebble import ProcessPool

    context = multiprocessing.get_context("spawn")
    waiting = iter(jobs)
    workers = min(workers, len(jobs))
    running: dict[Future[Outcome], tuple[Job, float]] = {}
    with ProcessPool(workers, context=context, initializer=begin_worker, initargs=(bounds.memory,)) as pool:
        try:
            while True:
                while len(running) < _AHEAD * workers and (job := next(waiting, None)):
                    seconds = bounds.seconds_for(_size(job))
                    running[pool.schedule(_read, args=(job,), timeout=seconds)] = job, seconds
                if not running:
                    break
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    yield _outcome(future, *running.pop(future))
        except BaseException:
            pool.stop()  # otherwise the pool would first read what is scheduled
            raise


def _size(job: Job) -> int:
    """How many bytes a file has; 0 for one that cannot be opened."""
    try:
        return job.file.path.stat().st_size
    except OSError:
        return 0


def _outcome(future: "Future[Outcome]", job: Job, seconds: float) -> Outcome:
    from pebble import ProcessExpired

    try:
        return future.result()
    except FutureTimeoutError:
        cause = f"took more than {_told(seconds)} to read"
    except ProcessExpired as error:
        cause = f"its reader crashed (exit status {error.exitcode})"
    try:
        return Outcome(replace(_now(job), read_by=read_by()), cause=cause)
    except OSError:
        return Outcome(Source(*job.file.key), cause=cause, is_away=True)


def _told(seconds: float) -> str:
    return f"{seconds / 60:.0f} minutes" if seconds >= 120 else f"{seconds:.0f} seconds"


def _read(job: Job) -> Outcome:
    """Read a file in a worker, unless its content is what the index knows and the rules that read it are those of today."""
    try:
        source = _now(job)
    except OSError as error:
        return Outcome(Source(*job.file.key), cause=f"cannot be read: {error.strerror or error}", is_away=True)
    if job.known and job.known.sha256 == source.sha256 and is_current(job.known.read_by):
        return Outcome(replace(source, read_by=job.known.read_by), is_unchanged=True)
    read = try_read(job.file.path, job.file.key[1])
    return Outcome(replace(source, read_by=read.read_by), read.documents, read.cause)


def _now(job: Job) -> Source:
    """The file as it is now."""
    stat = job.file.path.stat()
    with job.file.path.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
    return Source(*job.file.key, stat.st_size, stat.st_mtime_ns, digest)


def is_as_known(file: FoundFile, known: Source | None) -> bool:
    """True if the size and the date of a file are those that the index knows, and the rules that read it are those of today."""
    if known is None or not is_current(known.read_by):
        return False
    try:
        stat = Path(file.path).stat()
    except OSError:
        return False
    return (known.size, known.modified) == (stat.st_size, stat.st_mtime_ns)
