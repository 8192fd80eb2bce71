"""What a person sets of a document is read as they write it, or refused by name; the page, the API and the record agree on it."""

import asyncio
import shutil
from html import escape
from pathlib import Path

import pytest
from fastapi import FastAPI

import ui
from app.access.users import Right, add_user
from app.documents.correcting import WrongValue, read_value
from app.pages.addresses import DocumentsAddress
from app.pages.views import render_documents, render_record
from app.settings import load_settings
from app.watching import Audit, Event
from index import Index
from index.catalogue.corrections import Field
from tests.app.client import PASSWORD, TestClient


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        (Field.AUTHORITY, " kent ", "Kent"),
        (Field.AUTHORITY, "none", ""),
        (Field.KIND, "Council minutes", "minutes"),
        (Field.KIND, "ilacs-inspection", "ilacs-inspection"),
        (Field.DATE, "12 January 2026", "2026-01-12"),
        (Field.DATE, "12/01/2026", "2026-01-12"),
        (Field.DATE, "None", ""),
        (Field.INSPECTED, "20 to 31 January 2026", "2026-01-20 to 2026-01-31"),
        (Field.INSPECTED, "2026-01-20 to 2026-02-03", "2026-01-20 to 2026-02-03"),
        (Field.INSPECTED, "20 January 2026", "2026-01-20"),
    ],
)
def test_values_are_read_as_people_write_them(field: Field, text: str, value: str) -> None:
    assert read_value(field, text) == value


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (Field.AUTHORITY, "Atlantis"),
        (Field.AUTHORITY, ""),
        (Field.KIND, "none"),
        (Field.DATE, "31 February 2026"),
        (Field.DATE, "2026"),
        (Field.DATE, "12/01/2206"),
        (Field.INSPECTED, "3 February 2026 to 20 January 2026"),
        (Field.INSPECTED, "25 to 20 January 2026"),
        (Field.INSPECTED, "30 February to 3 March 2026"),
        (Field.INSPECTED, "x" * 5000),
    ],
)
def test_a_value_that_cannot_be_is_named(field: Field, text: str) -> None:
    with pytest.raises(WrongValue) as raised:
        read_value(field, text)
    assert f"“{text[:60]}" in str(raised.value)
    assert len(str(raised.value)) < 400


@pytest.fixture
def index(sample_index: Index, tmp_path: Path) -> Index:
    shutil.copytree(sample_index.folder, tmp_path / "index")
    return Index(tmp_path / "index", sample_index.embedder)


@pytest.fixture
def client(index: Index, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> TestClient:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GRADIO_TEMP_DIR", str(tmp_path))
    add_user(tmp_path / "users", "sam", [Right.READ, Right.UPLOAD], PASSWORD)

    async def create() -> FastAPI:
        return ui.create(lambda: index, load_settings(index=index.folder, users_file=tmp_path / "users"))

    made = TestClient(asyncio.run(create()))
    made.auth = ("sam", PASSWORD)
    return made


def test_the_page_sets_what_was_changed_and_takes_it_back(client: TestClient, index: Index) -> None:
    read = index.catalogue.records()[0]
    page = f"/correct/{read.id}"
    held = client.get(page).text
    assert 'name="authority"' in held
    assert "Take back" not in held
    given = {"authority": "Kent", "kind": read.kind.value, "date": "4 May 2019", "inspected": ""}
    wrong = client.post(page, data=given | {"date": "<b>soon</b>"})
    assert (wrong.status_code, "&lt;b&gt;soon&lt;/b&gt;” is no day" in wrong.text) == (422, True)
    assert index.catalogue.records()[0] == read
    answer = client.post(page, data=given, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/?view=document&document={read.id}")
    record = index.catalogue.record(read.id)
    assert record
    assert (record.authorities, str(record.published), record.kind) == (("Kent",), "2019-05-04", read.kind)
    shown = render_record(index, record, may_correct=True)
    assert "set by sam on" in shown
    assert "read as" in shown
    assert "Correct…" in shown
    assert "Correct…" not in render_record(index, record)
    for field in ("authority", "date", "inspected"):
        client.post(page, data={"take_back": field}, follow_redirects=False)
    assert index.catalogue.record(read.id) == read
    events = [event for event in Audit(index.folder, load_settings()).read() if event.event is Event.CORRECTION]
    assert (events[0].who, "authority: Kent; date: 2019-05-04" in events[0].detail) == ("sam", True)
    assert "authority: taken back" in events[1].detail


def test_a_document_can_be_of_no_authority(client: TestClient, index: Index) -> None:
    read = index.catalogue.records()[0]
    page = f"/correct/{read.id}"
    assert '<option value="none"' in client.get(page).text
    client.post(page, data={"authority": "none"}, follow_redirects=False)
    record = index.catalogue.record(read.id)
    assert record
    assert record.authorities == ()


def test_a_correction_is_found_by_search_and_facets_at_once(client: TestClient, index: Index) -> None:
    read = index.catalogue.records()[0]
    path = f"/api/v1/documents/{read.id}"
    asked = {"authority": "Kent", "q": "children"}
    assert client.get("/api/v1/search", params=asked).json()["results"] == []
    body = client.post(f"{path}/corrections", json={"authority": "Kent", "inspected": "none"})
    assert (body.status_code, body.json()["authority"], body.json()["inspection_start"]) == (200, "Kent", None)
    found = client.get("/api/v1/search", params=asked).json()["results"]
    assert {result["authority"] for result in found} == {"Kent"}
    assert "Kent" in str(client.get("/api/v1/facets").json())
    facts = client.get(path).json()["facts"]
    (fact,) = [fact for fact in facts if fact["fact"] == "authority"]
    assert (fact["value"], fact["page"], fact["read_as"]) == ("Kent", "set by a person", read.place or "none")
    for wrong in ({"authority": "Atlantis"}, {"date": "soon"}, {"kind": "poem"}, {}, {"title": "x"}):
        assert client.post(f"{path}/corrections", json=wrong).status_code == 422
    assert client.delete(f"{path}/corrections", params={"field": "authority"}).json()["authorities"] == [
        *read.authorities
    ]
    client.delete(f"{path}/corrections")
    assert index.catalogue.record(read.id) == read
    assert client.post("/api/v1/documents/0123456789abcdef/corrections", json={"kind": "news"}).status_code == 404


def test_members_see_no_file_path_unless_they_ask(sample_index: Index) -> None:
    record = sample_index.catalogue.records()[0]
    assert record.path not in render_documents(sample_index, DocumentsAddress())
    before, _, after = render_record(sample_index, record).partition("<summary>File</summary>")
    assert record.path not in before
    assert escape(record.path).replace("&#x27;", "&#39;") in after
