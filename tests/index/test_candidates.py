import pytest

from index import Index


def test_few_passages_get_the_similarities_of_the_vector_store(sample_index: Index) -> None:
    documents = {sample_index.catalogue.records()[0].id}
    vector = sample_index.embedder.embed_query("supervision")
    candidates = sample_index.candidates("supervision", documents)
    exact = {candidate.id: candidate.similarity for candidate in candidates}
    assert set(exact) == set(sample_index.catalogue.passage_ids(documents))
    for id_, similarity in sample_index.vectors.nearest(vector, 5, documents):
        assert exact[id_] == pytest.approx(similarity, abs=1e-4)
