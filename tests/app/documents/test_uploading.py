"""Files that a person adds are kept beside the index and indexed, and the result is shown for each."""

from collections.abc import Sequence
from pathlib import Path
from threading import Event, Thread

import pytest

from app.documents.uploading import LARGEST, MOST_FILES, FileResult, Progress, Uploads
from index import Index
from index.folder import writing
from ingest import KloeError
from tests.conftest import WordEmbedder


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return Index(tmp_path / "index", WordEmbedder())


def minutes(folder: Path, name: str, words: str) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(f"Agenda item\n\nMinutes:\n\n{words}\n")
    return path


def add(index: Index, tmp_path: Path, *paths: Path, wait: float = 60) -> Progress:
    *_, last = Uploads(tmp_path / "cache").add(index, paths, wait)
    assert last.is_done
    return last


def kept(index: Index) -> list[str]:
    return sorted(path.name for path in index.folder.with_name("index-uploads").iterdir())


def test_a_good_file_is_found_and_a_broken_one_is_named(index: Index, tmp_path: Path) -> None:
    good = minutes(tmp_path / "in", "good.txt", "The zeppelin was late for members.")
    broken = tmp_path / "in" / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and no more")
    one, other = add(index, tmp_path, good, broken).files
    assert (one.cause, one.record) == ("", index.catalogue.records()[0])
    assert other.cause
    assert other.record is None
    assert index.search("zeppelin")
    assert kept(index) == ["good.txt"]
    assert not index.catalogue.skipped()


def test_another_text_of_the_same_name_is_kept_beside_it(index: Index, tmp_path: Path) -> None:
    add(index, tmp_path, minutes(tmp_path / "a", "minutes.txt", "The zeppelin was late for members."))
    add(index, tmp_path, minutes(tmp_path / "b", "minutes.txt", "The balloon was early for members."))
    add(index, tmp_path, minutes(tmp_path / "b", "minutes.txt", "The balloon was early for members."))
    assert kept(index) == ["minutes (2).txt", "minutes.txt"]
    assert len(index.catalogue.records()) == 2


def test_where_another_run_holds_the_index_for_too_long_nothing_is_kept(index: Index, tmp_path: Path) -> None:
    first = minutes(tmp_path / "in", "first.txt", "The zeppelin was late for members.")
    add(index, tmp_path, first)
    second = minutes(tmp_path / "in", "second.txt", "The balloon was early for members.")
    with writing(index.folder, "kloe index"), pytest.raises(KloeError, match=r"another run is using .*kloe index"):
        add(index, tmp_path, first, second, wait=0)
    assert kept(index) == ["first.txt"]


def test_an_upload_waits_for_another_run_and_says_so(index: Index, tmp_path: Path) -> None:
    path = minutes(tmp_path / "in", "one.txt", "The zeppelin was late for members.")
    begun, end = Event(), Event()

    def hold() -> None:
        with writing(index.folder, "kloe index"):
            begun.set()
            end.wait(60)

    other = Thread(target=hold)
    other.start()
    assert begun.wait(60)
    steps = []
    for progress in Uploads().add(index, [path]):
        steps.append(progress.step)
        if progress.step == "Waiting":
            end.set()
    other.join()
    assert steps.index("Waiting") < steps.index("Done")
    assert progress.files[0].record == index.catalogue.records()[0]


def test_a_run_that_fails_keeps_no_file(index: Index, tmp_path: Path) -> None:
    add(index, tmp_path, minutes(tmp_path / "in", "first.txt", "The zeppelin was late for members."))
    second = minutes(tmp_path / "in", "second.txt", "The balloon was early for members.")
    with pytest.raises(KloeError, match="made with model"):
        add(Index(index.folder, WordEmbedder("other")), tmp_path, second)
    assert kept(index) == ["first.txt"]


def test_a_broken_file_is_not_listed_where_the_index_is_reached_through_a_link(index: Index, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    linked = Index(tmp_path / "link" / "index", WordEmbedder())
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and no more")
    good = minutes(tmp_path / "in", "good.txt", "The zeppelin was late for members.")
    assert add(linked, tmp_path, good, broken).files[1].cause
    assert kept(linked) == ["good.txt"]
    assert not linked.catalogue.skipped()


def test_too_many_and_too_large(index: Index, tmp_path: Path) -> None:
    path = minutes(tmp_path / "in", "one.txt", "The zeppelin was late for members.")
    with pytest.raises(KloeError, match="too many"):
        add(index, tmp_path, *[path] * (MOST_FILES + 1))
    with path.open("r+b") as file:
        file.truncate(LARGEST + 1)
    (result,) = add(index, tmp_path, path).files
    assert "MB" in result.cause
    assert kept(index) == []


def test_what_nobody_follows_is_added_and_noted_all_the_same(index: Index, tmp_path: Path) -> None:
    good = minutes(tmp_path / "in", "good.txt", "The zeppelin was late for members.")
    broken = tmp_path / "in" / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and no more")
    ended, noted = Event(), list[FileResult]()
    uploads = Uploads()

    def note(files: Sequence[FileResult]) -> None:
        noted.extend(files)
        ended.set()

    steps = uploads.add(index, [good, broken], note=note)
    next(steps)
    steps.close()
    assert ended.wait(60)
    assert [file.name for file in noted if not file.cause] == ["good.txt"]
    assert kept(index) == ["good.txt"]
    assert index.search("zeppelin")
    assert not index.catalogue.skipped()


def test_a_stop_that_may_not_wait_leaves_no_copy(index: Index, tmp_path: Path) -> None:
    path = minutes(tmp_path / "in", "one.txt", "The zeppelin was late for members.")
    uploads = Uploads()
    with writing(index.folder, "kloe index"):
        steps = uploads.add(index, [path])
        assert next(steps).step == "Reading"
        uploads.finish(0)
        assert kept(index) == []
        assert uploads.running == 0
    with pytest.raises(KloeError, match="Kloe was stopped"):
        list(steps)
