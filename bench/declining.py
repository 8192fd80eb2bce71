"""Reports how well questions are declined, and how likely they were thought to be answered.

    KLOE_INDEX=.kloe/bench python -m bench.declining ../shared/eval/questions.jsonl [--list]

Uses the evaluation questions and those of `bench/unanswerable.txt`. For several thresholds it prints the precision and recall of declining
the questions that are less likely to be answered. Then it prints, for each of the two files, how many questions were declined and
why. `--list` also prints the questions that were wrongly answered or wrongly declined.
"""

import argparse
import collections
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import track

from app.server import open_index
from index import Index
from qa import ask, parse
from qa.answer.finding import is_about_many, search_to_quote
from qa.evidence import judge, weigh_topic

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
    _print_thresholds(index, [*evaluation, *unanswerable])
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


def _print_thresholds(index: Index, questions: list[tuple[str, bool]]) -> None:
    """Print how well each threshold would decline the questions that reach the decision."""
    best = [(likely, answerable) for text, answerable in questions if (likely := _likelihood(index, text)) is not None]
    print(f"{len(best)} questions reach the decision")
    for least in (0.2, 0.25, 0.3, 0.35, 0.4, 0.5):
        declined = [answerable for likely, answerable in best if likely < least]
        right, unanswerable = declined.count(False), sum(not answerable for _, answerable in best)
        print(
            f"declined below {least}: precision {right / max(1, len(declined)):.2f}, recall {right / max(1, unanswerable):.2f}"
        )


def _likelihood(index: Index, question: str) -> float | None:
    """How likely it is that a question is answered; None for a question that is declined before any search, or answered with facts."""
    answer = ask(index, question)
    if answer.told or (not answer.answered and not answer.results):
        return None
    parsed = parse(index, question)
    inside = parsed.scope.held_by(index)
    topic = weigh_topic(index, parsed.topic)
    return judge(index, parsed, topic, search_to_quote(index, parsed, inside), is_about_many(inside)).answered


if __name__ == "__main__":
    main()
