"""Token vectors in few bytes, and late interaction over them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from index.ranking.tokens import Projection, QueryTokens, TokenVectors, query_tokens

Vectors = NDArray[np.float32]


def _unit(seed: int, tokens: int, dimensions: int, lasting: int = 0) -> Vectors:
    """Unit vectors, most of whose length lies along `lasting` directions where these are given."""
    chance = np.random.default_rng(seed)
    vectors = chance.normal(size=(tokens, dimensions))
    if lasting:
        directions = np.random.default_rng(0).normal(size=(lasting, dimensions))
        vectors = chance.normal(size=(tokens, lasting)) @ directions + 0.1 * vectors
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)


def _cosines(some: Vectors, others: Vectors) -> Vectors:
    """The cosine of each row with the row beside it; both are unit vectors."""
    return np.asarray((some * others).sum(axis=1))


# -- projection


@pytest.mark.parametrize("dimensions", [3, 8])
def test_few_dimensions_are_kept_as_they_are(dimensions: int) -> None:
    vectors = _unit(1, 5, dimensions)
    projection = Projection.learn(vectors, 8)
    assert projection.count == dimensions
    assert np.allclose(projection.apply(vectors), vectors, atol=1e-6)


def test_the_main_axes_keep_what_the_vectors_have_in_common() -> None:
    vectors = _unit(1, 400, 64, lasting=8)
    projection = Projection.learn(vectors, 8)
    assert projection.axes.shape == (64, 8)
    assert np.allclose(projection.axes.T @ projection.axes, np.eye(8), atol=1e-5)
    new = _unit(2, 50, 64, lasting=8)
    assert np.abs(projection.apply(new) @ projection.apply(new).T - new @ new.T).max() < 0.1


def test_the_first_axis_is_the_one_that_tells_most() -> None:
    vectors = _unit(1, 400, 32, lasting=4)
    lengths = np.square(vectors @ Projection.learn(vectors, 6).axes).sum(axis=0)
    assert sorted(lengths, reverse=True) == list(lengths)


@pytest.mark.parametrize(("dimensions", "axes"), [(4, 8), (8, 8), (64, 8), (384, 48)])
def test_packing_keeps_directions(dimensions: int, axes: int) -> None:
    vectors = _unit(1, 100, dimensions)
    projection = Projection.learn(vectors, axes)
    packed = projection.pack(vectors)
    assert len(packed) == len(vectors) * projection.count
    assert _cosines(projection.unpack(packed), projection.apply(vectors)).min() > 0.999
    assert np.allclose(np.linalg.norm(projection.unpack(packed), axis=1), 1, atol=1e-6)


def test_a_text_without_tokens_packs_to_nothing() -> None:
    projection = Projection.learn(_unit(1, 100, 64), 8)
    assert projection.pack(_unit(1, 0, 64)) == b""
    assert projection.unpack(b"").shape == (0, 8)


def test_axes_are_written_and_read_again() -> None:
    projection = Projection.learn(_unit(1, 100, 64), 8)
    again = Projection.from_bytes(projection.to_bytes(), 8)
    assert np.array_equal(again.axes, projection.axes)
    assert again.digest == projection.digest
    assert Projection.learn(_unit(2, 100, 64), 8).digest != projection.digest


# -- late interaction


def _naive(asked: QueryTokens, text: Vectors) -> float:
    if not len(text):
        return 0.0
    return sum(
        float(weight) * max(float(token @ other) for other in text)
        for token, weight in zip(asked.vectors, asked.weights, strict=True)
    )


@given(
    asked=st.integers(1, 6),
    lengths=st.lists(st.integers(0, 5), max_size=8),
    seed=st.integers(0, 2**16),
)
def test_similarity_is_that_of_a_naive_loop(asked: int, lengths: list[int], seed: int) -> None:
    weights = np.random.default_rng(seed).uniform(0.1, 1, asked).astype(np.float32)
    question = QueryTokens(_unit(seed, asked, 4), weights / weights.sum())
    texts = [_unit(seed + n, length, 4) for n, length in enumerate(lengths, 1)]
    expected = [_naive(question, text) for text in texts]
    assert question.similarity(texts).tolist() == pytest.approx(expected, abs=1e-5)


def test_a_text_with_the_same_tokens_is_wholly_alike() -> None:
    question = QueryTokens(_unit(1, 4, 8), np.full(4, 0.25, dtype=np.float32))
    [similarity] = question.similarity([np.concatenate([_unit(2, 3, 8), question.vectors[::-1]])])
    assert similarity == pytest.approx(1)


@pytest.mark.parametrize("lengths", [[], [0], [0, 2], [2, 0], [0, 0, 3, 0, 0]])
def test_empty_texts_are_like_nothing(lengths: list[int]) -> None:
    question = QueryTokens(_unit(1, 2, 4), np.full(2, 0.5, dtype=np.float32))
    similarity = question.similarity([_unit(n, length, 4) for n, length in enumerate(lengths)])
    assert [float(score) == 0 for score in similarity] == [length == 0 for length in lengths]


def test_an_empty_question_is_like_nothing() -> None:
    question = QueryTokens(_unit(1, 0, 4), np.zeros(0, dtype=np.float32))
    assert question.similarity([_unit(1, 3, 4), _unit(1, 0, 4)]).tolist() == [0, 0]


# -- weights


def _ask(text: str, pieces: list[str], weights: dict[str, float]) -> QueryTokens:
    """Ask with tokens that are these pieces of the text, in order; every word that is weighed must have its weight."""
    spans, at = [], 0
    for piece in pieces:
        start = text.index(piece, at)
        at = start + len(piece)
        spans.append((start, at))
    tokens = TokenVectors(_unit(1, len(pieces), 4), tuple(spans))
    return query_tokens(text, tokens, Projection.learn(tokens.vectors, 4), weights.__getitem__)


@pytest.mark.parametrize(
    ("text", "pieces", "weights", "expected"),
    [
        ("high caseloads", ["high", "caseloads"], {"high": 1.0, "caseloads": 3.0}, [0.25, 0.75]),
        ("the caseloads", ["the", "case", "loads"], {"the": 0.2, "caseloads": 0.9}, [0.1, 0.45, 0.45]),
        ("caseloads, visits", ["loads", "vis", "its"], {"caseloads": 2.0, "visits": 1.0}, [0.5, 0.25, 0.25]),
        ("(Neglect) 2022", ["Neglect", "20", "22"], {"Neglect": 2.0, "2022": 1.0}, [0.5, 0.25, 0.25]),
        ("neglect", [], {}, []),
        ("the", ["the"], {"the": 0.0}, [0.0]),
    ],
)
def test_tokens_weigh_as_their_words(
    text: str, pieces: list[str], weights: dict[str, float], expected: list[float]
) -> None:
    assert _ask(text, pieces, weights).weights.tolist() == pytest.approx(expected)


def test_asked_tokens_lie_on_the_axes_of_the_passages() -> None:
    learned = _unit(1, 100, 64, lasting=8)
    projection = Projection.learn(learned, 8)
    tokens = TokenVectors(learned[:2], ((0, 4), (5, 9)))
    asked = query_tokens("high load", tokens, projection, lambda _: 1.0)
    [similarity] = asked.similarity([projection.unpack(projection.pack(learned[:2]))])
    assert asked.vectors.shape == (2, 8)
    assert similarity == pytest.approx(1, abs=1e-3)
