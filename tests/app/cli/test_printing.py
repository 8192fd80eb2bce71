"""An answer as it is printed while a chat model writes it."""

from dataclasses import replace

import pytest

from app.cli.printing import print_more, print_refusal, print_written
from index import Index
from qa import ask
from qa.writing import Writer
from tests.qa.answer.made import refused, with_everything
from tests.qa.writing.claims import answer
from tests.qa.writing.liar import Liar, serve

TRUE = "Supervision of personal advisers is too infrequent [4]."
ALSO_TRUE = "In Westhaven, managers each oversee as many as 14 workers and 260 children [1]."


def _printed(liar: Liar, capsys: pytest.CaptureFixture[str]) -> str:
    with serve(liar):
        print_written(Writer("openai:liar", liar.url, timeout=20, sentences=True).stream(answer()))
    return capsys.readouterr().out


def test_it_is_the_whole_answer(capsys: pytest.CaptureFixture[str]) -> None:
    liar = Liar(f"{TRUE} {ALSO_TRUE}")
    printed = _printed(liar, capsys)
    with serve(liar):
        assert (
            printed
            == Writer("openai:liar", liar.url, sentences=True).write(answer()).text.replace(liar.url, _url(printed))
            + "\n"
        )
    assert printed.index("infrequent. [4]") < printed.index("260 children. [1]") < printed.index("Sources")


def _url(printed: str) -> str:
    return printed.partition(" at ")[2].partition(" and checked")[0]


def test_each_sentence_is_printed_once_it_is_checked(capsys: pytest.CaptureFixture[str]) -> None:
    seen: list[str] = []

    def states(liar: Liar) -> object:
        for state in Writer("openai:liar", liar.url, sentences=True).stream(answer()):
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
        print_written(Writer("openai:liar", liar.url, sentences=True).stream(found))
    printed = capsys.readouterr().out
    assert printed.startswith(f"{found.told[0][0]} (Marlbridge")
    assert f"\n  [{number}] " in printed.partition("Sources")[2]


def test_a_refusal_has_the_nearest_passages(capsys: pytest.CaptureFixture[str]) -> None:
    print_refusal(refused())
    said, _, nearest = capsys.readouterr().out.partition("\n\nNone of these clearly answers it:\n\n")
    assert said == "None of the 5 documents searched answers this question."
    assert nearest.startswith(
        "1. Marlbridge, ILACS inspection report, 18 March 2022, paragraph 9, page 2 (marlbridge/report.pdf)"
    )
    assert nearest.count("   Under “Findings”:\n   Passage ") == 3
    print_refusal(replace(refused(), results=()))
    assert capsys.readouterr().out == "None of the 5 documents searched answers this question.\n"


def test_more_prints_what_says_otherwise_and_what_was_not_chosen(capsys: pytest.CaptureFixture[str]) -> None:
    print_more(with_everything())
    otherwise, _, passages = capsys.readouterr().out.partition(
        "\nMore passages (found, but not chosen as an answer):\n\n"
    )
    assert otherwise.startswith("\n2 documents say otherwise:\n\nWesthaven, ILACS inspection report")
    assert "  “Plans are clear.” [4]" in otherwise
    assert "1. Marlbridge" in passages
    assert "   Visits were made." in passages
    print_more(replace(with_everything(), otherwise=(), results=()))
    assert capsys.readouterr().out == ""


def test_a_written_answer_says_how_many_documents_say_otherwise(capsys: pytest.CaptureFixture[str]) -> None:
    with serve(Liar("Plans are clear [1].")) as liar:
        print_written(Writer("openai:liar", liar.url, timeout=20, sentences=True).stream(with_everything()))
    printed = capsys.readouterr().out
    assert "\n2 documents say otherwise.\nKloe searched" in printed
    assert "focus on:\n      the quality of plans\n      visits to children" in printed
