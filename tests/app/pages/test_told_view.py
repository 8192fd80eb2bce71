"""The table of what authorities were told, and the next steps after a declined answer."""

import re
from dataclasses import replace

import qa
from app.pages.addresses import QuestionAddress, parse_address
from app.pages.offers import next_steps
from app.pages.views import answer_view, render_answer
from app.pages.views.findings.told import told_view
from index import Index
from qa.findings import Outcome
from qa.precedents import Since
from tests.qa.answer.made import cited
from tests.qa.precedents.test_since import answer_on


def test_each_quotation_has_a_row_with_its_council_its_paper_and_what_came_later() -> None:
    answer = answer_on("Marlbridge", "Elsewhere")
    later = replace(cited(1, "Supervision is good.", answer.citation(1).record))
    since = {1: Since(Outcome.BETTER, "better", later), 2: Since(Outcome.SILENT, "no later paper is held")}
    told = told_view(answer, since)
    assert told
    assert told.councils == 2
    assert [row.council.label for row in told.rows] == ["Marlbridge", "Elsewhere"]
    first, second = (row.since for row in told.rows)
    assert first
    assert first.shown
    assert first.verdict == "better"
    assert second
    assert not second.shown
    assert second.words == "No later paper is held"


def test_until_later_papers_are_read_the_table_says_so() -> None:
    answer = answer_on("Marlbridge", "Elsewhere")
    html = render_answer(answer)
    assert "Reading what later papers say…" in html
    assert "Answers were found for 2 authorities." in html
    view = answer_view(answer, since={})
    assert view.told
    assert view.told.is_read


def test_an_answer_on_one_authority_has_no_such_table() -> None:
    assert told_view(answer_on("Marlbridge")) is None


def offered(index: Index, question: str) -> list[str]:
    address = QuestionAddress(question)
    parsed = parse_address(index, address)
    return [offer.label for offer in next_steps(index, address, parsed, qa.answer_parsed(index, question, parsed))]


def test_where_no_document_is_held_a_limit_less_is_offered(sample_index: Index) -> None:
    offers = offered(sample_index, "What did Ofsted say about supervision in Marlbridge in 2012?")
    assert re.fullmatch(r"Ask without “2012” \(\d+ documents\)", offers[0])
    assert "See every document on Marlbridge" in offers


def test_where_the_documents_are_silent_the_words_can_be_searched_for(sample_index: Index) -> None:
    offers = offered(sample_index, "how many learn the trombone in Marlbridge?")
    assert any(re.fullmatch("Search for “.*trombone.*” in all documents", offer) for offer in offers)


def test_outside_the_remit_questions_that_work_are_offered(sample_index: Index) -> None:
    offers = offered(sample_index, "When are the bins collected in Marlbridge?")
    assert offers
    assert all(qa.ask(sample_index, offer).answered for offer in offers)


def test_an_answer_and_a_choice_of_councils_offer_nothing(sample_index: Index) -> None:
    assert offered(sample_index, "How good was supervision in Marlbridge?") == []
    assert offered(sample_index, "How good is my council?") == []
