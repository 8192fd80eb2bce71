"""The audit record keeps what it must for as long as it must, and no more."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from starlette.authentication import SimpleUser
from starlette.requests import Request

from app.settings import load_settings
from app.watching import Audit, Event, SharedFile
from app.watching.audit import FILE, AuditEvent, audit_csv
from tests.app.client import Serve


def record(folder: Path, **given: Any) -> Audit:
    return Audit(folder, load_settings(index=folder, **given))


def all_rows(folder: Path) -> list[str]:
    """The events that stand in the file, whether or not they are shown."""
    with SharedFile(folder / FILE, "", is_lasting=True).transaction() as db:
        return [row[0] for row in db.execute("SELECT event FROM audit ORDER BY row")]


def grow_older(folder: Path, days: float) -> None:
    with SharedFile(folder / FILE, "", is_lasting=True).transaction() as db:
        db.execute("UPDATE audit SET time = time - ?", (days * 86400,))


def test_events_are_kept_for_their_days(tmp_path: Path) -> None:
    audit = record(tmp_path, audit_days=10, audit_question_days=2)
    audit.write(Event.UPLOAD, "alex", "203.0.113.9", "minutes.pdf")
    audit.write(Event.QUESTION, "alex", "203.0.113.9", "supervision")
    grow_older(tmp_path, 2.1)
    assert [event.event for event in audit.read()] == [Event.UPLOAD]
    grow_older(tmp_path, 8)
    assert audit.read() == []


def test_what_is_too_old_leaves_the_file(tmp_path: Path) -> None:
    record(tmp_path).write(Event.UPLOAD, "alex")
    record(tmp_path).write(Event.QUESTION, "alex")
    grow_older(tmp_path, 31)
    record(tmp_path).write(Event.SIGN_IN, "sam")
    assert all_rows(tmp_path) == ["upload", "sign-in"]
    grow_older(tmp_path, 366)
    record(tmp_path).write(Event.SIGN_OUT, "sam")
    assert all_rows(tmp_path) == ["sign-out"]


@pytest.mark.parametrize("event", [Event.REFUSED, Event.SIGN_IN_REFUSED])
def test_a_flood_of_refusals_does_not_fill_the_disk(tmp_path: Path, event: Event) -> None:
    counted: list[Event] = []
    audit = Audit(tmp_path, load_settings(), counted.append)
    for number in range(200):
        audit.write(event, "x" * 10_000, "203.0.113.9", "y" * 10_000 + str(number))
    audit.write(Event.REMOVAL, "alex")
    events = audit.read()
    assert 60 <= len(events) <= 121  # a minute may end meanwhile
    assert max(len(each.who) + len(each.detail) for each in events) <= 1200
    assert events[-1].event is Event.REMOVAL
    assert len(counted) == 201


@pytest.mark.parametrize("kept", [True, False])
def test_questions_are_recorded_only_if_set(serve: Serve, kept: bool) -> None:
    app: Any = serve(audit_questions=kept).app
    request = Request({"type": "http", "client": ("203.0.113.9", 1), "user": SimpleUser("alex")})
    app.state.kept.note_question(request, "What was said of supervision?")
    app.state.kept.note_question(request, "")
    told = [(event.event, event.who, event.detail) for event in app.state.kept.audit.read()]
    assert told == ([(Event.QUESTION, "alex", "What was said of supervision?")] if kept else [])


def test_no_cell_of_the_csv_is_a_formula(tmp_path: Path) -> None:
    audit = record(tmp_path)
    audit.write(Event.SIGN_IN_REFUSED, '=HYPERLINK("http://evil.example")', "203.0.113.9", "@SUM(1)\x1b[2J\x07\x00")
    audit.write(Event.SIGN_IN_REFUSED, 'a,"b"\r\nsign-in,\u202eroot', "+1", "-1")
    head, first, second = csv.reader(io.StringIO(audit_csv(audit.read()).removeprefix("\ufeff")))
    assert head == ["time", "event", "who", "address", "detail"]
    assert not [cell for cell in first + second if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert not [cell for cell in first + second if not cell.replace("\n", "").isprintable()]
    assert len(second) == 5


def test_the_csv_tells_the_time_of_the_world() -> None:
    line = audit_csv([AuditEvent(Event.SIGN_IN, "alex", "203.0.113.9", "password", 1_700_000_000)]).splitlines()[1]
    assert line == "2023-11-14T22:13:20+00:00,sign-in,alex,203.0.113.9,password"


def test_only_its_owner_reads_it(tmp_path: Path) -> None:
    record(tmp_path).write(Event.SIGN_IN, "alex")
    assert (tmp_path / FILE).stat().st_mode & 0o077 == 0
