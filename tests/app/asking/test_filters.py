"""Filters: the names they accept, and how they limit a question."""

from datetime import date

import pytest

from app.asking import Filters, SearchFilters, read_values, search
from index import Index
from ingest import AreaOutcome, Grade, KloeError, VisitTopic
from ingest.authorities import regions
from qa import parse
from qa.question.scope import Judged, Period


@pytest.mark.parametrize(
    ("given", "official"),
    [
        ("London Borough of Camden", "Camden"),
        ("LB Camden", "Camden"),
        ("camden council", "Camden"),
        ("Hull", "Kingston upon Hull"),
        ("Hull City Council", "Kingston upon Hull"),
        ("  devon   county council ", "Devon"),
        ("the London Borough of Richmond upon Thames", "Richmond upon Thames"),
        ("reading", "Reading"),
        ("Reading Borough Council", "Reading"),
        ("Slough Children First", "Slough"),
        ("marlbridge", "Marlbridge"),
        ("Marlbridge City Council", "Marlbridge"),
    ],
)
def test_every_name_that_a_question_may_use(sample_index: Index, given: str, official: str) -> None:
    scope = Filters(authority=[given]).scope(sample_index)
    assert scope is not None
    assert (scope.authorities, scope.unknown) == ((official,), ())


@pytest.mark.parametrize("given", ["Narnia", "Devon and Plymouth", "Plymouth Devon", "near Devon", "council", "?"])
def test_what_is_no_name_is_unknown(sample_index: Index, given: str) -> None:
    scope = Filters(authority=[given]).scope(sample_index)
    assert scope is not None
    assert (scope.authorities, scope.unknown) == ((), (given,))


def test_an_area_is_each_of_its_authorities(sample_index: Index) -> None:
    scope = Filters(authority=["Greater Manchester"]).scope(sample_index)
    assert scope is not None
    assert {"Bolton", "Wigan"} < set(scope.authorities)


def test_judgement_and_latest(sample_index: Index) -> None:
    scope = Filters(judgement=[Grade.GOOD], latest=True).scope(sample_index)
    assert scope is not None
    assert (scope.judged, scope.latest) == ((Judged((Grade.GOOD,)),), True)
    assert Filters(latest=True).scope(sample_index) is not None
    assert Filters().scope(sample_index) is None


def test_topic_of_the_visit_and_outcome(sample_index: Index) -> None:
    scope = Filters(topic_of_visit=[VisitTopic.FRONT_DOOR], outcome=[AreaOutcome.POSITIVE]).scope(sample_index)
    assert scope is not None
    assert (scope.topics, scope.outcomes) == ((VisitTopic.FRONT_DOOR,), (AreaOutcome.POSITIVE,))


def test_values_that_do_not_fit_are_named() -> None:
    with pytest.raises(KloeError, match=r"region\.0"):
        read_values(Filters, region=["Wessex"])
    assert read_values(Filters, region=list(regions())).region


def test_days_are_a_period_in_either_order(sample_index: Index) -> None:
    since, until = date(2022, 1, 1), date(2022, 12, 31)
    for given in ({"since": since, "until": until}, {"since": until, "until": since}):
        scope = Filters(**given).scope(sample_index)
        assert scope is not None
        assert scope.periods == (Period(since, until),)
        assert {year for record in scope.held_by(sample_index) for year in record.years} >= {2022}
    after = read_values(Filters, since="2024-01-01", until=None).scope(sample_index)
    assert str(after) == "1 January 2024 or later"
    assert str(Filters(until=until).scope(sample_index)) == "31 December 2022 or earlier"


def test_days_replace_the_time_that_the_words_name(sample_index: Index) -> None:
    chosen = Filters(since=date(2024, 1, 1)).scope(sample_index)
    scope = parse(sample_index, "supervision in Marlbridge in 2022", chosen).scope
    assert (scope.years, len(scope.periods)) == ((), 1)


@pytest.mark.parametrize("given", ["2022", "20220331", "1648684800", "yesterday", 1648684800])
def test_what_is_no_day_is_refused(given: object) -> None:
    with pytest.raises(KloeError, match="since: write a day as in 2022-03-31"):
        read_values(Filters, since=given)


def test_a_theme_may_be_written_in_small_letters_and_one_that_is_none_is_said(sample_index: Index) -> None:
    assert SearchFilters(theme=["care leavers"]).theme == ["Care leavers"]
    found = search(sample_index, "supervision", SearchFilters(theme=["zeppelins"]))
    assert found.explanation.startswith("Kloe has no theme “zeppelins”. Its themes are ")
