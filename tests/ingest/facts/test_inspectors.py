"""Inspectors are read from every form in which reports and letters name them."""

import pytest

from ingest import Page
from ingest.facts import read_inspectors
from ingest.lines import printed_lines
from ingest.structure import gather_passages

TEAM = """
The inspection team
Lead inspector: Ada Marsh HMI
Deputy lead inspectors: Bo O’Brien HMI, Cy McEntee Senior HMI
Team inspectors: Di Paul-Jones HMI, Dr Eve
Hall HMI Designate and Flo B Ray AI.
Senior data analyst: Gil Stone
Quality assurance manager: Hal Wood Senior HMI
"""
TABLE = """
Information about this inspection
The inspection was led by one of His Majesty’s Inspectors from Ofsted, with a team of inspectors.

Inspection team

Ofsted Care Quality Commission
Ada Marsh HMI, Ofsted Lead inspector Bo Reed, CQC Lead inspector
Cy Hall, Ofsted Inspector
"""
LETTER = """
Dear Ms Reed
The visit looked at the front door. The inspectors were Ada Marsh, Her Majesty’s Inspector, and Bo Reed, HMI.
Children are seen promptly by inspectors of weights and measures, and by others who know them and their families well.
Yours sincerely

Ada Marsh
Her Majesty’s Inspector
"""


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (TEAM, ["Ada Marsh", "Bo O’Brien", "Cy McEntee", "Di Paul-Jones", "Eve Hall", "Flo B Ray"]),
        (TABLE, ["Ada Marsh", "Bo Reed", "Cy Hall"]),
        (LETTER, ["Ada Marsh", "Bo Reed"]),
        ("Children are seen by inspectors. Social workers were pleased with them.", []),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert [fact.value for fact in read_inspectors(*gather_passages([printed_lines(1, text)]))] == names


def test_the_words_and_their_page() -> None:
    pages = (Page(1, "Kind words."), Page(2, "Yours sincerely\nAda Marsh\nHis Majesty’s Inspector"))
    (fact,) = read_inspectors(pages, ())
    assert (fact.name, fact.page) == ("inspector", 2)
    assert fact.words.endswith("Ada Marsh His Majesty")
