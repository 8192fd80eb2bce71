"""How relevant a text is to a topic: by the topic's words, weighed, and by meaning."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from index import Index, SearchResult
from index.lexical import stem, topic_words, words

_REMEMBERED = 4096  # texts; an answer compares each more than once


@dataclass(frozen=True)
class Topic:
    """A topic and the weight of each of its words.

    Attributes:
        weights: by stem, 0 to 1; the rarer the word, the more it weighs. A word that no passage uses weighs 1.
    """

    text: str
    weights: dict[str, float]

    def coverage(self, text: str) -> float:
        """The weighted share of the topic's words that `text` uses, 0 to 1."""
        total = sum(self.weights.values())
        used = stems(text)
        return sum(weight for stem, weight in self.weights.items() if stem in used) / total if total else 0.0


def weigh_topic(index: Index, text: str) -> Topic:
    """Weigh a topic's words by how few passages of the index use them (inverse document frequency)."""
    weights = {stem(word): index.weigh(word) for word in topic_words(text)}
    return Topic(text, weights)


@lru_cache(_REMEMBERED)
def stems(text: str) -> frozenset[str]:
    """The stems of a text's words."""
    return frozenset(stem(word) for word in words(text))


class TopicSimilarity:
    """Scores how close parts of passages are to a topic in meaning, 0 to 1, by late interaction of their tokens."""

    def __init__(self, index: Index, topic: str, results: Sequence[SearchResult]) -> None:
        self._topic_tokens = index.query_tokens(topic)
        self._vectors = index.token_vectors([result.id for result in results])
        spans = index.token_spans([result.passage for result in results])
        self._spans = {result.id: of_passage for result, of_passage in zip(results, spans, strict=True)}

    def __call__(self, result: SearchResult, start: int, end: int) -> float:
        """Score characters `start:end` of a result's passage; 0 if the index has no vectors of its tokens."""
        vectors = self._vectors.get(result.id)
        if self._topic_tokens is None or vectors is None:
            return 0.0
        inside = [n for n, (first, _) in enumerate(self._spans[result.id]) if start <= first < end]
        part = vectors[inside] if inside else vectors  # past the model's window, a part scores as its whole passage
        return float(self._topic_tokens.similarity([part])[0])
