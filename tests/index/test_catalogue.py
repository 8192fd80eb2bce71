"""What the catalogue keeps in memory, and when it reads it again."""

from pathlib import Path

from index import Index, update
from tests.conftest import WordEmbedder


def minutes(folder: Path, name: str, words: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"Agenda item\n\nMinutes:\n\n{words}\n")


def test_what_another_index_run_adds_is_seen_at_once(tmp_path: Path) -> None:
    reading, writing = (Index(tmp_path / "index", WordEmbedder()) for _ in range(2))
    assert reading.catalogue.records() == []
    minutes(tmp_path / "documents", "first.txt", "The zeppelin was late for members.")
    update(writing, [tmp_path / "documents"], tmp_path / "cache")
    (record,) = reading.catalogue.records()
    assert reading.catalogue.record(record.id) == record
    assert reading.catalogue.record("no such id") is None
    assert [found.record for found in reading.search("zeppelin late", None, 1)] == [record]


def test_an_index_knows_the_words_that_it_has_just_taken_in(tmp_path: Path) -> None:
    index = Index(tmp_path / "index", WordEmbedder())
    minutes(tmp_path / "documents", "first.txt", "The zeppelin was late for members.")
    update(index, [tmp_path / "documents"], tmp_path / "cache")
    before = index.catalogue.stem_counts()["zeppelin"]
    minutes(tmp_path / "documents", "second.txt", "Another zeppelin came early, and members were glad of it.")
    update(index, [tmp_path / "documents"], tmp_path / "cache")
    assert index.catalogue.stem_counts()["zeppelin"] > before
