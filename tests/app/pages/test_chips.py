"""Each part of a scope has its words, and can be removed by itself."""

from datetime import date

import pytest

from app.pages.addresses import QuestionAddress, read_question_address
from app.pages.chips import chips
from app.pages.views.documents import day_range
from ingest import Grade, Kind
from qa import Scope
from qa.question.scope import LATEST, Judged

WHOLE = Scope(
    authorities=("Devon", "Kent"),
    years=(2018, 2020, 2021, 2022),
    kinds=(Kind.FOCUSED_VISIT,),
    without=("London",),
    unknown=("Xanadu",),
    regions=("South West",),
    judged=(Judged((Grade.GOOD,)), Judged((Grade.INADEQUATE,), ())),
    pick=LATEST,
)


def test_each_part_has_its_words() -> None:
    assert [chip.label for chip in chips(WHOLE)] == [
        "Devon",
        "Kent",
        "South West",
        "not London",
        "“Xanadu” (unknown authority)",
        "2018",
        "2020 to 2022",
        "focused visit letters",
        "judged good",
        "judged inadequate in any area",
        "the latest of each",
    ]


def test_removing_every_part_leaves_nothing() -> None:
    scope = WHOLE
    while parts := chips(scope):
        assert len(chips(parts[-1].rest)) == len(parts) - 1
        scope = parts[0].rest
    assert scope == Scope()


def test_a_month_takes_its_year_with_it() -> None:
    scope = Scope(authorities=("Devon",), years=(2020,), months=((2020, 1),))
    assert [chip.label for chip in chips(scope)] == ["Devon", "January 2020"]
    assert chips(scope)[1].rest == Scope(authorities=("Devon",))


@pytest.mark.parametrize(
    "scope", [WHOLE, Scope(), Scope(years=(2020,), months=((2020, 1),)), Scope(("A",), neighbours_of=("B",))]
)
def test_a_link_holds_the_whole_scope(scope: Scope) -> None:
    address = QuestionAddress("what & why?", scope=scope, after=("other words",), topic="topic")
    assert read_question_address(address.link.removeprefix("/?")) == address


def test_a_range_of_days_writes_once_what_its_ends_share() -> None:
    assert day_range(date(2020, 1, 20), date(2020, 1, 31)) == "20 to 31 January 2020"
    assert day_range(date(2020, 1, 30), date(2020, 2, 3)) == "30 January to 3 February 2020"
    assert day_range(date(2020, 1, 30), date(2020, 1, 30)) == "30 January 2020"
    assert day_range(date(2019, 12, 30), date(2020, 1, 3)) == "30 December 2019 to 3 January 2020"
    assert day_range(date(2020, 1, 30), None) == day_range(None, date(2020, 1, 30)) == "30 January 2020"
    assert day_range(None, None) == ""
