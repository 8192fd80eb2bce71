"""Clients that no server likes: slow, broken or greedy. Each says how many seconds the server may bear it."""

import asyncio
import contextlib
import random
import socket
import struct
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path

from app.access.bounds import Bounded
from app.serving.protocol import BoundedProtocol

HEAD = BoundedProtocol.slowest_head
READING = BoundedProtocol.slowest_reader
BODY = Bounded.slowest
SLACK = 6  # seconds by which a server on a busy machine may be late
AT_ONCE = 5  # seconds for what is refused without waiting

Parts = AsyncIterator[bytes]


@dataclass
class Borne:
    """What the server did with them.

    Attributes:
        seconds: the longest that it bore each kind.
        faults: those that it bore for longer than its bounds say.
    """

    seconds: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    faults: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Kind:
    """A kind of client.

    Attributes:
        sends: what it sends, part by part.
        bound: the seconds in which the server must answer it or cut it; None where the client ends it.
        reads_slowly: True if it takes its answer a byte a second, so that only a cut ends it.
    """

    sends: Callable[[], Parts]
    bound: float | None
    reads_slowly: bool = False


def _head(line: str = "GET / HTTP/1.1", *headers: str) -> bytes:
    return "\r\n".join([line, "Host: 127.0.0.1", *headers, "", ""]).encode()


def _once(*parts: bytes) -> Callable[[], Parts]:
    async def sends() -> Parts:
        for part in parts:
            yield part

    return sends


def _trickled(first: bytes, rest: bytes) -> Callable[[], Parts]:
    async def sends() -> Parts:
        yield first
        for byte in rest * 1000:
            yield bytes([byte])
            await asyncio.sleep(1)

    return sends


def kinds(document: str, request_timeout: float) -> dict[str, Kind]:
    """Every kind of client, by name.

    Args:
        document: the id of a document, of which one asks for a thousand parts.
        request_timeout: the server's setting.
    """
    ask = _head("POST /api/v1/ask HTTP/1.1", "Content-Type: application/json", "Content-Length: 5000")
    upgrade = _head("GET / HTTP/1.1", "Connection: Upgrade", "Upgrade: websocket", "Sec-WebSocket-Key: eA==")
    ranges = "Range: bytes=" + ",".join(f"{3 * n}-{3 * n}" for n in range(1000))
    return {
        "half a header, then silence": Kind(_once(_head()[:-12]), HEAD),
        "a byte of a header each second": Kind(_trickled(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ", b"x"), HEAD),
        "a body that never comes": Kind(_once(ask), BODY),
        "a byte of a body each second": Kind(_trickled(ask, b" "), request_timeout),
        "nothing at all": Kind(_once(), HEAD),
        "a reset in the midst of a request": Kind(_once(ask[:-20]), None),
        "a reset in the midst of an answer": Kind(_once(_head() * 20), None),
        "a byte of its answers each second": Kind(_once(_head() * 60), READING + request_timeout, reads_slowly=True),
        "garbage": Kind(_once(random.Random(1).randbytes(5000)), AT_ONCE),
        "a header of 200 kB": Kind(_once(_head("GET / HTTP/1.1", "X-Large: " + "x" * 200_000)), AT_ONCE),
        "a path of 100,000 bytes": Kind(_once(_head(f"GET /{'a' * 100_000} HTTP/1.1")), AT_ONCE),
        "many requests at once": Kind(_once(_head("GET /alive HTTP/1.1") * 5000), AT_ONCE),
        "a method that nobody knows": Kind(_once(_head("BREW /coffee HTTP/1.1")), AT_ONCE),
        "a method that is not for this": Kind(_once(_head("PROPFIND / HTTP/1.1")), AT_ONCE),
        "a web socket": Kind(_once(upgrade, b"\x81\x05hello"), AT_ONCE),
        "a thousand ranges": Kind(_once(_head(f"GET /originals/{document} HTTP/1.1", ranges)), AT_ONCE),
    }


async def trouble(port: int, known: dict[str, Kind], seed: int, until: float, borne: Borne) -> None:
    """Be one kind of client after another, until the siege ends and the last of them is cut."""
    names = list(known)
    number = seed
    while time.monotonic() < until:
        name = names[number % len(names)]
        number += 1
        began = time.monotonic()
        is_over = await _be(port, known[name])
        seconds = time.monotonic() - began
        borne.seconds[name] = max(borne.seconds[name], seconds)
        if not is_over:
            borne.faults.append(f"{name}: neither answered nor cut after {seconds:.0f} seconds")
        await asyncio.sleep(random.Random(seed + number).uniform(0.5, 2))


async def _be(port: int, kind: Kind) -> bool:
    """Be one client to its end; False if the server bore it for too long."""
    client = socket.socket()
    if kind.reads_slowly:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    client.setblocking(False)
    sending = None
    try:
        await asyncio.get_running_loop().sock_connect(client, ("127.0.0.1", port))
        sending = asyncio.create_task(_send(client, kind.sends()))
        if kind.bound is None:
            await asyncio.sleep(0.2)
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            return True
        heard = _hear_slowly(client, port) if kind.reads_slowly else _hear(client)
        await asyncio.wait_for(heard, kind.bound + SLACK)
    except TimeoutError:
        return False
    finally:
        if sending:
            sending.cancel()
            await asyncio.gather(sending, return_exceptions=True)
        client.close()
    return True


async def _send(client: socket.socket, parts: Parts) -> None:
    with contextlib.suppress(OSError):  # cut: what is heard tells
        async for part in parts:
            await asyncio.get_running_loop().sock_sendall(client, part)


async def _hear(client: socket.socket) -> None:
    """Wait for the server's answer, or for the end of the connection."""
    with contextlib.suppress(OSError):
        await asyncio.get_running_loop().sock_recv(client, 65536)


async def _hear_slowly(client: socket.socket, port: int) -> None:
    """Take a byte a second until the server has let go of the connection; what is on its way still comes after that."""
    own = client.getsockname()[1]
    with contextlib.suppress(OSError):
        while await asyncio.get_running_loop().sock_recv(client, 1) and _is_held(port, own):
            await asyncio.sleep(1)


def _is_held(port: int, other: int) -> bool:
    """True if a process holds the end at this port of a connection to the other port."""
    for line in Path("/proc/net/tcp").read_text().splitlines()[1:]:
        _, here, there, _, _, _, _, _, _, inode, *_ = line.split()
        if (int(here[-4:], 16), int(there[-4:], 16)) == (port, other):
            return inode != "0"
    return False
