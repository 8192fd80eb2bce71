"""What is not in the table of paths, or does not come as it should, is refused before anything else is done with it."""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.websockets import WebSocketDisconnect

import ui
from app.access.guard import LONGEST_ADDRESS
from app.access.users import Right, add_user
from app.asking.filters import LONGEST_QUESTION
from app.settings import load_settings
from index import Index
from tests.app.client import TestClient

HERE = {"client": ("127.0.0.1", 5000)}
PASSWORD = "long enough"
Serve = Callable[..., TestClient]


@pytest.fixture
def serve(sample_index: Index, tmp_path: Path) -> Serve:
    """Serves the whole application, with its pages."""

    def make(client: dict[str, Any] | None = None, **given: Any) -> TestClient:
        async def made() -> Any:  # Gradio would otherwise make a loop of its own, and not close it
            return ui.create(lambda: sample_index, load_settings(index=tmp_path / "index", **given))

        app = asyncio.run(made())
        return TestClient(app, raise_server_exceptions=False, **(client or {}))

    return make


@pytest.mark.parametrize(
    "path",
    [
        "/gradio_api/run/search",
        "/gradio_api/api/search",
        "/gradio_api/call/search",
        "/gradio_api/process_recording",
        "/gradio_api/vibe-edit",
        "/gradio_api/stream/x",
        "/login",
        "/nothing",
    ],
)
def test_what_gradio_brings_and_kloe_does_not_use_is_not_there(serve: Serve, path: str) -> None:
    client = serve(HERE, api_keys="secret", rate_limit="5/minute")
    for headers in ({}, {"X-API-Key": "secret"}):
        assert client.post(path, json={"data": ["supervision"]}, headers=headers).status_code == 404


@pytest.mark.parametrize(
    "path", ["/gradio_api/file=/etc/passwd", "/gradio_api/proxy=http://127.0.0.1/", "/monitoring", "/openapi.json"]
)
def test_what_gradio_would_read_is_not_there(serve: Serve, path: str) -> None:
    assert serve(HERE).get(path).status_code == 404


def test_another_name_for_this_machine_opens_nothing(serve: Serve) -> None:
    here = serve(HERE)
    assert here.get("/account").json()["rights"] == ["read", "remove", "upload"]
    for host in ("evil.example", "127.0.0.1.evil.example", "localhost.evil.example:7860", "", "[::1"):
        assert here.get("/account", headers={"Host": host}).status_code == 421, host
    assert here.get("/account", headers={"Host": "localhost:7860"}).status_code == 200


def test_the_names_are_a_setting(serve: Serve) -> None:
    client = serve(HERE, hosts="Kloe.Example.org")
    assert client.get("/account", headers={"Host": "kloe.example.org:443"}).status_code == 200
    assert client.get("/account", headers={"Host": "192.0.2.1"}).status_code == 421
    assert client.get("/alive").status_code == 200
    assert client.get("/account").json()["rights"] == ["read"]  # where others reach it, nobody counts as being here


@pytest.mark.parametrize("header", ["X-Forwarded-For", "Forwarded", "Via", "X-Real-IP", "X-Forwarded-Host"])
def test_what_a_proxy_passes_on_is_not_from_here(serve: Serve, header: str) -> None:
    assert serve(HERE).get("/account", headers={header: "127.0.0.1"}).json()["rights"] == ["read"]


@pytest.mark.parametrize("path", ["/sign-out", "/gradio_api/queue/join", "/gradio_api/upload", "/export/saved.docx"])
def test_listing_a_site_for_the_box_opens_only_the_api(serve: Serve, path: str) -> None:
    client = serve(HERE, cors_origins="https://www.example.org, *")
    for headers in (
        {"Origin": "https://www.example.org"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ):
        assert client.post(path, headers=headers).status_code == 403
    asked = client.post("/api/v1/ask", json={"question": "supervision"}, headers={"Origin": "https://www.example.org"})
    assert asked.status_code == 200
    set_ = client.post("/api/v1/documents/x/corrections", json={}, headers={"Origin": "https://www.example.org"})
    assert set_.status_code == 403, "a listed site may ask, and change nothing"


def test_a_long_address_a_long_body_and_a_long_question_are_refused(serve: Serve) -> None:
    client = serve()
    assert client.get("/api/v1/search", params={"q": "x" * LONGEST_ADDRESS}).status_code == 414
    assert client.post("/api/v1/ask", content=b"x" * 70_000).status_code == 413
    assert client.post("/api/v1/ask", json={"question": "x" * (LONGEST_QUESTION + 1)}).status_code == 422
    assert client.get(f"/export/answer.csv?q={'x ' * 2000}").status_code == 422  # refused, not cut


@pytest.mark.parametrize(
    "path", ["/export/answer.csv?year=abc", "/export/answer.docx?q=x&kind=%00", "/export/results.csv?year=1e9"]
)
def test_a_value_that_cannot_be_is_named(serve: Serve, path: str) -> None:
    answer = serve().get(path)
    assert answer.status_code == 422
    assert answer.json()["detail"].startswith("The link has an invalid")


def test_a_document_is_removed_by_those_who_may(sample_index: Index, serve: Serve, tmp_path: Path) -> None:
    for name, right in (("reader", Right.READ), ("clerk", Right.UPLOAD)):
        add_user(tmp_path / "users", name, [Right.READ, right], PASSWORD)
    client = serve(users_file=tmp_path / "users", api_keys="secret")
    path = f"/api/v1/documents/{sample_index.catalogue.records()[0].id}"
    for name in ("reader", "clerk"):
        assert client.delete(path, auth=(name, PASSWORD)).status_code == 403
        assert client.post(path.replace("/api/v1/documents", "/remove"), auth=(name, PASSWORD)).status_code == 403
    assert client.delete(path, headers={"X-API-Key": "secret"}).status_code == 403
    assert client.delete(path).status_code == 401


def test_a_document_is_corrected_by_those_who_may(sample_index: Index, serve_pages: Serve, users_file: Path) -> None:
    client = serve_pages(users_file=users_file, api_keys="secret")
    document = sample_index.catalogue.records()[0].id
    path, given = f"/api/v1/documents/{document}/corrections", {"authority": "Kent"}
    assert client.post(path, json=given, auth=("reader", PASSWORD)).status_code == 403
    assert client.delete(path, auth=("reader", PASSWORD)).status_code == 403
    for send in (client.get, client.post):
        assert send(f"/correct/{document}", auth=("reader", PASSWORD)).status_code == 403
    assert client.post(path, json=given, headers={"X-API-Key": "secret"}).status_code == 403
    assert client.post(path, json=given).status_code == 401
    assert client.get(f"/correct/{document}", auth=("clerk", PASSWORD)).status_code == 200
    assert client.post(path, json={"authority": "Atlantis"}, auth=("clerk", PASSWORD)).status_code == 422


def test_processes_of_one_index_count_together(serve: Serve) -> None:
    both = [serve(rate_limit="3/minute"), serve(rate_limit="3/minute")]
    answers = [both[number % 2].get("/api/v1/facets").status_code for number in range(4)]
    answers.append(both[0].get("/gradio_api/queue/join").status_code)
    assert answers == [200, 200, 200, 429, 405]
    assert both[1].post("/gradio_api/queue/join", json={}).status_code == 429


def test_web_sockets_are_refused(serve: Serve) -> None:
    with pytest.raises(WebSocketDisconnect), serve(HERE).websocket_connect("/gradio_api/queue/join"):
        pass
