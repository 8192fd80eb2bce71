from dataclasses import replace
from datetime import date

import pytest

from index import Index, Record
from ingest import Fact, Kind
from qa.evidence.discussed import discussed_document


@pytest.fixture
def letter(sample_index: Index) -> Record:
    record = sample_index.catalogue.records()[0]
    return replace(
        record,
        id="letter",
        kind=Kind.MONITORING_VISIT,
        authorities=("Devon",),
        inspection_start=date(2022, 2, 2),
        inspection_end=date(2022, 2, 3),
        published=date(2022, 3, 9),
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("inspection discussed", "monitoring visit, 2 to 3 February 2022"),
        ("inspection discussed", "visit, February 2022"),
        ("inspection discussed", "monitoring visit, 2022"),
        ("letter discussed", "2022-03-09"),
    ],
)
def test_the_document_that_a_paper_discusses(letter: Record, name: str, value: str) -> None:
    paper = replace(letter, id="minutes", kind=Kind.MINUTES)
    fact = Fact(name, value, "words", 1)
    assert discussed_document(fact, paper, [paper, letter]) is letter
    assert discussed_document(fact, replace(paper, authorities=("Kent",)), [paper, letter]) is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("inspection discussed", "inspection, February 2022"),
        ("inspection discussed", "monitoring visit, March"),
        ("inspection discussed", "monitoring visit, March 2022"),
        ("letter discussed", "2022-03-10"),
        ("published", "2022-03-09"),
    ],
)
def test_no_other_document_is_taken_for_it(letter: Record, name: str, value: str) -> None:
    paper = replace(letter, id="minutes", kind=Kind.MINUTES)
    assert discussed_document(Fact(name, value, "words", 1), paper, [letter]) is None


def test_none_is_given_where_two_match(letter: Record) -> None:
    paper = replace(letter, id="minutes", kind=Kind.MINUTES)
    fact = Fact("inspection discussed", "monitoring visit, 2022", "words", 1)
    assert discussed_document(fact, paper, [letter, replace(letter, id="second")]) is None
