"""The labelled pairs as a table of signals, each row with its label, its question and its fold."""

import collections
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track

from bench.answering.labels import Pair, digest, read_pairs, read_questions
from index import Index
from qa import parse
from qa.answer.finding import is_about_many, search_to_quote
from qa.evidence import weigh_topic
from qa.evidence.answering.signals import Row, Signals
from qa.evidence.units import Evidence, make_units
from qa.precedents.finding import elsewhere

FOLDS = 5
LAY = "~"  # after the id of a question in its lay wording
_ONE_AUTHORITY = 0.8  # share of a question's pairs; such a question is in the fold of its authority


@dataclass(frozen=True)
class Table:
    """Labelled pairs.

    Attributes:
        names: of the signals.
        rows: the signals, an array of shape (pairs, signals).
        labels, questions, folds: of each pair; arrays of shape (pairs,).
    """

    names: tuple[str, ...]
    rows: NDArray[np.float64]
    labels: NDArray[np.str_]
    questions: NDArray[np.str_]
    folds: NDArray[np.int64]

    def column(self, name: str) -> NDArray[np.float64]:
        """One signal of every pair."""
        return self.rows[:, self.names.index(name)]


def read_table(index: Index, evaluation: Path | None) -> tuple[Table, int]:
    """Read the signals of every labelled pair from an index; also gives how many pairs a search does not find (again).

    A question about one authority is in that authority's fold, so that no fold is trained on what another is tested on.
    """
    pairs: dict[str, list[Pair]] = {}
    for pair in read_pairs():
        pairs.setdefault(pair.question, []).append(pair)
    questions = read_questions(evaluation)
    places = {record.id: record.group for record in index.catalogue.records()}
    rows: list[Row] = []
    kept: list[tuple[str, str, int]] = []
    known = [id_ for id_ in pairs if id_ in questions]
    for id_ in track(known, description="Reading signals", console=Console(stderr=True)):
        fold = _fold(id_, [places.get(pair.document, "") for pair in pairs[id_]])
        for number, wording in enumerate(questions[id_].wordings):
            signals = _signals(index, wording, questions[id_].precedent)
            for pair in pairs[id_]:
                if row := signals.get((pair.document, pair.digest)):
                    rows.append(row)
                    kept.append((pair.label, f"{id_}{LAY * number}", fold))
    names = tuple(rows[0])
    table = Table(
        names,
        np.array([[row[name] for name in names] for row in rows]),
        np.array([label for label, _, _ in kept]),
        np.array([question for _, question, _ in kept]),
        np.array([fold for _, _, fold in kept]),
    )
    wanted = sum(len(pairs[id_]) * len(questions[id_].wordings) for id_ in known)
    return table, wanted - len(rows)


def _signals(index: Index, question: str, precedent: bool) -> Mapping[tuple[str, str], Row]:
    """The signals of a question's units, by document and digest of the words."""
    parsed = elsewhere(parse(index, question), question) if precedent else parse(index, question)
    inside = parsed.scope.held_by(index)
    if not inside:
        return {}
    units = make_units(index, search_to_quote(index, parsed, inside))
    rows = Signals(index, parsed, weigh_topic(index, parsed.topic), is_about_many(inside)).rows(units)
    return {_key(unit.evidence): row for unit, row in zip(units, rows, strict=True)}


def _key(evidence: Evidence) -> tuple[str, str]:
    return evidence.result.record.id, digest(evidence.quote)


def _fold(question: str, places: Sequence[str]) -> int:
    place, count = collections.Counter(places).most_common(1)[0]
    group = place if count >= _ONE_AUTHORITY * len(places) else question
    return zlib.crc32(group.encode()) % FOLDS
