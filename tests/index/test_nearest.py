"""The nearest passages are those that a comparison with every passage finds, whatever is added or lost meanwhile."""

import logging
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from index import StoreError
from index.catalogue import Catalogue, CatalogueWriter, Encoding, PassageScope, Said, Source, digest_of, embedded_text
from index.catalogue import context_of as headings_of
from index.nearest import NearestSearch
from index.vectors.store import VectorStore
from ingest import Passage, Span, Stance
from tests.index.made import document

Vectors = NDArray[np.float32]
DOCUMENTS, EACH, DIMENSIONS = (
    42,
    120,
    8,
)  # in all 5,040 passages: a scope of more than 3,000 is searched in the vector store
LIMIT = 20
STRENGTHS, FAULTS = ("Strengths",), ("What needs to improve",)
ALL = PassageScope()
QUERY = np.eye(1, DIMENSIONS, dtype=np.float32)[0]


def _unit(vectors: Any) -> Vectors:
    rows = np.asarray(vectors, dtype=np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def _names(first: int, end: int) -> list[str]:
    return [f"d{number:02}" for number in range(first, end)]


def put(writer: CatalogueWriter, name: str, vectors: Vectors, headings: tuple[str, ...] = ()) -> None:
    """Take in a document with a passage for each vector."""
    passages = [Passage(f"{name} number {n}", (Span(1, 0, 1),), headings) for n in range(len(vectors))]
    digests = [digest_of(embedded_text(headings_of(each), each.text)) for each in passages]
    encodings = {
        digest: Encoding(digest, row.astype(np.float16).tobytes(), b"")
        for digest, row in zip(digests, vectors, strict=True)
    }
    writer.put([document(name, passages)], Source("/documents", name), encodings)


@dataclass
class Snapshot:
    """A vector store that answers for the passages of the moment at which it was opened."""

    ids: Sequence[str]
    rows: Vectors

    def nearest(self, vector: Vectors, limit: int) -> list[tuple[str, float]]:
        similarities = self.rows @ vector
        return [(self.ids[n], float(similarities[n])) for n in np.argsort(-similarities)[:limit]]


@dataclass
class Opening:
    """Opens a snapshot of a catalogue, and counts how often.

    Attributes:
        goes_on: set unless opening takes long.
    """

    catalogue: Catalogue
    times: int = 0
    goes_on: Event = field(default_factory=Event)

    def __post_init__(self) -> None:
        self.goes_on.set()

    def __call__(self) -> Any:
        assert self.goes_on.wait(60)
        self.times += 1
        rows, vectors = self.catalogue.vectors_in(ALL)
        return Snapshot(self.catalogue.ids_of(rows), vectors)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a generation whose vector store was told everything. The last 16 documents have no strengths."""
    folder = tmp_path_factory.mktemp("nearest")
    chance = np.random.default_rng(0)
    writer = CatalogueWriter(folder)
    for number, name in enumerate(_names(0, DOCUMENTS)):
        put(writer, name, _unit(chance.normal(size=(EACH, DIMENSIONS))), STRENGTHS if number < 26 else FAULTS)
    store = VectorStore(folder / "vectors", None, "made", make=True)
    rows, vectors = Catalogue(folder).vectors_in(ALL)
    store.add(Catalogue(folder).ids_of(rows), vectors)
    store.close()
    writer.mark_done(list(Catalogue(folder).pending_ids()))
    writer.close()
    return folder


@pytest.fixture
def folder(made: Path, tmp_path: Path) -> Path:
    """A copy that a test may change."""
    return Path(shutil.copytree(made, tmp_path / "generation"))


@pytest.fixture
def writer(folder: Path) -> Iterator[CatalogueWriter]:
    writer = CatalogueWriter(folder)
    yield writer
    writer.close()


@pytest.fixture
def near(folder: Path) -> NearestSearch:
    """A search that has opened its store already."""
    catalogue = Catalogue(folder)
    near = NearestSearch(catalogue, Opening(catalogue))
    near.load()
    return near


def opened(folder: Path) -> Callable[[], VectorStore]:
    return lambda: VectorStore(folder / "vectors", None, "made")


def by_comparison(catalogue: Catalogue, vector: Vectors, scope: PassageScope, limit: int = LIMIT) -> dict[str, float]:
    """The nearest passages of a scope by their own records, and their similarities one by one."""
    inside = [
        stored.id
        for record in catalogue.records()
        if scope.documents is None or record.id in scope.documents
        for stored in catalogue.document_passages(record.id)
        if not scope.said or stored.passage.stance in scope.said.stances
    ]
    ids, rows = catalogue.vectors(inside)
    similarities = dict(zip(ids, (float(row @ vector) for row in rows), strict=True))
    return dict(sorted(similarities.items(), key=lambda item: -item[1])[:limit])


SCOPES = {
    "all passages": (ALL, 5040),
    "a large scope": (PassageScope(_names(10, 40)), 3600),
    "a large scope of strengths": (PassageScope(None, Said([Stance.STRENGTH])), 3120),
    "strengths in documents": (PassageScope(_names(0, 42), Said([Stance.STRENGTH, Stance.DECISION])), 3120),
    "a scope at the limit": (PassageScope(_names(0, 25)), 3000),
    "a small scope": (PassageScope(_names(3, 9)), 720),
    "faults in a small scope": (PassageScope(_names(24, 28), Said([Stance.NEEDS_TO_IMPROVE])), 240),
    "fewer passages than are asked for": (PassageScope(["d07", "unknown"], Said([Stance.NEEDS_TO_IMPROVE])), 0),
    "no documents": (PassageScope([]), 0),
}


@pytest.mark.parametrize("name", SCOPES)
def test_the_nearest_are_those_of_a_comparison_with_every_passage(made: Path, name: str) -> None:
    scope, size = SCOPES[name]
    catalogue = Catalogue(made)
    near = NearestSearch(catalogue, opened(made))
    assert catalogue.count_passages(scope) == size
    for vector in _unit(np.random.default_rng(7).normal(size=(5, DIMENSIONS))):
        found, expected = near.nearest(vector, LIMIT, scope), by_comparison(catalogue, vector, scope)
        assert list(found) == list(expected)
        assert list(found.values()) == pytest.approx(list(expected.values()), abs=1e-4)


def test_a_large_scope_far_from_the_query_is_searched_to_its_end(folder: Path, writer: CatalogueWriter) -> None:
    """The nearest of all passages are then outside the scope."""
    chance = np.random.default_rng(1)
    far = _unit(chance.normal(scale=0.1, size=(26, EACH, DIMENSIONS)).reshape(-1, DIMENSIONS) - QUERY)
    names = [f"far{number}" for number in range(26)]
    for number, name in enumerate(names):
        put(writer, name, far[number * EACH : (number + 1) * EACH])
    catalogue = Catalogue(folder)
    near = NearestSearch(catalogue, Opening(catalogue))
    scope = PassageScope(names)
    writer.mark_done(list(catalogue.pending_ids()))
    found = near.nearest(QUERY, LIMIT, scope)
    assert list(found) == list(by_comparison(catalogue, QUERY, scope))
    assert max(found.values()) < 0


@pytest.mark.parametrize("scope", [ALL, PassageScope(None, Said([Stance.STRENGTH, Stance.NEITHER]))])
def test_a_passage_that_was_just_added_is_found_by_an_open_search(
    near: NearestSearch, writer: CatalogueWriter, scope: PassageScope
) -> None:
    before = near.nearest(QUERY, LIMIT, scope)
    put(writer, "new", QUERY[None])
    (new,) = [stored.id for stored in near.catalogue.document_passages("new")]
    found = near.nearest(QUERY, LIMIT, scope)
    assert list(found) == [new, *list(before)[: LIMIT - 1]]
    assert found[new] == pytest.approx(1, abs=1e-3)
    assert near.similarities(QUERY, [new, "unknown"]) == {new: found[new]}


def test_passages_that_were_just_forgotten_are_left_out_by_an_open_search(
    near: NearestSearch, writer: CatalogueWriter
) -> None:
    before = by_comparison(near.catalogue, QUERY, ALL, 100)
    documents = {stored.document for stored in near.catalogue.passages(list(before)[:5])}
    writer.remove([Source("/documents", name) for name in documents])
    found = near.nearest(QUERY, LIMIT, ALL)
    assert len(found) == LIMIT
    assert list(found) == list(by_comparison(near.catalogue, QUERY, ALL))
    assert not documents & {stored.document for stored in near.catalogue.passages(list(found))}
    assert near.similarities(QUERY, list(before)[:5]) == {}


def test_a_passage_under_another_heading_counts_by_its_new_vector(near: NearestSearch, writer: CatalogueWriter) -> None:
    """Its id is made of its own words alone, and so stays."""
    first = next(iter(near.nearest(QUERY, 1, ALL)))
    (stored,) = near.catalogue.passages([first])
    put(writer, stored.document, np.repeat(-QUERY[None], EACH, axis=0), ("Findings",))
    assert near.catalogue.passages([first])
    found = near.nearest(QUERY, LIMIT, ALL)
    assert first not in found
    assert list(found) == list(by_comparison(near.catalogue, QUERY, ALL))


def test_what_the_vector_store_has_not_been_told_is_compared(folder: Path, writer: CatalogueWriter) -> None:
    put(writer, "untold", QUERY[None])
    catalogue = Catalogue(folder)
    found = NearestSearch(catalogue, opened(folder)).nearest(QUERY, LIMIT, ALL)
    assert list(found) == list(by_comparison(catalogue, QUERY, ALL))
    assert catalogue.passages(list(found)[:1])[0].document == "untold"


def test_a_store_of_many_forgotten_vectors_finds_the_rest(folder: Path, writer: CatalogueWriter) -> None:
    gone = _names(0, 10)
    catalogue = Catalogue(folder)
    ids = catalogue.ids_of(catalogue.vectors_in(PassageScope(gone))[0])
    writer.remove([Source("/documents", name) for name in gone])
    store = opened(folder)()
    store.remove(ids)
    store.close()
    writer.mark_done(list(catalogue.pending_ids()))
    found = NearestSearch(catalogue, opened(folder)).nearest(QUERY, LIMIT, ALL)
    assert list(found) == list(by_comparison(catalogue, QUERY, ALL))


# -- when the store is opened


def add_many(near: NearestSearch, writer: CatalogueWriter) -> list[str]:
    """Add so many passages that the store is opened again; returns the nearest."""
    put(writer, "many", _unit(np.random.default_rng(2).normal(size=(5001, DIMENSIONS))))
    writer.mark_done(list(near.catalogue.pending_ids()))
    return list(by_comparison(near.catalogue, QUERY, ALL))


def wait_for_opening(opening: Opening, times: int) -> None:
    until = time.monotonic() + 60
    while opening.times < times:
        assert time.monotonic() < until
        time.sleep(0.02)


def test_the_store_is_opened_once_and_again_after_many_changes(near: NearestSearch, writer: CatalogueWriter) -> None:
    opening: Any = near.open_store
    for _ in range(3):
        near.nearest(QUERY, LIMIT, ALL)
    assert opening.times == 1
    expected = add_many(near, writer)
    assert list(near.nearest(QUERY, LIMIT, ALL)) == expected
    wait_for_opening(opening, 2)
    for _ in range(3):
        assert list(near.nearest(QUERY, LIMIT, ALL)) == expected
    assert opening.times == 2


def test_searches_go_on_while_the_store_is_opened_again(near: NearestSearch, writer: CatalogueWriter) -> None:
    opening: Any = near.open_store
    opening.goes_on.clear()
    expected = add_many(near, writer)
    with ThreadPoolExecutor(1) as other:
        searches = [other.submit(near.nearest, QUERY, LIMIT, ALL) for _ in range(3)]
        try:
            found = [list(search.result(timeout=20)) for search in searches]
        finally:
            opening.goes_on.set()
    assert found == [expected] * 3
    wait_for_opening(opening, 2)


def test_a_small_scope_does_not_open_the_store(made: Path) -> None:
    catalogue = Catalogue(made)
    opening = Opening(catalogue)
    near = NearestSearch(catalogue, opening)
    assert near.nearest(QUERY, LIMIT, PassageScope(_names(0, 25)))
    assert near.similarities(QUERY, list(by_comparison(catalogue, QUERY, ALL, 3)))
    assert opening.times == 0


# -- a store that fails


@pytest.mark.parametrize("scope", [ALL, PassageScope(_names(10, 40))])
def test_without_its_vectors_folder_a_generation_gives_the_same_answer(
    folder: Path, caplog: pytest.LogCaptureFixture, scope: PassageScope
) -> None:
    shutil.rmtree(folder / "vectors")
    catalogue = Catalogue(folder)
    with caplog.at_level(logging.WARNING):
        found = NearestSearch(catalogue, opened(folder)).nearest(QUERY, LIMIT, scope)
    assert list(found) == list(by_comparison(catalogue, QUERY, scope))
    assert "is missing" in caplog.text


@dataclass
class Failing:
    """A store that opens, and then answers nothing of use."""

    error: StoreError | None = None
    asked: list[int] = field(default_factory=list)

    def nearest(self, vector: Vectors, limit: int) -> list[tuple[str, float]]:
        self.asked.append(limit)
        if self.error:
            raise self.error
        return [(f"gone {n}", 1.0) for n in range(limit)]


@pytest.mark.parametrize("error", [StoreError("the server is away"), None])
def test_where_the_store_is_of_no_use_every_passage_is_compared(made: Path, error: StoreError | None) -> None:
    catalogue = Catalogue(made)
    failing: Any = Failing(error)
    found = NearestSearch(catalogue, lambda: failing).nearest(QUERY, LIMIT, ALL)
    assert list(found) == list(by_comparison(catalogue, QUERY, ALL))
    assert failing.asked
