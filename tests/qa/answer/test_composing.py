"""The order of an answer, its first line, and neighbouring sentences quoted as one."""

from itertools import pairwise

from index import Index
from qa import ask
from qa.answer.composing import mentioning
from qa.evidence import weigh_topic
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


def test_the_first_line_says_how_many_documents_mention_it(sample_index: Index) -> None:
    answer = ask(sample_index, "Which authorities were told that caseloads are too high?")
    inside = sample_index.catalogue.records()
    mention = mentioning(sample_index, weigh_topic(sample_index, answer.parsed.topic if answer.parsed else ""), inside)
    quoted = {citation.record.id for citation in answer.citations}
    assert answer.lead.startswith(f"Found in {len(mention | quoted)} of the {len(inside)} documents searched.")
    assert answer.text.startswith(answer.lead)
    assert f"{len(mention | quoted)} mention this" in answer.coverage


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
    more = ask(sample_index, "What was Marlbridge's overall grade in 2025 and what was said about caseloads?")
    assert len(more.citations) > len(more.told)
