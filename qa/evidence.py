"""The sentences that answer a question, out of the passages that were found."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index import Index, SearchResult
from index.lexical import stem, topic_words, words
from ingest import Passage
from ingest.dates import MONTH
from ingest.sentences import sentence_spans

_PASSAGES = 14  # passages whose sentences are weighed
_WHOLE = 260  # characters up to which a passage is quoted whole
_ON_A_PAGE = 3  # words of a quotation that must stand on each of its pages
_NEAR_BEST = 0.62  # share of the best sentence's score that another must reach to be quoted


_BONUS = 0.1  # for a sentence that holds what is asked for: a date, a figure
_ASKED_FOR = (
    (
        re.compile(r"\bwhen\b|\bwhat dates?\b|\bdates of\b", re.I),
        re.compile(rf"\b\d{{1,2}} {MONTH}|{MONTH} (?:19|20)\d\d", re.I),
    ),
    (
        re.compile(
            r"\bhow (?:many|much|long|often|old)\b|\bpercentage\b|\bproportion\b|%|\bnumber of\b|\brate of\b", re.I
        ),
        re.compile(r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|half|third|quarter)\b", re.I),
    ),
)


@dataclass(frozen=True)
class Evidence:
    """Characters `start:end` of a passage, with how well they answer (0 to 1)."""

    result: SearchResult
    start: int
    end: int
    score: float

    @property
    def quote(self) -> str:
        """The words."""
        return self.result.passage.text[self.start : self.end]


@dataclass(frozen=True)
class Topic:
    """A topic's words by their stems, each with its weight: rare words weigh more (0 where no document uses it)."""

    text: str
    weights: dict[str, float]

    def coverage(self, text: str) -> float:
        """The weighted share of the topic's words that `text` uses, 0 to 1."""
        total = sum(self.weights.values())
        held = stems(text)
        return sum(weight for stem, weight in self.weights.items() if stem in held) / total if total else 0.0


def weigh_topic(index: Index, text: str) -> Topic:
    """Weigh a topic's words by how few passages of the index use them (inverse document frequency)."""
    weights = {stem(word): index.weigh(word) for word in topic_words(text)}
    return Topic(text, weights)


def stems(text: str) -> frozenset[str]:
    """The stems of a text's words."""
    return frozenset(stem(word) for word in words(text))


def choose(index: Index, question: str, topic: Topic, results: Sequence[SearchResult], most: int) -> list[Evidence]:
    """Choose the sentences to quote: at most `most`, best first, none twice.

    A sentence is weighed by its likeness to the topic in meaning (late interaction) and in words (weighted coverage), with the
    passage's own rank behind it, because a sentence may lean on the one before; and one that holds a date or a figure
    where the question asks for such is preferred.
    """
    held = [answer for asked, answer in _ASKED_FOR if asked.search(question)]
    candidates = [(result, start, end) for result in results[:_PASSAGES] for start, end in _parts(result.passage)]
    if not candidates:
        return []
    alike = _Likeness(index, topic.text, results[:_PASSAGES])
    best_rank = max(result.score for result, _, _ in candidates)
    weighed = []
    for result, start, end in candidates:
        text = result.passage.text[start:end]
        score = 0.45 * alike(result, start, end) + 0.35 * topic.coverage(text) + 0.2 * result.score / best_rank
        score += _BONUS * any(answer.search(text) for answer in held)
        weighed.append(Evidence(result, start, end, score))
    weighed.sort(key=lambda evidence: -evidence.score)
    chosen: list[Evidence] = []
    for evidence in weighed:
        if len(chosen) == most or evidence.score < _NEAR_BEST * weighed[0].score:
            break
        if not any(same(evidence, held) for held in chosen):
            chosen.append(evidence)
    return chosen


class _Likeness:
    """How like a topic parts of passages are in meaning, 0 to 1, token by token."""

    def __init__(self, index: Index, topic: str, results: Sequence[SearchResult]) -> None:
        self._asked = index.ask_tokens(topic)
        self._found = index.token_vectors([result.id for result in results])
        self._spans = {result.id: index.token_spans(result.passage) for result in results}

    def __call__(self, result: SearchResult, start: int, end: int) -> float:
        vectors = self._found.get(result.id)
        if self._asked is None or vectors is None:
            return 0.0
        inside = [n for n, (first, _) in enumerate(self._spans[result.id]) if start <= first < end]
        part = vectors[inside] if inside else vectors  # beyond the model's window it is as like as its passage
        return float(self._asked.likeness([part])[0])


def _parts(passage: Passage) -> list[tuple[int, int]]:
    """What of a passage can be quoted: a short one whole, else each of its sentences.

    A sentence of which only a word or two stand on one of its pages takes in its neighbour there, so that whoever turns
    to the page that is named finds the quotation on it.
    """
    text = passage.text
    parts = [(0, len(text))] if len(text) <= _WHOLE else sentence_spans(text)
    found = []
    for number, (start, end) in enumerate(parts):
        on_pages = _words_on_pages(passage, start, end)
        if on_pages[0] < _ON_A_PAGE and number > 0:
            start = parts[number - 1][0]
        if on_pages[-1] < _ON_A_PAGE and number + 1 < len(parts):
            end = parts[number + 1][1]
        on_pages = _words_on_pages(passage, start, end)
        if sum(on_pages) >= _ON_A_PAGE and (len(on_pages) == 1 or min(on_pages) >= _ON_A_PAGE):
            found.append((start, end))
    return found


def _words_on_pages(passage: Passage, start: int, end: int) -> list[int]:
    """How many words of `text[start:end]` stand on each of its pages."""
    counts, at = [], start
    for span in passage.locate(start, end):
        at += passage.text[at] == " "
        counts.append(len(passage.text[at : at + span.end - span.start].split()))
        at += span.end - span.start
    return counts


def same(one: Evidence, other: Evidence) -> bool:
    """True for two quotations of one document in nearly the same words."""
    if one.result.record.id != other.result.record.id:
        return False
    a, b = stems(one.quote), stems(other.quote)
    return len(a & b) >= 0.8 * min(len(a), len(b))
