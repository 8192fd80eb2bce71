"""The vector store comes to hold what the catalogue does, whatever it held and wherever telling is broken off."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from index.catalogue import Catalogue, CatalogueWriter, PassageScope
from index.updating.telling import Teller
from index.vectors.store import VectorStore
from tests.index.made import document, put, writer_of


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[CatalogueWriter]:
    writer = writer_of(tmp_path)
    put(writer, document("zeppelin", ["The zeppelin was late.", "Members were glad of it."]))
    yield writer
    writer.close()


class Telling:
    """Opens tellers of one catalogue, notes their steps, and fails at the first of a name."""

    def __init__(self, writer: CatalogueWriter) -> None:
        self.writer, self.folder = writer, writer.file.parent
        self.steps: list[str] = []
        self.fails_at = ""

    def step(self, name: str) -> None:
        self.steps.append(name)
        if name == self.fails_at:
            raise KeyboardInterrupt

    def teller(self) -> Teller:
        return Teller(self.writer, self.folder / "vectors", None, "made", self.step)

    def settle(self) -> None:
        teller = self.teller()
        try:
            teller.settle()
        finally:
            teller.close()

    def mend(self, whole: bool = False) -> int:
        teller = self.teller()
        wrong = teller.check(whole)
        teller.settle()
        teller.close()
        return wrong

    def store(self) -> VectorStore:
        return VectorStore(self.folder / "vectors", None, "made")

    def agrees(self) -> bool:
        """True if the store holds the passages of the catalogue, each with its vector, and the outbox is empty."""
        rows, vectors = Catalogue(self.folder).vectors_in(PassageScope())
        ids = Catalogue(self.folder).ids_of(rows)
        store = self.store()
        held = store.ids()
        stored = dict(zip(*store.vectors(sorted(held)), strict=True))
        store.close()
        if held != set(ids) or self.writer.count_pending():
            return False
        return all(np.allclose(stored[id_], row, atol=1e-3) for id_, row in zip(ids, vectors, strict=True))


@pytest.fixture
def telling(writer: CatalogueWriter) -> Telling:
    telling = Telling(writer)
    telling.settle()
    assert telling.agrees()
    return telling


def test_added_and_forgotten_passages_are_told(telling: Telling) -> None:
    put(telling.writer, document("balloon", ["The balloon was early."]))
    telling.writer.remove([source for source in telling.writer.sources().values() if source.path == "zeppelin.txt"])
    assert not telling.agrees()
    telling.settle()
    assert telling.agrees()


def test_few_passages_can_wait(telling: Telling) -> None:
    put(telling.writer, document("balloon", ["The balloon was early."]))
    teller = telling.teller()
    teller.settle(least=2)
    assert telling.writer.count_pending() == 1
    teller.settle()
    teller.close()
    assert telling.agrees()


@pytest.mark.parametrize("step", ["tell the vectors", "clear the outbox"])
def test_telling_that_is_broken_off_is_done_again(telling: Telling, step: str) -> None:
    put(telling.writer, document("balloon", ["The balloon was early."]))
    telling.writer.remove([source for source in telling.writer.sources().values() if source.path == "zeppelin.txt"])
    telling.fails_at = step
    with pytest.raises(KeyboardInterrupt):
        telling.settle()
    assert telling.writer.count_pending() == 3
    telling.fails_at = ""
    telling.settle()
    assert telling.agrees()


def test_a_store_that_agrees_is_left_alone(telling: Telling) -> None:
    telling.steps.clear()
    assert (telling.mend(), telling.mend(whole=True)) == (0, 0)
    assert telling.steps == []


@pytest.mark.parametrize("whole", [False, True])
def test_what_the_store_holds_wrongly_is_put_right(telling: Telling, whole: bool) -> None:
    store = telling.store()
    first, second = sorted(store.ids())
    store.remove([first])
    store.add(["orphan"], np.eye(1, 32, dtype=np.float32))
    store.close()
    assert telling.mend(whole) == 2
    assert telling.agrees()
    store = telling.store()
    store.add([second], np.eye(1, 32, dtype=np.float32))
    store.close()
    assert telling.mend(whole) >= 1
    assert telling.agrees()


@pytest.mark.parametrize("loss", ["all of it", "its database", "its files", "the end of a write"])
def test_a_lost_or_broken_store_is_made_again(telling: Telling, loss: str) -> None:
    folder = telling.folder / "vectors"
    if loss == "its database":
        (folder / "chroma.sqlite3").write_bytes(b"not a database" * 1000)
    elif loss == "the end of a write":
        (folder / "being-written").touch()
    elif loss == "its files":
        for path in folder.iterdir():
            if path.is_dir():
                shutil.rmtree(path)
    else:
        shutil.rmtree(folder)
    telling.mend()
    assert telling.agrees()
