"""Trajectories, trackers and comparisons over the sample documents."""

import pytest

from index import Index
from qa.trajectories import Subject, Tells, compare_periods, compare_places, follow_through, track

PLACE = "Marlbridge"


def test_a_subject_is_a_theme_or_matters_or_any_words(sample_index: Index) -> None:
    assert Subject.read(sample_index, "management oversight").theme == "Management oversight"
    assert Subject.read(sample_index, "supervision and caseloads").matters == {"supervision", "caseloads"}
    other = Subject.read(sample_index, "zebra crossings")
    assert other.topic
    assert not other.theme
    assert not other.matters
    assert Subject.read(sample_index, "  ") == Subject()


def test_a_trajectory_runs_from_the_oldest_paper_and_keeps_to_its_subject(sample_index: Index) -> None:
    trajectory = follow_through(sample_index, PLACE, "management oversight")
    days = [moment.record.day_number for moment in trajectory.moments]
    assert len(days) > 1
    assert days == sorted(days)
    assert all("Management oversight" in said.themes for moment in trajectory.moments for said in moment.said)
    assert [citation.number for citation in trajectory.citations] == list(range(1, len(trajectory.citations) + 1))
    assert trajectory.text.startswith(f"{PLACE} on management oversight:")


def test_a_trajectory_without_papers_says_why(sample_index: Index) -> None:
    assert "no papers on Nowhere" in follow_through(sample_index, "Nowhere").text
    assert "says anything of zebra crossings" in follow_through(sample_index, PLACE, "zebra crossings").text


def test_a_tracker_sets_later_papers_beside_each_thing_asked_for_once(sample_index: Index) -> None:
    tracker = track(sample_index, PLACE)
    assert tracker.items
    passages = [item.asked.citation.passage_id for item in tracker.items]
    assert len(passages) == len(set(passages))
    for item in tracker.items:
        assert item.asked.tells in (Tells.ASKED, Tells.PRIORITY)
        asked_on = item.asked.citation.record.day_number
        assert all(told.record.day_number > asked_on for told in item.later)
        assert all(bool(told.said) == (told.words != "not mentioned") for told in item.later)
    assert "asked for" in tracker.lead


def test_a_tracker_of_nothing_says_so(sample_index: Index) -> None:
    assert "lists what must improve on zebra crossings" in track(sample_index, PLACE, "zebra crossings").text


def test_authorities_face_each_other_theme_by_theme(sample_index: Index) -> None:
    other = next(
        record.authority
        for record in sample_index.catalogue.records()
        if record.kind.of_ofsted and record.authority and record.authority != PLACE
    )
    comparison = compare_places(sample_index, [PLACE, other])
    assert [side.name for side in comparison.sides] == [PLACE, other]
    assert comparison.rows
    for row in comparison.rows:
        assert len(row.facing) == 2
        for side, facing in zip(comparison.sides, row.facing, strict=True):
            assert {said.citation.record.place for said in facing.said} <= {side.name}


def test_periods_of_one_authority_face_each_other(sample_index: Index) -> None:
    years = sorted({record.date.year for record in sample_index.catalogue.records() if record.date})
    comparison = compare_periods(sample_index, PLACE, [(years[0], years[-1] - 1), (years[-1], years[-1])])
    assert comparison.lead.startswith(PLACE)
    for side in comparison.sides:
        first, last = int(side.name[:4]), int(side.name[-4:])
        assert all(record.date and first <= record.date.year <= last for record in side.records)


@pytest.mark.parametrize("words", ["", "zebra crossings"])
def test_a_comparison_of_nothing_says_so(sample_index: Index, words: str) -> None:
    assert compare_places(sample_index, ["Nowhere", "Elsewhere"], words).text.startswith("None of their reports")
