"""One process at a time writes to an index; the others are told which, and may wait. A killed one holds nothing."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import pytest

from index import StoreError
from index.folder import Busy, holder, writing
from tests.conftest import ROOT

_HOLD = """
import sys
from pathlib import Path
from index.folder import writing
with writing(Path(sys.argv[1]), "kloe index"):
    print("held", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def other(tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
    """Another process that holds the lock until it is told to go on."""
    command = [sys.executable, "-c", _HOLD, tmp_path / "index"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate()


def test_the_lock_names_its_holder(tmp_path: Path, other: "subprocess.Popen[str]") -> None:
    signed = rf"kloe index, process {other.pid} on {socket.gethostname()}, since \d\d:\d\d"
    with (
        pytest.raises(Busy, match=rf"another run is using .*index \({signed}\): wait"),
        writing(tmp_path / "index", "me"),
    ):
        pass
    assert str(other.pid) in holder(tmp_path / "index")


def test_the_lock_is_free_when_its_holder_is_killed(tmp_path: Path, other: "subprocess.Popen[str]") -> None:
    other.kill()
    other.wait(60)
    with writing(tmp_path / "index", "kloe index"):
        assert f"process {os.getpid()} " in holder(tmp_path / "index")


def test_a_run_waits_for_the_other_to_end(tmp_path: Path, other: "subprocess.Popen[str]") -> None:
    assert other.stdin
    told: list[str] = []
    release = Timer(1, lambda: (other.stdin.write("\n"), other.stdin.flush()))  # type: ignore[union-attr]
    release.start()
    with writing(tmp_path / "index", "an upload", wait=60, waiting=told.append):
        assert holder(tmp_path / "index").startswith("an upload, ")
    assert len(told) == 1, "it is told once whom it waits for"
    assert f"process {other.pid} " in told[0]


def test_a_run_waits_no_longer_than_it_was_told(tmp_path: Path, other: "subprocess.Popen[str]") -> None:
    begun = time.monotonic()
    with pytest.raises(Busy), writing(tmp_path / "index", "an upload", wait=0.5):
        pass
    assert 0.5 <= time.monotonic() - begun < 30


def test_a_run_that_ends_or_fails_lets_go(tmp_path: Path) -> None:
    folder = tmp_path / "index"
    for _ in range(2):
        with pytest.raises(ValueError, match="broken off"), writing(folder, "kloe index"):
            raise ValueError("broken off")
    assert holder(folder) == ""
    with writing(folder, "kloe index"), pytest.raises(Busy, match=f"process {os.getpid()} "), writing(folder, "again"):
        pass


@pytest.mark.parametrize("signed", ["", "no JSON", "[]", '{"purpose": "kloe index"}'])
def test_a_holder_that_has_not_signed_is_left_unnamed(tmp_path: Path, signed: str) -> None:
    with writing(tmp_path, "kloe index"):
        (tmp_path / "index.holder").write_text(signed)
        with pytest.raises(Busy, match=rf"another run is using {tmp_path}: wait"), writing(tmp_path, "again"):
            pass


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with (
        pytest.raises(StoreError, match=r"the index .*file/index cannot be written"),
        writing(tmp_path / "file" / "index", "x"),
    ):
        pass
