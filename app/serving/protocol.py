"""Connections within bounds: a client that does not finish its request, or opens too many connections, is cut off."""

import asyncio
from asyncio import TimerHandle, Transport
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

SLOWEST = 20  # seconds for the head of a request
LARGEST_HEAD = 64 * 1024  # bytes
_TOO_SLOW = b"HTTP/1.1 408 Request Timeout\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
_TOO_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"
_TOO_MANY = b"HTTP/1.1 503 Service Unavailable\r\nretry-after: 10\r\nconnection: close\r\ncontent-length: 0\r\n\r\n"


class BoundedProtocol(HttpToolsProtocol):
    """One connection. One address may hold half of all connections; proxies that are trusted speak for many, and may hold all."""

    @staticmethod
    def trusted(address: str) -> bool:
        """True for the address of a trusted proxy; a server's own class says which, because uvicorn makes its objects."""
        return False

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._head = 0  # bytes of the head so far; -1 once it is whole
        self._timer: TimerHandle | None = None

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        """Begin to wait for the head of the first request."""
        super().connection_made(transport)
        if self._is_one_too_many():
            self._cut(_TOO_MANY)
            return
        self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no more."""
        self._end_waiting()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Take in a part of a request."""
        if self._head >= 0:
            self._head += len(data)
        super().data_received(data)
        if self._head > LARGEST_HEAD:
            self._cut(_TOO_LARGE)

    def on_message_begin(self) -> None:
        """The first byte of a request has come: the rest of its head must come soon."""
        super().on_message_begin()
        self._head = max(self._head, 0)
        self._wait()

    def on_headers_complete(self) -> None:
        """The head is whole; what follows is bounded by the guard."""
        self._end_waiting()
        self._head = -1
        super().on_headers_complete()

    def _wait(self) -> None:
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(SLOWEST, self._cut, _TOO_SLOW)

    def _end_waiting(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _cut(self, response: bytes) -> None:
        """Send a response, and close the connection."""
        self._end_waiting()
        if self.transport and not self.transport.is_closing():
            self.transport.write(response)
            self.transport.close()

    def _is_one_too_many(self) -> bool:
        address = self.client[0] if self.client else ""
        most = (self.limit_concurrency or 0) // 2
        if not most or self.trusted(address):
            return False
        others = (getattr(other, "client", None) for other in self.connections)
        return sum(bool(client and client[0] == address) for client in others) > most
