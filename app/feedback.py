"""Feedback on answers: a thumb up or down and a comment, in a file of its own beside the index.

A rebuild leaves the file alone. It holds no name or address of the person: only what they asked, what they were shown and what
they said of it.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import astuple, dataclass, field
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path

from app.exports import csv_text, plain
from index.folder import read_old_feedback
from ingest import KloeError
from qa import Answer

LONGEST_COMMENT = 500  # characters
_LONGEST_QUESTION = 1000
_LONGEST_SCOPE = 1000
_MOST_SHOWN = 100  # citations; an answer has some twelve
_TIMEOUT = 60  # seconds to wait for another process to finish writing

_SCHEMA = """
CREATE TABLE feedback (
    row INTEGER PRIMARY KEY, time TEXT NOT NULL, thumb TEXT NOT NULL, question TEXT NOT NULL, scope TEXT NOT NULL,
    comment TEXT NOT NULL, shown TEXT NOT NULL)
"""
_UPDATE = "UPDATE feedback SET time = ?, thumb = ?, question = ?, scope = ?, comment = ?, shown = ? WHERE row = ?"
_INSERT = "INSERT INTO feedback (time, thumb, question, scope, comment, shown) VALUES (?, ?, ?, ?, ?, ?)"
_COLUMNS = ("time", "thumb", "question", "scope", "comment", "passages", "references")


class FeedbackError(KloeError):
    """Feedback that cannot be kept or read; the text says why."""


class Thumb(StrEnum):
    """Whether an answer helped."""

    UP = "up"
    DOWN = "down"


@dataclass(frozen=True)
class Shown:
    """A citation that the person saw: its passage's id and its pinpoint reference."""

    passage: str
    reference: str


@dataclass(frozen=True)
class Feedback:
    """What one person said of one answer.

    Attributes:
        thumb: whether it helped.
        question: what the person asked.
        scope: the answer's scope in words.
        comment: what the person wrote, at most `LONGEST_COMMENT` characters; often empty.
        shown: the answer's citations; none if it was declined.
        time: when it was given, in UTC, to the second.

    Raises:
        FeedbackError: the question is empty, or a text or the list of citations is too long.
    """

    thumb: Thumb
    question: str
    scope: str = ""
    comment: str = ""
    shown: tuple[Shown, ...] = ()
    time: datetime = field(default_factory=lambda: datetime.now(UTC).replace(microsecond=0))

    def __post_init__(self) -> None:
        for name, longest in (("question", _LONGEST_QUESTION), ("scope", _LONGEST_SCOPE), ("comment", LONGEST_COMMENT)):
            text = plain(getattr(self, name)).strip()
            if len(text) > longest:
                raise FeedbackError(f"the {name} may have at most {longest} characters, but this one has {len(text)}")
            object.__setattr__(self, name, text)
        if not self.question:
            raise FeedbackError("feedback needs the question that it is about")
        if len(self.shown) > _MOST_SHOWN:
            raise FeedbackError(f"feedback may name at most {_MOST_SHOWN} citations, but this names {len(self.shown)}")


def feedback_on(answer: Answer, thumb: Thumb, comment: str = "") -> Feedback:
    """Make the feedback on an answer as it was shown; a very long question or scope is cut.

    Raises:
        FeedbackError: the comment is too long.
    """
    shown = tuple(Shown(citation.passage_id, citation.reference) for citation in answer.citations)
    question, scope = answer.question[:_LONGEST_QUESTION], str(answer.scope)[:_LONGEST_SCOPE]
    return Feedback(thumb, question, scope, comment, shown[:_MOST_SHOWN])


def keep_feedback(folder: Path, feedback: Feedback) -> int:
    """Keep feedback.

    Args:
        folder: the index folder.

    Returns:
        The number of its row, with which it can be changed.

    Raises:
        FeedbackError: the file cannot be written.
    """
    with _transaction(folder) as db:
        return int(db.execute(_INSERT, _values(feedback)).lastrowid or 0)


def change_feedback(folder: Path, row: int, feedback: Feedback) -> None:
    """Put feedback in the place of what the same person said of the same answer.

    Args:
        folder: the index folder.
        row: what `keep_feedback` returned.

    Raises:
        FeedbackError: the file cannot be written.
    """
    with _transaction(folder) as db:
        db.execute(_UPDATE, (*_values(feedback), row))


def _values(feedback: Feedback) -> tuple[str, ...]:
    time = feedback.time.astimezone(UTC).isoformat()
    shown = json.dumps([astuple(citation) for citation in feedback.shown])
    return (time, feedback.thumb.value, feedback.question, feedback.scope, feedback.comment, shown)


def read_feedback(folder: Path) -> list[Feedback]:
    """All feedback, oldest first.

    Args:
        folder: the index folder.

    Raises:
        FeedbackError: the file cannot be read.
    """
    with _transaction(folder) as db:
        rows = db.execute("SELECT * FROM feedback ORDER BY row").fetchall()
    return [
        Feedback(
            Thumb(row["thumb"]),
            row["question"],
            row["scope"],
            row["comment"],
            tuple(Shown(*citation) for citation in json.loads(row["shown"])),
            datetime.fromisoformat(row["time"]),
        )
        for row in rows
    ]


@contextmanager
def _transaction(folder: Path) -> Iterator[sqlite3.Connection]:
    """A transaction on the feedback's file; the first one creates it."""
    file = folder / "feedback.sqlite"
    try:
        with closing(sqlite3.connect(file, timeout=_TIMEOUT)) as db, db:
            db.row_factory = sqlite3.Row
            db.execute("BEGIN IMMEDIATE")
            _create(db, folder)
            yield db
    except sqlite3.Error as error:
        raise FeedbackError(f"the feedback file {file} cannot be used: {error}") from error


def _create(db: sqlite3.Connection, folder: Path) -> None:
    """Create the table and copy into it what earlier versions kept in the catalogue, together or not at all."""
    if not db.execute("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'feedback'").fetchone():
        db.execute(_SCHEMA)
        db.executemany(_INSERT, read_old_feedback(folder))


def feedback_csv(entries: Sequence[Feedback]) -> str:
    """Write feedback as CSV, a row each in the same order."""
    rows = [
        (
            feedback.time.isoformat(),
            feedback.thumb.value,
            feedback.question,
            feedback.scope,
            feedback.comment,
            "; ".join(citation.passage for citation in feedback.shown),
            "; ".join(citation.reference for citation in feedback.shown),
        )
        for feedback in entries
    ]
    return csv_text(_COLUMNS, rows)
