"""Each request is one line of the log, which says what was asked for and names nobody."""

import io
import json
import logging
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from app.settings import load_settings
from app.watching.logs import REQUESTS, set_up_log
from tests.app.client import PASSWORD, Serve

Lines = Callable[[], list[dict[str, Any]]]


def log_into(text: io.StringIO, **given: Any) -> None:
    """Set the log up, and let it write into a text."""
    set_up_log(load_settings(**given))
    (handler,) = logging.getLogger().handlers
    assert isinstance(handler, logging.StreamHandler)
    handler.setStream(text)


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the log says; put back as it was after the test."""
    root, requests = logging.getLogger(), logging.getLogger(REQUESTS)
    before = root.handlers[:], root.level, requests.level
    text = io.StringIO()
    log_into(text, log="json")
    yield text
    root.handlers[:], root.level, requests.level = before


@pytest.fixture
def lines(log: io.StringIO) -> Lines:
    """The lines of the log as JSON."""
    return lambda: [json.loads(line) for line in log.getvalue().splitlines()]


def test_a_search_is_one_line(serve: Serve, users_file: Path, lines: Lines) -> None:
    client = serve(users_file=users_file)
    response = client.get("/api/v1/search", params={"q": "supervision zeppelin"}, auth=("clerk", PASSWORD))
    (line,) = lines()
    assert line["id"] == response.headers["X-Request-ID"]
    told = {name: line[name] for name in ("level", "method", "status", "path", "right", "who")}
    assert told == {
        "level": "INFO",
        "method": "GET",
        "status": 200,
        "path": "/api/v1/search",
        "right": "read",
        "who": "person",
    }
    assert {"embed", "search"} <= set(line["stages"])
    assert 0 < sum(line["stages"].values()) <= line["seconds"] + 0.01
    assert not re.search("clerk|supervision|zeppelin|testclient", json.dumps(line))


def test_a_refusal_says_why(serve: Serve, users_file: Path, lines: Lines) -> None:
    client = serve(users_file=users_file)
    client.get("/account")
    client.post("/sign-in", data={"name": "clerk", "password": "wrong password"})
    client.get("/none/alex")
    first, second, third = lines()
    assert (first["status"], first["refused"], first["who"]) == (401, "Sign in to use Kloe.", "nobody")
    assert (second["status"], second["path"], second["right"]) == (401, "/sign-in", "open")
    assert (third["path"], third["right"]) == ("none", "none")
    assert "clerk" not in json.dumps([first, second, third])


def test_a_page_names_no_document(serve: Serve, lines: Lines) -> None:
    serve().get("/originals/somebody")
    (line,) = lines()
    assert line["path"] == "/originals/{document}"
    assert "somebody" not in json.dumps(line)


@pytest.mark.parametrize("logged", [True, False])
def test_a_question_on_the_page_is_logged_only_if_set(serve: Serve, logged: bool) -> None:
    class Event:
        _data = ("question",)
        question = "What of Alex?"

    kept: Any = serve(log_questions=logged).app.state.kept
    assert ("What of Alex?" in str(kept.told_of_page(Event()))) is logged


@pytest.mark.parametrize(
    ("given", "is_taken"),
    [
        ("abc-1.2_X", True),
        ("x" * 64, True),
        ("x" * 65, False),
        ("a b", False),
        ('"}', False),
        ("", False),
        ("é", False),
    ],
)
def test_an_id_is_taken_if_it_is_one(serve: Serve, lines: Lines, given: str, is_taken: bool) -> None:
    response = serve().get("/alive", headers={"X-Request-ID": given.encode()})
    (line,) = lines()
    assert (response.headers["X-Request-ID"] == given) is is_taken
    assert line["id"] == response.headers["X-Request-ID"]
    assert re.fullmatch("[A-Za-z0-9._-]{1,64}", line["id"])


def test_the_plain_log_has_no_requests(serve: Serve, log: io.StringIO) -> None:
    log_into(log)
    serve().get("/alive")
    logging.getLogger("kloe").warning("something is wrong")
    assert log.getvalue() == "WARNING kloe: something is wrong\n"
