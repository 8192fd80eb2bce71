"""The order of an answer, its first line, and neighbouring sentences quoted as one."""

from itertools import pairwise

from index import Index
from qa import ask, parse
from qa.question import asks_only_for_facts
from qa.question.intent.changes import is_over_time


def test_newest_first_and_oldest_first_where_change_is_asked_for(sample_index: Index) -> None:
    dates = [str(record.date) for record, _ in ask(sample_index, "supervision in Marlbridge").documents]
    assert dates == sorted(dates, reverse=True)
    assert is_over_time("How did caseloads in Marlbridge change over time?")
    changed = ask(sample_index, "How did caseloads in Marlbridge change over time?").documents
    assert len(changed) > 1
    days = [str(record.date) for record, _ in changed]
    assert days == sorted(days)


def test_documents_of_an_authority_stand_together(sample_index: Index) -> None:
    named = [record.authority for record, _ in ask(sample_index, "Which authorities have high caseloads?").documents]
    firsts = [name for before, name in pairwise([None, *named]) if name != before]
    assert len(firsts) == len(set(firsts))


def test_the_first_line_names_the_authorities_that_are_quoted(sample_index: Index) -> None:
    answer = ask(sample_index, "Which councils were told about supervision?")
    quoted = sorted({name for citation in answer.citations for name in citation.record.authorities})
    assert len(quoted) > 1
    assert answer.lead == f"Answers were found for {len(quoted)} authorities: {', '.join(quoted)}."
    assert answer.text.startswith(answer.lead)


def test_how_a_grade_moved_is_said_first(sample_index: Index) -> None:
    answer = ask(sample_index, "Did Marlbridge get better or worse between 2022 and 2025?")
    assert answer.lead.startswith(
        "Overall effectiveness improved: requires improvement to be good (18 March 2022) → good (11 April 2025)"
    )
    assert len(answer.told) == 2


def test_neighbouring_sentences_are_one_quotation(sample_index: Index) -> None:
    citations = ask(sample_index, "How good is the supervision of social workers?").citations
    assert any(citation.quote.count(". ") for citation in citations)
    for citation, following in pairwise(citations):
        if citation.passage_id == following.passage_id:
            last, first = citation.spans[-1], following.spans[0]
            assert last.end + 1 < first.start or last.page < first.page


def test_only_the_facts_are_quoted_where_nothing_else_is_asked(sample_index: Index) -> None:
    answer = ask(sample_index, "What was the overall effectiveness judgement in Marlbridge in 2025?")
    assert len(answer.citations) == len(answer.told) == 1
    more = parse(sample_index, "What was Marlbridge's overall grade in 2025 and what was said about caseloads?")
    assert not asks_only_for_facts(more.topic)
