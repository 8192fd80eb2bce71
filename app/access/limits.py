"""Limits on who calls the HTTP interface, how often, and with how much."""

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


class RateLimit:
    """Lets each client make so many calls of what programs call, and answers the others with 429.

    Args:
        rate: as "60/minute".
    """

    def __init__(self, app: ASGIApp, rate: str) -> None:
        self._app = app
        self._rate = parse_rate(rate)
        self._limiter = MovingWindowRateLimiter(MemoryStorage())

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Count the call, or refuse it."""
        if scope["type"] != "http" or not for_programs(scope["path"]):
            await self._app(scope, receive, send)
            return
        client = _client(HTTPConnection(scope))
        if self._limiter.hit(self._rate, client):
            await self._app(scope, receive, send)
            return
        wait = max(1, round(self._limiter.get_window_stats(self._rate, client).reset_time - time.time()))
        said = f"More than {self._rate} for one client: wait {wait} seconds."
        await problem(429, said, headers={"Retry-After": str(wait)})(scope, receive, send)


def _client(conn: HTTPConnection) -> str:
    """Who calls: by name or key where there is one, else by address."""
    if conn.user.is_authenticated:
        return f"user {conn.user.display_name}"
    return f"address {conn.client.host if conn.client else ''}"


class BodyLimit:
    """Refuses a request whose body is larger than `largest` bytes, whatever it says of its length."""

    def __init__(self, app: ASGIApp, largest: int) -> None:
        self._app = app
        self._largest = largest

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read no more of a body than is allowed."""
        length = Headers(scope=scope).get("content-length", "0") if scope["type"] == "http" else "0"
        if length.isdecimal() and int(length) > self._largest:
            await problem(413, self._said)(scope, receive, send)
            return
        read = 0

        async def counted() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > self._largest:
                raise HTTPException(413, self._said)
            return message

        await self._app(scope, counted, send)

    @property
    def _said(self) -> str:
        return f"The request is larger than {self._largest // 1024} kB."


class ApiCors(CORSMiddleware):
    """Cross-origin requests to the HTTP interface alone; the page's own calls are no other site's business."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer preflights of the interface, and mark its responses."""
        if scope.get("path", "").startswith("/api/"):
            await super().__call__(scope, receive, send)
        else:
            await self.app(scope, receive, send)
