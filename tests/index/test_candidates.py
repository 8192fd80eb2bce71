"""The candidates of the sample's searches, and which way the nearest passages of a large scope are looked for."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from index import Index
from index.candidates import CandidateSearch
from index.vectors.embedder import EncodedText, TokenVectors

DOCUMENTS, PASSAGES = 10, 100


@dataclass
class Shelf:
    """A catalogue of ten documents with a hundred passages each, in which no word is found."""

    def records(self) -> list[Any]:
        return [SimpleNamespace(id=f"d{number}", passages=PASSAGES) for number in range(DOCUMENTS)]

    def passages(self, ids: Collection[str]) -> list[Any]:
        return [SimpleNamespace(id=id_, document=id_.partition("-")[0]) for id_ in ids]

    def match(self, *_: object) -> list[tuple[str, float]]:
        return []


@dataclass
class Vectors:
    """A store in which the passages of all documents lie mixed; notes which searches were filtered."""

    filtered: list[bool] = field(default_factory=list)

    def nearest(
        self, vector: Sequence[float], limit: int, documents: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        self.filtered.append(documents is not None)
        names = [f"d{n % DOCUMENTS}-{n}" for n in range(DOCUMENTS * PASSAGES)]
        inside = [name for name in names if documents is None or name.partition("-")[0] in documents]
        return [(name, 1 - n / 1000) for n, name in enumerate(inside[:limit])]

    def similarities(self, vector: Sequence[float], ids: Sequence[str]) -> dict[str, float]:
        return {}


def test_few_passages_get_the_similarities_of_the_vector_store(sample_index: Index) -> None:
    documents = {sample_index.catalogue.records()[0].id}
    vector = sample_index.embedder.embed_query("supervision")
    candidates = sample_index.candidates("supervision", documents)
    exact = {candidate.id: candidate.similarity for candidate in candidates}
    assert set(exact) == set(sample_index.catalogue.passage_ids(documents))
    for id_, similarity in sample_index.vectors.nearest(vector, 5, documents):
        assert exact[id_] == pytest.approx(similarity, abs=1e-4)


@pytest.mark.parametrize(("held", "filtered"), [(9, [False]), (6, [True])])
def test_a_scope_of_most_documents_is_searched_without_a_filter(held: int, filtered: list[bool]) -> None:
    shelf: Any = Shelf()
    vectors: Any = Vectors()
    documents = {f"d{number}" for number in range(held)}
    encoded = EncodedText(np.ones(3, dtype=np.float32), TokenVectors(np.zeros((0, 3), dtype=np.float32), ()))
    found = CandidateSearch(shelf, vectors, None).find("supervision", encoded, documents, ())
    assert len(found) == PASSAGES
    assert {candidate.id.partition("-")[0] for candidate in found} == documents
    assert vectors.filtered == filtered
