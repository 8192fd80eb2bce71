"""Scores on one scale, and their weighted sum."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.ranking.fusion import Candidate, Weights, fuse, standardise

ONE_EACH = [
    Candidate("meaning", similarity=0.9, bm25=0.0, late=0.3),
    Candidate("words", similarity=0.3, bm25=12.0, late=0.3),
    Candidate("tokens", similarity=0.3, bm25=0.0, late=0.8),
    Candidate("nothing", similarity=0.3, bm25=0.0, late=0.3),
]


@pytest.mark.parametrize("scores", [[], [0.0], [7.5], [0.4, 0.4, 0.4], [1e-12, 0.0]])
def test_scores_that_are_all_alike_become_zeros(scores: list[float]) -> None:
    assert standardise(scores).tolist() == [0.0] * len(scores)


@given(st.lists(st.integers(-1000, 1000), min_size=2, max_size=30).filter(lambda scores: len(set(scores)) > 1))
def test_standard_scores_have_mean_0_and_deviation_1_and_keep_the_order(scores: list[int]) -> None:
    standard = standardise(scores)
    assert standard.mean() == pytest.approx(0, abs=1e-9)
    assert standard.std() == pytest.approx(1)
    assert np.array_equal(np.argsort(standard, kind="stable"), np.argsort(scores, kind="stable"))


@given(st.lists(st.integers(0, 100), min_size=2, max_size=10), st.integers(1, 50), st.integers(-50, 50))
def test_the_scale_that_scores_came_on_does_not_matter(scores: list[int], times: int, more: int) -> None:
    moved = [score * times + more for score in scores]
    assert standardise(moved).tolist() == pytest.approx(standardise(scores).tolist(), abs=1e-9)


@pytest.mark.parametrize(
    ("weights", "order"),
    [
        (Weights(dense=1, lexical=0, late=0), ["meaning", "words", "tokens", "nothing"]),
        (Weights(dense=0, lexical=1, late=0), ["words", "meaning", "tokens", "nothing"]),
        (Weights(dense=0, lexical=0, late=1), ["tokens", "meaning", "words", "nothing"]),
        (Weights(dense=1, lexical=2, late=3), ["tokens", "words", "meaning", "nothing"]),
        (Weights(dense=3, lexical=2, late=1), ["meaning", "words", "tokens", "nothing"]),
        (Weights(dense=0, lexical=0, late=0), ["meaning", "words", "tokens", "nothing"]),
    ],
)
def test_the_weights_set_the_order_and_ties_keep_theirs(weights: Weights, order: list[str]) -> None:
    assert list(fuse(ONE_EACH, weights)) == order


def test_a_score_counts_in_standard_deviations() -> None:
    """One passage of four stands out by the square root of three, whatever the unit; the three others lie below."""
    scores = fuse(ONE_EACH, Weights(dense=1, lexical=1, late=1))
    assert scores["meaning"] == scores["words"] == pytest.approx(scores["tokens"])
    assert scores["words"] == pytest.approx(3**0.5 - 2 * 3**-0.5)
    assert scores["nothing"] == pytest.approx(-3 * 3**-0.5)
    assert sum(scores.values()) == pytest.approx(0)


def test_nothing_found_is_nothing_fused() -> None:
    assert fuse([], Weights()) == {}


def test_one_passage_alone_scores_0() -> None:
    assert fuse(ONE_EACH[:1], Weights()) == {"meaning": 0.0}
