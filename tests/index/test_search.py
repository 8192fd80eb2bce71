import pytest

from index import Index
from ingest import Stance


@pytest.mark.parametrize(
    "query", ['"', "NEAR(", "a AND", "* OR", "text:", "'; DROP TABLE passages; --", "caseloads OR", "-"]
)
def test_query_syntax_is_searched_for_as_words(sample_index: Index, query: str) -> None:
    sample_index.search(query)


def test_results_come_only_from_the_given_documents(sample_index: Index) -> None:
    records = sample_index.catalogue.records()
    inside = {record.id for record in records if record.authority == "Westhaven"}
    results = sample_index.search("management oversight", inside)
    assert results
    assert {result.record.authority for result in results} == {"Westhaven"}
    assert sample_index.search("management oversight", set()) == []


def test_a_limit_per_document(sample_index: Index) -> None:
    results = sample_index.search("social workers", per_document=1)
    assert len({result.record.id for result in results}) == len(results)


@pytest.mark.parametrize("stance", [Stance.STRENGTH, Stance.NEEDS_TO_IMPROVE, Stance.PRIORITY_ACTION])
def test_every_passage_of_a_stance_can_be_found(sample_index: Index, stance: Stance) -> None:
    stances = sample_index.catalogue.stances()
    expected = {
        id_ for of_passages in stances.values() for id_, of_passage in of_passages.items() if of_passage is stance
    }
    results = sample_index.search("the zeppelin that no passage mentions", limit=1000, stances=[stance])
    assert {result.id for result in results} == expected
    assert {result.passage.stance for result in results} <= {stance}


def test_a_stance_inside_documents(sample_index: Index) -> None:
    stances = sample_index.catalogue.stances()
    document = min(id_ for id_, of_passages in stances.items() if Stance.NEITHER in of_passages.values())
    results = sample_index.search("supervision", {document}, stances=[Stance.NEITHER])
    assert results
    assert {(result.record.id, result.passage.stance) for result in results} == {(document, Stance.NEITHER)}
