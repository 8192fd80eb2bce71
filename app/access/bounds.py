"""What one request may take: so many bytes, so many seconds, and no client that is slower than any real one."""

import asyncio
from collections.abc import Callable

from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

Respond = Callable[[int, str], Response]


class TooSlow(Exception):
    """A client took too long to take its response, or Kloe to make it; the connection is cut."""


class Bounded:
    """Sends one request on within bounds.

    Args:
        largest: the most bytes of its body.
        seconds: the most seconds that it may take; 0 for a stream, which stays open as long as its client reads.
        respond: makes the response to a request that goes beyond them, from a status and a sentence.

    Attributes:
        slowest: seconds for the next part of a body, and for a client to take the next part of a response.
    """

    slowest: float = 30

    def __init__(self, app: ASGIApp, largest: int, seconds: float, respond: Respond) -> None:
        self._app = app
        self._largest = largest
        self._seconds = seconds
        self._respond = respond
        self._read = 0
        self._is_whole = False
        self._has_begun = False
        self._is_not_read = False
        self._refusal: Response | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the request on; if it goes beyond its bounds, refuse it or cut it off.

        Raises:
            TooSlow: it went beyond them after its response had begun.
        """

        async def bounded_receive() -> Message:
            return await self._receive(receive)

        async def bounded_send(message: Message) -> None:
            await self._send(message, send)

        task = asyncio.ensure_future(self._app(scope, bounded_receive, bounded_send))
        try:
            done, _ = await asyncio.wait({task}, timeout=self._seconds or None)
        except asyncio.CancelledError:
            task.cancel()
            raise
        if done:
            error = task.exception()
            if self._is_not_read:
                raise TooSlow from error
            if error and not self._refusal:
                raise error
        else:
            self._refuse(503, f"This took longer than {self._seconds:.0f} seconds, so Kloe has given it up.")
            task.cancel()  # what runs in a thread ends by itself, and is heard no more
            task.add_done_callback(lambda ended: ended.cancelled() or ended.exception())
        if self._refusal and self._has_begun:
            raise TooSlow
        if self._refusal:
            await self._refusal(scope, receive, send)

    async def _receive(self, receive: Receive) -> Message:
        """The next part of the body; the end of the connection, if the body is too large or too slow."""
        if self._refusal:
            return {"type": "http.disconnect"}
        try:
            message = await asyncio.wait_for(receive(), None if self._is_whole else self.slowest)
        except TimeoutError:
            self._refuse(408, f"The request was not whole after {self.slowest:.0f} seconds without another part of it.")
            return {"type": "http.disconnect"}
        self._read += len(message.get("body", b""))
        self._is_whole = not message.get("more_body", False)
        if self._read > self._largest:
            self._refuse(413, too_large(self._largest))
            return {"type": "http.disconnect"}
        return message

    async def _send(self, message: Message, send: Send) -> None:
        if self._refusal:
            return
        self._has_begun = True
        try:
            await asyncio.wait_for(send(message), self.slowest)
        except TimeoutError as error:
            self._is_not_read = True
            raise TooSlow from error

    def _refuse(self, status: int, detail: str) -> None:
        self._refusal = self._refusal or self._respond(status, detail)


def too_large(largest: int) -> str:
    """Say that a body is too large."""
    return f"The request is larger than {largest // 1024} kB."
