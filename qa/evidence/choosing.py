"""Chooses the sentences that answer a question from the passages that a search found."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index import Index, SearchResult
from ingest.dates import MONTH
from qa.evidence.quotable import Evidence, quotable_spans, repeats
from qa.evidence.relevance import Topic, TopicSimilarity
from qa.question import Intent

_LONGEST = 700  # characters of neighbouring sentences quoted as one


@dataclass(frozen=True)
class Selection:
    """How the sentences of an answer are selected.

    Attributes:
        most: the most quotations.
        similarity, coverage, rank: the weight of a sentence's similarity in meaning, of its words, and of its passage's rank; they
            sum to 1.
        near_best: share of the best sentence's score that any other must reach.
        near_best_document: share of it that a document's best sentence must reach for any of that document to be quoted.
        near_best_newest: the same for the newest document, lower because an older finding may no longer hold.
    """

    most: int
    similarity: float
    coverage: float
    rank: float
    near_best: float
    near_best_document: float = 0.0
    near_best_newest: float = 0.0


# Within one authority rank is a good guide, and a document that says little on the question is left out. Across many
# authorities rank is a poor guide, and the reader wants something from each.
ONE_AUTHORITY = Selection(
    most=8, similarity=0.4, coverage=0.2, rank=0.4, near_best=0.55, near_best_document=0.87, near_best_newest=0.8
)
MANY_AUTHORITIES = Selection(most=24, similarity=0.6, coverage=0.3, rank=0.1, near_best=0.5)

_BONUS = 0.1  # for a sentence with the kind of detail that the question asks for: a date, a figure
_DATE = re.compile(rf"\b\d{{1,2}} {MONTH}|{MONTH} (?:19|20)\d\d", re.I)
_FIGURE = re.compile(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|half|third|quarter)\b", re.I)


@dataclass(frozen=True)
class _Scored:
    """Evidence with how well it answers, 0 to 1 and the bonus."""

    evidence: Evidence
    score: float


def choose(
    index: Index, intent: Intent, topic: Topic, results: Sequence[SearchResult], selection: Selection
) -> list[Evidence]:
    """Choose the sentences to quote, best first, without repeats.

    A sentence is scored by its similarity to the topic in meaning (late interaction) and in words (weighted coverage), and by
    its passage's own rank, because a sentence may lean on the one before. Where the question asks for a date or a figure, a
    sentence that holds one scores more.
    """
    scored = _score(index, intent, topic, results, selection)
    best_of: dict[str, float] = {}
    for item in scored:
        best_of.setdefault(item.evidence.result.record.id, item.score)
    newest = max((str(item.evidence.result.record.date or "") for item in scored), default="")
    chosen: list[_Scored] = []
    for item in scored:
        best, record = scored[0].score, item.evidence.result.record
        if len(chosen) == selection.most or item.score < selection.near_best * best:
            break
        share = selection.near_best_newest if str(record.date or "") == newest else selection.near_best_document
        if best_of[record.id] >= share * best and not any(repeats(item.evidence, kept.evidence) for kept in chosen):
            chosen.append(item)
    return [item.evidence for item in _join_neighbours(chosen)]


def _join_neighbours(chosen: Sequence[_Scored]) -> list[_Scored]:
    """Join neighbouring sentences into one quotation, with the score of the best of them."""
    joined: list[_Scored] = []
    for item in chosen:
        for earlier in list(joined):
            evidence, other = item.evidence, earlier.evidence
            if _are_neighbours(evidence, other):
                start, end = min(evidence.start, other.start), max(evidence.end, other.end)
                item = _Scored(Evidence(evidence.result, start, end), max(item.score, earlier.score))
                joined.remove(earlier)
        joined.append(item)
    return sorted(joined, key=lambda item: -item.score)


def _are_neighbours(evidence: Evidence, other: Evidence) -> bool:
    """True if two quotations of a passage touch, and are short enough to read as one."""
    start, end = min(evidence.start, other.start), max(evidence.end, other.end)
    touch = evidence.start <= other.end + 1 and other.start <= evidence.end + 1
    return evidence.result.id == other.result.id and touch and end - start <= _LONGEST


def _score(
    index: Index, intent: Intent, topic: Topic, results: Sequence[SearchResult], selection: Selection
) -> list[_Scored]:
    """Score every quotable part of the results, best first."""
    wanted = [*[_DATE] * intent.wants_date, *[_FIGURE] * intent.wants_figure]
    similarity = TopicSimilarity(index, topic.text, results)
    best_rank = max((result.fused for result in results), default=0.0)
    scored = []
    for result in results:
        rank = max(0.0, result.fused / best_rank) if best_rank > 0 else 0.0
        for start, end in quotable_spans(result.passage):
            text = result.passage.text[start:end]
            score = (
                selection.similarity * similarity(result, start, end)
                + selection.coverage * topic.coverage(text)
                + selection.rank * rank
            )
            score += _BONUS * any(detail.search(text) for detail in wanted)
            scored.append(_Scored(Evidence(result, start, end), score))
    return sorted(scored, key=lambda item: -item.score)
