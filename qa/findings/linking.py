"""Links findings to what later papers say of the same matter.

How likely two findings are to speak of the same matter is told by trees that were grown on labelled pairs
(`bench/answering/linking.py`), from their words, the meaning of their tokens, and the matters and themes that they are about.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

import numpy as np
from numpy.typing import NDArray

from index import Index
from index.lexical import STOPWORDS, stem, words
from index.ranking.tokens import word_at
from qa.evidence.answering.model import Forest, read_forest
from qa.findings.finding import Finding
from qa.themes import matters_of

Floats = NDArray[np.float64]
_HEADINGS = 2  # those next above a finding, which tell what it is about
_WEAKEST = 3  # of the heavier tokens of a finding
_COMPARED = 25  # findings of one later paper
_HUNDRED = 100  # characters


@dataclass(frozen=True)
class _Read:
    """What is compared of a finding.

    Attributes:
        tokens, weights: its token vectors, an array of shape (tokens, axes), and the weight of each, which sum to 1.
        stems: the weight of each of its words, by stem.
        headed: its words, and those of its headings.
        matters_headed: the matters that it and its headings name.
    """

    finding: Finding
    tokens: NDArray[np.float32]
    weights: NDArray[np.float32]
    stems: dict[str, float]
    headed: frozenset[str]
    matters: frozenset[str]
    matters_headed: frozenset[str]

    @cached_property
    def heavy(self) -> NDArray[np.bool_]:
        """Which of its tokens weigh as much as the one in the middle, or more."""
        return np.asarray(self.weights >= np.median(self.weights))

    @cached_property
    def plain(self) -> NDArray[np.float32]:
        """The direction of the mean of its token vectors."""
        return _unit(self.tokens.mean(axis=0))

    @cached_property
    def weighed(self) -> NDArray[np.float32]:
        """The direction of the weighted mean of its token vectors."""
        return _unit(self.weights @ self.tokens)


def link(index: Index, findings: Sequence[Finding], later: Sequence[Finding]) -> Floats:
    """How likely each later finding is to speak of the same matter as each finding, 0 to 1.

    Of each later paper only the findings whose tokens come nearest are compared further; the others count as 0.

    Returns:
        An array of shape (findings, later).
    """
    likely = np.zeros((len(findings), len(later)))
    if findings and later:
        forest = link_forest()
        for number, (compared, rows) in enumerate(link_signals(index, findings, later)):
            likely[number, compared] = forest.likelihood(rows)
    return likely


def link_signals(
    index: Index, findings: Sequence[Finding], later: Sequence[Finding]
) -> Iterator[tuple[NDArray[np.int64], Floats]]:
    """What the trees read: for each finding the numbers of the later ones that are compared, and an array of shape (compared, signals)."""
    read = _read(index, [*findings, *later])
    candidates = read[len(findings) :]
    papers = np.array([finding.record.id for finding in later])
    together = np.concatenate([each.tokens for each in candidates])
    starts = np.cumsum([0, *(len(each.tokens) for each in candidates[:-1])])
    for told in read[: len(findings)]:
        late = told.weights @ np.maximum.reduceat(told.tokens @ together.T, starts, axis=1)
        compared = _nearest(late, papers)
        near = [candidates[number] for number in compared]
        rows = np.array([[*_by_meaning(told, candidate), *_by_words(told, candidate)] for candidate in near])
        yield compared, np.hstack([rows, _beside_best(rows, papers[compared])])


def _nearest(late: NDArray[np.float32], papers: NDArray[np.str_]) -> NDArray[np.int64]:
    """The numbers of the findings of each paper that come nearest, in their order."""
    chosen = [
        inside[np.argsort(-late[inside], kind="stable")[:_COMPARED]]
        for inside in (np.flatnonzero(papers == paper) for paper in np.unique(papers))
    ]
    return np.sort(np.concatenate(chosen))


@cache
def link_forest() -> Forest:
    """The trees that ship with Kloe."""
    return read_forest(json.loads(files(__package__).joinpath("links.json").read_text("utf-8")))


def _by_meaning(told: _Read, candidate: _Read) -> list[float]:
    """How near the tokens of the two come, each way, and how near their means are."""
    cosines = told.tokens @ candidate.tokens.T
    nearest = cosines.max(axis=1)
    heavy = np.sort(nearest[told.heavy])
    return [
        float(told.weights @ nearest),
        float(heavy[:_WEAKEST].mean()),
        float(candidate.weights @ cosines.max(axis=0)),
        float(told.plain @ candidate.plain),
        float(told.weighed @ candidate.weighed),
    ]


def _by_words(told: _Read, candidate: _Read) -> list[float]:
    """How many words, matters and themes the two share, how long they are, and which way they point."""
    mine, theirs = sum(told.stems.values()) or 1.0, sum(candidate.stems.values()) or 1.0
    common = sum(weight for word, weight in told.stems.items() if word in candidate.stems)
    headed = sum(weight for word, weight in told.stems.items() if word in candidate.headed)
    rarest = max(told.stems, key=lambda word: told.stems[word], default="")
    matters = len(told.matters & candidate.matters)
    said, said_later = told.finding, candidate.finding
    themes = len(set(said.themes) & set(said_later.themes))
    return [
        common / mine,
        common / theirs,
        headed / mine,
        common / (mine + theirs - common),
        float(rarest in candidate.stems),
        float(matters),
        matters / (len(told.matters) or 1),
        matters / (len(told.matters | candidate.matters) or 1),
        len(told.matters & candidate.matters_headed) / (len(told.matters) or 1),
        float(not told.matters),
        float(len(candidate.matters)),
        themes / (len(said.themes) or 1),
        themes / (len(set(said.themes) | set(said_later.themes)) or 1),
        float(said.themes[:1] == said_later.themes[:1]),
        len(said.evidence.quote) / _HUNDRED,
        len(said_later.evidence.quote) / _HUNDRED,
        said.stored.bad,
        said_later.stored.good,
        said_later.stored.bad,
        float(said_later.asks),
    ]


def _unit(vector: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-9), dtype=np.float32)


def _beside_best(rows: Floats, papers: NDArray[np.str_]) -> Floats:
    """How far some signals fall short of the best in the same paper."""
    columns = rows[:, [0, 4, 5, 11]]
    short = np.zeros_like(columns)
    for paper in np.unique(papers):
        inside = papers == paper
        short[inside] = columns[inside] - columns[inside].max(axis=0)
    return short


def _read(index: Index, findings: Sequence[Finding]) -> list[_Read]:
    results = {finding.evidence.result.id: finding.evidence.result for finding in findings}
    vectors = index.token_vectors(list(results))
    spans = dict(zip(results, index.token_spans([each.passage for each in results.values()]), strict=True))
    axes = next((found.shape[1] for found in vectors.values()), 1)
    weigh = cache(index.weigh)
    read = []
    for finding in findings:
        id_ = finding.evidence.result.id
        tokens, weights = _tokens(finding, vectors.get(id_), spans[id_], weigh, axes)
        above = " . ".join(finding.evidence.result.passage.headings[-_HEADINGS:])
        used = {stem(word): weigh(word) for word in words(finding.evidence.quote) if word not in STOPWORDS}
        matters = frozenset(finding.matters)
        headed = used.keys() | {stem(word) for word in words(above)}
        read.append(_Read(finding, tokens, weights, used, frozenset(headed), matters, matters | matters_of(above)))
    return read


def _tokens(
    finding: Finding,
    vectors: NDArray[np.float32] | None,
    spans: Sequence[tuple[int, int]],
    weigh: Callable[[str], float],
    axes: int,
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """A finding's token vectors and their weights; one empty token if the index has none."""
    if vectors is None or not len(vectors):
        return np.zeros((1, axes), dtype=np.float32), np.ones(1, dtype=np.float32)
    evidence, text = finding.evidence, finding.evidence.result.passage.text
    inside = [n for n, (start, _) in enumerate(spans[: len(vectors)]) if evidence.start <= start < evidence.end]
    chosen = inside or list(range(len(vectors)))  # past the model's window, a part counts as its whole passage
    found = [word_at(text, *spans[n]) if spans[n][0] >= 0 else "" for n in chosen]
    weights = np.array([weigh(word) if word else 0.0 for word in found], dtype=np.float32) + np.float32(1e-6)
    return vectors[chosen], weights / weights.sum()
