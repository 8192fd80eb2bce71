"""A question for a figure is answered by a figure of its kind, near what it asks about, or not at all."""

import pytest

from index import Index
from qa import Reason, ask
from qa.evidence.counting import holds_figure
from qa.question import Measure
from qa.question.intent.figures import read_measure


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
    assert read_measure(question)


@pytest.mark.parametrize(
    "question",
    [
        "How good is supervision?",
        "What is the training for managers and how long does it take?",
        "What was said about caseloads?",
    ],
)
def test_it_asks_for_no_figure_alone(question: str) -> None:
    assert not read_measure(question)


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
        ("How many care leavers are in touch?", "They keep in touch with care leavers until they are 25.", False),
        ("How many care leavers are in touch?", "All 16- and 17-year-olds are seen weekly by an adviser.", False),
        ("How many young people are homeless?", "Over the last 18 months more young people were homeless.", False),
        ("How many families are helped?", "Over 20 families are helped.", True),
        ("How many homes are unregistered?", "There are no unregistered homes.", True),
        ("How long do families wait?", "Families wait up to six weeks.", True),
        ("How long do families wait?", "Families with a child of 12 years of age wait.", False),
        ("How often are they visited?", "They are visited by two workers.", False),
        ("What percentage is seen?", "They see 30 children.", False),
        ("What percentage is seen?", "A third is seen.", True),
        ("What is the rate per 10,000 children?", "The rate is 93 per 10,000.", True),
    ],
)
def test_what_counts_as_a_figure(question: str, text: str, holds: bool) -> None:
    assert holds_figure(read_measure(question), text) is holds


def test_a_number_of_the_question_is_not_its_answer() -> None:
    question = "How many care leavers over 40 get help?"
    assert not holds_figure(Measure.NUMBER, "The offer to 40 care leavers is clear.", question)
    assert holds_figure(Measure.NUMBER, "The offer to 40 care leavers reached 33.", question)


def test_a_figure_is_quoted(sample_index: Index) -> None:
    answer = ask(sample_index, "How many children is the average caseload in Marlbridge in 2023?")
    measure = answer.parsed.intent.measure if answer.parsed else None
    assert measure
    assert answer.citations
    assert all(holds_figure(measure, cited.quote) for cited in answer.citations)
    assert answer.lead.startswith("For the figure, see [1]")


def test_a_figure_that_nothing_gives_is_declined(sample_index: Index) -> None:
    answer = ask(sample_index, "How much are independent reviewing officers in Marlbridge paid?")
    assert answer.reason is Reason.SILENT
    assert "figure" in answer.explanation
    assert answer.results
