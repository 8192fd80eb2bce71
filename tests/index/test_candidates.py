"""The candidates of a search: passages near in meaning, and passages with its words, each with all its scores."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from index import Index, PassageScope
from index.candidates import CandidateSearch
from index.ranking.fusion import Candidate
from index.vectors.embedder import EncodedText, TokenVectors

SCOPE = PassageScope(["d1"])
ENCODED = EncodedText(np.ones(3, dtype=np.float32), TokenVectors(np.zeros((0, 3), dtype=np.float32), ()))


class Words:
    """A catalogue in which one passage has a word and a near meaning, and one only a word."""

    def match_terms(self, terms: Sequence[str], limit: int, scope: PassageScope) -> list[tuple[str, float]]:
        assert (terms, scope) == (["supervision"], SCOPE)
        return [("words", 9.0), ("both", 5.0)]


class Near:
    """Vectors among which two passages are near."""

    def nearest(self, vector: NDArray[np.float32], limit: int, scope: PassageScope) -> dict[str, float]:
        assert scope == SCOPE
        return {"near": 0.9, "both": 0.8}

    def similarities(self, vector: NDArray[np.float32], ids: list[str]) -> dict[str, float]:
        return dict.fromkeys(ids, 0.1)


class Late:
    """Late interaction that likes every passage alike."""

    def scores(self, query: str, tokens: TokenVectors, ids: Sequence[str]) -> dict[str, float]:
        return dict.fromkeys(ids, 0.5)


@pytest.mark.parametrize(("late_interaction", "late"), [(Late(), 0.5), (None, 0.0)])
def test_each_candidate_has_all_its_scores(late_interaction: Any, late: float) -> None:
    words: Any = Words()
    near: Any = Near()
    found = CandidateSearch(words, near, late_interaction).find("what of supervision?", ENCODED, SCOPE)
    assert sorted(found, key=lambda candidate: candidate.id) == [
        Candidate("both", 0.8, 5.0, late),
        Candidate("near", 0.9, 0.0, late),
        Candidate("words", 0.1, 9.0, late),
    ]


def test_few_passages_are_all_candidates_with_the_similarities_of_their_vectors(sample_index: Index) -> None:
    record = min(sample_index.catalogue.records(), key=lambda record: record.passages)
    stored = sample_index.catalogue.document_passages(record.id)
    found = sample_index.candidates("supervision", {record.id})
    assert {candidate.id for candidate in found} == {one.id for one in stored}
    ids, vectors = sample_index.catalogue.vectors([one.id for one in stored])
    expected = vectors @ np.array(sample_index.embedder.embed_query("supervision"), dtype=np.float32)
    assert {candidate.id: candidate.similarity for candidate in found} == pytest.approx(
        dict(zip(ids, expected.tolist(), strict=True)), abs=1e-4
    )
