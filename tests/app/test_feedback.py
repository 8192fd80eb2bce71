"""Feedback on answers: kept beside the index, over a rebuild, and given as CSV."""

import csv
import io
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

import qa
from app.feedback import (
    LONGEST_WORD,
    Feedback,
    FeedbackError,
    Shown,
    Thumb,
    feedback_csv,
    feedback_on,
    keep_feedback,
    read_feedback,
)
from index import Index, update
from index.catalogue.catalogue import Catalogue
from tests.conftest import SAMPLE, WordEmbedder


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    return Catalogue(tmp_path / "index", "words")


def test_what_is_kept_comes_back(catalogue: Catalogue) -> None:
    given = [
        Feedback(Thumb.UP, "supervision?", "Devon, 2020", "clear", (Shown("p1", "Devon, page 1"), Shown("p2", "x"))),
        Feedback(Thumb.DOWN, "caseloads?"),
    ]
    for one in given:
        keep_feedback(catalogue, one)
    assert read_feedback(catalogue) == given


def test_nothing_given_is_nothing_read(catalogue: Catalogue) -> None:
    assert read_feedback(catalogue) == []


def test_feedback_on_an_answer_names_what_was_shown(sample_index: Index) -> None:
    answer = qa.ask(sample_index, "What did Ofsted say about management oversight in Marlbridge in 2022?")
    given = feedback_on(answer, Thumb.DOWN, "  wrong year ")
    assert (given.thumb, given.question, given.word) == (Thumb.DOWN, answer.question, "wrong year")
    assert given.scope == str(answer.scope)
    assert given.shown == tuple(Shown(c.passage_id, c.reference) for c in answer.citations)
    assert given.made.tzinfo is UTC


def test_a_rebuild_keeps_it(tmp_path: Path) -> None:
    index = Index(tmp_path / "index", WordEmbedder())
    news = SAMPLE / "news"
    update(index, [news], tmp_path / "cache")
    given = Feedback(Thumb.UP, "supervision?")
    keep_feedback(index.catalogue, given)
    update(index, [news], tmp_path / "cache", rebuild=True)
    assert index.catalogue.records()
    assert read_feedback(index.catalogue) == [given]


def test_several_people_at_once(catalogue: Catalogue) -> None:
    with ThreadPoolExecutor(4) as people:
        list(people.map(lambda n: keep_feedback(catalogue, Feedback(Thumb.UP, f"question {n}")), range(20)))
    assert {one.question for one in read_feedback(catalogue)} == {f"question {n}" for n in range(20)}


def test_the_time_is_kept_in_utc(catalogue: Catalogue) -> None:
    summer = datetime(2026, 7, 1, 12, tzinfo=timezone(timedelta(hours=1)))
    keep_feedback(catalogue, Feedback(Thumb.UP, "supervision?", made=summer))
    assert read_feedback(catalogue)[0].made.isoformat() == "2026-07-01T11:00:00+00:00"


@pytest.mark.parametrize(
    ("question", "word", "said"),
    [
        ("supervision?", "x" * (LONGEST_WORD + 1), "the word may have 500 characters, and this one has 501"),
        ("x" * 1001, "", "the question may have 1000 characters"),
        (" \x00 ", "", "none is given"),
    ],
)
def test_what_cannot_be_kept_is_refused_with_the_cause(question: str, word: str, said: str) -> None:
    with pytest.raises(FeedbackError, match=said):
        Feedback(Thumb.UP, question, word=word)


def test_too_many_citations_are_refused() -> None:
    with pytest.raises(FeedbackError, match="100 citations"):
        Feedback(Thumb.UP, "supervision?", shown=(Shown("p", "x"),) * 101)


def test_hostile_words_stay_words(catalogue: Catalogue) -> None:
    word = "'); DROP TABLE feedback; --\x00\x1b[31m<script>"
    keep_feedback(catalogue, Feedback(Thumb.DOWN, "=cmd|' /C calc'!A0", "@scope", word, (Shown("-1", "=1"),)))
    kept = read_feedback(catalogue)
    assert kept[0].word == "'); DROP TABLE feedback; --<script>"
    text = feedback_csv(kept)
    assert text.startswith("\ufeff")
    (row,) = csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    assert row["question"] == "'=cmd|' /C calc'!A0"
    assert (row["scope"], row["passages"], row["references"]) == ("'@scope", "'-1", "'=1")
    assert row["thumb"] == "down"
