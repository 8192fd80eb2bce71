"""One request takes no more bytes, no more seconds and no more patience than it may."""

import asyncio
import time
from collections.abc import Iterator
from typing import Annotated, Any

import pytest
from fastapi import Body, FastAPI
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import StreamingResponse

from app.access.bounds import Bounded, Respond
from app.problems import answer_with_problems, problem
from app.serving.protocol import BoundedProtocol
from tests.app.serving.listening import connected, heard, listening, one_response, statuses

LARGEST, SECONDS, SLOWEST = 1000, 0.6, 0.3
TICKS = 8


class Within:
    """Sends each request on within the bounds of these tests: a path under /stream may stay open."""

    def __init__(self, app: Any, respond: Respond = problem) -> None:
        self._app, self._respond = app, respond

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        seconds = 0 if scope["path"].startswith("/stream") else SECONDS
        await Bounded(self._app, LARGEST, seconds, self._respond)(scope, receive, send)


def made() -> FastAPI:
    app = FastAPI(middleware=[Middleware(Within)])
    answer_with_problems(app)

    @app.post("/size")
    async def size(request: Request) -> int:
        return len(await request.body())

    @app.post("/words")
    async def words(given: Annotated[dict[str, str], Body()]) -> int:
        return len(given)

    @app.get("/late")
    async def late() -> str:
        await asyncio.sleep(5)
        return "late"

    @app.get("/thread")
    def thread() -> str:
        time.sleep(1.5)
        return "late"

    @app.get("/broken")
    async def broken() -> str:
        raise RuntimeError("a secret")

    @app.get("/ticks")
    @app.get("/stream/ticks")
    async def ticks() -> StreamingResponse:
        async def each() -> Any:
            for number in range(TICKS):
                yield f"{number}\n"
                await asyncio.sleep(SECONDS / 4)

        return StreamingResponse(each())

    @app.get("/large")
    @app.get("/stream/large")
    async def large() -> StreamingResponse:
        async def each() -> Any:
            for _ in range(500):
                yield bytes(100_000)

        return StreamingResponse(each())

    return app


@pytest.fixture
def port(monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    monkeypatch.setattr(Bounded, "slowest", SLOWEST)
    monkeypatch.setattr(BoundedProtocol, "slowest_reader", SLOWEST)
    with listening(made()) as port:
        yield port


def post(path: str, *headers: str) -> bytes:
    return "\r\n".join([f"POST {path} HTTP/1.1", "Host: kloe", *headers, "", ""]).encode()


def get(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: kloe\r\n\r\n".encode()


def told(response: bytes) -> tuple[int, bool]:
    """The status of one response, and whether it is a problem."""
    (status,) = statuses(response)
    return status, b"application/problem+json" in response


def test_a_body_of_the_largest_size_is_taken(port: int) -> None:
    with connected(port, post("/size", f"Content-Length: {LARGEST}") + bytes(LARGEST)) as client:
        assert one_response(client).endswith(b"\r\n\r\n1000")


@pytest.mark.parametrize("path", ["/size", "/words"])
def test_a_body_that_is_larger_is_refused_as_it_comes(port: int, path: str) -> None:
    with connected(port, post(path, f"Content-Length: {50 * LARGEST}") + bytes(LARGEST + 1)) as client:
        assert told(one_response(client)) == (413, True)


def test_so_is_a_larger_one_in_chunks(port: int) -> None:
    with connected(port, post("/size", "Transfer-Encoding: chunked")) as client:
        for _ in range(11):
            client.sendall(b"64\r\n" + bytes(100) + b"\r\n")
            time.sleep(0.01)
        assert told(one_response(client)) == (413, True)


@pytest.mark.parametrize("path", ["/size", "/words"])
@pytest.mark.parametrize("begun", [b"", b"{"], ids=["nothing", "a part"])
def test_a_body_that_does_not_come_is_not_waited_for(port: int, path: str, begun: bytes) -> None:
    began = time.monotonic()
    with connected(port, post(path, "Content-Type: application/json", "Content-Length: 9") + begun) as client:
        assert told(one_response(client)) == (408, True)
    assert SLOWEST - 0.05 < time.monotonic() - began < SECONDS


def test_a_body_that_trickles_takes_no_longer_than_a_request_may(port: int) -> None:
    began = time.monotonic()
    with connected(port, post("/size", "Content-Length: 900")) as client:
        client.settimeout(SLOWEST / 4)
        got = b""
        while not got and time.monotonic() < began + 10:
            client.sendall(b"x")
            try:
                got = client.recv(65536)
            except TimeoutError:
                continue
        assert told(got) == (503, True)
    assert time.monotonic() - began < 2 * SECONDS


@pytest.mark.parametrize("path", ["/late", "/thread"])
def test_a_request_that_takes_too_long_is_given_up_and_the_connection_goes_on(port: int, path: str) -> None:
    with connected(port, get(path)) as client:
        assert told(one_response(client)) == (503, True)
        client.sendall(post("/size", "Content-Length: 3") + b"and")
        assert one_response(client).endswith(b"\r\n\r\n3")


def test_a_response_that_has_begun_is_cut_when_its_time_is_over(port: int, caplog: pytest.LogCaptureFixture) -> None:
    with connected(port, get("/ticks")) as client:
        got = heard(client)
    assert statuses(got) == [200]
    assert b"0\n" in got
    assert b"%d\n" % (TICKS - 1) not in got


def test_a_stream_stays_open(port: int) -> None:
    with connected(port, get("/stream/ticks").replace(b"1.1", b"1.0")) as client:
        assert b"%d\n" % (TICKS - 1) in heard(client)


@pytest.mark.parametrize("path", ["/large", "/stream/large"])
def test_a_client_that_does_not_read_is_cut(port: int, path: str) -> None:
    with connected(port, get(path)) as client:
        time.sleep(4 * SLOWEST)
        assert len(heard(client)) < 500 * 100_000


def test_what_goes_wrong_in_the_application_is_still_a_problem(port: int, caplog: pytest.LogCaptureFixture) -> None:
    with connected(port, get("/broken")) as client:
        response = one_response(client)
    assert told(response) == (500, True)
    assert b"a secret" not in response
