"""The sentences that answer a question, out of the passages that were found."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from index import Index, SearchResult
from index.lexical import stem, topic_words, words
from ingest import Passage
from ingest.dates import MONTH
from ingest.sentences import sentence_spans

_WHOLE = 260  # characters up to which a passage is quoted whole
_LONGEST = 700  # characters of sentences quoted as one
_ON_A_PAGE = 3  # words of a quotation that must stand on each of its pages


@dataclass(frozen=True)
class Rule:
    """How the sentences for an answer are chosen.

    Attributes:
        most: quotations at most.
        similarity, coverage, rank: what a sentence's similarity in meaning, its words and its passage's rank count for; they sum to 1.
        near_best: share of the best sentence's score that another must reach.
        near_best_document: share of it that the best sentence of a document must reach for any of it to be quoted.
        near_best_newest: the same for the newest document, because what an older one found may not hold any more.
    """

    most: int
    similarity: float
    coverage: float
    rank: float
    near_best: float
    near_best_document: float = 0.0
    near_best_newest: float = 0.0


# Of one authority the passages' rank tells much, and a document that says little to the question is left out. Of many each says
# its own, so that the ranks among them tell little, and what is asked for is the spread.
OF_ONE = Rule(
    most=8, similarity=0.4, coverage=0.2, rank=0.4, near_best=0.55, near_best_document=0.87, near_best_newest=0.8
)
OF_MANY = Rule(most=24, similarity=0.6, coverage=0.3, rank=0.1, near_best=0.5)

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


def choose(index: Index, question: str, topic: Topic, results: Sequence[SearchResult], rule: Rule) -> list[Evidence]:
    """Choose the sentences to quote, best first, none twice.

    A sentence is weighed by its similarity to the topic in meaning (late interaction) and in words (weighted coverage), with the
    passage's own rank behind it, because a sentence may lean on the one before; and one that holds a date or a figure
    where the question asks for such is preferred.
    """
    weighed = _weigh(index, question, topic, results, rule)
    best_of: dict[str, float] = {}
    for evidence in weighed:
        best_of.setdefault(evidence.result.record.id, evidence.score)
    newest = max((str(evidence.result.record.date or "") for evidence in weighed), default="")
    chosen: list[Evidence] = []
    for evidence in weighed:
        best, record = weighed[0].score, evidence.result.record
        if len(chosen) == rule.most or evidence.score < rule.near_best * best:
            break
        share = rule.near_best_newest if str(record.date or "") == newest else rule.near_best_document
        if best_of[record.id] >= share * best and not any(same(evidence, held) for held in chosen):
            chosen.append(evidence)
    return _joined(chosen)


def _joined(chosen: Sequence[Evidence]) -> list[Evidence]:
    """The sentences with those that follow on each other as one quotation, in the place of the best of them."""
    joined: list[Evidence] = []
    for item in chosen:
        for held in list(joined):
            if _follow_on(held, item):
                start, end = min(held.start, item.start), max(held.end, item.end)
                item = Evidence(item.result, start, end, max(held.score, item.score))
                joined.remove(held)
        joined.append(item)
    return sorted(joined, key=lambda item: -item.score)


def _follow_on(one: Evidence, other: Evidence) -> bool:
    """True where two quotations of a passage touch, and are not too long to read as one."""
    start, end = min(one.start, other.start), max(one.end, other.end)
    touch = one.start <= other.end + 1 and other.start <= one.end + 1
    return one.result.id == other.result.id and touch and end - start <= _LONGEST


def _weigh(index: Index, question: str, topic: Topic, results: Sequence[SearchResult], rule: Rule) -> list[Evidence]:
    """Every sentence of the results with its score, best first."""
    held = [answer for asked, answer in _ASKED_FOR if asked.search(question)]
    alike = TopicSimilarity(index, topic.text, results)
    best_rank = max((result.fused for result in results), default=0.0)
    weighed = []
    for result in results:
        rank = max(0.0, result.fused / best_rank) if best_rank > 0 else 0.0
        for start, end in parts_of(result.passage):
            text = result.passage.text[start:end]
            score = (
                rule.similarity * alike(result, start, end) + rule.coverage * topic.coverage(text) + rule.rank * rank
            )
            score += _BONUS * any(answer.search(text) for answer in held)
            weighed.append(Evidence(result, start, end, score))
    return sorted(weighed, key=lambda evidence: -evidence.score)


class TopicSimilarity:
    """How like a topic parts of passages are in meaning, 0 to 1, token by token."""

    def __init__(self, index: Index, topic: str, results: Sequence[SearchResult]) -> None:
        self._asked = index.query_tokens(topic)
        self._found = index.token_vectors([result.id for result in results])
        self._spans = {result.id: index.token_spans(result.passage) for result in results}

    def __call__(self, result: SearchResult, start: int, end: int) -> float:
        """Of characters `start:end` of a result's passage; 0 where nothing is known of its tokens."""
        vectors = self._found.get(result.id)
        if self._asked is None or vectors is None:
            return 0.0
        inside = [n for n, (first, _) in enumerate(self._spans[result.id]) if start <= first < end]
        part = vectors[inside] if inside else vectors  # beyond the model's window it is as like as its passage
        return float(self._asked.similarity([part])[0])


def parts_of(passage: Passage) -> list[tuple[int, int]]:
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
