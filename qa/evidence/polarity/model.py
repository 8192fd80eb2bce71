"""The model of polarity: two logistic regressions over runs of words, one for what is good and one for what is bad.

`bench/answering/polarity.py` makes its file and reports how well it works.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from ingest import Stance
from ingest.sentences import sentence_spans
from qa.evidence.polarity.words import runs_of_words

_LIKELY = 0.5
_REMEMBERED = 4096  # sentences; a question's units overlap


@dataclass(frozen=True)
class Polarity:
    """How likely words are to tell of something good and of something bad, each 0 to 1; both where they are mixed."""

    good: float
    bad: float


@dataclass(frozen=True)
class PolarityModel:
    """The weights of the runs of words, `(good, bad)`, and the two biases."""

    weights: Mapping[str, tuple[float, float]]
    bias: tuple[float, float]

    def judge(self, sentence: str) -> Polarity:
        """Judge one sentence."""
        runs = runs_of_words(sentence)
        length = math.sqrt(len(runs)) or 1.0
        known = [self.weights[run] for run in runs if run in self.weights]
        good, bad = (sum(weight[side] for weight in known) / length + self.bias[side] for side in (0, 1))
        return Polarity(_logistic(good), _logistic(bad))


def polarity_of(text: str) -> Polarity:
    """Judge a text by its sentences: it tells of something good, or bad, as much as any of them does."""
    judged = [_of_sentence(text[start:end]) for start, end in sentence_spans(text)] or [Polarity(0.0, 0.0)]
    return Polarity(max(item.good for item in judged), max(item.bad for item in judged))


def polarity_under(text: str, stance: Stance | None) -> Polarity:
    """Judge a text by the section that lists it, or else by its words: what is to be improved is bad, and a listed strength good."""
    if stance in (Stance.NEEDS_TO_IMPROVE, Stance.PRIORITY_ACTION):
        return Polarity(0.0, 1.0)
    return Polarity(1.0, 0.0) if stance is Stance.STRENGTH else polarity_of(text)


def blames(text: str) -> bool:
    """True if a text says that something is wrong, whatever good it says too."""
    return polarity_of(text).bad > _LIKELY


def praises(text: str) -> bool:
    """True if a text says that something is good and nothing that is wrong."""
    said = polarity_of(text)
    return said.good > _LIKELY >= said.bad


@lru_cache(_REMEMBERED)
def _of_sentence(sentence: str) -> Polarity:
    return _model().judge(sentence)


@cache
def _model() -> PolarityModel:
    """The model that ships with Kloe."""
    stored = json.loads(files(__package__).joinpath("polarity.json").read_text("utf-8"))
    weights = {run: (float(good), float(bad)) for run, (good, bad) in stored["weights"].items()}
    return PolarityModel(weights, (float(stored["bias"][0]), float(stored["bias"][1])))


def _logistic(value: float) -> float:
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, value))))
