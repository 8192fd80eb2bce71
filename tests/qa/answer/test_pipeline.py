"""Answers over the sample: quoted exactly, inside the scope, or declined with the reason."""

from pathlib import Path

import pytest

from index import Index, StoreError
from ingest import Page, Span
from ingest.structure import stands
from qa import Reason, Scope, ask
from tests.index.made import EMBEDDER, writer_of

QUESTIONS = [
    "What did Ofsted say about management oversight in 2022?",
    "How well are care leavers supported in Ashcombe?",
    "Marlbridge caseloads",
    "What did inspectors say about supervision in Westhaven in 2023?",
    "What was the overall effectiveness judgement in Marlbridge in 2025?",
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_quotation_stands_on_its_page(sample_index: Index, question: str) -> None:
    answer = ask(sample_index, question)
    assert answer.answered
    assert [citation.number for citation in answer.citations] == list(range(1, len(answer.citations) + 1))
    for citation in answer.citations:
        pages = sample_index.catalogue.pages(citation.record.id)
        assert stands(citation.quote, citation.spans, pages)
        assert f"“{citation.quote}” [{citation.number}]" in answer.text
        assert f"[{citation.number}] {citation.reference}" in answer.text
        assert f"page {citation.page}" in citation.reference


@pytest.mark.parametrize("question", QUESTIONS)
def test_nothing_comes_from_outside_the_scope(sample_index: Index, question: str) -> None:
    answer = ask(sample_index, question)
    for record in [*(c.record for c in answer.citations), *(r.record for r in answer.results)]:
        assert not answer.scope.authorities or record.authority in answer.scope.authorities
        assert not answer.scope.years or set(record.years) & set(answer.scope.years)


@pytest.mark.parametrize(
    ("question", "reason", "said"),
    [
        ("", Reason.NO_QUESTION, "Ask a question"),
        ("  ?! ", Reason.NO_QUESTION, "Ask a question"),
        ("What did Ofsted find in Marlbridge in 2012?", Reason.NO_DOCUMENT, "For Marlbridge it holds"),
        ("What did Ofsted say about Devon?", Reason.NO_DOCUMENT, "no documents for Devon."),
        ("supervision in Northbourne Borough Council", Reason.UNKNOWN_AUTHORITY, "Northbourne Borough Council"),
        ("Westhaven volcano helicopter trombone", Reason.SILENT, "(Westhaven)"),
    ],
)
def test_declined_with_the_reason(sample_index: Index, question: str, reason: Reason, said: str) -> None:
    answer = ask(sample_index, question)
    assert answer.reason is reason
    assert not answer.citations
    assert said in answer.text


def test_filters_override_the_words(sample_index: Index) -> None:
    answer = ask(sample_index, "management oversight in 2022", Scope(authorities=("Marlbridge",), years=(2025,)))
    assert answer.scope.years == (2025,)
    assert {citation.record.authority for citation in answer.citations} == {"Marlbridge"}


def test_an_empty_index(tmp_path: Path) -> None:
    index = Index(tmp_path, EMBEDDER)
    index.generations.use(index.generations.make())
    writer_of(index.generations.path(index.generations.opened())).close()
    answer = ask(index, "supervision")
    assert answer.reason is Reason.NO_DOCUMENT
    assert "kloe index" in answer.text


def test_without_an_index_the_reader_is_told_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"there is no index at .*kloe index FOLDER"):
        ask(Index(tmp_path, EMBEDDER), "supervision")


def test_stands() -> None:
    pages = (Page(1, "Plans are well-"), Page(2, "made and kept."))
    assert stands("Plans are well-made and kept.", (Span(1, 0, 15), Span(2, 0, 14)), pages)
    assert not stands("Plans are badly made.", (Span(1, 0, 15),), pages)
    assert not stands("Plans", (Span(3, 0, 5),), pages)


def test_a_newer_document_that_is_not_quoted_is_named(sample_index: Index) -> None:
    answer = ask(sample_index, "Westhaven areas for priority action")
    newest = max(r.published for r in sample_index.catalogue.records() if r.authority == "Westhaven" and r.published)
    quoted = {citation.record.published for citation in answer.citations}
    assert (newest in quoted) != ("Not quoted: the latest document for Westhaven" in answer.coverage)
