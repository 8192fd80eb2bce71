"""A reranker reorders the first results and no others."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from index import Index, StoreError
from index.index import RERANKED
from index.ranking.reranking import LATE_INTERACTION, NONE, CrossEncoderReranker, Reranker, make_reranker, rerank_scores
from tests.conftest import WordEmbedder

QUERY = "management oversight of social work practice"


class Fake:
    """Scores each text by its length times `sign`; with 0 all are equal."""

    def __init__(self, sign: int) -> None:
        self.sign = sign
        self.calls: list[tuple[str, list[str]]] = []

    def score(self, query: str, texts: Sequence[str]) -> NDArray[np.float32]:
        self.calls.append((query, list(texts)))
        return np.array([self.sign * len(text) for text in texts], dtype=np.float32)


class Reranked(Index):
    """An index with this reranker."""

    def __init__(self, folder: Path, reranker: Reranker) -> None:
        super().__init__(folder, WordEmbedder())
        self._reranker = reranker


def _ids(index: Index, rerank: bool = True, limit: int = 3 * RERANKED) -> list[str]:
    return [result.id for result in index.search(QUERY, limit=limit, rerank=rerank)]


def test_a_reranker_reads_the_first_results_and_no_more(sample_index: Index) -> None:
    fake = Fake(1)
    Reranked(sample_index.folder, fake).search(QUERY)
    first = [result.passage.text for result in sample_index.search(QUERY, limit=RERANKED)]
    assert fake.calls == [(QUERY, first)]


@pytest.mark.parametrize("sign", [-1, 1])
def test_it_reorders_the_first_results_and_the_others_stay_below(sample_index: Index, sign: int) -> None:
    before = _ids(sample_index)
    results = Reranked(sample_index.folder, Fake(sign)).search(QUERY, limit=3 * RERANKED)
    after = [result.id for result in results]
    assert len(after) == 3 * RERANKED
    assert set(after[:RERANKED]) == set(before[:RERANKED])
    assert after[:RERANKED] != before[:RERANKED]
    assert after[RERANKED:] == before[RERANKED:]
    scores = [result.score for result in results]
    assert scores == sorted(scores, reverse=True)


def test_opposite_rerankers_give_different_orders(sample_index: Index) -> None:
    assert _ids(Reranked(sample_index.folder, Fake(1))) != _ids(Reranked(sample_index.folder, Fake(-1)))


def test_a_reranker_with_equal_scores_changes_nothing(sample_index: Index) -> None:
    assert _ids(Reranked(sample_index.folder, Fake(0))) == _ids(sample_index)


def test_a_search_without_reranking_does_not_use_it(sample_index: Index) -> None:
    fake = Fake(1)
    assert _ids(Reranked(sample_index.folder, fake), rerank=False) == _ids(sample_index, rerank=False)
    assert fake.calls == []


def test_a_limit_per_document_also_applies_to_what_is_reranked(sample_index: Index) -> None:
    fake = Fake(1)
    results = Reranked(sample_index.folder, fake).search(QUERY, per_document=1)
    assert len({result.record.id for result in results}) == len(results) == len(fake.calls[0][1])


def test_an_empty_search_is_not_reranked(sample_index: Index) -> None:
    assert Reranked(sample_index.folder, Fake(1)).search(QUERY, documents=set()) == []


@pytest.mark.parametrize(
    ("read", "scores", "expected"),
    [
        # Texts of one and three letters lie one standard deviation below and above their mean.
        (["x", "xxx"], {"0": 0.5, "1": 0.4}, {"0": -1.5, "1": 2.4}),
        (["x", "xxx"], {"0": 0.5, "1": 0.4, "rest": 0.3}, {"0": -1.5, "1": 2.4, "rest": -1.5}),
        (
            ["x", "xxx"],
            {"0": 0.5, "1": 0.4, "rest": 0.3, "last": 0.1},
            {"0": -1.5, "1": 2.4, "rest": -1.5, "last": -1.7},
        ),
        (["x", "xxx"], {"0": 0.5, "1": 0.4, "rest": -3.0}, {"0": -1.5, "1": 2.4, "rest": -3.0}),
        (["x"], {"0": 0.5, "rest": 0.3}, {"0": 0.5, "rest": 0.3}),
        ([], {}, {}),
    ],
)
def test_scores_are_added_and_all_others_are_lowered_together(
    read: list[str], scores: dict[str, float], expected: dict[str, float]
) -> None:
    texts = {str(n): text for n, text in enumerate(read)}
    assert rerank_scores(Fake(1), QUERY, texts, scores, 2.0) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("name", "is_cross_encoder"), [(NONE, False), (LATE_INTERACTION, False), ("a/cross-encoder", True)]
)
def test_names_of_rerankers(name: str, is_cross_encoder: bool) -> None:
    assert isinstance(make_reranker(name), CrossEncoderReranker) == is_cross_encoder
    assert is_cross_encoder or make_reranker(name) is None


def test_none_means_no_late_interaction_either(sample_index: Index) -> None:
    plain = Index(sample_index.folder, WordEmbedder(), reranker=NONE)
    assert _ids(plain) == _ids(plain, rerank=False) == _ids(sample_index, rerank=False)
    assert _ids(plain) != _ids(sample_index)


def test_a_missing_cross_encoder(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"the cross-encoder .*no-model.* cannot be loaded"):
        CrossEncoderReranker(str(tmp_path / "no-model")).score("q", ["text"])
