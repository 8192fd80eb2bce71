"""What later papers say of the findings that an answer about many authorities quotes."""

from dataclasses import replace

from index import Index
from qa import Answer, ask
from qa.precedents import asks_which, since
from qa.question import Intent, ParsedQuestion, Purpose, Scope
from tests.qa.answer.made import cited, record

WHICH = ParsedQuestion("which?", Scope(), "supervision", Intent(Purpose.WHICH))


def answer_on(*places: str, parsed: ParsedQuestion = WHICH) -> Answer:
    held = [record(id=place, authorities=(place,)) for place in places]
    citations = tuple(cited(n, "Supervision is weak.", each) for n, each in enumerate(held, 1))
    return Answer("which?", Scope(), citations, (), "", parsed=parsed)


def test_only_what_several_authorities_were_told_is_followed() -> None:
    assert asks_which(answer_on("Marlbridge", "Elsewhere"))
    assert not asks_which(answer_on("Marlbridge"))
    assert not asks_which(answer_on("Marlbridge", "Elsewhere", parsed=replace(WHICH, intent=Intent())))
    assert not asks_which(replace(answer_on("Marlbridge", "Elsewhere"), parsed=None))


def test_each_plain_quotation_of_ofsteds_has_what_later_papers_say_or_why_not(sample_index: Index) -> None:
    answer = ask(sample_index, "Which authorities were told that management oversight is weak?")
    told = since(sample_index, answer)
    assert set(told) == {
        citation.number for citation in answer.plain if citation.record.kind.of_ofsted and citation.record.authority
    }
    for number, became in told.items():
        paper = answer.citation(number).record
        assert became.words
        if became.shown:
            assert became.shown.record.authority == paper.authority
            assert became.shown.record.day_number > paper.day_number


def test_a_quotation_whose_passage_is_gone_is_left_out(sample_index: Index) -> None:
    assert since(sample_index, answer_on("Marlbridge", "Elsewhere")) == {}
