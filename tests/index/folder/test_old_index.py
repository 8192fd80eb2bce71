"""What Kloe 0.1.0 left in an index folder: its files are known, and it goes once a new index has taken its place."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from index import StoreError
from index.catalogue import Source
from index.folder import read_old_sources, remove_old_index


@pytest.fixture
def catalogue(tmp_path: Path) -> Path:
    (tmp_path / "vectors").mkdir()
    (tmp_path / "vectors" / "chroma.sqlite3").write_text("")
    with closing(sqlite3.connect(tmp_path / "catalogue.sqlite")) as db, db:
        db.execute("CREATE TABLE sources (root, path, document, size, modified, sha256)")
        db.execute("INSERT INTO sources VALUES ('/documents', 'a.txt', 'd1', 10, 20, 'digest')")
    return tmp_path / "catalogue.sqlite"


def test_its_files_are_known(catalogue: Path) -> None:
    assert read_old_sources(catalogue) == [Source("/documents", "a.txt", 10, 20, "digest")]


def test_a_catalogue_that_cannot_be_read_is_named(catalogue: Path) -> None:
    catalogue.write_bytes(b"not a database" * 100)
    with pytest.raises(StoreError, match=r"catalogue\.sqlite of Kloe 0\.1\.0 cannot be read"):
        read_old_sources(catalogue)


@pytest.mark.parametrize("has_feedback", [False, True])
def test_it_is_removed_but_for_feedback(catalogue: Path, has_feedback: bool) -> None:
    if has_feedback:
        with closing(sqlite3.connect(catalogue)) as db, db:
            db.execute("CREATE TABLE feedback (row INTEGER PRIMARY KEY)")
    remove_old_index(catalogue)
    assert [path.name for path in catalogue.parent.iterdir()] == (["catalogue.sqlite"] if has_feedback else [])
