"""A connection is cut when its client is too slow, sends too much, or is one of too many from one address."""

import asyncio
import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any

import pytest

from app.serving.protocol import BoundedProtocol
from tests.app.serving.listening import connected, heard, listening, one_response, sent_until_cut, statuses

GET = b"GET / HTTP/1.1\r\nHost: kloe\r\n\r\n"
LARGE = 40_000_000  # bytes; more than the system keeps for a client that does not read
SLOW = 0.4  # seconds


async def app(scope: Any, receive: Any, send: Any) -> None:
    """Answers at once, without reading a body: with much at /large, after a while at /late, and the number of headers elsewhere."""
    assert scope["type"] == "http"
    if scope["path"] == "/late":
        await asyncio.sleep(3 * SLOW)
    if scope["path"] == "/trailers":
        while (await receive()).get("more_body"):
            pass
    body = bytes(LARGE) if scope["path"] == "/large" else b"%d" % len(scope["headers"])
    headers = [(b"content-length", b"%d" % len(body))]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    monkeypatch.setattr(BoundedProtocol, "slowest_head", SLOW)
    monkeypatch.setattr(BoundedProtocol, "slowest_reader", SLOW)
    with listening(served) as port:
        yield port


async def served(scope: Any, receive: Any, send: Any) -> None:
    """The application, with a start and an end that do nothing."""
    if scope["type"] != "lifespan":
        await app(scope, receive, send)
        return
    for _ in range(2):
        message = await receive()
        await send({"type": f"{message['type']}.complete"})


@pytest.mark.parametrize(
    "sent", [b"", b"GET / HT", GET[:-2], b"\r\n\r\n", GET[:-2] + b"X-Long: 1"], ids=lambda sent: repr(sent[-12:])
)
def test_a_head_that_does_not_come_is_waited_for_no_longer_than_said(port: int, sent: bytes) -> None:
    began = time.monotonic()
    with connected(port, sent) as client:
        assert statuses(heard(client)) == [408]
    assert SLOW - 0.05 < time.monotonic() - began < 3 * SLOW


def test_a_head_that_trickles_is_cut(port: int) -> None:
    began = time.monotonic()
    with connected(port) as client:
        assert sent_until_cut(client, [bytes([byte]) for byte in GET[:-2] + b"X" * 1000], 0.05) < 30
    assert time.monotonic() - began < 3 * SLOW


@pytest.mark.parametrize("sent", [b"\r\n", b"GE", GET[:-2]], ids=repr)
def test_after_an_answer_the_next_head_is_bounded_too(port: int, sent: bytes) -> None:
    with connected(port, GET) as client:
        assert statuses(one_response(client)) == [200]
        client.sendall(sent)
        began = time.monotonic()
        assert statuses(heard(client)) == [408]
    assert time.monotonic() - began < 3 * SLOW


def test_a_connection_that_is_kept_is_not_cut_while_nothing_is_sent(port: int) -> None:
    with connected(port, GET) as client:
        assert statuses(one_response(client)) == [200]
        time.sleep(2 * SLOW)
        client.sendall(GET)
        assert statuses(one_response(client)) == [200]


def test_the_rest_of_a_body_that_is_answered_already_is_not_waited_for(port: int) -> None:
    began = time.monotonic()
    with connected(port, b"POST / HTTP/1.1\r\nHost: kloe\r\nContent-Length: 1000\r\n\r\n") as client:
        assert statuses(one_response(client)) == [200]
        assert sent_until_cut(client, [b"x"] * 999, 0.05) < 30
    assert time.monotonic() - began < 3 * SLOW


def test_where_the_rest_of_a_body_comes_after_its_answer_the_connection_stays_usable(port: int) -> None:
    with connected(port, b"POST / HTTP/1.1\r\nHost: kloe\r\nContent-Length: 10\r\n\r\nfirst") as client:
        assert statuses(one_response(client)) == [200]
        client.sendall(b"and ")
        client.sendall(b"2" + GET)
        assert statuses(one_response(client)) == [200]
        time.sleep(2 * SLOW)
        client.sendall(GET)
        assert statuses(one_response(client)) == [200]


def test_an_answer_that_is_late_is_not_cut_by_half_a_request_behind_it(port: int) -> None:
    late = GET.replace(b"GET /", b"GET /late")
    with connected(port, late + GET[:10]) as client:
        assert statuses(heard(client)) == [200, 408]


@pytest.mark.parametrize("size", [70_000, 200_000, 1_000_000])
@pytest.mark.parametrize("end", [b"", b"\r\n\r\n"], ids=["endless", "whole"])
@pytest.mark.parametrize("before", [b"", GET], ids=["first", "second"])
def test_a_large_head_is_refused(port: int, size: int, end: bytes, before: bytes) -> None:
    with connected(port, before) as client:
        assert statuses(one_response(client)) == [200] if before else True
        try:
            client.sendall(GET[:-2] + b"X-Large: ")
            for _ in range(10):
                client.sendall(b"x" * (size // 10))
            client.sendall(end)
        except OSError:  # cut before all was sent; the response may be lost with it
            return
        assert set(statuses(heard(client))) <= {431}


def test_a_large_head_is_told_why(port: int) -> None:
    with connected(port, b"GET /" + b"a" * 65_600 + b" HTTP/1.1\r\nHost: kloe\r\n\r\n") as client:
        assert statuses(heard(client)) == [431]


def test_a_head_of_the_usual_largest_size_is_taken(port: int) -> None:
    with connected(port, GET[:-2] + b"X-Large: " + b"x" * 60_000 + b"\r\n\r\n") as client:
        assert statuses(one_response(client)) == [200]


CHUNKED = b"POST /trailers HTTP/1.1\r\nHost: kloe\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nwords\r\n0\r\n"


def test_what_follows_a_body_is_no_header(port: int) -> None:
    with connected(port, CHUNKED + b"X-Forwarded-User: clerk\r\n\r\n") as client:
        assert one_response(client).endswith(b"2")


def test_what_follows_a_body_is_bounded(port: int) -> None:
    with connected(port, CHUNKED) as client:
        assert sent_until_cut(client, [b"X-Endless: " + b"x" * 10_000] * 1000, 0.002) < 1000


def test_some_requests_may_come_at_once(port: int) -> None:
    last = GET.replace(b"kloe\r\n", b"kloe\r\nConnection: close\r\n")
    with connected(port, GET * 50 + last) as client:
        assert statuses(heard(client)) == [200] * 51


def test_endless_requests_at_once_are_cut(port: int) -> None:
    late = GET.replace(b"GET /", b"GET /late")
    with connected(port, late + GET * 1000) as client:
        assert statuses(heard(client)) == []


@pytest.mark.parametrize("sent", [b"\x16\x03\x01\x02\x00 hello", b"GET / HTTP/1.1\r\nno colon\r\n\r\n", b"PUT\r\n\r\n"])
def test_what_is_not_http_is_refused(port: int, sent: bytes) -> None:
    with connected(port, sent) as client:
        assert statuses(heard(client)) == [400]


def test_an_upgrade_is_not_made_and_ties_up_no_connection(port: int) -> None:
    upgrade = GET[:-2] + b"Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\r\n"
    with connected(port, upgrade) as client:
        assert statuses(one_response(client)) == [200]
        client.sendall(b"\x81\x05hello")
        began = time.monotonic()
        heard(client)
    assert time.monotonic() - began < 3 * SLOW


@pytest.mark.parametrize("version", [b"1.0", b"1.1"])
def test_a_client_that_takes_nothing_is_cut(port: int, version: bytes) -> None:
    with socket.socket() as client:
        client.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        client.connect(("127.0.0.1", port))
        client.sendall(b"GET /large HTTP/" + version + b"\r\nHost: kloe\r\n\r\n")
        time.sleep(3 * SLOW)
        assert len(heard(client)) < LARGE


def test_a_client_that_takes_its_time_gets_all(port: int) -> None:
    with connected(port, b"GET /large HTTP/1.0\r\nHost: kloe\r\n\r\n") as client:
        got, began = 0, time.monotonic()
        while part := client.recv(200_000):
            got += len(part)
            time.sleep(max(0.0, began + 3 * SLOW * got / LARGE - time.monotonic()))
    assert time.monotonic() - began > 2 * SLOW
    assert got > LARGE


def test_one_address_may_hold_half_of_all_connections() -> None:
    with listening(served, connections=10, trusted_proxies="10.0.0.0/8") as port, ExitStack() as held:
        for _ in range(5):
            client = held.enter_context(connected(port, GET))
            assert statuses(one_response(client)) == [200]
        with connected(port) as client:
            assert statuses(heard(client)) == [503]
        held.close()
        time.sleep(0.1)
        with connected(port, GET) as client:
            assert statuses(one_response(client)) == [200]


def test_a_trusted_proxy_may_hold_all_connections() -> None:
    with listening(served, connections=10, trusted_proxies="127.0.0.1") as port, ExitStack() as held:
        for _ in range(9):
            client = held.enter_context(connected(port, GET))
            assert statuses(one_response(client)) == [200]
        with connected(port, GET) as client:
            assert statuses(heard(client)) == [503]
