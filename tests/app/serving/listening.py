"""A server in a thread of this process, with the connections of `kloe serve`, and clients that speak to it byte by byte."""

import re
import socket
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Thread
from typing import Any

import uvicorn

from app.serving.running import configured
from app.settings import Settings


@contextmanager
def listening(app: Any, **given: Any) -> Iterator[int]:
    """Serve an application on a free port, which is yielded."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = uvicorn.Server(configured(app, Settings(port=port, **given)))
    thread = Thread(target=server.run)
    thread.start()
    try:
        while not server.started:
            assert thread.is_alive()
            time.sleep(0.01)
        yield port
    finally:
        server.force_exit = server.should_exit = True
        thread.join()


@contextmanager
def connected(port: int, sent: bytes = b"") -> Iterator[socket.socket]:
    """A connection on which some bytes have been sent."""
    with socket.create_connection(("127.0.0.1", port), 10) as client:
        client.sendall(sent)
        yield client


def heard(client: socket.socket) -> bytes:
    """All that comes until the server ends the connection."""
    parts = []
    try:
        while part := client.recv(65536):
            parts.append(part)
    except ConnectionResetError:
        pass
    return b"".join(parts)


def sent_until_cut(client: socket.socket, parts: Sequence[bytes], pause: float) -> int:
    """Send one part after another, with a pause after each, until the server ends the connection; how many could be sent."""
    for number, part in enumerate(parts):
        try:
            client.sendall(part)
        except OSError:
            return number
        time.sleep(pause)
    return len(parts)


def statuses(text: bytes) -> list[int]:
    """The statuses of the responses in what was heard."""
    return [int(status) for status in re.findall(rb"HTTP/1.1 (\d+) ", text)]


def one_response(client: socket.socket) -> bytes:
    """One response whose length its head tells; the connection stays open."""
    got = b""
    while b"\r\n\r\n" not in got:
        part = client.recv(65536)
        assert part, got
        got += part
    head, _, body = got.partition(b"\r\n\r\n")
    length = re.search(rb"content-length: (\d+)", head)
    while length and len(body) < int(length[1]):
        part = client.recv(65536)
        assert part, got
        body += part
    return head + b"\r\n\r\n" + body
