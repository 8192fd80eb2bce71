"""Counts by facet."""

from collections import Counter

import pytest

from app.asking import count_facets
from index import Index
from ingest import AreaOutcome, VisitTopic
from qa import Scope
from qa.question.scope import Judged
from tests.qa.question.catalogue import index_of_records


@pytest.fixture(scope="module")
def invented_index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    return index_of_records(tmp_path_factory.mktemp("invented"))


def test_counts_are_those_of_the_documents(sample_index: Index) -> None:
    records = sample_index.catalogue.records()
    facets = count_facets(sample_index, records)
    assert facets.documents == len(records)
    assert facets.authority == dict(Counter(record.authority for record in records if record.authority))
    assert facets.year == dict(Counter(year for record in records for year in record.years))
    assert list(facets.year) == sorted(facets.year, reverse=True)
    assert sum(facets.kind.values()) == len(records)
    assert sum(facets.stance.values()) == facets.passages == sum(record.passages for record in records)


def test_each_count_is_what_its_filter_gives(sample_index: Index) -> None:
    records = sample_index.catalogue.records()
    facets = count_facets(sample_index, records)
    for authority, count in facets.authority.items():
        assert len(Scope(authorities=(authority,)).documents(records)) == count
    for year, count in facets.year.items():
        assert len(Scope(years=(year,)).documents(records)) == count
    held = {one.grade.value: one.grade for record in records for one in record.judgements}
    for grade, count in facets.judgement.items():
        assert len(Scope(judged=(Judged((held[grade],)),)).documents(records)) == count


def test_stances_are_those_of_the_passages(sample_index: Index) -> None:
    for record in sample_index.catalogue.records():
        passages = sample_index.catalogue.document_passages(record.id)
        held = Counter(one.passage.stance.value for one in passages)
        assert count_facets(sample_index, [record]).stance == held


def test_nothing_inside_counts_nothing(sample_index: Index) -> None:
    facets = count_facets(sample_index, [])
    assert (facets.documents, facets.passages, facets.authority, facets.stance) == (0, 0, {}, {})


def test_topics_of_visits_and_outcomes_are_counted_by_document(invented_index: Index) -> None:
    held = invented_index.catalogue.records()
    facets = count_facets(invented_index, held)
    assert facets.topic_of_visit
    assert facets.outcome
    for topic, count in facets.topic_of_visit.items():
        assert len(Scope(topics=(VisitTopic(topic),)).documents(held)) == count
    for outcome, count in facets.outcome.items():
        assert len(Scope(outcomes=(AreaOutcome(outcome),)).documents(held)) == count


def test_all_documents_are_counted_as_some_are(invented_index: Index) -> None:
    held = invented_index.catalogue.records()
    every, most = (invented_index.catalogue.counts(each) for each in (None, [record.id for record in held]))
    assert every == most
    judged = [record for record in held if record.judgements]
    assert sum(count_facets(invented_index, judged).judgement.values()) <= len(judged)
    assert set(count_facets(invented_index, judged[:1]).region.values()) == {1}
