"""Every route of the whole application, found in the application itself, as everybody who may come by."""

import asyncio
import re
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
import pytest
from starlette.routing import BaseRoute, compile_path

from app.access.counting import access_file
from app.access.sessions import COOKIE, Session, Sessions, Way
from app.access.table import SIGN_IN, TABLE, Rule, rules_of
from app.access.users import Right, add_user, read_users, with_lesser
from app.settings import load_settings
from index import Index
from tests.app.client import PASSWORD, TestClient
from tests.conftest import WordEmbedder

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
VALUES = {"page": "1", "form": "csv", "size": "192", "run": "1", "segment_id": "1", "ext": "ts", "component_id": "1"}
PARAMETER = re.compile(r"\{(\w+)(?::\w+)?\}")
OF_GRADIO = (
    "/gradio_api/run/search",
    "/gradio_api/api/search",
    "/gradio_api/call/search",
    "/gradio_api/call/search/1",
    "/gradio_api/process_recording",
    "/gradio_api/file=/etc/passwd",
    "/gradio_api/file//etc/passwd",
    "/gradio_api/proxy=https://evil.example/",
    "/gradio_api/vibe-edit",
    "/gradio_api/vibe-edit/",
    "/gradio_api/vibe-code",
    "/gradio_api/vibe-starter-queries",
    "/gradio_api/undo-vibe-edit",
    "/gradio_api/component_server",
    "/gradio_api/dev/reload",
    "/gradio_api/mcp/schema",
    "/gradio_api/mcp/sse",
    "/gradio_api/mcp/messages/",
    "/gradio_api/runs",
    "/gradio_api/info",
    "/gradio_api/openapi.json",
    "/gradio_api/deep_link",
    "/gradio_api/queue/status",
    "/monitoring",
    "/monitoring/summary",
    "/openapi.json",
    "/docs",
    "/redoc",
    "/login",
    "/login/",
    "/logout",
    "/token",
    "/config/",
    "/api/v2/search",
    "/api/",
)
UNUSED = {f"{SIGN_IN}/openid", f"{SIGN_IN}/openid/back"}  # there only where the settings name a provider
PEOPLE = {"reader": Right.READ, "uploader": Right.UPLOAD, "remover": Right.REMOVE}
Answers = dict[tuple[str, str], httpx2.Response]
"""By method and path."""


@dataclass(frozen=True)
class Found:
    """A route of the application; without methods, everything below a path that an application takes which has no routes."""

    path: str
    methods: frozenset[str]

    def takes(self, method: str, path: str) -> bool:
        if not self.methods:
            return path.startswith(self.path)
        return ("GET" if method == "HEAD" else method) in self.methods and bool(compile_path(self.path)[0].match(path))


def routes_of(routes: Sequence[BaseRoute], before: str = "") -> Iterator[Found]:
    """All routes, with those of what is mounted and of routers that are included."""
    for route in routes:
        path = before + str(getattr(route, "path", ""))
        inner = getattr(getattr(route, "original_router", route), "routes", None)
        if inner:
            yield from routes_of(inner, path)
        elif path:
            yield Found(path, frozenset(getattr(route, "methods", None) or ()))


def filled(path: str) -> str:
    """A path with something plausible in each of its places."""
    return PARAMETER.sub(lambda found: VALUES.get(found[1], "x"), path)


def rule_of(method: str, path: str) -> Rule | None:
    return next((rule for rule in rules_of(path) if method in rule.methods), None)


class Application:
    """The whole application over a copy of the sample, where people sign in."""

    def __init__(self, folder: Path, sample: Index) -> None:
        import ui

        shutil.copytree(sample.folder, folder / "index")
        for name, right in PEOPLE.items():
            add_user(folder / "users", name, with_lesser(right), PASSWORD)
        self._users = read_users(folder / "users")
        index = Index(folder / "index", WordEmbedder())
        chosen = load_settings(index=folder / "index", cache=folder / "cache", users_file=folder / "users")
        self._sessions = Sessions(access_file(chosen.index), 1)

        async def create() -> Any:  # where no loop runs, Gradio makes some, and leaves them open
            return ui.create(lambda: index, chosen)

        self.app = asyncio.run(create())
        self.client = TestClient(self.app, raise_server_exceptions=False, follow_redirects=False)
        self.routes = list(routes_of(self.app.routes))

    @property
    def paths(self) -> list[str]:
        """All paths that somebody may try: of the routes, of the table, and of what Gradio brings."""
        return sorted(
            {*(filled(route.path) for route in self.routes), *(filled(rule.path) for rule in TABLE), *OF_GRADIO}
        )

    def answers(self, name: str = "") -> Answers:
        """What a person is answered at every path with every method; streams that they may open are left out."""
        found = {}
        for path in self.paths:
            for method in METHODS:
                rule = rule_of(method, path)
                is_let_through = rule and (rule.right is None or rule.right in self.rights(name))
                if not (is_let_through and rule and rule.seconds == 0):
                    headers = {"Cookie": f"{COOKIE}={self._token(name)}"} if name else {}
                    found[method, path] = self.client.request(method, path, headers=headers)
        return found

    def rights(self, name: str) -> frozenset[Right]:
        return self._users[name].rights if name else frozenset()

    def _token(self, name: str) -> str:
        """A session of its own for each request, because one of them signs out."""
        return self._sessions.begin(Session(name, Way.PASSWORD, frozenset(), self._users[name].stamp))


@pytest.fixture(scope="module")
def application(tmp_path_factory: pytest.TempPathFactory, sample_index: Index) -> Iterator[Application]:
    with pytest.MonkeyPatch.context() as patch:
        folder = tmp_path_factory.mktemp("crawl")
        patch.chdir(folder)
        patch.setenv("GRADIO_TEMP_DIR", str(folder))  # set anew by what follows, and put back after these tests
        application = Application(folder, sample_index)
        with application.client:
            yield application


def test_the_walk_finds_all_routes(application: Application) -> None:
    found = {route.path for route in application.routes}
    assert {"/", "/sign-in", "/api/v1/documents/{document_id}", "/remove/{document}", "/feeds/theme.atom"} <= found
    assert {"/gradio_api/run/{api_name}", "/gradio_api/vibe-edit", "/gradio_api/mcp", "/monitoring"} <= found
    assert len(found) > 120


@pytest.mark.parametrize("name", ["", *PEOPLE])
def test_everybody_gets_what_the_table_says_and_no_more(application: Application, name: str) -> None:
    wrong = []
    for (method, path), response in application.answers(name).items():
        rules, rule, status = rules_of(path), rule_of(method, path), response.status_code
        if not rules:
            is_right = status == 404
        elif rule is None:
            is_right = status == 405 and set(response.headers["allow"].split(", ")) == {
                allowed for each in rules for allowed in each.methods
            }
        elif rule.is_local:
            is_right = status == 403
        elif rule.right is None:
            is_right = status not in (403, 405) and (status != 401 or path == SIGN_IN)
        elif not name:
            is_right = status == 401
        elif rule.right not in application.rights(name):
            is_right = status == 403
        else:
            is_right = status not in (401, 403, 405)
        if not is_right:
            wrong.append(f"{method} {path}: {status}")
    assert not wrong


@pytest.mark.parametrize("name", ["", *PEOPLE])
def test_nothing_fails(application: Application, name: str) -> None:
    wrong = [
        f"{method} {path}: {response.status_code} {response.text[:200]}"
        for (method, path), response in application.answers(name).items()
        if (response.status_code >= 500 and path != "/ready") or "Traceback" in response.text
    ]
    assert not wrong


def test_a_head_is_a_page_without_its_body(application: Application) -> None:
    """As monitoring and other programs ask."""
    for path in ("/alive", "/health", "/static/kloe-search.js", "/robots.txt"):
        head, page = application.client.head(path), application.client.get(path)
        assert (head.status_code, head.content, page.status_code) == (200, b"", 200), path
        assert head.headers["content-length"] == str(len(page.content))


@pytest.mark.parametrize("path", OF_GRADIO)
def test_what_gradio_brings_and_kloe_does_not_use_is_not_there(application: Application, path: str) -> None:
    assert rules_of(path) == []


@pytest.mark.parametrize("rule", TABLE, ids=lambda rule: f"{' '.join(rule.methods)} {rule.path}")
def test_every_line_of_the_table_has_a_route(application: Application, rule: Rule) -> None:
    """So that no line opens what somebody adds later. What is there only with a provider is left out."""
    missing = [
        method
        for method in rule.methods
        if not any(route.takes(method, filled(rule.path)) for route in application.routes)
    ]
    assert not missing or rule.path in UNUSED
