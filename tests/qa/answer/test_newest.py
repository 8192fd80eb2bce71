"""Answers from the newest papers: concerns, strengths, summaries, change, and what the newest minutes decided."""

import pytest

from index import Index
from ingest import Kind, Stance
from qa import ask
from qa.evidence.polarity import blames, praises

LISTED = (Stance.NEEDS_TO_IMPROVE, Stance.PRIORITY_ACTION)


def test_concerns_are_what_is_wrong_and_what_is_listed(sample_index: Index) -> None:
    answer = ask(sample_index, "What are the main concerns in Marlbridge?")
    assert answer.lead == "From the newest papers:"
    stances = {result.id: result.passage.stance for result in answer.results}
    for citation in answer.citations:
        assert stances[citation.passage_id] in LISTED or blames(citation.quote)


def test_strengths_are_praise_alone(sample_index: Index) -> None:
    answer = ask(sample_index, "What are Marlbridge's strengths?")
    stances = {result.id: result.passage.stance for result in answer.results}
    assert answer.citations
    for citation in answer.citations:
        assert stances[citation.passage_id] is Stance.STRENGTH or praises(citation.quote)


def test_a_summary_gives_grades_headlines_and_the_list(sample_index: Index) -> None:
    answer = ask(sample_index, "How is Marlbridge doing?")
    inspection = next(record for record in answer.quoted if record.judgements)
    quotes = [citation.quote for citation in answer.citations if citation.record == inspection]
    assert any("Overall effectiveness" in quote for quote in quotes)
    assert len(quotes) > 2
    newest = max(
        record.day_number
        for record in sample_index.catalogue.records()
        if record.place == "Marlbridge" and record.judgements
    )
    assert inspection.day_number == newest


def test_change_sets_the_inspection_before_beside_the_newest(sample_index: Index) -> None:
    answer = ask(sample_index, "Is Marlbridge getting better?")
    inspections = [record for record in answer.quoted if record.judgements]
    assert len(inspections) == 2
    assert inspections[0].day_number < inspections[1].day_number
    assert answer.lead.startswith("Overall effectiveness")


def test_since_the_last_inspection_sets_it_beside_what_followed_or_came_before(sample_index: Index) -> None:
    answer = ask(sample_index, "Has Marlbridge improved since the last inspection?")
    assert answer.answered
    assert len([record for record in answer.quoted if record.judgements]) == 2


def test_of_a_subject_only_what_is_on_it_is_quoted(sample_index: Index) -> None:
    everything = ask(sample_index, "What needs to improve in Marlbridge?")
    answer = ask(sample_index, "What needs to improve in supervision in Marlbridge?")
    assert answer.answered
    assert len(answer.citations) < len(everything.citations)
    assert any("supervision" in citation.quote.lower() for citation in answer.citations)


@pytest.mark.parametrize("place", ["Marlbridge", "Ashcombe", "Westhaven"])
def test_the_newest_minutes_decisions_are_given_whole(sample_index: Index, place: str) -> None:
    minutes = [
        record
        for record in sample_index.catalogue.records()
        if record.place == place
        and record.kind is Kind.MINUTES
        and any(
            stored.passage.stance is Stance.DECISION for stored in sample_index.catalogue.document_passages(record.id)
        )
    ]
    if not minutes:
        pytest.skip("the sample holds no minutes with a decision")
    answer = ask(sample_index, f"What did members resolve in {place}?")
    newest = max(minutes, key=lambda record: record.day_number)
    decided = [
        stored.passage.text
        for stored in sample_index.catalogue.document_passages(newest.id)
        if stored.passage.stance is Stance.DECISION
    ]
    assert [citation.quote for citation in answer.citations] == decided
