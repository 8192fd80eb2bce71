"""Signals of whether two findings speak of the same matter: numbers about what they have in common, and signs of their words.

The numbers come from words, the meaning of tokens, matters, themes, and the passages that the findings stand in. A sign is a word or a
matter that both name, or that only one of them names: "both:supervis" tells more than "both:child".
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial

import numpy as np
from numpy.typing import NDArray

from index import Index
from index.lexical import STOPWORDS, stem, words
from index.ranking.tokens import word_at
from index.word_weights import word_weight
from qa.findings.finding import Finding
from qa.themes import matters_of

Floats = NDArray[np.float64]
Vectors = NDArray[np.float32]
_HEADINGS = 2  # those next above a finding, which tell what it is about
_WEAKEST = 3  # of the heavier tokens of a finding
_SUBJECT = 6  # first words of a finding, which mostly name what is judged
_COMPARED = 25  # findings of one later paper
_HUNDRED = 100  # characters
_BESIDE = (0, 4, 6, 18)  # signals that are compared with the best in the same paper
# How much a shared word counts beside others, and matters that both, the first or the second names.
_SHARED, _BOTH, _FIRST, _SECOND = 2.0, 0.7, 0.5, 0.3


@dataclass(frozen=True)
class Pairs:
    """A finding beside later ones.

    Attributes:
        numbers: which of the later findings are compared.
        rows: their signals, an array of shape (compared, signals).
        signs: the signs of each, with their amounts.
    """

    numbers: NDArray[np.int64]
    rows: Floats
    signs: tuple[dict[str, float], ...]


@dataclass(frozen=True)
class _Read:
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


def pairs(index: Index, findings: Sequence[Finding], later: Sequence[Finding]) -> Iterator[Pairs]:
    """Set each finding beside the later ones: of each later paper those whose tokens come nearest."""
    read = _read(index, [*findings, *later])
    told, candidates = read[: len(findings)], read[len(findings) :]
    papers = np.array([finding.record.id for finding in later])
    meaning = _Meaning(candidates)
    for each in told:
        late, nearest, cosines = meaning.late(each)
        compared = _nearest(late, papers)
        near = [candidates[number] for number in compared]
        by_words = np.array([_by_words(each, candidate) for candidate in near])
        rows = np.column_stack([meaning.signals(each, compared, late, nearest, cosines), by_words])
        rows = np.hstack([rows, _beside_best(rows, papers[compared])])
        yield Pairs(compared, rows, tuple(_signs(each, candidate) for candidate in near))


def _nearest(late: Vectors, papers: NDArray[np.str_]) -> NDArray[np.int64]:
    """The numbers of the findings of each paper that come nearest, in their order."""
    chosen = [
        inside[np.argsort(-late[inside], kind="stable")[:_COMPARED]]
        for inside in (np.flatnonzero(papers == paper) for paper in np.unique(papers))
    ]
    return np.sort(np.concatenate(chosen))


class _Meaning:
    """The token vectors of the later findings in one array, so that a finding is compared with all of them at once."""

    def __init__(self, candidates: Sequence[_Read]) -> None:
        self._tokens = np.ascontiguousarray(np.concatenate([each.tokens for each in candidates]).T)
        self._weights = np.concatenate([each.weights for each in candidates])
        self._starts = np.cumsum([0, *(len(each.tokens) for each in candidates[:-1])])
        self._plain = np.array([_unit(each.tokens.mean(axis=0)) for each in candidates])
        self._weighed = np.array([_unit(each.weights @ each.tokens) for each in candidates])
        self._around = np.array([each.around for each in candidates])

    def late(self, told: _Read) -> tuple[Vectors, Vectors, Vectors]:
        """How near a finding's tokens come to each later finding: together, each token, and how near each later token comes."""
        cosines = told.tokens @ self._tokens
        nearest = np.maximum.reduceat(cosines, self._starts, axis=1)
        return told.weights @ nearest, nearest, cosines.max(axis=0)

    def signals(
        self, told: _Read, compared: NDArray[np.int64], late: Vectors, nearest: Vectors, backwards: Vectors
    ) -> Floats:
        """How near the tokens come, each way, and how near the means come, an array of shape (compared, signals)."""
        heavy = told.weights >= np.median(told.weights)
        weakest = np.sort(nearest[heavy][:, compared], axis=0)[:_WEAKEST].mean(axis=0)
        back = np.add.reduceat(self._weights * backwards, self._starts)[compared]
        plain, weighed = _unit(told.tokens.mean(axis=0)), _unit(told.weights @ told.tokens)
        means = [self._plain @ plain, self._weighed @ weighed, self._around @ plain]
        return np.column_stack([late[compared], weakest, back, *(each[compared] for each in means)]).astype(np.float64)


def _by_words(told: _Read, candidate: _Read) -> list[float]:
    """How many words, matters and themes the two share, how long they are, and which way they point."""
    mine, theirs = told.total, candidate.total
    shared = [weight for word, weight in told.stems.items() if word in candidate.stems]
    common = sum(shared)
    matters, named = len(told.matters & candidate.matters), len(told.matters) or 1
    said, said_later = told.finding, candidate.finding
    mine_themes, their_themes = set(said.themes), set(said_later.themes)
    themes = len(mine_themes & their_themes)
    return [
        common / mine,
        common / theirs,
        common / (mine + theirs - common),
        sum(weight for word, weight in told.stems.items() if word in candidate.headed) / mine,
        sum(weight for word, weight in told.stems.items() if word in candidate.nearby) / mine,
        sum(weight for word, weight in candidate.stems.items() if word in told.nearby) / theirs,
        sum(sorted(shared)[-2:]),
        len(shared),
        len(told.subject & candidate.stems.keys()),
        len(told.subject & candidate.subject),
        len(candidate.subject & told.stems.keys()),
        matters,
        matters / named,
        matters / (len(told.matters | candidate.matters) or 1),
        len(told.matters & candidate.matters_headed) / named,
        len(told.matters & candidate.matters_nearby) / named,
        not told.matters,
        len(candidate.matters),
        themes / (len(mine_themes) or 1),
        themes / (len(mine_themes | their_themes) or 1),
        said.themes[:1] == said_later.themes[:1],
        len(said.evidence.quote) / _HUNDRED,
        len(said_later.evidence.quote) / _HUNDRED,
        said.stored.bad,
        said_later.stored.good,
        said_later.stored.bad,
        said_later.asks,
    ]


def _signs(told: _Read, candidate: _Read) -> dict[str, float]:
    """The words and matters that both name, or only one of them."""
    first, second = 1 / math.sqrt(len(told.stems) or 1), 1 / math.sqrt(len(candidate.stems) or 1)
    shared = told.stems.keys() & candidate.stems.keys()
    signs = {f"both:{word}": _SHARED * first for word in shared}
    signs |= {f"first:{word}": first for word in told.stems if word not in shared}
    signs |= {f"second:{word}": second for word in candidate.stems if word not in shared}
    mine, theirs = told.matters, candidate.matters_headed
    signs |= {f"both matter:{matter}": _BOTH for matter in mine & theirs}
    signs |= {f"first matter:{matter}": _FIRST for matter in mine - theirs}
    return signs | {f"second matter:{matter}": _SECOND for matter in theirs - mine}


def _beside_best(rows: Floats, papers: NDArray[np.str_]) -> Floats:
    """How far some signals fall short of the best in the same paper."""
    columns = rows[:, _BESIDE]
    for paper in np.unique(papers):
        columns[papers == paper] -= columns[papers == paper].max(axis=0)
    return columns


def _read(index: Index, findings: Sequence[Finding]) -> list[_Read]:
    results = {finding.evidence.result.id: finding.evidence.result for finding in findings}
    vectors = index.token_vectors(list(results))
    spans = dict(zip(results, index.token_spans([each.passage for each in results.values()]), strict=True))
    axes = next((found.shape[1] for found in vectors.values()), 1)
    counts, passages = index.catalogue.stem_counts(), index.catalogue.count_passages()
    weigh, stems_of = (
        cache(partial(word_weight, stem_counts=counts, passages=passages)),
        cache(lambda text: {stem(word) for word in words(text)}),
    )
    read = []
    for finding in findings:
        evidence, passage = finding.evidence, finding.evidence.result.passage
        found = vectors.get(evidence.result.id)
        tokens, weights = _tokens(finding, found, spans[evidence.result.id], weigh, axes)
        around = _unit(tokens.mean(axis=0) if found is None or not len(found) else found.mean(axis=0))
        above = " . ".join(passage.headings[-_HEADINGS:])
        used = {stem(word): weigh(word) for word in words(evidence.quote) if word not in STOPWORDS}
        matters = frozenset(finding.matters)
        headed = used.keys() | stems_of(above)
        matters_headed = matters | matters_of(above)
        read.append(
            _Read(
                finding,
                tokens,
                weights,
                around,
                used,
                sum(used.values()) or 1.0,
                frozenset(list(used)[:_SUBJECT]),
                frozenset(headed),
                frozenset(headed | stems_of(passage.text)),
                matters,
                matters_headed,
                matters_headed | matters_of(passage.text),
            )
        )
    return read


def _unit(vector: Vectors) -> Vectors:
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-9), dtype=np.float32)


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
