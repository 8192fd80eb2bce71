"""A stop waits for files that are being added, or undoes them, and the server can start again."""

import asyncio
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from threading import Thread

import httpx
import pytest

from app.documents import Uploads
from app.server import create_app
from app.serving.running import _Server, configured
from app.settings import Settings
from index import Index, check
from index.folder import holder, writing
from ingest import KloeError
from tests.app.client import TestClient
from tests.app.siege.people import Fault, opened
from tests.app.siege.process import Served, copy_index, serving
from tests.index.made import names_of, write_letter

NAME = "late.txt"
HELD_BY = {"another run": "kloe index", "its own run": "an upload"}
LAST_RESPONSES = 5  # seconds that the server gives to connections that are open


@pytest.fixture
def folder(sample_index: Index, tmp_path: Path) -> Path:
    copy_index(sample_index, tmp_path)
    return tmp_path


def until(holds: Callable[[], object]) -> None:
    ends = time.monotonic() + 60
    while not holds():
        assert time.monotonic() < ends
        time.sleep(0.02)


@contextmanager
def held_up(served: Served, by: str) -> Iterator[None]:
    """Hold up whatever is added: behind another run, or in the midst of its own."""
    if by == "another run":
        with writing(served.folder / "index", "kloe index"):
            yield
        return
    served.held.touch()
    yield
    served.held.unlink(missing_ok=True)


@contextmanager
def adding(served: Served, by: str = "") -> Iterator[None]:
    """Add a file from the page in the background; goes on when it is kept and held up."""
    file = write_letter(served.folder / "sent", NAME, "the zeppelin was late")

    async def add() -> None:
        async with httpx.AsyncClient(base_url=served.address, timeout=60) as client:
            await (await opened(client)).add({NAME: file.read_bytes()})

    def run() -> None:
        with suppress(Fault):  # the server stops before the page has heard all
            asyncio.run(add())

    person = Thread(target=run)
    person.start()
    try:
        until(lambda: NAME in served.kept())
        until(lambda: HELD_BY.get(by, "") in holder(served.folder / "index"))
        yield
    finally:
        person.join()


@pytest.mark.slow
@pytest.mark.parametrize("by", HELD_BY)
def test_a_stop_waits_for_a_file_that_is_being_added(folder: Path, by: str) -> None:
    with serving(folder, stop_timeout=60) as served, ExitStack() as people:
        with held_up(served, by):
            people.enter_context(adding(served, by))
            served.process.terminate()
            time.sleep(LAST_RESPONSES + 2)
            assert served.process.poll() is None
        assert served.process.wait(10) in (0, -signal.SIGTERM)
    assert NAME in names_of(served.index())
    assert check(served.index()) == []
    assert served.kept() == [NAME]


@pytest.mark.slow
@pytest.mark.parametrize("by", HELD_BY)
def test_a_stop_that_may_not_wait_undoes_it(folder: Path, by: str) -> None:
    with serving(folder, stop_timeout=0) as served, held_up(served, by), adding(served, by):
        served.process.terminate()
        assert served.process.wait(LAST_RESPONSES + 10) in (0, -signal.SIGTERM)
    assert served.kept() == []
    assert NAME not in names_of(served.index())
    assert check(served.index()) == []
    with serving(folder) as again, adding(again):
        until(lambda: NAME in names_of(again.index()))
    assert again.kept() == [NAME]


def test_a_server_that_is_told_to_stop_is_ready_no_more(sample_index: Index, tmp_path: Path) -> None:
    chosen = Settings(index=tmp_path / "index")
    app = create_app(chosen, lambda: sample_index)
    with TestClient(app) as client:
        until(lambda: client.get("/ready").status_code == 200)
        _Server(configured(app, chosen), app.state.readiness).handle_exit(signal.SIGTERM, None)
        told = client.get("/ready")
        assert (told.status_code, told.json()["waiting_for"]) == (503, "Kloe is stopping.")
        assert client.get("/alive").status_code == 200


def test_a_server_that_stops_takes_no_more_files(tmp_path: Path, sample_index: Index) -> None:
    uploads = Uploads()
    uploads.finish(0)
    with pytest.raises(KloeError, match="Kloe is stopping"):
        next(uploads.add(Index(tmp_path / "index", sample_index.embedder), [write_letter(tmp_path, NAME, "no")]))
