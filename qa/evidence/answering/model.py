"""The model of answering: trees that were grown on labelled pairs of question and unit.

Its file holds numbers alone. `bench/answering/train.py` makes it from `bench/labels/` and reports how well it works.
Source of the method: gradient boosting, Friedman, "Greedy function approximation", Annals of Statistics 2001.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Tree:
    """A tree of questions about signals; arrays of shape (nodes,).

    Attributes:
        signal: the column that a node asks about; -1 for a leaf.
        most: what that signal may be at most for the left branch.
        left, right: the numbers of the next nodes.
        value: what a leaf adds.
    """

    signal: NDArray[np.int64]
    most: Floats
    left: NDArray[np.int64]
    right: NDArray[np.int64]
    value: Floats


@dataclass(frozen=True)
class Forest:
    """Trees whose values add up to the log-odds of one label, and the scale that makes them calibrated."""

    trees: tuple[Tree, ...]
    start: float
    scale: float
    shift: float

    def likelihood(self, rows: Floats) -> Floats:
        """How likely the label is for each row, 0 to 1, an array of shape (rows,)."""
        return np.asarray(1 / (1 + np.exp(-np.clip(self.scale * self.add(rows) + self.shift, -60, 60))))

    def add(self, rows: Floats) -> Floats:
        """What the trees add up to for each row, an array of shape (rows,)."""
        nodes = self._nodes
        at = np.repeat(self._roots[:, None], len(rows), axis=1)  # the node that each row has come to in each tree
        everyone = np.arange(len(rows))[None, :]
        while (inside := nodes.signal[at] >= 0).any():
            goes_left = rows[everyone, np.maximum(nodes.signal[at], 0)] <= nodes.most[at]
            at = np.where(inside, np.where(goes_left, nodes.left[at], nodes.right[at]), at)
        return np.asarray(self.start + nodes.value[at].sum(axis=0))

    @cached_property
    def _roots(self) -> NDArray[np.int64]:
        return np.cumsum([0, *(len(tree.signal) for tree in self.trees)], dtype=np.int64)[: len(self.trees)]

    @cached_property
    def _nodes(self) -> Tree:
        """The nodes of all trees in one row, so that rows go down all trees at once."""
        moved = list(zip(self.trees, self._roots, strict=True))
        return Tree(
            _joined([tree.signal for tree in self.trees]),
            _joined([tree.most for tree in self.trees]),
            _joined([tree.left + root for tree, root in moved]),
            _joined([tree.right + root for tree, root in moved]),
            _joined([tree.value for tree in self.trees]),
        )


def _joined(parts: Sequence[NDArray[Any]]) -> NDArray[Any]:
    return np.concatenate(parts) if parts else np.zeros(0)


@dataclass(frozen=True)
class Regression:
    """A logistic regression over the signals of a question."""

    weights: Mapping[str, float]
    bias: float

    def likelihood(self, row: Mapping[str, float]) -> float:
        """How likely it is that the question is answered, 0 to 1."""
        total = self.bias + sum(weight * row[name] for name, weight in self.weights.items())
        return float(1 / (1 + np.exp(-np.clip(total, -60, 60))))


@dataclass(frozen=True)
class AnsweringModel:
    """What judges units and questions.

    Attributes:
        signals: the names of the units' signals, in the order of the table.
        answers, opposes: how likely a unit is to answer, and to say the opposite of what was asked.
        answered: how likely a question is to be answered by any unit.
    """

    signals: tuple[str, ...]
    answers: Forest
    opposes: Forest
    answered: Regression

    def table(self, rows: Sequence[Mapping[str, float]]) -> Floats:
        """The signals in the model's order, an array of shape (rows, signals)."""
        return np.array([[row[name] for name in self.signals] for row in rows], dtype=np.float64)


@cache
def answering_model() -> AnsweringModel:
    """The model that ships with Kloe."""
    return read_model(json.loads(files(__package__).joinpath("answering.json").read_text("utf-8")))


def read_model(stored: Mapping[str, Any]) -> AnsweringModel:
    """Read a model from its file."""
    answered = stored["answered"]
    return AnsweringModel(
        tuple(stored["signals"]),
        read_forest(stored["answers"]),
        read_forest(stored["opposes"]),
        Regression(answered["weights"], float(answered["bias"])),
    )


def read_forest(stored: Mapping[str, Any]) -> Forest:
    """Read a forest from lists of numbers."""
    trees = tuple(
        Tree(
            np.array(tree["signal"], dtype=np.int64),
            np.array(tree["most"], dtype=np.float64),
            np.array(tree["left"], dtype=np.int64),
            np.array(tree["right"], dtype=np.int64),
            np.array(tree["value"], dtype=np.float64),
        )
        for tree in stored["trees"]
    )
    return Forest(trees, float(stored["start"]), float(stored["scale"]), float(stored["shift"]))
