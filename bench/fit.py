"""Fits the weights of the three search scores on one half of the questions, and reports on both halves.

    KLOE_INDEX=.kloe/bench python -m bench.fit ../shared/eval

Prints the weights for `index/ranking/fusion.py`, and hit@1 and mrr@10 within the scope, for each half, with the fitted weights and
with those in use. The questions are halved by authority, so that no report is in both halves.
"""

import argparse
import json
import zlib
from dataclasses import astuple, dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from app.server import open_index
from bench.retrieval import load_score
from index import Index
from index.ranking.fusion import Weights, standardise
from qa import parse


@dataclass(frozen=True)
class _Question:
    """The candidates of a question: scores, standardised, of shape (candidates, 3); whether each carries evidence; and its half."""

    scores: NDArray[np.float64]
    carries: NDArray[np.float64]
    half: int


def main() -> None:
    """Print the weights and the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("evaluation", type=Path, help="folder with questions.jsonl and score.py")
    folder = parser.parse_args().evaluation
    index, score = open_index(), load_score(folder)
    rows = [json.loads(line) for line in (folder / "questions.jsonl").read_text("utf-8").splitlines()]
    questions = [
        question for row in rows if row["answerable"] and (question := _candidates(index, score, row)) is not None
    ]
    fitted = _fit([question for question in questions if question.half == 0])
    print(f"{len(questions)} questions; fitted: {np.round(fitted / fitted[0], 2)} (dense, lexical, late; dense is 1)")
    for name, weights in (("fitted", fitted), ("in use", np.array(astuple(Weights())))):
        for half in (0, 1):
            ranks = [_first(question, weights) for question in questions if question.half == half]
            hit, mrr = np.mean([rank == 0 for rank in ranks]), np.mean([1 / (r + 1) if r < 10 else 0 for r in ranks])
            print(f"{name}, {'half fitted on' if half == 0 else 'other half'}: hit@1 {hit:.3f}, mrr@10 {mrr:.3f}")


def _candidates(index: Index, score: ModuleType, row: dict[str, Any]) -> _Question | None:
    """Search for a question's candidates; None if none of them carries its evidence, or all do."""
    parsed = parse(index, row["question"])
    records = {record.id: record for record in parsed.scope.held_by(index)}
    candidates = index.candidates(parsed.topic, set(records))
    stored = {passage.id: passage for passage in index.catalogue.passages([candidate.id for candidate in candidates])}
    carries = np.array(
        [
            any(
                score.copies(gold) & set(records[stored[candidate.id].document].sources)
                and score.carries(stored[candidate.id].passage.text, gold["quote"])
                for gold in row["gold"]
            )
            for candidate in candidates
        ],
        dtype=float,
    )
    if not carries.any() or carries.all():
        return None
    columns = zip(*((candidate.similarity, candidate.bm25, candidate.late) for candidate in candidates), strict=True)
    place = (*parsed.scope.authorities, row["id"])[0]
    return _Question(
        np.column_stack([standardise(column) for column in columns]), carries, zlib.crc32(place.encode()) % 2
    )


def _fit(questions: list[_Question]) -> NDArray[np.float64]:
    """Give the weights that maximise the softmax share of the candidates that carry evidence."""
    weights = np.ones(3)
    for _ in range(2000):
        gradient = 0.02 * weights
        for question in questions:
            share = np.exp((logits := question.scores @ weights) - logits.max())
            target = question.carries / question.carries.sum()
            gradient -= question.scores.T @ (target - share / share.sum()) / len(questions)
        weights = weights - 0.2 * gradient
    return weights


def _first(question: _Question, weights: NDArray[np.float64]) -> int:
    """Give the rank of the first candidate that carries evidence, from 0."""
    order = np.argsort(-(question.scores @ weights), kind="stable")
    return int(np.flatnonzero(question.carries[order])[0])


if __name__ == "__main__":
    main()
