"""An index is checked against its own promises, and every fault is named in words. `test_repair.py` has more faults."""

import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from index import Index, StoreError, check
from index.checking import broken_documents, damage
from index.updating.telling import Teller
from tests.conftest import WordEmbedder
from tests.index.made import EMBEDDER, document, put, writer_of


@pytest.fixture
def index(tmp_path: Path) -> Index:
    """A whole index of two documents."""
    index = Index(tmp_path / "index", EMBEDDER)
    name = index.generations.make()
    writer = writer_of(index.generations.path(name))
    put(writer, document("zeppelin", ["The zeppelin was late.", "Members were glad of it."]))
    put(writer, document("balloon", ["The balloon was early.", "Members were glad of it."]))
    index.generations.use(name)
    folder = index.catalogue.file.with_name("vectors")
    teller = Teller(writer, folder, None, index.catalogue.metadata()["name"], lambda _: None)
    teller.settle()
    teller.close()
    writer.close()
    return index


def run(index: Index, statement: str) -> None:
    with closing(sqlite3.connect(index.catalogue.file)) as db, db:
        db.execute("PRAGMA foreign_keys = ON")
        db.execute(statement)


def test_a_whole_index_has_no_faults(index: Index) -> None:
    steps: list[tuple[int, int]] = []
    assert check(index, lambda *step: steps.append(step)) == []
    assert steps == [(1, 2), (2, 2)]
    assert broken_documents(index.catalogue) == []


def test_what_the_vector_store_will_be_told_is_no_fault(index: Index) -> None:
    run(index, "INSERT INTO outbox SELECT id FROM passages")
    shutil.rmtree(index.catalogue.file.with_name("vectors"))
    assert check(index) == [
        f"the vector store at {index.catalogue.file.with_name('vectors')} failed: it is missing: run `kloe repair`"
    ]


FAULTS = {
    "a lost vector": ("DELETE FROM vectors WHERE row = 2", "the passage .* has no vector"),
    "lost token vectors": ("DELETE FROM tokens WHERE row = 2", "the passage .* has no token vectors"),
    "another vector": (
        "UPDATE vectors SET vector = (SELECT vector FROM vectors WHERE row = 1) WHERE row = 2",
        "the vector store has another vector of the passage .* than the catalogue",
    ),
    "another id": ("UPDATE passages SET id = 'x' WHERE row = 4", "balloon.txt: the ids of its passages are not those"),
    "a lost passage": ("DELETE FROM passages WHERE row = 1", "the document zeppelin should have 2 passages and has 1"),
    "a lost page": ("DELETE FROM pages", "the document balloon should have 1 pages and has 0"),
    "no file": ("DELETE FROM sources", "the document balloon has no file"),
    "a forgotten document": (
        "INSERT INTO forgotten VALUES ('balloon', 1)",
        "a file of the document balloon, which is forgotten, still stands",
    ),
    "another model": ("UPDATE meta SET value = 'x' WHERE key = 'model'", "it was made with model 'x'"),
}


@pytest.mark.parametrize("name", FAULTS)
def test_faults_are_named(index: Index, name: str) -> None:
    statement, told = FAULTS[name]
    run(index, statement)
    problems = check(index)
    assert any(re.search(told, problem) for problem in problems), problems


def test_the_documents_with_a_fault_of_their_own(index: Index) -> None:
    run(index, "UPDATE vectors SET digest = x'00' WHERE row = 4")
    assert [record.id for record in broken_documents(index.catalogue)] == ["balloon"]


@pytest.mark.parametrize("size", [100, 40_000])
def test_a_damaged_file_is_named_and_no_more_is_said(index: Index, size: int) -> None:
    file = index.catalogue.file
    content = bytearray(file.read_bytes())
    content[4096 : 4096 + size] = b"\xff" * min(size, len(content) - 4096)
    file.write_bytes(content)
    problems = damage(index.catalogue)
    assert problems
    assert all("the catalogue's file is damaged" in problem for problem in problems)


def test_a_checked_index_is_not_changed(index: Index) -> None:
    before = index.catalogue.file.read_bytes()
    assert check(index) == []
    assert index.catalogue.file.read_bytes() == before


@pytest.mark.parametrize("read", [check, lambda index: check(Index(index.folder, WordEmbedder("other")))])
def test_without_an_index_there_is_nothing_to_check(tmp_path: Path, read: Callable[[Index], object]) -> None:
    with pytest.raises(StoreError, match="there is no index"):
        read(Index(tmp_path / "none", EMBEDDER))
