"""A person can have files forgotten, whether or not they are still there."""

from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from index import Index, StoreError, check, forget
from index import update as update_with_workers
from index.catalogue import CatalogueWriter, Source
from index.folder import writing
from index.updating.embedding import PassageEncoder
from index.vectors import axes_of
from ingest import Page
from tests.index.made import EMBEDDER, document, names_of, put, write_letter, writer_of

update = partial(update_with_workers, workers=1)


@pytest.fixture
def index(tmp_path: Path, folder: Path) -> Index:
    """An index of two letters, and of a third that cannot be read."""
    index = Index(tmp_path / "index", EMBEDDER)
    name = index.generations.make()
    writer = writer_of(index.generations.path(name))
    for letter in ("a", "b"):
        take_in(writer, folder, f"{letter}.txt", f"The {letter}-zeppelin was late for members.")
    writer.skip(Source(str(folder), "broken.pdf"), "is damaged")
    writer.close()
    index.generations.use(name)
    return index


def take_in(writer: CatalogueWriter, folder: Path, path: str, words: str) -> None:
    made = document(words, [words])
    encoded = PassageEncoder(EMBEDDER, axes_of(EMBEDDER), []).encode([made])
    writer.put([made], Source(str(folder), path), encoded)


def test_a_file_is_forgotten_at_once_by_readers_and_by_the_vector_store(index: Index, folder: Path) -> None:
    assert [result.record.path for result in index.search("a-zeppelin", limit=1)] == ["a.txt"]
    assert forget(index, [folder / "a.txt"]) == 1
    assert names_of(index) == ["b.txt"]
    assert [result.record.path for result in index.search("a-zeppelin")] == ["b.txt"]
    assert index.catalogue.count_pending() == 0
    assert check(index) == []


def test_a_file_need_not_be_there_any_more(index: Index, folder: Path) -> None:
    (folder / "a.txt").unlink()
    assert forget(index, [folder / "a.txt", folder / "b.txt"]) == 2
    assert names_of(index) == []


def test_a_file_that_the_index_does_not_know_changes_nothing(index: Index, folder: Path) -> None:
    state = index.catalogue.state()
    assert forget(index, [folder / "unknown.txt", folder]) == 0
    assert names_of(index) == ["a.txt", "b.txt"]
    assert index.catalogue.record(index.catalogue.records()[0].id)
    assert index.catalogue.state().partition("-")[0] == state.partition("-")[0]


def test_a_file_that_could_not_be_read_is_taken_off_the_list(index: Index, folder: Path) -> None:
    assert forget(index, [folder / "broken.pdf"]) == 1
    assert index.catalogue.skipped() == {}


def test_a_file_may_be_named_from_the_working_folder(
    index: Index, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert forget(index, [Path("a.txt")]) == 1


def test_a_file_may_be_named_through_a_link_to_its_folder(index: Index, folder: Path, tmp_path: Path) -> None:
    """`update` follows links in the folders that it is given, so the index knows the file by another path."""
    (tmp_path / "link").symlink_to(folder)
    assert forget(index, [tmp_path / "link" / "a.txt"]) == 1


def test_all_papers_of_a_file_are_forgotten_as_one(index: Index, folder: Path) -> None:
    writer = CatalogueWriter(index.catalogue.file.parent)
    papers = [document(name, [f"The {name} was late for members."]) for name in ("kite", "glider")]
    papers[1] = replace(papers[1], pages=(Page(2, papers[1].pages[0].text),))
    encoded = PassageEncoder(EMBEDDER, axes_of(EMBEDDER), []).encode(papers)
    writer.put(papers, Source(str(folder), "pack.pdf"), encoded)
    writer.close()
    assert forget(index, [folder / "pack.pdf"]) == 1
    assert names_of(index) == ["a.txt", "b.txt"]


def test_a_document_that_another_file_holds_stays(index: Index, folder: Path) -> None:
    writer = CatalogueWriter(index.catalogue.file.parent)
    put(writer, document("kite", ["The kite was late for members."]), "one.txt")
    take_in(writer, folder, "two.txt", "The balloon was late for members.")
    put(writer, document("The balloon was late for members.", ["The balloon was late for members."]), "three.txt")
    writer.close()
    assert forget(index, [folder / "two.txt"]) == 1
    assert {"one.txt", "three.txt"} <= set(names_of(index))
    assert index.search("balloon")[0].record.path == "three.txt"
    assert check(index) == []


def test_facts_by_name_are_then_those_of_the_name_that_is_left(tmp_path: Path) -> None:
    index = Index(tmp_path / "index", EMBEDDER)
    first = write_letter(tmp_path / "documents" / "bury", "note 3 march 2021.txt", "carers were thanked")
    write_letter(tmp_path / "documents" / "wigan", "note 4 may 2022.txt", "carers were thanked")
    update(index, [tmp_path / "documents"])
    assert index.catalogue.records()[0].when == "3 March 2021"
    assert forget(index, [first]) == 1
    first.unlink()
    update(index, [tmp_path / "documents"])
    (record,) = index.catalogue.records()
    assert (record.sources, record.when) == (("wigan/note 4 may 2022.txt",), "4 May 2022")


def test_while_another_run_writes_it_waits_or_says_so(index: Index, folder: Path) -> None:
    with writing(index.folder, "kloe index"), pytest.raises(StoreError, match=r"another run is using .*kloe index"):
        forget(index, [folder / "a.txt"])
    assert names_of(index) == ["a.txt", "b.txt"]


def test_where_there_is_no_index_none_is_made(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no index"):
        forget(Index(tmp_path / "index", EMBEDDER), [tmp_path / "a.txt"])
    assert Index(tmp_path / "index", EMBEDDER).generations.current() is None
