"""Grades that newspapers, minutes and plans report are read where they are Ofsted's judgement of the authority, and nowhere else."""

import importlib.util
from pathlib import Path

import pytest

from ingest import Area, Judgement, Kind, Page
from ingest.facts import current, read_reported
from ingest.lines import printed_lines

_SPEC = importlib.util.spec_from_file_location("told", Path(__file__).with_name("told.py"))
assert _SPEC
assert _SPEC.loader
told = importlib.util.module_from_spec(_SPEC)
_SPEC.loader.exec_module(told)

_LETTERS = {
    Area.OVERALL: "o",
    Area.LEADERS: "l",
    Area.HELP_AND_PROTECTION: "h",
    Area.IN_CARE: "c",
    Area.CARE_LEAVERS: "v",
    Area.ADOPTION: "a",
}


def _read(text: str, kind: Kind = Kind.NEWS, authorities: tuple[str, ...] = ("Marlshire",)) -> tuple[Judgement, ...]:
    return read_reported((Page(1, text),), [printed_lines(1, text)], kind, authorities)


def _written(judgements: tuple[Judgement, ...], dated: bool = False) -> set[str]:
    return {
        f"{_LETTERS[one.area]}={one.grade[0].upper()}" + (f"@{one.inspected}" if dated else "") for one in judgements
    }


@pytest.mark.parametrize(("text", "wanted"), [*told.FIRST, *told.SECOND, *told.THIRD, *told.FOURTH])
def test_the_grades_that_a_text_tells(text: str, wanted: str) -> None:
    now, _, older = wanted.partition("|")
    reported = _read(text)
    newest = current(reported)
    assert _written(newest) == set(now.split())
    if older:
        assert _written(tuple(one for one in reported if one not in newest), dated=True) == set(older.split())


@pytest.mark.parametrize(
    "kind", [Kind.SCHOOL, Kind.OTHER_INSPECTORATE, Kind.GUIDANCE, Kind.FOCUSED_VISIT, Kind.AREA_SEND]
)
def test_papers_of_other_kinds_report_none(kind: Kind) -> None:
    assert not _read("Ofsted has rated children’s services in Marlshire ‘good’.", kind)


def test_an_inspection_reports_only_grades_of_an_older_one() -> None:
    text = "At the inspection of 2021, overall effectiveness was judged good. Leaders were judged outstanding."
    assert _written(_read(text, Kind.ILACS), dated=True) == {"o=G@2021"}


def test_the_paper_of_a_council_that_is_not_told_gives_no_other_councils_grade() -> None:
    text = "North Lincolnshire had been graded outstanding by Ofsted at its last inspection."
    assert not _read(text, Kind.MINUTES, ())
    assert _written(_read(text, Kind.MINUTES, ("North Lincolnshire",))) == {"o=O"}


def test_one_grade_of_two_councils_counts_once() -> None:
    text = "Bury and Salford were each told by Ofsted that their services are “good”."
    assert len(_read(text, authorities=("Bury", "Salford"))) == 1


def test_of_two_councils_with_different_grades_neither_stands_for_both() -> None:
    text = (
        "Ofsted has rated Bury’s children’s services good. Ofsted has rated Salford’s children’s services inadequate."
    )
    assert not _read(text, authorities=("Bury", "Salford"))
    assert _written(_read(text, authorities=("Bury",))) == {"o=G"}


def test_a_lead_in_and_its_list_are_read_together() -> None:
    text = "Ofsted’s inspectors came in May. Their report is good for:\n• leaders\n• care leavers\nThe town hall is pleased."
    assert _written(_read(text)) == {"l=G", "v=G"}


def test_a_long_paragraph_is_read_in_little_time() -> None:
    text = "Ofsted says that children in care and the leadership of services were judged good and " * 3000
    assert _read(text)
