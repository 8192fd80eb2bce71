"""Selects the quotations of an answer from the passages that were read: what answers, and of a figure what gives it."""

from collections.abc import Sequence
from dataclasses import dataclass

from index import Index, Record, SearchResult
from qa.answer.finding import compared_sides, is_about_many
from qa.evidence import (
    ANSWERED,
    MOST_OF_DOCUMENT,
    QUOTED,
    QUOTED_OF_MANY,
    Evidence,
    Judged,
    Topic,
    choose,
    choose_near,
    choose_of_many,
    choose_otherwise,
    find_figures,
    judge,
    likely_enough,
    weigh_topic,
    whole_if_short,
)
from qa.evidence.relevance import stems
from qa.question import ParsedQuestion, Purpose

_COMPARED = 12  # the most quotations in a comparison, shared by its sides
_BESIDE_OTHERS = 0.4  # of the likelihood of the best of all sides: what the best of a side must reach to be quoted
_LEAST_OF_A_COUNCIL = 0.2  # minutes and news word things unlike a report, so their units seem less likely to answer
_MAY_ANSWER = 0.3  # how likely a unit must be to answer, if it uses every word of the topic
_MOST_NEAR = 12  # quotations that come near what is asked about, without plainly saying it
_NAMED = 0.4  # share of the topic's weight that such a unit must use


@dataclass(frozen=True)
class Selected:
    """What is quoted.

    Attributes:
        evidence: best first.
        otherwise: of a question with a direction about many authorities, what says the opposite.
        ranked: of a question about many authorities, the results that were read, each document's best before the next of any.
        no_figure: the question asks for a figure, and passages near to it were found, but none that gives it.
        near: of a question about many authorities, what comes near without plainly saying what is asked about.
    """

    evidence: tuple[Evidence, ...] = ()
    otherwise: tuple[Evidence, ...] = ()
    ranked: tuple[SearchResult, ...] = ()
    no_figure: bool = False
    near: tuple[Evidence, ...] = ()


def select(index: Index, parsed: ParsedQuestion, results: Sequence[SearchResult], inside: Sequence[Record]) -> Selected:
    """Select the quotations for a question; empty if no result is likely to answer it."""
    many, topic = is_about_many(inside), weigh_topic(index, parsed.topic)
    judgement = judge(index, parsed, topic, results, many)
    judged = judgement.units
    if parsed.intent.measure:
        figures = find_figures(parsed.intent.measure, topic, judged)
        least = likely_enough(figures, QUOTED_OF_MANY if many else QUOTED)
        return Selected(tuple(_choose(parsed, figures, inside, many, least)), no_figure=not figures)
    of_council = parsed.intent.purpose is Purpose.DECISION or parsed.scope.spoken.documents
    if of_council:
        judged = tuple(item for item in judged if _names_topic(topic, item))
    if judgement.answered < ANSWERED and not of_council and not any(_says_all(topic, item) for item in judged):
        return Selected()
    least = _LEAST_OF_A_COUNCIL if of_council else QUOTED_OF_MANY if many else QUOTED
    chosen = _choose(parsed, judged, inside, many, least)
    if parsed.intent.direction is None and not many:  # the rest of a passage may point the other way
        chosen = whole_if_short(chosen)
    if not many:
        return Selected(tuple(chosen))
    near = choose_near(judged, chosen)[:_MOST_NEAR]
    quoted = [*chosen, *near]
    otherwise = choose_otherwise(judged, quoted) if quoted and parsed.intent.direction else []
    return Selected(tuple(chosen), tuple(otherwise), tuple(_ranked(judged, results)), near=tuple(near))


def _ranked(judged: Sequence[Judged], results: Sequence[SearchResult]) -> list[SearchResult]:
    """Results by how likely the best unit of each is to answer: the best of each document first, then what is left as it was."""
    best: dict[str, SearchResult] = {}
    found = {result.id: result for result in results}
    for item in judged:
        best.setdefault(item.evidence.result.record.id, found.get(item.unit.found.id, item.unit.found))
    return list(dict.fromkeys([*best.values(), *results]))


def _says_all(topic: Topic, item: Judged) -> bool:
    """True if a unit that may well answer uses every word of a topic: what it speaks of is held, though it is no usual matter."""
    return item.answers >= _MAY_ANSWER and topic.weights.keys() <= stems(item.evidence.quote)


def _names_topic(topic: Topic, item: Judged) -> bool:
    """True if a unit and its headings use enough of the topic's words."""
    passage = item.evidence.result.passage
    return topic.coverage(" ".join((*passage.headings, item.evidence.quote))) >= _NAMED


def _choose(
    parsed: ParsedQuestion,
    judged: Sequence[Judged],
    inside: Sequence[Record],
    many: bool,
    least: float,
) -> list[Evidence]:
    sides = compared_sides(parsed, inside)
    if len(sides) > 1:
        most = min(MOST_OF_DOCUMENT, max(2, _COMPARED // len(sides)))
        of_sides = ([item for item in judged if item.evidence.result.record.id in side] for side in sides)
        floor = _BESIDE_OTHERS * judged[0].answers if judged else 0.0
        return [evidence for of_side in of_sides for evidence in choose(of_side, most, floor=floor)]
    if many:
        return choose_of_many(judged, least)
    return choose(judged, least=least)
