"""A backup is one whole state of an index, and comes back as it was, here or elsewhere."""

import shutil
from pathlib import Path

import pytest

from index import Index, StoreError, check, update
from index.folder import SavedRow
from index.keeping import back_up, restore
from tests.conftest import SAMPLE, WordEmbedder

SAVED = SavedRow("1", "search", '{"q":"supervision"}', "2026-03-01T10:00:00+00:00")


@pytest.fixture
def index(tmp_path: Path) -> Index:
    made = Index(tmp_path / "index", WordEmbedder(dimensions=64))
    uploads = tmp_path / "index-uploads"
    shutil.copytree(SAMPLE / "news", uploads)
    update(made, [uploads], workers=1)
    made.saved.put("sam", SAVED, most=2)
    return made


def test_what_was_backed_up_comes_back(index: Index, tmp_path: Path) -> None:
    before = index.catalogue.records()
    back_up(index, tmp_path / "backup")
    (tmp_path / "index-uploads" / "more.txt").write_text(
        "Agenda item\n\nMinutes:\n\nThe zeppelin was late for members.\n"
    )
    update(index, [tmp_path / "index-uploads"], workers=1)
    index.saved.remove("sam", "1")
    assert len(index.catalogue.records()) == len(before) + 1
    restore(index, tmp_path / "backup")
    assert index.catalogue.records() == before
    assert index.saved.of("sam") == [SAVED]
    assert check(index) == []


def test_a_backup_makes_an_index_elsewhere(index: Index, tmp_path: Path) -> None:
    back_up(index, tmp_path / "backup")
    elsewhere = Index(tmp_path / "other" / "index", WordEmbedder(dimensions=64))
    restore(elsewhere, tmp_path / "backup")
    assert check(elsewhere) == []
    (source,) = elsewhere.catalogue.sources().values()
    assert source.location.is_file()
    assert source.location.parent == tmp_path / "other" / "index-uploads"
    assert elsewhere.search("children")[0].record.path == source.path


def test_a_backup_that_is_not_whole_is_refused(index: Index, tmp_path: Path) -> None:
    back_up(index, tmp_path / "backup")
    with (tmp_path / "backup" / "catalogue.sqlite").open("r+b") as file:
        file.seek(5000)
        file.write(b"\xff" * 100)
    before = index.generations.current()
    with pytest.raises(StoreError, match=r"catalogue\.sqlite is missing or has changed"):
        restore(index, tmp_path / "backup")
    with pytest.raises(StoreError, match="no backup"):
        restore(index, tmp_path)
    assert index.generations.current() == before


def test_a_backup_goes_into_a_new_folder(index: Index, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="not empty"):
        back_up(index, tmp_path / "index-uploads")


def test_a_backup_made_with_another_model_is_refused(index: Index, tmp_path: Path) -> None:
    back_up(index, tmp_path / "backup")
    other = Index(tmp_path / "other", WordEmbedder("other", 64))
    with pytest.raises(StoreError, match="made with model"):
        restore(other, tmp_path / "backup")
    assert other.generations.current() is None
