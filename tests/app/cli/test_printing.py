"""An answer as it is printed while a chat model writes it."""

import pytest

from app.cli.printing import print_written
from index import Index
from qa import ask
from qa.writing import Writer
from tests.qa.writing.claims import answer
from tests.qa.writing.liar import Liar, serve

TRUE = "Supervision of personal advisers is too infrequent [4]."
ALSO_TRUE = "In Westhaven, managers each oversee as many as 14 workers and 260 children [1]."


def _printed(liar: Liar, capsys: pytest.CaptureFixture[str]) -> str:
    with serve(liar):
        print_written(Writer("openai:liar", liar.url, timeout=20).stream(answer()))
    return capsys.readouterr().out


def test_it_is_the_whole_answer(capsys: pytest.CaptureFixture[str]) -> None:
    liar = Liar(f"{TRUE} {ALSO_TRUE}")
    printed = _printed(liar, capsys)
    with serve(liar):
        assert printed == Writer("openai:liar", liar.url).write(answer()).text.replace(liar.url, _url(printed)) + "\n"
    assert printed.index("infrequent. [4]") < printed.index("260 children. [1]") < printed.index("Sources")


def _url(printed: str) -> str:
    return printed.partition(" at ")[2].partition(" and checked")[0]


def test_each_sentence_is_printed_once_it_is_checked(capsys: pytest.CaptureFixture[str]) -> None:
    seen: list[str] = []

    def states(liar: Liar) -> object:
        for state in Writer("openai:liar", liar.url).stream(answer()):
            yield state
            seen.append(capsys.readouterr().out)

    with serve(Liar(f"{TRUE} {ALSO_TRUE}")) as liar:
        print_written(states(liar))  # type: ignore[arg-type]
    first, second, end = seen
    assert "infrequent. [4]" in first
    assert "260 children" not in first
    assert "260 children. [1]" in second
    assert "infrequent" not in second
    assert "Sources" in end


def test_what_was_replaced_or_dropped_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    printed = _printed(Liar(f"Supervision of personal advisers is excellent [4]. All is well. {ALSO_TRUE}"), capsys)
    shown, _, refused = printed.partition("Written by the model and not shown")
    assert "“Supervision of personal advisers is too infrequent.” [4]" in shown
    assert "excellent" not in shown
    assert "“excellent” is not in the quotation; replaced by quotation [4])" in refused
    assert "“All is well.” (it cites no quotation; left out)" in refused


def test_where_the_model_breaks_off_the_quotations_follow(capsys: pytest.CaptureFixture[str]) -> None:
    printed = _printed(Liar(f"{TRUE} {ALSO_TRUE} " * 3, breaks_off=True), capsys)
    assert printed.startswith("Ashcombe, focused visit letter")
    assert answer().text in printed
    assert "broke off its reply. Here are the quotations instead." in printed


def test_a_fact_that_is_told_stands_first(sample_index: Index, capsys: pytest.CaptureFixture[str]) -> None:
    found = ask(sample_index, "How was Marlbridge judged in 2022?")
    (number,) = {number for _, number in found.told}
    others = [citation for citation in found.citations if citation.number != number]
    reply = " ".join(f"All is well [{citation.number}]." for citation in others or found.citations)
    with serve(Liar(reply)) as liar:
        print_written(Writer("openai:liar", liar.url).stream(found))
    printed = capsys.readouterr().out
    assert printed.startswith(f"{found.told[0][0]} (Marlbridge")
    assert f"\n  [{number}] " in printed.partition("Sources")[2]
