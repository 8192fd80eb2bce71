"""Makes the model that links findings to later ones, from labelled pairs, and reports how well it works on authorities kept apart.

    KLOE_INDEX=.kloe/bench python -m bench.answering.linking [--write]

Needs an index of the documents whose findings were labelled. Prints, cross-validated by authority and then for authorities kept apart:
the area under the ROC curve of the model, of late interaction alone and of shared words alone; how often the likeliest later finding
speaks of the same matter where any does; and, for each finding and later paper, how often the model is right that the paper speaks of
it, and what became of it.
`--write` writes `qa/findings/links.json`.
"""

import argparse
import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from app.server import open_index
from bench.answering.labels import FOLDER, digest, read_spans
from index import Index
from qa.findings import Finding, findings_of
from qa.findings.compared import Reader
from qa.findings.linking import read_link_model
from qa.findings.outcomes import SPOKEN, Outcome, outcome_of, speaking
from qa.findings.signals import Pairs, pairs

_OUT = Path("qa/findings/links.json")
_FOLDS = 5
_LATE, _COMMON = 0, 6  # columns of late interaction, and of the share of the finding's words
_USES = 6  # labelled pairs that show a sign, for the model to weigh it
_STRENGTH = 0.3  # of the regression: the less, the smaller its weights stay
_SIGNALS = 0.3  # how much a signal's deviation counts beside a sign

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Group:
    """A finding with some of a later paper's, and which of those speak of the same matter.

    Attributes:
        same: an array of shape (later,).
        outcome: what became of the finding, read off all of them: "not mentioned" if none speaks of it.
        compared: the signals and signs of each.
    """

    finding: Finding
    later: tuple[Finding, ...]
    same: NDArray[np.bool_]
    outcome: str
    kept_apart: bool
    compared: Pairs


def main() -> None:
    """Train, report and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help=f"write {_OUT}")
    arguments = parser.parse_args()
    groups = list(read_groups(open_index()))
    taught = [group for group in groups if not group.kept_apart]
    apart = [group for group in groups if group.kept_apart]
    print(f"{len(taught)} findings and later papers to learn from, {len(apart)} of authorities kept apart")
    print("Each learnt from by models that have not seen its authority:")
    _report_all(judged_apart(taught), taught)
    print("Authorities kept apart:")
    stored = learn(taught)
    model = read_link_model(stored)
    _report_all([model.likelihood(group.compared) for group in apart], apart)
    if arguments.write:
        _OUT.write_text(json.dumps(stored, separators=(",", ":")) + "\n", "utf-8")
        print(f"{_OUT}: {_OUT.stat().st_size:,} bytes")


def read_groups(index: Index) -> Iterator[Group]:
    """The labelled findings whose documents the index holds and whose words are still the same."""
    with (FOLDER / "links.csv").open(encoding="utf-8", newline="") as file:
        rows: dict[tuple[str, str, str], list[Mapping[str, str]]] = {}
        for each in csv.DictReader(file):
            rows.setdefault((each["document"], each["spans"], each["later"]), []).append(each)
    records, reader = {record.id: record for record in index.catalogue.records()}, Reader(index)
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
        compared = next(pairs(reader, [finding], [each for each, _ in found]))
        kept = [found[number] for number in compared.numbers]
        yield Group(
            finding,
            tuple(each for each, _ in kept),
            np.array([row["label"] == "same" for _, row in kept]),
            of_group[0]["outcome"],
            of_group[0]["half"] == "kept apart",
            compared,
        )


def learn(groups: Sequence[Group]) -> dict[str, Any]:
    """Learn the regression, as `qa/findings/linking.py` reads it."""
    rows = np.vstack([group.compared.rows for group in groups])
    same = np.concatenate([group.same for group in groups])
    scale = rows.std(axis=0) / _SIGNALS
    scale[scale == 0] = 1.0
    named = DictVectorizer()
    signs = named.fit_transform([signs for group in groups for signs in group.compared.signs])
    often = signs.getnnz(axis=0) >= _USES
    middle = rows.mean(axis=0)
    model = LogisticRegression(C=_STRENGTH, max_iter=300, solver="liblinear")
    model.fit(hstack([csr_matrix((rows - middle) / scale), signs[:, often]]).tocsr(), same)
    weights, of_signs = np.split(model.coef_[0], [rows.shape[1]])
    return {
        "signals": [round(float(weight), 6) for weight in weights / scale],
        "signs": {
            name: round(float(weight), 3)
            for name, weight in zip(named.get_feature_names_out()[often], of_signs, strict=True)
        },
        "bias": float(model.intercept_[0] - middle @ (weights / scale)),
    }


def judged_apart(groups: Sequence[Group]) -> list[Floats]:
    """How likely each pair is, by models that learnt from the groups of other authorities."""
    judged: list[Floats] = [np.zeros(0)] * len(groups)
    authorities = [str(group.finding.record.authority) for group in groups]
    for taught, held in GroupKFold(_FOLDS).split(groups, groups=authorities):
        model = read_link_model(learn([groups[number] for number in taught]))
        for number in held:
            judged[number] = model.likelihood(groups[number].compared)
    return judged


def _report_all(judged: Sequence[Floats], groups: Sequence[Group]) -> None:
    _report("model", judged, groups)
    _report("late interaction alone", [group.compared.rows[:, _LATE] for group in groups], groups)
    _report("shared words alone", [group.compared.rows[:, _COMMON] for group in groups], groups)
    _report_outcomes(judged, groups)


def _report(name: str, judged: Sequence[Floats], groups: Sequence[Group]) -> None:
    together, same = np.concatenate(judged), np.concatenate([group.same for group in groups])
    first = [group.same[np.argmax(each)] for each, group in zip(judged, groups, strict=True) if group.same.any()]
    print(f"{name:24} AUC {roc_auc_score(same, together):.3f}, first is the same {np.mean(first):.2f}")


def _report_outcomes(judged: Sequence[Floats], groups: Sequence[Group]) -> None:
    """How often a cell of the tracker is right: whether a paper speaks of the finding, and what became of it."""
    spoken = [bool((each > SPOKEN).any()) for each in judged]
    told = [group.outcome != "not mentioned" for group in groups]
    pairs = list(zip(spoken, told, strict=True))
    both = sum(one and other for one, other in pairs)
    print(
        f"speaks of it or not: {np.mean([one == other for one, other in pairs]):.2f} of {len(groups)} right,", end=" "
    )
    print(f"precision {both / (sum(spoken) or 1):.2f}, recall {both / (sum(told) or 1):.2f}")
    quoted = [group.same[np.argmax(each)] for each, group, one in zip(judged, groups, spoken, strict=True) if one]
    print(f"first quotation is of the same matter: {np.mean(quoted):.2f} of {len(quoted)}")
    outcomes = [
        (outcome_of(speaking(group.later, each)), group.outcome) for each, group in zip(judged, groups, strict=True)
    ]
    for outcome in Outcome:
        given = [right for one, right in outcomes if one is outcome]
        print(f"  {outcome.value}: {sum(right == outcome.value for right in given)} of {len(given)} right")
    print(f"what became of it: {np.mean([one.value == other for one, other in outcomes]):.2f} right")


if __name__ == "__main__":
    main()
