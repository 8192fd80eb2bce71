"""The routes that give briefings, and the same as files on the pages."""

import io
import json
from collections.abc import Iterator

import docx
import pytest
from fastapi import FastAPI

from app.api.tools import Tools
from app.pages.routes import page_routes
from app.server import create_app
from app.settings import load_settings
from index import Index
from tests.app.client import TestClient

NAMED = {"authority": "Marlbridge City Council"}


@pytest.fixture(scope="module")
def client(sample_index: Index) -> Iterator[TestClient]:
    with TestClient(create_app(load_settings(), lambda: sample_index), raise_server_exceptions=False) as client:
        yield client


def test_a_briefing_names_its_quotations_by_number(client: TestClient) -> None:
    made = client.get("/api/v1/briefing", params=NAMED).json()
    assert (made["place"], len(made["sections"])) == ("Marlbridge", 6)
    numbers = {citation["number"] for citation in made["citations"]}
    for entry in (entry for section in made["sections"] for group in section["groups"] for entry in group["entries"]):
        assert {each["citation"] for each in (*entry["statements"], *entry["quotations"])} <= numbers
    assert made["sections"][-1]["heading"] == "Key lines of enquiry"


def test_a_briefing_in_word_and_in_markdown(client: TestClient, sample_index: Index) -> None:
    pages = FastAPI()
    pages.include_router(page_routes(lambda: sample_index))
    for of, path in ((client, "/api/v1/briefing"), (TestClient(pages), "/export/briefing")):
        word = of.get(f"{path}.docx", params=NAMED)
        assert word.headers["content-disposition"].startswith("attachment")
        assert docx.Document(io.BytesIO(word.content)).paragraphs[0].text == "Marlbridge: briefing for members"
        text = of.get(f"{path}.md", params=NAMED)
        assert text.headers["content-type"] == "text/markdown; charset=utf-8"
        assert text.text.startswith("# Marlbridge: briefing for members\n")


def test_an_unknown_authority_is_explained(client: TestClient) -> None:
    made = client.get("/api/v1/briefing", params={"authority": "Atlantis"}).json()
    assert "Atlantis" in made["explanation"]
    assert (made["sections"], made["citations"]) == ([], [])
    missing = client.get("/api/v1/briefing.docx", params={"authority": "Atlantis"})
    assert (missing.status_code, "Atlantis" in missing.json()["detail"]) == (404, True)
    assert client.get("/api/v1/briefing", params={"authoriti": "Marlbridge"}).status_code == 422


def test_the_tool(sample_index: Index) -> None:
    made = json.loads(Tools(lambda: sample_index).briefing("Marlbridge"))
    assert made["citations"][0]["number"] == 1
