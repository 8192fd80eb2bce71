"""Counts by facet."""

from collections import Counter

import pytest

from app.asking import Filters, Match, SearchFilters, count_facets, count_search
from index import Index
from ingest import AreaOutcome, Grade, Stance, VisitTopic
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


def test_counts_follow_the_words(sample_index: Index) -> None:
    facets = count_search(sample_index, "caseloads in Marlbridge", Filters())
    using = [
        (record, stored.passage)
        for record in sample_index.catalogue.records()
        for stored in sample_index.catalogue.document_passages(record.id)
        if "Marlbridge" in record.authorities
        and "caseload" in f"{stored.passage.text} {stored.passage.headings[-2:]}".lower()
    ]
    assert (facets.words, facets.match) == (("caseloads",), Match.ALL)
    assert (facets.documents, facets.passages) == (len({record.id for record, _ in using}), len(using))
    assert facets.stance == Counter(passage.stance.value for _, passage in using)
    assert facets.kind == Counter(record.kind.value for record in {record.id: record for record, _ in using}.values())


def test_where_no_passage_has_all_words_any_counts(sample_index: Index) -> None:
    facets = count_search(sample_index, "caseloads zeppelin", Filters())
    assert (facets.words, facets.match) == (("caseloads",), Match.ANY)
    assert facets.passages == count_search(sample_index, "caseloads", Filters()).passages


def test_what_could_be_chosen_beside_a_value_is_counted_on_the_page(sample_index: Index) -> None:
    chosen = SearchFilters(authority=["Marlbridge"], stance=[Stance.NEEDS_TO_IMPROVE])
    inside = count_search(sample_index, "supervision", chosen)
    beside = count_search(sample_index, "supervision", chosen, beside=True)
    assert set(inside.authority) == {"Marlbridge"} < set(beside.authority)
    assert (inside.documents, inside.stance, inside.year) == (beside.documents, beside.stance, beside.year)
    assert len(inside.stance) > 1


def test_grades_stand_best_first_and_years_newest_first(invented_index: Index) -> None:
    facets = count_facets(invented_index, invented_index.catalogue.records())
    assert list(facets.judgement) == [grade for grade in Grade if grade in facets.judgement]
    assert list(facets.outcome) == [outcome for outcome in AreaOutcome if outcome in facets.outcome]
    assert len(facets.judgement) > 2
    assert list(facets.year) == sorted(facets.year, reverse=True)
