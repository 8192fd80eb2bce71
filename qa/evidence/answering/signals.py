"""The signals by which units are judged: how each stands to the question, as a row of numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index import Index
from index.ranking.tokens import QueryTokens
from ingest import Stance
from qa.evidence.answering.matters import Matters
from qa.evidence.answering.words import asks_what_was_looked_at, says_when
from qa.evidence.counting import holds_figure
from qa.evidence.polarity import Polarity, polarity_of, polarity_under
from qa.evidence.relevance import Topic, stems
from qa.evidence.units import Furniture, Unit, furniture_of
from qa.evidence.units.leaning import leans
from qa.question import Direction, Measure, ParsedQuestion, Purpose

Row = dict[str, float]
_LIMIT = 128  # words; a longer unit counts as this long


@dataclass(frozen=True)
class Compared:
    """The topic's tokens, which are compared with those of passages; None without an index of tokens."""

    tokens: QueryTokens | None

    def read(self, own: NDArray[np.float32], around: NDArray[np.float32]) -> Row:
        """How near a unit's tokens come, and those of its passage and headings.

        Args:
            own: the unit's token vectors, an array of shape (tokens, axes).
            around: those of its whole passage with its headings.
        """
        if self.tokens is None or not len(own) or not len(self.tokens.weights):
            return {f"topic_{part}": 0.0 for part in ("late", "weakest", "focus", "pooled", "around")}
        weights = self.tokens.weights
        cosines = self.tokens.vectors @ own.T
        nearest = cosines.max(axis=1)
        heavy = weights >= max(weights.max() / 2, 1e-9)
        pooled, question = own.mean(axis=0), weights @ self.tokens.vectors
        lengths = float(np.linalg.norm(pooled) * np.linalg.norm(question)) or 1.0
        return {
            "topic_late": float(weights @ nearest),
            "topic_weakest": float(nearest[heavy].min()),
            "topic_focus": float(cosines.max(axis=0).mean()),
            "topic_pooled": float(pooled @ question) / lengths,
            "topic_around": float(weights @ (self.tokens.vectors @ around.T).max(axis=1)) if len(around) else 0.0,
        }


@dataclass(frozen=True)
class Signals:
    """Reads the signals of a question's units."""

    index: Index
    parsed: ParsedQuestion
    topic: Topic
    many: bool

    def rows(self, units: Sequence[Unit]) -> list[Row]:
        """The signals of each unit, by name; those that compare a unit with the others are among them."""
        results = {unit.evidence.result.id: unit.evidence.result for unit in units}
        vectors = self.index.token_vectors(list(results))
        spans = dict(zip(results, self.index.token_spans([r.passage for r in results.values()]), strict=True))
        best = max((unit.found.fused for unit in units), default=0.0) or 1.0
        rows = []
        for unit in units:
            id_ = unit.evidence.result.id
            around = vectors.get(id_, np.zeros((0, 1), dtype=np.float32))
            inside = [
                n
                for n, (first, _) in enumerate(spans[id_][: len(around)])
                if unit.evidence.start <= first < unit.evidence.end
            ]
            own = around[inside] if inside else around  # past the model's window a part counts as its whole passage
            rows.append(
                self._topic.read(own, around)
                | self._matters.read(unit)
                | self._of_words(unit)
                | self._of_place(unit, best)
                | self._of_kind(unit)
                | self._asked
            )
        return _beside_others(rows, units)

    @cached_property
    def _topic(self) -> Compared:
        return Compared(self.index.query_tokens(self.topic.text))

    @cached_property
    def _matters(self) -> Matters:
        return Matters.of(f"{self.topic.text}. {self.parsed.text}", self.topic.weights, self.index.weigh)

    def _of_words(self, unit: Unit) -> Row:
        """How many of the topic's words the unit, and what stands around it, uses."""
        passage = unit.evidence.result.passage
        used = stems(unit.evidence.quote)
        headings = stems(" ".join(passage.headings[-2:]))
        around = used | headings | stems(passage.text)
        weights = self.topic.weights
        total = sum(weights.values()) or 1.0
        rarest = max(weights, key=lambda word: weights[word], default="")
        return {
            "coverage": sum(weight for word, weight in weights.items() if word in used) / total,
            "coverage_headed": sum(weight for word, weight in weights.items() if word in used | headings) / total,
            "coverage_around": sum(weight for word, weight in weights.items() if word in around) / total,
            "rarest": float(rarest in used),
            "missing": float(sum(word not in used for word in weights)),
        }

    @cached_property
    def _leaning(self) -> Polarity:
        """What the topic's own words tell of, as in "fathers are not involved"."""
        return polarity_of(self.topic.text)

    def _of_place(self, unit: Unit, best: float) -> Row:
        """Where the unit stands: in the ranking, and in its document."""
        found, passage = unit.found, unit.evidence.result.passage
        text = unit.evidence.quote
        return {
            "rank": 1 / (1 + unit.rank),
            "fused": max(0.0, found.fused / best) if best > 0 else 0.0,
            "similarity": found.similarity,
            "bm25": found.bm25,
            "late": found.late,
            "length": min(_LIMIT, len(text.split())) / _LIMIT,
            "first": float(unit.evidence.start == 0),
            "leans": float(leans(text)),
            "list": float(bool(unit.evidence.items)),
            "announces": float(text.rstrip().endswith(":")),
            "case_study": float(unit.evidence.case_study),
            "improve": float(passage.stance in (Stance.NEEDS_TO_IMPROVE, Stance.PRIORITY_ACTION)),
            "strength": float(passage.stance is Stance.STRENGTH),
            "decision": float(passage.stance is Stance.DECISION),
            "ofsted": float(unit.evidence.result.record.kind.of_ofsted),
        }

    def _of_kind(self, unit: Unit) -> Row:
        """What kind of thing the unit says, and whether the question wants it."""
        text, intent, stance = unit.evidence.quote, self.parsed.intent, unit.evidence.result.passage.stance
        said = polarity_under(text, stance)
        good, bad = said.good, said.bad
        furniture, wants_figure = furniture_of(text), intent.measure or intent.wants_figure
        wanted, against = _sides(intent.direction, good, bad)
        return {
            "good": good,
            "bad": bad,
            "judges": max(good, bad),
            "wanted": wanted,
            "against": against,
            "agrees": good * self._leaning.good + bad * self._leaning.bad,
            "clashes": good * self._leaning.bad + bad * self._leaning.good,
            "figure": float(holds_figure(intent.measure or Measure.NUMBER, text, self.parsed.text))
            if wants_figure
            else 0.5,
            "date": float(says_when(text)) if intent.wants_date else 0.5,
            "looked_at": float(furniture is Furniture.LOOKED_AT),
            "furniture": float(furniture is not None and furniture is not Furniture.LOOKED_AT),
        }

    @cached_property
    def _asked(self) -> Row:
        """What the question asks for; the same for each unit."""
        intent = self.parsed.intent
        purposes = (
            Purpose.FIGURE,
            Purpose.LIST,
            Purpose.WHICH,
            Purpose.CHANGE,
            Purpose.YES_OR_NO,
            Purpose.OVERVIEW,
            Purpose.DECISION,
            Purpose.FACT,
        )
        return {f"asks_{purpose.value}": float(intent.purpose is purpose) for purpose in purposes} | {
            "directed": float(intent.direction is not None),
            "asks_good": self._leaning.good,
            "asks_bad": self._leaning.bad,
            "asks_looked_at": float(asks_what_was_looked_at(self.parsed.text)),
            "many": float(self.many),
            "topic_words": float(len(self.topic.weights)),
            "over_time": float(intent.over_time),
        }


def _sides(direction: Direction | None, good: float, bad: float) -> tuple[float, float]:
    """What a unit says in the direction that a question wants, and against it; a half each if it wants neither."""
    if direction is None:
        return 0.5, 0.5
    return (good, bad) if direction in (Direction.PRAISED, Direction.IMPROVED) else (bad, good)


_COMPARED_WITH_BEST = (
    "topic_late",
    "topic_weakest",
    "coverage",
    "late",
    "similarity",
    "topic_pooled",
    "matters",
    "matters_headed",
    "told",
)


def _beside_others(rows: list[Row], units: Sequence[Unit]) -> list[Row]:
    """Add how far each unit stands below the best of all, and how near its neighbours in the passage come."""
    best = {name: max((row[name] for row in rows), default=0.0) for name in _COMPARED_WITH_BEST}
    by_passage: dict[str, list[int]] = {}
    for number, unit in enumerate(units):
        by_passage.setdefault(unit.evidence.result.id, []).append(number)
    newest = max((unit.evidence.result.record.day_number for unit in units), default=0)
    whole = []
    for number, (row, unit) in enumerate(zip(rows, units, strict=True)):
        others = [rows[n]["topic_late"] for n in by_passage[unit.evidence.result.id] if n != number]
        whole.append(
            row
            | {f"{name}_below": best[name] - row[name] for name in _COMPARED_WITH_BEST}
            | {
                "neighbour": max(others, default=0.0),
                "best_of_passage": float(all(other <= row["topic_late"] for other in others)),
                "years_old": min(12.0, max(0, newest - unit.evidence.result.record.day_number) / 365),
            }
        )
    return whole
