"""A table of judgements becomes one readable passage, and an overall judgement is read in any wording."""

import pytest

from ingest import Area, Grade, Kind, Page, Passage, Span
from ingest.facts import join_rows, read_judgements
from ingest.structure import stands

ROWS = ("The impact of leaders on social work practice with children and families Good", "Overall effectiveness Good")


def _passages(*texts: str, number: str | None = None) -> list[Passage]:
    found, at = [], 0
    for text in texts:
        found.append(Passage(text, (Span(1, at, at + len(text)),), ("Judgement",), number))
        at += len(text) + 1
    return found


def test_neighbouring_rows_are_one_passage() -> None:
    passages = _passages(*ROWS, "Children’s services have improved since the last inspection.")
    joined = join_rows(passages)
    assert [passage.text for passage in joined] == [" ".join(ROWS), passages[2].text]
    assert stands(joined[0].text, joined[0].spans, (Page(1, "\n".join((*ROWS, passages[2].text))),))
    assert {judgement.area for judgement in read_judgements(passages, [], Kind.ILACS)} == {Area.LEADERS, Area.OVERALL}


def test_numbered_rows_stay_separate() -> None:
    passages = _passages(*ROWS, number="2.1")
    assert join_rows(passages) == passages


@pytest.mark.parametrize(
    "text",
    [
        "The overall judgement is requires improvement.",
        "The overall judgement is that children’s services are requires improvement",
    ],
)
def test_an_overall_judgement_in_a_sentence(text: str) -> None:
    judgements = read_judgements(_passages(text), [], Kind.SINGLE)
    assert [(one.area, one.grade) for one in judgements] == [(Area.OVERALL, Grade.REQUIRES_IMPROVEMENT)]
