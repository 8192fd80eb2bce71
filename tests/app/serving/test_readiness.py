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
        self.catalogue = self

    def records(self) -> list[Any]:
        return []

    def warm(self) -> None:
        assert self.may_load.wait(10)


def wait_until(readiness: Readiness, is_ready: bool) -> None:
    until = time.monotonic() + 10
    while readiness.is_ready is not is_ready:
        assert time.monotonic() < until
        time.sleep(0.01)


def test_it_is_ready_when_all_is_loaded() -> None:
    index: Any = SlowIndex()
    readiness = Readiness(lambda: index)
    readiness.begin()
    assert (readiness.is_ready, readiness.waiting_for) == (False, "The index and the model are being loaded.")
    index.may_load.set()
    wait_until(readiness, True)
    assert readiness.waiting_for == ""
    readiness.stop()
    assert (readiness.is_ready, readiness.waiting_for) == (False, "Kloe is stopping.")


def test_what_loads_while_it_stops_makes_it_ready_no_more() -> None:
    index: Any = SlowIndex()
    readiness = Readiness(lambda: index)
    readiness.begin()
    readiness.stop()
    index.may_load.set()
    time.sleep(0.1)
    assert readiness.waiting_for == "Kloe is stopping."


def test_it_says_why_it_cannot_be_ready() -> None:
    def broken() -> Any:
        raise KloeError("there is no index at /nowhere")

    readiness = Readiness(broken)
    readiness.begin()
    until = time.monotonic() + 10
    while readiness.waiting_for != "there is no index at /nowhere":
        assert time.monotonic() < until
        time.sleep(0.01)
    assert not readiness.is_ready


def test_a_fault_of_another_kind_is_said_too() -> None:
    def broken() -> Any:
        raise OSError("the disk cannot be read")

    readiness = Readiness(broken)
    readiness.begin()
    until = time.monotonic() + 5
    while readiness.waiting_for == "The index and the model are being loaded.":
        assert time.monotonic() < until, "it says that it is loading for ever"
        time.sleep(0.01)
    assert not readiness.is_ready


def test_those_who_share_the_work_out_are_told(serve: Serve) -> None:
    client = serve()
    early = client.get("/ready")
    assert (early.status_code, early.json()["ready"]) == (503, False)
    assert early.json()["waiting_for"] == "The index and the model are being loaded."
    assert early.headers["cache-control"] == "no-store"
    assert client.get("/alive").json() == {"alive": True}
    with client:
        app: Any = client.app
        wait_until(app.state.readiness, True)
        assert client.get("/ready").json() == {"ready": True, "waiting_for": ""}
        assert client.get("/ready").status_code == 200
    stopped = client.get("/ready")
    assert (stopped.status_code, stopped.json()["waiting_for"]) == (503, "Kloe is stopping.")
