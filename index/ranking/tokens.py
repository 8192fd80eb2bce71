"""Token vectors in few bytes, and the late interaction of a question with them.

A passage's token vectors come from the same pass of the model that gives its one vector. They are kept on their main axes, a byte
each: on the evaluation corpus 48 of 384 axes rank as the whole vectors do.
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
        """Find the main axes of vectors (tokens, dimensions) by singular values; all of them where there are no more."""
        if vectors.shape[1] <= axes:
            return cls(np.eye(vectors.shape[1], dtype=np.float32))
        _, found = np.linalg.eigh(vectors.T.astype(np.float64) @ vectors)
        return cls(np.ascontiguousarray(found[:, ::-1][:, :axes], dtype=np.float32))

    @classmethod
    def from_bytes(cls, data: bytes, axes: int) -> "Projection":
        """Read what `to_bytes` wrote."""
        values = np.frombuffer(data, dtype=np.float32)
        whole = math.isqrt(len(values))  # of a model that has no more dimensions than axes are kept, all are
        return cls(values.reshape(-1, min(axes, whole)))

    def to_bytes(self) -> bytes:
        """Write the axes."""
        return self.axes.tobytes()

    @property
    def count(self) -> int:
        """How many axes there are."""
        return int(self.axes.shape[1])

    @property
    def digest(self) -> str:
        """Tells one projection from another."""
        return hashlib.sha256(self.to_bytes()).hexdigest()[:16]

    def apply(self, vectors: NDArray[np.float32]) -> NDArray[np.float32]:
        """Give unit vectors (tokens, axes)."""
        return _unit(vectors @ self.axes)

    def pack(self, vectors: NDArray[np.float32]) -> bytes:
        """Write token vectors, a byte for each axis."""
        return np.round(self.apply(vectors) * 127).astype(np.int8).tobytes()

    def unpack(self, data: bytes) -> NDArray[np.float32]:
        """Read unit vectors (tokens, axes)."""
        return _unit(np.frombuffer(data, dtype=np.int8).reshape(-1, self.count).astype(np.float32))


def _unit(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, 1e-9), dtype=np.float32)


@dataclass(frozen=True)
class QueryTokens:
    """A question's tokens for late interaction: unit vectors (tokens, axes) and their weights, which sum to 1."""

    vectors: NDArray[np.float32]
    weights: NDArray[np.float32]

    def similarity(self, texts: Sequence[NDArray[np.float32]]) -> NDArray[np.float32]:
        """For each text's token vectors: the weighted mean, over the question's tokens, of the best cosine among them.

        Source: MaxSim of Khattab and Zaharia, "ColBERT", SIGIR 2020; there the tokens weigh alike.
        """
        scores = np.zeros(len(texts), dtype=np.float32)
        filled = [n for n, vectors in enumerate(texts) if len(vectors)]
        if filled and len(self.weights):
            together = np.concatenate([texts[n] for n in filled])
            starts = np.cumsum([0, *(len(texts[n]) for n in filled[:-1])])
            scores[filled] = self.weights @ np.maximum.reduceat(self.vectors @ together.T, starts, axis=1)
        return scores


def query_tokens(text: str, tokens: TokenVectors, projection: Projection, weigh: Callable[[str], float]) -> QueryTokens:
    """Weigh a question's tokens by their words.

    Args:
        weigh: the weight of a word, above 0.
    """
    words = [_word_at(text, start, end) for start, end in tokens.spans]
    weights = np.array([weigh(word) if word else 0.0 for word in words], dtype=np.float32)
    return QueryTokens(projection.apply(tokens.vectors), weights / weights.sum() if weights.sum() else weights)


def _word_at(text: str, start: int, end: int) -> str:
    """The whole word of which a token is a piece; nothing for a mark."""
    if not any(letter.isalnum() for letter in text[start:end]):
        return ""
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[start:end]
