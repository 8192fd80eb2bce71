"""What people save is their own, stands in the order in which it was saved, and outlives a rebuild."""

from pathlib import Path

import pytest

from index import Index, update
from index.catalogue import Catalogue, SavedRow, SavedStore
from tests.conftest import SAMPLE, WordEmbedder

FIRST = SavedRow("1", "search", '{"q":"supervision"}', "2026-03-01T10:00:00+00:00")
SECOND = SavedRow("0", "search", '{"q":"caseloads"}', "2026-03-02T10:00:00+00:00")


@pytest.fixture
def store(tmp_path: Path) -> SavedStore:
    return Catalogue(tmp_path, "words").saved


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
    update(index, [SAMPLE / "news"], tmp_path / "cache")
    index.catalogue.saved.put("sam", FIRST, most=2)
    update(index, [SAMPLE / "news"], tmp_path / "cache", rebuild=True)
    assert index.catalogue.records()
    assert index.catalogue.saved.of("sam") == [FIRST]
