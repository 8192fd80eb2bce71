"""Who may read and who may upload: by API key, by the users file, or by a proxy that has signed the person in."""

import base64
import binascii
import hashlib
import hmac
from collections.abc import Sequence
from functools import partial
from ipaddress import ip_address, ip_network
from typing import Any

from anyio import CapacityLimiter, to_thread
from limits import parse as parse_rate
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter
from starlette.authentication import (
    AuthCredentials,
    AuthenticationBackend,
    AuthenticationError,
    BaseUser,
    SimpleUser,
    UnauthenticatedUser,
)
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, Response
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from app.access.users import Right, Users
from app.problems import problem
from app.root import path_of
from app.settings import Settings

SEARCH_BOX = "/static/kloe-search.js"
_OPEN = ("/health", "/api/v1/health", SEARCH_BOX)  # for monitoring, and for other sites' pages
_FEEDS = "/feeds/"  # for programs too, but a feed says no more than a page: where the pages are open, it needs no key
_PROGRAMS = ("/api/", "/gradio_api/mcp", "/gradio_api/call", _FEEDS)  # the pages use other paths
_UPLOAD = "/gradio_api/upload"
_WRONG_PASSWORDS = parse_rate("10/minute")  # for each client
_PEER = "kloe.peer"

Signed = tuple[AuthCredentials, BaseUser]


class Program(SimpleUser):
    """A program that has sent an API key; it is nobody's own."""


class Refused(AuthenticationError):
    """A request is refused.

    Args:
        status: 401, 403 or 429.
        detail: why, in a sentence.
        challenges: how to sign in, as values of WWW-Authenticate.
    """

    def __init__(self, status: int, detail: str, challenges: Sequence[str] = ()) -> None:
        super().__init__(detail)
        self.status = status
        self.challenges = challenges


def for_programs(path: str) -> bool:
    """True for a path that is for programs, not for Kloe's own pages."""
    return path.startswith(_PROGRAMS) and path not in _OPEN


def person_of(request: Any) -> str | None:
    """The name of the person who sent a request (from Starlette, FastAPI or Gradio); None if nobody has signed in as a person."""
    user = _scope_of(request).get("user")
    return str(user.display_name) if user and user.is_authenticated and not isinstance(user, Program) else None


def is_loopback(host: str) -> bool:
    """True for an address that only this machine can reach."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def is_open(chosen: Settings) -> bool:
    """True if anyone who can reach the pages may read."""
    return not (chosen.users_file or chosen.proxy_user_header)


def _is_local(conn: HTTPConnection) -> bool:
    """True if both ends are this machine, with no proxy passing on somebody else's request."""
    server = conn.scope.get("server") or ("", None)
    return is_loopback(server[0]) and is_loopback(conn.client.host if conn.client else "")


def may_upload(request: Any) -> bool:
    """True if whoever sent a request (from Starlette, FastAPI or Gradio) may add documents."""
    auth = _scope_of(request).get("auth")
    return bool(auth and Right.UPLOAD in auth.scopes)


def _scope_of(request: Any) -> dict[str, Any]:
    """The ASGI scope of a request; empty if it has none."""
    return getattr(getattr(request, "request", request), "scope", None) or {}


class Forwarded(ProxyHeadersMiddleware):
    """Takes the client's address from a trusted proxy, and keeps the address of the proxy itself."""

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Keep the peer's address before the headers replace it."""
        scope[_PEER] = (scope.get("client") or ("",))[0]
        await super().__call__(scope, receive, send)


class Access(AuthenticationBackend):
    """Decides who is let in, and with which rights.

    Raises:
        KloeError: the users file is missing or cannot be read.
    """

    def __init__(self, chosen: Settings) -> None:
        self._chosen = chosen
        self._users = Users(chosen.users_file) if chosen.users_file else None
        self._keys = [_digest_of_key(key) for key in chosen.api_keys]
        self._networks = [ip_network(value) for value in chosen.trusted_proxies]
        self._threads = CapacityLimiter(2)  # checking a password takes 64 MiB
        self._wrong = FixedWindowRateLimiter(MemoryStorage())

    async def authenticate(self, conn: HTTPConnection) -> Signed:
        """Find out who is making a request, and their rights.

        Raises:
            Refused: they may not make it.
        """
        path = path_of(conn.scope)
        if path in _OPEN:
            return AuthCredentials(), UnauthenticatedUser()
        self._refuse_forged(conn)
        signed = self._by_key(conn) if for_programs(path) else None
        signed = signed or self._by_proxy(conn) or await self._by_password(conn)
        needs_key = self._keys and for_programs(path) and not path.startswith(_FEEDS)
        if signed is None and is_open(self._chosen) and not needs_key:
            rights = [Right.READ, Right.UPLOAD] if _is_local(conn) else [Right.READ]
            signed = AuthCredentials(rights), UnauthenticatedUser()
        if signed is None:
            raise Refused(401, "Sign in to use Kloe.", self._challenges(path))
        if Right.READ not in signed[0].scopes:
            raise Refused(403, "You do not have permission to read here.")
        if path.rstrip("/") == _UPLOAD and Right.UPLOAD not in signed[0].scopes:
            raise Refused(403, "You do not have permission to add documents.")
        return signed

    def _refuse_forged(self, conn: HTTPConnection) -> None:
        """Refuse a request that another site makes a signed-in person's browser send."""
        forged = conn.scope.get("method") == "POST" and conn.headers.get("sec-fetch-site") == "cross-site"
        origins = self._chosen.cors_origins
        if forged and "*" not in origins and conn.headers.get("origin") not in origins:
            raise Refused(403, "Other sites may not send this request.")

    def _by_key(self, conn: HTTPConnection) -> Signed | None:
        scheme, _, bearer = conn.headers.get("authorization", "").partition(" ")
        sent = conn.headers.get("x-api-key") or (bearer.strip() if scheme.lower() == "bearer" else "")
        digest = hashlib.sha256(sent.encode()).hexdigest()
        if sent and any(hmac.compare_digest(digest, key) for key in self._keys):
            return AuthCredentials([Right.READ]), Program(f"key {digest[:12]}")
        return None

    def _by_proxy(self, conn: HTTPConnection) -> Signed | None:
        """The person that a trusted proxy names. Their rights come from the users file; without an entry they may read."""
        header = self._chosen.proxy_user_header
        name = conn.headers.get(header, "").strip() if header else ""
        if not name or not self._is_trusted(conn.scope.get(_PEER, "")):
            return None
        user = self._users.get(name) if self._users else None
        return AuthCredentials(sorted(user.rights) if user else [Right.READ]), SimpleUser(name)

    def _is_trusted(self, peer: str) -> bool:
        try:
            return any(ip_address(peer) in network for network in self._networks)
        except ValueError:  # a socket without an address
            return False

    async def _by_password(self, conn: HTTPConnection) -> Signed | None:
        credentials = _basic(conn.headers.get("authorization", ""))
        if self._users is None or credentials is None:
            return None
        client = conn.client.host if conn.client else ""
        if not self._wrong.test(_WRONG_PASSWORDS, client):
            raise Refused(429, "Too many wrong passwords. Wait a minute.")
        user = await to_thread.run_sync(partial(self._users.check, *credentials), limiter=self._threads)
        if user is None:
            self._wrong.hit(_WRONG_PASSWORDS, client)
            return None
        return AuthCredentials(sorted(user.rights)), SimpleUser(user.name)

    def _challenges(self, path: str) -> list[str]:
        challenges = ['Basic realm="Kloe", charset="UTF-8"'] if self._users else []
        return challenges + (['Bearer realm="Kloe"'] if self._keys and for_programs(path) else [])


def _digest_of_key(key: str) -> str:
    return (
        key.removeprefix("sha256:").lower() if key.startswith("sha256:") else hashlib.sha256(key.encode()).hexdigest()
    )


def _basic(header: str) -> tuple[str, str] | None:
    """`(name, password)` from an Authorization header; None if it is not a valid Basic one."""
    scheme, _, coded = header.partition(" ")
    try:
        name, colon, password = base64.b64decode(coded.strip(), validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return (name, password) if scheme.lower() == "basic" and colon else None


def refuse(conn: HTTPConnection, error: AuthenticationError) -> Response:
    """Make the response to a request that was refused."""
    assert isinstance(error, Refused)
    detail = str(error)
    response: Response = (
        problem(error.status, detail)
        if path_of(conn.scope).startswith(_PROGRAMS)
        else PlainTextResponse(detail, error.status)
    )
    for challenge in error.challenges:
        response.headers.append("WWW-Authenticate", challenge)
    if error.status == 429:
        response.headers["Retry-After"] = "60"
    return response
