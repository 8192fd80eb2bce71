"""When the catalogue reads again what it keeps in memory."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from index import Index, update
from index.refreshing import RECENT_SECONDS
from tests.conftest import WordEmbedder


def minutes(folder: Path, name: str, words: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"Agenda item\n\nMinutes:\n\n{words}\n")


def wait_for(read: Callable[[], list[Any]]) -> list[Any]:
    until = time.monotonic() + 60
    while not (values := read()):
        assert time.monotonic() < until
        time.sleep(0.05)
    return values


def test_documents_from_another_process_are_seen_a_moment_later(tmp_path: Path) -> None:
    reading, writing = (Index(tmp_path / "index", WordEmbedder()) for _ in range(2))
    assert reading.catalogue.records() == []
    minutes(tmp_path / "documents", "first.txt", "The zeppelin was late for members.")
    update(writing, [tmp_path / "documents"], tmp_path / "cache")
    (record,) = wait_for(reading.catalogue.records)
    assert reading.catalogue.record(record.id) == record
    assert reading.catalogue.record("no such id") is None
    assert wait_for(lambda: [result.record for result in reading.search("zeppelin late", None, 1)]) == [record]


def test_after_a_pause_a_reader_sees_the_newest_documents(tmp_path: Path) -> None:
    reading, writing = (Index(tmp_path / "index", WordEmbedder()) for _ in range(2))
    minutes(tmp_path / "documents", "first.txt", "The zeppelin was late for members.")
    update(writing, [tmp_path / "documents"], tmp_path / "cache")
    assert reading.search("zeppelin late")
    minutes(tmp_path / "documents", "second.txt", "The balloon was early for members.")
    update(writing, [tmp_path / "documents"], tmp_path / "cache")
    time.sleep(RECENT_SECONDS + 0.1)
    assert len(reading.catalogue.records()) == 2
    assert "balloon" in reading.search("balloon early")[0].passage.text


def test_an_index_counts_the_words_that_it_has_just_read(tmp_path: Path) -> None:
    index = Index(tmp_path / "index", WordEmbedder())
    minutes(tmp_path / "documents", "first.txt", "The zeppelin was late for members.")
    update(index, [tmp_path / "documents"], tmp_path / "cache")
    before = index.catalogue.stem_counts()["zeppelin"]
    minutes(tmp_path / "documents", "second.txt", "Another zeppelin came early, and members were glad of it.")
    update(index, [tmp_path / "documents"], tmp_path / "cache")
    assert index.catalogue.stem_counts()["zeppelin"] > before
