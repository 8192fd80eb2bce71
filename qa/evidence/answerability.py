"""Whether search results answer a question: a few signals, weighed."""

import math
from collections.abc import Sequence
from dataclasses import astuple, dataclass

from index import SearchResult
from qa.evidence.relevance import Topic

_READ = 10  # results that are read


@dataclass(frozen=True)
class Signals:
    """How close the best results come to a question, each 0 to 1.

    Attributes:
        similarity: the best cosine of question and passage; 1 where a passage was looked up for a fact that the question asks for.
        coverage: the best weighted share of the topic's words in a passage and the headings above it.
        late: the best late interaction.
    """

    similarity: float
    coverage: float
    late: float


# Fitted by `bench/declining.py` on every other question; `docs/figures.md` gives the figures.
_WEIGHTS = Signals(similarity=3.02, coverage=1.57, late=6.68)
_BIAS = -6.49
_LEAST = 0.3  # low, because the scope has already declined most of what no document answers, and lay wording shares few words


def read_signals(topic: Topic, results: Sequence[SearchResult]) -> Signals:
    """Read the signals from the first results."""
    first = results[:_READ]
    return Signals(
        similarity=max((1.0 if result.score is None else result.similarity for result in first), default=0.0),
        coverage=max((topic.coverage(_with_headings(result)) for result in first), default=0.0),
        late=max((result.late for result in first), default=0.0),
    )


def likelihood(signals: Signals) -> float:
    """How likely it is that the results answer the question, 0 to 1 (logistic regression)."""
    total = sum(weight * signal for weight, signal in zip(astuple(_WEIGHTS), astuple(signals), strict=True))
    return 1 / (1 + math.exp(-(total + _BIAS)))


def is_answered(signals: Signals) -> bool:
    """True if the results are likely enough to answer the question."""
    return likelihood(signals) >= _LEAST


def _with_headings(result: SearchResult) -> str:
    return " ".join((*result.passage.headings[-2:], result.passage.text))
