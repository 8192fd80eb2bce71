"""Furniture stays out of sentences, and the halves of a sentence around it are joined; body text is not taken for it."""

import pytest

from ingest import Passage
from ingest.document import Furniture
from ingest.lines import printed_lines
from ingest.structure import gather_passages

FIRST = "Leaders have made sure that every social worker who joins the service has a mentor, and"
SECOND = "that the mentor has time to read the records with them before each visit to a family."
WHOLE = f"{FIRST} {SECOND}"
FULL = "Children are seen alone and often, and what they say is written down in their own words."
MORE = "Managers read the records of each team once a month and talk about them with the workers."
THIRD = "Foster carers were visited on time, and the visits were written up within the same week."
FOURTH = "Plans for young people who leave care name the person who will help with each of the steps."


@pytest.mark.parametrize(
    "block",
    [
        "Ofsted\nSample House\nInvented Street\nMarlbridge\nMB1 2ZZ\n\nT 0300 000 0000\nenquiries@example.org\nwww.example.org",
        "Sample House\nInvented Street\nMarlbridge MB1 2ZZ\n\nTextphone 0161 000 0000\nTel: (01234) 567890",
        "12 Invented Row\nMarlbridge\nMB1 2ZZ\nTelephone: 0300 000\n0000",
    ],
)
def test_an_address_block_between_the_halves_of_a_sentence(block: str) -> None:
    assert WHOLE in _texts(f"{FULL}\n\n{FIRST}\n{block}\n\n{SECOND}")


def test_an_email_address_inside_a_sentence_is_a_part_of_it() -> None:
    text = "The local authority should send the written statement of proposed action to\nstatements@example.org\nby 3 May 2023."
    assert _texts(text) == [text.replace("\n", " ")]


def test_short_lines_above_a_link_are_not_an_address() -> None:
    text = f"{FULL}\nMarlbridge Council welcomed this.\nwww.example.org/report\n\n{FULL}"
    assert "Marlbridge Council welcomed this." in " ".join(_texts(text))


def test_a_sentence_above_a_salutation_is_no_address() -> None:
    text = f"{FULL}\n\nMs Reed\nMarlbridge Council\n\nDear Ms Reed\n\n{SECOND}"
    assert _texts(text)[0] == FULL
    assert not any("Ms Reed" in found for found in _texts(text))


@pytest.mark.parametrize(
    "table",
    [
        "Local area partnership details\nMarlbridge Council\nAda Marsh, Chief Executive\nwww.example.org\nSample House\nMB1 2ZZ",
        "Inspection team\nOfsted Care Quality Commission\nAda Marsh HMI, Lead inspector Bo Reed, CQC Inspector\nCy Hall, Ofsted HMI",
        "Contact details\nAda Marsh\nDirector of Children’s Services\nMarlbridge Council\nada@example.org",
    ],
)
def test_a_contact_table_is_furniture(table: str) -> None:
    pages, passages = gather_passages([printed_lines(1, FULL), printed_lines(2, f"{MORE}\n\n{table}")])
    assert [passage.text for passage in passages] == [FULL, MORE]
    assert Furniture.CONTACTS in {kind for kind, _, _ in pages[1].furniture}


def test_a_section_about_contacts_is_read() -> None:
    assert _texts(f"Contacts\n{FULL}\n{SECOND}\n") != []
    assert FULL in " ".join(_texts(f"Contacts\n{FULL}\n{SECOND}"))


@pytest.mark.parametrize("title", ["Chapter three: those who leave care", "Part two – adoption"])
def test_a_running_line_on_one_page_alone(title: str) -> None:
    assert WHOLE in _texts(f"{FULL}\n\n{MORE}\n\n{FIRST}", f"{title}\n{SECOND}\n\n{THIRD}\n{FOURTH}")
    assert WHOLE in _texts(f"{FULL}\n\n{MORE}\n\n{FIRST}\n{title}", f"{SECOND}\n\n{THIRD}\n{FOURTH}")


def test_a_heading_at_the_top_of_a_page_is_kept() -> None:
    heading = "The experiences and progress of\nchildren in care: good"
    read = _read(f"{FULL}\n{MORE}\n{FIRST}", f"{heading}\n\n{THIRD}\n{FOURTH}")
    assert any("children in care" in " ".join(passage.headings) for passage in read)


@pytest.mark.parametrize("mark", ["*", "†", "‡", "2"])
def test_a_footnote_between_the_pages_of_a_sentence(mark: str) -> None:
    first = f"The carers{mark} who were asked spoke well of their training and of those who gave it, and"
    foot = f"{mark} Those who look after children in their own homes."
    assert f"{first} {SECOND}" in _texts(f"{FULL}\n{MORE}\n{THIRD}\n\n{first}\n{foot}", SECOND)


def test_a_starred_line_without_a_mark_above_is_no_footnote() -> None:
    starred = "* Those who look after children in their own homes."
    assert "own homes" in " ".join(_texts(f"{FULL}\n{MORE}\n{THIRD}\n{starred}"))


def test_a_notice_at_the_foot_of_a_page() -> None:
    notice = "The Example Inspectorate regulates and inspects services for children.\nTo receive news of reports, sign up there."
    assert WHOLE in _texts(f"{FULL}\n\n{FIRST}\n{notice}", SECOND)


def test_a_sentence_that_says_who_inspects_is_no_notice() -> None:
    sentence = "Ofsted regulates and inspects fostering agencies, and the council buys places from four of them."
    assert sentence in _texts(f"{FULL}\n\n{sentence}\n\n{FULL}")


def test_contents_on_a_later_page() -> None:
    contents = "Contents\nSummary 2\nWhat inspectors found 5\nThe team 9"
    assert _texts(FULL, MORE, THIRD, FOURTH, contents, WHOLE) == [FULL, MORE, THIRD, FOURTH, WHOLE]


def _read(*pages: str) -> tuple[Passage, ...]:
    return gather_passages([printed_lines(number, text) for number, text in enumerate(pages, 1)])[1]


def _texts(*pages: str) -> list[str]:
    return [passage.text for passage in _read(*pages)]
