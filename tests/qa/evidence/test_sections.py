"""Questions for everything that a section lists are answered from those sections, newest first; no other question is."""

from pathlib import Path

import pytest

from index import Index, update
from ingest import Stance
from qa import ask
from qa.evidence.sections import list_sections, with_sections
from qa.question.intent.lists import requested_stances
from tests.conftest import WordEmbedder

TO_IMPROVE = (Stance.NEEDS_TO_IMPROVE, Stance.PRIORITY_ACTION)


@pytest.mark.parametrize(
    ("topic", "stances"),
    [
        ("What needs to improve", TO_IMPROVE),
        ("what were they told to improve", TO_IMPROVE),
        ("the main areas for improvement", TO_IMPROVE),
        ("What did inspectors recommend", TO_IMPROVE),
        ("weaknesses", TO_IMPROVE),
        ("What are the strengths", (Stance.STRENGTH,)),
        ("what does the council do well", (Stance.STRENGTH,)),
        ("Which authorities had areas for priority action", (Stance.PRIORITY_ACTION,)),
        ("What needs to improve in fostering", ()),
        ("strengths of the virtual school", ()),
        ("supervision", ()),
        ("Has it improved", ()),
        ("", ()),
    ],
)
def test_which_sections_a_topic_asks_for(topic: str, stances: tuple[Stance, ...]) -> None:
    assert requested_stances(topic) == stances


def test_all_of_the_newest_inspections_list_is_quoted_in_its_order(sample_index: Index) -> None:
    answer = ask(sample_index, "What needs to improve in Marlbridge?")
    newest = max(
        (
            record
            for record in sample_index.catalogue.records()
            if record.authority == "Marlbridge" and record.judgements
        ),
        key=lambda record: record.day_number,
    )
    listed = [
        stored.passage.text
        for stored in sample_index.catalogue.document_passages(newest.id)
        if stored.passage.stance in TO_IMPROVE
    ]
    assert [citation.quote for citation in answer.citations if citation.record == newest] == listed
    assert all(citation.record.day_number >= newest.day_number for citation in answer.citations)
    assert answer.lead == "From the newest papers:"
    assert all(result.score is None for result in answer.results)


def test_a_year_is_what_the_question_says(sample_index: Index) -> None:
    answer = ask(sample_index, "What needed to improve in Marlbridge in 2022?")
    assert {citation.record.date.year for citation in answer.citations if citation.record.date} == {2022}
    assert "newest" not in answer.lead


def test_which_authorities(sample_index: Index) -> None:
    answer = ask(sample_index, "Which councils had areas for priority action?")
    assert answer.answered
    assert {result.passage.stance for result in answer.results} == {Stance.PRIORITY_ACTION}


def test_a_section_that_says_there_are_none_lists_nothing(tmp_path: Path) -> None:
    letter = tmp_path / "letters" / "focused visit.txt"
    letter.parent.mkdir()
    letter.write_text(
        "Focused visit to Marlbridge\n\nAreas for priority action\n\nThere are no areas for priority action.\n"
    )
    index = Index(tmp_path / "index", WordEmbedder())
    update(index, [letter.parent], tmp_path / "cache")
    records = with_sections(index, [Stance.PRIORITY_ACTION], index.catalogue.records())
    assert records
    assert list_sections(index, [Stance.PRIORITY_ACTION], records, 1) == []


def test_where_no_section_lists_it_the_documents_are_searched(sample_index: Index) -> None:
    answer = ask(sample_index, "What are Marlbridge's strengths in 2022?")
    assert all(citation.record.authority == "Marlbridge" for citation in answer.citations)
