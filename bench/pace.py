"""Measures how long searching, answering and declining take, compared with a Chroma query alone in the same run.

    KLOE_INDEX=.kloe/bench python -m bench.pace ../shared/eval/questions.jsonl

Searching, answering and the Chroma query take turns, so that other work on the machine slows them equally; declining is
timed last. The ratios say more than the milliseconds.
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

_TURN = 20  # questions in a row for each: more than the index keeps vectors for
_REFUSED = 40  # questions for a year without documents


def main() -> None:
    """Print the median milliseconds of each, and their ratio to a search."""
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
    refusals = [_seconds(partial(qa.ask, index, question)) for question in _unanswerable(index)]
    search = statistics.median(spent["search"])
    for name, seconds in {**spent, "declining: no document held": refusals}.items():
        median = statistics.median(seconds)
        print(
            f"{name:32}{median * 1000:8.0f} ms{median / search:8.2f} times a search{max(seconds) * 1000:8.0f} ms at most"
        )


def _steps(index: Index, question: str) -> dict[str, Callable[[], object]]:
    parsed = qa.parse(index, question)
    store = index.open_vectors()
    return {
        "search": lambda: qa.find(index, qa.parse(index, question)),
        "search without reranking": lambda: qa.find(index, qa.parse(index, question), rerank=False),
        "answer": lambda: qa.ask(index, question),
        "a Chroma query alone": lambda: store.nearest(index.embedder.embed_query(parsed.topic), 20),
    }


def _unanswerable(index: Index) -> list[str]:
    """Give questions that name an authority in the index and a year for which it has no documents."""
    years: dict[str, set[int]] = {}
    for record in index.catalogue.records():
        years.setdefault(record.authority or "", set()).update(record.years)
    questions = []
    for authority in sorted(filter(None, years)):
        missing = next((year for year in range(2014, 2026) if year not in years[authority]), None)
        questions += [f"What did Ofsted say about supervision in {authority} in {missing}?"] if missing else []
    return questions[:_REFUSED]


def _seconds(step: Callable[[], object]) -> float:
    begun = time.perf_counter()
    step()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
