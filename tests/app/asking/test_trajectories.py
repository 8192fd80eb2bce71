"""Trajectories and trackers by any name of an authority, and what is said where there are none."""

import pytest

from app.asking import Filters, tracker, trajectory
from index import Index
from ingest import Kind


def test_an_authority_by_any_of_its_names(sample_index: Index) -> None:
    followed = trajectory(sample_index, "Marlbridge City Council", "management oversight")
    assert (followed.place, followed.explanation) == ("Marlbridge", "")
    days = [moment.record.day_number for moment in followed.moments]
    assert days == sorted(days)
    assert len(days) > 2


def test_filters_limit_what_is_read(sample_index: Index) -> None:
    visits = trajectory(sample_index, "Marlbridge", "supervision", Filters(year=[2023], kind=[Kind.FOCUSED_VISIT]))
    assert {moment.record.kind for moment in visits.moments} == {Kind.FOCUSED_VISIT}


def test_filters_choose_the_reports_that_asked_and_not_the_later_papers(sample_index: Index) -> None:
    tracked = tracker(sample_index, "Marlbridge", filters=Filters(year=[2022]))
    assert {item.asked.citation.record.date.year for item in tracked.items if item.asked.citation.record.date} == {2022}
    assert all(item.later for item in tracked.items)


@pytest.mark.parametrize(
    ("authority", "subject", "year", "said"),
    [
        ("Atlantis", "supervision", [], "no children's services authority in England called “Atlantis”"),
        ("  ", "supervision", [], "Name an authority."),
        ("Sussex", "supervision", [], "“Sussex” stands for East Sussex and West Sussex. Name one of them."),
        ("Marlbridge", "of the", [], "Name a subject: a theme such as “Workforce”"),
        ("Marlbridge", "supervision", [1999], "Kloe holds no documents for Marlbridge, 1999. For Marlbridge it holds:"),
        ("Marlbridge", "xylophones", [], "says anything of xylophones"),
    ],
)
def test_what_is_wrong_is_explained(
    sample_index: Index, authority: str, subject: str, year: list[int], said: str
) -> None:
    followed = trajectory(sample_index, authority, subject, Filters(year=year))
    assert said in followed.explanation
    assert followed.text == followed.explanation
    tracked = tracker(sample_index, authority, subject, Filters(year=year))
    assert said in tracked.explanation or subject == "xylophones"
    assert not tracked.items
