"""What is compared of a finding: its words, the meaning of its tokens, its matters, and the same of what stands around it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

from index import Index
from index.lexical import STOPWORDS, stem, words
from index.ranking.tokens import word_at
from ingest import Passage
from qa.evidence.relevance import stems
from qa.findings.finding import Finding
from qa.themes import matters_of

Vectors = NDArray[np.float32]
_HEADINGS = 2  # those next above a finding, which tell what it is about
_SUBJECT = 6  # first words of a finding, which mostly name what is judged


@dataclass(frozen=True)
class Compared:
    """What is compared of a finding.

    Attributes:
        tokens, weights: its token vectors, an array of shape (tokens, axes), and the weight of each, which sum to 1.
        around: the direction of the mean of its passage's token vectors.
        stems, total: the weight of each of its words, by stem, in order, and of all.
        subject: its first words.
        headed, nearby: its words with those of its headings, and with those of its passage as well.
        matters_headed, matters_nearby: the same of its matters.
    """

    finding: Finding
    tokens: Vectors
    weights: Vectors
    around: Vectors
    stems: dict[str, float]
    total: float
    subject: frozenset[str]
    headed: frozenset[str]
    nearby: frozenset[str]
    matters: frozenset[str]
    matters_headed: frozenset[str]
    matters_nearby: frozenset[str]

    @cached_property
    def plain(self) -> Vectors:
        """The direction of the mean of its token vectors."""
        return direction(self.tokens.mean(axis=0))

    @cached_property
    def weighed(self) -> Vectors:
        """The direction of the weighted mean of its token vectors."""
        return direction(self.weights @ self.tokens)


class Reader:
    """Reads findings of an index for comparison, each once."""

    def __init__(self, index: Index) -> None:
        self._index = index
        self._known: dict[tuple[str, int, int], Compared] = {}

    def read(self, findings: Sequence[Finding]) -> list[Compared]:
        """What is compared of each finding."""
        keys = [(finding.stored.passage, finding.stored.start, finding.stored.end) for finding in findings]
        new = {key: finding for key, finding in zip(keys, findings, strict=True) if key not in self._known}
        if new:
            self._known |= zip(new, _read(self._index, list(new.values())), strict=True)
        return [self._known[key] for key in keys]


def direction(vector: Vectors) -> Vectors:
    """A vector of length 1."""
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-9), dtype=np.float32)


@dataclass(frozen=True)
class _Standing:
    """What stands around the findings of a passage: the words and matters of the headings above it, and its own."""

    stems_above: frozenset[str]
    matters_above: frozenset[str]
    stems: frozenset[str]
    matters: frozenset[str]

    @classmethod
    def of(cls, passage: Passage) -> "_Standing":
        """Read a passage and the headings next above it."""
        above = " . ".join(passage.headings[-_HEADINGS:])
        return cls(frozenset(stems(above)), matters_of(above), frozenset(stems(passage.text)), matters_of(passage.text))


def _read(index: Index, findings: Sequence[Finding]) -> list[Compared]:
    results = {finding.evidence.result.id: finding.evidence.result for finding in findings}
    vectors = index.token_vectors(list(results))
    spans = dict(zip(results, index.token_spans([each.passage for each in results.values()]), strict=True))
    axes = next((found.shape[1] for found in vectors.values()), 1)
    weigh = cache(index.weigh)
    standing = {id_: _Standing.of(result.passage) for id_, result in results.items()}
    read = []
    for finding in findings:
        evidence, passage = finding.evidence, standing[finding.evidence.result.id]
        found = vectors.get(evidence.result.id)
        tokens, weights = _tokens(finding, found, spans[evidence.result.id], weigh, axes)
        around = direction(tokens.mean(axis=0) if found is None or not len(found) else found.mean(axis=0))
        used = {stem(word): weigh(word) for word in words(evidence.quote) if word not in STOPWORDS}
        matters = frozenset(finding.matters)
        headed = used.keys() | passage.stems_above
        matters_headed = matters | passage.matters_above
        read.append(
            Compared(
                finding,
                tokens,
                weights,
                around,
                used,
                sum(used.values()) or 1.0,
                frozenset(list(used)[:_SUBJECT]),
                frozenset(headed),
                frozenset(headed | passage.stems),
                matters,
                matters_headed,
                matters_headed | passage.matters,
            )
        )
    return read


def _tokens(
    finding: Finding,
    vectors: Vectors | None,
    spans: Sequence[tuple[int, int]],
    weigh: Callable[[str], float],
    axes: int,
) -> tuple[Vectors, Vectors]:
    """A finding's token vectors and their weights; one empty token if the index has none."""
    if vectors is None or not len(vectors):
        return np.zeros((1, axes), dtype=np.float32), np.ones(1, dtype=np.float32)
    evidence, text = finding.evidence, finding.evidence.result.passage.text
    inside = [n for n, (start, _) in enumerate(spans[: len(vectors)]) if evidence.start <= start < evidence.end]
    chosen = inside or list(range(len(vectors)))  # past the model's window, a part counts as its whole passage
    found = [word_at(text, *spans[n]) if spans[n][0] >= 0 else "" for n in chosen]
    weights = np.array([weigh(word) if word else 0.0 for word in found], dtype=np.float32) + np.float32(1e-6)
    return vectors[chosen], weights / weights.sum()
