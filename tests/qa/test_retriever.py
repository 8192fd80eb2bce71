"""The LangChain retriever returns what `find` finds, within its filters, and the place of each passage."""

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
def test_it_returns_what_find_finds(sample_index: Index, question: str) -> None:
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
def test_a_filter_replaces_the_words(
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
def test_an_empty_scope_gives_no_passages(sample_index: Index, filters: dict[str, Any], question: str) -> None:
    assert KloeRetriever(index=sample_index, **filters).invoke(question) == []


def test_the_limit(sample_index: Index) -> None:
    assert len(KloeRetriever(index=sample_index).invoke(QUESTION)) == 20
    assert len(KloeRetriever(index=sample_index, limit=3).invoke(QUESTION)) == 3


def test_reranking_can_be_switched_off(sample_index: Index) -> None:
    plain = find(sample_index, parse(sample_index, QUESTION), rerank=False)
    documents = KloeRetriever(index=sample_index, rerank=False).invoke(QUESTION)
    assert [document.id for document in documents] == [result.id for result in plain]
    assert documents != KloeRetriever(index=sample_index).invoke(QUESTION)


@pytest.mark.parametrize("field", [{"limit": 0}, {"kinds": ("report",)}, {"years": ("last",)}, {"year": (2022,)}])
def test_an_invalid_field_is_refused(sample_index: Index, field: dict[str, Any]) -> None:
    with pytest.raises(ValidationError, match=next(iter(field))):
        KloeRetriever(index=sample_index, **field)


def test_each_passage_carries_its_place(sample_index: Index) -> None:
    records = {record.path: record for record in sample_index.catalogue.records()}
    documents = KloeRetriever(index=sample_index).invoke(QUESTION)
    for document in documents:
        metadata = document.metadata
        record = records[metadata["document"]]
        [stored] = sample_index.catalogue.passages([metadata["passage"]])
        assert stored.document == record.id
        assert metadata["passage"] == document.id
        assert (metadata["authority"], metadata["kind"]) == (record.authority, record.kind)
        assert (metadata["page"], metadata["paragraph"]) == (stored.passage.page, stored.passage.number)
        assert metadata["headings"] == list(stored.passage.headings)
        assert metadata["years"] == list(record.years)
        assert metadata["published"] == (record.published.isoformat() if record.published else None)
        assert metadata["reference"].endswith(f"page {metadata['page']}")
        assert str(record.authority) in metadata["reference"]
        assert json.loads(json.dumps(metadata)) == metadata
    assert any(document.metadata["paragraph"] for document in documents)


def test_it_is_a_runnable_like_any_other(sample_index: Index) -> None:
    retriever = KloeRetriever(index=sample_index, limit=2)
    documents = retriever.invoke(QUESTION)
    assert retriever.batch([QUESTION, QUESTION]) == [documents, documents]
    assert asyncio.run(retriever.ainvoke(QUESTION)) == documents
    assert (retriever | len).invoke(QUESTION) == 2


def test_regions_are_a_filter_beside_authorities(sample_index: Index) -> None:
    retriever = KloeRetriever(index=sample_index, authorities=("Ashcombe",), regions=("London",))
    assert {document.metadata["authority"] for document in retriever.invoke(QUESTION)} == {"Ashcombe"}
    chosen = Scope(authorities=("Ashcombe",), regions=("London",))
    assert parse(sample_index, QUESTION, chosen).scope.regions == ("London",)
