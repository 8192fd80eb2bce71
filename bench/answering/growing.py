"""Grows the forests of the model of answering, and writes them as numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.linear_model import LogisticRegression

from bench.answering.table import FOLDS, Table

Floats = NDArray[np.float64]
_RATE = 0.05


@dataclass(frozen=True)
class Grown:
    """A model of one label, and what it gave for each pair when it was grown on the other folds.

    Attributes:
        apart: log-odds by the models of other folds, an array of shape (pairs,).
        scale, shift: what makes these log-odds calibrated.
    """

    model: GradientBoostingClassifier
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


def written(grown: Grown, rows: Floats) -> dict[str, Any]:
    """A forest as lists of numbers, as `qa/evidence/answering/model.py` reads it."""
    trees = [estimator.tree_ for estimator in grown.model.estimators_[:, 0]]
    added = sum(tree.predict(rows[:1].astype(np.float32))[0, 0] * _RATE for tree in trees)
    start = float(grown.model.decision_function(rows[:1])[0] - added)
    return {
        "trees": [
            {
                "signal": [max(-1, int(signal)) for signal in tree.feature],
                "most": [round(float(most), 6) for most in tree.threshold],
                "left": [max(0, int(node)) for node in tree.children_left],
                "right": [max(0, int(node)) for node in tree.children_right],
                "value": [round(float(value) * _RATE, 6) for value in tree.value[:, 0, 0]],
            }
            for tree in trees
        ],
        "start": start,
        "scale": grown.scale,
        "shift": grown.shift,
    }


def _model() -> GradientBoostingClassifier:
    return GradientBoostingClassifier(
        n_estimators=200,
        learning_rate=_RATE,
        max_leaf_nodes=12,
        min_samples_leaf=25,
        subsample=0.7,
        max_features=0.3,
        random_state=0,
    )
