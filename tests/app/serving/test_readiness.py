"""A process is ready when it can answer, says until then what it waits for, and is ready no more when it stops."""

import gc
import time
from collections.abc import Iterator
from threading import Event
from typing import Any

import pytest

from app.serving import Readiness
from ingest import KloeError
from tests.app.client import Serve


@pytest.fixture(autouse=True)
def _garbage_is_collected_afterwards() -> Iterator[None]:
    yield
    gc.unfreeze()


class SlowIndex:
    """An index whose model is loaded when the test says so."""

    def __init__(self) -> None:
        self.may_load = Event()
        self.catalogue = self.embedder = self
        self.asked = 0

    def records(self) -> list[Any]:
        return []

    def encode(self, texts: list[str]) -> list[str]:
        assert self.may_load.wait(10)
        return texts

    def warm(self) -> None:
        return

    def answer(self) -> None:
        self.asked += 1


def wait_until(readiness: Readiness, is_ready: bool) -> None:
    until = time.monotonic() + 10
    while readiness.is_ready is not is_ready:
        assert time.monotonic() < until
        time.sleep(0.01)


def wait_for(readiness: Readiness, words: str) -> None:
    until = time.monotonic() + 10
    while readiness.waiting_for != words:
        assert time.monotonic() < until
        time.sleep(0.01)


def test_it_is_ready_when_all_is_loaded() -> None:
    index: Any = SlowIndex()
    readiness = Readiness(lambda: index, SlowIndex.answer)
    assert (readiness.is_ready, readiness.waiting_for) == (False, "The index is being opened.")
    readiness.begin()
    wait_for(readiness, "The model is being loaded.")
    assert (readiness.is_ready, readiness.step, readiness.seconds) == (False, (2, 4), None)
    index.may_load.set()
    wait_until(readiness, True)
    assert (readiness.waiting_for, readiness.step, index.asked) == ("", (0, 4), 1)
    assert readiness.seconds
    readiness.stop()
    assert (readiness.is_ready, readiness.waiting_for) == (False, "Kloe is stopping.")


def test_what_loads_while_it_stops_makes_it_ready_no_more() -> None:
    index: Any = SlowIndex()
    readiness = Readiness(lambda: index)
    readiness.begin()
    readiness.stop()
    index.may_load.set()
    readiness.wait()
    assert readiness.waiting_for == "Kloe is stopping."


def test_it_says_why_it_cannot_be_ready() -> None:
    def broken() -> Any:
        raise KloeError("there is no index at /nowhere")

    readiness = Readiness(broken)
    readiness.begin()
    readiness.wait()
    assert (readiness.waiting_for, readiness.is_ready) == ("there is no index at /nowhere", False)
    assert (readiness.step, readiness.seconds) == ((0, 3), None)


def test_a_fault_of_another_kind_is_said_too() -> None:
    def broken() -> Any:
        raise OSError("the disk cannot be read")

    readiness = Readiness(broken)
    readiness.begin()
    readiness.wait()
    assert readiness.waiting_for.startswith("The index or the model cannot be loaded.")
    assert not readiness.is_ready


def test_those_who_share_the_work_out_are_told(serve: Serve) -> None:
    client = serve()
    early = client.get("/ready")
    assert (early.status_code, early.json()["ready"]) == (503, False)
    assert (early.json()["waiting_for"], early.json()["step"]) == ("The index is being opened.", 1)
    assert early.headers["cache-control"] == "no-store"
    assert client.get("/alive").json() == {"alive": True}
    with client:
        app: Any = client.app
        wait_until(app.state.readiness, True)
        told = client.get("/ready").json()
        assert (told["ready"], told["waiting_for"], told["seconds_of_first_answer"]) == (True, "", None)
        assert told["seconds_to_ready"] > 0
        client.post("/api/v1/ask", json={"question": "How good was supervision in Marlbridge in 2022?"})
        first = client.get("/ready").json()["seconds_of_first_answer"]
        client.post("/api/v1/ask", json={"question": "How good was supervision in Ashcombe?"})
        assert client.get("/ready").json()["seconds_of_first_answer"] == first > 0
        assert client.get("/ready").status_code == 200
    stopped = client.get("/ready")
    assert (stopped.status_code, stopped.json()["waiting_for"]) == (503, "Kloe is stopping.")
