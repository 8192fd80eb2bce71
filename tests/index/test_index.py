"""An open index follows the generation in use and every change to it, and says what is wrong where it cannot."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from index import Index, StoreError
from index.catalogue import CatalogueWriter
from tests.conftest import WordEmbedder
from tests.index.made import EMBEDDER, document, put, writer_of

SENTENCE = "The {} was late for members of the committee."


@pytest.fixture
def index(tmp_path: Path) -> Index:
    return Index(tmp_path / "index", EMBEDDER)


def add_generation(index: Index, *words: str) -> str:
    """Make a generation with a document for each word, whose vector store is still to be made."""
    name = index.generations.make()
    writer = writer_of(index.generations.path(name))
    for word in words:
        put(writer, document(word, [SENTENCE.format(word)]))
    writer.close()
    return name


def found(index: Index) -> list[str]:
    """The ids of the documents that the index finds."""
    return sorted(result.record.id for result in index.search("late for members"))


@pytest.mark.parametrize(
    "read",
    [
        lambda index: index.catalogue,
        lambda index: index.search("zeppelin"),
        lambda index: index.pinned().__enter__(),
        lambda index: index.open_vectors(),
        lambda index: index.warm(),
    ],
)
def test_without_an_index_reading_says_so_and_makes_none(index: Index, read: Callable[[Index], object]) -> None:
    with pytest.raises(StoreError, match=r"there is no index at .*index: run `kloe index FOLDER`"):
        read(index)
    assert not index.folder.exists()


def test_an_index_that_is_made_later_is_seen(index: Index) -> None:
    with pytest.raises(StoreError):
        index.search("zeppelin")
    index.generations.use(add_generation(index, "zeppelin"))
    assert found(index) == ["zeppelin"]


def test_another_generation_is_seen_by_an_open_index(index: Index) -> None:
    index.generations.use(add_generation(index, "zeppelin"))
    assert found(index) == ["zeppelin"]
    second = add_generation(index, "balloon", "kite")
    assert found(index) == ["zeppelin"], "it is not in use yet"
    Index(index.folder, EMBEDDER).generations.use(second)
    assert found(index) == ["balloon", "kite"]
    assert index.catalogue.record("zeppelin") is None
    assert index.weigh("balloon") < index.weigh("zeppelin") == 1


def test_a_pinned_reader_stays_with_its_generation(index: Index) -> None:
    index.generations.use(add_generation(index, "zeppelin"))
    with index.pinned():
        index.generations.use(add_generation(index, "balloon"))
        with index.pinned():
            assert found(index) == ["zeppelin"]
        assert found(index) == ["zeppelin"]
    assert found(index) == ["balloon"]


def test_one_generation_can_be_read_whichever_is_in_use(index: Index) -> None:
    first, second = add_generation(index, "zeppelin"), add_generation(index, "balloon")
    index.generations.use(first)
    assert found(index.of_generation(second)) == ["balloon"]
    assert found(index) == ["zeppelin"]


def test_a_generation_whose_files_were_replaced_is_opened_again(index: Index) -> None:
    first, second = add_generation(index, "zeppelin"), add_generation(index, "balloon")
    index.generations.use(first)
    assert found(index) == ["zeppelin"]
    index.generations.path(first).rename(index.folder / "away")
    index.generations.path(second).rename(index.generations.path(first))
    assert found(index) == ["balloon"]


def test_a_document_is_found_as_soon_as_it_is_written_and_not_once_it_is_forgotten(index: Index) -> None:
    name = add_generation(index, "zeppelin")
    index.generations.use(name)
    assert found(index) == ["zeppelin"]
    writer = CatalogueWriter(index.generations.path(name))
    source = put(writer, document("balloon", [SENTENCE.format("balloon")]))
    assert found(index) == ["balloon", "zeppelin"]
    assert index.search("balloon")[0].record.id == "balloon"
    assert index.correct("baloon") == "balloon"
    with index.pinned():
        writer.remove([source])
        assert found(index) == ["balloon", "zeppelin"]
    assert found(index) == ["zeppelin"]
    writer.close()


# -- what is wrong


def test_a_lost_catalogue_is_named(index: Index) -> None:
    name = add_generation(index, "zeppelin")
    index.generations.use(name)
    assert found(index)
    shutil.rmtree(index.generations.path(name))
    with pytest.raises(StoreError, match="has lost its catalogue"):
        index.search("zeppelin")


def test_a_lost_vector_store_is_named_where_it_is_opened(index: Index) -> None:
    index.generations.use(add_generation(index, "zeppelin"))
    with pytest.raises(StoreError, match=r"vector store at .*vectors failed: it is missing: run `kloe repair`"):
        index.open_vectors()


def test_an_index_that_has_lost_its_vector_store_still_answers(index: Index) -> None:
    index.generations.use(add_generation(index, "zeppelin"))
    assert found(index) == ["zeppelin"]


def test_an_index_that_has_lost_its_vector_store_can_be_warmed(index: Index) -> None:
    """`kloe batch` and the server do so before the first question."""
    index.generations.use(add_generation(index, "zeppelin"))
    index.warm()
    assert found(index) == ["zeppelin"]


@pytest.mark.parametrize("setting", ["model", "model digest", "context rule", "tokenizer rule"])
def test_an_index_made_with_another_setting_is_refused(index: Index, setting: str) -> None:
    index.generations.use(add_generation(index, "zeppelin"))
    with closing(sqlite3.connect(index.catalogue.file)) as db, db:
        db.execute("UPDATE meta SET value = 'another' WHERE key = ?", (setting,))
    with pytest.raises(StoreError, match=rf"was made with {setting} 'another'.*kloe index --rebuild"):
        index.search("zeppelin")


def test_another_model_is_refused(index: Index) -> None:
    index.generations.use(add_generation(index, "zeppelin"))
    other = Index(index.folder, WordEmbedder("other", 32))
    with pytest.raises(StoreError, match=r"made with model 'words', but Kloe now uses 'other'"):
        other.search("zeppelin")
    index.check_settings()
