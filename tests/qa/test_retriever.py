"""The LangChain retriever finds what `find` finds, inside its filters, and says where each passage stands."""

import asyncio
import json
from typing import Any

import pytest
from pydantic import ValidationError

from index import Index
from ingest import Kind
from qa import Scope, find, parse
from qa.retriever import KloeRetriever

QUESTION = "What did Ofsted say about management oversight?"


@pytest.mark.parametrize("question", [QUESTION, f"{QUESTION[:-1]} in Westhaven in 2022?", "Marlbridge caseloads", ""])
def test_it_finds_what_find_finds(sample_index: Index, question: str) -> None:
    documents = KloeRetriever(index=sample_index).invoke(question)
    results = find(sample_index, parse(sample_index, question))
    assert [document.id for document in documents] == [result.id for result in results]
    assert [document.page_content for document in documents] == [result.passage.text for result in results]
    assert [document.metadata["score"] for document in documents] == [result.score for result in results]


@pytest.mark.parametrize(
    ("filters", "question", "key", "allowed"),
    [
        ({"authorities": ("Ashcombe",)}, QUESTION, "authority", {"Ashcombe"}),
        ({"authorities": ("Ashcombe",)}, "management oversight in Westhaven", "authority", {"Ashcombe"}),
        ({"kinds": (Kind.MINUTES,)}, QUESTION, "kind", {"minutes"}),
        ({"kinds": ("minutes", "news")}, QUESTION, "kind", {"minutes", "news"}),
        ({}, "management oversight in Westhaven", "authority", {"Westhaven"}),
    ],
)
def test_a_filter_takes_the_place_of_the_words(
    sample_index: Index, filters: dict[str, Any], question: str, key: str, allowed: set[str]
) -> None:
    documents = KloeRetriever(index=sample_index, **filters).invoke(question)
    assert {document.metadata[key] for document in documents} == allowed


def test_years_are_a_filter(sample_index: Index) -> None:
    documents = KloeRetriever(index=sample_index, years=(2025,)).invoke("management oversight in 2022")
    assert documents
    assert all(2025 in document.metadata["years"] for document in documents)


@pytest.mark.parametrize(
    ("filters", "question"),
    [
        ({"years": (2012,)}, QUESTION),
        ({"authorities": ("Devon",)}, QUESTION),
        ({"regions": ("London",)}, QUESTION),
        ({}, "management oversight in Marlbridge in 2012"),
        ({}, "supervision in Northbourne Borough Council"),
    ],
)
def test_an_empty_scope_holds_nothing(sample_index: Index, filters: dict[str, Any], question: str) -> None:
    assert KloeRetriever(index=sample_index, **filters).invoke(question) == []


def test_at_most_so_many(sample_index: Index) -> None:
    assert len(KloeRetriever(index=sample_index).invoke(QUESTION)) == 20
    assert len(KloeRetriever(index=sample_index, limit=3).invoke(QUESTION)) == 3


def test_the_closer_look_may_be_left_out(sample_index: Index) -> None:
    plain = find(sample_index, parse(sample_index, QUESTION), rerank=False)
    documents = KloeRetriever(index=sample_index, rerank=False).invoke(QUESTION)
    assert [document.id for document in documents] == [result.id for result in plain]
    assert documents != KloeRetriever(index=sample_index).invoke(QUESTION)


@pytest.mark.parametrize("field", [{"limit": 0}, {"kinds": ("report",)}, {"years": ("last",)}, {"year": (2022,)}])
def test_a_field_that_does_not_fit_is_refused(sample_index: Index, field: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match=next(iter(field))):
        KloeRetriever(index=sample_index, **field)


def test_each_passage_says_where_it_stands(sample_index: Index) -> None:
    records = {record.path: record for record in sample_index.catalogue.records()}
    documents = KloeRetriever(index=sample_index).invoke(QUESTION)
    for document in documents:
        said = document.metadata
        record = records[said["document"]]
        [stored] = sample_index.catalogue.passages([said["passage"]])
        assert stored.document == record.id
        assert said["passage"] == document.id
        assert (said["authority"], said["kind"]) == (record.authority, record.kind)
        assert (said["page"], said["paragraph"]) == (stored.passage.page, stored.passage.number)
        assert said["headings"] == list(stored.passage.headings)
        assert said["years"] == list(record.years)
        assert said["published"] == (record.published.isoformat() if record.published else None)
        assert said["reference"].endswith(f"page {said['page']}")
        assert str(record.authority) in said["reference"]
        assert json.loads(json.dumps(said)) == said
    assert any(document.metadata["paragraph"] for document in documents)


def test_it_is_a_runnable_like_any_other(sample_index: Index) -> None:
    retriever = KloeRetriever(index=sample_index, limit=2)
    once = retriever.invoke(QUESTION)
    assert retriever.batch([QUESTION, QUESTION]) == [once, once]
    assert asyncio.run(retriever.ainvoke(QUESTION)) == once
    assert (retriever | len).invoke(QUESTION) == 2


def test_regions_are_a_filter_beside_authorities(sample_index: Index) -> None:
    retriever = KloeRetriever(index=sample_index, authorities=("Ashcombe",), regions=("London",))
    assert {document.metadata["authority"] for document in retriever.invoke(QUESTION)} == {"Ashcombe"}
    chosen = Scope(authorities=("Ashcombe",), regions=("London",))
    assert parse(sample_index, QUESTION, chosen).scope.regions == ("London",)
