"""Whether a question is answered at all: what its units say together."""

import numpy as np
from numpy.typing import NDArray

from qa.evidence.answering.signals import Row

_BEST = (
    "similarity",
    "late",
    "coverage",
    "coverage_around",
    "topic_weakest",
    "topic_late",
    "matters_headed",
    "told",
)


def question_row(names: tuple[str, ...], table: NDArray[np.float64], answers: NDArray[np.float64]) -> Row:
    """The signals of a question.

    Args:
        names: of the units' signals.
        table: the units' signals, an array of shape (units, signals), at least one unit.
        answers: how likely each unit is to answer, an array of shape (units,).
    """
    order = np.argsort(-answers)
    likeliest = [_log_odds(answers[n]) for n in order[:3]]
    likeliest += likeliest[-1:] * 2  # that there are few units tells nothing
    first, asked = table[order[0]], dict(zip(names, table[0], strict=True))
    best = {f"best_{name}": float(table[:, names.index(name)].max()) for name in _BEST}
    return best | {
        "likeliest": likeliest[0],
        "next": likeliest[1],
        "third": likeliest[2],
        "first_misses": float(first[names.index("missing")]),
        "first_told": float(first[names.index("told")]),
        "first_figure": float(first[names.index("figure")]),
        "few_words": float(asked["topic_words"] <= 2),
        "topic_words": float(asked["topic_words"]),
        "no_matters": float(asked["matters_asked"] == 0),
    }


def _log_odds(likelihood: float) -> float:
    kept = min(0.999, max(0.001, float(likelihood)))
    return float(np.log(kept / (1 - kept)))
