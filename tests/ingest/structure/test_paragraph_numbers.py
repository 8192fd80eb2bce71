"""Paragraph numbers of twelve published reports are as a person read them from the rendered pages.

The facts below come from looking at the pages, not from the reader: the printed number of each paragraph that begins on a
page and, to know it by, its first three words.
"""

from functools import cache
from pathlib import Path, PurePath

import pytest

from ingest import Document, read_document

pytestmark = pytest.mark.slow

INSPECTION = "children's services inspection"

# (folder, date in the file's name, page): what is printed there
PRINTED = {
    ("80426_barnsley", "19 november 2018", 3): """
        1 Children and families
        2 There are a
        3 The multi-agency Early
        4 The integrated front
    """,
    ("80536_oxfordshire", "22 may 2018", 3): """
        1 Children and families
        2 When children’s needs
        3 Thresholds for children
        4 Social workers know
        5 When children are
        6 The practice of
        7 The response to
    """,
    ("80469_gateshead", "11 june 2019", 3): """
        1 Early help arrangements
        2 The local authority
        3 The daily screening
        4 Children in need
    """,
    ("80469_gateshead", "11 june 2019", 4): """
        5 The protocol for
        6 The response to
        7 The quality and
        8 Most assessments are
        9 Managers provide clear
        10 Senior managers are
    """,
    ("80493_ealing", "19 december 2019", 3): """
        5 Children affected by
        6 When risks to
        7 Social workers in
        8 Most children and
        9 Visits to children
    """,
    ("80523_middlesbrough", "24 january 2020", 3): """
        1 Services for children
        2 Since the focused
        3 When significant concerns
    """,
    ("80523_middlesbrough", "24 january 2020", 5): """
        9 Timely authoritative action
        10 Safety planning for
        11 Young people who
    """,
    ("80443_bury", "17 december 2021", 3): """
        4 Strategy meetings do
        5 There is timely
        6 Assessments are mostly
        7 Many children experience
        8 Significant numbers of
        9 Some children do
    """,
    ("80443_bury", "17 december 2021", 4): """
        10 Core groups are
        11 When parenting does
        12 Once cases are
        13 Some disabled children
    """,
    ("80481_leeds", "09 may 2022", 3): """
        5 When risks to
        6 There have been
        7 The local authority
        8 Children’s assessments are
        9 The Leeds model
        10 Disabled children benefit
    """,
    ("80481_leeds", "09 may 2022", 6): """
        22 Where children in
        23 Children’s plans are
        24 Children live with
        25 Adoption is increasingly
        26 The headteacher of
    """,
    ("80489_brent", "11 april 2023", 3): """
        4 The emergency duty
        5 Most strategy discussions
        6 Many social workers
        7 Disabled children receive
        8 Social workers build
    """,
    ("80489_brent", "11 april 2023", 4): """
        9 Child protection conferences
        10 The specialist accelerated
        11 Social workers and
        12 The arrangements for
        13 Robust processes are
    """,
    ("80524_milton keynes", "17 december 2024", 3): """
        4 Assessments using the
        5 Most early help
        6 Children who go
        7 Regular meetings, including
        8 The highly skilled
    """,
    ("80524_milton keynes", "17 december 2024", 5): """
        15 Effective arrangements are
        16 Children come into
        17 Children are supported
        18 Independent reviewing officers
        19 Visits to children
    """,
    ("2733698_westmorland and furness", "12 july 2024", 2): """
        1 Children and families
        2 The interface between
        3 Contacts from partner
        4 Timely and effective
        5 Thresholds are clearly
    """,
    # two figures leave no space between the number and the words
    ("2733698_westmorland and furness", "12 july 2024", 4): """
        14 For a small
        15 Disabled children have
        16 The risks that
        17 The local authority
        18 A very small
        19 Children aged 16
        20 A significant number
        21 Children who are
    """,
    ("80462_doncaster", "18 march 2025", 3): """
        4 Social workers and
        5 Managers in the
        6 When contacts identify
        7 The Emergency Social
        8 Overall, social work
        9 Social workers undertake
        10 Social workers visit
    """,
    ("80462_doncaster", "18 march 2025", 6): """
        23 Young carers receive
        24 The response to
        25 Allegations against adults
        26 The response to
        27 When children are
        28 When care proceedings
    """,
    ("80544_kensington and chelsea", "13 january 2025", 2): """
        1 Children and families
        2 Children in need
        3 When children need
        4 Statutory assessments for
        5 When concerns escalate
    """,
    ("80544_kensington and chelsea", "13 january 2025", 3): """
        6 Children are seen
        7 Domestic abuse is
        8 When concerns increase
        9 There is a
        10 Children living in
    """,
}


@cache
def read_once(path: Path, name: str) -> Document:
    """Read a document once for all of its pages."""
    return read_document(path, PurePath(name))


@pytest.mark.parametrize(("folder", "day", "page"), PRINTED)
def test_numbers_are_the_printed_ones(real_corpus: Path, folder: str, day: str, page: int) -> None:
    name = f"ilacs/{folder}/{INSPECTION} - {day}.pdf"
    document = read_once(real_corpus / name, name)
    numbered = [passage for passage in document.passages if passage.page == page and passage.number]
    read = [f"{passage.number} {' '.join(passage.text.split()[:3])}".rstrip(",") for passage in numbered]
    assert read == [line.strip() for line in PRINTED[folder, day, page].strip().splitlines()]
