"""Passages follow the printed structure."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest import Passage
from ingest.lines import printed_lines
from ingest.structure import LONGEST, gather_passages, verbatim

FIRST = """
1
Inspection of Marlbridge local authority
children’s services
Inspection dates: 31 January to 11 February 2022
Lead inspector: Ada Marsh, Her Majesty’s Inspector
Judgement Grade
The impact of leaders on social work
practice with children and families
Requires improvement to be good
The experiences and progress of
children in care and care leavers Good
Overall effectiveness Requires
improvement to be good
Leaders know where the weak points are and have begun to mend them with partners. Progress is
uneven, and for some children it is too slow to make a difference to their daily lives at home or
in school.
"""
SECOND = """
Inspection of Marlbridge local authority children’s services
31 January to 11 February 2022 2
What needs to improve?
\uf06e The regularity of supervision.
\uf06e The recording of management decisions, so
that the reasons can be followed
The experiences and progress of children in care and
care leavers: good
1. Children come into care when they need to. Plans are reviewed on time and well-
coordinated by reviewing officers who know children well and challenge drift in their plans.1
2. Most children live in stable homes near to their family and friends, and they take part in
1 A note on reviewing officers.
"""
THIRD = """
Inspection of Marlbridge local authority children’s services
31 January to 11 February 2022 3
clubs and sports.
3. In 2021, 14. July was named as the day of the
festival.
"""


@pytest.fixture
def passages() -> tuple[Passage, ...]:
    pages = [printed_lines(number, text) for number, text in enumerate((FIRST, SECOND, THIRD), 1)]
    read, found = gather_passages(pages)
    assert all(verbatim(passage, read) for passage in found)
    return found


def _one(passages: tuple[Passage, ...], begins: str) -> Passage:
    return next(passage for passage in passages if passage.text.startswith(begins))


def test_judgement_rows_are_passages(passages: tuple[Passage, ...]) -> None:
    texts = [passage.text for passage in passages]
    assert (
        "The impact of leaders on social work practice with children and families Requires improvement to be good"
        in texts
    )
    assert "The experiences and progress of children in care and care leavers Good" in texts
    assert "Overall effectiveness Requires improvement to be good" in texts


def test_each_field_is_a_passage(passages: tuple[Passage, ...]) -> None:
    assert _one(passages, "Inspection dates").text == "Inspection dates: 31 January to 11 February 2022"
    assert _one(passages, "Lead inspector").text.endswith("Her Majesty’s Inspector")


def test_bullets_and_their_heading(passages: tuple[Passage, ...]) -> None:
    bullet = _one(passages, "The recording")
    assert bullet.text == "The recording of management decisions, so that the reasons can be followed"
    assert bullet.headings == ("What needs to improve?",)


def test_a_numbered_paragraph_has_its_number_and_heading(passages: tuple[Passage, ...]) -> None:
    paragraph = _one(passages, "Children come")
    assert paragraph.number == "1"
    assert paragraph.headings == ("The experiences and progress of children in care and care leavers: good",)
    assert "well-coordinated" in paragraph.text


def test_a_paragraph_crosses_the_page(passages: tuple[Passage, ...]) -> None:
    paragraph = _one(passages, "Most children")
    assert paragraph.text.endswith("they take part in clubs and sports.")
    assert [span.page for span in paragraph.spans] == [2, 3]


def test_a_number_in_a_sentence_begins_no_paragraph(passages: tuple[Passage, ...]) -> None:
    assert [passage.number for passage in passages if passage.number] == ["1", "2", "3"]


def test_no_passage_has_furniture(passages: tuple[Passage, ...]) -> None:
    everything = " ".join(passage.text for passage in passages)
    assert "11 February 2022 2" not in everything
    assert "A note on reviewing officers" not in everything


def test_a_long_paragraph_is_divided_between_sentences() -> None:
    text = "Plans are kept under review by managers who know the children. " * 60
    _, passages = gather_passages([printed_lines(1, text)])
    assert len(passages) > 1
    assert all(len(passage.text) <= LONGEST and passage.text.endswith("children.") for passage in passages)


def test_a_lead_in_is_context_for_its_list() -> None:
    text = "Members were told that areas to improve included:\n• caseloads that are too high for new staff;\n• records."
    _, passages = gather_passages([printed_lines(1, text)])
    bullet = next(passage for passage in passages if passage.text.startswith("caseloads"))
    assert bullet.headings[-1].startswith("Members were told")


def test_locate_across_pages(passages: tuple[Passage, ...]) -> None:
    paragraph = _one(passages, "Most children")
    start = paragraph.text.index("part in")
    spans = paragraph.locate(start, len(paragraph.text))
    assert [span.page for span in spans] == [2, 3]
    assert sum(span.end - span.start for span in spans) + 1 == len(paragraph.text) - start
    with pytest.raises(ValueError, match="not inside"):
        paragraph.locate(0, len(paragraph.text) + 1)


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_damaged_pages_still_give_their_own_words(data: st.DataObject) -> None:
    """Pages with characters dropped, doubled or reordered are read without an error and quoted exactly."""
    pages = []
    for number, text in enumerate((FIRST, SECOND, THIRD), 1):
        letters = list(text)
        for _ in range(data.draw(st.integers(0, 25))):
            at = data.draw(st.integers(0, len(letters) - 2))
            change = data.draw(st.sampled_from(("drop", "double", "swap")))
            if change == "drop":
                del letters[at]
            elif change == "double":
                letters.insert(at, letters[at])
            else:
                letters[at], letters[at + 1] = letters[at + 1], letters[at]
        pages.append(printed_lines(number, "".join(letters)))
    read, found = gather_passages(pages)
    assert all(verbatim(passage, read) and len(passage.text) <= LONGEST for passage in found)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1. Homes are near.\n2. 307 families are helped.\n3. 16- and 17-year-olds are safe.", ["1", "2", "3"]),
        ("1. Children who need help and protection receive help.\n2. Thresholds are clear.", ["1", "2"]),
        ("1. Homes are near.\n2. Ensure that:\n• plans are made\n• plans are kept.", ["1", "2", "2"]),
    ],
)
def test_printed_numbers(text: str, numbers: list[str]) -> None:
    assert [passage.number for passage in _read(text)] == numbers


@pytest.mark.parametrize(
    "text",
    [
        "The graded judgement about the progress of care leavers\nis that it is good",
        "Plans are proportionate to risk, and the oversight\nof each of them by managers is good\nin most teams.",
        "Services were last inspected in May, when the\noverall effectiveness of services was judged to be good",
    ],
)
def test_a_sentence_about_a_grade_is_not_a_heading(text: str) -> None:
    assert [passage.text for passage in _read(text)] == [text.replace("\n", " ")]


def test_names_under_their_fields_are_read() -> None:
    text = "The inspection team\nLead inspector: Ada Marsh HMI\nTeam inspectors: Bo Reed HMI, Cy Hall HMI"
    assert [passage.headings for passage in _read(text)] == [("The inspection team",)] * 2


def _read(text: str) -> tuple[Passage, ...]:
    return gather_passages([printed_lines(1, text)])[1]
