"""The table of paths: every path of the application, with the right that it needs and what one request to it may take.

What is not in the table does not exist for anybody, whoever made the route: Gradio brings many that Kloe does not use.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from re import Pattern

from starlette.routing import compile_path

from app.access.users import Right

SEARCH_BOX = "/static/kloe-search.js"
SIGN_IN = "/sign-in"
_KB = 1024
_BODY = 64 * _KB  # bytes
_UPLOAD_BODY = 55 * _KB * _KB  # one file of the largest size, and what is around it
_UPLOAD_SECONDS = 900


class For(StrEnum):
    """Whom a path is for."""

    PEOPLE = "people"  # the pages, and what they load
    PROGRAMS = "programs"  # the API and the MCP tools: a key opens these
    READERS = "readers"  # feeds: for programs, but they say no more than a page


@dataclass(frozen=True)
class Rule:
    """A line of the table.

    Attributes:
        methods: what may be done there.
        path: the path, in which `{name}` stands for a part and `{name:path}` for the rest.
        right: what a person must be allowed to do; None if it is open to all.
        audience: whom it is for.
        largest: the most bytes of a body.
        is_counted: True if the rate limit counts requests to it.
        seconds: the most seconds that a request may take; None for the setting, 0 for a stream, which stays open.
        is_local: True if only this machine, or a program with a key, may ask.
    """

    methods: tuple[str, ...]
    path: str
    right: Right | None = Right.READ
    audience: For = For.PEOPLE
    largest: int = _BODY
    is_counted: bool = True
    seconds: float | None = None
    is_local: bool = False
    pattern: Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "pattern", compile_path(self.path)[0])


def _api(path: str, *methods: str, right: Right = Right.READ) -> Rule:
    return Rule(methods or ("GET",), f"/api/v1{path}", right, For.PROGRAMS)


def _part(path: str) -> Rule:
    """A part of the page that is the same for everybody, and costs nothing to send."""
    return Rule(("GET", "HEAD"), path, is_counted=False)


_OPEN = (
    *(Rule(("GET", "HEAD"), path, None, is_counted=False) for path in ("/alive", "/ready", "/health")),
    Rule(("GET", "HEAD"), "/api/v1/health", None, For.PROGRAMS, is_counted=False),
    Rule(("GET", "HEAD"), SEARCH_BOX, None, is_counted=False),
    Rule(("GET", "HEAD"), "/static/sign-in.css", None, is_counted=False),
    Rule(("GET", "HEAD"), "/favicon.ico", None, is_counted=False),
    Rule(("GET", "HEAD"), "/robots.txt", None, is_counted=False),
    Rule(("GET", "POST"), SIGN_IN, None, largest=8 * _KB),
    Rule(("GET",), f"{SIGN_IN}/openid", None),
    Rule(("GET",), f"{SIGN_IN}/openid/back", None),
    Rule(("POST",), "/sign-out", None, largest=8 * _KB),
    Rule(("GET",), "/metrics", None, For.PROGRAMS, is_counted=False, is_local=True),
)
_PAGE = (
    Rule(("GET", "HEAD"), "/"),
    Rule(("GET", "HEAD"), "/box"),
    *map(
        _part,
        (
            "/theme.css",
            "/assets/{path:path}",
            "/static/{path:path}",
            "/svelte/{path:path}",
            "/manifest.json",
            "/pwa_icon",
        ),
    ),
    Rule(("GET",), "/config", is_counted=False),
    Rule(("GET",), "/account", is_counted=False),
    Rule(("GET",), "/pictures/{document}/{page}.png"),
    Rule(("GET",), "/originals/{document}"),
    Rule(("GET",), "/export/answer.{form}"),
    Rule(("GET",), "/export/conversation.docx"),
    Rule(("GET",), "/export/results.{form}"),
    Rule(("GET",), "/export/briefing.{form}"),
    Rule(("POST",), "/export/saved.docx", largest=512 * _KB),
    Rule(("GET",), "/saved/items"),
    Rule(("GET", "POST"), "/remove/{document}", Right.REMOVE, largest=8 * _KB),
    Rule(("GET", "POST"), "/correct/{document}", Right.UPLOAD, largest=8 * _KB),
)
_GRADIO = (
    Rule(("POST",), "/gradio_api/queue/join", largest=512 * _KB),  # with what a browser has saved
    Rule(("GET",), "/gradio_api/queue/data", is_counted=False, seconds=0),
    Rule(("GET",), "/gradio_api/heartbeat/{session}", is_counted=False, seconds=0),
    Rule(("POST",), "/gradio_api/cancel", is_counted=False),
    Rule(("POST",), "/gradio_api/reset", is_counted=False),
    Rule(("POST",), "/gradio_api/upload", Right.UPLOAD, largest=_UPLOAD_BODY, seconds=_UPLOAD_SECONDS),
    Rule(("GET",), "/gradio_api/upload_progress", Right.UPLOAD, is_counted=False, seconds=0),
    Rule(("GET", "POST", "DELETE"), "/gradio_api/mcp", audience=For.PROGRAMS, seconds=0),
    Rule(("GET", "POST", "DELETE"), "/gradio_api/mcp/", audience=For.PROGRAMS, seconds=0),
)
_API = (
    *(_api(path) for path in ("/docs", "/openapi.json", "/search", "/search/export", "/explain", "/count", "/facets")),
    _api("/ask", "POST"),
    _api("/ask/export", "POST"),
    *(_api(path) for path in ("/precedents", "/trajectory", "/tracker", "/compare", "/themes")),
    *(_api(path) for path in ("/briefing", "/briefing.docx", "/briefing.md")),
    _api("/documents"),
    _api("/documents/{document}"),
    _api("/documents/{document}", "DELETE", right=Right.REMOVE),
    _api("/documents/{document}/corrections", "POST", "DELETE", right=Right.UPLOAD),
    _api("/documents/{document}/pages/{page}.png"),
    _api("/documents/{document}/pages/{page}"),
    _api("/saved", "GET", "POST", "DELETE"),
    _api("/saved/export"),
)
_FEEDS = tuple(
    Rule(("GET", "HEAD"), f"/feeds/{name}.atom", audience=For.READERS)
    for name in ("search", "precedents", "theme", "council")
)

TABLE = (*_OPEN, *_PAGE, *_GRADIO, *_API, *_FEEDS)


def rules_of(path: str) -> list[Rule]:
    """The lines of the table for a path below the application's root; none if it does not exist."""
    return [rule for rule in TABLE if rule.pattern.match(path)]


def methods_of(rules: list[Rule]) -> list[str]:
    """The methods that these lines allow, in order."""
    return sorted({method for rule in rules for method in rule.methods})
