"""The themes that a finding is about: a logistic regression for each theme over its words, the matters that it names, and its headings.

`bench/answering/theming.py` makes the model's file and reports how well it works.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from index.lexical import stem, words
from qa.themes.matching import Themes, matters_of, themes

LIKELY = 0.35  # how likely a theme must be for a finding to be about it
_HEADINGS = 2  # those next above the words
_SUBJECT = 8  # first words of a finding, which mostly name what is judged
# How much signs of each sort count beside one another.
_RUNS, _FIRST, _NAMED, _NAMED_FIRST, _NAMED_ABOVE, _ABOVE = 2.0, 0.5, 1.0, 0.7, 0.7, 0.4


@dataclass(frozen=True)
class ThemeModel:
    """The weight of each sign for each theme, and the bias of each theme."""

    weights: Mapping[str, Mapping[str, float]]
    bias: Mapping[str, float]

    def judge(self, signs: Mapping[str, float]) -> dict[str, float]:
        """How likely words with these signs are to be about each theme, 0 to 1."""
        totals = dict(self.bias)
        for sign, amount in signs.items():
            for theme, weight in self.weights.get(sign, {}).items():
                totals[theme] += amount * weight
        return {theme: 1 / (1 + math.exp(-total)) for theme, total in totals.items()}


def themes_about(text: str, headings: Sequence[str] = ()) -> tuple[str, ...]:
    """The themes that a finding is about, the likeliest first.

    A theme that a person added, which the model has not learnt, counts where its words are used.

    Args:
        headings: those above the finding, outermost first.
    """
    known, model = themes(), theme_model()
    likely = model.judge(signs_of(text, headings))
    added = [known.theme_of[matter] for matter in matters_of(text) if known.theme_of[matter] not in likely]
    judged = [theme for theme in sorted(likely, key=lambda name: -likely[name]) if likely[theme] > LIKELY]
    return tuple(dict.fromkeys([*judged, *sorted(added)]))


def signs_of(text: str, headings: Sequence[str] = (), known: Themes | None = None) -> dict[str, float]:
    """The signs of words under headings: runs of one and two words, matters and themes named, and the same of the headings.

    Args:
        known: the themes; by default those in use.
    """
    known = known or themes()
    stems = [stem(word) for word in words(text)]
    runs = {f"w:{word}" for word in stems} | {f"w:{one} {two}" for one, two in pairwise(stems)}
    signs = dict.fromkeys(runs, _RUNS / math.sqrt(len(runs) or 1))
    signs |= {f"sw:{word}": _FIRST for word in stems[:_SUBJECT]}
    above, first = " . ".join(headings[-_HEADINGS:]), " ".join(text.split()[:_SUBJECT])
    for mark, said, amount in (("", text, _NAMED), ("s", first, _NAMED_FIRST), ("h", above, _NAMED_ABOVE)):
        for matter in known.matters(said):
            signs[f"{mark}m:{matter}"] = signs[f"{mark}t:{known.theme_of[matter]}"] = amount
    return signs | {f"hw:{stem(word)}": _ABOVE for word in words(above)}


@cache
def theme_model() -> ThemeModel:
    """The model that ships with Kloe."""
    stored = json.loads(files(__package__).joinpath("themes.json").read_text("utf-8"))
    return ThemeModel(stored["weights"], stored["bias"])
