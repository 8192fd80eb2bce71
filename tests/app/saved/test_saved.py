"""A saved list: quotations are made anew from their pages, and what is gone is said; a person's list through the API."""

import io
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest

import qa
from app.access.users import Right, add_user
from app.feeds import cite_words
from app.saved import (
    SavedQuotation,
    SavedSearch,
    SavedSpan,
    id_of,
    look_up,
    read_item,
    read_items,
    saved_docx,
    value_of,
)
from app.saved.quoting import quote_again
from app.server import create_app
from app.settings import load_settings
from index import Index, SearchResult
from ingest import Span
from qa import Citation
from qa.evidence import Evidence
from tests.app.client import TestClient

SAVED = "/api/v1/saved"
PASSWORD = "long enough"
SEARCH = {"type": "search", "q": "caseloads", "authority": ["Devon"], "latest": True, "sort": "date"}
QUESTIONS = (
    "What did Ofsted say about management oversight in Marlbridge in 2022?",
    "Which authorities were told that caseloads are too high?",
    "How was Westhaven judged overall?",
    "What needs to improve in Marlbridge?",
)


def citations(index: Index) -> list[Citation]:
    answers = [qa.ask(index, question) for question in QUESTIONS]
    return [citation for answer in answers for citation in (*answer.citations, *answer.otherwise)]


def a_list(index: Index) -> Citation:
    """Three passages that follow each other, quoted as a lead-in with its items."""
    record = next(record for record in index.catalogue.records() if record.passages > 8)
    lead, *items = index.catalogue.document_passages(record.id)[2:5]
    evidence = Evidence(
        SearchResult(lead.id, record, lead.passage),
        0,
        len(lead.passage.text),
        tuple(item.passage for item in items),
    )
    (citation,) = cite_words(index, [evidence])
    return citation


def test_a_quotation_is_made_anew_as_it_was(sample_index: Index) -> None:
    quoted = [*citations(sample_index), a_list(sample_index)]
    assert len(quoted) > 8
    for citation in quoted:
        again = quote_again(sample_index, SavedQuotation.of_citation(citation))
        assert again
        assert replace(again, number=citation.number) == citation


def test_places_without_a_passage_quote_nothing(sample_index: Index) -> None:
    citation = a_list(sample_index)
    first, *rest = citation.spans
    for spans in (
        (*rest, first),  # another order
        (first, *rest[1:]),  # an item left out
        (Span(first.page, first.start, first.start + 4), *rest),  # a part of the lead-in
        (Span(first.page, first.start, first.end + 10_000),),
        (Span(90_000, 0, 9),),
    ):
        assert quote_again(sample_index, SavedQuotation.of(citation.record.id, spans)) is None
    assert quote_again(sample_index, SavedQuotation.of("0" * 16, citation.spans)) is None


def test_a_list_stands_by_document_and_says_what_is_gone(sample_index: Index) -> None:
    quoted = citations(sample_index)[:4]
    items: list[Any] = [SavedQuotation.of_citation(citation) for citation in quoted]
    gone = [SavedQuotation.of(quoted[0].record.id, [Span(3, 1, 2)]), SavedQuotation.of("0" * 16, [Span(3, 1, 2)]), None]
    saved = look_up(sample_index, [(str(n), item) for n, item in enumerate([*gone, *items, *items[:1]])])
    assert [each.citation.number for each in saved.quotations] == list(range(1, len(saved.quotations) + 1))
    documents = [each.citation.record.id for each in saved.quotations]
    assert documents == sorted(documents, key=documents.index)
    said = [each.explanation for each in saved.gone]
    assert said[0].endswith("no longer stands there.")
    assert "no longer in the index" in said[1]
    assert "cannot be read" in said[2]
    lines = [paragraph.text for paragraph in docx.Document(io.BytesIO(saved_docx(saved))).paragraphs]
    for each in saved.quotations:
        assert f"“{each.citation.quote}”\u00a0[{each.citation.number}]" in lines
        path = each.citation.record.path
        assert f"[{each.citation.number}]\t{each.citation.reference}. {path}" in lines
    assert set(said) <= set(lines)
    assert "No quotations are saved." in [
        paragraph.text for paragraph in docx.Document(io.BytesIO(saved_docx(look_up(sample_index, [])))).paragraphs
    ]


def test_a_search_links_to_its_results_and_its_feed(sample_index: Index) -> None:
    search = SavedSearch.model_validate(SEARCH)
    assert search.link == "/?view=search&authority=Devon&latest=1&q=caseloads&sort=date"
    assert search.feed == "/feeds/search.atom?authority=Devon&latest=1&q=caseloads"
    (found,) = look_up(sample_index, [("s", search)]).searches
    assert found.words.startswith("“caseloads” (Devon")


def test_an_item_has_one_id_and_what_is_none_is_told_apart() -> None:
    search = SavedSearch.model_validate(SEARCH)
    assert read_item(value_of(search)) == search
    assert id_of(search) == id_of(SavedSearch.model_validate({**SEARCH, "stance": []}))
    assert id_of(search) != id_of(SavedSearch.model_validate({**SEARCH, "sort": "relevance"}))
    assert read_items([{"id": "a", "item": SEARCH}, {"id": "b", "item": {"type": "poem"}}, 7]) == [
        ("a", search),
        ("b", None),
        ("", None),
    ]
    with pytest.raises(ValueError, match="extra"):
        SavedSpan.model_validate({"page": 1, "start": 0, "end": 1, "words": "not ours"})


@pytest.fixture
def client(sample_index: Index, tmp_path: Path) -> TestClient:
    for name in ("sam", "alex"):
        add_user(tmp_path / "users", name, [Right.READ], PASSWORD)
    settings = load_settings(users_file=tmp_path / "users", api_keys="secret")
    return TestClient(create_app(settings, lambda: sample_index))


def test_a_person_reads_and_changes_their_own_list_alone(client: TestClient, sample_index: Index) -> None:
    sam, alex = {"auth": ("sam", PASSWORD)}, {"auth": ("alex", PASSWORD)}
    citation = citations(sample_index)[0]
    quotation = SavedQuotation.of_citation(citation).model_dump()
    ids = [client.post(SAVED, json=item, **sam).json()["id"] for item in (quotation, SEARCH, quotation)]
    assert ids[0] == ids[2]
    body = client.get(SAVED, **sam).json()
    assert (body["person"], body["gone"]) == ("sam", [])
    assert [(each["id"], each["quote"], each["reference"]) for each in body["quotations"]] == [
        (ids[0], citation.quote, citation.reference)
    ]
    assert [(each["id"], each["search"]["q"]) for each in body["searches"]] == [(ids[1], "caseloads")]
    assert client.get(SAVED, **alex).json()["quotations"] == []
    assert client.delete(f"{SAVED}?id={ids[0]}", **alex).status_code == 404
    export = client.get(f"{SAVED}/export", **sam)
    assert citation.quote in "\n".join(p.text for p in docx.Document(io.BytesIO(export.content)).paragraphs)
    for id_ in ids[:2]:
        assert client.delete(f"{SAVED}?id={id_}", **sam).status_code == 204
    assert client.get(SAVED, **sam).json()["searches"] == []


def test_a_list_needs_a_person(client: TestClient, sample_index: Index) -> None:
    assert client.get(SAVED).status_code == 401
    assert client.get(SAVED, headers={"X-API-Key": "secret"}).status_code == 403
    opened = TestClient(create_app(load_settings(), lambda: sample_index))
    for response in (
        opened.get(SAVED),
        opened.post(SAVED, json=SEARCH),
        opened.delete(f"{SAVED}?id={'0' * 16}"),
        opened.get(f"{SAVED}/export"),
    ):
        assert (response.status_code, response.headers["content-type"]) == (409, "application/problem+json")
        assert "each browser keeps its own" in response.json()["detail"]


def test_words_that_stand_nowhere_are_not_saved(client: TestClient) -> None:
    item = {"type": "quotation", "document": "0" * 16, "spans": [{"page": 1, "start": 0, "end": 9}]}
    assert client.post(SAVED, json=item, auth=("sam", PASSWORD)).status_code == 404
    assert client.post(SAVED, json={**item, "quote": "mine"}, auth=("sam", PASSWORD)).status_code == 422
