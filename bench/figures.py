"""Asks the questions of `bench/figures.csv`, each for a figure, and prints how many are answered by it, and how many declined.

    KLOE_INDEX=.kloe/bench python -m bench.figures [--list]

Half of the questions ask for a figure that a document gives: the file names its path, its page and the figure. The others ask for one
that no document of their scope gives, though it speaks of the subject. They are halved by authority: the rules in
`qa/evidence/figures.py` and `counting.py` were chosen on half 0. `--list` also prints the questions that were decided wrongly.
"""

import argparse
import collections
import csv
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from app.server import open_index
from index import Index
from qa import Answer, ask

_QUESTIONS = Path(__file__).parent / "figures.csv"
_POINTS = "For the figure, see "


@dataclass(frozen=True)
class Asked:
    """A question for a figure; page 0 if the document does not give it."""

    question: str
    authority: str
    document: str
    page: int
    figure: str

    @property
    def half(self) -> int:
        """The half that its authority belongs to."""
        return zlib.crc32(self.authority.encode()) % 2

    def is_right(self, answer: Answer) -> bool:
        """True if the answer points to the figure on its page, or declines where there is none."""
        if not self.page:
            return answer.reason is not None
        figure = re.compile(rf"(?<![\w,.]){re.escape(self.figure)}(?!\w)", re.I)
        return any(
            citation.record.path == self.document
            and self.page in {span.page for span in citation.spans}
            and figure.search(citation.quote)
            for citation in answer.citations
            if answer.lead.startswith(_POINTS) and f"[{citation.number}]" in answer.lead
        )


def read_questions() -> Iterator[Asked]:
    """Read the questions."""
    with _QUESTIONS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield Asked(row["question"], row["authority"], row["document"], int(row["page"]), row["figure"])


def main() -> None:
    """Ask and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--list", action="store_true", help="print the questions that were decided wrongly")
    print_table(open_index(), parser.parse_args().list)


def print_table(index: Index, with_misses: bool) -> None:
    """Print a line for each half and kind of question."""
    asked: collections.Counter[tuple[int, bool]] = collections.Counter()
    right: collections.Counter[tuple[int, bool]] = collections.Counter()
    for question in read_questions():
        key = question.half, bool(question.page)
        answer = ask(index, question.question)
        asked[key] += 1
        right[key] += question.is_right(answer)
        if with_misses and not question.is_right(answer):
            print(f"{answer.reason or 'answered'}: {question.question} {answer.lead}")
    print("| half | figure | asked | right |")
    print("|---|---|---|---|")
    for half, given in sorted(asked, reverse=True):
        print(f"| {half} | {'given' if given else 'not given'} | {asked[half, given]} | {right[half, given]} |")


if __name__ == "__main__":
    main()
