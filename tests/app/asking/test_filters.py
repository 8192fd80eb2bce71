"""Filters: the names they accept, and how they limit a question."""

import pytest

from app.asking import Filters, read_values
from index import Index
from ingest import AreaOutcome, Grade, KloeError, VisitTopic
from ingest.authorities import regions
from qa.question.scope import Judged


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
