"""Key lines of enquiry: how the question follows from what was asked for and what became of it."""

from dataclasses import replace

import pytest

from index import Index
from qa.briefings.enquiry import tell_enquiry
from qa.briefings.matters import Matter, matters_of
from qa.briefings.numbering import Numbering
from qa.findings import Outcome
from qa.trajectories import Asked, Tells
from tests.qa.briefings.made import NEWEST, VISIT, asked, papers, said, told, tracker


def matter(item: Asked) -> Matter:
    return matters_of(tracker(item), [NEWEST])[0]


def question(index: Index, *matters: Matter) -> list[str]:
    return [entry.words for entry in tell_enquiry(papers(VISIT, NEWEST), matters, Numbering(index)).entries]


GOOD = said(8, "Visits are more timely.", VISIT, Tells.STRENGTH)
BAD = said(9, "Some visits are still late.", VISIT, Tells.WEAKNESS)


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (asked(1, "The timeliness of visits.", NEWEST), "How long does it take now"),
        (asked(1, "Sufficiency of foster homes.", NEWEST), "What are the numbers now"),
        (asked(1, "The oversight of plans by managers.", NEWEST), "Who checks this"),
        (asked(1, "The joy of children.", NEWEST), "made a difference to children"),
        (asked(1, "Act on plans at once.", NEWEST, tells=Tells.PRIORITY), "who answers for it, and by when"),
        (
            asked(1, "The timeliness of visits.", NEWEST, told(VISIT, Outcome.NO_BETTER, BAD)),
            "On 9 April 2023 inspectors still told of weaknesses here.",
        ),
        (
            asked(1, "The timeliness of visits.", NEWEST, told(VISIT, Outcome.IN_PART, GOOD, BAD)),
            "What is still to do, by when, and how will members see it?",
        ),
        (
            asked(
                1,
                "The timeliness of visits.",
                NEWEST,
                told(VISIT, Outcome.NO_BETTER, said(9, "The timeliness of visits to children.", VISIT, Tells.ASKED)),
            ),
            "Inspectors asked for this on 18 March 2022 and came back to it on 9 April 2023. What is different this time?",
        ),
    ],
)
def test_a_question_fits_its_matter(sample_index: Index, item: Asked, words: str) -> None:
    assert words in question(sample_index, matter(item))[0]


def test_no_two_questions_are_alike(sample_index: Index) -> None:
    one = matter(asked(1, "The timeliness of visits.", NEWEST))
    asked_for = [replace(one, asked=replace(one.asked, quote=f"The timeliness of visits {n}.")) for n in range(5)]
    questions = question(sample_index, *asked_for)
    assert len(set(questions)) == len(questions)
    assert len({text.split("?")[-2] for text in questions}) == len(questions)


def test_without_open_matters_the_section_says_why(sample_index: Index) -> None:
    assert "still open" in tell_enquiry(papers(NEWEST), [], Numbering(sample_index)).lead
    assert "no report" in tell_enquiry(papers(), [], Numbering(sample_index)).lead
