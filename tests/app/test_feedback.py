"""Feedback on answers is kept beside the index, survives a rebuild, and is printed as CSV."""

import csv
import io
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

import qa
from app.feedback import (
    LONGEST_COMMENT,
    Feedback,
    FeedbackError,
    Shown,
    Thumb,
    change_feedback,
    feedback_csv,
    feedback_on,
    keep_feedback,
    read_feedback,
)
from index import Index, StoreError, update
from tests.conftest import SAMPLE, WordEmbedder

_OLD_SCHEMA = """
CREATE TABLE IF NOT EXISTS feedback (
    row INTEGER PRIMARY KEY, made TEXT NOT NULL, thumb TEXT NOT NULL, question TEXT NOT NULL, scope TEXT NOT NULL,
    word TEXT NOT NULL, shown TEXT NOT NULL)
"""
_OLD_ROWS = [
    ("2026-07-01T11:00:00+00:00", "up", "supervision?", "Devon", "clear", '[["p1", "Devon, page 1"]]'),
    ("2026-07-02T11:00:00+00:00", "down", "caseloads?", "", "", "[]"),
]
_OLD_FEEDBACK = [
    Feedback(
        Thumb.UP,
        "supervision?",
        "Devon",
        "clear",
        (Shown("p1", "Devon, page 1"),),
        datetime(2026, 7, 1, 11, tzinfo=UTC),
    ),
    Feedback(Thumb.DOWN, "caseloads?", time=datetime(2026, 7, 2, 11, tzinfo=UTC)),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "index").mkdir()
    return tmp_path / "index"


def _keep_as_before(folder: Path) -> None:
    """Write feedback as earlier versions did: in a table in the catalogue's file."""
    with closing(sqlite3.connect(folder / "catalogue.sqlite")) as db, db:
        db.execute(_OLD_SCHEMA)
        db.executemany(
            "INSERT INTO feedback (made, thumb, question, scope, word, shown) VALUES (?, ?, ?, ?, ?, ?)", _OLD_ROWS
        )


def test_feedback_that_was_kept_can_be_read(folder: Path) -> None:
    given = [
        Feedback(Thumb.UP, "supervision?", "Devon, 2020", "clear", (Shown("p1", "Devon, page 1"), Shown("p2", "x"))),
        Feedback(Thumb.DOWN, "caseloads?"),
    ]
    for feedback in given:
        keep_feedback(folder, feedback)
    assert read_feedback(folder) == given


def test_without_feedback_there_is_nothing_to_read(folder: Path) -> None:
    assert read_feedback(folder) == []


def test_feedback_on_an_answer_names_the_citations_shown(sample_index: Index) -> None:
    answer = qa.ask(sample_index, "What did Ofsted say about management oversight in Marlbridge in 2022?")
    given = feedback_on(answer, Thumb.DOWN, "  wrong year ")
    assert (given.thumb, given.question, given.comment) == (Thumb.DOWN, answer.question, "wrong year")
    assert given.scope == str(answer.scope)
    assert given.shown == tuple(Shown(c.passage_id, c.reference) for c in answer.citations)
    assert given.time.tzinfo is UTC


def test_a_rebuild_keeps_feedback(tmp_path: Path) -> None:
    index = Index(tmp_path / "index", WordEmbedder())
    news = SAMPLE / "news"
    update(index, [news], tmp_path / "cache", workers=1)
    given = Feedback(Thumb.UP, "supervision?")
    keep_feedback(index.folder, given)
    update(index, [news], tmp_path / "cache", workers=1, rebuild=True)
    assert index.catalogue.records()
    assert read_feedback(index.folder) == [given]


def test_several_people_at_once(folder: Path) -> None:
    with ThreadPoolExecutor(4) as people:
        list(people.map(lambda n: keep_feedback(folder, Feedback(Thumb.UP, f"question {n}")), range(20)))
    assert {feedback.question for feedback in read_feedback(folder)} == {f"question {n}" for n in range(20)}


@pytest.mark.parametrize("first", [keep_feedback, None])
def test_feedback_in_an_older_catalogue_is_carried_over_once(folder: Path, first: Callable[..., None] | None) -> None:
    _keep_as_before(folder)
    new = Feedback(Thumb.UP, "visits?")
    if first:
        first(folder, new)
    expected = [*_OLD_FEEDBACK, new] if first else _OLD_FEEDBACK
    for _ in range(2):
        assert read_feedback(folder) == expected
    with closing(sqlite3.connect(folder / "catalogue.sqlite")) as db:
        assert db.execute("SELECT count(*) FROM feedback").fetchone() == (len(_OLD_ROWS),)


def test_several_people_at_once_carry_older_feedback_over_once(folder: Path) -> None:
    _keep_as_before(folder)
    with ThreadPoolExecutor(4) as people:
        read = list(people.map(lambda _: read_feedback(folder), range(8)))
    assert read == [_OLD_FEEDBACK] * 8


def test_a_catalogue_that_cannot_be_read_leaves_older_feedback_for_the_next_time(folder: Path) -> None:
    _keep_as_before(folder)
    catalogue = folder / "catalogue.sqlite"
    content = catalogue.read_bytes()
    catalogue.write_bytes(b"not a database" * 100)
    with pytest.raises(StoreError, match="cannot be read"):
        read_feedback(folder)
    catalogue.write_bytes(content)
    assert read_feedback(folder) == _OLD_FEEDBACK


def test_a_file_that_cannot_be_used_is_named(folder: Path) -> None:
    (folder / "feedback.sqlite").mkdir()
    with pytest.raises(FeedbackError, match=r"feedback\.sqlite"):
        keep_feedback(folder, Feedback(Thumb.UP, "supervision?"))


def test_the_time_is_kept_in_utc(folder: Path) -> None:
    summer = datetime(2026, 7, 1, 12, tzinfo=timezone(timedelta(hours=1)))
    keep_feedback(folder, Feedback(Thumb.UP, "supervision?", time=summer))
    assert read_feedback(folder)[0].time.isoformat() == "2026-07-01T11:00:00+00:00"


@pytest.mark.parametrize(
    ("question", "comment", "message"),
    [
        (
            "supervision?",
            "x" * (LONGEST_COMMENT + 1),
            "the comment may have at most 500 characters, but this one has 501",
        ),
        ("x" * 1001, "", "the question may have at most 1000 characters"),
        (" \x00 ", "", "needs the question"),
    ],
)
def test_feedback_that_cannot_be_kept_is_refused_with_the_cause(question: str, comment: str, message: str) -> None:
    with pytest.raises(FeedbackError, match=message):
        Feedback(Thumb.UP, question, comment=comment)


def test_too_many_citations_are_refused() -> None:
    with pytest.raises(FeedbackError, match="100 citations"):
        Feedback(Thumb.UP, "supervision?", shown=(Shown("p", "x"),) * 101)


def test_hostile_text_stays_text(folder: Path) -> None:
    comment = "'); DROP TABLE feedback; --\x00\x1b[31m<script>"
    keep_feedback(folder, Feedback(Thumb.DOWN, "=cmd|' /C calc'!A0", "@scope", comment, (Shown("-1", "=1"),)))
    kept = read_feedback(folder)
    assert kept[0].comment == "'); DROP TABLE feedback; --<script>"
    text = feedback_csv(kept)
    assert text.startswith("\ufeff")
    (row,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert row["question"] == "'=cmd|' /C calc'!A0"
    assert (row["scope"], row["passages"], row["references"]) == ("'@scope", "'-1", "'=1")
    assert row["thumb"] == "down"


def test_what_is_said_later_takes_the_place_of_what_was_said_first(tmp_path: Path) -> None:
    row = keep_feedback(tmp_path, Feedback(Thumb.UP, "supervision?"))
    other = keep_feedback(tmp_path, Feedback(Thumb.UP, "caseloads?"))
    change_feedback(tmp_path, row, Feedback(Thumb.DOWN, "supervision?", comment="too long"))
    assert row != other
    assert [(one.thumb, one.question, one.comment) for one in read_feedback(tmp_path)] == [
        ("down", "supervision?", "too long"),
        ("up", "caseloads?", ""),
    ]
