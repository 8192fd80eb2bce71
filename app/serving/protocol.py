"""Connections within bounds: a client that is too slow, sends too much or opens too many connections is cut off."""

from asyncio import TimerHandle, Transport
from collections.abc import Callable
from functools import partial
from typing import Any

from starlette.types import ASGIApp, Receive, Scope, Send
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle

from app.access.bounds import TooSlow

_TOO_SLOW = b"HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
_TOO_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
_TOO_MANY = b"HTTP/1.1 503 Service Unavailable\r\nretry-after: 10\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"


class _Outgoing:
    """A transport that tells when it is asked to close: it closes only when its client has taken what is left."""

    def __init__(self, transport: Transport, closing: Callable[[], None]) -> None:
        self._transport = transport
        self._closing = closing

    def close(self) -> None:
        """Close the connection when all is sent."""
        self._transport.close()
        self._closing()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)


class BoundedProtocol(HttpToolsProtocol):
    """One connection. One address may hold half of all connections; proxies that are trusted speak for many, and may hold all.

    Attributes:
        slowest_head: seconds for the head of a request, and for the rest of a body that is answered before it is whole.
        largest_head: the most bytes of a head, and of anything else that is not a body.
        most_ahead: the most requests that may come before the first of them is answered.
        slowest_reader: seconds in which a client must take some of what waits for it.
        least_read: the bytes that it must take in that time.
    """

    slowest_head: float = 20
    largest_head = 64 * 1024
    most_ahead = 100
    slowest_reader: float = 30
    least_read = 16 * 1024

    @staticmethod
    def trusted(address: str) -> bool:
        """True for the address of a trusted proxy; a server's own class says which, because uvicorn makes its objects."""
        return False

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._is_in_head = True
        self._uncounted = 0  # bytes that have come since the last part of a body, or since the last request
        self._answering: RequestResponseCycle | None = None  # what is being answered; `cycle` is what came last
        self._timer: TimerHandle | None = None
        self._reader_timer: TimerHandle | None = None

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        """Begin to wait for the head of the first request."""
        super().connection_made(_Outgoing(transport, self._watch_reader))  # type: ignore[arg-type]
        if self._is_one_too_many():
            self._cut(_TOO_MANY)
            return
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no more, answer nothing more, and keep nothing."""
        super().connection_lost(exc)
        if self._answering is not None:
            self._answering.disconnected = True
            self._answering.message_event.set()
        self.pipeline.clear()
        self._end_waiting()
        self._end_watching()

    def eof_received(self) -> None:
        """The client sends no more, so the connection closes when all is sent."""
        super().eof_received()
        self._watch_reader()

    def data_received(self, data: bytes) -> None:
        """Take in a part of a request."""
        self._uncounted += len(data)
        super().data_received(data)
        if self._uncounted > self.largest_head:
            self._cut(_TOO_LARGE)
        elif not self._is_answering and self.timeout_keep_alive_task is None:
            self._wait()  # what has come began no request, and has ended the wait for one

    def on_message_begin(self) -> None:
        """The first byte of a request has come: the rest of its head must come soon."""
        self._unset_keepalive_if_required()
        super().on_message_begin()
        self._is_in_head = True
        self._wait()

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take in a header. What comes after a body is none: the guard has not seen it."""
        if self._is_in_head:
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """The head is whole; what follows is bounded by the guard."""
        size = len(self.url) + sum(len(name) + len(value) for name, value in self.headers)
        if size > self.largest_head or len(self.pipeline) >= self.most_ahead:
            self._cut(_TOO_LARGE)
            raise ValueError("the head is too large, or too many requests wait")  # so that nothing more is parsed
        self._end_waiting()
        self._is_in_head, self._uncounted = False, 0
        super().on_headers_complete()

    def on_body(self, body: bytes) -> None:
        """Take in a part of a body."""
        self._uncounted = 0
        super().on_body(body)

    def on_message_complete(self) -> None:
        """The request is whole. If it has its answer already, wait for another as after any answer."""
        self._uncounted = 0
        super().on_message_complete()
        if not self._is_answering:
            self.cycle.more_body = False
            self._end_waiting()
            self._unset_keepalive_if_required()
            self.timeout_keep_alive_task = self.loop.call_later(
                self.timeout_keep_alive, self.timeout_keep_alive_handler
            )

    def send_400_response(self, msg: str) -> None:
        """Refuse what is not HTTP, unless it is refused already; no answer under way is broken into."""
        if self._is_answering:
            self.transport.close()
        elif not self.transport.is_closing():
            super().send_400_response(msg)

    def pause_writing(self) -> None:
        """Much waits for the client to take it."""
        super().pause_writing()
        self._watch_reader()

    def resume_writing(self) -> None:
        """The client has taken it."""
        super().resume_writing()
        if not self.transport.is_closing():
            self._end_watching()

    def _start_asgi_task(self, cycle: RequestResponseCycle, app: Any) -> None:
        self._answering = cycle
        super()._start_asgi_task(cycle, partial(self._answer, cycle, app))

    async def _answer(
        self, cycle: RequestResponseCycle, app: ASGIApp, scope: Scope, receive: Receive, send: Send
    ) -> None:
        """Let the application answer; cut a client that is too slow to take it."""
        try:
            await app(scope, receive, send)
        except TooSlow:
            cycle.disconnected = True
            self.transport.abort()

    @property
    def _is_answering(self) -> bool:
        return self.cycle is not None and not self.cycle.response_complete

    def _wait(self) -> None:
        if self._timer is None:
            self._timer = self.loop.call_later(self.slowest_head, self._give_up)

    def _end_waiting(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _give_up(self) -> None:
        """Cut a client that has not sent its head in time, or the rest of a body that is answered."""
        self._timer = None
        if self._is_answering:  # an earlier request: the client may be waiting for us
            self._wait()
        elif self.cycle is not None and self.cycle.more_body:
            self.transport.close()
        else:
            self._cut(_TOO_SLOW)

    def _watch_reader(self) -> None:
        if self._reader_timer is None:
            left = self.transport.get_write_buffer_size()
            self._reader_timer = self.loop.call_later(self.slowest_reader, self._look_at_reader, left)

    def _end_watching(self) -> None:
        if self._reader_timer is not None:
            self._reader_timer.cancel()
            self._reader_timer = None

    def _look_at_reader(self, before: int) -> None:
        """Cut a client that has taken next to nothing; while it takes what is left, let it."""
        self._reader_timer = None
        if before - self.transport.get_write_buffer_size() < self.least_read:
            self.transport.abort()
        else:
            self._watch_reader()

    def _cut(self, response: bytes) -> None:
        """Send a response, if none is under way, and close the connection."""
        self._end_waiting()
        if self.transport and not self.transport.is_closing():
            if not self._is_answering:
                self.transport.write(response)
            self.transport.close()

    def _is_one_too_many(self) -> bool:
        address = self.client[0] if self.client else ""
        most = (self.limit_concurrency or 0) // 2
        if not most or self.trusted(address):
            return False
        others = (getattr(other, "client", None) for other in self.connections)
        return sum(bool(client and client[0] == address) for client in others) > most
