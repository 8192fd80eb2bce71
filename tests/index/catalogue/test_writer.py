"""A document enters the catalogue whole, with words and vectors, or not at all; the outbox has what is to be told."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from index.catalogue import Catalogue, CatalogueWriter, PassageScope, Source, unpack_vectors
from index.updating.embedding import PassageEncoder
from index.vectors import axes_of
from ingest import Page
from tests.index.made import EMBEDDER, document, put, writer_of

ZEPPELIN = document("zeppelin", ["The zeppelin was early for members.", "They were glad of it."])
BALLOON = document("balloon", ["The balloon was late for members.", "They were glad of it.", "They were glad of it."])


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[CatalogueWriter]:
    writer = writer_of(tmp_path)
    yield writer
    writer.close()


@pytest.fixture
def catalogue(tmp_path: Path, writer: CatalogueWriter) -> Catalogue:
    return Catalogue(tmp_path)


def _ids(catalogue: Catalogue, name: str) -> list[str]:
    return [stored.id for stored in catalogue.document_passages(name)]


def test_what_was_put_can_be_read_again(catalogue: Catalogue, writer: CatalogueWriter) -> None:
    put(writer, BALLOON)
    assert catalogue.document("balloon") == BALLOON
    ids = _ids(catalogue, "balloon")
    assert len(set(ids)) == 3, "two passages of the same words are two"
    held, vectors = catalogue.vectors(ids)
    expected = EMBEDDER.encode([passage.text for passage in BALLOON.passages])
    assert np.allclose(vectors[[held.index(id_) for id_ in ids]], expected, atol=1e-3)
    assert catalogue.packed_tokens(ids).keys() == set(ids)
    assert len(catalogue.match_terms(["balloon"], 9)) == 1


def test_without_its_vectors_a_document_is_not_taken_in(catalogue: Catalogue, writer: CatalogueWriter) -> None:
    source = put(writer, ZEPPELIN)
    encoded = PassageEncoder(EMBEDDER, axes_of(EMBEDDER), []).encode([BALLOON])
    state, pending = catalogue.state(), catalogue.pending_ids()
    encoded.popitem()
    with pytest.raises(KeyError):
        writer.put([BALLOON], source, encoded)
    assert [record.id for record in catalogue.records()] == ["zeppelin"]
    assert (catalogue.state(), catalogue.pending_ids()) == (state, pending)
    assert (catalogue.uses("zeppelin"), catalogue.uses("balloon"), catalogue.count_passages()) == (1, 0, 2)


# -- the outbox


def test_added_and_forgotten_passages_wait_in_the_outbox(catalogue: Catalogue, writer: CatalogueWriter) -> None:
    source = put(writer, ZEPPELIN)
    ids = _ids(catalogue, "zeppelin")
    assert catalogue.pending_ids() == set(ids)
    assert catalogue.settled_ids() == set()
    pending = writer.pending(9)
    assert (set(pending.add), pending.forget) == (set(ids), [])
    assert np.allclose(unpack_vectors(list(pending.add.values())), catalogue.vectors(list(pending.add))[1])
    writer.mark_done(ids)
    assert (writer.count_pending(), catalogue.settled_ids()) == (0, set(ids))
    writer.remove([source])
    assert (writer.pending(9).add, set(writer.pending(9).forget)) == ({}, set(ids))


def test_a_file_read_again_with_the_same_passages_leaves_the_outbox_empty(
    catalogue: Catalogue, writer: CatalogueWriter
) -> None:
    put(writer, ZEPPELIN)
    writer.mark_done(_ids(catalogue, "zeppelin"))
    put(writer, replace(ZEPPELIN, title="Another title"))
    assert writer.count_pending() == 0
    assert catalogue.records()[0].title == "Another title"


def test_only_so_many_are_pending_at_once(catalogue: Catalogue, writer: CatalogueWriter) -> None:
    put(writer, BALLOON)
    first = writer.pending(2).ids
    assert len(first) == 2
    writer.mark_done(first)
    assert writer.pending(2).ids == [id_ for id_ in _ids(catalogue, "balloon") if id_ not in first]


def test_all_can_be_told_again_and_what_nobody_holds_be_forgotten(
    catalogue: Catalogue, writer: CatalogueWriter
) -> None:
    put(writer, ZEPPELIN)
    ids = _ids(catalogue, "zeppelin")
    writer.mark_done(ids)
    writer.mark(ids[:1])
    assert catalogue.pending_ids() == {ids[0]}
    writer.mark_all(["orphan"])
    assert set(writer.pending(9).add) == set(ids)
    assert writer.pending(9).forget == ["orphan"]


def test_no_row_is_used_twice_so_what_is_new_is_known_by_it(catalogue: Catalogue, writer: CatalogueWriter) -> None:
    source = put(writer, ZEPPELIN)
    writer.mark_done(_ids(catalogue, "zeppelin"))
    row = catalogue.first_pending_row()
    assert catalogue.rows_from(row) == 0
    writer.remove([source])
    put(writer, BALLOON)
    assert catalogue.first_pending_row() == row
    assert catalogue.rows_from(row) == 3
    assert set(catalogue.ids_of(catalogue.vectors_in(PassageScope(), row)[0])) == set(_ids(catalogue, "balloon"))
    assert catalogue.vectors_in(PassageScope(["zeppelin"]), row)[0] == []


# -- files


def test_a_later_paper_of_a_file_is_named_by_its_page(catalogue: Catalogue, writer: CatalogueWriter) -> None:
    later = replace(BALLOON, pages=(Page(5, BALLOON.pages[0].text),))
    encoded = PassageEncoder(EMBEDDER, axes_of(EMBEDDER), []).encode([ZEPPELIN, later])
    source = Source("/documents", "pack.pdf", 10, 20, "digest", "PDF 1")
    writer.put([ZEPPELIN, later], source, encoded)
    assert [record.path for record in catalogue.records()] == ["pack.pdf", "pack.pdf#page=5"]
    assert set(catalogue.sources().values()) == {source, replace(source, path="pack.pdf#page=5")}
    touched = replace(source, size=11, modified=21)
    writer.touch(touched)
    assert {(each.size, each.modified) for each in catalogue.sources().values()} == {(11, 21)}
    writer.put([ZEPPELIN], touched, encoded)
    assert [record.path for record in catalogue.records()] == ["pack.pdf"]
    writer.remove([touched])
    assert catalogue.records() == []


def test_a_file_that_breaks_is_listed_and_keeps_what_was_read(catalogue: Catalogue, writer: CatalogueWriter) -> None:
    source = put(writer, ZEPPELIN)
    writer.skip(source, "is empty")
    assert catalogue.skipped() == {source: "is empty"}
    assert catalogue.document("zeppelin") == ZEPPELIN
    put(writer, BALLOON, source.path)
    assert catalogue.skipped() == {}
    assert [record.id for record in catalogue.records()] == ["balloon"]


def test_facts_by_name_are_those_of_the_first_name_that_stays(catalogue: Catalogue, writer: CatalogueWriter) -> None:
    def read_as(title: str, path: str, leaving: tuple[str, ...] = ()) -> str:
        made = replace(ZEPPELIN, title=title)
        encoded = PassageEncoder(EMBEDDER, axes_of(EMBEDDER), []).encode([made])
        writer.put([made], Source("/documents", path), encoded, [("/documents", name) for name in leaving])
        return catalogue.records()[0].title

    assert read_as("B", "b.txt") == "B"
    assert read_as("C", "c.txt") == "B"
    assert read_as("A", "a.txt") == "A"
    assert read_as("D", "d.txt", leaving=("a.txt", "b.txt", "c.txt")) == "D"
    gone = [Source("/documents", name) for name in ("a.txt", "b.txt")]
    assert writer.remove(gone) == [("/documents", "c.txt")], "its name must be read now"


def test_an_index_keeps_its_name_and_settings(catalogue: Catalogue, writer: CatalogueWriter) -> None:
    before = catalogue.metadata()
    writer.take_on({"model": "another", "new rule": "1"})
    assert catalogue.metadata() == before | {"new rule": "1"}
    writer.take_name()
    assert catalogue.metadata()["name"] != before["name"]


def test_encodings_are_found_by_the_digest_of_their_text(catalogue: Catalogue, writer: CatalogueWriter) -> None:
    put(writer, BALLOON)
    encoded = PassageEncoder(EMBEDDER, axes_of(EMBEDDER), []).encode([BALLOON])
    assert catalogue.encodings([*encoded, b"unknown"]) == writer.encodings(encoded) == encoded
    assert set(catalogue.digests("balloon")) == set(encoded)


def test_two_catalogues_have_names_of_their_own(tmp_path: Path) -> None:
    """A Chroma server tells their vectors apart by these."""
    names = set()
    for number in range(2):
        writer_of(tmp_path / str(number)).close()
        names.add(Catalogue(tmp_path / str(number)).metadata()["name"])
    assert len(names) == 2
