"""Rerankers: a second, closer look at the first passages that were found."""

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from index.embedder import Embedder, TokenVectors
from index.errors import IndexFault

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

LATE_INTERACTION = "late-interaction"
NONE = "none"


class Reranker(Protocol):
    """Whatever can say how well texts answer a question."""

    def score(self, query: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """Score each text, an array of shape (texts,); higher is better, on any scale."""


class LateInteraction:
    """Compares question and passage token by token, with the token vectors of the embedder itself.

    For each token of the question the best cosine in the passage, averaged with the tokens weighed by how rare their words
    are. Source of the comparison: MaxSim of Khattab and Zaharia, "ColBERT", SIGIR 2020.

    Args:
        embedder: the model.
        weigh: the weight of a word, above 0.
    """

    def __init__(self, embedder: Embedder, weigh: Callable[[str], float]) -> None:
        self._embedder = embedder
        self._weigh = weigh

    def score(self, query: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """Score each text, 0 to 1."""
        (asked,) = self._embedder.encode_tokens([query])
        weights = token_weights(query, asked, self._weigh)
        found = self._embedder.encode_tokens(texts)
        return np.array([max_similarity(asked, weights, tokens.vectors) for tokens in found], dtype=np.float32)


def token_weights(text: str, tokens: TokenVectors, weigh: Callable[[str], float]) -> NDArray[np.float32]:
    """The weight of each token's word, an array of shape (tokens,) that sums to 1."""
    weights = np.array([weigh(_word_at(text, start, end)) for start, end in tokens.spans], dtype=np.float32)
    return weights / weights.sum() if weights.sum() else weights


def max_similarity(asked: TokenVectors, weights: NDArray[np.float32], vectors: NDArray[np.float32]) -> float:
    """The weighted mean, over the question's tokens, of the best cosine among `vectors` (tokens, dimensions)."""
    if not len(vectors) or not len(weights):
        return 0.0
    return float(weights @ (asked.vectors @ vectors.T).max(axis=1))


def _word_at(text: str, start: int, end: int) -> str:
    """The whole word of which a token is a piece."""
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[start:end]


class CrossEncoding:
    """Reads question and passage together with any sentence-transformers cross-encoder, loaded on first use.

    Args:
        model: a folder or a hub name.
    """

    def __init__(self, model: str) -> None:
        self._name = model

    def score(self, query: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """Score each text on the model's own scale."""
        scores = self._model.predict([(query, text) for text in texts], show_progress_bar=False)
        return np.asarray(scores, dtype=np.float32)

    @cached_property
    def _model(self) -> "CrossEncoder":
        from sentence_transformers import CrossEncoder

        try:
            model: CrossEncoder = CrossEncoder(self._name)
            return model
        except (OSError, ValueError) as error:
            first_line = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise IndexFault(f"the cross-encoder {self._name!r} cannot be loaded: {first_line[:200]}") from error


def make_reranker(name: str, embedder: Embedder, weigh: Callable[[str], float]) -> Reranker | None:
    """Give the reranker of a setting: "late-interaction", "none", or a cross-encoder's folder or hub name."""
    if name == NONE:
        return None
    return LateInteraction(embedder, weigh) if name == LATE_INTERACTION else CrossEncoding(name)
