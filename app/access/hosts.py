"""Under which names Kloe is reached, through which proxies, and from the pages of which other sites."""

import socket
from collections.abc import Callable
from functools import cache
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from starlette.middleware.cors import CORSMiddleware
from starlette.requests import HTTPConnection
from starlette.types import Receive, Scope, Send
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from app.access.requests import PEER, Refused, is_loopback
from app.access.table import Rule
from app.access.users import Right
from app.root import path_of
from app.settings import Settings

_API = "/api/"
_SAFE = ("GET", "HEAD", "OPTIONS")


class Forwarded(ProxyHeadersMiddleware):
    """Takes the client's address from a trusted proxy, and keeps the address of the proxy itself."""

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Keep the peer's address before the headers replace it."""
        scope[PEER] = (scope.get("client") or ("",))[0]
        await super().__call__(scope, receive, send)


class ApiCors(CORSMiddleware):
    """Lets other sites call the API, but not the pages."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add CORS headers to the API's responses, and answer preflight requests to it."""
        if scope["type"] == "http" and path_of(scope).startswith(_API):
            await super().__call__(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def host_check(chosen: Settings) -> Callable[[HTTPConnection], None]:
    """Make the check of the name under which a request reaches Kloe.

    Another site can give its own name to this machine's address, and would then count as Kloe's own pages to a browser.
    """
    own = {name.strip("[]") for name in chosen.hosts} or {chosen.host.lower(), *_names_of_this_machine()}

    def check(conn: HTTPConnection) -> None:
        name = _host_of(conn.headers.get("host", ""))
        if name in own or "*" in own or is_loopback(name) or (not chosen.hosts and _is_address(name)):
            return
        raise Refused(421, f"Kloe does not answer to the name {name[:100]!r}: it is not among the setting hosts.")

    return check


def refuse_forged(conn: HTTPConnection, chosen: Settings, rule: Rule) -> None:
    """Refuse what another site makes a person's browser send. Listed sites may ask the API, and change nothing.

    Args:
        rule: of the path that the request is for.

    Raises:
        Refused: it comes from another site, 403.
    """
    if conn.scope.get("method") in _SAFE:
        return
    origin = conn.headers.get("origin", "")
    is_foreign = conn.headers.get("sec-fetch-site") in ("cross-site", "same-site")
    is_foreign = is_foreign or bool(origin and urlsplit(origin).netloc.lower() != conn.headers.get("host", "").lower())
    may_ask = rule.right is Right.READ and path_of(conn.scope).startswith(_API)
    is_listed = may_ask and (origin in chosen.cors_origins or "*" in chosen.cors_origins)
    if is_foreign and not is_listed:
        raise Refused(403, "Other sites may not send this request.", is_recorded=True)


def _host_of(header: str) -> str:
    """The name in a Host header, without its port and in small letters; empty if it is not a valid one."""
    try:
        return (urlsplit(f"//{header}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def _is_address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


@cache
def _names_of_this_machine() -> frozenset[str]:
    return frozenset({"localhost", socket.gethostname().lower(), socket.getfqdn().lower()})
