"""Signals of the matters that a question and a unit name: whether they speak of the same thing, though in other words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from qa.evidence.relevance import stems
from qa.evidence.units import Unit
from qa.themes import matters_of, themes

Row = dict[str, float]


@dataclass(frozen=True)
class Matters:
    """The matters that a question asks about.

    Attributes:
        topic: the weights of the topic's words, by stem.
        weights: of each matter, 0 to 1: that of the rarest word that names it.
        named_by: the stems of the words that name each matter.
    """

    topic: Mapping[str, float]
    weights: Mapping[str, float]
    named_by: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, question: str, topic: Mapping[str, float], weigh: Callable[[str], float]) -> "Matters":
        """The matters of a question.

        Args:
            topic: the weights of the topic's words, by stem.
            weigh: gives how rare a word is, 0 to 1.
        """
        named = themes().matters(question)
        words = {matter: frozenset(word for phrase in phrases for word in phrase) for matter, phrases in named.items()}
        return cls(topic, {matter: max(map(weigh, of_matter)) for matter, of_matter in words.items()}, words)

    def read(self, unit: Unit) -> Row:
        """How far a unit, alone and with its headings, names these matters."""
        said = matters_of(unit.evidence.quote)
        passage = unit.evidence.result.passage
        headed = said | matters_of(" ".join(passage.headings[-2:]))
        theme_of = themes().theme_of
        asked, heard = {theme_of[matter] for matter in self.weights}, {theme_of[matter] for matter in headed}
        rarest = max(self.weights, key=lambda matter: self.weights[matter], default="")
        return {
            "matters_asked": float(len(self.weights)),
            "matters": self._share(said),
            "matters_headed": self._share(headed),
            "matters_around": self._share(headed | matters_of(passage.text)),
            "matter_heaviest": max((weight for matter, weight in self.weights.items() if matter in said), default=0.0),
            "matter_rarest": float(rarest in said) if self.weights else 0.5,
            "matters_missing": float(len(self.weights.keys() - headed)),
            "matters_besides": float(len(said - self.weights.keys())),
            "told": self._told(headed, stems(passage.text) | stems(" ".join(passage.headings[-2:]))),
            "themes": len(asked & heard) / len(asked) if asked else 0.5,
        }

    def _told(self, headed: frozenset[str], used: frozenset[str]) -> float:
        """The weighted share of the topic's words that the passage uses, or that name a matter of which the unit speaks."""
        through = {word for matter in headed for word in self.named_by.get(matter, ())}
        told = sum(weight for word, weight in self.topic.items() if word in used or word in through)
        return told / (sum(self.topic.values()) or 1.0)

    def _share(self, said: frozenset[str]) -> float:
        total = sum(self.weights.values())
        return sum(weight for matter, weight in self.weights.items() if matter in said) / total if total else 0.5
