"""The arithmetic of the forest with trees made by hand, and the file that ships."""

import json
from importlib.resources import files
from typing import Any

import numpy as np
import pytest

from qa.evidence.answering.model import Forest, Tree, answering_model, read_model

STUMP = {"signal": [0, -1, -1], "most": [0.5, 0, 0], "left": [1, 0, 0], "right": [2, 0, 0], "value": [0, -2.0, 3.0]}
DEEPER = {
    "signal": [1, -1, 0, -1, -1],
    "most": [0.0, 0, 0.5, 0, 0],
    "left": [1, 0, 3, 0, 0],
    "right": [2, 0, 4, 0, 0],
    "value": [0, 10.0, 0, 20.0, 30.0],
}


def tree(stored: dict[str, Any]) -> Tree:
    return Tree(*(np.array(stored[name]) for name in ("signal", "most", "left", "right", "value")))


def logistic(value: float) -> float:
    return float(1 / (1 + np.exp(-value)))


def test_a_tree_sends_each_row_to_its_leaf() -> None:
    rows = np.array([[0.4, 0.0], [0.5, 1.0], [0.6, 1.0]])
    assert Forest((tree(STUMP),), 0.0, 1.0, 0.0).add(rows).tolist() == [-2.0, -2.0, 3.0]
    assert Forest((tree(DEEPER),), 0.0, 1.0, 0.0).add(rows).tolist() == [10.0, 20.0, 30.0]
    assert Forest((tree(STUMP), tree(DEEPER)), 1.0, 1.0, 0.0).add(rows).tolist() == [9.0, 19.0, 34.0]


def test_a_leaf_alone_adds_the_same_to_every_row() -> None:
    leaf = {"signal": [-1], "most": [0.0], "left": [0], "right": [0], "value": [1.5]}
    alone = Forest((tree(leaf),), 0.0, 1.0, 0.0)
    assert alone.add(np.zeros((2, 1))).tolist() == [1.5, 1.5]
    assert alone.add(np.zeros((0, 1))).tolist() == []


def test_trees_add_up_and_the_calibration_is_applied() -> None:
    rows = np.array([[0.4, 1.0], [0.6, 1.0]])
    plain = Forest((tree(STUMP), tree(STUMP)), 1.0, 1.0, 0.0)
    assert plain.likelihood(rows) == pytest.approx([logistic(-3.0), logistic(7.0)])
    calibrated = Forest((tree(STUMP), tree(STUMP)), 1.0, 0.5, 0.25)
    assert calibrated.likelihood(rows) == pytest.approx([logistic(-1.25), logistic(3.75)])


def test_a_forest_without_trees_gives_what_it_starts_with() -> None:
    assert Forest((), -2.0, 1.0, 0.0).likelihood(np.zeros((3, 1))) == pytest.approx([logistic(-2.0)] * 3)


def test_great_sums_do_not_overflow() -> None:
    likelihoods = Forest((tree(STUMP),), 0.0, 1e6, 0.0).likelihood(np.array([[0.0], [1.0]]))
    assert likelihoods == pytest.approx([0.0, 1.0])


def test_a_model_is_read_with_its_signals_in_order() -> None:
    forest = {"trees": [STUMP], "start": 1, "scale": 2, "shift": 3}
    stored = {
        "signals": ["late", "good"],
        "answers": forest,
        "opposes": forest | {"trees": []},
        "answered": {"weights": {}, "bias": 0},
    }
    model = read_model(stored)
    assert model.signals == ("late", "good")
    assert (model.answers.start, model.answers.scale, model.answers.shift) == (1.0, 2.0, 3.0)
    assert len(model.answers.trees) == 1
    assert model.opposes.trees == ()
    table = model.table([{"good": 2.0, "late": 1.0, "other": 9.0}])
    assert table.tolist() == [[1.0, 2.0]]


def test_the_model_that_ships_is_whole() -> None:
    model = answering_model()
    for forest in (model.answers, model.opposes):
        assert forest.trees
        assert forest.scale > 0
        for grown in forest.trees:
            nodes = len(grown.signal)
            assert {len(part) for part in (grown.most, grown.left, grown.right, grown.value)} == {nodes}
            assert grown.signal.max() < len(model.signals)
            inner = grown.signal >= 0
            below = np.flatnonzero(inner)
            assert (grown.left[inner] > below).all()  # so every row comes to a leaf
            assert (grown.right[inner] > below).all()
            assert max(grown.left.max(), grown.right.max()) < nodes


def test_its_likelihoods_are_between_0_and_1_and_differ() -> None:
    model = answering_model()
    rows = np.random.default_rng(14).normal(0.5, 1.0, (200, len(model.signals)))
    for forest in (model.answers, model.opposes):
        likelihoods = forest.likelihood(rows)
        assert ((likelihoods >= 0) & (likelihoods <= 1)).all()
        assert np.ptp(likelihoods) > 0.05


def test_its_file_holds_numbers_and_names_of_signals_alone() -> None:
    stored = json.loads(files("qa.evidence.answering").joinpath("answering.json").read_text("utf-8"))
    assert {"signals", "answers", "opposes"} <= set(stored)
    assert len(set(stored["signals"])) == len(stored["signals"])
