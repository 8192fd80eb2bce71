"""Grows the forests of the model of answering, and writes them as numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from bench.answering.table import FOLDS, Table

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Grown:
    """A model of one label, and what it gave for each pair when it was grown on the other folds.

    Attributes:
        apart: log-odds by the models of other folds, an array of shape (pairs,).
        scale, shift: what makes these log-odds calibrated.
    """

    model: HistGradientBoostingClassifier
    apart: Floats
    scale: float
    shift: float

    @property
    def likelihood(self) -> Floats:
        """How likely the label is for each pair, judged by models that were grown without its fold."""
        return np.asarray(1 / (1 + np.exp(-(self.scale * self.apart + self.shift))))


def grow(table: Table, label: str, columns: Sequence[int] | None = None) -> Grown:
    """Grow a forest that tells one label from the others.

    Args:
        columns: the signals to use; None for all.
    """
    rows = table.rows if columns is None else table.rows[:, columns]
    target = table.labels == label
    apart = np.zeros(len(target))
    for fold in range(FOLDS):
        held = table.folds == fold
        apart[held] = _model().fit(rows[~held], target[~held]).decision_function(rows[held])
    calibrated = LogisticRegression(C=1000).fit(apart[:, None], target)
    return Grown(_model().fit(rows, target), apart, float(calibrated.coef_[0, 0]), float(calibrated.intercept_[0]))


def written(grown: Grown) -> dict[str, Any]:
    """A forest as lists of numbers, as `qa/evidence/answering/model.py` reads it."""
    trees = [round_[0].nodes for round_ in grown.model._predictors]  # scikit-learn has no public view of these trees
    return {
        "trees": [
            {
                "signal": [-1 if node["is_leaf"] else int(node["feature_idx"]) for node in tree],
                "most": [0.0 if node["is_leaf"] else round(float(node["num_threshold"]), 6) for node in tree],
                "left": [int(node["left"]) for node in tree],
                "right": [int(node["right"]) for node in tree],
                "value": [round(float(node["value"]), 6) if node["is_leaf"] else 0.0 for node in tree],
            }
            for tree in trees
        ],
        "start": float(grown.model._baseline_prediction[0, 0]),
        "scale": grown.scale,
        "shift": grown.shift,
    }


def _model() -> HistGradientBoostingClassifier:
    return HistGradientBoostingClassifier(
        max_iter=300,
        learning_rate=0.04,
        max_leaf_nodes=15,
        min_samples_leaf=40,
        l2_regularization=5.0,
        max_features=0.3,
        early_stopping=False,
        random_state=0,
    )
