"""A rebuild reads every file again beside the index in use, takes its place when it is whole, and forgets nothing."""

import gzip
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from index import Index, StoreError, check
from index import update as update_with_workers
from index.folder import SavedRow
from tests.conftest import WordEmbedder
from tests.index.made import names_of, write_letter

update = partial(update_with_workers, workers=1)
FIRST_FORMAT = Path(__file__).parent.parent / "catalogue" / "format-0001.sqlite.gz"
SAVED = SavedRow("1", "search", '{"q":"caseloads"}', "2026-03-01T10:00:00+00:00")


def break_off_at(name: str, time: int = 1) -> Callable[[str], None]:
    """Interrupt a run when it comes to a step for the so-manieth time."""
    left = [time]

    def step(at: str) -> None:
        if at == name:
            left[0] -= 1
            if not left[0]:
                raise KeyboardInterrupt

    return step


def test_a_rebuild_reads_every_file_into_another_generation(index: Index, folder: Path) -> None:
    update(index, [folder])
    before, records = index.generations.current(), index.catalogue.records()
    seen: list[tuple[str, str | None, int]] = []

    def look(step: str) -> None:
        seen.append((step, index.generations.current(), len(index.search("members heard"))))

    summary = update(index, [], rebuild=True, step=look)
    assert (summary.added, summary.unchanged, summary.embedded, summary.documents) == (2, 0, 0, 2)
    assert {(current, found) for _, current, found in seen} == {(before, 2)}, "readers have the old one until the swap"
    assert seen[-1][0] == "use the generation"
    assert index.generations.current() != before
    assert index.catalogue.records() == records
    assert check(index) == []
    update(index, [folder])
    assert index.generations.names() == [index.generations.current()], "the old one is deleted by the next run"


def test_a_rebuild_can_take_in_more_folders(index: Index, folder: Path, tmp_path: Path) -> None:
    update(index, [folder])
    other = write_letter(tmp_path / "other", "c.txt", "carers were thanked").parent
    assert update(index, [other, folder], rebuild=True).files == 3
    assert names_of(index) == ["a.txt", "b.txt", "c.txt"]


def test_a_first_run_may_be_a_rebuild(index: Index, folder: Path) -> None:
    assert update(index, [folder], rebuild=True).documents == 2
    assert names_of(index) == ["a.txt", "b.txt"]


def test_with_nothing_to_rebuild_it_says_so(index: Index) -> None:
    with pytest.raises(StoreError, match="no files in"):
        update(index, [], rebuild=True)


def test_a_rebuild_that_is_broken_off_is_continued(index: Index, folder: Path) -> None:
    update(index, [folder])
    before = index.generations.current()
    with pytest.raises(KeyboardInterrupt):
        update(index, [], rebuild=True, step=break_off_at("put", 2))
    assert index.generations.current() == before
    assert index.search("caseloads")
    summary = update(index, [], rebuild=True)
    assert (summary.added, summary.unchanged, summary.documents) == (1, 1, 2)
    assert check(index) == []


def test_a_plain_run_drops_a_rebuild_that_was_broken_off(index: Index, folder: Path) -> None:
    update(index, [folder])
    with pytest.raises(KeyboardInterrupt):
        update(index, [], rebuild=True, step=break_off_at("check"))
    assert update(index, [folder]).unchanged == 2
    assert index.generations.names() == [index.generations.current()]


def _spoil(index: Index, step: str) -> None:
    """Take token vectors out of the new generation before it is checked."""
    if step == "check":
        with (
            closing(sqlite3.connect(index.generations.path(index.generations.names()[-1]) / "catalogue.sqlite")) as db,
            db,
        ):
            db.execute("DELETE FROM tokens WHERE row = 1")


def test_a_new_generation_that_is_not_whole_is_not_used(index: Index, folder: Path) -> None:
    update(index, [folder])
    before = index.generations.current()
    with pytest.raises(
        StoreError, match=r"the new index is not whole, so the old one stays in use: .* has no token vectors"
    ):
        update(index, [], rebuild=True, step=partial(_spoil, index))
    assert index.generations.current() == before
    assert index.search("caseloads")


def test_a_rebuild_after_one_that_was_not_whole_can_be_whole(index: Index, folder: Path) -> None:
    update(index, [folder])
    with pytest.raises(StoreError, match="not whole"):
        update(index, [], rebuild=True, step=partial(_spoil, index))
    assert update(index, [], rebuild=True).documents == 2
    assert check(index) == []


def test_a_rebuild_with_another_model(index: Index, folder: Path) -> None:
    passages = update(index, [folder]).passages
    other = Index(index.folder, WordEmbedder("other", 64))
    assert update(other, [], rebuild=True).embedded == passages
    assert other.search("caseloads")[0].record.path == "a.txt"
    assert check(other) == []
    with pytest.raises(StoreError, match="--rebuild"):
        index.search("caseloads")


# -- other formats


def test_an_index_of_a_newer_version_is_not_replaced(index: Index, folder: Path) -> None:
    update(index, [folder])
    with closing(sqlite3.connect(index.catalogue.file)) as db, db:
        db.execute("UPDATE alembic_version SET version_num = '9999'")
    before = index.generations.current()
    with pytest.raises(StoreError, match="update Kloe"):
        update(index, [], rebuild=True)
    assert index.generations.current() == before


def test_an_index_of_an_older_format_answers_while_it_is_rebuilt(tmp_path: Path, folder: Path) -> None:
    """A reader brings it up to date, for which it needs the lock that the rebuild holds."""
    generation = tmp_path / "index" / "generations" / "000001"
    generation.mkdir(parents=True)
    (generation / "catalogue.sqlite").write_bytes(gzip.decompress(FIRST_FORMAT.read_bytes()))
    (tmp_path / "index" / "current").write_text("000001\n")
    found: list[int] = []

    def look(step: str) -> None:
        if step == "check":
            reader = Index(tmp_path / "index", WordEmbedder(dimensions=32))
            found.append(len(reader.search("caseloads of social workers", limit=3)))

    summary = update(Index(tmp_path / "index", WordEmbedder(dimensions=32)), [folder], rebuild=True, step=look)
    assert found == [3]
    assert summary.documents == 7


# -- what cannot be read again


def test_what_cannot_be_read_again_is_carried_over(index: Index, folder: Path, tmp_path: Path) -> None:
    share = write_letter(tmp_path / "share", "c.txt", "carers were thanked").parent
    update(index, [folder, share])
    records = index.catalogue.records()
    shutil.rmtree(share)
    (folder / "a.txt").unlink()
    (folder / "b.txt").write_bytes(b"")
    other = Index(index.folder, WordEmbedder("other", 64))
    summary = update(other, [], rebuild=True)
    assert {path for path, _ in summary.kept} == {str(share), "a.txt", "b.txt", "c.txt"}
    assert (summary.documents, summary.skipped) == (3, [])
    assert other.catalogue.records() == records
    assert other.search("carers were thanked")[0].record.path == "c.txt"
    assert check(other) == []


def test_a_broken_file_that_is_carried_over_is_still_listed(index: Index, folder: Path) -> None:
    update(index, [folder])
    (folder / "b.txt").write_bytes(b"")
    update(index, [], rebuild=True)
    assert names_of(index) == ["a.txt", "b.txt"]
    assert [source.path for source in index.catalogue.skipped()] == ["b.txt"]


def test_each_file_that_is_kept_is_named_once(index: Index, folder: Path) -> None:
    update(index, [folder])
    (folder / "b.txt").write_bytes(b"")
    assert update(index, [], rebuild=True).kept == [("b.txt", "is empty")]


def test_what_a_person_asks_to_forget_is_not_carried_over(index: Index, folder: Path) -> None:
    update(index, [folder])
    (folder / "a.txt").unlink()
    summary = update(index, [folder], rebuild=True, prune=True)
    assert (summary.removed, summary.documents, summary.kept) == (1, 1, [])
    assert names_of(index) == ["b.txt"]


# -- an index of Kloe 0.1.0


@pytest.fixture
def old(index: Index, folder: Path) -> Index:
    """An index folder as Kloe 0.1.0 left it, with the files that it had read and what a person had saved."""
    index.folder.mkdir()
    (index.folder / "vectors").mkdir()
    with closing(sqlite3.connect(index.folder / "catalogue.sqlite")) as db, db:
        db.execute("CREATE TABLE sources (root, path, document, size, modified, sha256)")
        rows = [(str(folder), path, path[0], 9, 9, "digest") for path in ("a.txt", "b.txt", "b.txt#page=3")]
        db.executemany("INSERT INTO sources VALUES (?, ?, ?, ?, ?, ?)", rows)
        db.execute("CREATE TABLE saved (person, id, kind, value, created)")
        db.execute("INSERT INTO saved VALUES ('sam', ?, ?, ?, ?)", (SAVED.id, SAVED.kind, SAVED.value, SAVED.created))
    return index


@pytest.mark.parametrize("use", [lambda index, _: index.search("caseloads"), lambda index, roots: update(index, roots)])
def test_an_index_of_an_older_version_is_named_and_left_as_it_is(
    old: Index, folder: Path, use: Callable[[Index, list[Path]], object]
) -> None:
    content = (old.folder / "catalogue.sqlite").read_bytes()
    with pytest.raises(StoreError, match=r"Kloe 0\.1\.0.*`kloe index --rebuild`"):
        use(old, [folder])
    assert (old.folder / "catalogue.sqlite").read_bytes() == content
    assert old.generations.names() == []


def test_a_rebuild_reads_the_files_of_an_older_version_and_takes_over_its_lists(old: Index, folder: Path) -> None:
    write_letter(folder, "new.txt", "it was not asked for")
    summary = update(old, [], rebuild=True)
    assert (summary.added, summary.documents, summary.kept) == (2, 2, [])
    assert names_of(old) == ["a.txt", "b.txt"]
    assert old.saved.of("sam") == [SAVED]
    assert check(old) == []
    assert not (old.folder / "catalogue.sqlite").exists()
    assert not (old.folder / "vectors").exists()
    assert update(old, [folder]).unchanged == 2


def test_a_rebuild_of_an_older_version_that_is_broken_off_leaves_it(old: Index) -> None:
    with pytest.raises(KeyboardInterrupt):
        update(old, [], rebuild=True, step=break_off_at("use the generation"))
    with pytest.raises(StoreError, match=r"Kloe 0\.1\.0"):
        old.search("caseloads")
    assert update(old, [], rebuild=True).unchanged == 2
    assert old.saved.of("sam") == [SAVED]


def test_a_broken_file_of_an_older_version_is_not_said_to_be_kept(old: Index, folder: Path) -> None:
    (folder / "b.txt").write_bytes(b"")
    summary = update(old, [], rebuild=True)
    assert names_of(old) == ["a.txt"]
    assert (summary.skipped, summary.kept) == ([("b.txt", "is empty")], [])


def test_a_rebuild_of_an_older_version_whose_folder_is_away_loses_nothing(old: Index, folder: Path) -> None:
    """Its documents cannot be carried over, so its list of files must stay until they can be read."""
    folder.rename(folder.with_name("share"))
    try:
        kept = update(old, [], rebuild=True).kept
    except StoreError:
        kept = []
    assert not kept or names_of(old), f"{kept} is said to be kept, but the index is empty"
    folder.with_name("share").rename(folder)
    assert update(old, [], rebuild=True).documents == 2
    assert names_of(old) == ["a.txt", "b.txt"]
