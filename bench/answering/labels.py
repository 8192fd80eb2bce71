"""Reads the labels: pairs of question and unit, and sentences with their polarity. `bench/labels/README.md` says what each means."""

import csv
import gzip
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from index import Index
from ingest import Span

FOLDER = Path(__file__).parents[1] / "labels"
ANSWERS, WRONG_WAY, BESIDE, NOISE = "answers", "wrong way", "beside", "noise"


@dataclass(frozen=True)
class Pair:
    """A question and a unit, with its label and that of a second reader, if there was one.

    Attributes:
        spans: where the unit stands on the document's pages.
        digest: of the unit's words, to tell whether they are still the same.
    """

    question: str
    document: str
    spans: tuple[Span, ...]
    digest: str
    label: str
    second: str


@dataclass(frozen=True)
class Question:
    """A question in one or two wordings, the second in lay words, and whether the documents answer it.

    Attributes:
        precedent: it looks for precedents, and is read as `kloe precedents` reads it.
    """

    wordings: tuple[str, ...]
    answerable: bool
    precedent: bool = False


@dataclass(frozen=True)
class Sentence:
    """A sentence with its polarity, and that of a second reader, if there was one."""

    text: str
    label: str
    second: str
    kept_apart: bool


def read_questions(evaluation: Path | None) -> dict[str, Question]:
    """The questions by id; with those of the evaluation folder if it is given, whose ids begin with "e"."""
    with (FOLDER / "questions.csv").open(encoding="utf-8", newline="") as file:
        questions = {
            row["id"]: Question(
                tuple(filter(None, (row["question"], row["lay"]))),
                row["answerable"] == "yes",
                row["shape"] == "precedent",
            )
            for row in csv.DictReader(file)
        }
    if evaluation:
        lines = (evaluation / "questions.jsonl").read_text("utf-8").splitlines()
        questions |= {
            f"e{row['id']}": Question((row["question"],), bool(row["answerable"])) for row in map(json.loads, lines)
        }
    return questions


def read_pairs() -> list[Pair]:
    """The labelled pairs."""
    with (FOLDER / "pairs.csv").open(encoding="utf-8", newline="") as file:
        return [
            Pair(row["question"], row["document"], read_spans(row["spans"]), row["hash"], row["label"], row["second"])
            for row in csv.DictReader(file)
        ]


def read_sentences(index: Index) -> list[Sentence]:
    """The sentences with a polarity whose documents the index holds and whose words are still the same."""
    with (FOLDER / "polarity.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    texts = _texts(index, rows)
    return [
        Sentence(text, row["label"], row["second"], row["half"] == "kept apart")
        for row, text in zip(rows, texts, strict=True)
        if text
    ]


def read_turns() -> list[tuple[str, str]]:
    """Invented sentences whose small words turn their meaning, each with its label."""
    with (FOLDER / "turns.csv").open(encoding="utf-8", newline="") as file:
        return [(row["sentence"], row["label"]) for row in csv.DictReader(file)]


def read_taught(index: Index) -> list[tuple[str, tuple[float, float]]]:
    """The sentences that the teacher judged, each with how likely it is to tell of something good, and bad."""
    with gzip.open(FOLDER / "taught.csv.gz", "rt", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    texts = _texts(index, rows)
    return [(text, (float(row["good"]), float(row["bad"]))) for row, text in zip(rows, texts, strict=True) if text]


def write_taught(rows: Iterable[tuple[str, tuple[Span, ...], str, Sequence[float]]]) -> None:
    """Write what the teacher said: document, spans, words, and the two likelihoods of each sentence."""
    with gzip.open(FOLDER / "taught.csv.gz", "wt", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["document", "spans", "hash", "good", "bad"])
        for document, spans, text, (good, bad) in rows:
            written = " ".join(f"{span.page}:{span.start}-{span.end}" for span in spans)
            table.writerow([document, written, digest(text), f"{good:.2f}", f"{bad:.2f}"])


def _texts(index: Index, rows: Sequence[Mapping[str, str]]) -> list[str]:
    """The words of each row's spans; empty if the index does not hold them, or they are no longer the same."""
    pages = {
        document: {page.number: page.text for page in index.catalogue.pages(document)}
        for document in {row["document"] for row in rows}
    }
    texts = []
    for row in rows:
        of_document = pages[row["document"]]
        words = " ".join(
            of_document[span.page][span.start : span.end]
            for span in read_spans(row["spans"])
            if span.page in of_document
        )
        texts.append(" ".join(words.split()) if digest(words) == row["hash"] else "")
    return texts


def read_spans(written: str) -> tuple[Span, ...]:
    """Read spans as they are written in the files: "3:120-180 4:0-20", page, first and last character."""
    spans = []
    for part in written.split():
        page, _, characters = part.partition(":")
        start, _, end = characters.partition("-")
        spans.append(Span(int(page), int(start), int(end)))
    return tuple(spans)


def digest(text: str) -> str:
    """A short digest of a text's words."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:12]


def agreement(labels: Iterable[tuple[str, str]]) -> float:
    """Cohen's kappa of two readers over the pairs of their labels."""
    pairs = list(labels)
    same = sum(one == two for one, two in pairs) / len(pairs)
    names = {name for pair in pairs for name in pair}
    chance = (
        sum(sum(one == name for one, _ in pairs) * sum(two == name for _, two in pairs) for name in names)
        / len(pairs) ** 2
    )
    return (same - chance) / (1 - chance) if chance < 1 else 1.0
