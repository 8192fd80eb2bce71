"""Damaged and hostile files: each is read, or its cause is told, within its bounds, and the run itself takes no more memory."""

import re
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from random import Random

import pytest

from index.updating.reading import Bounds
from tests.conftest import SAMPLE, SHARED, SHORT
from tests.index.updating.malformed import malformed
from tests.index.updating.mutations import Sources, mutated, sources
from tests.index.updating.reading_run import Run, run

pytestmark = [pytest.mark.slow, pytest.mark.soak, pytest.mark.timeout(3600)]

COUNT = 60 if SHORT else 1_000
MALFORMED = 20 if SHORT else COUNT
EVERY = 12  # one file in so many is whole, and must be read beside the others
SOURCES = 12 if SHORT else 80  # files of each kind to damage
LARGEST = 250_000 if SHORT else 400_000  # bytes of such a file
BOUNDS = Bounds(seconds=30, memory=2 * 2**30)
SLACK = 20  # seconds until the run learns that a reader was ended, on a busy machine
SEED = 20261


@dataclass(frozen=True)
class Runs:
    """A run over whole files, and one over as many of which most are damaged.

    Attributes:
        files: the names of the files of the second.
        whole: by name, those of them that are whole, with their names in the first.
    """

    clean: Run
    hostile: Run
    files: list[str]
    whole: dict[str, str]


@pytest.fixture(scope="module")
def folders(request: pytest.FixtureRequest) -> list[Path]:
    """Where the files to damage are; the invented sample does for the short form."""
    if not SHORT:
        request.getfixturevalue("real_corpus")
    found = [SHARED / "corpus", SHARED / "wild", SHARED / "cases" / "files"]
    return [folder for folder in found if folder.is_dir()] or [SAMPLE]


@pytest.fixture(scope="module")
def runs(folders: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Runs:
    home = tmp_path_factory.mktemp("mutated")
    chosen = sources(folders, SOURCES, LARGEST, Random(SEED))
    clean = _write_clean(home / "clean", chosen)
    whole = _write_hostile(home / "hostile", chosen, clean)
    files = sorted(path.name for path in (home / "hostile").iterdir())
    assert len(files) == COUNT
    clean_run = run(home / "clean", home / "of-clean", BOUNDS, timeout=1500)
    hostile_run = run(home / "hostile", home / "of-hostile", BOUNDS, timeout=2400)
    return Runs(clean_run, hostile_run, files, whole)


def _write_clean(folder: Path, chosen: Sources) -> dict[str, bytes]:
    folder.mkdir()
    whole = [(kind, data) for kind, of_kind in chosen.items() for data in of_kind]
    written = {f"{n:04}.{kind}": data for n, (kind, data) in enumerate(islice(cycle(whole), COUNT))}
    for name, data in written.items():
        (folder / name).write_bytes(data)
    return dict(islice(written.items(), len(whole)))


def _write_hostile(folder: Path, chosen: Sources, clean: dict[str, bytes]) -> dict[str, str]:
    folder.mkdir()
    random = Random(SEED)
    makers = list(malformed())
    if len(makers) > MALFORMED:
        makers = random.sample(makers, MALFORMED)
    whole = {f"{n * EVERY:04}-whole-{name}": name for n, name in zip(range(COUNT // EVERY), clean, strict=False)}
    for name, source in whole.items():
        (folder / name).write_bytes(clean[source])
    for number, (name, make) in enumerate(makers):
        (folder / f"{number * COUNT // len(makers):04}-{name}").write_bytes(make())
    for name, data in mutated(chosen, COUNT - len(whole) - len(makers), random):
        (folder / name).write_bytes(data)
    return whole


def test_no_file_is_missing_from_the_report(runs: Runs) -> None:
    read, causes = set(runs.hostile.read), set(runs.hostile.causes)
    assert read | causes == set(runs.files)
    assert not read & causes


def test_every_cause_is_told_in_words(runs: Runs) -> None:
    for name, cause in runs.hostile.causes.items():
        assert re.match(r"[a-z].{8,250}$", cause), (name, cause)
        assert not re.search(r"could not be read \(|Traceback|MemoryError|RecursionError|object at 0x", cause), (
            name,
            cause,
        )


def test_no_file_is_over_its_bounds(runs: Runs) -> None:
    assert set(runs.hostile.efforts) == set(runs.files)
    for name, effort in runs.hostile.efforts.items():
        assert effort.seconds < BOUNDS.seconds + SLACK, (name, effort)
        assert effort.memory < BOUNDS.memory, (name, effort)
    assert runs.hostile.readers < BOUNDS.memory


def test_the_run_takes_no_more_memory(runs: Runs) -> None:
    assert runs.hostile.peak < 1.2 * runs.clean.peak


def test_whole_files_are_read_beside_the_others(runs: Runs) -> None:
    lost = {name for name, source in runs.whole.items() if source in runs.clean.read and name not in runs.hostile.read}
    assert not lost, {name: runs.hostile.causes[name] for name in lost}
    assert len(runs.clean.read) > 0.8 * COUNT


def test_the_index_is_whole(runs: Runs) -> None:
    assert runs.clean.problems == runs.hostile.problems == []
