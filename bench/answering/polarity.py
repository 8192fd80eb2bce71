"""Makes the model of polarity from labelled sentences, and reports how well it works on authorities kept apart.

    KLOE_INDEX=.kloe/bench python -m bench.answering.polarity [--write] [--teach 24000]

Needs an index of the documents whose sentences were labelled. The model learns from the labels, from invented sentences whose small
words turn the meaning, from sections that list strengths and weaknesses, and from sentences that a teacher judged: the embedding
model, fine-tuned on the labels. `--teach` makes that teacher, reports it and lets it judge so many sentences anew for
`bench/labels/taught.csv.gz`, which takes half an hour on two cores. `--write` writes `qa/evidence/polarity/polarity.json`.

Prints macro-F1 over strength, weakness, mixed and neutral, for the model, for "always the commonest", and for a general sentiment
lexicon (VADER, if `vaderSentiment` is installed).
"""

import argparse
import collections
import json
import random
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, vstack
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score

from app.server import open_index
from bench.answering.labels import Sentence, agreement, read_sentences, read_taught, read_turns, write_taught
from bench.answering.teaching import Teacher
from index import Index
from ingest import Passage, Span, Stance
from ingest.sentences import sentence_spans
from qa.evidence.polarity import Polarity
from qa.evidence.polarity.model import PolarityModel
from qa.evidence.polarity.words import runs_of_words

_OUT = Path("qa/evidence/polarity/polarity.json")
_SIDES = {"strength": (1.0, 0.0), "weakness": (0.0, 1.0), "mixed": (1.0, 1.0), "neutral": (0.0, 0.0)}
_NAMES = {sides: name for name, sides in _SIDES.items()}
_SECTIONS = {Stance.STRENGTH: "strength", Stance.NEEDS_TO_IMPROVE: "weakness", Stance.PRIORITY_ACTION: "weakness"}
_OF_SECTIONS = 800  # sentences of each kind of section
_WEIGHT = 4.0  # of a labelled sentence beside one that a teacher or a section judged
_RARE, _RARE_SIGN = 4, 3  # sentences that must use a run of words, or a sign, for it to count
_SIGN = 3.0  # how much a sign counts beside a run of words
_KEPT = 20_000  # runs and signs in the file
_SHORTEST, _LONGEST = 40, 420  # characters of a sentence that the teacher judges
_SEED = 3

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class _Lesson:
    """What a model learns from: texts, their two likelihoods, an array of shape (texts, 2), and the weight of each."""

    texts: list[str]
    targets: Floats
    weights: Floats


def main() -> None:
    """Train, report and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true", help=f"write {_OUT}")
    parser.add_argument("--teach", type=int, metavar="N", help="make the teacher, and let it judge N sentences anew")
    arguments = parser.parse_args()
    index = open_index()
    sentences = read_sentences(index)
    apart = [sentence for sentence in sentences if sentence.kept_apart]
    twice = [(sentence.label, sentence.second) for sentence in sentences if sentence.second]
    print(f"{len(sentences)} sentences, {len(apart)} of authorities kept apart")
    print(f"{len(twice)} were labelled twice: kappa {agreement(twice):.2f}")
    if arguments.teach:
        _teach(index, sentences, arguments.teach)
    model = _learn(_lesson(index, sentences))
    _report("model", [model.judge(sentence.text) for sentence in apart], apart)
    commonest = collections.Counter(sentence.label for sentence in apart).most_common(1)[0][0]
    _report("always the commonest", [Polarity(*_SIDES[commonest])] * len(apart), apart)
    if find_spec("vaderSentiment"):
        _report("general lexicon", _by_lexicon(apart), apart)
    if arguments.write:
        stored = {"bias": model.bias, "weights": dict(sorted(model.weights.items()))}
        _OUT.write_text(json.dumps(stored, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
        print(f"{_OUT}: {_OUT.stat().st_size:,} bytes")


def _lesson(index: Index, sentences: Sequence[Sentence]) -> _Lesson:
    labelled = [(sentence.text, _SIDES[sentence.label]) for sentence in sentences if not sentence.kept_apart]
    labelled += [(text, _SIDES[label]) for text, label in read_turns()]
    judged = [*_of_sections(index), *read_taught(index)]
    together = labelled + judged
    return _Lesson(
        [text for text, _ in together],
        np.array([sides for _, sides in together]),
        np.concatenate([np.full(len(labelled), _WEIGHT), np.ones(len(judged))]),
    )


def _teach(index: Index, sentences: Sequence[Sentence], most: int) -> None:
    """Make the teacher, report it, and write what it says of sentences that nobody labelled."""
    taught = [sentence for sentence in sentences if not sentence.kept_apart]
    apart = [sentence for sentence in sentences if sentence.kept_apart]
    teacher = Teacher()
    teacher.learn([s.text for s in taught], np.array([_SIDES[s.label] for s in taught], dtype=np.float32))
    _report("teacher", [Polarity(*map(float, sides)) for sides in teacher.judge([s.text for s in apart])], apart)
    drawn = random.Random(_SEED).sample(list(_ordinary(index, {s.text for s in sentences})), most)
    judged = teacher.judge([text for text, _, _ in drawn])
    write_taught((document, spans, text, sides) for (text, document, spans), sides in zip(drawn, judged, strict=True))


def _ordinary(index: Index, known: set[str]) -> Iterator[tuple[str, str, tuple[Span, ...]]]:
    """Sentences of ordinary sections that nobody labelled, each with its document and spans; of authorities not kept apart."""
    for document, passage in _passages(index):
        for start, end in sentence_spans(passage.text) if passage.stance is Stance.NEITHER else ():
            text = passage.text[start:end]
            if _SHORTEST <= len(text) <= _LONGEST and text not in known:
                known.add(text)
                yield text, document, passage.locate(start, end)


def _of_sections(index: Index) -> list[tuple[str, tuple[float, float]]]:
    """Sentences of sections that say which way they point."""
    found: dict[str, set[str]] = collections.defaultdict(set)
    for _, passage in _passages(index):
        if label := _SECTIONS.get(passage.stance):
            found[label] |= {passage.text[start:end] for start, end in sentence_spans(passage.text)}
    draw = random.Random(_SEED)
    return [
        (text, _SIDES[label])
        for label, texts in sorted(found.items())
        for text in draw.sample(sorted(texts), min(_OF_SECTIONS, len(texts)))
    ]


def _passages(index: Index) -> Iterator[tuple[str, Passage]]:
    """The passages of Ofsted's papers on authorities that are not kept apart, with the document of each."""
    for record in index.catalogue.records():
        if record.kind.of_ofsted and not is_kept_apart(record.group):
            for stored in index.catalogue.document_passages(record.id):
                yield record.id, stored.passage


def is_kept_apart(place: str) -> bool:
    """True for a fifth of the authorities, by their names; their sentences train nothing."""
    return zlib.crc32(place.encode()) % 5 == 0


def _learn(lesson: _Lesson) -> PolarityModel:
    """Fit the two regressions, and keep the runs of words that matter most."""
    counts = collections.Counter(run for text in lesson.texts for run in runs_of_words(text))
    kept = [run for run, count in counts.items() if count >= (_RARE_SIGN if run.startswith("#") else _RARE)]
    runs = {run: number for number, run in enumerate(sorted(kept))}
    rows = _rows(lesson.texts, runs)
    twice = vstack([rows, rows])
    labels = np.concatenate([np.ones(len(lesson.texts)), np.zeros(len(lesson.texts))])
    fitted = []
    for side in (0, 1):
        said = lesson.targets[:, side]
        share = np.concatenate([lesson.weights * said, lesson.weights * (1 - said)])
        used = share > 1e-2
        fitted.append(LogisticRegression(C=8, max_iter=300).fit(twice[used], labels[used], sample_weight=share[used]))
    coefficients = np.array([model.coef_[0] for model in fitted]).T
    scale = np.array([_SIGN if run.startswith("#") else 1.0 for run in runs])
    importance = np.abs(coefficients).max(axis=1) * scale * np.sqrt([counts[run] for run in runs])
    names = list(runs)
    weights = {
        names[n]: (round(float(coefficients[n, 0] * scale[n]), 2), round(float(coefficients[n, 1] * scale[n]), 2))
        for n in np.argsort(-importance)[:_KEPT]
    }
    good, bad = (round(float(model.intercept_[0]), 4) for model in fitted)
    return PolarityModel(weights, (good, bad))


def _rows(texts: Sequence[str], runs: dict[str, int]) -> csr_matrix:
    """Each text's runs of words, over the root of their number, an array of shape (texts, runs)."""
    rows, columns, values = [], [], []
    for row, text in enumerate(texts):
        used = runs_of_words(text)
        for run in used:
            if run in runs:
                rows.append(row)
                columns.append(runs[run])
                values.append((_SIGN if run.startswith("#") else 1.0) / np.sqrt(len(used)))
    return csr_matrix((values, (rows, columns)), shape=(len(texts), len(runs)))


def _by_lexicon(sentences: Sequence[Sentence]) -> list[Polarity]:
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    judge = SentimentIntensityAnalyzer()
    scores = [judge.polarity_scores(sentence.text) for sentence in sentences]
    return [Polarity(float(score["pos"] > 0.05), float(score["neg"] > 0.05)) for score in scores]


def _report(name: str, judged: Sequence[Polarity], apart: Sequence[Sentence]) -> None:
    """Print macro-F1 over the four labels, and the F1 of each."""
    labels = [sentence.label for sentence in apart]
    given = [_NAMES[(float(said.good > 0.5), float(said.bad > 0.5))] for said in judged]
    names = sorted(_SIDES)
    each = f1_score(labels, given, average=None, labels=names)
    parts = ", ".join(f"{label} {score:.2f}" for label, score in zip(names, each, strict=True))
    print(f"{name:24} macro-F1 {f1_score(labels, given, average='macro'):.3f} ({parts})", flush=True)


if __name__ == "__main__":
    main()
