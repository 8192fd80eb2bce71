"""Standardised scores, and their sum: how nearness in meaning and similarity in words are put together."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Weights:
    """What each score counts for, in standard deviations over the candidates.

    `bench/fit.py` fits them on one half of the evaluation questions and reports on the other.
    """

    dense: float = 1.0
    lexical: float = 0.5
    late: float = 3.0


@dataclass(frozen=True)
class Candidate:
    """A passage that one of the two searches found, with what it is ranked by.

    Attributes:
        similarity: cosine of question and passage.
        bm25: lexical score, 0 without a word of the question.
        late: late interaction of question and passage, 0 to 1.
    """

    id: str
    similarity: float
    bm25: float
    late: float = 0.0


def fuse(candidates: Sequence[Candidate], weights: Weights) -> dict[str, float]:
    """Give each candidate the weighted sum of its standardised scores, best first."""
    dense = standardise([candidate.similarity for candidate in candidates])
    lexical = standardise([candidate.bm25 for candidate in candidates])
    late = standardise([candidate.late for candidate in candidates])
    sums = weights.dense * dense + weights.lexical * lexical + weights.late * late
    order = np.argsort(-sums, kind="stable")
    return {candidates[n].id: float(sums[n]) for n in order}


def standardise(scores: Sequence[float]) -> NDArray[np.float64]:
    """Scores as distances from their mean in standard deviations; zeros where they are all alike."""
    array = np.asarray(scores, dtype=np.float64)
    if not array.size or array.std() < 1e-9:
        return np.zeros(array.shape)
    return np.asarray((array - array.mean()) / array.std())
