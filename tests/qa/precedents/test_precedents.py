"""Precedents of invented findings: what happened next is read off later papers of the same authority."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from index import Index, Record
from ingest import Area, Grade, Judgement, Kind
from qa.answer import Citation
from qa.evidence import Evidence
from qa.findings import Outcome
from qa.precedents import Order, Precedent, Precedents, find_precedents
from qa.precedents.afterwards import later_papers, overall_grades
from qa.precedents.precedent import Graded
from tests.qa.answer.made import record
from tests.qa.evidence.shelf import result

OVERALL = {
    year: Judgement(Area.OVERALL, grade, grade.value, 1)
    for year, grade in ((2015, Grade.INADEQUATE), (2018, Grade.GOOD), (2022, Grade.OUTSTANDING))
}


def report(year: int, **changes: Any) -> Record:
    judgements = (OVERALL[year],) if year in OVERALL else ()
    of_year: dict[str, Any] = {
        "id": str(year),
        "kind": Kind.ILACS,
        "published": date(year, 5, 1),
        "years": (year,),
        "judgements": judgements,
    }
    return record(**(of_year | changes))


def said(text: str, *headings: str) -> Evidence:
    return Evidence.whole(result(text, *headings))


def test_later_papers_are_ofsteds_on_the_same_authority() -> None:
    first, later, other, minutes = (
        report(2015),
        report(2018),
        report(2019, authorities=("Elsewhere",)),
        report(2020, kind=Kind.MINUTES),
    )
    assert later_papers(first, [minutes, other, later, first]) == [later]


def test_grades_are_those_of_then_and_of_since() -> None:
    papers = [report(year) for year in (2022, 2015, 2018)]
    visit = report(2016, kind=Kind.FOCUSED_VISIT)
    then, since = overall_grades(visit, [*papers, visit])
    assert str(then) == "inadequate (1 May 2015)"
    assert list(map(str, since)) == ["good (1 May 2018)", "outstanding (1 May 2022)"]


def test_no_grade_is_made_up() -> None:
    visit = report(2016, kind=Kind.FOCUSED_VISIT)
    assert overall_grades(visit, [visit]) == (None, ())


def entry(text: str, verdict: Outcome, papers_since: int, *later: str) -> Precedent:
    found = Citation.of(1, said(text))
    since = tuple(Citation.of(number, said(words)) for number, words in enumerate(later, 2))
    graded = Graded(found.record, OVERALL[2015])
    return Precedent(found, 0.9, True, "South West", True, graded, papers_since, since, (), verdict)


def test_the_text_says_what_happened_next_and_why_nothing_is_known() -> None:
    better = entry("Supervision is weak.", Outcome.BETTER, 1, "Supervision is good.")
    unknown = entry("Supervision is rare.", Outcome.SILENT, 0)
    silent = entry("Supervision is late.", Outcome.SILENT, 2)
    text = Precedents("supervision", "", 9, 1, 1, 0, 5, (better, unknown, silent)).text
    assert text.startswith(
        "1 other authority was told this; later papers say that 1 of them is better at it. 3 of 5 findings are shown."
    )
    assert "near" not in text
    assert "South West; statistical neighbour; overall inadequate" in text
    assert "What happened next: better." in text
    assert "“Supervision is good.” [2]" in text
    assert "no later paper is held" in text
    assert "2 later papers do not speak of it plainly" in text


def test_what_only_comes_near_stands_below_a_line_of_its_own() -> None:
    plain, near = entry("Supervision is weak.", Outcome.SILENT, 0), entry("Managers are new.", Outcome.SILENT, 0)
    text = Precedents("supervision", "", 9, 1, 0, 1, 2, (plain, replace(near, plain=False))).text
    assert text.startswith("1 other authority was told this;")
    assert "1 finding comes near it." in text
    assert (
        text.index("Supervision is weak")
        < text.index("This comes near, without plainly saying it:")
        < text.index("Managers are new")
    )
    alone = Precedents("supervision", "", 9, 0, 0, 1, 1, (replace(near, plain=False),)).text
    assert alone.startswith("No other authority was plainly told this. 1 finding comes near it.")


def test_where_no_later_paper_plainly_speaks_of_it_the_nearest_words_are_marked_as_such() -> None:
    silent = entry("Supervision is late.", Outcome.SILENT, 1, "Managers meet staff.")
    marked = replace(silent, later=(replace(silent.later[0], near=True),))
    text = Precedents("supervision", "", 9, 1, 0, 0, 1, (marked,)).text
    assert "1 later paper does not speak of it plainly" in text
    assert "nearest to it: Marlbridge" in text
    assert "nearest to it" not in Precedents("supervision", "", 9, 1, 0, 0, 1, (silent,)).text


def test_without_precedents_the_text_says_so(sample_index: Index) -> None:
    found = find_precedents(sample_index, "the roof of the swimming pool leaks", better=True)
    assert not found.entries
    assert found.text == found.explanation
    assert f"{found.searched:,} reports and letters" in found.text


@pytest.mark.parametrize("order", Order)
def test_no_precedent_is_of_the_authority_that_asks(sample_index: Index, order: Order) -> None:
    found = find_precedents(sample_index, "Management oversight is weak", own="Marlbridge", order=order)
    assert all(entry.record.authority != "Marlbridge" for entry in found.entries)
    numbers = [c.number for entry in found.entries for c in (entry.citation, *entry.later)]
    assert numbers == list(range(1, len(numbers) + 1))
    quoted = {entry.record.id for entry in found.entries}
    assert len(quoted) == len(found.entries)


def test_the_authority_that_a_finding_names_is_the_one_that_asks(sample_index: Index) -> None:
    named = find_precedents(sample_index, "Management oversight in Marlbridge is weak")
    assert named.own == "Marlbridge"
