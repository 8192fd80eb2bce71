"""The vector store while other processes and threads write to it."""

import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from index.errors import StoreError
from index.refreshing import RECENT_SECONDS
from index.vectors.store import VectorStore

_AXES = np.eye(8, dtype=np.float32)
_WRITER = """
import sys
from pathlib import Path
import numpy as np
from index.vectors.store import VectorStore
store = VectorStore(Path(sys.argv[1]))
if sys.argv[2] == "clear":
    store.clear()
store.add([sys.argv[3]], ["other"], np.eye(8, dtype=np.float32)[3:4])
"""


def write_elsewhere(folder: Path, how: str, id_: str) -> None:
    subprocess.run([sys.executable, "-c", _WRITER, str(folder), how, id_], check=True, timeout=120)


def wait_for(happens: Callable[[], bool]) -> None:
    until = time.monotonic() + 60
    while not happens():
        assert time.monotonic() < until
        time.sleep(0.05)


@pytest.mark.parametrize(("how", "held"), [("add", {"first", "late"}), ("clear", {"late"})])
def test_vectors_from_another_process_are_seen_when_the_state_changes(tmp_path: Path, how: str, held: set[str]) -> None:
    states = ["before"]
    store = VectorStore(tmp_path / "vectors", state=lambda: states[-1])
    store.add(["first"], ["one"], _AXES[:1])
    assert [id_ for id_, _ in store.nearest(_AXES[0].tolist(), 5)] == ["first"]
    write_elsewhere(tmp_path / "vectors", how, "late")
    states.append("after")
    wait_for(lambda: {id_ for id_, _ in store.nearest(_AXES[3].tolist(), 5)} == held)
    assert store.similarities(_AXES[3].tolist(), ["late"]) == {"late": pytest.approx(1)}
    assert len(store) == len(held)
    states.append("and again")
    assert {id_ for id_, _ in store.nearest(_AXES[3].tolist(), 5)} == held


def test_after_a_pause_a_reader_sees_the_newest_vectors(tmp_path: Path) -> None:
    states = ["before"]
    store = VectorStore(tmp_path / "vectors", state=lambda: states[-1])
    store.add(["first"], ["one"], _AXES[:1])
    assert len(store) == 1
    write_elsewhere(tmp_path / "vectors", "add", "late")
    states.append("after")
    time.sleep(RECENT_SECONDS + 0.1)
    assert len(store) == 2


def test_a_collection_that_was_replaced_is_opened_again(tmp_path: Path) -> None:
    store = VectorStore(tmp_path / "vectors")
    store.add(["first"], ["one"], _AXES[:1])
    write_elsewhere(tmp_path / "vectors", "clear", "late")
    assert [id_ for id_, _ in store.nearest(_AXES[3].tolist(), 5)] == ["late"]


def test_readers_are_not_disturbed_by_a_writer(tmp_path: Path) -> None:
    states = [0]
    store = VectorStore(tmp_path / "vectors", state=lambda: str(states[-1]))
    store.add(["0"], ["one"], _AXES[:1])

    def write(number: int) -> None:
        store.add([str(number)], ["one"], _AXES[number % 8 : number % 8 + 1])
        states.append(number)

    def read(_: int) -> int:
        return len(store.nearest(_AXES[0].tolist(), 50))

    with ThreadPoolExecutor(6) as readers, ThreadPoolExecutor(1) as writer:
        found = readers.map(read, range(200))
        list(writer.map(write, range(1, 30)))
        assert min(found) >= 1
    assert len(store.nearest(_AXES[0].tolist(), 50)) == 30


def test_a_store_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    (tmp_path / "vectors").write_text("no folder")
    with pytest.raises(StoreError, match=r"vector store at .*vectors failed"):
        VectorStore(tmp_path / "vectors")
