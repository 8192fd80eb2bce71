from pathlib import Path

import pytest

from index import Index, Said
from ingest import Passage, Span, Stance
from tests.index.made import EMBEDDER, document, put, writer_of


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


def _stances(index: Index) -> dict[str, dict[str, Stance]]:
    """The stance of each passage, by its document and its id."""
    return {
        record.id: {stored.id: stored.passage.stance for stored in index.catalogue.document_passages(record.id)}
        for record in index.catalogue.records()
    }


@pytest.mark.parametrize("stance", [Stance.STRENGTH, Stance.NEEDS_TO_IMPROVE, Stance.PRIORITY_ACTION])
def test_every_passage_of_a_stance_can_be_found(sample_index: Index, stance: Stance) -> None:
    stances = _stances(sample_index)
    expected = {id_ for passages in stances.values() for id_, of_passage in passages.items() if of_passage is stance}
    results = sample_index.search("the zeppelin that no passage mentions", limit=1000, said=Said([stance]))
    assert {result.id for result in results} == expected
    assert {result.passage.stance for result in results} <= {stance}


def test_a_stance_inside_documents(sample_index: Index) -> None:
    stances = _stances(sample_index)
    document = min(id_ for id_, passages in stances.items() if Stance.NEITHER in passages.values())
    results = sample_index.search("supervision", {document}, said=Said([Stance.NEITHER]))
    assert results
    assert {(result.record.id, result.passage.stance) for result in results} == {(document, Stance.NEITHER)}


def test_passages_about_another_authority_are_left_out(tmp_path: Path) -> None:
    passages = [
        Passage("Supervision in Bury is regular.", (Span(1, 0, 31),), authorities=("Bury",)),
        Passage("Supervision in Salford is rare.", (Span(1, 32, 63),), authorities=("Salford",)),
        Passage("Supervision matters to both.", (Span(1, 64, 92),)),
    ]
    index = Index(tmp_path / "index", EMBEDDER)
    index.generations.use(index.generations.make())
    writer = writer_of(index.generations.path(index.generations.opened()))
    put(writer, document("story", passages))
    writer.close()
    found = index.search("supervision", authorities=["Salford"])
    assert {result.passage.text for result in found} == {passages[1].text, passages[2].text}
