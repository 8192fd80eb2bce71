"""What people save is their own, stands in the order in which it was saved, and outlives a rebuild."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import astuple
from pathlib import Path

import pytest

from index import Index, StoreError, update
from index.folder import SavedRow, SavedStore
from tests.conftest import SAMPLE, WordEmbedder

FIRST = SavedRow("1", "search", '{"q":"supervision"}', "2026-03-01T10:00:00+00:00")
SECOND = SavedRow("0", "search", '{"q":"caseloads"}', "2026-03-02T10:00:00+00:00")


@pytest.fixture
def store(tmp_path: Path) -> SavedStore:
    return SavedStore(tmp_path / "index")


def test_each_person_has_a_list_of_their_own(store: SavedStore) -> None:
    for row in (SECOND, FIRST, FIRST):
        assert store.put("sam", row, most=2)
    assert store.put("alex", SECOND, most=2)
    assert store.of("sam") == [FIRST, SECOND]
    assert store.of("alex") == [SECOND]
    assert not store.remove("alex", FIRST.id)
    assert store.remove("sam", FIRST.id)
    assert store.of("sam") == [SECOND]
    assert store.of("nobody") == []


def test_a_full_list_takes_no_more(store: SavedStore) -> None:
    assert store.put("sam", FIRST, most=1)
    assert not store.put("sam", SECOND, most=1)
    assert store.put("sam", FIRST, most=1), "it is there already"
    assert store.of("sam") == [FIRST]


def test_a_rebuild_keeps_what_is_saved(tmp_path: Path) -> None:
    index = Index(tmp_path / "index", WordEmbedder())
    update(index, [SAMPLE / "news"], tmp_path / "cache", workers=1)
    index.saved.put("sam", FIRST, most=2)
    update(index, [SAMPLE / "news"], tmp_path / "cache", workers=1, rebuild=True)
    assert index.catalogue.records()
    assert index.saved.of("sam") == [FIRST]


def test_several_people_at_once(store: SavedStore) -> None:
    rows = [SavedRow(str(number), "search", "{}", f"{number:02}") for number in range(20)]
    with ThreadPoolExecutor(4) as people:
        assert sum(people.map(lambda row: store.put("sam", row, most=15), rows)) == 15
    assert len(store.of("sam")) == 15


def _keep_as_before(folder: Path, rows: list[SavedRow]) -> Path:
    """Save as Kloe 0.1.0 did: in a table in the catalogue's file."""
    folder.mkdir()
    with closing(sqlite3.connect(folder / "catalogue.sqlite")) as db, db:
        db.execute("CREATE TABLE saved (person TEXT, id TEXT, kind TEXT, value TEXT, created TEXT)")
        db.executemany("INSERT INTO saved VALUES ('sam', ?, ?, ?, ?)", map(astuple, rows))
    return folder / "catalogue.sqlite"


def test_what_an_older_version_saved_is_taken_over_once(store: SavedStore) -> None:
    catalogue = _keep_as_before(store.file.parent, [FIRST, SECOND])
    content = catalogue.read_bytes()
    assert store.of("sam") == [FIRST, SECOND]
    assert store.remove("sam", FIRST.id)
    assert store.of("sam") == [SECOND], "what was removed does not come back"
    assert catalogue.read_bytes() == content


def test_several_people_at_once_take_an_older_list_over_once(store: SavedStore) -> None:
    _keep_as_before(store.file.parent, [FIRST, SECOND])
    with ThreadPoolExecutor(4) as people:
        assert list(people.map(lambda _: store.of("sam"), range(8))) == [[FIRST, SECOND]] * 8


def test_an_older_catalogue_that_cannot_be_read_leaves_its_lists_for_the_next_time(store: SavedStore) -> None:
    catalogue = _keep_as_before(store.file.parent, [FIRST])
    content = catalogue.read_bytes()
    catalogue.write_bytes(b"not a database" * 100)
    with pytest.raises(StoreError, match=r"saved\.sqlite"):
        store.of("sam")
    catalogue.write_bytes(content)
    assert store.of("sam") == [FIRST]


def test_a_file_that_cannot_be_used_is_named(store: SavedStore) -> None:
    store.file.mkdir(parents=True)
    with pytest.raises(StoreError, match=r"saved\.sqlite"):
        store.of("sam")
