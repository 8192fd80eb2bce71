"""The catalogue's lexical scores are those of BM25, as another implementation of it works them out."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any
from unicodedata import combining, normalize

import pytest

from index import Index
from index.catalogue import Catalogue
from index.lexical import match_any, stem, topic_words
from ingest import Passage, Span
from tests.index.made import document, put, writer_of

bm25s = pytest.importorskip("bm25s", reason="bm25s is not installed: pip install '.[dev]'")

FIRST = 10
QUERIES = [
    "management oversight",
    "supervision of social workers",
    "high caseloads",
    "care leavers and their personal advisers",
    "visits to children in care",
    "neglect",
    "letters before proceedings",
    "placement stability and foster carers",
    "education, health and care plans",
    "committee members asked about agency staff",
    "children missing from home and exploitation",
    "inspectors' 2022 visit",
]


def _tokens(text: str) -> list[str]:
    """What FTS5's tokenizer makes of a text: letters and figures in lower case without accents, by their stems."""
    plain = "".join(letter for letter in normalize("NFKD", text.lower()) if not combining(letter))
    return [stem(word) for word in re.findall(r"[^\W_]+", plain)]


@pytest.fixture(scope="module")
def passages(sample_index: Index) -> list[Passage]:
    """The sample's passages without headings: with a context, FTS5 counts its words for half but its length whole."""
    return [
        replace(stored.passage, headings=())
        for record in sample_index.catalogue.records()
        for stored in sample_index.catalogue.document_passages(record.id)
    ]


def _catalogue(folder: Path, passages: list[Passage]) -> Catalogue:
    writer = writer_of(folder)
    put(writer, document("all", passages))
    writer.close()
    return Catalogue(folder)


@pytest.fixture(scope="module")
def catalogue(passages: list[Passage], tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    return _catalogue(tmp_path_factory.mktemp("bm25"), passages)


@pytest.fixture(scope="module")
def other(passages: list[Passage]) -> Any:
    # FTS5 saturates terms as ATIRE does, with (k1 + 1) above the line, and takes the rarity of Robertson and Sparck Jones,
    # log((N - n + 0.5) / (n + 0.5)), which it keeps at a millionth or more; here it is 0 or more. Lucene's rarity,
    # log(1 + ...), is another curve: half of these queries come in another order with it.
    made = bm25s.BM25(k1=1.2, b=0.75, method="atire", idf_method="robertson", dtype="float64")
    made.index([_tokens(passage.text) for passage in passages], show_progress=False)
    return made


@pytest.mark.parametrize("query", QUERIES)
def test_the_best_passages_are_in_the_same_order(catalogue: Catalogue, other: Any, query: str) -> None:
    terms = topic_words(query)
    expected = other.get_scores([token for term in terms for token in _tokens(term)])
    stored = [one.id for one in catalogue.document_passages("all")]
    scores = dict(zip(stored, expected.tolist(), strict=True))
    found = catalogue.match(match_any(terms), FIRST)
    assert len(found) > 1
    # Passages that tie may stand in any order: it is their scores that must fall in the same steps.
    best = sorted(scores.values(), reverse=True)[: len(found)]
    assert [scores[id_] for id_, _ in found] == pytest.approx(best, rel=1e-6, abs=1e-4)
    assert [score for _, score in found] == pytest.approx(best, rel=1e-6, abs=1e-4)


def test_stems_are_those_of_the_index(catalogue: Catalogue, passages: list[Passage]) -> None:
    counted = Counter(token for passage in passages for token in set(_tokens(passage.text)))
    assert {stem: catalogue.uses(stem) for stem in counted} == counted
    assert catalogue.uses("zeppelin") == 0


def test_a_heading_counts_for_half(tmp_path: Path) -> None:
    """With as many words in all, one in the passage is worth what two in its heading are."""
    texts = [("oversight plans", "the home"), ("visits plans", "oversight oversight"), ("the staff", "oversight here")]
    texts += [("nothing of it", "at all")] * 10
    made = _catalogue(tmp_path, [Passage(text, (Span(1, 0, 1),), (heading,)) for text, heading in texts])
    ids = [one.id for one in made.document_passages("all")]
    in_text, twice_above, once_above = (dict(made.match("oversight", 10))[id_] for id_ in ids[:3])
    assert in_text == pytest.approx(twice_above)
    assert once_above < in_text
