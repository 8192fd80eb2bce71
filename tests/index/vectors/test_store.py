"""The vector store holds what it was told, and an open one answers for the moment at which it was opened."""

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from index.errors import StoreError
from index.vectors.store import VectorStore, is_being_written
from tests.conftest import ROOT

_AXES = np.eye(8, dtype=np.float32)
_WRITER = """
import sys
from pathlib import Path
import numpy as np
from index.vectors.store import VectorStore, is_being_written
store = VectorStore(Path(sys.argv[1]), None, "made")
store.add(["late"], np.eye(8, dtype=np.float32)[3:4])
store.remove(["second"])
"""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[VectorStore]:
    store = VectorStore(tmp_path / "vectors", None, "made", make=True)
    store.add(["first", "second"], _AXES[:2])
    yield store
    store.close()


def opened(tmp_path: Path, name: str = "made") -> VectorStore:
    return VectorStore(tmp_path / "vectors", None, name)


def test_the_nearest_come_first_with_their_cosines(store: VectorStore) -> None:
    store.add(["between"], np.array([[0.6, 0.8, 0, 0, 0, 0, 0, 0]], dtype=np.float32))
    assert store.nearest(_AXES[1], 2) == [("second", pytest.approx(1)), ("between", pytest.approx(0.8))]
    assert [id_ for id_, _ in store.nearest(_AXES[0].tolist(), 9)] == ["first", "between", "second"]


def test_it_holds_what_it_was_told(store: VectorStore) -> None:
    assert (store.ids(), len(store)) == ({"first", "second"}, 2)
    store.add(["second", "third"], _AXES[2:4])
    ids, vectors = store.vectors(["third", "second", "unknown"])
    assert {id_: int(row.argmax()) for id_, row in zip(ids, vectors, strict=True)} == {"second": 2, "third": 3}
    store.remove(["first", "unknown"])
    store.remove([])
    store.add([], _AXES[:0])
    assert store.ids() == {"second", "third"}
    assert [id_ for id_, _ in store.nearest(_AXES[2], 9)] == ["second", "third"]


def test_an_empty_store_finds_nothing(tmp_path: Path) -> None:
    store = VectorStore(tmp_path / "vectors", None, "made", make=True)
    assert store.nearest(_AXES[0], 9) == []
    assert (store.ids(), len(store)) == (set(), 0)
    store.close()


def test_what_another_process_wrote_is_seen_by_a_store_that_is_opened_then(store: VectorStore, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", _WRITER, tmp_path / "vectors"], check=True, timeout=120, cwd=ROOT)
    again = opened(tmp_path)
    assert again.ids() == {"first", "late"}
    assert [id_ for id_, _ in again.nearest(_AXES[3], 9)] == ["late", "first"]
    assert store.nearest(_AXES[0], 1) == [("first", pytest.approx(1))]
    again.close()


def test_many_vectors_are_told_in_batches(store: VectorStore) -> None:
    rows = np.random.default_rng(0).normal(size=(4500, 8)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    names = [str(number) for number in range(4500)]
    store.add(names, rows)
    assert len(store) == 4502
    expected = np.argsort(-rows @ rows[7])[:10]
    assert [id_ for id_, _ in store.nearest(rows[7], 10)] == [names[number] for number in expected]
    store.remove(names)
    assert store.ids() == {"first", "second"}


def test_stores_of_several_indexes_in_one_place_are_told_apart(store: VectorStore, tmp_path: Path) -> None:
    """As on a Chroma server."""
    other = VectorStore(tmp_path / "vectors", None, "other", make=True)
    other.add(["its own"], _AXES[:1])
    assert (store.ids(), other.ids()) == ({"first", "second"}, {"its own"})
    other.drop()
    other.close()
    assert opened(tmp_path).ids() == {"first", "second"}
    with pytest.raises(StoreError, match="failed"):
        opened(tmp_path, "other")


def test_readers_are_not_disturbed_by_a_writer(tmp_path: Path) -> None:
    store = VectorStore(tmp_path / "vectors", None, "made", make=True)
    store.add(["0"], _AXES[:1])

    def write(number: int) -> None:
        store.add([str(number)], _AXES[number % 8 : number % 8 + 1])

    def read(_: int) -> int:
        return len(store.nearest(_AXES[0].tolist(), 50))

    with ThreadPoolExecutor(6) as readers, ThreadPoolExecutor(1) as writer:
        found = readers.map(read, range(200))
        list(writer.map(write, range(1, 30)))
        assert min(found) >= 1
    assert len(store.nearest(_AXES[0].tolist(), 50)) == 30
    store.close()


@pytest.mark.parametrize("there", [False, True])
def test_a_store_that_is_missing_is_not_made_by_a_reader(tmp_path: Path, there: bool) -> None:
    if there:
        (tmp_path / "vectors").mkdir()
    with pytest.raises(StoreError, match=r"vector store at .*vectors failed: it is missing: run `kloe repair`"):
        opened(tmp_path)
    assert not (tmp_path / "vectors" / "chroma.sqlite3").exists()


@pytest.mark.parametrize("make", [False, True])
def test_a_store_that_cannot_be_opened_is_named(tmp_path: Path, make: bool) -> None:
    (tmp_path / "vectors").write_text("no folder")
    with pytest.raises(StoreError, match=r"vector store at .*vectors failed"):
        VectorStore(tmp_path / "vectors", None, "made", make)


@pytest.mark.parametrize("make", [False, True])
def test_a_store_in_which_a_run_was_broken_off_is_not_opened(tmp_path: Path, store: VectorStore, make: bool) -> None:
    """Chroma writes its graph in place, and half of one can end the process."""
    with pytest.raises(StoreError, match="failed: "):
        store.add(["third"], np.zeros((1, 3), dtype=np.float32))  # of another length
    assert is_being_written(tmp_path / "vectors")
    with pytest.raises(StoreError, match="a run is writing to it, or was broken off in that"):
        VectorStore(tmp_path / "vectors", None, "made", make)


def test_a_store_is_marked_only_while_it_is_written(tmp_path: Path, store: VectorStore) -> None:
    store.add(["third"], _AXES[2:3])
    store.remove(["first"])
    assert not is_being_written(tmp_path / "vectors")
    opened(tmp_path).close()
