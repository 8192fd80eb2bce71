"""What `check` finds wrong, `repair` puts right from what is whole."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from index import Index, StoreError, check, update
from index.keeping import repair
from index.vectors.store import VectorStore
from tests.conftest import SAMPLE, WordEmbedder


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("whole")
    update(Index(folder / "index", WordEmbedder(dimensions=64)), [SAMPLE / "minutes", SAMPLE / "news"], workers=1)
    return folder / "index"


@pytest.fixture
def index(whole: Path, tmp_path: Path) -> Index:
    shutil.copytree(whole, tmp_path / "index")
    return Index(tmp_path / "index", WordEmbedder(dimensions=64))


def _run(index: Index, statement: str) -> None:
    with closing(sqlite3.connect(index.catalogue.file)) as db, db:
        db.execute(statement)


def _store(index: Index) -> VectorStore:
    return VectorStore(index.catalogue.file.with_name("vectors"), None, index.catalogue.metadata()["name"])


def _lose_a_vector(index: Index) -> None:
    store = _store(index)
    store.remove(sorted(store.ids())[:1])
    store.close()


def _add_an_orphan(index: Index) -> None:
    store = _store(index)
    store.add(["orphan"], np.eye(1, 64, dtype=np.float32))
    store.close()


def _change_a_vector(index: Index) -> None:
    store = _store(index)
    store.add(sorted(store.ids())[:1], np.eye(1, 64, dtype=np.float32))
    store.close()


def _lose_the_store(index: Index) -> None:
    shutil.rmtree(index.catalogue.file.with_name("vectors"))


def _lose_part_of_the_store(index: Index) -> None:
    for folder in index.catalogue.file.with_name("vectors").iterdir():
        if folder.is_dir():
            shutil.rmtree(folder)


FAULTS: dict[str, tuple[Callable[[Index], None], str]] = {
    "a vector is lost": (_lose_a_vector, "lacks the vector"),
    "a vector of nothing": (_add_an_orphan, "of the unknown passage orphan"),
    "another vector": (_change_a_vector, "another vector"),
    "the store is lost": (_lose_the_store, "is missing"),
    "words are lost": (
        lambda index: _run(index, "DELETE FROM postings WHERE row % 7 = 0"),
        "not found by all of its words",
    ),
    "a stem is counted wrongly": (
        lambda index: _run(index, "UPDATE stems SET passages = passages + 1 WHERE id = 3"),
        "should be used by",
    ),
    "the FTS index differs": (
        lambda index: _run(
            index,
            "INSERT INTO passages_fts (passages_fts, rowid, text, context)"
            " SELECT 'delete', row, text, context FROM passages LIMIT 1",
        ),
        "FTS index does not agree",
    ),
    "token vectors are lost": (lambda index: _run(index, "DELETE FROM tokens WHERE row = 5"), "no token vectors"),
    "a vector of other words": (
        lambda index: _run(index, "UPDATE vectors SET digest = x'00' WHERE row = 5"),
        "not those of its words",
    ),
    "a document without a file": (
        lambda index: _run(index, "DELETE FROM sources WHERE path LIKE '%news%'"),
        "has no file",
    ),
    "a wrong count": (lambda index: _run(index, "UPDATE documents SET pages = 99"), "should have 99 pages"),
}


def test_a_whole_index_has_no_faults(index: Index) -> None:
    assert check(index) == []
    assert repair(index).problems == []


@pytest.mark.parametrize("name", FAULTS)
def test_faults_are_named_and_put_right(index: Index, name: str) -> None:
    spoil, told = FAULTS[name]
    spoil(index)
    problems = check(index)
    assert any(told in problem for problem in problems), problems
    repaired = repair(index)
    assert repaired.problems == problems
    assert repaired.left == []
    assert check(index) == []
    assert index.search("supervision of social workers")


def test_words_that_are_not_on_their_page_are_named(index: Index) -> None:
    _run(index, "UPDATE pages SET text = 'X' || text")
    assert any("does not stand on page" in problem for problem in check(index))


def test_part_of_the_store_is_lost(index: Index) -> None:
    _lose_part_of_the_store(index)
    assert repair(index).left == []
    assert check(index) == []


def test_a_damaged_file_cannot_be_repaired(index: Index) -> None:
    with index.catalogue.file.open("r+b") as file:
        file.seek(4096 * 3)
        file.write(b"\xff" * 4096 * 4)
    with pytest.raises(StoreError, match=r"kloe restore|failed"):
        repair(index)
