"""What each step of the search is worth, over questions with known evidence.

    KLOE_INDEX=.kloe/bench python -m bench.retrieval ../shared/eval [--plain .kloe/plain.jsonl]

Prints one line a step, each step with all those above it: the measures of `score.py` over all questions, recall@20 of each category,
and the median milliseconds, with those of a bare Chroma query in the same run. `--plain` adds the plain pipeline's answers.
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
    parser.add_argument("--plain", type=Path, help="answers of the plain pipeline")
    given = parser.parse_args()
    score = load_score(given.evaluation)
    questions = [json.loads(line) for line in (given.evaluation / "questions.jsonl").read_text("utf-8").splitlines()]
    asked = [question for question in questions if question["answerable"] and question["gold"]]
    index = open_index()
    index.warm()
    print(f"{'':24}" + "".join(f"{name:>15}" for name in (*_MEASURES, *_CATEGORIES, "ms")))
    if given.plain:
        answers = {row["id"]: row for row in map(json.loads, given.plain.read_text("utf-8").splitlines())}
        _line("plain pipeline", score, asked, [answers[question["id"]]["passages"] for question in asked], [])
    for name, step in steps(index).items():
        found, seconds = [], []
        for question in asked:
            begun = time.perf_counter()
            results = step(question["question"])
            seconds.append(time.perf_counter() - begun)
            found.append([ResultBody.of(result).model_dump(mode="json") for result in results])
        _line(name, score, asked, found, seconds)
    print(f"{'a bare Chroma query':24}{_chroma(index, [question['question'] for question in asked]):>{15 * 11}.0f}")


def steps(index: Index) -> dict[str, Step]:
    """Each step of the search with all those before it."""

    def whole(weights: Weights) -> Step:
        return lambda question: index.search(question, weights=weights, rerank=False)

    def scoped(question: str) -> Sequence[SearchResult]:
        inside = {record.id for record in parse(index, question).scope.documents(index.catalogue.records())}
        return index.search(question, inside, rerank=False)

    def topical(question: str, rerank: bool = False) -> Sequence[SearchResult]:
        parsed = parse(index, question)
        inside = {record.id for record in parsed.scope.documents(index.catalogue.records())}
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
    found: Sequence[Sequence[dict[str, Any]]],
    seconds: Sequence[float],
) -> None:
    rows = [
        (question["category"], score.score_one(question, {"passages": passages, "text": ""}, None))
        for question, passages in zip(questions, found, strict=True)
    ]
    means = [statistics.mean(row[name] for _, row in rows if name in row) for name in _MEASURES]
    means += [statistics.mean(row["recall@20"] for kind, row in rows if kind == category) for category in _CATEGORIES]
    spent = f"{statistics.median(seconds) * 1000:.0f}" if seconds else "-"
    print(f"{name:24}" + "".join(f"{mean:15.3f}" for mean in means) + f"{spent:>15}", flush=True)


def _chroma(index: Index, questions: Sequence[str]) -> float:
    """Median milliseconds of embedding a question and asking Chroma for its twenty nearest."""
    spent = []
    for question in questions:
        begun = time.perf_counter()
        index.vectors.nearest(index.embedder.embed_query(question), 20)
        spent.append(time.perf_counter() - begun)
    return statistics.median(spent) * 1000


def load_score(folder: Path) -> ModuleType:
    """Load `score.py` from the evaluation folder."""
    spec = importlib.util.spec_from_file_location("score", folder / "score.py")
    if spec is None or spec.loader is None:
        raise SystemExit(f"{folder / 'score.py'} is not there")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


if __name__ == "__main__":
    main()
