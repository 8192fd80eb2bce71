"""Fits when a question is declined, and says how well that does on questions that it was not fitted on.

    KLOE_INDEX=.kloe/bench python -m bench.declining ../shared/eval/questions.jsonl [--list]

Takes the evaluation questions and those of `bench/unanswerable.txt`. Prints the weights for `qa/deciding.py` fitted on every other
question, precision and recall of declining over the rest at several thresholds, and, for each of both files as the product stands,
how many were declined and why; `--list` names those that were answered and should not be, and the other way round.
"""

import argparse
import collections
import json
from dataclasses import astuple
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from app.server import open_index
from index import Index
from qa import ask, find, parse
from qa.evidence import read_signals, weigh_topic

_UNANSWERABLE = Path(__file__).parent / "unanswerable.txt"


def main() -> None:
    """Print the fit and the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--list", action="store_true", help="name the questions that were decided wrongly")
    given = parser.parse_args()
    rows = [json.loads(line) for line in given.questions.read_text("utf-8").splitlines()]
    asked = [(row["question"], bool(row["answerable"])) for row in rows]
    written = [line for line in _UNANSWERABLE.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    index = open_index()
    _fit(index, [*asked, *((question, False) for question in written)])
    for name, questions in (("evaluation", asked), ("unanswerable", [(question, False) for question in written])):
        _report(index, name, questions, given.list)


def _fit(index: Index, questions: list[tuple[str, bool]]) -> None:
    held = [(signals, answerable) for text, answerable in questions if (signals := _signals(index, text)) is not None]
    features = np.array([signals for signals, _ in held])
    wanted = np.array([answerable for _, answerable in held], dtype=float)
    half = np.arange(len(held)) % 2 == 0
    weights, bias = _logistic(features[half], wanted[half])
    print(f"{len(held)} questions reach the decision; fitted on {half.sum()}: {np.round(weights, 2)}, bias {bias:.2f}")
    likely = 1 / (1 + np.exp(-(features[~half] @ weights + bias)))
    for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        declined, unanswerable = likely < least, wanted[~half] == 0
        right = (declined & unanswerable).sum()
        print(
            f"declined below {least}: precision {right / max(1, declined.sum()):.2f}, recall {right / max(1, unanswerable.sum()):.2f}"
        )


def _signals(index: Index, question: str) -> tuple[float, ...] | None:
    """The signals of a question; None where it is declined before anything is searched, or answered from the catalogue."""
    answer = ask(index, question)
    if answer.told or (not answer.answered and not answer.results):
        return None
    parsed = parse(index, question)
    return astuple(read_signals(weigh_topic(index, parsed.topic), find(index, parsed)))


def _logistic(features: NDArray[np.float64], wanted: NDArray[np.float64]) -> tuple[NDArray[np.float64], float]:
    """Logistic regression by gradient descent; both answers weigh alike, and large weights cost."""
    rows = np.hstack([features, np.ones((len(features), 1))])
    share = np.where(wanted == 1, 0.5 / max(1, wanted.sum()), 0.5 / max(1, (1 - wanted).sum()))
    fitted = np.zeros(rows.shape[1])
    for _ in range(20_000):
        error = (1 / (1 + np.exp(-rows @ fitted)) - wanted) * share
        fitted -= 0.5 * (rows.T @ error + 0.002 * np.append(fitted[:-1], 0))
    return fitted[:-1], float(fitted[-1])


def _report(index: Index, name: str, questions: list[tuple[str, bool]], listed: bool) -> None:
    reasons: collections.Counter[str] = collections.Counter()
    for question, answerable in questions:
        answer = ask(index, question)
        reasons[f"{'answerable' if answerable else 'unanswerable'}: {answer.reason or 'answered'}"] += 1
        if listed and answer.answered != answerable:
            print(f"{'answered' if answer.answered else 'declined'}: {question}")
    print(f"{name}: {dict(sorted(reasons.items()))}")


if __name__ == "__main__":
    main()
