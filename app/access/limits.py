"""Limits on API calls: how often, how large, and from which sites."""

import time

from limits import parse as parse_rate
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter
from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.access.guards import for_programs
from app.problems import problem
from app.root import path_of


class RateLimit:
    """Limits how often each client may call the paths for programs; refuses further calls with 429.

    Args:
        rate: such as "60/minute".
    """

    def __init__(self, app: ASGIApp, rate: str) -> None:
        self._app = app
        self._rate = parse_rate(rate)
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count a call, or refuse it."""
        if scope["type"] != "http" or not for_programs(path_of(scope)):
            await self._app(scope, receive, send)
            return
        client = _client(HTTPConnection(scope))
        if self._limiter.hit(self._rate, client):
            await self._app(scope, receive, send)
            return
        wait = max(1, round(self._limiter.get_window_stats(self._rate, client).reset_time - time.time()))
        detail = f"The limit is {self._rate} for each client. Wait {wait} seconds."
        await problem(429, detail, headers={"Retry-After": str(wait)})(scope, receive, send)


def _client(conn: HTTPConnection) -> str:
    """Who is calling: a name or a key if there is one, otherwise an address."""
    if conn.user.is_authenticated:
        return f"user {conn.user.display_name}"
    return f"address {conn.client.host if conn.client else ''}"


class BodyLimit:
    """Refuses a request with a body of more than `largest` bytes, even if its header says otherwise."""

    def __init__(self, app: ASGIApp, largest: int) -> None:
        self._app = app
        self._largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read no more of a body than the limit."""
        length = Headers(scope=scope).get("content-length", "0") if scope["type"] == "http" else "0"
        if length.isdecimal() and int(length) > self._largest:
            await problem(413, self._detail)(scope, receive, send)
            return
        read = 0

        async def counted() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > self._largest:
                raise HTTPException(413, self._detail)
            return message

        await self._app(scope, counted, send)

    @property
    def _detail(self) -> str:
        return f"The request is larger than {self._largest // 1024} kB."


class ApiCors(CORSMiddleware):
    """Lets other sites call the API, but not the pages."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add CORS headers to the API's responses, and answer preflight requests to it."""
        if path_of(scope).startswith("/api/"):
            await super().__call__(scope, receive, send)
        else:
            await self.app(scope, receive, send)
