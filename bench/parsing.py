"""How long it takes to parse a question: `python -m bench.parsing QUESTIONS.jsonl`, on the index that the settings name."""

import json
import sys
import time
from pathlib import Path
from statistics import median, quantiles

import qa
from app.cli.opening import open_index


def main() -> None:
    """Parse each question once, after one parse that fills the caches, and print the median and the 95th percentile."""
    questions = [
        json.loads(line)["question"] for line in Path(sys.argv[1]).read_text("utf-8").splitlines() if line.strip()
    ]
    index = open_index()
    qa.parse(index, questions[0])
    taken = []
    for question in questions:
        begun = time.perf_counter()
        qa.parse(index, question)
        taken.append(1000 * (time.perf_counter() - begun))
    print(
        f"{len(taken)} questions parsed: median {median(taken):.1f} ms, 95th percentile {quantiles(taken, n=20)[-1]:.1f} ms"
    )


if __name__ == "__main__":
    main()
