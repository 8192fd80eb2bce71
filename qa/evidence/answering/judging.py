"""Judges the units of search results."""

from collections.abc import Sequence
from dataclasses import dataclass

from index import Index, SearchResult
from qa.evidence.answering.answered import question_row
from qa.evidence.answering.model import answering_model
from qa.evidence.answering.signals import Signals
from qa.evidence.relevance import Topic
from qa.evidence.units import Evidence, Unit, make_units
from qa.question import ParsedQuestion


@dataclass(frozen=True)
class Judged:
    """A unit, how likely it is to answer the question, and how likely to say the opposite of what was asked, each 0 to 1."""

    unit: Unit
    answers: float
    opposes: float

    @property
    def evidence(self) -> Evidence:
        """What would be quoted."""
        return self.unit.evidence


@dataclass(frozen=True)
class Judgement:
    """The units, the likeliest answer first, and how likely it is that the question is answered at all, 0 to 1."""

    units: tuple[Judged, ...] = ()
    answered: float = 0.0


def judge(index: Index, parsed: ParsedQuestion, topic: Topic, results: Sequence[SearchResult], many: bool) -> Judgement:
    """Judge every unit of the results.

    Args:
        many: the question is about many authorities.
    """
    units = make_units(index, results)
    if not units:
        return Judgement()
    model = answering_model()
    table = model.table(Signals(index, parsed, topic, many).rows(units))
    answers, opposes = model.answers.likelihood(table), model.opposes.likelihood(table)
    judged = [Judged(unit, float(a), float(o)) for unit, a, o in zip(units, answers, opposes, strict=True)]
    answered = model.answered.likelihood(question_row(model.signals, table, answers))
    return Judgement(tuple(sorted(judged, key=lambda item: -item.answers)), answered)
