"""Whether a question is answered at all: what its units say together."""

import numpy as np
from numpy.typing import NDArray

from qa.evidence.answering.signals import Row

_BEST = ("similarity", "late", "coverage_around", "topic_weakest", "topic_late")


def question_row(names: tuple[str, ...], table: NDArray[np.float64], answers: NDArray[np.float64]) -> Row:
    """The signals of a question.

    Args:
        names: of the units' signals.
        table: the units' signals, an array of shape (units, signals), at least one unit.
        answers: how likely each unit is to answer, an array of shape (units,).
    """
    likeliest = np.sort(answers)[::-1]
    best = {f"best_{name}": float(table[:, names.index(name)].max()) for name in _BEST}
    return best | {
        "likeliest": _log_odds(likeliest[0]),
        "next": _log_odds(likeliest[1]) if len(likeliest) > 1 else _log_odds(0.0),
        "few_words": float(table[0, names.index("topic_words")] <= 2),
    }


def _log_odds(likelihood: float) -> float:
    kept = min(0.999, max(0.001, float(likelihood)))
    return float(np.log(kept / (1 - kept)))
