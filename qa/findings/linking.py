"""Links findings to what later papers say of the same matter.

How likely two findings are to speak of the same matter is told by a logistic regression that learnt from labelled pairs
(`bench/answering/linking.py`).
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from qa.findings.compared import Reader
from qa.findings.finding import Finding
from qa.findings.signals import Floats, Pairs, pairs


@dataclass(frozen=True)
class LinkModel:
    """The weight of each signal, an array of shape (signals,), the weight of each sign, and the bias."""

    signals: Floats
    signs: Mapping[str, float]
    bias: float

    def likelihood(self, compared: Pairs) -> Floats:
        """How likely each pair is to speak of the same matter, 0 to 1, an array of shape (compared,)."""
        signed = [sum(amount * self.signs.get(sign, 0.0) for sign, amount in signs.items()) for signs in compared.signs]
        total = compared.rows @ self.signals + np.array(signed) + self.bias
        return np.asarray(1 / (1 + np.exp(-np.clip(total, -60, 60))))


def link(reader: Reader, findings: Sequence[Finding], later: Sequence[Finding]) -> Floats:
    """How likely each later finding is to speak of the same matter as each finding, 0 to 1.

    Of each later paper only the findings whose tokens come nearest are compared further; the others count as 0.

    Returns:
        An array of shape (findings, later).
    """
    likely = np.zeros((len(findings), len(later)))
    if findings and later:
        model = link_model()
        for number, compared in enumerate(pairs(reader, findings, later)):
            likely[number, compared.numbers] = model.likelihood(compared)
    return likely


@cache
def link_model() -> LinkModel:
    """The model that ships with Kloe."""
    return read_link_model(json.loads(files(__package__).joinpath("links.json").read_text("utf-8")))


def read_link_model(stored: Mapping[str, Any]) -> LinkModel:
    """Read a model from its file."""
    return LinkModel(np.array(stored["signals"], dtype=np.float64), stored["signs"], float(stored["bias"]))
