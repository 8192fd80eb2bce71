"""Makes the model of answering from the labelled pairs, and reports how well it chooses on questions it was not grown on.

    KLOE_INDEX=.kloe/bench python -m bench.answering.train ../shared/eval [--write] [--ablate]

Needs an index of the documents that were labelled. `--write` writes `qa/evidence/answering/answering.json`; `--ablate` prints
the same line again without each group of signals. The figures are of five folds; a question about one authority is in its fold.
Prints for each model: the area under the curve; for how many questions that have an answer among their pairs the first unit answers;
the share of the chosen units that answer, and how many are chosen; for how many questions one of them answers; and, for
questions with a direction, the share that says the opposite.
"""

import argparse
import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

from app.server import open_index
from bench.answering.growing import grow, written
from bench.answering.labels import ANSWERS, WRONG_WAY, agreement, read_pairs, read_questions
from bench.answering.table import FOLDS, LAY, Table, read_table
from qa.evidence.answering.answered import question_row
from qa.evidence.choosing import MOST, QUOTED

_OUT = Path("qa/evidence/answering/answering.json")
_GROUPS = {
    "tokens": ("topic_late", "topic_weakest", "topic_focus", "topic_around"),
    "the mean of the tokens": ("topic_pooled",),
    "matters": (
        "matters",
        "matters_headed",
        "matters_around",
        "matter_heaviest",
        "matter_rarest",
        "matters_missing",
        "matters_besides",
        "themes",
        "told",
    ),
    "words": ("coverage", "coverage_headed", "coverage_around", "rarest", "missing"),
    "scores of the passage": ("rank", "fused", "similarity", "bm25", "late"),
    "neighbours": ("neighbour", "best_of_passage"),
    "polarity": ("good", "bad", "judges", "wanted", "against", "agrees", "clashes"),
    "direction": ("wanted", "against", "directed", "agrees", "clashes", "asks_good", "asks_bad"),
    "section": ("improve", "strength", "decision", "ofsted"),
    "kind of answer": ("figure", "date"),
    "furniture": ("furniture", "looked_at"),
    "form": ("length", "first", "leans", "list", "announces", "case_study"),
    "what is asked": ("asks_", "many", "over_time", "topic_words", "matters_asked"),
    "age": ("years_old",),
}


def main() -> None:
    """Grow, report and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("evaluation", type=Path, nargs="?", help="folder whose questions.jsonl was labelled too")
    parser.add_argument("--write", action="store_true", help=f"write {_OUT}")
    parser.add_argument(
        "--keep", type=Path, help="file to keep the table of signals in, or to read it from if it is there"
    )
    parser.add_argument("--ablate", action="store_true", help="report each group of signals left out")
    arguments = parser.parse_args()
    twice = [(pair.label, pair.second) for pair in read_pairs() if pair.second]
    print(f"{len(twice)} pairs were labelled twice: kappa {agreement(twice):.2f}")
    answering = [(one == ANSWERS, two == ANSWERS) for one, two in twice]
    print(f"for whether they answer: kappa {agreement([(str(one), str(two)) for one, two in answering]):.2f}")
    table = kept_table(arguments.keep, arguments.evaluation)
    print(f"{len(table.labels)} pairs of {len(set(table.questions))} wordings")
    report("tokens alone", table, table.column("topic_late"))
    report("logistic regression", table, _logistic(table))
    answers = grow(table, ANSWERS)
    report("boosted trees", table, answers.likelihood)
    if arguments.ablate:
        for name, signals in _GROUPS.items():
            columns = [n for n, signal in enumerate(table.names) if not _belongs(signal, signals)]
            report(f"without {name}", table, grow(table, ANSWERS, columns).likelihood)
    answered = answered_by(table, answers.likelihood, arguments.evaluation)
    if arguments.write:
        model = {
            "signals": table.names,
            "answers": written(answers),
            "opposes": written(grow(table, WRONG_WAY)),
            "answered": answered,
        }
        _OUT.write_text(json.dumps(model, separators=(",", ":")) + "\n", "utf-8")
        print(f"{_OUT}: {_OUT.stat().st_size:,} bytes")


def kept_table(file: Path | None, evaluation: Path | None) -> Table:
    """Read the table of signals from a file; if there is none, from the index, and keep it there."""
    if file and file.exists():
        stored = np.load(file)
        return Table(
            tuple(map(str, stored["names"])), stored["rows"], stored["labels"], stored["questions"], stored["folds"]
        )
    table, missing = read_table(open_index(), evaluation)
    print(f"{missing} pairs were not found by a search")
    if file:
        np.savez_compressed(
            file,
            names=np.array(table.names),
            rows=table.rows,
            labels=table.labels,
            questions=table.questions,
            folds=table.folds,
        )
    return table


def report(name: str, table: Table, likelihood: NDArray[np.float64]) -> None:
    """Print a line on what would be chosen by these likelihoods."""
    answers, many, directed = table.labels == ANSWERS, table.column("many") > 0, table.column("directed") > 0
    first, chosen, any_answers, wrong = [], [], [], []
    for question in sorted(set(table.questions)):
        of_question = np.flatnonzero(table.questions == question)
        if not answers[of_question].any():
            continue
        order = of_question[np.argsort(-likelihood[of_question], kind="stable")]
        most = len(order) if many[order[0]] else MOST
        taken = [pair for place, pair in enumerate(order[:most]) if place == 0 or likelihood[pair] >= QUOTED]
        first.append(answers[order[0]])
        chosen += list(answers[taken])
        any_answers.append(answers[taken].any())
        wrong += [table.labels[pair] == WRONG_WAY for pair in taken if directed[pair]]
    print(
        f"{name:32} AUC {roc_auc_score(answers, likelihood):.3f}, first {np.mean(first):.3f}, answer {np.mean(chosen):.3f}"
        f" of {len(chosen) / len(first):.1f} a question, any {np.mean(any_answers):.3f}, opposite {np.mean(wrong):.3f}"
    )


def answered_by(table: Table, likelihood: NDArray[np.float64], evaluation: Path | None) -> dict[str, object]:
    """Fit what tells whether a question is answered at all, and print how it would decline questions of other folds."""
    questions, asked = sorted(set(table.questions)), read_questions(evaluation)
    pairs = [np.flatnonzero(table.questions == question) for question in questions]
    found = [question_row(table.names, table.rows[of], likelihood[of]) for of in pairs]
    names = list(found[0])
    rows = np.array([[row[name] for name in names] for row in found])
    folds = np.array([table.folds[of[0]] for of in pairs])
    answerable = np.array([asked[question.rstrip(LAY)].answerable for question in questions])
    apart = np.zeros(len(questions))
    for fold in range(FOLDS):
        held = folds == fold
        apart[held] = _regression().fit(rows[~held], answerable[~held]).predict_proba(rows[held])[:, 1]
    print(
        f"{len(questions)} wordings, {int((~answerable).sum())} of them unanswerable: AUC {roc_auc_score(answerable, apart):.3f}"
    )
    for least in (0.2, 0.25, 0.3, 0.35, 0.4):
        declined = apart < least
        print(
            f"declined below {least}: precision {(~answerable[declined]).mean():.2f}, recall {declined[~answerable].mean():.2f};"
            f" {declined[answerable].mean():.3f} of the answerable"
        )
    model = _regression().fit(rows, answerable)
    weights = {name: round(float(weight), 4) for name, weight in zip(names, model.coef_[0], strict=True)}
    return {"weights": weights, "bias": round(float(model.intercept_[0]), 4)}


def _regression() -> LogisticRegression:
    return LogisticRegression(C=0.3, class_weight="balanced", max_iter=3000)


def _logistic(table: Table) -> NDArray[np.float64]:
    likelihood = np.zeros(len(table.labels))
    answers = table.labels == ANSWERS
    for fold in range(FOLDS):
        held = table.folds == fold
        model = make_pipeline(StandardScaler(), LogisticRegression(C=0.3, max_iter=2000))
        likelihood[held] = model.fit(table.rows[~held], answers[~held]).predict_proba(table.rows[held])[:, 1]
    return likelihood


def _belongs(signal: str, group: tuple[str, ...]) -> bool:
    return any(signal in (name, f"{name}_below") or (name.endswith("_") and signal.startswith(name)) for name in group)


if __name__ == "__main__":
    main()
