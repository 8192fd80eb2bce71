"""A document's title is its first telling line, never a site's furniture."""

from pathlib import PurePath

import pytest

from ingest.facts import Head
from ingest.facts.titles import make_title
from ingest.vocabulary import Kind


@pytest.mark.parametrize(
    ("text", "kind", "title"),
    [
        ("Agenda item\nFostering in the county\nMinutes:", Kind.MINUTES, "Fostering in the county"),
        (
            "Agenda item\nFostering in the county\nMeeting of Families Panel, Tuesday 4 May 2021",
            Kind.MINUTES,
            "Fostering in the county (Families Panel)",
        ),
        (
            "Home > News > May\nSkip to main content\nNine flats for care leavers",
            Kind.NEWS,
            "Nine flats for care leavers",
        ),
        (
            "Tuesday, 4 May 2021\nBy Robin Made-Up\nNine flats for care leavers",
            Kind.NEWS,
            "Nine flats for care leavers",
        ),
        ("Minutes of the Families Panel", Kind.MINUTES, "Minutes of the Families Panel"),
        ("Home care for children grows", Kind.NEWS, "Home care for children grows"),
    ],
)
def test_title(text: str, kind: Kind, title: str) -> None:
    assert make_title(Head([text]), kind, (), PurePath("doc1.txt")) == title


def test_a_file_s_own_title_serves_where_no_line_tells() -> None:
    assert (
        make_title(Head(["Minutes:"], "Fostering in the county"), Kind.MINUTES, (), PurePath("a.txt"))
        == "Fostering in the county"
    )
    assert make_title(Head(["Minutes:"]), Kind.MINUTES, (), PurePath("a.txt")) == "a"


def test_a_report_is_named_by_its_authorities_and_kind() -> None:
    assert (
        make_title(Head([""]), Kind.JOINT, ("Bury", "Salford"), PurePath("a"))
        == "Bury and Salford: joint inspection report"
    )
