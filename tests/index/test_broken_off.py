"""A run that is broken off, at any moment and in any way, loses nothing, and the next one finishes it."""

import os
import random
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import TypeVar

import pytest

from index.catalogue import FILE_NAME
from index.errors import StoreError
from tests.conftest import SHORT
from tests.index.breaking import END, START, Break, Run, Seen, attempt, call, fail, finish, kill, look, record
from tests.index.scenarios import SCENARIOS, Scenario, write_plans

pytestmark = [pytest.mark.soak, pytest.mark.timeout(1800)]

_TIMES = 5  # kills at each step
_AT_RANDOM = 3  # kills of each run at moments between steps
_LEAST = 200  # kills in all
_SHORT_KILLS = 12  # in the short form, where the other tests break runs off eight times more
_FRAME, _PAGE = 4096 + 24, 4096  # bytes of a page in SQLite's log, with its head and without

T, R = TypeVar("T"), TypeVar("R")


def _must_be_empty(faults: Iterable[list[str]]) -> None:
    """Fail with every fault on a line of its own."""
    if found := [fault for each in faults for fault in each]:
        pytest.fail("\n".join(found), pytrace=False)


def _in_parallel(function: Callable[[T], R], given: Iterable[T]) -> list[R]:
    """Call a function for each, as many at once as there are cores; each waits for another process."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return list(pool.map(function, given))


# -- what is expected


@dataclass(frozen=True)
class Expected:
    """What an index may hold.

    Attributes:
        before: what it holds before the run.
        after: what it holds after an undisturbed run.
        steps: the steps of that run in order, each with how many seconds it took.
    """

    scenario: Scenario
    before: Seen
    after: Seen
    steps: Sequence[tuple[str, float]]

    def faults(self, seen: Seen) -> list[str]:
        """What is wrong with an index whose run was broken off: each file must be held as before or as after, and wholly."""
        faults = [each for each in seen.problems if not (self.scenario.lacks_vectors and "vector store" in each)]
        for path in sorted({*self.before.held, *self.after.held, *seen.held}):
            before, after, held = (each.held.get(path) for each in (self.before, self.after, seen))
            if held not in (before, after):
                faults.append(f"{path} is held as {held!r}, and not as {before!r} or {after!r}")
        return faults

    def faults_at_the_end(self, seen: Seen) -> list[str]:
        """What is wrong with an index after the next run: it must be as after an undisturbed run."""
        faults = list(seen.problems)
        for path in sorted({*self.after.held, *seen.held}):
            after, held = self.after.held.get(path), seen.held.get(path)
            if held != after:
                faults.append(f"at the end {path} is held as {held!r}, and not as {after!r}")
        return faults + (["at the end it has other findings"] if seen.findings != self.after.findings else [])


def _expect(scenario: Scenario, home: Path) -> Expected:
    """Do a run undisturbed."""
    before = call(look, scenario.before / "index")
    run = scenario.copy(home)
    steps = call(record, run)
    after = call(look, run.folder)
    shutil.rmtree(home)
    assert scenario.lacks_vectors or not before.problems
    assert not after.problems
    return Expected(scenario, before, after, steps)


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Expected]:
    """Every scenario, with what an undisturbed run gives."""

    def make(name: str) -> Expected:
        folder = tmp_path_factory.mktemp(name)
        return _expect(call(SCENARIOS[name], folder), folder / "undisturbed")

    return dict(zip(SCENARIOS, _in_parallel(make, SCENARIOS), strict=True))


# -- killed


def _breaks(expected: Expected) -> list[Break]:
    """Moments to kill a run at: five at each step, spread over the run, or over the step if it comes to it less often; some at random."""
    breaks = []
    names = dict.fromkeys(name for name, _ in expected.steps if name != START)
    for name in expected.scenario.steps or names:
        lengths = [length for step, length in expected.steps if step == name]
        for number in range(_TIMES):
            if len(lengths) >= _TIMES:
                breaks.append(Break(name, 1 + number * (len(lengths) - 1) // (_TIMES - 1)))
            else:
                time, part = number % len(lengths), number // len(lengths) / _TIMES
                breaks.append(Break(name, 1 + time, lengths[time] * part))
    whole = sum(length for _, length in expected.steps)
    chance = random.Random(str(names))
    return breaks + [Break(START, after=chance.uniform(0, whole)) for _ in range(_AT_RANDOM)]


def _chosen(expected: dict[str, Expected]) -> dict[str, list[Break]]:
    """The moments of all scenarios; for the short form a few of them, spread evenly."""
    every = [(name, at) for name, each in expected.items() for at in _breaks(each)]
    assert len(every) >= _LEAST
    if SHORT:
        every = [every[number * len(every) // _SHORT_KILLS] for number in range(_SHORT_KILLS)]
    return {name: [at for of, at in every if of == name] for name in expected}


def _kill(expected: Expected, at: Break, home: Path) -> Run:
    """Kill a run in a copy of the index; one that ended too soon is killed at the beginning of the step instead."""
    run = expected.scenario.copy(home)
    if not kill(run, at):
        shutil.rmtree(home)
        run = expected.scenario.copy(home)
        assert kill(run, replace(at, after=0))
    return run


def _faults_when_killed(expected: Expected, at: Break, home: Path) -> list[str]:
    """What is wrong after a run was killed, and after the next one."""
    try:
        run = _kill(expected, at, home)
        faults = expected.faults(call(look, run.folder)) + expected.faults_at_the_end(call(finish, run))
    except Exception as error:  # the other kills go on
        faults = [f"{type(error).__name__}: {error}"]
    if not faults:
        shutil.rmtree(home)
    return [f"killed at {at}: {fault} ({home})" for fault in faults]


@pytest.mark.parametrize("name", SCENARIOS)
def test_a_killed_run_loses_nothing_and_the_next_finishes_it(
    name: str, expected: dict[str, Expected], tmp_path: Path
) -> None:
    numbers = count()
    _must_be_empty(
        _in_parallel(
            lambda at: _faults_when_killed(expected[name], at, tmp_path / str(next(numbers))), _chosen(expected)[name]
        )
    )


def test_a_run_killed_while_chroma_writes_its_graph(expected: dict[str, Expected], tmp_path: Path) -> None:
    """Chroma writes the files of its graph in place, one after another, each time that a thousand vectors have changed."""
    moments = [Break(START, after=number / 1000, file="header.bin") for number in range(0, 20, 10 if SHORT else 2)]
    growing = expected["growing"]
    _must_be_empty(_in_parallel(lambda at: _faults_when_killed(growing, at, tmp_path / str(at)), moments))


def test_a_reader_ends_with_its_run_in_the_midst_of_a_file(expected: dict[str, Expected], tmp_path: Path) -> None:
    write_plans(tmp_path / "documents" / "long.txt", 0, 200_000)
    until_it_reads = sum(length for _, length in expected["first"].steps[:3])
    kill(Run(tmp_path / "home", (tmp_path / "documents",)), Break(START, after=until_it_reads + 2))


# -- a torn log


def _cut(log: Path, size: int) -> None:
    os.truncate(log, max(0, log.stat().st_size - size))


def _overwrite(log: Path, text: bytes) -> None:
    with log.open("r+b") as file:
        file.seek(-_PAGE, os.SEEK_END)
        file.write(text)


_TEARS: dict[str, Callable[[Path], None]] = {
    "half a page cut": lambda log: _cut(log, _PAGE // 2),
    "a page cut": lambda log: _cut(log, _FRAME),
    "a page of zeros": lambda log: _overwrite(log, bytes(_PAGE)),
    "a page of others": lambda log: _overwrite(log, random.Random(1).randbytes(_PAGE)),
    "half cut": lambda log: _cut(log, log.stat().st_size // 2),
}
_TORN_AT = (
    Break("put done", 1),
    Break("put done", 4),
    Break("tell the vectors"),
    Break("clear the outbox", 1, 0.01),
)


@pytest.mark.parametrize("tear", list(_TEARS)[:: 4 if SHORT else 1])
def test_a_torn_log_costs_the_last_change_at_most(tear: str, expected: dict[str, Expected], tmp_path: Path) -> None:
    """Half of the log is more than a page: the vector store may then know more than the catalogue, until the next run."""
    replacing = expected["replacing"]
    reading = replace(
        replacing, scenario=replace(replacing.scenario, run=replace(replacing.scenario.run, has_reader=True))
    )
    may_lack = replace(reading, scenario=replace(reading.scenario, lacks_vectors=tear == "half cut"))

    def faults_at(at: Break) -> list[str]:
        run = _kill(reading, at, tmp_path / str(at))
        _TEARS[tear](next(run.folder.rglob(f"{FILE_NAME}-wal")))
        faults = may_lack.faults(call(look, run.folder)) + reading.faults_at_the_end(call(finish, run))
        return [f"killed at {at}: {fault}" for fault in faults]

    _must_be_empty(_in_parallel(faults_at, _TORN_AT[:1] if SHORT else _TORN_AT))


# -- lost vectors


def _first(folder: Path, pattern: str) -> Path:
    return next(folder.rglob(pattern))


def _clear(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.mkdir()


def _halve(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


_LOSSES: dict[str, Callable[[Path], None]] = {
    "all": shutil.rmtree,
    "all but the folder": _clear,
    "its database": lambda vectors: (vectors / "chroma.sqlite3").unlink(),
    "half of its database": lambda vectors: _halve(vectors / "chroma.sqlite3"),
    "the content of its database": lambda vectors: os.truncate(vectors / "chroma.sqlite3", 0),
    "its graph": lambda vectors: shutil.rmtree(_first(vectors, "header.bin").parent),
    "the names in its graph": lambda vectors: _first(vectors, "index_metadata.pickle").unlink(),
    "half of the names in its graph": lambda vectors: _halve(_first(vectors, "index_metadata.pickle")),
    "half of the vectors in its graph": lambda vectors: _halve(_first(vectors, "data_level0.bin")),
    "half of the links in its graph": lambda vectors: _halve(_first(vectors, "link_lists.bin")),
    "the head of its graph": lambda vectors: _first(vectors, "header.bin").unlink(),
}


_ENDLESS = pytest.mark.xfail(reason="Chroma looks for ever in a graph that has lost half of its links")


@pytest.mark.parametrize(
    "loss",
    [
        pytest.param(loss, marks=_ENDLESS if loss == "half of the links in its graph" else ())
        for loss in list(_LOSSES)[:: 6 if SHORT else 1]
    ],
)
def test_lost_vectors_are_made_again(loss: str, expected: dict[str, Expected], tmp_path: Path) -> None:
    growing = expected["growing"]
    damaged = replace(growing, scenario=replace(growing.scenario, lacks_vectors=True))
    run = damaged.scenario.copy(tmp_path / "home")
    _LOSSES[loss](_first(run.folder, "vectors"))
    _must_be_empty([damaged.faults(call(look, run.folder)), damaged.faults_at_the_end(call(finish, run))])


# -- a full disk


@dataclass(frozen=True)
class Disk:
    """A small disk in memory."""

    folder: Path

    def leave(self, room: int) -> None:
        """Leave so many bytes free."""
        stat = os.statvfs(self.folder)
        self._resize((stat.f_blocks - stat.f_bfree) * stat.f_bsize + room)

    def grow(self) -> None:
        """Leave enough room."""
        self._resize(2**27)

    def _resize(self, size: int) -> None:
        subprocess.run(["mount", "-o", f"remount,size={size}", self.folder], check=True)


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Disk]:
    folder = tmp_path / "disk"
    folder.mkdir()
    try:
        subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=128m", "tmpfs", folder], check=True, capture_output=True, text=True
        )
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"no small disk can be mounted here: {getattr(error, 'stderr', error)}")
    yield Disk(folder)
    subprocess.run(["umount", folder], check=True)


_ROOMS = (20_000, 300_000, 1_000_000, 2_000_000)  # bytes


@pytest.mark.parametrize("room", _ROOMS[1:2] if SHORT else _ROOMS)
@pytest.mark.parametrize("name", ["growing", "first", "replacing", "rebuilding"][: 1 if SHORT else 4])
def test_a_full_disk_is_one_line_and_loses_nothing(
    name: str, room: int, expected: dict[str, Expected], disk: Disk
) -> None:
    """Where the disk is full, Chroma cannot open its store."""
    run = replace(expected[name].scenario.copy(disk.folder / "home"), has_cache=False)
    disk.leave(room)
    assert "\n" not in call(attempt, run)
    try:
        full = call(look, run.folder)
    except StoreError:  # SQLite needs a little room even to read
        full = expected[name].before
    full = replace(full, problems=tuple(each for each in full.problems if "disk is full" not in each))
    disk.grow()
    roomy = call(look, run.folder)
    end = call(finish, run)
    _must_be_empty([expected[name].faults(full), expected[name].faults(roomy), expected[name].faults_at_the_end(end)])


@pytest.mark.parametrize("room", _ROOMS[1:2] if SHORT else _ROOMS)
def test_a_limit_on_the_size_of_files_is_one_line_and_loses_nothing(
    room: int, expected: dict[str, Expected], tmp_path: Path
) -> None:
    growing = expected["growing"]
    run = growing.scenario.copy(tmp_path / "home")
    largest = max(file.stat().st_size for file in run.folder.rglob("*") if file.is_file())
    assert "\n" not in call(attempt, replace(run, largest=largest + room - _ROOMS[0], has_cache=False))
    _must_be_empty([growing.faults(call(look, run.folder)), growing.faults_at_the_end(call(finish, run))])


# -- failed writes


@pytest.mark.parametrize("name", ["rebuilding", "pruning"][: 1 if SHORT else 2])
def test_whichever_write_fails_nothing_is_lost(name: str, expected: dict[str, Expected], tmp_path: Path) -> None:
    """The same process then looks at the index and runs again."""
    each = expected[name]
    writes = [step for step, _ in each.steps if step not in (START, END)]

    def faults_at(number: int) -> list[str]:
        cause, seen, end = call(fail, each.scenario.copy(tmp_path / str(number)), number)
        faults = each.faults(seen) + each.faults_at_the_end(end or seen)
        if ("No space left" in cause) != (number <= len(writes)) or "\n" in cause:
            faults.append(f"it ends with {cause!r}")
        return [f"write {number} ({writes[number - 1 : number]}): {fault}" for fault in faults]

    numbers = range(1, len(writes) + 2, 8 if SHORT else 1)
    _must_be_empty(_in_parallel(faults_at, numbers))
