"""Who says what: named only where the words leave no doubt."""

import pytest

from ingest import Kind, Passage, Span
from ingest.facts import tell_speakers


def _said(*texts: str, kind: Kind = Kind.MINUTES, headings: tuple[str, ...] = ()) -> list[str | None]:
    passages = [Passage(text, (Span(1, 0, len(text)),), headings) for text in texts]
    return [passage.said_by for passage in tell_speakers(passages, kind)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ofsted had found strong practice.", "Ofsted"),
        ("the report had recognised that children were safe;", "Ofsted"),
        ("Following a visit in May, Ofsted outlined progress.", "Ofsted"),
        ("The Director said that leaders have made progress.", "the Director"),
        ("Councillor A Sample asked whether posts were filled.", "Councillor A Sample"),
        ("In reply to questions, the Assistant Director said that 63 per cent were on time.", "the Assistant Director"),
        ("A member asked about cost.", "a member"),
        (
            "Councillor A Sample, Cabinet Member for Children, said: “Leaders have made progress.”",
            "Councillor A Sample",
        ),
    ],
)
def test_a_speaker(text: str, speaker: str) -> None:
    assert _said(text) == [speaker]


@pytest.mark.parametrize(
    "text",
    [
        "The service had twelve vacancies.",
        "Councillor A Sample asked about cost. In response, it was said to be high.",
        "Ofsted had found strong practice. Twelve posts were empty.",
        "The Panel was told that Ofsted had found strong practice.",
        "RESOLVED that the Director said enough.",
        "The letter was dated 3 May.",
    ],
)
def test_nobody_where_it_is_not_clear(text: str) -> None:
    assert _said(text) == [None]


def test_what_ofsted_said_is_told_apart_in_news() -> None:
    assert _said(
        "‘Leaders know their staff,’ inspector Pat Sample said.",
        "He added: ‘Plans are better.’",
        "Work goes on in the county.",
        "Mr Sample said: ‘The team has been effective.",
        "‘During this visit, inspectors saw safe decisions.’",
        "Councillor Jo Example said: “Leaders have made progress.",
        "“We have more to do.”",
        "“And this is somebody else's.”",
        kind=Kind.NEWS,
    ) == ["Ofsted", "Ofsted", None, "Ofsted", "Ofsted", "Councillor Jo Example", "Councillor Jo Example", None]


def test_points_under_a_speaker_s_lead_in() -> None:
    assert _said("posts were empty;", headings=("The Director said that:",)) == ["the Director"]
    assert _said("posts were empty;", headings=("Members were told that:",)) == [None]


def test_ofsted_s_own_reports_are_left_alone() -> None:
    assert _said("Inspectors found strong practice.", kind=Kind.ILACS) == [None]
