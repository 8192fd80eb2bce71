"""The headers that tell browsers what a response may do: nothing more than it needs."""

from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import HTTPConnection
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.access.sessions import COOKIE
from app.access.table import SEARCH_BOX
from app.root import path_of
from app.settings import Settings

PagePolicy = Callable[[str], str]
"""Takes the HTML of the page, gives its policy, without the part on frames."""

_NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'"
_HSTS = "max-age=31536000"
_SENT = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # an address holds the question
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}


class SecurityHeaders:
    """Adds the headers to every response; what a route has set itself stays.

    Args:
        page_policy: makes the Content-Security-Policy of the page, which depends on its scripts.
    """

    def __init__(self, app: ASGIApp, chosen: Settings, page_policy: PagePolicy | None = None) -> None:
        self._app = app
        self._page_policy = page_policy
        self._page = GZipMiddleware(self._send_page)
        self._frames = f"frame-ancestors {' '.join(chosen.frame_ancestors) or chr(39) + 'none' + chr(39)}"
        self._is_framed = bool(chosen.frame_ancestors)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send a request on, and add the headers to its response."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif self._page_policy and path_of(scope) == "/" and scope["method"] == "GET":
            await self._page(scope, receive, send)
        else:
            await self._app(scope, receive, self._adding(scope, send, _NOTHING))

    def _adding(self, scope: Scope, send: Send, policy: str) -> Send:
        async def add(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._add(MutableHeaders(scope=message), HTTPConnection(scope), policy)
            await send(message)

        return add

    def _add(self, headers: MutableHeaders, conn: HTTPConnection, policy: str) -> None:
        for name, value in _SENT.items():
            headers.setdefault(name, value)
        is_box = path_of(conn.scope) == SEARCH_BOX
        headers.setdefault("Cross-Origin-Resource-Policy", "cross-origin" if is_box else "same-origin")
        is_pdf = headers.get("content-type", "").startswith("application/pdf")  # the browser's viewer needs its own
        policy = headers.get("content-security-policy", "" if is_pdf else policy)
        headers["Content-Security-Policy"] = "; ".join(filter(None, (policy, self._frames)))
        if not self._is_framed:
            headers["X-Frame-Options"] = "DENY"
        if conn.url.scheme == "https":
            headers["Strict-Transport-Security"] = _HSTS
            _secure_cookies(headers)
        if "authorization" in conn.headers or "cookie" in conn.headers:
            headers.setdefault("Cache-Control", "private, no-cache")

    async def _send_page(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the page with the policy that its scripts need. It is read whole, so it must not come compressed."""
        assert self._page_policy is not None
        kept = [(name, value) for name, value in scope["headers"] if name != b"accept-encoding"]
        start: Message | None = None
        body = bytearray()
        page_policy = self._page_policy

        async def hold(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
                return
            if message["type"] != "http.response.body":
                await send(message)
                return
            body.extend(message.get("body", b""))
            if not message.get("more_body", False):
                assert start is not None
                headers = MutableHeaders(scope=start)
                is_html = headers.get("content-type", "").startswith("text/html")
                policy = page_policy(body.decode("utf-8", "replace")) if is_html else _NOTHING
                headers.setdefault("Cache-Control", "no-store" if _is_signed_in(scope) else "private, no-cache")
                self._add(headers, HTTPConnection(scope), policy)
                await send(start)
                await send({"type": "http.response.body", "body": bytes(body)})

        scope["headers"] = kept
        await self._app(scope, receive, hold)


def _is_signed_in(scope: Scope) -> bool:
    """True if somebody has signed in, who may sign out at a machine that others use: the browser must not keep the page."""
    return COOKIE in HTTPConnection(scope).cookies


def _secure_cookies(headers: MutableHeaders) -> None:
    """Let cookies go back over TLS alone."""
    cookies = headers.getlist("set-cookie")
    if cookies:
        del headers["set-cookie"]
    for cookie in cookies:
        headers.append("set-cookie", cookie if "secure" in cookie.lower().split("; ") else f"{cookie}; Secure")
