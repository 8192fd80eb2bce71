"""Counts of invented papers: the number, the list behind it, and what is said of it."""

import pytest

from qa.counts import Counted, count
from tests.qa.counts.shelf import shelf


def counted(question: str) -> Counted:
    return count(shelf(), question)


def groups(question: str) -> dict[str, float]:
    return {group.label: group.number for group in counted(question).groups}


@pytest.mark.parametrize(
    ("question", "number", "of"),
    [
        ("How many authorities were inadequate in 2018?", 1, 2),
        ("how many authorities were inadequate for children in care in 2022", 1, 1),
        ("How many councils are inadequate?", 1, 4),
        ("how many authorities have ever been inadequate", 2, 4),
        ("How many authorities have been inadequate twice?", 1, 4),
        ("how many authorities have never been inadequate, not counting London", 0, 2),
        ("how many authorities have not been rated inadequate", 2, 4),
        ("how many councils that were inadequate in 2017 are good now", 1, 1),
        ("how many authorities are good for children in care but not for care leavers", 1, 2),
        ("which authorities went from inadequate to good", 1, 2),
        ("how many authorities improved at their last inspection", 1, 2),
        ("how many authorities improved in 2023", 0, 1),
        ("what percentage of London boroughs are good or outstanding", 100, 2),
        ("How many focused visits in 2021?", 2, 2),
        ("how many focused visits looked at care leavers", 1, 2),
        ("how many authorities have had more than one focused visit", 1, 4),
        ("which authorities have had no focused visit", 2, 4),
        ("how many times has Leeds been judged inadequate", 2, 2),
        ("average number of inspections per authority", 1.5, 6),
    ],
)
def test_a_number_is_counted_among_what_could_be_so(question: str, number: float, of: int) -> None:
    found = counted(question)
    assert (found.computed, found.number, found.of) == (True, number, of), found.text


def test_a_year_is_that_of_publication_unless_a_verb_says_otherwise() -> None:
    published, inspected = counted("how many inspections in 2018"), counted("how many inspections took place in 2018")
    assert (published.number, inspected.number) == (2, 1)
    assert (
        "By the last day of the inspection or visit instead of the day of publication: 1 inspection."
        in published.missing
    )
    assert published.asked == "inspections published in 2018"


def test_the_list_has_a_citation_of_each_fact() -> None:
    found = counted("who went from inadequate to good and how long did it take?")
    (row,) = found.rows
    assert (row.authority, row.record.years) == ("Kent", (2022,))
    assert "inadequate (1 May 2017), good (1 May 2022)" in row.value
    quotes = [citation.quote for citation in row.citations]
    assert quotes == [
        "overall effectiveness Inadequate",
        "Inspection dates: 01 April 2017",
        "overall effectiveness Good",
        "Inspection dates: 01 April 2022",
    ]
    assert "It took 1,826 days (5.0 years) on average" in found.lead
    assert [citation.number for citation in row.citations] == [1, 2, 3, 4]
    assert "Kent: 1,826 days" in found.text
    assert "  [4] Kent, ILACS inspection report, 1 May 2022, page 1" in found.text


def test_times_have_an_average_with_the_median_beside_it() -> None:
    found = counted("average time from inspection to publication")
    assert (found.number, found.unit) == (31.8, "days")
    assert "median 30 days" in found.lead
    longest = counted("which authority waited longest for its report?")
    assert (longest.number, longest.rows[0].authority) == (41, "Leeds")


def test_groups_are_a_charts_data() -> None:
    assert groups("how many focused visits each year") == {"2019": 1, "2020": 0, "2021": 2}
    assert groups("how many inspections were published in 2022, by grade") == {"Outstanding": 1, "Good": 1}
    by_region = groups("share of good by region")
    assert by_region == {"London": 50, "South East": 100, "Yorkshire and the Humber": 0}


def test_the_group_with_the_most_is_named_with_its_list() -> None:
    found = counted("which region has the most inadequate authorities?")
    assert found.lead.startswith("Yorkshire and the Humber: 1 authority, the most")
    assert [row.authority for row in found.rows] == ["Leeds"]
    tied = counted("what is the most common topic of focused visits?")
    assert tied.lead.startswith(
        "the front door, planning and achieving permanence and care leavers: 1 focused visit each"
    )


def test_what_is_missing_is_said() -> None:
    asked = counted("how many authorities were inadequate for care leavers in 2023")
    assert "No inspection published in 2023 is held of Barnet, Camden, Kent." in asked.missing
    together = counted("how many authorities have ever been inadequate for care leavers")
    assert together.number == 2
    assert any("judged care leavers together with children in care" in said for said in together.missing)
    assert (
        "Not counted: 1 paper in scope that does not tell a topic." in counted("focused visits by topic, count").missing
    )


def test_where_nothing_like_it_is_held_there_is_no_number() -> None:
    assert counted("how many monitoring visits in 2021").explanation == "Kloe holds no papers on monitoring visits."
    assert not counted("how many focused visits in 2022").computed
    of_one = counted("how many focused visits has Camden had")
    assert (of_one.computed, of_one.number) == (True, 0)
    assert "No focused visit is held of Camden." in of_one.missing
