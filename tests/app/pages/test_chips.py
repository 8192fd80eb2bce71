"""Each part of a scope has its words, and goes alone when it is taken out."""

from datetime import date

import pytest

from app.documents import day_range
from app.pages.addresses.question import Asked, read_asked
from app.pages.chips import chips
from ingest import Area, Grade, Kind
from qa import Scope

WHOLE = Scope(
    authorities=("Devon", "Kent"),
    years=(2018, 2020, 2021, 2022),
    kinds=(Kind.FOCUSED_VISIT,),
    without=("London",),
    unknown=("Xanadu",),
    regions=("South West",),
    judged=((Area.OVERALL, Grade.GOOD), (None, Grade.INADEQUATE)),
    latest=True,
)


def test_each_part_has_its_words() -> None:
    assert [chip.label for chip in chips(WHOLE)] == [
        "Devon",
        "Kent",
        "South West",
        "not London",
        "“Xanadu”, which Kloe does not know",
        "2018",
        "2020 to 2022",
        "focused visits",
        "judged good",
        "judged inadequate in any area",
        "the newest of each",
    ]


def test_taking_every_part_out_leaves_nothing() -> None:
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
    asked = Asked("what & why?", scope=scope, text="other words", topic="topic")
    assert read_asked(asked.link.removeprefix("/?")) == asked


def test_days_say_once_what_they_share() -> None:
    assert day_range(date(2020, 1, 20), date(2020, 1, 31)) == "20–31 January 2020"
    assert day_range(date(2020, 1, 30), date(2020, 2, 3)) == "30 January – 3 February 2020"
    assert day_range(date(2020, 1, 30), date(2020, 1, 30)) == "30 January 2020"
    assert day_range(None, None) == ""
