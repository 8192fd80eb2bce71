"""A search in a small scope reads only the postings of its documents, and scores them as FTS5 scores all passages."""

import shutil
from pathlib import Path

import pytest

from index import Index, PassageScope, Said
from index.catalogue import Catalogue, CatalogueWriter
from index.lexical import match_any, topic_words
from ingest import Stance
from tests.index.made import document, put, writer_of

QUERIES = ["management oversight", "supervision of social workers", "children’s plans", "caseloads", "the zeppelin"]


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("stances", [(), (Stance.STRENGTH, Stance.NEITHER)])
@pytest.mark.parametrize("documents", [1, 4, 1000])
def test_scores_in_a_scope_are_those_among_all_passages(
    sample_index: Index, query: str, stances: tuple[Stance, ...], documents: int
) -> None:
    catalogue, terms = sample_index.catalogue, topic_words(query)
    ids = {record.id for record in catalogue.records()[:documents]}
    inside = catalogue.inside(
        [id_ for id_, _ in catalogue.match(match_any(terms), 10_000)], PassageScope(ids, Said(stances))
    )
    everywhere = dict(catalogue.match(match_any(terms), 10_000))
    assert dict(catalogue.match_terms(terms, 10_000)) == pytest.approx(everywhere)
    expected = {id_: score for id_, score in everywhere.items() if id_ in inside}
    found = catalogue.match_terms(terms, 10_000, PassageScope(ids, Said(stances)))
    assert dict(found) == pytest.approx(expected)
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)
    assert catalogue.match_terms(terms, 3, PassageScope(ids, Said(stances))) == found[:3]


def test_a_word_with_an_apostrophe_or_of_no_letters_is_searched_for_too(sample_index: Index) -> None:
    scope = PassageScope([sample_index.catalogue.records()[0].id])
    for terms in (["children's"], ["o'neill"], ["—"], ["é"]):
        expected = dict(sample_index.catalogue.match(match_any(terms), 1000, scope))
        assert dict(sample_index.catalogue.match_terms(terms, 1000, scope)) == pytest.approx(expected)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    writer = writer_of(tmp_path / "made")
    put(writer, document("d1", ["The zeppelin was late.", "Members saw the zeppelin and its zeppelin crew."]))
    put(writer, document("d2", ["Another zeppelin came early.", "The balloon did not."]))
    writer.close()
    return tmp_path / "made"


def test_how_many_passages_use_a_stem_follows_every_change(folder: Path) -> None:
    catalogue, writer = Catalogue(folder), CatalogueWriter(folder)
    assert (catalogue.uses("zeppelin"), catalogue.uses("balloon"), catalogue.count_passages()) == (3, 1, 4)
    writer.remove([source for source in catalogue.sources().values() if source.path == "d1.txt"])
    assert (catalogue.uses("zeppelin"), catalogue.count_passages()) == (1, 2)
    put(writer, document("d2", ["The balloon and the balloonist came."]))
    assert (catalogue.uses("zeppelin"), catalogue.uses("balloon"), catalogue.count_passages()) == (0, 1, 1)
    writer.close()


@pytest.mark.parametrize(
    ("stem", "is_near"),
    [("zepelin", True), ("zeppelln", True), ("eppelin", True), ("zeppelni", True), ("zepplain", True), ("cat", False)],
)
def test_stems_that_may_be_near_are_given_with_their_uses(folder: Path, stem: str, is_near: bool) -> None:
    assert Catalogue(folder).similar_stems(stem, 3).get("zeppelin") == (3 if is_near else None)


def test_words_are_made_anew_as_they_were(folder: Path, tmp_path: Path) -> None:
    copy = Path(shutil.copytree(folder, tmp_path / "copy"))
    writer = CatalogueWriter(copy)
    writer.count_anew()
    writer.close()
    scope = PassageScope(["d1"])
    for catalogue in (Catalogue(folder), Catalogue(copy)):
        assert len(catalogue.match_terms(["zeppelin"], 9)) == 3
    assert Catalogue(copy).match_terms(["zeppelin"], 9, scope) == Catalogue(folder).match_terms(["zeppelin"], 9, scope)
    assert Catalogue(copy).uses("zeppelin") == 3
