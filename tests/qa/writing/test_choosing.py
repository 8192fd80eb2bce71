"""A model chooses and orders quotations: they stay word for word, and its headings are checked."""

import json
from collections.abc import Iterator

import pytest

from app.schemas.answers import WrittenBody
from index import Index
from qa import ask
from qa.writing import Status, Writer, Written
from qa.writing.headings import fault_of
from tests.qa.writing.claims import answer, evidence
from tests.qa.writing.liar import Liar, serve


@pytest.fixture
def liar() -> Iterator[Liar]:
    with serve(Liar()) as server:
        yield server


def _reply(*parts: tuple[str, list[int]]) -> str:
    return json.dumps({"parts": [{"heading": heading, "quotations": numbers} for heading, numbers in parts]})


def _write(liar: Liar, reply: str) -> Written:
    liar.reply = reply
    return Writer("openai:liar", liar.url, timeout=20).write(answer())


def test_quotations_stand_in_the_order_chosen_under_their_headings(liar: Liar) -> None:
    written = _write(liar, _reply(("Supervision of personal advisers", [4, 3]), ("", [1])))
    assert [sentence.numbers for sentence in written.shown] == [(4,), (3,), (1,)]
    assert {sentence.status for sentence in written.shown} == {Status.CHOSEN}
    for sentence in written.shown:
        assert f"“{evidence()[sentence.numbers[0] - 1].quote}”" in sentence.text
    assert [heading for heading, _ in written.groups] == [
        "Supervision of personal advisers: Ashcombe, focused visit letter, 14 October 2022",
        "Westhaven, ILACS inspection report, 15 July 2022",
    ]
    assert [citation.number for citation in written.citations] == [1, 3, 4]
    assert f"chose and ordered 3 of {len(evidence())} quotations" in written.note
    assert written.fallback is None


def test_a_heading_that_judges_is_left_out_and_its_quotation_stays(liar: Liar) -> None:
    written = _write(liar, _reply(("Weak management oversight", [16]), ("Wonderful advisers", [4])))
    assert [sentence.numbers for sentence in written.shown] == [(16,), (4,)]
    assert "Weak management" not in written.text
    assert "Wonderful" not in written.text
    assert [sentence.said for sentence in written.sentences if sentence.refused] == [
        "Weak management oversight",
        "Wonderful advisers",
    ]
    assert "2 headings left out." in written.note


def test_a_quotation_from_a_list_is_told_with_its_section(liar: Liar) -> None:
    (sentence,) = _write(liar, _reply(("Strategy meetings", [9]))).shown
    assert sentence.text == "Under “What needs to improve?”: “The quality and timeliness of strategy meetings.”"


def test_numbers_are_shown_once_and_unknown_ones_are_removed(liar: Liar) -> None:
    written = _write(liar, _reply(("", [4, 4, 99]), ("", [0, 4, 1])))
    assert [sentence.numbers for sentence in written.shown] == [(4,), (1,)]
    assert written.unknown == (99, 0)
    assert "Unknown numbers removed: [99], [0]." in written.note


def test_the_reader_is_told_only_of_numbers_that_a_quotation_could_have(liar: Liar) -> None:
    written = _write(liar, _reply(("", [-1, 447700900123, 4, 99])))
    assert [sentence.numbers for sentence in written.shown] == [(4,)]
    assert written.unknown == (99,)
    assert WrittenBody.of(written).unknown == [99]


@pytest.mark.parametrize(
    ("reply", "cause"),
    [
        ("Supervision is too infrequent [4].", "gave a reply that does not have the form that was asked for."),
        ('{"parts": 3}', "gave a reply that does not have the form that was asked for."),
        ('{"parts": [{"heading": "x", "quotations": ["all"]}]}', "gave a reply that does not have the form"),
        ("", "gave a reply that does not have the form"),
        ('{"parts": []}', "chose no quotation."),
        (_reply(("Supervision", [99])), "chose no quotation."),
    ],
)
def test_a_reply_that_does_not_fit_gives_the_plain_answer(liar: Liar, reply: str, cause: str) -> None:
    written = _write(liar, reply)
    assert cause in str(written.fallback)
    assert written.shown == ()
    assert answer().text in written.text
    assert "Here are the quotations instead." in written.text


@pytest.mark.parametrize(
    ("liar", "cause"),
    [
        (Liar(status=500), "returned error 500."),
        (Liar(silent=True), "did not answer within 1 second."),
        (Liar(_reply(("", [1])), breaks_off=True), "broke off its reply."),
    ],
)
def test_a_server_that_fails_gives_the_plain_answer(liar: Liar, cause: str) -> None:
    with serve(liar):
        written = Writer("openai:liar", liar.url, timeout=20 if not liar.silent else 0.6).write(answer())
    assert cause in str(written.fallback)
    assert answer().text in written.text


def test_the_model_is_asked_for_a_form_and_documents_stand_in_no_system_message(
    liar: Liar, sample_index: Index
) -> None:
    found = ask(sample_index, "What did Ofsted say about management oversight in Westhaven in 2022?")
    liar.reply = _reply(("", [1]))
    first, last = Writer("openai:liar", liar.url).stream(found)
    assert (first.finished, first.shown, last.finished) == (False, (), True)
    (body,) = liar.asked
    system, human = (message["content"] for message in body["messages"])
    assert body["response_format"]["type"] == "json_schema"
    for citation in found.citations:
        assert citation.quote in human
        assert citation.quote not in system


QUOTES = [
    "Supervision of social workers is not always regular.",
    "Leaders plan to review caseloads in the assessment teams.",
]


@pytest.mark.parametrize(
    "heading",
    [
        "Supervision",
        "Supervision of social workers",
        "Caseloads and supervision",
        "Leaders’ caseloads",
        "Assessment team",
    ],
)
def test_a_heading_of_the_quotations_own_words_stands(heading: str) -> None:
    assert fault_of(heading, QUOTES) == ""


@pytest.mark.parametrize(
    ("heading", "reason"),
    [
        ("Regular supervision", "“Regular” judges or states something"),
        ("Supervision is regular", "“is” judges or states something"),
        ("Supervision always", "“always” judges"),
        ("Not supervision", "“Not” judges"),
        ("Budget cuts", "“Budget” is not in the quotations"),
        ("Supervision: social workers", "signs that a heading does not need"),
        ("Supervision of social workers in the assessment teams and leaders", "more than 8 words"),
        ("…", "no words"),
    ],
)
def test_a_heading_that_judges_or_adds_does_not(heading: str, reason: str) -> None:
    assert reason in fault_of(heading, QUOTES)
