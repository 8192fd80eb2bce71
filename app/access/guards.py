"""Who may read and who may upload: API keys, people of a users file, and people whom a proxy has signed in."""

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
from app.settings import Settings

SEARCH_BOX = "/static/kloe-search.js"
_OPEN = ("/health", "/api/v1/health", SEARCH_BOX)  # for what watches over the server, and for other sites' pages
_PROGRAMS = ("/api/", "/gradio_api/mcp", "/gradio_api/call")  # what programs call, apart from the page's own calls
_TAKES_FILES = "/gradio_api/upload"
_WRONG_SIGN_INS = parse_rate("10/minute")  # of one client, before it has to wait
_PEER = "kloe.peer"

Signed = tuple[AuthCredentials, BaseUser]


class Refused(AuthenticationError):
    """A request that is not let in.

    Args:
        status: 401, 403 or 429.
        challenges: how to sign in.
    """

    def __init__(self, status: int, said: str, challenges: Sequence[str] = ()) -> None:
        super().__init__(said)
        self.status = status
        self.challenges = challenges


def for_programs(path: str) -> bool:
    """True for a path that programs call, and not Kloe's own page."""
    return path.startswith(_PROGRAMS) and path not in _OPEN


def is_loopback(host: str) -> bool:
    """True for an address of this machine alone."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def is_open(chosen: Settings) -> bool:
    """True where whoever reaches the page may read."""
    return not (chosen.users_file or chosen.proxy_user_header)


def _is_local(conn: HTTPConnection) -> bool:
    """True where both ends are this machine, and no proxy says that somebody else is behind it."""
    server = conn.scope.get("server") or ("", None)
    return is_loopback(server[0]) and is_loopback(conn.client.host if conn.client else "")


def may_upload(request: Any) -> bool:
    """True where the person behind a request (of Starlette, FastAPI or Gradio) may add documents."""
    scope = getattr(getattr(request, "request", request), "scope", None) or {}
    auth = scope.get("auth")
    return bool(auth and Right.UPLOAD in auth.scopes)


class Forwarded(ProxyHeadersMiddleware):
    """Takes a trusted proxy's word for the client's address, and keeps who it is that speaks to us."""

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """Note the peer before its headers are believed."""
        scope[_PEER] = (scope.get("client") or ("",))[0]
        await super().__call__(scope, receive, send)


class Access(AuthenticationBackend):
    """Lets in whom the settings let in, with their rights.

    Raises:
        KloeError: there is no such users file, or it cannot be understood.
    """

    def __init__(self, chosen: Settings) -> None:
        self._chosen = chosen
        self._users = Users(chosen.users_file) if chosen.users_file else None
        self._keys = [_digest_of_key(key) for key in chosen.api_keys]
        self._networks = [ip_network(value) for value in chosen.trusted_proxies]
        self._threads = CapacityLimiter(2)  # a password is checked in 64 MiB
        self._wrong = FixedWindowRateLimiter(MemoryStorage())

    async def authenticate(self, conn: HTTPConnection) -> Signed:
        """Give the rights and the name of whoever makes a request.

        Raises:
            Refused: it is not let in.
        """
        path = conn.scope["path"]
        if path in _OPEN:
            return AuthCredentials(), UnauthenticatedUser()
        self._refuse_forged(conn)
        signed = self._by_key(conn) if for_programs(path) else None
        signed = signed or self._by_proxy(conn) or await self._by_password(conn)
        if signed is None and is_open(self._chosen) and not (self._keys and for_programs(path)):
            rights = [Right.READ, Right.UPLOAD] if _is_local(conn) else [Right.READ]
            signed = AuthCredentials(rights), UnauthenticatedUser()
        if signed is None:
            raise Refused(401, "Sign in to use Kloe.", self._challenges(path))
        if Right.READ not in signed[0].scopes:
            raise Refused(403, "You may not read here.")
        if path.rstrip("/") == _TAKES_FILES and Right.UPLOAD not in signed[0].scopes:
            raise Refused(403, "You may read here, and not add documents.")
        return signed

    def _refuse_forged(self, conn: HTTPConnection) -> None:
        """Refuse what another site makes a browser send along with its user's sign-in."""
        forged = conn.scope.get("method") == "POST" and conn.headers.get("sec-fetch-site") == "cross-site"
        origins = self._chosen.cors_origins
        if forged and "*" not in origins and conn.headers.get("origin") not in origins:
            raise Refused(403, "Pages of another site may not send this.")

    def _by_key(self, conn: HTTPConnection) -> Signed | None:
        scheme, _, bearer = conn.headers.get("authorization", "").partition(" ")
        shown = conn.headers.get("x-api-key") or (bearer.strip() if scheme.lower() == "bearer" else "")
        digest = hashlib.sha256(shown.encode()).hexdigest()
        if shown and any(hmac.compare_digest(digest, key) for key in self._keys):
            return AuthCredentials([Right.READ]), SimpleUser(f"key {digest[:12]}")
        return None

    def _by_proxy(self, conn: HTTPConnection) -> Signed | None:
        """The person whom a trusted proxy names; with the rights that the users file gives them, else to read."""
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
        given = _basic(conn.headers.get("authorization", ""))
        if self._users is None or given is None:
            return None
        client = conn.client.host if conn.client else ""
        if not self._wrong.test(_WRONG_SIGN_INS, client):
            raise Refused(429, "Too many wrong passwords: wait a minute.")
        user = await to_thread.run_sync(partial(self._users.check, *given), limiter=self._threads)
        if user is None:
            self._wrong.hit(_WRONG_SIGN_INS, client)
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
    """`(name, password)` of an Authorization header, None where it is none of the Basic scheme."""
    scheme, _, coded = header.partition(" ")
    try:
        name, colon, password = base64.b64decode(coded.strip(), validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError):
        return None
    return (name, password) if scheme.lower() == "basic" and colon else None


def refuse(conn: HTTPConnection, error: AuthenticationError) -> Response:
    """Say why a request is not let in."""
    assert isinstance(error, Refused)
    said = str(error)
    response: Response = (
        problem(error.status, said)
        if conn.scope["path"].startswith(_PROGRAMS)
        else PlainTextResponse(said, error.status)
    )
    for challenge in error.challenges:
        response.headers.append("WWW-Authenticate", challenge)
    if error.status == 429:
        response.headers["Retry-After"] = "60"
    return response
