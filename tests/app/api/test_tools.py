"""The tools for language models' clients, by themselves and behind Gradio's MCP server."""

import asyncio
import json
from typing import Any, get_args

import pytest
from fastapi import FastAPI

from app.api.tools import KindName, Tools
from app.server import create_app
from app.settings import load_settings
from index import Index
from ingest import Kind, KloeError
from tests.app.client import TestClient

gradio = pytest.importorskip("gradio")
NAMES = "search ask explain count precedents trajectory tracker compare briefing themes read_page".split()


@pytest.fixture(scope="module")
def tools(sample_index: Index) -> Tools:
    return Tools(lambda: sample_index)


def test_search_then_read_the_page(tools: Tools) -> None:
    found = json.loads(tools.search("caseloads", authority=["Marlbridge"], year=[2022], limit=3))
    assert found["scope"]["words"] == "Marlbridge, 2022"
    for result in found["results"]:
        by_id = tools.read_page(result["document_id"], result["page"])
        assert by_id == tools.read_page(result["document"], result["page"])
        assert result["id"] in {passage["id"] for passage in json.loads(by_id)["passages"]}


def test_ask(tools: Tools) -> None:
    answer = json.loads(tools.ask("How good was supervision in Marlbridge in 2022?"))
    assert answer["answered"]
    assert answer["citations"][0]["quote"] in answer["text"]
    declined = json.loads(tools.ask("How good was supervision?", authority=["Narnia"]))
    assert (declined["answered"], declined["reason"], declined["nearest"]) == (False, "unknown authority", [])
    silent = json.loads(tools.ask("How many children in Westhaven learn the trombone?"))
    assert (silent["answered"], silent["reason"], len(silent["nearest"])) == (False, "held but silent", 3)
    assert all(passage["reference"].startswith("Westhaven") for passage in silent["nearest"])


def test_ask_goes_on_from_the_questions_before(tools: Tools) -> None:
    answer = json.loads(tools.ask("and in 2022?", previous=["supervision in Marlbridge"]))
    assert answer["scope"]["words"] == "Marlbridge, 2022"
    assert answer["taken"] == ["Marlbridge", "supervision"]
    with pytest.raises(KloeError, match="previous"):
        tools.ask("and then?", previous=["x"] * 11)


def test_what_does_not_fit_is_said(tools: Tools) -> None:
    with pytest.raises(KloeError, match="limit"):
        tools.search("x", limit=1000)
    with pytest.raises(KloeError, match="no page 99"):
        tools.read_page("children's services inspection - 18 march 2022.pdf", 99)
    with pytest.raises(KloeError, match="no document"):
        tools.read_page("nowhere.pdf", 1)


def test_every_kind_can_be_named() -> None:
    assert set(get_args(KindName)) == {kind.value for kind in Kind}


async def mounted(tools: Tools) -> FastAPI:
    """Kloe's application with the tools and a page; async, because Gradio leaves open the loops that it makes itself."""
    with gradio.Blocks(analytics_enabled=False) as blocks:
        box = gradio.Textbox()
        box.submit(str, box, box, api_visibility="private")
        for tool in tools.all:
            gradio.api(tool, queue=False)
    app: FastAPI = gradio.mount_gradio_app(
        create_app(load_settings(), tools.opened), blocks, path="/", mcp_server=True, ssr_mode=False
    )
    return app


def test_gradio_serves_these_and_nothing_else(tools: Tools) -> None:
    app = asyncio.run(mounted(tools))
    with TestClient(app) as client:
        listed = call(client, "tools/list")["tools"]
        assert [tool["name"] for tool in listed] == [tool.__name__ for tool in tools.all] == NAMES
        assert all(tool["description"] for tool in listed)
        for tool in listed:
            properties = tool["inputSchema"].get("properties", {})
            assert all(of.get("description") for of in properties.values()), tool["name"]
        found = call(client, "tools/call", {"name": "search", "arguments": {"query": "caseloads"}})
        assert json.loads(found["content"][0]["text"])["results"]
        themes = call(client, "tools/call", {"name": "themes", "arguments": {}})
        assert json.loads(themes["content"][0]["text"])["themes"]
        assert call(client, "tools/call", {"name": "read_page", "arguments": {"document": "x", "page": 0}})["isError"]


def call(client: TestClient, method: str, parameters: dict[str, Any] | None = None) -> dict[str, Any]:
    accept = {"Accept": "application/json, text/event-stream"}
    asked = {"jsonrpc": "2.0", "id": 1, "method": method, "params": parameters or {}}
    response = client.post("/gradio_api/mcp/", json=asked, headers=accept)
    data = next(line for line in response.text.splitlines() if line.startswith("data: "))
    return json.loads(data.removeprefix("data: "))["result"]


def test_precedents(tools: Tools) -> None:
    found = json.loads(tools.precedents("Management oversight is weak", own="Marlbridge", limit=3))
    assert (found["own"], len(found["precedents"]) <= 3) == ("Marlbridge", True)
    assert all(entry["citation"]["authority"] != "Marlbridge" for entry in found["precedents"])


def test_an_authority_followed_and_compared(tools: Tools) -> None:
    followed = json.loads(tools.trajectory("Marlbridge City Council", "supervision", year=[2022]))
    assert followed["place"] == "Marlbridge"
    quoted = followed["moments"][0]["said"][0]
    page = json.loads(tools.read_page(quoted["document_id"], quoted["page"]))
    assert quoted["quote"].splitlines()[0] in " ".join(page["text"].split())
    items = json.loads(tools.tracker("Marlbridge", "caseloads"))["items"]
    assert all(item["asked"]["reference"] and item["now"] for item in items)
    compared = json.loads(tools.compare(["Marlbridge"], period=["2022", "2025"], subject="supervision"))
    assert [side["name"] for side in compared["sides"]] == ["2022", "2025"]
    assert json.loads(tools.compare(["Marlbridge"]))["explanation"].startswith("Name two authorities or more")
    assert "Workforce" in {theme["name"] for theme in json.loads(tools.themes())["themes"]}


def test_explain(tools: Tools) -> None:
    explained = json.loads(tools.explain("and ages ago in 2022?", previous=["supervision in Marlbridge"]))
    assert (explained["intent"], explained["scope"]["words"]) == ("finding", "Marlbridge, 2022")
    assert explained["not_applied"] == ["ages ago"]
    assert all("marlbridge" in path for path in explained["documents"])
