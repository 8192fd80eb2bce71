"""Inspectors are read from every form in which reports and letters name them."""

import pytest

from ingest import Fact, Page
from ingest.facts import read_inspectors, sole_inspector
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


VISIT = """
Dear Ms Reed
This letter summarises the findings of the visit. The visit was carried out by Ada Marsh, Her Majesty’s Inspector, and
Bo Reed, Social Care Regulatory Inspector.
"""
JOINT = """
Inspection team

Ofsted
Ada Marsh, Lead inspector
Bo Reed

HMI Probation
Cy Hall

HMICFRS: Di Wood, Flo Ray
Care Quality Commission: Gil Stone
"""


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (TEAM, ["Ada Marsh", "Bo O’Brien", "Cy McEntee", "Di Paul-Jones", "Eve Hall", "Flo B Ray"]),
        (TABLE, ["Ada Marsh", "Bo Reed", "Cy Hall"]),
        (LETTER, ["Ada Marsh", "Bo Reed"]),
        (VISIT, ["Ada Marsh", "Bo Reed"]),
        (JOINT, ["Ada Marsh", "Bo Reed", "Cy Hall", "Di Wood", "Flo Ray", "Gil Stone"]),
        ("The inspection was carried out by inspectors from Ofsted and the Care Quality Commission.", []),
        ("The visit was carried out by Marlbridge Council and the Safeguarding Children Partnership.", []),
        ("Children are seen by inspectors. Social workers were pleased with them.", []),
    ],
)
def test_names(text: str, names: list[str]) -> None:
    assert _values("inspector", text) == names


def test_the_words_and_their_page() -> None:
    pages = (Page(1, "Kind words."), Page(2, "Yours sincerely\nAda Marsh\nHis Majesty’s Inspector"))
    fact = read_inspectors(pages, ())[0]
    assert (fact.name, fact.page) == ("inspector", 2)
    assert fact.words.endswith("Ada Marsh His Majesty’s Inspector")


@pytest.mark.parametrize(
    ("text", "inspectorates"),
    [
        (TABLE, ["Ada Marsh: Ofsted", "Bo Reed: CQC", "Cy Hall: Ofsted"]),
        (VISIT, ["Ada Marsh: Ofsted", "Bo Reed: Ofsted"]),
        (
            JOINT,
            """Ada Marsh: Ofsted|Bo Reed: Ofsted|Cy Hall: HMI Probation|Di Wood: HMICFRS|Flo Ray: HMICFRS|Gil Stone: CQC""".split(
                "|"
            ),
        ),
        ("Lead inspector: Ada Marsh", []),
    ],
)
def test_the_inspectorate_of_each(text: str, inspectorates: list[str]) -> None:
    assert _values("inspectorate", text) == inspectorates


def test_the_lead_of_each_inspectorate() -> None:
    assert _values("role", TABLE) == ["Ada Marsh: lead inspector", "Bo Reed: lead inspector"]
    assert _values("role", TEAM) == ["Ada Marsh: lead inspector"]


def test_the_inspector_who_led() -> None:
    signed = "Yours sincerely\n\nAda Marsh\nHis Majesty’s Inspector"
    assert [sole_inspector(_facts(text)) is None for text in (TABLE, VISIT, signed)] == [True, True, False]


def test_a_chief_inspector_who_signs_is_no_inspector_of_the_place() -> None:
    assert _values("inspector", "Yours sincerely\n\nAda Marsh\nHis Majesty’s Inspector of Constabulary") == []


def _facts(text: str) -> list[Fact]:
    return read_inspectors(*gather_passages([printed_lines(1, text)]))


def _values(name: str, text: str) -> list[str]:
    return [fact.value for fact in _facts(text) if fact.name == name]
