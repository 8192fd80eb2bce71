"""Makes the model of themes from labelled findings, and reports how well it works on authorities kept apart.

    KLOE_INDEX=.kloe/bench python -m bench.answering.theming [--write]

Needs an index of the documents whose findings were labelled. Prints micro- and macro-F1 for the model, for "always the commonest
theme", for the words of `qa/themes/themes.toml` alone, and for the second reader against the first. `--write` writes
`qa/themes/themes.json`.
"""

import argparse
import collections
import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

from app.server import open_index
from bench.answering.labels import FOLDER, digest, read_spans
from index import Index, SearchResult
from qa.evidence.units import make_units
from qa.themes import matters_of, themes
from qa.themes.judging import LIKELY, ThemeModel, signs_of

_OUT = Path("qa/themes/themes.json")
_KEPT = 12_000  # signs in the file
_RARE = 2  # findings that must have a sign for it to count
_STRENGTH = 2.0  # inverse strength of the penalty on weights

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Labelled:
    """A finding with its themes, and those that a second reader gave, if there was one."""

    text: str
    headings: tuple[str, ...]
    themes: frozenset[str]
    second: frozenset[str]
    kept_apart: bool

    @property
    def signs(self) -> dict[str, float]:
        """What the model reads."""
        return signs_of(self.text, self.headings)


def main() -> None:
    """Train, report and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help=f"write {_OUT}")
    arguments = parser.parse_args()
    findings = list(read_findings(open_index()))
    taught = [finding for finding in findings if not finding.kept_apart]
    apart = [finding for finding in findings if finding.kept_apart]
    print(f"{len(taught)} findings to learn from, {len(apart)} of authorities kept apart")
    model = _learn(taught)
    commonest = collections.Counter(theme for finding in taught for theme in finding.themes).most_common(1)[0][0]
    theme_of = themes().theme_of
    _report("second reader", [finding.second for finding in apart], apart)
    _report("model", [_likely(model, finding) for finding in apart], apart)
    _report("words alone", [frozenset(theme_of[matter] for matter in matters_of(f.text)) for f in apart], apart)
    _report("always the commonest", [frozenset({commonest})] * len(apart), apart)
    if arguments.write:
        stored = {"bias": model.bias, "weights": dict(sorted(model.weights.items()))}
        _OUT.write_text(json.dumps(stored, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
        print(f"{_OUT}: {_OUT.stat().st_size:,} bytes")


def read_findings(index: Index) -> Iterator[Labelled]:
    """The labelled findings whose documents the index holds and whose words are still the same."""
    records = {record.id: record for record in index.catalogue.records()}
    with (FOLDER / "themes.csv").open(encoding="utf-8", newline="") as file:
        rows: dict[str, list[Mapping[str, str]]] = {}
        for each in csv.DictReader(file):
            rows.setdefault(each["document"], []).append(each)
    for document, of_document in rows.items():
        if document not in records:
            continue
        passages = index.catalogue.document_passages(document)
        units = make_units(index, [SearchResult(each.id, records[document], each.passage) for each in passages])
        by_place = {unit.evidence.parts[0][1]: unit.evidence for unit in units}
        for row in of_document:
            evidence = by_place.get(read_spans(row["spans"]))
            if evidence and digest(evidence.lead) == row["hash"]:
                yield Labelled(
                    evidence.quote,
                    evidence.result.passage.headings,
                    _names(row["themes"]),
                    _names(row["second"]),
                    row["half"] == "kept apart",
                )


def _names(written: str) -> frozenset[str]:
    return frozenset(filter(None, written.split("; ")))


def _likely(model: ThemeModel, finding: Labelled) -> frozenset[str]:
    return frozenset(theme for theme, share in model.judge(finding.signs).items() if share > LIKELY)


def _learn(findings: Sequence[Labelled]) -> ThemeModel:
    """Fit a regression for each theme, and keep the signs that matter most."""
    signs = [finding.signs for finding in findings]
    counts = collections.Counter(sign for each in signs for sign in each)
    reader = DictVectorizer(dtype=np.float64)
    table = reader.fit_transform(
        [{sign: amount for sign, amount in each.items() if counts[sign] >= _RARE} for each in signs]
    )
    fitted = {
        theme: LogisticRegression(C=_STRENGTH, max_iter=600).fit(table, [theme in f.themes for f in findings])
        for theme in themes().names
    }
    names = reader.get_feature_names_out()
    coefficients = np.array([model.coef_[0] for model in fitted.values()])
    importance = np.abs(coefficients).max(axis=0) * np.sqrt([counts[name] for name in names])
    kept = np.argsort(-importance)[:_KEPT]
    weights = {
        str(names[n]): {
            theme: round(float(weight), 2)
            for theme, weight in zip(fitted, coefficients[:, n], strict=True)
            if abs(weight) >= 0.05
        }
        for n in kept
    }
    return ThemeModel(weights, {theme: round(float(model.intercept_[0]), 3) for theme, model in fitted.items()})


def _report(name: str, given: Sequence[frozenset[str]], apart: Sequence[Labelled]) -> None:
    right, judged = _flags([finding.themes for finding in apart]), _flags(given)
    micro, macro = (f1_score(right, judged, average=average, zero_division=0) for average in ("micro", "macro"))
    print(f"{name:24} micro-F1 {micro:.3f}, macro-F1 {macro:.3f}")


def _flags(given: Sequence[frozenset[str]]) -> Flags:
    """Which themes each finding has, an array of shape (findings, themes)."""
    return np.array([[theme in each for theme in themes().names] for each in given])


if __name__ == "__main__":
    main()
