"""The guard: every request goes through it, and what the table of paths does not allow goes no further."""

import contextlib
from functools import partial
from urllib.parse import quote

from anyio import to_thread
from limits import parse as parse_rate
from starlette.datastructures import Headers
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.access.bounds import Bounded, too_large
from app.access.counting import Counter
from app.access.hosts import host_check, refuse_forged
from app.access.identity import Identity
from app.access.requests import (
    Refused,
    address_of,
    caller,
    has_sign_in,
    is_local,
    may,
    named,
    scope_of,
)
from app.access.table import SIGN_IN, For, Rule, methods_of, rules_of
from app.problems import problem
from app.root import path_of, rooted
from app.settings import Settings
from app.watching import Audit, Event, SharedFile, SharedFileError

RULE = "kloe.rule"
REFUSED = "kloe.refused"
LONGEST_ADDRESS = 16 * 1024  # bytes of path and query
_IN_PATH = "/:@!$&'()*+,;="  # what stands in a path as it is


class Guard:
    """Lets a request through to the application, or refuses it.

    In this order: the name under which Kloe is reached, the table of paths, other sites, who sends it, their right, how many
    they send, how large it is and how long it takes.

    Args:
        identity: finds out who sends a request.
        file: where counts are kept.
        audit: where refusals are recorded.
    """

    def __init__(self, app: ASGIApp, chosen: Settings, identity: Identity, file: SharedFile, audit: Audit) -> None:
        self._app = app
        self._chosen = chosen
        self._identity = identity
        self._audit = audit
        self._check_host = host_check(chosen)
        self._rate = parse_rate(chosen.rate_limit) if chosen.rate_limit else None
        self._counter = Counter(file, chosen)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send a request on, or respond with the reason why not."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        if scope["type"] != "http":  # Kloe has no web sockets
            await send({"type": "websocket.close", "code": 1008})
            return
        conn = HTTPConnection(scope)
        if not path_of(scope):  # the root without its slash, below which the page's own links would lead elsewhere
            query = conn.url.query
            await RedirectResponse(f"{rooted('/')}{'?' if query else ''}{query}", 308)(scope, receive, send)
            return
        try:
            rule = self._rule(conn)
            scope[RULE] = rule
            scope["auth"], scope["user"] = await self._identity.of(conn, rule)
            self._check_right(conn, rule)
            await self._count(conn, rule)
        except Refused as refused:
            scope[REFUSED] = refused
            await self._record(conn, refused)
            await self._response(conn, refused)(scope, receive, send)
            return
        seconds = self._chosen.request_timeout if rule.seconds is None else rule.seconds
        respond = partial(self._respond, conn)
        bounded = Bounded(self._app, rule.largest, seconds, respond)
        if scope["method"] == "HEAD":  # the routes know GET alone
            await bounded({**scope, "method": "GET"}, receive, _without_body(send))
        else:
            await bounded(scope, receive, send)

    def _rule(self, conn: HTTPConnection) -> Rule:
        """The line of the table for a request.

        Raises:
            Refused: there is none, or the request itself cannot be right.
        """
        self._check_host(conn)
        path, method = path_of(conn.scope), conn.scope["method"]
        if len(conn.scope.get("raw_path") or path) + len(conn.scope["query_string"]) > LONGEST_ADDRESS:
            raise Refused(414, f"The address is longer than {LONGEST_ADDRESS:,} characters.")
        rules = rules_of(path)
        if not rules:
            raise Refused(
                404, f"There is nothing at this path. For what programs can ask, see {rooted('/api/v1/docs')}."
            )
        rule = next((rule for rule in rules if method in rule.methods), None)
        if rule is None:
            raise Refused(405, f"Nothing can be done here with {method[:20]}.", allow=methods_of(rules))
        refuse_forged(conn, self._chosen, rule)
        length = Headers(scope=conn.scope).get("content-length", "0")
        if length.isdecimal() and int(length[:20]) > rule.largest:
            raise Refused(413, too_large(rule.largest))
        return rule

    def _check_right(self, conn: HTTPConnection, rule: Rule) -> None:
        """Check the right that a path needs.

        Raises:
            Refused: whoever sends the request does not have it, 403.
        """
        if rule.is_local and not (conn.user.is_authenticated or is_local(conn, self._chosen)):
            raise Refused(403, "Only this machine, or a program with a key, may ask this.", is_recorded=True)
        if rule.right and not may(conn, rule.right):
            does = {"read": "read here", "upload": "add or correct documents", "remove": "remove documents"}[rule.right]
            raise Refused(403, f"You do not have permission to {does}.", is_recorded=True)

    async def _count(self, conn: HTTPConnection, rule: Rule) -> None:
        """Count a request.

        Raises:
            Refused: its sender has sent too many, 429.
        """
        if self._rate is None or not rule.is_counted:
            return
        whose = caller(conn)
        try:
            is_within = await self._counter.hit_soon(self._rate, "requests", whose)
        except SharedFileError:  # a full disk stops nobody from reading
            return
        if not is_within:
            wait = self._counter.wait(self._rate, "requests", whose)
            raise Refused(429, f"The limit is {self._rate} for each client. Wait {wait} seconds.", wait=wait)

    async def _record(self, conn: HTTPConnection, refused: Refused) -> None:
        if refused.is_recorded:
            write = partial(
                self._audit.write,
                Event.REFUSED,
                named(conn),
                address_of(conn),
                f"{refused.status} {conn.scope['method']} {path_of(conn.scope)}: {refused.detail}",
            )
            with contextlib.suppress(SharedFileError):
                await to_thread.run_sync(write)

    def _response(self, conn: HTTPConnection, refused: Refused) -> Response:
        """The response to a request that is refused: a browser that opens a page is sent to sign in."""
        is_page = conn.scope["method"] == "GET" and "text/html" in conn.headers.get("accept", "")
        if refused.status == 401 and is_page and has_sign_in(self._chosen):
            query = conn.scope["query_string"].decode("latin-1")
            wanted = quote(path_of(conn.scope), safe=_IN_PATH) + (f"?{query}" if query else "")
            return RedirectResponse(f"{rooted(SIGN_IN)}?next={quote(wanted, safe='')}", 303)
        response = self._respond(conn, refused.status, refused.detail)
        for challenge in refused.challenges:
            response.headers.append("WWW-Authenticate", challenge)
        if refused.wait:
            response.headers["Retry-After"] = str(refused.wait)
        if refused.allow:
            response.headers["Allow"] = ", ".join(refused.allow)
        return response

    def _respond(self, conn: HTTPConnection, status: int, detail: str) -> Response:
        """A problem for programs, and a line of text for browsers."""
        rule: Rule | None = scope_of(conn).get(RULE)
        path = path_of(conn.scope)
        if (rule and rule.audience is not For.PEOPLE) or path.startswith(("/api", "/feeds/", "/gradio_api/")):
            return problem(status, detail)
        return PlainTextResponse(detail, status)


def _without_body(send: Send) -> Send:
    """Sends a response's headers, and none of its body."""

    async def send_head(message: Message) -> None:
        await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

    return send_head
