"""A scope in a link: every part comes back as it was, and a value that no scope can have is refused."""

from datetime import date
from urllib.parse import parse_qs, urlencode

import pytest

from app.pages.addresses import LinkError
from app.pages.addresses.scope_links import read_scope, scope_pairs
from ingest import Area, AreaOutcome, Grade, Kind, VisitTopic
from qa import Scope
from qa.question.scope import LATEST, Course, Event, History, Judged, Period, Pick, Side

_GOOD_OR_BETTER = (Grade.GOOD, Grade.OUTSTANDING)
PARTS = [
    Scope(),
    Scope(
        ("Devon", "Bath and North East Somerset"),
        (2020, 2022),
        regions=("London",),
        without=("Kent",),
        unknown=("Narnia",),
    ),
    Scope(years=(2019,), months=((2019, 5),), kinds=(Kind.MINUTES,), neighbours_of=("Devon",), pick=LATEST),
    Scope(judged=(Judged(_GOOD_OR_BETTER), Judged((Grade.INADEQUATE,), (Area.LEADERS, Area.IN_CARE), negated=True))),
    Scope(
        judged=(Judged((Grade.INADEQUATE,), ()),), outcomes=(AreaOutcome.WIDESPREAD,), topics=(VisitTopic.FRONT_DOOR,)
    ),
    Scope(
        periods=(Period(date(2021, 4, 1), date(2022, 3, 31), "2021-22"), Period(date(2023, 1, 1), date(2023, 1, 31)))
    ),
    Scope(
        histories=(
            History(Course.MOVED, (Grade.INADEQUATE,), _GOOD_OR_BETTER),
            History(Course.TIMES, times=3, negated=True),
        )
    ),
    Scope(pick=Pick(None, 1)),
    Scope(pick=Pick(2, 0, oldest=True)),
    Scope(events=(Event(Side.AFTER, Scope(kinds=(Kind.ILACS,), pick=LATEST)),)),
    Scope(("Devon",), neither=(Scope(years=(2020,)),)),
    Scope(either=(Scope(("Devon",), (2019,)), Scope(("Kent",), (2022,), either=(Scope(regions=("London",)),)))),
]


@pytest.mark.parametrize("scope", PARTS, ids=str)
def test_a_scope_comes_back_from_its_link(scope: Scope) -> None:
    assert read_scope(parse_qs(urlencode(list(scope_pairs(scope))))) == scope


def test_two_grades_for_the_same_areas_are_alternatives() -> None:
    link = "judgement=overall_effectiveness:good&judgement=overall_effectiveness:outstanding"
    assert read_scope(parse_qs(link)).judged == (Judged(_GOOD_OR_BETTER),)


@pytest.mark.parametrize(
    "link",
    [
        "period=2021-04-01",
        "period=2022-01-01..2021-01-01",
        "pick=newest",
        "history=never",
        "event=beside:kind=minutes",
        "judgement=leaders:bad",
        "topic_of_visit=potholes",
        "either=year%3Dabc",
        "month=2019-13",
    ],
)
def test_a_value_that_no_scope_can_have_is_refused(link: str) -> None:
    with pytest.raises(LinkError, match="invalid scope"):
        read_scope(parse_qs(link))
