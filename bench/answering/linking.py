"""Makes the model that links findings to later ones, from labelled pairs, and reports how well it works on authorities kept apart.

    KLOE_INDEX=.kloe/bench python -m bench.answering.linking [--write]

Needs an index of the documents whose findings were labelled. Prints, for authorities kept apart: the area under the ROC curve of the
model, of late interaction alone and of shared words alone; how often the likeliest later finding speaks of the same matter where any
does; and, for each finding and later paper, how often the model is right that the paper speaks of it, and what became of it.
`--write` writes `qa/findings/links.json`.
"""

import argparse
import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from app.server import open_index
from bench.answering.growing import Grown, written
from bench.answering.labels import FOLDER, digest, read_spans
from index import Index
from qa.evidence.answering.model import read_forest
from qa.findings import Finding, findings_of
from qa.findings.linking import link_signals
from qa.findings.outcomes import SPOKEN, Outcome, outcome_of

_OUT = Path("qa/findings/links.json")
_FOLDS = 5
_SEEDS = 4
_LATE, _COMMON = 0, 5  # columns of late interaction, and of the share of the finding's words

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Group:
    """A finding with some of a later paper's, and which of those speak of the same matter.

    Attributes:
        same: an array of shape (later,).
        outcome: what became of the finding, read off all of them: "silent" if none speaks of it.
        rows: the signals, an array of shape (later, signals).
    """

    finding: Finding
    later: tuple[Finding, ...]
    same: NDArray[np.bool_]
    outcome: str
    kept_apart: bool
    rows: Floats


def main() -> None:
    """Train, report and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help=f"write {_OUT}")
    arguments = parser.parse_args()
    groups = list(read_groups(open_index()))
    taught = [group for group in groups if not group.kept_apart]
    apart = [group for group in groups if group.kept_apart]
    print(f"{len(taught)} findings and later papers to learn from, {len(apart)} of authorities kept apart")
    stored = _grow(taught)
    forest = read_forest(stored)
    judged = [forest.likelihood(group.rows) for group in apart]
    _report("model", judged, apart)
    _report("late interaction alone", [group.rows[:, _LATE] for group in apart], apart)
    _report("shared words alone", [group.rows[:, _COMMON] for group in apart], apart)
    _report_outcomes(judged, apart)
    if arguments.write:
        _OUT.write_text(json.dumps(stored, separators=(",", ":")) + "\n", "utf-8")
        print(f"{_OUT}: {_OUT.stat().st_size:,} bytes")


def read_groups(index: Index) -> Iterator[Group]:
    """The labelled findings whose documents the index holds and whose words are still the same."""
    with (FOLDER / "links.csv").open(encoding="utf-8", newline="") as file:
        rows: dict[tuple[str, str, str], list[Mapping[str, str]]] = {}
        for each in csv.DictReader(file):
            rows.setdefault((each["document"], each["spans"], each["later"]), []).append(each)
    records = {record.id: record for record in index.catalogue.records()}
    wanted = [records[id_] for id_ in {row for key in rows for row in (key[0], key[2])} if id_ in records]
    places: dict[tuple[str, object], Finding] = {}
    for record in wanted:
        places |= {(record.id, finding.evidence.parts[0][1]): finding for finding in findings_of(index, [record])}
    for (document, spans, later), of_group in rows.items():
        finding = places.get((document, read_spans(spans)))
        named = [(places.get((later, read_spans(row["later_spans"]))), row) for row in of_group]
        found = [(each, row) for each, row in named if each and digest(each.evidence.lead) == row["later_hash"]]
        if not finding or digest(finding.evidence.lead) != of_group[0]["hash"] or not found:
            continue
        findings = tuple(each for each, _ in found)
        yield Group(
            finding,
            findings,
            np.array([row["label"] == "same" for _, row in found]),
            of_group[0]["outcome"],
            of_group[0]["half"] == "kept apart",
            next(link_signals(index, [finding], findings))[1],
        )


def _grow(groups: Sequence[Group]) -> dict[str, object]:
    """Grow the forest, and calibrate it on what models grown without each fold give."""
    rows = np.vstack([group.rows for group in groups])
    same = np.concatenate([group.same for group in groups])
    folds = np.concatenate([np.full(len(group.same), number % _FOLDS) for number, group in enumerate(groups)])
    apart = np.zeros(len(same))
    for fold in range(_FOLDS):
        held = folds == fold
        apart[held] = _model().fit(rows[~held], same[~held]).decision_function(rows[held])
    calibrated = LogisticRegression(C=1000).fit(apart[:, None], same)
    scale, shift = float(calibrated.coef_[0, 0]), float(calibrated.intercept_[0])
    return written(Grown(_model().fit(rows, same), apart, scale, shift))


def _model() -> HistGradientBoostingClassifier:
    return HistGradientBoostingClassifier(
        max_iter=160,
        learning_rate=0.05,
        max_leaf_nodes=8,
        min_samples_leaf=25,
        l2_regularization=5.0,
        max_features=0.4,
        early_stopping=False,
        random_state=0,
    )


def _report(name: str, judged: Sequence[Floats], groups: Sequence[Group]) -> None:
    together, same = np.concatenate(judged), np.concatenate([group.same for group in groups])
    first = [group.same[np.argmax(each)] for each, group in zip(judged, groups, strict=True) if group.same.any()]
    print(f"{name:24} AUC {roc_auc_score(same, together):.3f}, first is the same {np.mean(first):.2f}")


def _report_outcomes(judged: Sequence[Floats], groups: Sequence[Group]) -> None:
    """How often a cell of the tracker is right: whether a paper speaks of the finding, and what became of it."""
    spoken = [bool((each > SPOKEN).any()) for each in judged]
    told = [group.outcome != "silent" for group in groups]
    pairs = list(zip(spoken, told, strict=True))
    both = sum(one and other for one, other in pairs)
    print(
        f"speaks of it or not: {np.mean([one == other for one, other in pairs]):.2f} of {len(groups)} right,", end=" "
    )
    print(f"precision {both / (sum(spoken) or 1):.2f}, recall {both / (sum(told) or 1):.2f}")
    quoted = [group.same[np.argmax(each)] for each, group, one in zip(judged, groups, spoken, strict=True) if one]
    print(f"first quotation is of the same matter: {np.mean(quoted):.2f} of {len(quoted)}")
    outcomes = [
        (outcome_of([group.later[n] for n in np.argsort(-each) if each[n] > SPOKEN]), group.outcome)
        for each, group in zip(judged, groups, strict=True)
    ]
    for outcome in Outcome:
        given = [right for one, right in outcomes if one is outcome]
        print(f"  {outcome.value}: {sum(right == outcome.value for right in given)} of {len(given)} right")
    print(f"what became of it: {np.mean([one.value == other for one, other in outcomes]):.2f} right")


if __name__ == "__main__":
    main()
