"""Measures the check of a model's sentences: how many false ones it keeps, and how many honest ones.

    KLOE_INDEX=.kloe/bench python -m bench.restating [--half build|kept] [--list] [--each 400]

False sentences are made from the sentences of the indexed documents in ten ways (`bench/flipping.py`); each is checked with the true
sentence as its quotation, every second one behind “In 2022, inspectors found that …”. Honest ones are those of
`bench/restatements.jsonl`: a sentence in other words, with the document, page and hash of the sentence that it restates. The check was
built on the sentences of half of the authorities (`build`); the other half is `kept` apart.
"""

import argparse
import collections
import hashlib
import json
import random
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from rich.console import Console
from rich.progress import track

from app.settings import settings
from bench.flipping import KINDS, Source, flips_of
from index import Embedder, Index, Record, SearchResult
from index.catalogue import Catalogue
from ingest import Kind, Passage, Stance, stance_of_heading
from ingest.sentences import sentence_spans
from ingest.structure import is_known_heading
from qa import Citation
from qa.evidence import Evidence
from qa.writing.checking import check

_RESTATEMENTS = Path(__file__).parent / "restatements.jsonl"
_KINDS = (Kind.ILACS, Kind.FOCUSED_VISIT, Kind.SINGLE, Kind.AREA_SEND, Kind.JOINT)
_NEEDS = (Stance.NEEDS_TO_IMPROVE, Stance.PRIORITY_ACTION)
_MOST_OF_A_WAY = 0.25  # of the false sentences of a kind may be made in one way
_WORDS = range(6, 41)  # in a sentence that is made false
_LEANS = re.compile(r"(?:However|This|These|They|It|He|She|As a result|Therefore|Consequently|But|Despite)\b")


@dataclass(frozen=True)
class Sentence:
    """A sentence of a document, as a quotation would cite it."""

    citation: Citation
    after: Citation | None


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=("build", "kept"), help="only the authorities of one half")
    parser.add_argument("--each", type=int, default=400, help="false sentences of each kind")
    parser.add_argument(
        "--list", action="store_true", help="print false sentences that are kept and honest ones that are not"
    )
    arguments = parser.parse_args()
    catalogue = Index(settings().index, Embedder()).catalogue
    records = [r for r in catalogue.records() if arguments.half in (None, half_of(r))]
    print_flips(catalogue, records, arguments.each, arguments.list)
    print_honest(catalogue, records, arguments.list)


def half_of(record: Record) -> str:
    """Which half the documents of an authority belong to."""
    return "kept" if zlib.crc32((record.place or record.id).encode()) % 2 else "build"


def print_flips(catalogue: Catalogue, records: list[Record], each: int, listed: bool) -> None:
    """Print the share of false sentences kept, for each kind and in all."""
    made: collections.Counter[str] = collections.Counter()
    kept: collections.Counter[str] = collections.Counter()
    for kind, parts, said in track(
        make_flips(catalogue, records, each), total=each * len(KINDS), description="False", console=Console(stderr=True)
    ):
        made[kind] += 1
        if check(parts).numbers:
            kept[kind] += 1
            if listed:
                print(f"KEPT {kind}: {said}\n     {' | '.join(c.quote for _, cited in parts for c in cited)}")
    for kind in KINDS:
        print(f"{kind:<28} {kept[kind]:>4} of {made[kind]:>5} kept, {_share(kept[kind], made[kind])}")
    print(
        f"{'false sentences in all':<28} {kept.total():>4} of {made.total():>5} kept, {_share(kept.total(), made.total())}"
    )


def print_honest(catalogue: Catalogue, records: list[Record], listed: bool) -> None:
    """Print the share of honest restatements kept, for each half and in all."""
    by_path = {record.path: record for record in records}
    made: collections.Counter[str] = collections.Counter()
    kept: collections.Counter[str] = collections.Counter()
    for row in map(json.loads, _RESTATEMENTS.read_text("utf-8").splitlines()):
        if (record := by_path.get(row["document"])) is None:
            continue
        citation = find_sentence(catalogue, record, row["page"], row["hash"])
        half = half_of(record)
        made[half] += 1
        verdict = check([(row["said"], [citation])])
        kept[half] += bool(verdict.numbers)
        if listed and not verdict.numbers:
            print(f"LOST {row['said']} ({verdict.reason})\n     {citation.quote}")
    for half in sorted(made):
        print(f"honest, {half:<20} {kept[half]:>4} of {made[half]:>5} kept, {_share(kept[half], made[half])}")
    print(
        f"{'honest restatements in all':<28} {kept.total():>4} of {made.total():>5} kept, {_share(kept.total(), made.total())}"
    )


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2%}" if whole else "none made"


def make_flips(
    catalogue: Catalogue, records: list[Record], each: int
) -> Iterator[tuple[str, list[tuple[str, list[Citation]]], str]]:
    """Make false sentences until there are `each` of every kind, as `(kind, parts, sentence)`."""
    counts: collections.Counter[str] = collections.Counter()
    ways: collections.Counter[tuple[str, str]] = collections.Counter()
    chosen = [r for r in records if r.kind in _KINDS and r.place]
    random.Random(14).shuffle(chosen)
    places = sorted({record.place for record in chosen if record.place})
    for record in chosen:
        elsewhere = places[(places.index(record.place or "") + 7) % len(places)]
        for sentence in _sentences(catalogue, record):
            source = _source(sentence, record, elsewhere)
            for kind in KINDS:
                made = sorted(flips_of(kind, source), key=lambda flip: ways[kind, flip[0]])[:2]
                for way, said in made if counts[kind] < each else ():
                    if ways[kind, way] <= max(5, _MOST_OF_A_WAY * each):
                        counts[kind] += 1
                        ways[kind, way] += 1
                        past = (
                            re.search(r"\b(?:was|were|had) ", said) and kind == "time"
                        )  # what is found to have been, is
                        yield kind, _parts(said, sentence, record, 0 if past else counts[kind]), said
        if all(counts[kind] >= each for kind in KINDS):
            return


def _source(sentence: Sentence, record: Record, elsewhere: str) -> Source:
    section = sentence.citation.section
    needs = section is not None and stance_of_heading(section) in _NEEDS
    after = sentence.after.quote if sentence.after else ""
    return Source(sentence.citation.quote, "" if _LEANS.match(after) else after, record.place or "", needs, elsewhere)


def _parts(said: str, sentence: Sentence, record: Record, count: int) -> list[tuple[str, list[Citation]]]:
    """A false sentence as the check takes it, every second one behind words that only name the source."""
    if count % 2 and record.date:
        said = f"In {record.date.year}, inspectors found that {said[0].lower()}{said[1:]}"
    first, divided, second = said.partition(" | ")
    if not divided or sentence.after is None:
        return [(said, [sentence.citation])]
    if count % 3:
        return [(first, [sentence.citation]), (second, [sentence.after])]
    return [(f"{first} {second}", [sentence.citation, sentence.after])]


def _sentences(catalogue: Catalogue, record: Record) -> Iterator[Sentence]:
    """A few sentences of each document, spread over its passages."""
    stored = list(catalogue.document_passages(record.id))
    random.Random(record.id).shuffle(stored)
    for held in stored[:60]:
        cited = [_cite(record, held.passage, at) for at in sentence_spans(held.passage.text)]
        after = {first.quote: second for first, second in pairwise(cited)}
        for citation in cited:
            whole = len(citation.quote.split()) in _WORDS and citation.quote[0].isupper()
            if whole and (citation.quote.endswith(".") or citation.section):
                yield Sentence(citation, after.get(citation.quote))


def _cite(record: Record, passage: Passage, at: tuple[int, int]) -> Citation:
    heading = next((h for h in reversed(passage.headings) if stance_of_heading(h) or is_known_heading(h)), None)
    return Citation.of(1, Evidence(SearchResult("", record, passage), *at), heading)


def find_sentence(catalogue: Catalogue, record: Record, page: int, hashed: str) -> Citation:
    """Find the sentence on a page that has a hash.

    Raises:
        SystemExit: there is none: the document or its reading has changed.
    """
    for held in catalogue.document_passages(record.id):
        for at in sentence_spans(held.passage.text):
            if held.passage.page == page and hash_of(held.passage.text[slice(*at)]) == hashed:
                return _cite(record, held.passage, at)
    raise SystemExit(f"{record.path}, page {page}: no sentence with the hash {hashed}")


def hash_of(text: str) -> str:
    """A short hash of a sentence's words."""
    return hashlib.sha256(" ".join(text.split()).encode()).hexdigest()[:16]


if __name__ == "__main__":
    main()
