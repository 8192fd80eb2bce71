"""Minutes are read by item, resolution and point."""

import pytest

from ingest import Passage, Stance
from ingest.cleaning import clean
from ingest.lines import Line, printed_lines
from ingest.structure import gather_passages, verbatim

RESOLUTION = """
Minutes:

It was moved by Councillor A Sample; and seconded by Councillor B Example and

RESOLVED

(a) that the letter be welcomed;

(b) that these steps be agreed

(i) the plan be shared with members; and

(ii) the Director report back in May.

The Chair closed the item.
"""


def _printed(text: str) -> list[Passage]:
    pages, passages = gather_passages([printed_lines(1, text)])
    assert all(verbatim(passage, pages) for passage in passages)
    return list(passages)


def _whole(text: str) -> list[Passage]:
    pages, passages = gather_passages([[Line(1, line, whole=True) for line in clean(text).split("\n") if line.strip()]])
    assert all(verbatim(passage, pages) for passage in passages)
    return list(passages)


@pytest.mark.parametrize("read", [_printed, _whole])
def test_each_part_of_a_resolution_is_a_passage(read: type) -> None:
    parts = {passage.number: passage for passage in read(RESOLUTION) if passage.number}
    assert list(parts) == ["(a)", "(b)", "(b)(i)", "(b)(ii)"]
    assert all(part.stance is Stance.DECISION for part in parts.values())
    assert parts["(b)(ii)"].headings[-1] == "that these steps be agreed"


def test_parts_inside_one_paragraph() -> None:
    passages = _printed("RESOLVED that (a) the report be noted; (b) a new one be brought in May.")
    assert [(passage.number, passage.text) for passage in passages] == [
        ("(a)", "the report be noted;"),
        ("(b)", "a new one be brought in May."),
    ]


def test_the_letter_i_is_no_roman_number() -> None:
    text = "Minutes:\n\nMembers heard that –\n\n" + "\n\n".join(
        f"({letter}) point {letter} was made;" for letter in "ghij"
    )
    assert [passage.number for passage in _printed(text)] == ["(g)", "(h)", "(i)", "(j)"]


@pytest.mark.parametrize(
    "decision",
    [
        "It was AGREED that the update be noted.",
        "IT WAS AGREED that the update be noted.",
        "Resolved - That the update be noted.",
        "RESOLVED UNANIMOUSLY: That the update be noted.",
        "Concluded: that the update be received.",
        "The Sub-Committee noted the paper.",
        "The report was noted.",
        "It was NOTED that the plan is late.",
        "Decision: to close the home.",
    ],
)
def test_decisions(decision: str) -> None:
    assert _printed(f"Minutes:\n\nThe item was opened.\n\n{decision}")[-1].stance is Stance.DECISION


@pytest.mark.parametrize(
    "debate",
    [
        "It was noted that many recruits were new.",
        "The Panel noted that caseloads had fallen.",
        "Decision-making is timely.",
        "Disputes were resolved by the service.",
        "The Committee asked whether it was agreed policy.",
    ],
)
def test_debate_is_no_decision(debate: str) -> None:
    assert _printed(f"Minutes:\n\nThe item was opened.\n\n{debate}")[-1].stance is not Stance.DECISION


def test_what_officers_ask_is_no_decision_and_no_finding() -> None:
    passages = _printed("1. Purpose of report\n\nTo tell members.\n\nRecommendation\n\nThat the report be noted.")
    assert passages[-1].stance is Stance.NEITHER


def test_items_are_headings() -> None:
    text = """Agenda and minutes

290.

Apologies and Welcome

Minutes:

Apologies were received from Ms A.

291.

Plan for the year pdf icon PDF 152 KB

Minutes:

The plan was put off to May."""
    passages = _whole(text + "\n" + "A long line of words follows here. " * 8)
    assert [(passage.item, passage.headings[-1]) for passage in passages[:2]] == [
        ("290", "290. Apologies and Welcome"),
        ("291", "291. Plan for the year"),
    ]


@pytest.mark.parametrize(
    ("heading", "item"),
    [
        ("11 APOLOGIES FOR ABSENCE", "11"),
        ("14. APOLOGIES", "14"),
        ("CYP 17 Focused visit", "CYP 17"),
        ("Item 5: Budget", "5"),
    ],
)
def test_forms_of_items(heading: str, item: str) -> None:
    passages = _printed(
        f"Minutes of the meeting held on 3 May\n\nAll were there.\n\n{heading}\n\nNone had been received so far."
    )
    assert passages[-1].item == item


@pytest.mark.parametrize("heading", ["12 NOVEMBER 2019", "2019 Grades", "COVID 19 Recovery", "KS2 Results"])
def test_no_items(heading: str) -> None:
    passages = _printed(
        f"Minutes of the meeting held on 3 May\n\nAll were there.\n\n{heading}\n\nNone had been received so far."
    )
    assert passages[-1].item is None


def test_short_points_are_one_passage_with_their_lead_in() -> None:
    text = "Minutes:\n·  The plan covers:\nØ  Duty\nØ  Early Help\nØ  Culture\n·  Staff were pleased with the plan."
    assert [passage.text for passage in _printed(text)] == [
        "The plan covers: ◦ Duty ◦ Early Help ◦ Culture",
        "Staff were pleased with the plan.",
    ]


def test_longer_points_stay_apart_under_their_lead_in() -> None:
    text = "Minutes:\n·  The plan covers:\n"
    text += "Ø  the duty team and its hours at night and weekends\nØ  early help in four towns of one county"
    passages = _printed(text)
    assert [passage.headings[-1] for passage in passages] == ["The plan covers:"] * 2


def test_numbers_with_a_point_are_paragraphs() -> None:
    passages = _printed("Minutes:\n\n4.1 Members heard a report.\n\n4.2 It was long, and it cost 2.5 million pounds.")
    assert [passage.number for passage in passages] == ["4.1", "4.2"]


def test_a_saved_table_of_letters() -> None:
    text = "Minutes:\nMembers were advised that –\n(a)\nthe report was received in May;\n(b)\nthe plan was late;"
    text += " and so on" * 20
    assert [passage.number for passage in _whole(text)] == ["(a)", "(b)"]


def test_a_field_heads_what_follows_until_the_next_label() -> None:
    text = "Decision:\n\n(1) That the plan be agreed.\n\nReasons for the decision:\n\nMost of what was promised has been done by now.\n\n"
    one, two = _printed(text)
    assert (one.number, one.stance) == ("(1)", Stance.DECISION)
    assert two.headings[-1] == "Reasons for the decision:"
    assert two.stance is Stance.NEITHER


def test_a_letter_of_ofsted_is_no_paper_of_a_council() -> None:
    passages = _printed("Findings\n\nMinutes of strategy meetings are well recorded.\n\n2. Disputes are\nresolved.\n")
    assert all(passage.item is None and passage.stance is Stance.NEITHER for passage in passages)
