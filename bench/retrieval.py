"""Measures what each step of the search adds, over questions with known evidence.

    KLOE_INDEX=.kloe/bench python -m bench.retrieval ../shared/eval [--plain .kloe/plain.jsonl]

Prints a line for each step together with those above it: the measures of `score.py` over all questions, recall@20 for each category,
and the median milliseconds. The last line is a Chroma query alone, timed in the same run. `--plain` adds the plain pipeline.
"""

import argparse
import importlib.util
import json
import statistics
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from app.schemas import ResultBody
from app.server import open_index
from index import Index, SearchResult
from index.ranking.fusion import Weights
from qa import find, parse

_CATEGORIES = ("factoid", "themed", "paraphrase", "precedent", "temporal")
_MEASURES = ("hit@1", "mrr@10", "recall@5", "recall@20", "authorities@20")
_FUSED = Weights(late=0.0)

Step = Callable[[str], Sequence[SearchResult]]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("evaluation", type=Path, help="folder with questions.jsonl and score.py")
    parser.add_argument("--plain", type=Path, help="answers of the plain pipeline, as JSON lines")
    arguments = parser.parse_args()
    score = load_score(arguments.evaluation)
    questions = [
        json.loads(line) for line in (arguments.evaluation / "questions.jsonl").read_text("utf-8").splitlines()
    ]
    answerable = [question for question in questions if question["answerable"] and question["gold"]]
    index = open_index()
    index.warm()
    print(f"{'':24}" + "".join(f"{name:>15}" for name in (*_MEASURES, *_CATEGORIES, "ms")))
    if arguments.plain:
        answers = {row["id"]: row for row in map(json.loads, arguments.plain.read_text("utf-8").splitlines())}
        _line("plain pipeline", score, answerable, [answers[question["id"]]["passages"] for question in answerable], [])
    for name, step in steps(index).items():
        passages, seconds = [], []
        for question in answerable:
            begun = time.perf_counter()
            results = step(question["question"])
            seconds.append(time.perf_counter() - begun)
            passages.append([ResultBody.of(result).model_dump(mode="json") for result in results])
        _line(name, score, answerable, passages, seconds)
    print(
        f"{'a Chroma query alone':24}{_chroma(index, [question['question'] for question in answerable]):>{15 * 11}.0f}"
    )


def steps(index: Index) -> dict[str, Step]:
    """Give each step of the search, together with those before it, by name."""

    def whole(weights: Weights) -> Step:
        return lambda question: index.search(question, weights=weights, rerank=False)

    def scoped(question: str) -> Sequence[SearchResult]:
        inside = {record.id for record in parse(index, question).scope.held_by(index)}
        return index.search(question, inside, rerank=False)

    def topical(question: str, rerank: bool = False) -> Sequence[SearchResult]:
        parsed = parse(index, question)
        inside = {record.id for record in parsed.scope.held_by(index)}
        return index.search(parsed.topic, inside, rerank=rerank)

    return {
        "BM25": whole(Weights(dense=0.0, lexical=1.0, late=0.0)),
        "dense": whole(Weights(dense=1.0, lexical=0.0, late=0.0)),
        "fused": whole(_FUSED),
        "+ scope": scoped,
        "+ topic": topical,
        "+ late interaction": lambda question: topical(question, rerank=True),
        "+ facts, sides, spread": lambda question: find(index, parse(index, question)),
        "the same, not reranked": lambda question: find(index, parse(index, question), rerank=False),
    }


def _line(
    name: str,
    score: ModuleType,
    questions: Sequence[dict[str, Any]],
    passages: Sequence[Sequence[dict[str, Any]]],
    seconds: Sequence[float],
) -> None:
    rows = [
        (question["category"], score.score_one(question, {"passages": ranked, "text": ""}, None))
        for question, ranked in zip(questions, passages, strict=True)
    ]
    means = [statistics.mean(row[name] for _, row in rows if name in row) for name in _MEASURES]
    means += [statistics.mean(row["recall@20"] for kind, row in rows if kind == category) for category in _CATEGORIES]
    spent = f"{statistics.median(seconds) * 1000:.0f}" if seconds else "-"
    print(f"{name:24}" + "".join(f"{mean:15.3f}" for mean in means) + f"{spent:>15}", flush=True)


def _chroma(index: Index, questions: Sequence[str]) -> float:
    """Give the median milliseconds to embed a question and ask Chroma for the twenty nearest passages."""
    spent = []
    store = index.open_vectors()
    for question in questions:
        begun = time.perf_counter()
        store.nearest(index.embedder.embed_query(question), 20)
        spent.append(time.perf_counter() - begun)
    return statistics.median(spent) * 1000


def load_score(folder: Path) -> ModuleType:
    """Load `score.py` from the evaluation folder."""
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"There is no {folder / 'score.py'}.")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
