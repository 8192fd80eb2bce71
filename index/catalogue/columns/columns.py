"""What passages and findings are counted by, one array for each property, so that any part of them is counted in a moment."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.catalogue.scope import LIKELY, Polarity, Said
from ingest import Stance

STANCES = tuple(Stance)
POLARITIES = tuple(Polarity)

Ints = NDArray[np.integer[Any]]
Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class DocumentColumns:
    """The passages of one document and their findings.

    Attributes:
        rows: of its passages, in order.
        stances: of each passage, a place in `STANCES`.
        findings: of each finding, the place of its passage in `rows`.
        points: of each finding, whether it points the way of each of `POLARITIES`: shape (findings, 2).
        abouts: pairs of a finding and the number of a theme that it is about.
    """

    rows: Ints
    stances: Ints
    findings: Ints
    points: Mask
    abouts: Ints


@dataclass(frozen=True)
class Columns:
    """The passages of all documents and their findings.

    Attributes:
        ids: of the documents.
        themes: their names; the columns have numbers in their place.
        documents: of each passage, the place of its document in `ids`.
        rows, stances, findings, points, abouts: as those of one document.
    """

    ids: tuple[str, ...]
    themes: tuple[str, ...]
    documents: Ints
    rows: Ints
    stances: Ints
    findings: Ints
    points: Mask
    abouts: Ints

    @classmethod
    def join(cls, parts: Sequence[tuple[str, DocumentColumns]], themes: Sequence[str]) -> "Columns":
        """The columns of several documents, each with its id."""
        every = [part for _, part in parts] or [_EMPTY]
        passages = np.cumsum([0] + [len(part.rows) for part in every])
        findings = np.cumsum([0] + [len(part.findings) for part in every])
        return cls(
            ids=tuple(id_ for id_, _ in parts),
            themes=tuple(themes),
            documents=np.repeat(np.arange(len(every), dtype=np.int32), [len(part.rows) for part in every]),
            rows=np.concatenate([part.rows for part in every]),
            stances=np.concatenate([part.stances for part in every]),
            findings=np.concatenate(
                [(part.findings + first).astype(np.int32) for part, first in zip(every, passages, strict=False)]
            ),
            points=np.concatenate([part.points for part in every]),
            abouts=np.concatenate(
                [
                    (part.abouts + np.array((first, 0))).astype(np.int32)
                    for part, first in zip(every, findings, strict=False)
                ]
            ),
        )

    @cached_property
    def _place(self) -> dict[str, int]:
        return {id_: place for place, id_ in enumerate(self.ids)}

    def of_documents(self, ids: Collection[str]) -> Mask:
        """Which passages are of these documents."""
        inside = np.zeros(len(self.ids) or 1, dtype=bool)
        inside[[self._place[id_] for id_ in ids if id_ in self._place]] = True
        return inside[self.documents]

    def of_rows(self, rows: Ints) -> Mask:
        """Which passages stand in these rows."""
        return np.isin(self.rows, rows)

    def that_say(self, said: Said) -> Mask:
        """Which passages say what is asked for."""
        mask = np.ones(len(self.rows), dtype=bool)
        if said.stances:
            mask &= np.isin(self.stances, [STANCES.index(stance) for stance in said.stances])
        if said.polarities or said.themes:
            found = np.zeros(len(self.rows), dtype=bool)
            found[self.findings[self._findings_that_say(said)]] = True
            mask &= found
        return mask

    def count_stances(self, passages: Mask) -> dict[str, int]:
        """How many of these passages are in a section of each stance."""
        return _counted(self.stances[passages], STANCES)

    def count_polarities(self, passages: Mask, said: Said) -> dict[str, int]:
        """How many of these passages have a finding that points each way, and is about the themes asked for."""
        chosen = self._findings_that_say(replace(said, polarities=())) & passages[self.findings]
        findings, ways = np.nonzero(self.points & chosen[:, None])
        return _counted_once(self.findings[findings], ways, POLARITIES)

    def count_themes(self, passages: Mask, said: Said) -> dict[str, int]:
        """How many of these passages have a finding about each theme, which points one of the ways asked for."""
        chosen = self._findings_that_say(replace(said, themes=())) & passages[self.findings]
        abouts = self.abouts[chosen[self.abouts[:, 0]]]
        return _counted_once(self.findings[abouts[:, 0]], abouts[:, 1], self.themes)

    def documents_of(self, passages: Mask) -> list[str]:
        """The ids of the documents of these passages."""
        return [self.ids[place] for place in np.unique(self.documents[passages])]

    def _findings_that_say(self, said: Said) -> Mask:
        mask = np.ones(len(self.findings), dtype=bool)
        if said.polarities:
            mask &= self.points[:, [POLARITIES.index(polarity) for polarity in said.polarities]].any(axis=1)
        if said.themes:
            wanted = [number for number, name in enumerate(self.themes) if name in said.themes]
            about = np.zeros(len(self.findings), dtype=bool)
            about[self.abouts[np.isin(self.abouts[:, 1], wanted), 0]] = True
            mask &= about
        return mask


def _counted(values: Ints, names: Sequence[str]) -> dict[str, int]:
    """How often each value comes, by its name."""
    counts = np.bincount(values, minlength=len(names))
    return {str(name): int(count) for name, count in zip(names, counts, strict=True) if count}


def _counted_once(passages: Ints, values: Ints, names: Sequence[str]) -> dict[str, int]:
    """How many different passages come with each value, by its name."""
    comes = np.zeros((int(passages.max(initial=-1)) + 1, len(names)), dtype=bool)
    comes[passages, values] = True
    return {str(name): int(count) for name, count in zip(names, comes.sum(axis=0), strict=True) if count}


def points_of(good: float, bad: float) -> tuple[bool, bool]:
    """Whether a finding points the way of each of `POLARITIES`."""
    return good > LIKELY, bad > LIKELY


_NONE = np.zeros(0, dtype=np.int64)
_EMPTY = DocumentColumns(_NONE, _NONE, _NONE, np.zeros((0, 2), dtype=bool), np.zeros((0, 2), dtype=np.int64))
