"""Prints Kloe's evaluation table and how well it declines, over an existing index.

    KLOE_INDEX=.kloe/bench python -m bench.evaluate ../shared/eval [--out ANSWERS.jsonl]

Answers every question of the evaluation folder as `kloe answer` does and scores the answers with the folder's `score.py`, whose last
line is the precision and recall of declining. Then it prints how many questions were declined and why, among those and among
the questions of `bench/unanswerable.txt`. Nothing is timed, so the same index gives the same figures every time.
"""

import argparse
import json
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console
from rich.progress import Progress

from app.cli.batch import answer_file
from app.server import open_index
from app.settings import settings
from bench.declining import Outcome, ask_all, print_reasons, read_unanswerable
from index import Index
from ingest import KloeError

_FILES = ("questions.jsonl", "score.py", "pages.jsonl.gz")


def main() -> None:
    """Answer, score and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("evaluation", type=Path, help=f"folder with {', '.join(_FILES[:-1])} and {_FILES[-1]}")
    parser.add_argument("--out", type=Path, help="where to keep the answers, as JSON lines")
    arguments = parser.parse_args()
    _check(arguments.evaluation)
    with TemporaryDirectory() as folder:
        answers = arguments.out or Path(folder) / "answers.jsonl"
        try:
            index = open_index()
            _answer(index, arguments.evaluation / "questions.jsonl", answers)
        except KloeError as error:
            sys.exit(str(error))
        print(_score(arguments.evaluation, answers), end="\n\n")
        outcomes = _outcomes(arguments.evaluation / "questions.jsonl", answers)
    print_reasons("evaluation", outcomes)
    print_reasons("unanswerable", ask_all(index, [(question, False) for question in read_unanswerable()]))


def _check(evaluation: Path) -> None:
    """End with a message if the evaluation folder or the index is missing."""
    for name in _FILES:
        if not (evaluation / name).is_file():
            sys.exit(f"{evaluation} is not an evaluation folder: it has no {name}.")
    folder = settings().index
    if not (folder / "current").is_file():
        sys.exit(f"There is no index at {folder}. Make one with `kloe index`, or set KLOE_INDEX.")


def _answer(index: Index, questions: Path, out: Path) -> None:
    """Answer every question, with a progress bar on standard error."""
    with Progress(console=Console(stderr=True)) as progress:
        task = progress.add_task("Answering")
        answer_file(index, questions, out, lambda done, total: progress.update(task, completed=done, total=total))


def _score(evaluation: Path, answers: Path) -> str:
    """Give the table that `score.py` prints, without its times."""
    command = [sys.executable, "score.py", "questions.jsonl", str(answers.resolve()), "--pages", "pages.jsonl.gz"]
    scored = subprocess.run(command, cwd=evaluation, capture_output=True, text=True)
    if scored.returncode:
        sys.exit(f"score.py failed: {scored.stderr.strip()}")
    return re.sub(r"\s+seconds:.*", "", scored.stdout.strip())


def _outcomes(questions: Path, answers: Path) -> list[Outcome]:
    reasons = {row["id"]: row["reason"] for row in _rows(answers)}
    return [Outcome(row["question"], bool(row["answerable"]), reasons[str(row["id"])]) for row in _rows(questions)]


def _rows(path: Path) -> list[dict[str, str]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    main()
