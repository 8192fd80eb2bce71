"""Token vectors packed into few bytes, and late interaction with them.

A passage's token vectors come from the same pass of the model as its own vector. They are stored on their main axes, one byte per
axis: on the evaluation corpus, 48 of 384 axes rank as well as the whole vectors.
"""

import hashlib
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class TokenVectors:
    """The tokens of one text.

    Attributes:
        vectors: unit vectors, an array of shape (tokens, dimensions).
        spans: `(start, end)` characters of each token.
    """

    vectors: NDArray[np.float32]
    spans: tuple[tuple[int, int], ...]


@dataclass(frozen=True)
class Projection:
    """The main axes of a model's token vectors, an array of shape (dimensions, axes)."""

    axes: NDArray[np.float32]

    @classmethod
    def learn(cls, vectors: NDArray[np.float32], axes: int) -> "Projection":
        """Find the main axes of vectors, an array of shape (tokens, dimensions), by singular values.

        If there are no more dimensions than axes, all are kept as they are.
        """
        if vectors.shape[1] <= axes:
            return cls(np.eye(vectors.shape[1], dtype=np.float32))
        return cls.of_products(vectors.T.astype(np.float64) @ vectors, axes)

    @classmethod
    def of_products(cls, products: NDArray[np.float64], axes: int) -> "Projection":
        """Find the main axes of vectors from the sum of their outer products, an array of shape (dimensions, dimensions)."""
        _, directions = np.linalg.eigh(products)  # the least important first
        return cls(np.ascontiguousarray(directions[:, ::-1][:, :axes], dtype=np.float32))

    @classmethod
    def from_bytes(cls, data: bytes, axes: int) -> "Projection":
        """Read a projection from `to_bytes`.

        Args:
            axes: how many axes are kept of a model that has more dimensions.
        """
        values = np.frombuffer(data, dtype=np.float32)
        dimensions = math.isqrt(len(values))  # of a square projection, which keeps all of a small model's dimensions
        return cls(values.reshape(-1, min(axes, dimensions)))

    def to_bytes(self) -> bytes:
        """The axes as float32 bytes."""
        return self.axes.tobytes()

    @property
    def count(self) -> int:
        """The number of axes."""
        return int(self.axes.shape[1])

    @property
    def digest(self) -> str:
        """A short digest that identifies the projection."""
        return hashlib.sha256(self.to_bytes()).hexdigest()[:16]

    def apply(self, vectors: NDArray[np.float32]) -> NDArray[np.float32]:
        """Project vectors; returns unit vectors, an array of shape (tokens, axes)."""
        return _unit(vectors @ self.axes)

    def pack(self, vectors: NDArray[np.float32]) -> bytes:
        """Pack token vectors, an array of shape (tokens, dimensions), into one byte per axis."""
        return np.round(self.apply(vectors) * 127).astype(np.int8).tobytes()

    def unpack(self, data: bytes) -> NDArray[np.float32]:
        """Unpack unit vectors, an array of shape (tokens, axes)."""
        return _unit(np.frombuffer(data, dtype=np.int8).reshape(-1, self.count).astype(np.float32))


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-9), dtype=np.float32)


@dataclass(frozen=True)
class QueryTokens:
    """A query's tokens for late interaction.

    Attributes:
        vectors: unit vectors, an array of shape (tokens, axes).
        weights: an array of shape (tokens,) that sums to 1, or to 0 if no token is part of a word.
    """

    vectors: NDArray[np.float32]
    weights: NDArray[np.float32]

    def similarity(self, texts: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
        """For each text, the weighted mean of each query token's best cosine with the text's tokens.

        Source: MaxSim of Khattab and Zaharia, "ColBERT", SIGIR 2020, which weighs all tokens equally.

        Args:
            texts: the token vectors of each text, an array of shape (tokens, axes).

        Returns:
            An array of shape (texts,), 0 for a text without tokens.
        """
        scores = np.zeros(len(texts), dtype=np.float32)
        filled = [n for n, vectors in enumerate(texts) if len(vectors)]  # `reduceat` cannot take an empty run
        if filled and len(self.weights):
            together = np.concatenate([texts[n] for n in filled])
            starts = np.cumsum([0, *(len(texts[n]) for n in filled[:-1])])
            scores[filled] = self.weights @ np.maximum.reduceat(self.vectors @ together.T, starts, axis=1)
        return scores


def query_tokens(text: str, tokens: TokenVectors, projection: Projection, weigh: Callable[[str], float]) -> QueryTokens:
    """Project a query's tokens, and weigh each by the word that it is part of.

    Args:
        weigh: gives the weight of a word, 0 or more.
    """
    words = [word_at(text, start, end) for start, end in tokens.spans]
    weights = np.array([weigh(word) if word else 0.0 for word in words], dtype=np.float32)
    return QueryTokens(projection.apply(tokens.vectors), weights / weights.sum() if weights.sum() else weights)


def word_at(text: str, start: int, end: int) -> str:
    """The whole word that a token is part of; empty for punctuation."""
    if not any(letter.isalnum() for letter in text[start:end]):
        return ""
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[start:end]
