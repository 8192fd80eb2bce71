"""Answers within filters, and follow-up questions."""

import re
from typing import Any

import pytest

from app.asking import Filters, SearchFilters, Sort, answer, make_writer, previous_turn, search
from app.serving.running import serve
from app.settings import load_settings
from index import Index
from ingest import KloeError, Stance
from qa import Reason, Scope

FIRST = "How good was supervision in Marlbridge in 2022?"


def test_what_is_left_unsaid_is_taken_over_from_question_to_question(sample_index: Index) -> None:
    answered = answer(sample_index, "and caseloads?", Filters(), [FIRST, "and in Westhaven?"])
    assert answered.scope.authorities == ("Westhaven",)
    assert answered.scope.years == (2022,)
    assert answered.parsed is not None
    assert answered.parsed.topic == "caseloads"
    assert answered.parsed.taken == ("Westhaven", "2022")


def test_without_earlier_questions_nothing_is_taken_over(sample_index: Index) -> None:
    assert answer(sample_index, FIRST, Filters()) == answer(sample_index, FIRST, Filters(), ["?!", " "])


def test_before_that_counts_from_what_the_answer_before_quotes(sample_index: Index) -> None:
    first = answer(sample_index, "supervision in Marlbridge's latest inspection", Filters())
    newest = first.quoted[0]
    scope = answer(sample_index, "and before that?", Filters(), [first.question]).scope
    earlier = scope.documents(sample_index.catalogue.records())
    assert earlier
    assert all(record.day_number < newest.day_number for record in earlier)
    asked = "supervision in Marlbridge"
    assert (
        previous_turn(sample_index, [asked], "and before that?").quoted == answer(sample_index, asked, Filters()).quoted
    )
    known = [record.path for record in first.quoted]
    assert previous_turn(sample_index, [asked], "and before that?", quoted=known).quoted == first.quoted
    turn = previous_turn(sample_index, [asked], "what about caseloads?")
    assert turn.quoted == ()  # the question does not count from it, so nothing was answered


def test_filters_hold_for_the_earlier_questions_too(sample_index: Index) -> None:
    turn = previous_turn(sample_index, ["supervision"], "and caseloads?", Scope(authorities=("Ashcombe",)))
    assert turn.parsed is not None
    assert turn.parsed.scope.authorities == ("Ashcombe",)


def test_an_unknown_name_declines(sample_index: Index) -> None:
    filters = Filters(authority=["Narnia"])
    assert answer(sample_index, "and caseloads?", filters, [FIRST]).reason is Reason.UNKNOWN_AUTHORITY
    assert search(sample_index, "caseloads", filters).reason is Reason.UNKNOWN_AUTHORITY


def test_only_the_newest_inspection(sample_index: Index) -> None:
    found = search(sample_index, "supervision", Filters(authority=["Marlbridge"], latest=True))
    newest = max(
        (r for r in sample_index.catalogue.records() if r.authority == "Marlbridge" and r.kind == "ilacs-inspection"),
        key=lambda record: str(record.date),
    )
    assert {result.record.id for result in found.results} == {newest.id}


@pytest.mark.parametrize("key", [None, "sk-own"])
def test_the_writer_is_as_it_is_set(key: str | None) -> None:
    assert make_writer(load_settings()) is None
    writer = make_writer(load_settings(generator="openai:x", generator_url="http://h/v1", generator_key=key))
    assert writer is not None
    assert (writer.model, writer.base_url, writer.api_key, writer.timeout) == ("openai:x", "http://h/v1", key, 60)
    assert "sk-own" not in repr(writer)


def test_a_generator_that_cannot_be_used_is_said_before_anything_is_served(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(KloeError, match="'nobody:x'"):
        serve(load_settings(generator="nobody:x"))
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"limit": 5}, r"Passages 1 to 5 of \d+, best first\."),
        ({"limit": 5, "offset": 5, "sort": Sort.DATE}, r"Passages 6 to 10 of \d+, newest first\."),
        ({"limit": 1000}, r"\d+ passages found, best first\."),
        ({"filters": SearchFilters(stance=[Stance.PRIORITY_ACTION]), "limit": 1000}, r"2 passages found, best first\."),
    ],
)
def test_a_list_says_which_part_it_is(sample_index: Index, given: dict[str, Any], said: str) -> None:
    assert re.fullmatch(said, search(sample_index, "social workers", **{"filters": Filters(), **given}).summary)


def test_an_empty_list_says_why(sample_index: Index) -> None:
    found = search(sample_index, "supervision", Filters(year=[1999]))
    assert found.summary == found.explanation
    assert "1999" in found.summary
