"""Asks Kloe sixty counting questions, and compares its answers with those worked out from the documents without it.

    KLOE_INDEX=.kloe/bench python -m bench.counting ../shared [--truths]

`shared` holds the published documents (`corpus/`) and the checked list of grades (`eval/`). For each question it prints
right, wrong or declined, with what was expected and what Kloe gave; then the totals for each kind of question. `--truths`
prints the expected answers and asks nothing. A question that the documents cannot answer is right if it is declined.
"""

import argparse
import collections
import tomllib
from pathlib import Path
from typing import NamedTuple

from rich.console import Console
from rich.progress import track

from bench.counting.asking import Counted, ask_kloe
from bench.counting.comparing import DECLINED, RIGHT, WRONG, judge
from bench.counting.records import Library
from bench.counting.truth import Cannot, Count, Days, Groups, Most, Truth
from bench.counting.truths import work_out

_MOST_NAMES = 8  # of councils or groups to print


class Question(NamedTuple):
    id: str
    kind: str
    text: str


def main() -> None:
    """Ask, compare and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path)
    parser.add_argument("--truths", action="store_true", help="print the expected answers, and ask nothing")
    arguments = parser.parse_args()
    if missing := [name for name in ("corpus", "eval") if not (arguments.shared / name).is_dir()]:
        print(f"skipped: there is no {' or '.join(missing)} in {arguments.shared}")
        return
    questions, truths = read_questions(), work_out(Library(arguments.shared))
    if arguments.truths:
        for question in questions:
            print(f"{question.text}\n    {tell(truths[question.id])}")
        return
    counts: dict[str, collections.Counter[str]] = collections.defaultdict(collections.Counter)
    for question in track(questions, description="Asking", console=Console(stderr=True)):
        truth, got = truths[question.id], ask_kloe(question.text)
        verdict = judge(truth, got)
        counts[question.kind][verdict] += 1
        print(f"{verdict:8} | {question.text} | expected {tell(truth)} | got {tell_counted(got)}")
    print_totals(counts)


def read_questions() -> list[Question]:
    """Read the questions, in order."""
    rows = tomllib.loads(Path(__file__).with_name("questions.toml").read_text("utf-8"))["question"]
    return [Question(**row) for row in rows]


def tell(truth: Truth) -> str:
    """Say an expected answer in few words."""
    match truth:
        case Count(number, of, councils):
            share = f" of {of} ({number / of:.1%})" if of else ""
            return f"{number}{share}" + (f": {', '.join(sorted(councils))}" if councils else "")
        case Days(number, tolerance):
            return f"{number:.4g} days" + (f" (within {tolerance:g})" if tolerance else "")
        case Groups(by_label):
            return "; ".join(f"{label}: {tell(value)}" for label, value in sorted(by_label.items()))
        case Most(label, number):
            return f"{label}, {number}"
        case Cannot():
            return "declined"


def tell_counted(got: Counted) -> str:
    """Say what Kloe counted in few words."""
    if not got.computed:
        return f"declined: {got.explanation}"
    number = "no number" if got.number is None else f"{got.number:g} {got.unit}".strip()
    groups = "; ".join(f"{group.label}: {group.number:g}" for group in got.groups)
    councils = sorted(got.councils)
    named = ", ".join(councils[:_MOST_NAMES]) + (" …" if len(councils) > _MOST_NAMES else "")
    return " | ".join(filter(None, (number + (f" of {got.of}" if got.of else ""), groups, named)))


def print_totals(counts: dict[str, collections.Counter[str]]) -> None:
    """Print right, wrong and declined by kind of question, and for all."""
    counts["all"] = sum(counts.values(), collections.Counter())
    for kind, verdicts in counts.items():
        said = ", ".join(f"{verdicts[verdict]} {verdict}" for verdict in (RIGHT, WRONG, DECLINED))
        print(f"{kind}: {said} of {verdicts.total()}")


if __name__ == "__main__":
    main()
