"""What the catalogue keeps in memory, and when it reads it again."""

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


def wait_for(given: Callable[[], list[Any]]) -> list[Any]:
    until = time.monotonic() + 60
    while not (found := given()):
        assert time.monotonic() < until
        time.sleep(0.05)
    return found


def test_what_another_index_run_adds_is_seen_a_moment_later(tmp_path: Path) -> None:
    reading, writing = (Index(tmp_path / "index", WordEmbedder()) for _ in range(2))
    assert reading.catalogue.records() == []
    minutes(tmp_path / "documents", "first.txt", "The zeppelin was late for members.")
    update(writing, [tmp_path / "documents"], tmp_path / "cache")
    (record,) = wait_for(reading.catalogue.records)
    assert reading.catalogue.record(record.id) == record
    assert reading.catalogue.record("no such id") is None
    assert wait_for(lambda: [found.record for found in reading.search("zeppelin late", None, 1)]) == [record]


def test_who_asks_after_a_while_sees_what_is_there(tmp_path: Path) -> None:
    reading, writing = (Index(tmp_path / "index", WordEmbedder()) for _ in range(2))
    minutes(tmp_path / "documents", "first.txt", "The zeppelin was late for members.")
    update(writing, [tmp_path / "documents"], tmp_path / "cache")
    assert reading.search("zeppelin late")
    minutes(tmp_path / "documents", "second.txt", "The balloon was early for members.")
    update(writing, [tmp_path / "documents"], tmp_path / "cache")
    time.sleep(RECENT_SECONDS + 0.1)
    assert len(reading.catalogue.records()) == 2
    assert "balloon" in reading.search("balloon early")[0].passage.text


def test_an_index_knows_the_words_that_it_has_just_taken_in(tmp_path: Path) -> None:
    index = Index(tmp_path / "index", WordEmbedder())
    minutes(tmp_path / "documents", "first.txt", "The zeppelin was late for members.")
    update(index, [tmp_path / "documents"], tmp_path / "cache")
    before = index.catalogue.stem_counts()["zeppelin"]
    minutes(tmp_path / "documents", "second.txt", "Another zeppelin came early, and members were glad of it.")
    update(index, [tmp_path / "documents"], tmp_path / "cache")
    assert index.catalogue.stem_counts()["zeppelin"] > before
