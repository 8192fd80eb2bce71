"""Reads a folder into an index in a process of its own, and tells what became of each file and what reading took."""

import json
import os
import resource
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from index import Index, check, file_of, update
from index.updating import reading
from index.updating.reading import Bounds, Job, Outcome
from tests.conftest import ROOT, WordEmbedder

_NOTES = "READING_RUN_NOTES"
_read = reading._read


@dataclass(frozen=True)
class Effort:
    """What reading a file took.

    Attributes:
        seconds: how long, from its reader's beginning to its end, or to when the run learnt that its reader was ended.
        memory: bytes that the reader had in use at most; 0 for one that was ended.
    """

    seconds: float
    memory: int


@dataclass(frozen=True)
class Run:
    """What a run did.

    Attributes:
        read: the files that it took documents from, by their paths.
        causes: why each other file has none.
        problems: what is wrong with the index afterwards.
        peak: bytes that the run itself had in use at most, without its readers.
        readers: bytes that any one reader had in use at most, those that were ended included.
        seconds: how long it took.
        efforts: what reading each file took.
    """

    read: list[str]
    causes: dict[str, str]
    problems: list[str]
    peak: int
    readers: int
    seconds: float
    efforts: dict[str, Effort] = field(default_factory=dict)


def run(folder: Path, home: Path, bounds: Bounds, timeout: float) -> Run:
    """Read a folder into an index below `home`, with two readers."""
    home.mkdir()
    notes = home / "notes"
    command = "from tests.index.updating.reading_run import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", command, folder, home, str(bounds.seconds), str(bounds.memory)],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), _NOTES: str(notes)},
        timeout=timeout,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    told = json.loads(done.stdout)
    return Run(**told, efforts=_efforts(notes))


def _efforts(notes: Path) -> dict[str, Effort]:
    begun: dict[str, float] = {}
    efforts: dict[str, Effort] = {}
    for line in notes.read_text().splitlines():
        what, name, at, memory = json.loads(line)
        if what == "begin":
            begun[name] = at
        elif name in begun and name not in efforts:  # a file whose reader ended has been told already
            efforts[name] = Effort(at - begun[name], memory)
    return efforts


def _note(what: str, name: str, memory: int = 0) -> None:
    with Path(os.environ[_NOTES]).open("a") as notes:
        notes.write(json.dumps([what, name, time.monotonic(), memory]) + "\n")


def noted_read(job: Job) -> Outcome:
    """Read a file in a worker, and note what that took."""
    name = job.file.key[1]
    with suppress(OSError):  # the peak counts anew, where the system can
        Path("/proc/self/clear_refs").write_text("5")
    _note("begin", name)
    outcome = _read(job)
    _note("end", name, peak())
    return outcome


def peak() -> int:
    """The most bytes that this process had in use; unlike `getrusage`, without what it was started from."""
    with suppress(OSError):
        status = Path("/proc/self/status").read_text()
        return next(int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM"))
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def main() -> None:
    """Run in the process of its own: `folder home seconds memory`."""
    folder, home = Path(sys.argv[1]), Path(sys.argv[2])
    bounds = Bounds(float(sys.argv[3]), int(sys.argv[4]))
    reading._read = noted_read
    index = Index(home / "index", WordEmbedder(dimensions=64))

    def progress(step: str, _done: int, _total: int, name: str) -> None:
        if step == "Reading":
            _note("told", name)

    summary = update(index, [folder], workers=2, bounds=bounds, progress=progress)
    told: dict[str, Any] = {
        "peak": peak(),
        "readers": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024,
        "seconds": summary.seconds,
        "read": sorted({file_of(path) for _, path in index.catalogue.sources()}),
        "causes": dict([*summary.skipped, *summary.kept]),
        "problems": check(index),
    }
    print(json.dumps(told))
