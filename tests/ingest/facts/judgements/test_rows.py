"""Tables of grades are read however they are printed, and only where their grades are Ofsted's."""

import pytest

from ingest import Area, Grade, Judgement, Kind, Page, ReportCardGrade
from ingest.facts import current, read_judgements, read_reported
from ingest.lines import printed_lines
from ingest.structure import gather_passages

GOOD, REQUIRES, INADEQUATE = Grade.GOOD, Grade.REQUIRES_IMPROVEMENT, Grade.INADEQUATE


def _own(text: str, kind: Kind = Kind.ILACS) -> dict[Area, object]:
    lines = [printed_lines(1, text)]
    return {one.area: one.grade for one in read_judgements(gather_passages(lines)[1], lines, kind)}


def _reported(text: str) -> tuple[Judgement, ...]:
    text = f"Inspectors of Ofsted were here in May.\n{text}"
    return read_reported((Page(1, text),), [printed_lines(1, text)], Kind.MINUTES, ("Marlshire",))


def _now(text: str) -> dict[Area, object]:
    return {one.area: one.grade for one in current(_reported(text))}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1. Children who need help and protection\nRequires\nimprovement", {Area.HELP_AND_PROTECTION: REQUIRES}),
        (
            "Judgement\nGrade\nThe experiences and progress of children who need\nRequires\nhelp and protection\nimprovement to be\ngood",
            {Area.HELP_AND_PROTECTION: REQUIRES},
        ),
        (
            "The impact of leaders on social work practice with\nInadequate\nchildren and families\nOverall effectiveness\nGood",
            {Area.LEADERS: INADEQUATE, Area.OVERALL: GOOD},
        ),
        (
            "The experiences and progress of children in care and\ncare leavers\nRequires improvement\nto be good",
            {Area.IN_CARE: REQUIRES},
        ),
        (
            "The experiences and progress of children in care | Good\n"
            "Overall effectiveness | Requires improvement", {Area.IN_CARE: GOOD, Area.OVERALL: REQUIRES}),
        ("Judgement | 2019 | 2023\nOverall effectiveness | Inadequate | Good\nChildren in care | Good |", {Area.OVERALL: GOOD}),
        ("Children’s services in Marlshire require\nimprovement to be good", {Area.OVERALL: REQUIRES}),
        ("The overall judgement is that children’s services in Marlshire are good", {Area.OVERALL: GOOD}),
        ("The Local Safeguarding Children Board (LSCB) requires\nimprovement", {Area.SAFEGUARDING_BOARD: REQUIRES}),
        ("2.1 Adoption performance Not judged\n2.2 Experiences and progress of care leavers Good", {Area.CARE_LEAVERS: GOOD}),
        ("Care leavers - needs attention", {Area.CARE_LEAVERS: ReportCardGrade.NEEDS_ATTENTION}),
        ("Leadership and practice | Strong standard\nFamily help | Exceptional", {Area.LEADERS: ReportCardGrade.STRONG}),
        ("Leadership and governance\nExpected\nstandard", {Area.LEADERS: ReportCardGrade.EXPECTED}),
    ],
)  # fmt: skip
def test_rows_of_an_inspections_own_table(text: str, wanted: dict[Area, object]) -> None:
    assert _own(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "The five grades, from the best: exceptional, strong standard, expected standard, needs attention, urgent improvement.",
        "At the inspection of 2021, overall effectiveness was judged good.",
        "Overall effectiveness at the previous inspection in 2019: good",
        "The experiences and progress of children in care",
    ],
)
def test_what_is_no_judgement_of_this_inspection(text: str) -> None:
    assert not _own(text)


@pytest.mark.parametrize("kind", [Kind.SCHOOL, Kind.NEWS, Kind.JOINT, Kind.AREA_SEND, Kind.UNKNOWN])
def test_only_full_inspections_have_judgements_of_their_own(kind: Kind) -> None:
    assert not _own("Overall effectiveness Good", kind)


def test_a_review_of_a_board_alone_gives_its_judgement() -> None:
    head = (
        "Marlshire Safeguarding Children Board\n"
        "Review of the effectiveness of the Local Safeguarding Children\nBoard\nInspection date: 1 June 2015\n"
    )
    assert _own(f"{head}The Local Safeguarding Children Board is good", Kind.UNKNOWN) == {Area.SAFEGUARDING_BOARD: GOOD}


def test_each_column_keeps_its_year() -> None:
    table = (
        "2023 Grade\n\n2019 Grade\n\nOverall effectiveness\n\nGood\n\nRequires improvement to\nbe good\n\n"
        "Care leavers\n\nGood\n\nNot graded apart\n"
    )
    assert {(one.area, one.grade, one.inspected) for one in _reported(table)} == {
        (Area.OVERALL, GOOD, "2023"),
        (Area.OVERALL, REQUIRES, "2019"),
        (Area.CARE_LEAVERS, GOOD, "2023"),
    }
    assert _now(table) == {Area.OVERALL: GOOD, Area.CARE_LEAVERS: GOOD}


def test_the_older_year_can_come_first() -> None:
    assert _now("Judgement area\nSingle inspection 2015\nILACS 2019\nLeadership\nGood\nInadequate") == {
        Area.LEADERS: INADEQUATE
    }


def test_a_cell_that_is_missing_moves_no_grade() -> None:
    assert not _now("Judgement | 2022 | 2018\nChildren in care | Inadequate")
    assert _now("Judgement | 2022 | 2018\nChildren in care | | Inadequate\nOverall effectiveness | Good | Good") == {
        Area.OVERALL: GOOD
    }


@pytest.mark.parametrize(
    "text",
    [
        "Our self-assessment:\nLeadership: Good\nCare leavers: Good",
        "Area | Target | Lead\nCare leavers | Outstanding | AB",
        "Overall effectiveness: Good\nQuality of education: Good\nBehaviour and attitudes: Outstanding",
        "Grades that we want by 2027:\nOverall effectiveness: Outstanding",
    ],
)
def test_tables_of_others_and_of_aims_report_none(text: str) -> None:
    assert not _reported(text)


def test_a_target_beside_ofsteds_grade_is_left_out() -> None:
    assert _now("Area | Ofsted grade 2022 | Target\nCare leavers | Good | Outstanding") == {Area.CARE_LEAVERS: GOOD}


def test_grades_of_a_paper_that_tells_of_no_inspection_are_nobodys() -> None:
    text = "The grades were:\nOverall effectiveness: Good"
    assert not read_reported((Page(1, text),), [printed_lines(1, text)], Kind.MINUTES, ("Marlshire",))


def test_the_rows_of_a_report_card_are_passages() -> None:
    text = (
        "Inspection of Marlshire local authority children’s services\nEvaluation area\nGrade\nFamily help\n"
        "Strong standard\nSafeguarding\nMet\n"
        "Next steps\nThe council will send its plan to the inspectorate within seventy working days of the report that is printed here."
    )
    texts = [passage.text for passage in gather_passages([printed_lines(1, text)])[1]]
    assert "Family help Strong standard" in texts
    assert "Safeguarding Met" in texts
    assert texts[-1].startswith("The council will send")
