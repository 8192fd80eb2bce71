"""Counts asked in other words: they are read as the plain ones, or not at all."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ingest import Kind
from qa.counts import Counted, count
from tests.qa.counts.shelf import GOOD, INADEQUATE, REQUIRES, Shelf, inspection, paper, shelf, visit


def counted(question: str, papers: Any = None) -> Counted:
    return count(papers or shelf(), question)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("How many ILACS reports published in 2022 judged the council good overall?", 1),
        ("How many ILACS reports published in 2022 gave leaders a grade of outstanding?", 1),
        ("How many ILACS reports said that services for children in care are inadequate?", 1),
        ("How many ILACS reports in 2022 graded leaders outstanding but did not grade the council good?", 1),
        ("How many ILACS reports published in 2023 rated children in care good and care leavers inadequate?", 1),
        ("In how many ILACS reports was the council judged good?", 2),
        ("How many distinct councils have at least one focused visit letter, going by the letters that you hold?", 2),
        ("How many documents of any kind do we hold about Kent?", 4),
        ("How many ILACS inspections finished in 2017, going by the last day of inspection?", 2),
        ("How many focused visit letters do we hold, except those published in 2021?", 1),
        ("How many focused visits, in letters published since 2020, looked at arrangements for care leavers?", 1),
        ("How many ILACS reports were good overall? Count good only, not outstanding.", 2),
        ("How many ILACS reports gave a better overall grade than the report before it?", 1),
        ("How many ILACS reports were good for a council whose previous report was inadequate?", 1),
        ("Which councils went from inadequate in one ILACS report to good in the next?", 1),
        ("How many councils have a higher grade in their latest ILACS report than in the one before it?", 1),
        ("How many councils with a focused visit letter have never been judged good in an ILACS report?", 1),
        ("How many councils that were inadequate in 2018 have had a focused visit?", 1),
        ("How many focused visit letters were published about Kent before its first ILACS report?", 0),
        ("How many focused visit letters were published about Kent before its latest ILACS report?", 2),
    ],
)
def test_other_words_are_read_as_plain_ones(question: str, number: int) -> None:
    found = counted(question)
    assert (found.computed, found.number) == (True, number), found.text
    assert found.question == question


def test_groups_and_times_in_other_words() -> None:
    split = counted("How do the ILACS reports published in 2022 split by overall grade?")
    assert {group.label: group.number for group in split.groups} == {"Outstanding": 1, "Good": 1}
    by_year = counted("How many ILACS inspections by year of inspection?")
    assert {group.label: group.number for group in by_year.groups if group.number} == {
        "2017": 2,
        "2018": 1,
        "2022": 2,
        "2023": 1,
    }
    passed = counted("On average, how many days passed between the end of an ILACS inspection and publication?")
    assert (passed.number, passed.unit) == (31.8, "days")
    took = counted(
        "How long did it take, on average, from publication of the one report to publication of the other, for councils"
        " that went from inadequate in one ILACS report to good in the next?"
    )
    assert (took.number, took.of) == (1826, 1)


def test_only_the_very_next_report_counts_where_it_is_said() -> None:
    papers = Shelf(
        inspection("Kent", date(2017, 5, 1), INADEQUATE),
        inspection("Kent", date(2019, 5, 1), REQUIRES),
        inspection("Kent", date(2022, 5, 1), GOOD),
    )
    assert counted("how many councils went from inadequate to good", papers).number == 1
    found = counted("how many councils went from inadequate to good between one ILACS report and the next", papers)
    assert found.number == 0
    assert "at the very next inspection" in found.lead


def test_a_lead_inspector_is_counted_by_name() -> None:
    led = replace(inspection("Kent", date(2022, 5, 1), GOOD), lead_inspector="Ann Bell")
    papers = Shelf(led, inspection("Leeds", date(2022, 6, 1), GOOD))
    found = counted("How many ILACS reports had Ann Bell as lead inspector?", papers)
    assert (found.number, found.of) == (1, 1)
    assert "Not counted: 1 paper in scope that does not name a lead inspector." in found.missing


def test_two_clauses_give_the_authorities_of_which_both_hold_with_the_words_for_each() -> None:
    papers = Shelf(
        inspection("Kent", date(2022, 5, 1), GOOD),
        inspection("Leeds", date(2022, 6, 1), GOOD),
        visit("Kent", date(2021, 1, 10)),
        visit("Leeds", date(2021, 2, 10)),
        paper(Kind.JOINT, "Leeds", date(2020, 2, 1)),
    )
    found = counted("Which councils with a focused visit letter have never had a joint inspection?", papers)
    assert (found.number, found.of) == (1, 2)
    (row,) = found.rows
    assert row.authority == "Kent"
    assert [citation.number for citation in row.citations] == list(range(1, len(row.citations) + 1))
    assert "authorities that had a focused visit" in found.lead


@pytest.mark.parametrize(
    "question",
    [
        "How many ILACS reports published in 2022 judged leaders good overall?",
        "How many ILACS reports said that support for care leavers is good?",
        "Which reports said that help for care leavers requires improvement?",
        "How many ILACS reports gave leaders good advice?",
        "How many councils were good for leaders and were inadequate for care leavers in 2022, but have had a visit?",
        "How many councils have had a focused visit and were judged good in 2022?",
        "How many focused visits looked at how quickly letters are answered?",
        "What did focused visits that looked at care leavers find?",
        "How many councils went from inadequate to good in one report to the next but one?",
        "How many reports mention Ann Bell?",
    ],
)
def test_what_may_mean_something_else_gives_no_number(question: str) -> None:
    found = counted(question)
    assert (found.computed, found.number) == (False, None), found.text
