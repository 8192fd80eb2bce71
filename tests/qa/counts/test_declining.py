"""What is not counted: other subjects, and words that can be read in more than one way."""

import pytest

from qa.counts import count
from tests.qa.counts.shelf import shelf


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("how many social workers leave Kent?", "social"),
        ("how many children were in care in Kent in 2021?", "children"),
        ("how many authorities have high caseloads", "caseloads"),
        ("how many county councils are good", "county"),
        ("how many authorities went straight from inadequate to good", "straight"),
        ("how many inadequate authorities will be good next year", "will"),
    ],
)
def test_words_about_something_else_are_named(question: str, words: str) -> None:
    found = count(shelf(), question)
    assert not found.computed
    assert found.number is None
    assert f"“{words}”" in found.explanation
    assert found.text == found.explanation


@pytest.mark.parametrize(
    "question",
    [
        "how many authorities were inadequate in 2017 but good in 2022",
        "how many good authorities became inadequate",
        "how many authorities have been inadequate since 2017",
        "how many focused visits to inadequate authorities",
        "what share of inadequate authorities are in London",
        "how many inadequate judgements were given in 2018",
        "how many authorities were good but not outstanding for leaders",
        "which region waits longest for its reports",
        "which region improved the most",
        "which authority has the highest grade",
        "how many letters do you have from 2021",
    ],
)
def test_words_in_doubt_give_no_number(question: str) -> None:
    found = count(shelf(), question)
    assert (found.computed, found.number, found.rows) == (False, None, ())
    assert found.explanation.startswith("Kloe gives no number: ")


@pytest.mark.parametrize(
    "question",
    [
        "was Kent rated good in 2022?",
        "what grade did Kent get in 2022?",
        "what is a focused visit?",
        "when was Leeds last inspected?",
        "what are the outcomes for care leavers in London",
    ],
)
def test_a_question_for_no_count_is_none(question: str) -> None:
    assert not count(shelf(), question).computed
