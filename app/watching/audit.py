"""The audit record: who signed in, who was refused, and who added, corrected or removed what. Kept beside the index for a set time."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from limits import parse as parse_rate
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter

from app.exports import csv_text, plain
from app.settings import Settings
from app.watching.database import SharedFile

FILE = "audit.sqlite"
_LONGEST_DETAIL = 1000  # characters
_MOST_REFUSALS = parse_rate("60/minute")  # of each kind that are recorded, so that an attack does not fill the disk
_CLEANED = 3600  # seconds between two removals of what is too old
_DAY = 86400  # seconds
_COLUMNS = ("time", "event", "who", "address", "detail")
_SCHEMA = """
CREATE TABLE IF NOT EXISTS audit (
    row INTEGER PRIMARY KEY, time REAL NOT NULL, event TEXT NOT NULL, who TEXT NOT NULL, address TEXT NOT NULL,
    detail TEXT NOT NULL)
"""


class Event(StrEnum):
    """What the record holds."""

    SIGN_IN = "sign-in"
    SIGN_IN_REFUSED = "sign-in refused"
    SIGN_OUT = "sign-out"
    REFUSED = "refused"
    UPLOAD = "upload"
    REMOVAL = "removal"
    CORRECTION = "correction"
    QUESTION = "question"


@dataclass(frozen=True)
class AuditEvent:
    """One event.

    Attributes:
        who: the person's name, the key's first digits, "this machine", or empty.
        address: where the request came from.
        detail: what it was about: a path, a document, a question.
        time: when, in seconds since 1970.
    """

    event: Event
    who: str
    address: str
    detail: str
    time: float


class Audit:
    """The record of one index. Several processes may write to it.

    Args:
        folder: the index folder.
        chosen: how long what is kept.
        counted: is told of each event, also of one that is not recorded because there are too many.
    """

    def __init__(self, folder: Path, chosen: Settings, counted: Callable[[Event], None] = lambda _: None) -> None:
        self._file = SharedFile(folder / FILE, _SCHEMA, is_lasting=True)
        self._chosen = chosen
        self._counted = counted
        self._refusals = FixedWindowRateLimiter(MemoryStorage())
        self._cleaned = 0.0

    def write(self, event: Event, who: str = "", address: str = "", detail: str = "") -> None:
        """Record an event.

        Raises:
            SharedFileError: the record cannot be written.
        """
        self._counted(event)
        if event in (Event.REFUSED, Event.SIGN_IN_REFUSED) and not self._refusals.hit(_MOST_REFUSALS, event):
            return
        now = time.time()
        row = (now, event.value, plain(who)[:200], plain(address)[:100], plain(detail)[:_LONGEST_DETAIL])
        with self._file.transaction() as db:
            db.execute("INSERT INTO audit (time, event, who, address, detail) VALUES (?, ?, ?, ?, ?)", row)
            if now - self._cleaned > _CLEANED:
                oldest = (
                    (now - self._chosen.audit_days * _DAY, ""),
                    (now - self._chosen.audit_question_days * _DAY, Event.QUESTION.value),
                )
                db.executemany("DELETE FROM audit WHERE time < ? AND ? IN ('', event)", oldest)
                self._cleaned = now

    def read(self) -> list[AuditEvent]:
        """All events that are still to be kept, oldest first.

        Raises:
            SharedFileError: the record cannot be read.
        """
        now = time.time()
        with self._file.transaction() as db:
            rows = db.execute(
                "SELECT event, who, address, detail, time FROM audit WHERE time >= ? AND (event <> ? OR time >= ?) ORDER BY row",
                (
                    now - self._chosen.audit_days * _DAY,
                    Event.QUESTION.value,
                    now - self._chosen.audit_question_days * _DAY,
                ),
            ).fetchall()
        return [AuditEvent(Event(row[0]), *row[1:]) for row in rows]

    def close(self) -> None:
        """Close the record's file."""
        self._file.close()


def audit_csv(events: Sequence[AuditEvent]) -> str:
    """Write events as CSV, a row each in the same order."""
    rows = [
        (
            datetime.fromtimestamp(event.time, UTC).isoformat(timespec="seconds"),
            event.event.value,
            event.who,
            event.address,
            event.detail,
        )
        for event in events
    ]
    return csv_text(_COLUMNS, rows)
