"""The five council papers of the corpus: what a careful reader would note."""

from functools import cache
from pathlib import Path

import pytest

from ingest import Area, Document, Grade, Kind, Passage, Stance, read_document

FOLDER = Path(__file__).parents[3] / "shared" / "corpus" / "council"
DEVON = "devon-childrens-scrutiny-2022-ofsted-monitoring-visit-letter.txt"
NEWS = "devon-news-2024-childrens-services-improving.txt"
LEICESTERSHIRE = "leicestershire-children-families-osc-ofsted-recommendations-progress.txt"
PLYMOUTH = "plymouth-ambitious-scrutiny-2015-ofsted.txt"
WORCESTERSHIRE = "worcestershire-scrutiny-panel-2017-monitoring-visit-feedback.txt"

pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the corpus with the five council papers is not beside this folder"
)


@cache
def paper(name: str) -> Document:
    return read_document(FOLDER / name)


def facts(name: str, fact: str) -> list[str]:
    return [found.value for found in paper(name).facts if found.name == fact]


def one(name: str, words: str) -> Passage:
    (passage,) = [passage for passage in paper(name).passages if words in passage.text]
    return passage


@pytest.mark.parametrize("name", [DEVON, LEICESTERSHIRE, PLYMOUTH, WORCESTERSHIRE])
def test_four_are_minutes(name: str) -> None:
    assert paper(name).kind is Kind.MINUTES


def test_one_is_news() -> None:
    assert paper(NEWS).kind is Kind.NEWS


@pytest.mark.parametrize(
    ("name", "authority"),
    [
        (DEVON, "Devon"),
        (NEWS, "Devon"),
        (LEICESTERSHIRE, "Leicestershire"),
        (PLYMOUTH, "Plymouth"),
        (WORCESTERSHIRE, "Worcestershire"),
    ],
)
def test_the_authority(name: str, authority: str) -> None:
    assert paper(name).authorities == (authority,)


@pytest.mark.parametrize("name", [DEVON, LEICESTERSHIRE, PLYMOUTH, WORCESTERSHIRE])
def test_no_day_of_the_meeting_is_told(name: str) -> None:
    assert paper(name).met is None


def test_devon_s_resolution() -> None:
    numbers = ["(a)", "(b)", "(c)", "(d)", "(d)(i)", "(d)(ii)", "(d)(iii)"]
    decided = [passage for passage in paper(DEVON).passages if passage.number]
    assert [passage.number for passage in decided] == numbers
    assert all(passage.stance is Stance.DECISION for passage in decided)
    assert "immediate actions" in decided[-1].headings[-1]
    assert facts(DEVON, "mover") == ["Councillor R Hannaford"]
    assert facts(DEVON, "seconder") == ["Councillor P Sanders"]
    assert [value.split()[0] for value in facts(DEVON, "resolution")] == numbers


def test_devon_s_report_and_areas() -> None:
    assert facts(DEVON, "reported by")[0].startswith("Deputy Chief Officer")
    assert "areas of concern" in one(DEVON, "Professional curiosity").headings[-1]


def test_leicestershire_s_points_and_resolution() -> None:
    points = [passage.number for passage in paper(LEICESTERSHIRE).passages if passage.number]
    assert points == ["i)", "ii)", "iii)", "iv)", "v)", "vi)"]
    assert facts(LEICESTERSHIRE, "resolution") == ["That the report be noted."]
    assert facts(LEICESTERSHIRE, "reported by") == ["Director of Children and Family Services"]
    assert one(LEICESTERSHIRE, "be noted.").stance is Stance.DECISION


def test_leicestershire_s_debate_is_no_decision() -> None:
    assert one(LEICESTERSHIRE, "newly qualified").stance is Stance.NEITHER


def test_plymouth_s_points() -> None:
    lettered = [passage for passage in paper(PLYMOUTH).passages if passage.number]
    assert list(dict.fromkeys(passage.number for passage in lettered)) == [
        f"({letter})" for letter in "abcdefghijklmnopq"
    ]
    assert all(passage.item == "43" for passage in lettered)
    assert "questions" in one(PLYMOUTH, "ideal caseload").headings[-1]
    assert one(PLYMOUTH, "high caseloads").headings[-1].startswith("key areas")
    assert not [passage for passage in paper(PLYMOUTH).passages if "KB" in passage.text]


def test_plymouth_s_speakers() -> None:
    assert one(PLYMOUTH, "range of strengths").said_by == "Ofsted"
    assert one(PLYMOUTH, "had recognised").said_by == "Ofsted"
    assert one(PLYMOUTH, "already had plans").said_by is None


def test_worcestershire_s_items() -> None:
    numbers = dict.fromkeys(passage.item for passage in paper(WORCESTERSHIRE).passages if passage.item)
    assert list(numbers) == ["290", "292", "293", "294"]
    assert facts(WORCESTERSHIRE, "item")[-1].startswith("294. Update on")


def test_the_focus_of_worcestershire_s_plan() -> None:
    focus = one(WORCESTERSHIRE, "The focus of the priority plan")
    assert focus.text.split("◦ ")[1:] == ["FFD ", "Early Help ", "Culture ", "Quality Assurance"]
    assert "questioned and discussed" in focus.headings[-1]
    assert "36%" in one(WORCESTERSHIRE, "agency staff,").text


def test_who_speaks_in_the_news() -> None:
    assert one(NEWS, "line of sight by").said_by == "Ofsted"
    assert one(NEWS, "unassessed risk").said_by == "Ofsted"
    assert one(NEWS, "I want to thank").said_by == "Councillor Andrew Leadbetter"
    assert one(NEWS, "right direction").said_by == "Councillor Andrew Leadbetter"
    assert one(NEWS, "minimal delay").said_by is None


@pytest.mark.parametrize(
    ("name", "discussed"),
    [
        (
            DEVON,
            ["monitoring visit, 2 to 3 February 2022", "monitoring visit, September 2020", "focused visit, May 2021"],
        ),
        (NEWS, ["visit, March"]),
        (LEICESTERSHIRE, ["single inspection, November 2016", "ILACS inspection, September 2019"]),
        (PLYMOUTH, []),
        (WORCESTERSHIRE, ["monitoring visit, 12 to 13 September 2017", "inspection, October 2016"]),
    ],
)
def test_the_inspections_and_visits_discussed(name: str, discussed: list[str]) -> None:
    assert set(discussed) <= set(facts(name, "inspection discussed"))


def test_the_letter_discussed() -> None:
    assert facts(DEVON, "letter discussed") == ["2022-03-09"]


@pytest.mark.parametrize(
    ("name", "start", "end"),
    [(DEVON, "2022-02-02", "2022-02-03"), (WORCESTERSHIRE, "2017-09-12", "2017-09-13"), (PLYMOUTH, "None", "None")],
)
def test_the_visit_that_a_paper_is_about(name: str, start: str, end: str) -> None:
    assert (str(paper(name).inspection_start), str(paper(name).inspection_end)) == (start, end)


@pytest.mark.parametrize(
    ("name", "reported"),
    [
        (DEVON, [(Grade.INADEQUATE, "January 2020")]),
        (NEWS, [(Grade.INADEQUATE, "")]),
        (LEICESTERSHIRE, []),
        (PLYMOUTH, [(Grade.REQUIRES_IMPROVEMENT, "")]),
        (WORCESTERSHIRE, [(Grade.INADEQUATE, "October 2016")]),
    ],
)
def test_the_grades_reported(name: str, reported: list[tuple[Grade, str]]) -> None:
    assert not paper(name).judgements
    overall = [(one.grade, one.inspected) for one in paper(name).reported if one.area is Area.OVERALL]
    assert overall == reported
