"""The generations of an index folder: one is in use, and the next takes its place in one step."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from index import StoreError
from index.folder import Generations


@pytest.fixture
def generations(tmp_path: Path) -> Generations:
    return Generations(tmp_path)


def test_a_folder_without_an_index_says_how_to_make_one(generations: Generations, tmp_path: Path) -> None:
    assert (generations.current(), generations.names()) == (None, [])
    with pytest.raises(StoreError, match=r"there is no index at .*kloe index FOLDER"):
        generations.opened()
    assert list(tmp_path.iterdir()) == []


def test_a_new_generation_is_made_beside_the_others(generations: Generations) -> None:
    names = [generations.make() for _ in range(3)]
    assert generations.names() == names == sorted(names)
    generations.path(names[0]).rmdir()
    assert generations.make() > names[2]
    assert generations.current() is None, "it is made, and not yet used"


def test_readers_follow_the_generation_in_use(generations: Generations, tmp_path: Path) -> None:
    reading = Generations(tmp_path)
    for _ in range(3):
        name = generations.make()
        generations.use(name)
        assert reading.current() == reading.opened() == name
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["current"]


def test_a_reader_always_finds_one(generations: Generations, tmp_path: Path) -> None:
    names = [generations.make(), generations.make()]
    generations.use(names[0])
    with ThreadPoolExecutor(3) as readers:
        reads = readers.map(lambda _: Generations(tmp_path).current(), range(300))
        for number in range(100):
            generations.use(names[number % 2])
        assert set(reads) <= set(names)


def test_an_index_of_an_older_version_is_named(generations: Generations, tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "catalogue.sqlite")) as db, db:
        db.execute("CREATE TABLE sources (root, path, document, size, modified, sha256)")
    assert generations.old_catalogue == tmp_path / "catalogue.sqlite"
    with pytest.raises(StoreError, match=r"Kloe 0\.1\.0.*kloe index --rebuild"):
        generations.opened()
    generations.use(generations.make())
    assert generations.opened() == "000001"
