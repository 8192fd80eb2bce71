"""Reading a file may take so much time and no more; a small file gets less than a large one."""

from concurrent.futures import Future
from pathlib import Path

import pytest

from index.updating.files import FoundFile
from index.updating.reading import Bounds, Job, Outcome, _outcome

MB = 2**20


@pytest.mark.parametrize(("size", "seconds"), [(0, 300), (MB, 900), (3 * MB, 1800), (200 * MB, 1800)])
def test_the_time_grows_with_the_size(size: int, seconds: float) -> None:
    assert Bounds().seconds_for(size) == seconds


def test_no_file_gets_more_than_the_most() -> None:
    assert Bounds(seconds=20).seconds_for(50 * MB) == Bounds(seconds=20).seconds_for(0) == 20


@pytest.mark.parametrize(("seconds", "told"), [(20, "20 seconds"), (300, "5 minutes"), (1800, "30 minutes")])
def test_a_file_that_takes_too_long_is_told(tmp_path: Path, seconds: float, told: str) -> None:
    (tmp_path / "a.txt").write_text("words")
    future: Future[Outcome] = Future()
    future.set_exception(TimeoutError())
    job = Job(FoundFile((str(tmp_path), "a.txt"), tmp_path / "a.txt"))
    outcome = _outcome(future, job, seconds)
    assert (outcome.source.path, outcome.cause) == ("a.txt", f"took more than {told} to read")
