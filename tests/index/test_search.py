import pytest

from index import Index
from index.lexical import match_any, topic_words
from ingest import Stance


@pytest.mark.parametrize(
    "query", ['"', "NEAR(", "a AND", "* OR", "text:", "'; DROP TABLE passages; --", "caseloads OR", "-"]
)
def test_whatever_is_typed_is_words(sample_index: Index, query: str) -> None:
    sample_index.search(query)


def test_results_stay_inside_the_documents_asked_for(sample_index: Index) -> None:
    records = sample_index.catalogue.records()
    inside = {record.id for record in records if record.authority == "Westhaven"}
    results = sample_index.search("management oversight", inside)
    assert results
    assert {result.record.authority for result in results} == {"Westhaven"}
    assert sample_index.search("management oversight", set()) == []


def test_a_limit_a_document(sample_index: Index) -> None:
    results = sample_index.search("social workers", per_document=1)
    assert len({result.record.id for result in results}) == len(results)


def test_topic_words() -> None:
    assert topic_words("What did they say about children’s plans?") == ["children", "plans"]
    assert topic_words("what was it") == ["what", "was", "it"]
    assert match_any(["a", 'b"c']) == '"a" OR "b""c"'


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("management oversigt", "management oversight"),
        ("supervison of social workers", "supervision of social workers"),
        ("asessments", "assessments"),
        ("volcano helicopter", "volcano helicopter"),
        ("supervision", "supervision"),
    ],
)
def test_a_misspelt_word_is_read_as_the_one_it_is_near(sample_index: Index, typed: str, read: str) -> None:
    assert sample_index.correct(typed) == read


@pytest.mark.parametrize("word", ["skating", "uncles", "shoes"])
def test_an_english_word_is_no_misspelling(sample_index: Index, word: str) -> None:
    assert sample_index.correct(word) == word


def test_few_documents_are_compared_as_the_store_does(sample_index: Index) -> None:
    documents = {sample_index.catalogue.records()[0].id}
    vector = sample_index.embedder.embed_query("supervision")
    exact = {one.id: one.similarity for one in sample_index.candidates("supervision", documents)}
    assert set(exact) == set(sample_index.catalogue.passage_ids(documents))
    for id_, similarity in sample_index.vectors.nearest(vector, 5, documents):
        assert exact[id_] == pytest.approx(similarity, abs=1e-4)


def test_documents_that_use_words(sample_index: Index) -> None:
    with_both = sample_index.catalogue.documents_with(["supervision", "caseloads"])
    assert with_both <= sample_index.catalogue.documents_with(["supervision"])
    assert not sample_index.catalogue.documents_with(["zeppelin"])


@pytest.mark.parametrize("stance", [Stance.STRENGTH, Stance.NEEDS_TO_IMPROVE, Stance.PRIORITY_ACTION])
def test_every_passage_of_a_stance_can_be_found(sample_index: Index, stance: Stance) -> None:
    of_stance = {
        id_ for held in sample_index.catalogue.stances().values() for id_, given in held.items() if given is stance
    }
    found = sample_index.search("the zeppelin that no passage speaks of", limit=1000, stances=[stance])
    assert {result.id for result in found} == of_stance
    assert {result.passage.stance for result in found} <= {stance}


def test_a_stance_inside_documents(sample_index: Index) -> None:
    documents = {
        document for document, held in sample_index.catalogue.stances().items() if Stance.NEITHER in held.values()
    }
    one = min(documents)
    found = sample_index.search("supervision", {one}, stances=[Stance.NEITHER])
    assert found
    assert {(result.record.id, result.passage.stance) for result in found} == {(one, Stance.NEITHER)}
