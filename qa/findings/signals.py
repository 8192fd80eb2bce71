"""Signals of whether two findings speak of the same matter: numbers about what they have in common, and signs of their words.

The numbers come from words, the meaning of tokens, matters, themes, and the passages that the findings stand in. A sign is a word or a
matter that both name, or that only one of them names: "both:supervis" tells more than "both:child".
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa.findings.compared import Compared, Reader, Vectors
from qa.findings.finding import Finding

Floats = NDArray[np.float64]
_WEAKEST = 3  # of the heavier tokens of a finding
_LOOKED_AT, _COMPARED = 40, 12  # findings of one later paper whose tokens, and whose words too, are compared
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


def pairs(reader: Reader, findings: Sequence[Finding], later: Sequence[Finding]) -> Iterator[Pairs]:
    """Set each finding beside the later ones: of each later paper those whose tokens come nearest."""
    told, candidates = reader.read(findings), reader.read(later)
    papers = np.array([finding.record.id for finding in later])
    means = _Means.of(candidates)
    for each in told:
        shares = np.array([not each.matters.isdisjoint(candidate.matters_headed) for candidate in candidates])
        near = _nearest(means.plain @ each.plain + means.weighed @ each.weighed + shares, papers, _LOOKED_AT)
        meaning = _by_meaning(each, [candidates[number] for number in near])
        nearest = _nearest(meaning[:, 0], papers[near], _COMPARED)
        compared = near[nearest]
        chosen = [candidates[number] for number in compared]
        around = [means.plain @ each.plain, means.weighed @ each.weighed, means.around @ each.plain]
        rows = np.column_stack(
            [
                meaning[nearest],
                *(signal[compared] for signal in around),
                np.array([_by_words(each, candidate) for candidate in chosen]),
            ]
        )
        rows = np.hstack([rows, _beside_best(rows, papers[compared])])
        yield Pairs(compared, rows, tuple(_signs(each, candidate) for candidate in chosen))


def _nearest(near: Vectors, papers: NDArray[np.str_], most: int) -> NDArray[np.int64]:
    """The numbers of the findings of each paper that come nearest, in their order.

    Args:
        near: how near each finding comes, an array of shape (findings,).
    """
    chosen = [
        inside[np.argsort(-near[inside], kind="stable")[:most]]
        for inside in (np.flatnonzero(papers == paper) for paper in np.unique(papers))
    ]
    return np.sort(np.concatenate(chosen))


@dataclass(frozen=True)
class _Means:
    """Directions of the means of the later findings’ tokens, plain, weighed and of their passages, each of shape (later, axes)."""

    plain: Vectors
    weighed: Vectors
    around: Vectors

    @classmethod
    def of(cls, candidates: Sequence[Compared]) -> "_Means":
        """The means of findings."""
        return cls(
            np.array([each.plain for each in candidates]),
            np.array([each.weighed for each in candidates]),
            np.array([each.around for each in candidates]),
        )


def _by_meaning(told: Compared, candidates: Sequence[Compared]) -> Vectors:
    """How near the tokens of a finding come to those of each candidate: together, the weakest, and the other way.

    Returns:
        An array of shape (candidates, 3).
    """
    starts = np.cumsum([0, *(len(each.tokens) for each in candidates[:-1])])
    cosines = told.tokens @ np.concatenate([each.tokens for each in candidates]).T
    nearest = np.maximum.reduceat(cosines, starts, axis=1)
    heavy = told.weights >= np.median(told.weights)
    weights = np.concatenate([each.weights for each in candidates])
    return np.column_stack(
        [
            told.weights @ nearest,
            np.sort(nearest[heavy], axis=0)[:_WEAKEST].mean(axis=0),
            np.add.reduceat(weights * cosines.max(axis=0), starts),
        ]
    )


def _by_words(told: Compared, candidate: Compared) -> list[float]:
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


def _signs(told: Compared, candidate: Compared) -> dict[str, float]:
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
