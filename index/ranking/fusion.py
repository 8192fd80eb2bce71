"""Fusion: adds up scores of different scales, each in standard deviations."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True)
class Weights:
    """How much each score counts, per standard deviation over the candidates.

    `bench/fit.py` fits them on half of the evaluation questions and reports on the other half.
    """

    dense: float = 1.0
    lexical: float = 0.5
    late: float = 3.0


@dataclass(frozen=True)
class Candidate:
    """A passage that a search found, with the scores that rank it.

    Attributes:
        similarity: cosine of the query's and the passage's vectors, -1 to 1.
        bm25: BM25 score; 0 for a passage without a word of the query.
        late: late interaction of query and passage, 0 to 1.
    """

    id: str
    similarity: float
    bm25: float
    late: float = 0.0


def fuse(candidates: Sequence[Candidate], weights: Weights) -> dict[str, float]:
    """The weighted sum of each candidate's standardised scores by id, best first; ties keep their order."""
    dense = standardise([candidate.similarity for candidate in candidates])
    lexical = standardise([candidate.bm25 for candidate in candidates])
    late = standardise([candidate.late for candidate in candidates])
    sums = weights.dense * dense + weights.lexical * lexical + weights.late * late
    order = np.argsort(-sums, kind="stable")
    return {candidates[n].id: float(sums[n]) for n in order}


def standardise(scores: Sequence[float]) -> NDArray[np.float64]:
    """Scores as distances from their mean in standard deviations; zeros if they are all equal."""
    array = np.asarray(scores, dtype=np.float64)
    if not array.size or array.std() < 1e-9:
        return np.zeros(array.shape)
    return np.asarray((array - array.mean()) / array.std())
