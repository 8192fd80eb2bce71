"""What people call a paper, by its kind and by what it tells of itself."""

from dataclasses import replace
from datetime import date

import pytest

from app.pages.titles import people_title, placed_title
from index import Record
from ingest import Kind

PAPER = Record(
    id="paper",
    title="Marlbridge: a paper",
    kind=Kind.ILACS,
    authorities=("Marlbridge",),
    inspection_start=date(2023, 7, 3),
    inspection_end=date(2023, 7, 14),
    published=date(2023, 8, 30),
    met=None,
    lead_inspector=None,
    outcome=None,
    judgements=(),
    reported=(),
    facts=(),
    years=(2023,),
    notes=(),
    sources=("paper.pdf",),
    pages=3,
    passages=9,
)
COMMITTEE = "Children and Families Scrutiny Panel"


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        (Kind.ILACS, "Ofsted’s report of its inspection of 3 to 14 July 2023"),
        (Kind.SINGLE, "Ofsted’s report of its inspection of 3 to 14 July 2023"),
        (Kind.FOCUSED_VISIT, "Ofsted’s focused visit letter of 30 August 2023"),
        (Kind.MONITORING_VISIT, "Ofsted’s monitoring visit letter of 30 August 2023"),
        (Kind.AREA_SEND, "Ofsted and CQC’s report on the area’s SEND services, inspected 3 to 14 July 2023"),
        (Kind.JOINT, "The report of the joint inspection of 3 to 14 July 2023"),
    ],
)
def test_ofsted_s_papers_go_by_kind_and_days(kind: Kind, title: str) -> None:
    assert people_title(replace(PAPER, kind=kind)) == title


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        (Kind.ILACS, "Ofsted’s inspection report, 2023"),
        (Kind.FOCUSED_VISIT, "Ofsted’s focused visit letter, 2023"),
        (Kind.AREA_SEND, "Ofsted and CQC’s report on the area’s SEND services, 2023"),
        (Kind.JOINT, "The report of a joint inspection, 2023"),
    ],
)
def test_without_days_a_paper_goes_by_its_year(kind: Kind, title: str) -> None:
    undated = replace(PAPER, kind=kind, inspection_start=None, inspection_end=None, published=None)
    assert people_title(undated) == title
    assert people_title(replace(undated, years=())) == title.removesuffix(", 2023")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        (COMMITTEE, f"Minutes of the {COMMITTEE}, 4 March 2024"),
        (f"Letter from Ofsted ({COMMITTEE})", f"Minutes of the {COMMITTEE}, 4 March 2024: Letter from Ofsted"),
        (
            "Outcome of the visit to Marlbridge Council",
            "Minutes, 4 March 2024: Outcome of the visit to Marlbridge Council",
        ),
        ("Agendas, Meetings and Minutes - Agenda and minutes", "Minutes, 4 March 2024"),
    ],
)
def test_minutes_go_by_committee_and_meeting(title: str, expected: str) -> None:
    minutes = replace(PAPER, kind=Kind.MINUTES, title=title, published=date(2024, 3, 4))
    assert people_title(minutes) == expected


def test_other_papers_go_by_their_own_title() -> None:
    news = replace(PAPER, kind=Kind.NEWS, title="Services ‘a different place’.")
    assert people_title(news) == "Services ‘a different place’, 30 August 2023"
    assert people_title(replace(news, title="", published=None, years=())) == "News item"
    assert len(people_title(replace(news, title="word " * 50))) < 150


def test_the_authority_stands_in_front_once() -> None:
    assert placed_title(PAPER) == "Marlbridge: Ofsted’s report of its inspection of 3 to 14 July 2023"
    news = replace(PAPER, kind=Kind.NEWS, title="Marlbridge moves on")
    assert placed_title(news) == "Marlbridge moves on, 30 August 2023"
    assert placed_title(replace(PAPER, authorities=())).startswith("Ofsted’s report")
