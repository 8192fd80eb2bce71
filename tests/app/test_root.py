"""Kloe below a path of another site: every link begins with that path, and requests are served with it or without it."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.routing import Mount, Route

from app.access.users import Right, add_user
from app.api.tools import Tools
from app.documents.links import page_link
from app.pages import panels
from app.pages.addresses import QuestionAddress
from app.pages.box import box_routes
from app.pages.briefing import briefing_panels
from app.pages.conversation import Conversation, ask_address
from app.pages.council import council_panels, render_start
from app.pages.routes import page_routes
from app.pages.shell import start_script
from app.root import path_of, query_in, rooted
from app.saved import SavedSearch, id_of
from app.server import create_app
from app.settings import SettingsError, load_settings, settings
from index import Index
from tests.app.client import TestClient

ROOT = "/kloe"
SITE = "https://council.example"
QUESTION = "What did Ofsted say about management oversight in Marlbridge in 2022?"
LINK = re.compile(r'\b(?:href|src|action|data-link|data-copy-link)="([^"]*)"')
Paths = pytest.mark.parametrize("prefix", ["", ROOT])  # a proxy takes the path off, or leaves it


@pytest.fixture(autouse=True)
def below(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KLOE_ROOT_PATH", ROOT)
    monkeypatch.setenv("KLOE_HOSTS", "council.example")
    monkeypatch.setenv("KLOE_INDEX", str(tmp_path / "index"))
    settings.cache_clear()
    yield
    settings.cache_clear()


def serve(index: Index, **given: Any) -> TestClient:
    """All but Gradio's own paths, which `tests/browser/test_below_a_path.py` asks for."""
    app = create_app(load_settings(**given), lambda: index)
    app.include_router(page_routes(lambda: index))
    return TestClient(app, base_url=SITE)


@pytest.fixture
def client(sample_index: Index) -> TestClient:
    return serve(sample_index)


def strings(value: Any) -> Iterator[str]:
    """Every text in what JSON holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for each in value.values() if isinstance(value, dict) else value:
            yield from strings(each)


def links_in(body: Any) -> list[str]:
    return [text for text in strings(body) if re.match(r"/\S*$", text)]


def saved_views(index: Index) -> Iterator[str]:
    search = SavedSearch(type="search", q="caseloads")
    (page,) = (panels.search_panels(index, "q=caseloads").results,)
    places = re.findall(r'data-item="([^"]*quotation[^"]*)"', page)
    item = json.loads(places[0].replace("&#34;", '"'))
    entries = [{"id": id_of(search), "item": search.model_dump(mode="json")}, {"id": "1", "item": item}]
    yield panels.saved_panel(index, None, entries)


def asked(index: Index) -> Iterator[str]:
    *_, first = ask_address(index, QuestionAddress(QUESTION), Conversation())
    yield first.html
    *_, second = ask_address(
        index, QuestionAddress("and in Westhaven?", after=(QUESTION,)), first.conversation or Conversation()
    )
    yield second.html
    assert first.conversation
    assert first.conversation.answer
    yield panels.first_source(index, first.conversation.answer)


def record_views(index: Index) -> Iterator[str]:
    record = next(record for record in index.catalogue.records() if record.path.endswith(".pdf"))
    yield panels.record_panel(index, f"document={record.id}")
    yield panels.page_panel(index, query_in(page_link(record, 2)), "source")


VIEWS: dict[str, Callable[[Index], Iterator[str]]] = {
    "start": lambda index: iter([render_start(index)]),
    "council": lambda index: council_panels(index, "name=Marlbridge"),
    "ask": asked,
    "search": lambda index: iter(vars(panels.search_panels(index, "q=supervision&year=2022")).values()),
    "documents": lambda index: iter([panels.documents_panel(index, "authority=Marlbridge")]),
    "record": record_views,
    "precedents": lambda index: panels.precedents_panels(index, "finding=Caseloads+are+too+high&own=Ashcombe"),
    "trajectory": lambda index: panels.trajectory_panels(index, "authority=Marlbridge&subject=workforce"),
    "compare": lambda index: panels.comparison_panels(index, "authority=Marlbridge&authority=Westhaven"),
    "brief": lambda index: briefing_panels(index, "authority=Marlbridge"),
    "saved": saved_views,
}


@pytest.mark.parametrize("view", VIEWS)
def test_every_link_of_a_view_has_the_path(sample_index: Index, view: str) -> None:
    links = [link for html in VIEWS[view](sample_index) for link in LINK.findall(html)]
    assert links
    assert [link for link in links if not link.startswith((f"{ROOT}/", "#"))] == []


def test_links_are_as_before_without_a_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KLOE_ROOT_PATH")
    settings.cache_clear()
    assert rooted("/?view=saved") == "/?view=saved"
    assert QuestionAddress("why").link == "/?view=ask&q=why"
    assert "start('', " in start_script()


def test_the_scripts_are_told_the_path() -> None:
    assert rooted("/?view=saved") == "/kloe/?view=saved"
    assert "start('/kloe', " in start_script()


@pytest.mark.parametrize(
    "value", ["kloe", "/kloe/", "/", "//kloe", "/a//b", "/a b", "/..", "/a/./b", "/é", "/a?b", "/a%20b"]
)
def test_what_is_no_path_is_refused(value: str) -> None:
    with pytest.raises(SettingsError, match=r"root_path.*is not a path such as /kloe"):
        load_settings(root_path=value)


@pytest.mark.parametrize("value", ["", "/kloe", "/apps/children_services", "/~council/kloe-2.0", "/apis"])
def test_what_is_a_path_is_taken(value: str) -> None:
    assert load_settings(root_path=value).root_path == value


def test_the_paths_of_kloe_itself_are_refused(sample_index: Index) -> None:
    app, pages = create_app(load_settings(), lambda: sample_index), page_routes(lambda: sample_index)
    paths = [
        route.path for route in (*app.routes, *pages.routes, *box_routes().routes) if isinstance(route, Route | Mount)
    ]
    own = {path.split("/")[1] for path in paths} - {"health"}  # nothing is below that
    assert {"api", "pictures", "static"} <= own
    for name in own | {"assets", "gradio_api"}:
        with pytest.raises(SettingsError, match="the server itself has paths"):
            load_settings(root_path=f"/{name}/x")


@pytest.mark.parametrize(
    ("path", "root", "below"),
    [
        ("/kloe/feeds/x", "/kloe", "/feeds/x"),
        ("/feeds/x", "/kloe", "/feeds/x"),
        ("/kloe", "/kloe", ""),
        ("/kloes/x", "/kloe", "/kloes/x"),
        ("/kloe/x", "", "/kloe/x"),
    ],
)
def test_the_path_of_a_request(path: str, root: str, below: str) -> None:
    assert path_of({"type": "http", "path": path, "root_path": root}) == below


def test_a_scope_without_a_path() -> None:
    assert path_of({"type": "lifespan"}) == ""


@Paths
def test_what_the_page_loads(client: TestClient, sample_index: Index, prefix: str) -> None:
    record = next(record for record in sample_index.catalogue.records() if record.path.endswith(".pdf"))
    assert client.get(f"{prefix}/pictures/{record.id}/1.png").headers["content-type"] == "image/png"
    assert client.get(f"{prefix}/originals/{record.id}").content.startswith(b"%PDF")
    assert client.get(f"{prefix}/saved/items").json() == {"kept": False, "ids": [], "searches": []}
    assert client.get(f"{prefix}/static/kloe-search.js").status_code == 200
    assert client.get(f"{prefix}/health").status_code == 200


@Paths
@pytest.mark.parametrize(
    "call",
    [
        "search?q=caseloads&limit=2",
        "documents?limit=2",
        "precedents?finding=Caseloads+are+too+high",
        "tracker?authority=Marlbridge",
        "briefing?authority=Marlbridge",
    ],
)
def test_every_link_of_the_api_has_the_path(client: TestClient, prefix: str, call: str) -> None:
    reply = client.get(f"{prefix}/api/v1/{call}")
    assert reply.status_code == 200
    links = links_in(reply.json())
    assert links
    assert [link for link in links if not link.startswith(f"{ROOT}/")] == []


@Paths
def test_the_next_part_can_be_followed(client: TestClient, prefix: str) -> None:
    first = client.get(f"{prefix}/api/v1/documents?limit=2").json()
    assert first["next"] == f"{ROOT}/api/v1/documents?limit=2&offset=2"
    second = client.get(first["next"]).json()
    assert second["offset"] == 2
    picture = next(
        each["image"] for each in client.get(f"{prefix}/api/v1/search?q=caseloads").json()["results"] if each["image"]
    )
    assert client.get(picture).headers["content-type"] == "image/png"


@Paths
def test_the_reference_and_the_openapi_name_the_path(client: TestClient, prefix: str) -> None:
    assert client.get(f"{prefix}/api/v1/openapi.json").json()["servers"] == [{"url": f"{ROOT}/api/v1"}]
    reference = client.get(f"{prefix}/api/v1/docs").text
    assert f'href="{ROOT}/api/v1/openapi.json"' in reference
    assert f"GET {ROOT}/api/v1/search" in reference
    assert f"{ROOT}/api/v1/docs" in client.get(f"{prefix}/api/v2/search").json()["detail"]


@Paths
def test_every_link_of_a_feed_has_the_path_once(client: TestClient, prefix: str) -> None:
    text = client.get(f"{prefix}/feeds/search.atom?q=caseloads").text
    links = re.findall(r'href="([^"]*)"', text)
    assert f"{SITE}{ROOT}/feeds/search.atom?q=caseloads" in links
    assert [link for link in links if not re.match(rf"{SITE}{ROOT}/(?!kloe)", link)] == []
    forwarded = client.get(f"http://council.example{prefix}/feeds/search.atom?q=caseloads")
    assert f'href="http://council.example{ROOT}/?view=search' in forwarded.text


def test_every_link_of_a_tool_has_the_path(sample_index: Index) -> None:
    links = links_in(json.loads(Tools(lambda: sample_index).search("caseloads")))
    assert links
    assert all(link.startswith(f"{ROOT}/") for link in links)


@Paths
def test_the_guards_know_their_paths_below_it(sample_index: Index, tmp_path: Path, prefix: str) -> None:
    file = tmp_path / "users"
    add_user(file, "reader", [Right.READ], "long enough")
    given = {"users_file": file, "rate_limit": "2/minute", "cors_origins": ("https://other.example",)}
    client = serve(sample_index, **given)
    reader = ("reader", "long enough")
    assert client.get(f"{prefix}/saved/items").status_code == 401
    assert client.get(f"{prefix}/static/kloe-search.js").status_code == 200
    assert client.post(f"{prefix}/gradio_api/upload", auth=reader).status_code == 403
    refused = client.get(f"{prefix}/api/v1/facets")
    assert (refused.status_code, refused.headers["content-type"]) == (401, "application/problem+json")
    calls = [
        client.get(f"{prefix}/api/v1/facets", auth=reader, headers={"Origin": "https://other.example"})
        for _ in range(3)
    ]
    assert [call.status_code for call in calls] == [200, 200, 429]
    assert calls[0].headers["access-control-allow-origin"] == "https://other.example"
