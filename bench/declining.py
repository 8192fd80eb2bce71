"""Fits the weights that decide when to decline a question, and reports how well they work on other questions.

    KLOE_INDEX=.kloe/bench python -m bench.declining ../shared/eval/questions.jsonl [--list]

Uses the evaluation questions and those of `bench/unanswerable.txt`. Fits the weights for `qa/evidence/answerability.py` on every other
question and prints them, with the precision and recall of declining over the remaining questions at several thresholds. Then it
prints, for each of the two files and with the weights in use, how many questions were declined and why. `--list` also
prints the questions that were wrongly answered or wrongly declined.
"""

import argparse
import collections
import json
from collections.abc import Iterable
from dataclasses import astuple, dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track

from app.server import open_index
from index import Index
from qa import ask, find, parse
from qa.evidence import read_signals, weigh_topic

_UNANSWERABLE = Path(__file__).parent / "unanswerable.txt"


@dataclass(frozen=True)
class Outcome:
    """Whether a question could have been answered, and why it was declined: None if it was answered."""

    question: str
    answerable: bool
    reason: str | None


def main() -> None:
    """Print the fit and the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--list", action="store_true", help="print the questions that were decided wrongly")
    arguments = parser.parse_args()
    rows = [json.loads(line) for line in arguments.questions.read_text("utf-8").splitlines()]
    evaluation = [(row["question"], bool(row["answerable"])) for row in rows]
    unanswerable = [(question, False) for question in read_unanswerable()]
    index = open_index()
    _fit(index, [*evaluation, *unanswerable])
    for name, questions in (("evaluation", evaluation), ("unanswerable", unanswerable)):
        outcomes = ask_all(index, questions)
        for outcome in outcomes:
            if arguments.list and (outcome.reason is None) != outcome.answerable:
                print(f"{'declined' if outcome.reason else 'answered'}: {outcome.question}")
        print_reasons(name, outcomes)


def read_unanswerable() -> list[str]:
    """Read the questions of `bench/unanswerable.txt`."""
    lines = _UNANSWERABLE.read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def ask_all(index: Index, questions: list[tuple[str, bool]]) -> list[Outcome]:
    """Ask each `(question, answerable)`, with a progress bar on standard error."""
    return [
        Outcome(question, answerable, ask(index, question).reason)
        for question, answerable in track(questions, description="Asking", console=Console(stderr=True))
    ]


def print_reasons(name: str, outcomes: Iterable[Outcome]) -> None:
    """Print how many questions were answered, and how many were declined for each reason."""
    counts = collections.Counter(
        f"{'answerable' if outcome.answerable else 'unanswerable'}: {outcome.reason or 'answered'}"
        for outcome in outcomes
    )
    print(f"{name}: {dict(sorted(counts.items()))}")


def _fit(index: Index, questions: list[tuple[str, bool]]) -> None:
    samples = [
        (signals, answerable) for text, answerable in questions if (signals := _signals(index, text)) is not None
    ]
    features = np.array([signals for signals, _ in samples])
    answerable = np.array([answerable for _, answerable in samples], dtype=float)
    half = np.arange(len(samples)) % 2 == 0
    weights, bias = _logistic(features[half], answerable[half])
    print(
        f"{len(samples)} questions reach the decision; fitted on {half.sum()}: {np.round(weights, 2)}, bias {bias:.2f}"
    )
    likely = 1 / (1 + np.exp(-(features[~half] @ weights + bias)))
    for least in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        declined, unanswerable = likely < least, answerable[~half] == 0
        right = (declined & unanswerable).sum()
        print(
            f"declined below {least}: precision {right / max(1, declined.sum()):.2f}, recall {right / max(1, unanswerable.sum()):.2f}"
        )


def _signals(index: Index, question: str) -> tuple[float, ...] | None:
    """Give a question's signals; None if it is declined before any search, or answered from the catalogue."""
    answer = ask(index, question)
    if answer.told or (not answer.answered and not answer.results):
        return None
    parsed = parse(index, question)
    return astuple(read_signals(weigh_topic(index, parsed.topic), find(index, parsed)))


def _logistic(features: NDArray[np.float64], labels: NDArray[np.float64]) -> tuple[NDArray[np.float64], float]:
    """Fit a logistic regression by gradient descent, with both labels weighted equally and large weights penalised."""
    rows = np.hstack([features, np.ones((len(features), 1))])
    share = np.where(labels == 1, 0.5 / max(1, labels.sum()), 0.5 / max(1, (1 - labels).sum()))
    fitted = np.zeros(rows.shape[1])
    for _ in range(20_000):
        error = (1 / (1 + np.exp(-rows @ fitted)) - labels) * share
        fitted -= 0.5 * (rows.T @ error + 0.002 * np.append(fitted[:-1], 0))
    return fitted[:-1], float(fitted[-1])


if __name__ == "__main__":
    main()
