"""Reranking: a model reads the best passages again and changes their order."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from index.errors import StoreError
from index.ranking.fusion import standardise

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

LATE_INTERACTION = "late-interaction"
NONE = "none"


class Reranker(Protocol):
    """A model that scores how well texts answer a query."""

    def score(self, query: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """The score of each text, an array of shape (texts,); higher is better, on any scale."""


class CrossEncoderReranker:
    """Reads query and passage together with a sentence-transformers cross-encoder, loaded on first use.

    Args:
        model: a folder or a hub name.
    """

    def __init__(self, model: str) -> None:
        self._name = model
        self._lock = Lock()

    def score(self, query: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """The score of each text on the model's own scale, an array of shape (texts,).

        Raises:
            StoreError: the model cannot be loaded.
        """
        with self._lock:  # the tokenizer is not thread-safe
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
            raise StoreError(f"the cross-encoder {self._name!r} cannot be loaded: {first_line[:200]}") from error


def make_reranker(name: str) -> Reranker | None:
    """The reranker that a setting names; None for late interaction, which is one of the search's own scores."""
    return None if name in (NONE, LATE_INTERACTION) else CrossEncoderReranker(name)


def rerank_scores(
    reranker: Reranker, query: str, texts: Mapping[str, str], scores: Mapping[str, float], weight: float
) -> dict[str, float]:
    """Add the reranker's standardised scores to those of the passages it reads, and lower all others below these.

    Args:
        texts: the texts to read, by passage id.
        scores: the scores of all passages, by id.
        weight: how much the reranker's scores count.
    """
    additions = standardise(reranker.score(query, list(texts.values())).tolist())
    sums = {id_: scores[id_] + weight * float(addition) for id_, addition in zip(texts, additions, strict=True)}
    others = {id_: score for id_, score in scores.items() if id_ not in sums}
    drop = max(0.0, max(others.values(), default=0.0) - min(sums.values(), default=0.0)) + 1e-9  # so that none ties
    return sums | {id_: score - drop for id_, score in others.items()}
