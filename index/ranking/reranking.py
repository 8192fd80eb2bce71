"""Rerankers: a second, closer look at the first passages that were found."""

from collections.abc import Sequence
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray

from index.errors import StoreError

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

LATE_INTERACTION = "late-interaction"
NONE = "none"


class Reranker(Protocol):
    """Whatever can say how well texts answer a question."""

    def score(self, query: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """Score each text, an array of shape (texts,); higher is better, on any scale."""


class CrossEncoding:
    """Reads question and passage together with any sentence-transformers cross-encoder, loaded on first use.

    Args:
        model: a folder or a hub name.
    """

    def __init__(self, model: str) -> None:
        self._name = model
        self._lock = Lock()

    def score(self, query: str, texts: Sequence[str]) -> NDArray[np.float32]:
        """Score each text on the model's own scale."""
        with self._lock:  # the tokenizer does not bear two threads at once
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
    """Give the cross-encoder of a setting; late interaction is a score of the search itself, and no second look."""
    return None if name in (NONE, LATE_INTERACTION) else CrossEncoding(name)
