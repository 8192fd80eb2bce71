"""How long searching, answering and declining take, beside a bare Chroma query in the same run.

    KLOE_INDEX=.kloe/bench python -m bench.pace ../shared/eval/questions.jsonl

They take turns at the questions, so that other work on the machine hits all alike; the ratios say more than the milliseconds.
"""

import argparse
import json
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import qa
from app.server import open_index
from index import Index

_TURN = 20  # questions in a row for one of them: more than an index keeps the vectors of
_REFUSED = 40  # questions for a year of which no document is held


def main() -> None:
    """Print the median milliseconds of each, and what they are to a search."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("questions", type=Path)
    questions = [
        row["question"]
        for row in map(json.loads, parser.parse_args().questions.read_text("utf-8").splitlines())
        if row["answerable"]
    ]
    index = open_index()
    index.warm()
    spent: dict[str, list[float]] = {}
    for start in range(0, len(questions), _TURN):
        steps = [_steps(index, question) for question in questions[start : start + _TURN]]
        for name in steps[0]:
            spent.setdefault(name, []).extend(_seconds(step[name]) for step in steps)
    refusals = [_seconds(partial(qa.ask, index, question)) for question in _refused(index)]
    search = statistics.median(spent["search"])
    for name, seconds in {**spent, "a refusal: no document held": refusals}.items():
        median = statistics.median(seconds)
        print(
            f"{name:32}{median * 1000:8.0f} ms{median / search:8.2f} of a search{max(seconds) * 1000:8.0f} ms at most"
        )


def _steps(index: Index, question: str) -> dict[str, Callable[[], object]]:
    parsed = qa.parse(index, question)
    return {
        "search": lambda: qa.find(index, qa.parse(index, question)),
        "search without the closer look": lambda: qa.find(index, qa.parse(index, question), rerank=False),
        "answer": lambda: qa.ask(index, question),
        "a bare Chroma query": lambda: index.vectors.nearest(index.embedder.embed_query(parsed.topic), 20),
    }


def _refused(index: Index) -> list[str]:
    """Questions for an authority that is held and a year of which no document of it is."""
    held: dict[str, set[int]] = {}
    for record in index.catalogue.records():
        held.setdefault(record.authority or "", set()).update(record.years)
    asked = []
    for authority in sorted(filter(None, held)):
        missing = next((year for year in range(2014, 2026) if year not in held[authority]), None)
        asked += [f"What did Ofsted say about supervision in {authority} in {missing}?"] if missing else []
    return asked[:_REFUSED]


def _seconds(step: Callable[[], object]) -> float:
    begun = time.perf_counter()
    step()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
