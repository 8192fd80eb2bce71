"""What people say of answers: a thumb up or down and a word, kept in the catalogue's file.

Its table is no part of the index: a rebuild, which forgets every document, leaves it as it is. It holds no name and no
address of the person, only what was asked, what was shown and what was said of it.
"""

import json
from collections.abc import Sequence
from dataclasses import astuple, dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

from app.exports import csv_text, plain
from index.catalogue.catalogue import Catalogue
from ingest import KloeError
from qa import Answer

LONGEST_WORD = 500  # characters
_LONGEST_QUESTION = 1000
_LONGEST_SCOPE = 1000
_MOST_SHOWN = 100  # citations; an answer has some twelve

_SCHEMA = """
CREATE TABLE IF NOT EXISTS feedback (
    row INTEGER PRIMARY KEY, made TEXT NOT NULL, thumb TEXT NOT NULL, question TEXT NOT NULL, scope TEXT NOT NULL,
    word TEXT NOT NULL, shown TEXT NOT NULL)
"""
_COLUMNS = ("made", "thumb", "question", "scope", "word", "passages", "references")


class FeedbackError(KloeError):
    """Feedback that cannot be kept; the text says why."""


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
        scope: what the answer was confined to, in words.
        word: what the person wrote, at most `LONGEST_WORD` characters; mostly empty.
        shown: the citations that the answer had; none where it was declined.
        made: when it was given, in UTC, to the second.

    Raises:
        FeedbackError: the question is empty, or something is longer than may be kept.
    """

    thumb: Thumb
    question: str
    scope: str = ""
    word: str = ""
    shown: tuple[Shown, ...] = ()
    made: datetime = field(default_factory=lambda: datetime.now(UTC).replace(microsecond=0))

    def __post_init__(self) -> None:
        for name, longest in (("question", _LONGEST_QUESTION), ("scope", _LONGEST_SCOPE), ("word", LONGEST_WORD)):
            text = plain(getattr(self, name)).strip()
            if len(text) > longest:
                raise FeedbackError(f"the {name} may have {longest} characters, and this one has {len(text)}")
            object.__setattr__(self, name, text)
        if not self.question:
            raise FeedbackError("feedback is about a question, and none is given")
        if len(self.shown) > _MOST_SHOWN:
            raise FeedbackError(f"feedback may name {_MOST_SHOWN} citations, and this names {len(self.shown)}")


def feedback_on(answer: Answer, thumb: Thumb, word: str = "") -> Feedback:
    """Make the feedback on an answer as it was shown; a question or a scope of great length is cut.

    Raises:
        FeedbackError: the word is too long.
    """
    shown = tuple(Shown(citation.passage_id, citation.reference) for citation in answer.citations)
    question, scope = answer.question[:_LONGEST_QUESTION], str(answer.scope)[:_LONGEST_SCOPE]
    return Feedback(thumb, question, scope, word, shown[:_MOST_SHOWN])


def keep_feedback(catalogue: Catalogue, feedback: Feedback) -> None:
    """Keep feedback in the catalogue's file.

    Raises:
        StoreError: the file cannot be written.
    """
    shown = json.dumps([astuple(one) for one in feedback.shown])
    row = (feedback.made.astimezone(UTC).isoformat(), feedback.thumb, feedback.question, feedback.scope, feedback.word)
    with catalogue.connect() as db:
        db.execute(_SCHEMA)
        db.execute(
            "INSERT INTO feedback (made, thumb, question, scope, word, shown) VALUES (?, ?, ?, ?, ?, ?)", (*row, shown)
        )


def read_feedback(catalogue: Catalogue) -> list[Feedback]:
    """All feedback that is kept, oldest first."""
    with catalogue.connect() as db:
        db.execute(_SCHEMA)
        rows = db.execute("SELECT * FROM feedback ORDER BY row").fetchall()
    return [
        Feedback(
            Thumb(row["thumb"]),
            row["question"],
            row["scope"],
            row["word"],
            tuple(Shown(*one) for one in json.loads(row["shown"])),
            datetime.fromisoformat(row["made"]),
        )
        for row in rows
    ]


def feedback_csv(kept: Sequence[Feedback]) -> str:
    """Write feedback as CSV, a row each, oldest first."""
    rows = [
        (
            one.made.isoformat(),
            one.thumb.value,
            one.question,
            one.scope,
            one.word,
            "; ".join(shown.passage for shown in one.shown),
            "; ".join(shown.reference for shown in one.shown),
        )
        for one in kept
    ]
    return csv_text(_COLUMNS, rows)
