"""What a question wants told of the newest papers, and the subject that is left."""

import time

import pytest

from qa.question.gists import read_gist
from qa.question.intent.types import Gist, Purpose


@pytest.mark.parametrize(
    ("topic", "gist", "subject"),
    [
        ("What needs to improve", Gist.IMPROVE, ""),
        ("what were the main recommendations", Gist.IMPROVE, ""),
        ("What needs to improve in fostering", Gist.IMPROVE, "fostering"),
        ("what should the council do better for care leavers", Gist.IMPROVE, "care leavers"),
        ("What are the main concerns", Gist.CONCERNS, ""),
        ("what worries Ofsted most about", Gist.CONCERNS, ""),
        ("biggest worries about the front door", Gist.CONCERNS, "front door"),
        ("what was it criticised for", Gist.CONCERNS, ""),
        ("What are the strengths", Gist.STRENGTHS, ""),
        ("strengths of the virtual school", Gist.STRENGTHS, "virtual school"),
        ("what is it praised for", Gist.STRENGTHS, ""),
        ("latest on SEND", Gist.SUMMARY, "SEND"),
        ("how is it doing on the front door", Gist.SUMMARY, "front door"),
        ("latest figures for children in care", None, "latest figures for children in care"),
        ("supervision", None, "supervision"),
        ("support for children with mental health problems", None, "support for children with mental health problems"),
    ],
)
def test_what_is_wanted_and_of_what(topic: str, gist: Gist | None, subject: str) -> None:
    assert read_gist(topic, Purpose.FINDING, False) == (gist, subject)


@pytest.mark.parametrize(
    ("topic", "gist", "subject"),
    [
        ("", Gist.CHANGE, ""),
        ("has improved", Gist.CHANGE, ""),
        ("Did get better or worse", Gist.CHANGE, ""),
        ("Has got better or worse on children missing from care", Gist.CHANGE, "children missing from care"),
        ("has the quality of plans improved", Gist.CHANGE, "the quality of plans"),
        ("SEND than it was", Gist.CHANGE, "SEND"),
        ("how has the overall grade changed", None, "how has the overall grade changed"),
    ],
)
def test_how_things_moved(topic: str, gist: Gist | None, subject: str) -> None:
    assert read_gist(topic, Purpose.CHANGE, True) == (gist, subject)


def test_an_overview_is_a_summary_of_its_subject() -> None:
    assert read_gist("care leavers", Purpose.OVERVIEW, False) == (Gist.SUMMARY, "care leavers")
    assert read_gist("", Purpose.OVERVIEW, False) == (Gist.SUMMARY, "")


def test_questions_that_count_or_choose_want_all_papers() -> None:
    assert read_gist("concerns about caseloads", Purpose.WHICH, False) == (None, "concerns about caseloads")
    assert read_gist("problems with caseloads", Purpose.YES_OR_NO, False) == (None, "problems with caseloads")


def test_a_long_question_takes_no_longer_than_its_length() -> None:
    begun = time.perf_counter()
    read_gist("what is the main concern of the council " * 300, Purpose.FINDING, False)
    read_gist("has it got any better " * 300, Purpose.CHANGE, True)
    assert time.perf_counter() - begun < 5
