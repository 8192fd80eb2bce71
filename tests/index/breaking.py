"""Index runs in processes of their own, which are broken off, and what an index holds afterwards.

The processes are forked from a server that has loaded all modules, since starting each anew would take seconds.
"""

import hashlib
import multiprocessing
import os
import resource
import signal
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing, nullcontext
from dataclasses import dataclass, field, replace
from itertools import pairwise
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from app.documents.uploading import Uploads
from index import Index, StoreError, update
from index.catalogue import FILE_NAME, Catalogue, Source
from index.catalogue.database import connect
from index.checking import check
from tests.conftest import WordEmbedder

DIMENSIONS = 64
START, END = "start", "end"
_THERE, _DONE = "there", "done"
_LONGEST = 120  # seconds that a run may take on a slow machine
_LINGERING = 10  # seconds that reader processes may take to end
_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["tests.index.breaking", "alembic.command", "chromadb", "pebble", "qa.findings"])

Step = Callable[[str], None]


@dataclass(frozen=True)
class Run:
    """An index run.

    Attributes:
        home: the folder that holds the index and the vector cache.
        roots: the folders to index.
        uploads: the files to upload instead.
        has_cache: it uses the vector cache.
        has_reader: another connection reads the catalogue meanwhile, so that SQLite's log stays when the run ends.
        largest: the most bytes that a file may have; 0 for no limit.
    """

    home: Path
    roots: tuple[Path, ...] = ()
    model: str = "words"
    prune: bool = False
    rebuild: bool = False
    uploads: tuple[Path, ...] = ()
    has_cache: bool = True
    has_reader: bool = False
    largest: int = 0

    @property
    def folder(self) -> Path:
        """The index folder."""
        return self.home / "index"

    def follow(self, step: Step) -> None:
        """Do the run, and call `step` at its start, at each step and at its end. An upload's steps are those that a page shows."""
        if self.largest:
            resource.setrlimit(resource.RLIMIT_FSIZE, (self.largest, self.largest))
        index = Index(self.folder, WordEmbedder(self.model, DIMENSIONS))
        cache = self.home / "cache" if self.has_cache else None
        with _reader(index) if self.has_reader else nullcontext():
            step(START)
            if self.uploads:
                for progress in Uploads(cache).add(index, self.uploads):
                    step(progress.step)
            else:
                asked = {"prune": self.prune, "rebuild": self.rebuild}
                update(index, self.roots, cache, **asked, workers=1, step=step)
            step(END)


def _reader(index: Index) -> Any:
    """A connection that reads the catalogue as it stands now, until it is closed."""
    db = connect(index.catalogue.file)
    db.execute("BEGIN")
    db.execute("SELECT count(*) FROM meta").fetchone()
    return closing(db)


@dataclass(frozen=True)
class Break:
    """The moment at which a run is killed.

    Attributes:
        step: the step.
        time: 1 for the first time that the run comes to it.
        after: how many seconds after the beginning of the step.
        file: a name; the seconds count from when the run next writes to the file of that name.
    """

    step: str
    time: int = 1
    after: float = 0.0
    file: str = ""

    def __str__(self) -> str:
        return f"{self.file or self.step} {self.time} +{self.after * 1000:.1f} ms"


@dataclass(frozen=True)
class Seen:
    """What an index holds.

    Attributes:
        held: what is held of each file, as a digest, by its path.
        findings: the findings in it, as a digest, by its path.
        problems: what `check` says, and what fails when the index is searched.
    """

    held: dict[str, str] = field(default_factory=dict)
    findings: dict[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()


# -- in the parent


def call(function: Callable[..., Any], *given: Any) -> Any:
    """What a function gives in a process of its own, or the error that it raises there."""
    mine, its = _FORKS.Pipe(duplex=False)
    process = _FORKS.Process(target=_answer, args=(its, function, given))
    process.start()
    its.close()
    with mine:
        try:
            answer = mine.recv() if mine.poll(_LONGEST) else TimeoutError(f"{function.__name__} took too long")
        except EOFError:
            answer = RuntimeError(f"{function.__name__} ended its process")
    if isinstance(answer, TimeoutError):
        process.kill()
    process.join(_LONGEST)
    if isinstance(answer, BaseException):
        raise answer
    return answer


def kill(run: Run, at: Break) -> bool:
    """Kill a run; False if it ended before that.

    Raises:
        TimeoutError: its reader processes do not end.
    """
    mine, its = _FORKS.Pipe(duplex=False)
    process = _FORKS.Process(target=_be_killed, args=(its, run, at))
    process.start()
    its.close()
    with mine:
        told = _hear(mine)
        if told == _THERE:
            if at.file:
                _await_change(next(run.folder.rglob(at.file)), process.is_alive)
            time.sleep(at.after)
            process.kill()
            told = _hear(mine)
    process.join(_LONGEST)
    _await_end_of_group(process.pid or 0)
    return told != _DONE


def _await_change(file: Path, is_running: Callable[[], bool]) -> None:
    """Wait until somebody writes to a file, or the run has ended."""
    modified = file.stat().st_mtime_ns
    while file.stat().st_mtime_ns == modified and is_running():
        time.sleep(0.0001)


def _hear(told: Connection) -> str:
    """What the process tells; nothing if it has ended.

    Raises:
        Exception: what went wrong in it.
    """
    try:
        heard = told.recv() if told.poll(_LONGEST) else TimeoutError("a run took too long")
    except EOFError:
        return ""
    if isinstance(heard, Exception):
        raise heard
    return str(heard)


def _await_end_of_group(group: int) -> None:
    """Wait until the processes that a killed one has started have ended too."""
    until = time.monotonic() + _LINGERING
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.02)
    os.killpg(group, signal.SIGKILL)
    raise TimeoutError(f"a reader process goes on for {_LINGERING} seconds after its run was killed")


# -- in the child


def _answer(told: Connection, function: Callable[..., Any], given: tuple[Any, ...]) -> None:
    try:
        told.send(function(*given))
    except Exception as error:  # raised again in the parent
        told.send(error)


def _be_killed(told: Connection, run: Run, at: Break) -> None:
    """Do a run, and end at the break: at once, or when the parent, who is told, has waited."""
    os.setpgid(0, 0)
    times: Counter[str] = Counter()

    def step(name: str) -> None:
        times[name] += 1
        if (name, times[name]) == (at.step, at.time):
            if not (at.after or at.file):
                os.kill(os.getpid(), signal.SIGKILL)
            told.send(_THERE)

    try:
        run.follow(step)
        told.send(_DONE)
    except Exception as error:  # raised again in the parent
        told.send(error)


def record(run: Run) -> list[tuple[str, float]]:
    """Do a run undisturbed: `(step, how many seconds it took until the next)` of each step."""
    steps: list[tuple[str, float]] = []
    run.follow(lambda name: steps.append((name, time.monotonic())))
    return [(name, after - then) for (name, then), (_, after) in pairwise(steps)]


def finish(run: Run) -> Seen:
    """What the index holds when the run is done once more, without a limit."""
    replace(run, has_reader=False, largest=0).follow(lambda _: None)
    return look(run.folder)


def attempt(run: Run) -> str:
    """Do a run; the error that ends it, or nothing."""
    try:
        run.follow(lambda _: None)
    except StoreError as error:
        return str(error)
    return ""


def fail(run: Run, number: int) -> tuple[str, Seen, Seen | None]:
    """Do a run whose so-manieth step fails, then look, and do it again in the same process.

    Returns:
        The error that ended it, what was held then, and what at the end; no error if it has fewer steps.
    """
    count = 0

    def step(name: str) -> None:
        nonlocal count
        count += name not in (START, END)
        if count == number and name not in (START, END):
            raise OSError(28, "No space left on device")

    try:
        run.follow(step)
    except StoreError as error:
        cause = str(error)
    else:
        return "", look(run.folder), None
    seen = look(run.folder)
    return cause, seen, finish(run)


def look(folder: Path) -> Seen:
    """What an index holds, with whichever model it was made."""
    name = Index(folder, WordEmbedder()).generations.current()
    if name is None:
        return Seen()
    index = Index(folder, WordEmbedder(_model_of(folder, name), DIMENSIONS))
    problems = check(index)
    catalogue = index.catalogue
    if catalogue.records() and not index.search("caseloads of children and a report to the committee", limit=5):
        problems.append("nothing is found")
    documents = catalogue.documents_of_sources()
    found = catalogue.findings.of([document for _, document in documents])
    return Seen(
        {_path(source): _digest(catalogue, document) for source, document in documents},
        {_path(source): str(found.get(document)) for source, document in documents},
        tuple(problems),
    )


def _path(source: Source) -> str:
    """The path of a file with the last folder of its root; the others differ between two runs of a test."""
    return f"{Path(source.root).name}/{source.path}"


def _model_of(folder: Path, name: str) -> str:
    file = folder / "generations" / name
    return Catalogue(file).metadata()["model"] if (file / FILE_NAME).is_file() else "words"


def _digest(catalogue: Catalogue, document: str) -> str:
    """What is held of a document: its facts, text and passages, but not its names."""
    record = catalogue.record(document)
    if record is None:
        return "no record"
    held = (replace(record, sources=()), catalogue.pages(document), catalogue.document_passages(document))
    return f"{record.title[:30]} {hashlib.sha256(repr(held).encode()).hexdigest()[:12]}"
