"""A question for a figure is answered by a figure of its kind, near what it asks about, or not at all."""

import pytest

from index import Index
from qa import Reason, ask
from qa.evidence.figures import asks_for_figure, holds_figure


@pytest.mark.parametrize(
    "question",
    [
        "How many children's homes does Kent run?",
        "What percentage of social workers are agency staff?",
        "how much did the new training cost",
        "the number of care leavers in bed and breakfast",
        "How long do assessments take?",
    ],
)
def test_it_asks_for_a_figure(question: str) -> None:
    assert asks_for_figure(question)


@pytest.mark.parametrize(
    "question",
    [
        "How good is supervision?",
        "What is the training for managers and how long does it take?",
        "What was said about caseloads?",
    ],
)
def test_it_asks_for_no_figure_alone(question: str) -> None:
    assert not asks_for_figure(question)


@pytest.mark.parametrize(
    ("question", "text", "holds"),
    [
        ("How many homes?", "It runs 10 homes.", True),
        ("How many homes?", "It runs seven homes.", True),
        ("How many homes?", "Since August 2023 it runs homes for children aged 11 to 17.", False),
        ("How many homes?", "The majority live at home.", False),
        ("How often are they visited?", "They are visited weekly.", True),
        ("How much are foster carers paid?", "In a small share, 32%, of cases.", False),
        ("How much did it cost?", "It cost £3.5m.", True),
    ],
)
def test_what_counts_as_a_figure(question: str, text: str, holds: bool) -> None:
    assert holds_figure(question, text) is holds


def test_a_figure_is_pointed_to(sample_index: Index) -> None:
    answer = ask(sample_index, "What was the average caseload in Marlbridge and how many children was it in 2023?")
    assert answer.answered
    answer = ask(sample_index, "How many children is the average caseload in Marlbridge in 2023?")
    numbers = [f"[{cited.number}]" for cited in answer.citations if holds_figure(answer.question, cited.quote)]
    assert numbers
    assert answer.lead.startswith("For the figure, see ")
    assert numbers[0] in answer.lead


def test_a_figure_that_nothing_gives_is_declined(sample_index: Index) -> None:
    answer = ask(sample_index, "How much are independent reviewing officers in Marlbridge paid?")
    assert answer.reason is Reason.SILENT
    assert "figure" in answer.explanation
    assert answer.results
