"""Answers and lists of passages as Word documents and CSV, opened again."""

import csv
import io
from dataclasses import dataclass, replace
from datetime import date

import docx
import pytest
from docx.document import Document as Word

import qa
from app.exports import answer_csv, answer_docx, csv_text, results_csv, results_docx
from app.schemas import AnswerBody, ResultBody
from index import Index, SearchResult
from ingest import Passage, Span
from qa import Answer, Scope
from tests.qa.answer.made import LIST, cited, record, refused, with_everything

HOSTILE = (
    '=HYPERLINK("http://evil","x")<script>alert(1)</script>\x00\x1b[31mred\x1b[0m\x0b\x0c\ufffe \u202etxt.exe &amp; ]]>'
)
CLEAN = '=HYPERLINK("http://evil","x")<script>alert(1)</script>red\n txt.exe &amp; ]]>'
MADE = date(2026, 3, 2)


@dataclass(frozen=True)
class HostileFact:
    """A fact of which every word is hostile."""

    name: str = HOSTILE
    text: str = HOSTILE


def hostile_answer() -> AnswerBody:
    held = record(authorities=(HOSTILE,), sources=(HOSTILE,))
    citations = (cited(1, HOSTILE, held, HOSTILE), cited(2, "Plain words.", record(id="d2")))
    return AnswerBody.of(Answer(HOSTILE, Scope(), citations, (), HOSTILE, facts=((HostileFact(), 1),)))


def hostile_result() -> ResultBody:
    held = record(authorities=(HOSTILE,), sources=(HOSTILE,))
    passage = Passage(HOSTILE, (Span(1, 0, 9),), (HOSTILE,), "=1")
    return ResultBody.of(SearchResult("p", held, passage, 1.0, 1.0, 1.0))


def read(written: bytes) -> Word:
    return docx.Document(io.BytesIO(written))


def lines(word: Word, style: str | None = None) -> list[str]:
    return [paragraph.text for paragraph in word.paragraphs if style is None or paragraph.style.name == style]


def rows(text: str) -> list[dict[str, str]]:
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_an_answer_as_word_has_findings_and_numbered_references(sample_index: Index) -> None:
    answer = qa.ask(sample_index, "What did Ofsted say about management oversight in Marlbridge in 2022?")
    assert answer.answered
    word = read(answer_docx(AnswerBody.of(answer), MADE))
    assert lines(word, "Title") == [answer.question]
    assert "2 March 2026" in lines(word)[1]
    assert answer.coverage in lines(word)
    assert lines(word, "Heading 2") == [qa.document_reference(held) for held, _ in answer.documents]
    assert lines(word, "Heading 3") == [f"Under “{name}”" for _, named in answer.sections for name, _ in named if name]
    for citation in answer.citations:
        assert f"“{citation.quote}”\u00a0[{citation.number}]" in lines(word)
        assert f"[{citation.number}]\t{citation.reference}. {citation.record.path}" in lines(word)
    assert word.core_properties.author == "Kloe"
    assert word.sections[0].page_width.cm == pytest.approx(21, abs=0.1)


def test_facts_that_are_told_stand_first(sample_index: Index) -> None:
    answer = qa.ask(sample_index, "How was Marlbridge judged overall in 2022?")
    assert answer.told
    said, number = answer.told[0]
    assert lines(read(answer_docx(AnswerBody.of(answer))), "List Bullet")[0].startswith(f"{said} (")
    assert said in rows(answer_csv(AnswerBody.of(answer)))[number - 1]["fact"]


def test_a_refusal_says_why_in_both(sample_index: Index) -> None:
    answer = qa.ask(sample_index, "What did Ofsted say about supervision in Marlbridge in 2012?")
    assert not answer.answered
    word = read(answer_docx(AnswerBody.of(answer)))
    assert lines(word, "Heading 1") == ["No answer: no document held"]
    assert answer.explanation in lines(word)
    (row,) = rows(answer_csv(AnswerBody.of(answer)))
    assert row["fact"] == f"No answer: no document held. {answer.explanation}"


def test_a_refusal_has_the_nearest_passages_in_both() -> None:
    body = AnswerBody.of(refused())
    word = lines(read(answer_docx(body)))
    at = word.index("None of these clearly answers it")
    assert [line for line in word[at:] if line.startswith("“")] == [
        f"“{passage.text}”\u00a0[{number}]" for number, passage in enumerate(body.nearest, 1)
    ]
    assert f"[1]\t{body.nearest[0].reference}. {body.nearest[0].document}" in word
    reason, *nearest = rows(answer_csv(body))
    assert reason["fact"].startswith("No answer: held but silent.")
    assert [row["quotation"] for row in nearest] == [passage.text for passage in body.nearest]
    assert {row["fact"] for row in nearest} == {"None of these clearly answers it"}
    assert nearest[0]["reference"] == body.nearest[0].reference


def test_what_says_otherwise_stands_apart_in_both() -> None:
    body = AnswerBody.of(with_everything())
    word = read(answer_docx(body))
    assert lines(word, "Heading 1") == ["Findings", "2 documents say otherwise", "References"]
    assert lines(word)[-1].startswith("[4]\t")
    assert [(row["number"], row["fact"]) for row in rows(answer_csv(body))] == [
        ("1", ""),
        ("2", ""),
        ("3", "says otherwise"),
        ("4", "says otherwise"),
    ]


def test_what_only_comes_near_stands_apart_in_both() -> None:
    answer = with_everything()
    plain, near = answer.citations
    body = AnswerBody.of(replace(answer, citations=(plain, replace(near, near=True)), otherwise=()))
    assert lines(read(answer_docx(body)), "Heading 1") == [
        "Findings",
        "This comes near, without plainly saying it",
        "References",
    ]
    assert [row["fact"] for row in rows(answer_csv(body))] == ["", "comes near"]


def test_a_list_keeps_its_lines_in_both() -> None:
    body = AnswerBody.of(with_everything())
    lead_in, first, last = LIST.split("\n")
    word = read(answer_docx(body))
    assert f"“{lead_in}" in lines(word, "Normal")
    assert lines(word, "List Bullet") == [first, f"{last}”\u00a0[1]"]
    assert rows(answer_csv(body))[0]["quotation"] == LIST


def test_a_case_study_is_told_as_one_in_both() -> None:
    body = AnswerBody.of(with_everything())
    assert ", case study, page 2" in rows(answer_csv(body))[1]["reference"]
    assert any(line.startswith("[2]\t") and ", case study, page 2" in line for line in lines(read(answer_docx(body))))


def test_an_answer_as_csv_has_a_row_for_each_quotation(sample_index: Index) -> None:
    answer = qa.ask(sample_index, "What did Ofsted say about management oversight in Marlbridge in 2022?")
    found = rows(answer_csv(AnswerBody.of(answer)))
    assert [row["quotation"] for row in found] == [citation.quote for citation in answer.citations]
    assert found[0]["reference"] == answer.citations[0].reference
    assert found[0]["date"] == "2022-03-18"
    assert found[0]["document"] == answer.citations[0].record.path


def test_a_list_of_passages_keeps_its_order_in_both(sample_index: Index) -> None:
    results = qa.find(sample_index, qa.parse(sample_index, "caseloads"), 8)
    bodies = [ResultBody.of(result) for result in results]
    assert [row["text"] for row in rows(results_csv(bodies))] == [result.passage.text for result in results]
    word = read(results_docx("caseloads", bodies, "8 passages found, best first."))
    quoted = [f"“{result.passage.text}”\u00a0[{number}]" for number, result in enumerate(results, 1)]
    assert [line for line in lines(word, "Normal") if line.startswith("“")] == quoted
    assert "8 passages found, best first." in lines(word)


def test_a_follow_ups_word_file_says_what_was_taken_over(sample_index: Index) -> None:
    before = qa.parse(sample_index, "How good was supervision in Marlbridge in 2022?")
    answer = qa.ask(sample_index, "and management oversight?", previous=before)
    assert any(
        line.startswith("Carried over from the previous question: ")
        for line in lines(read(answer_docx(AnswerBody.of(answer))))
    )


def test_an_empty_list_is_said(sample_index: Index) -> None:
    assert "No passage was found." in lines(read(results_docx("zeppelins", [], "No passage was found.")))
    assert rows(results_csv([])) == []


def test_hostile_text_is_only_text_in_word() -> None:
    word = read(answer_docx(hostile_answer(), MADE))
    assert lines(word, "Title") == [CLEAN.replace("\n", "")]
    assert f"“{CLEAN}”\u00a0[1]" in lines(word)
    assert any(line.endswith(f". {CLEAN}") for line in lines(word))
    for part in (word, read(results_docx(HOSTILE, [hostile_result()], "1 passage found."))):
        text = "\n".join(lines(part))
        assert not set(text) & set("\x00\x1b\x0b\x0c\ufffe\u202e")
        assert not part.element.xpath("//w:hyperlink")


def test_hostile_text_is_no_formula_in_csv() -> None:
    for row in (*rows(answer_csv(hostile_answer())), *rows(results_csv([hostile_result()]))):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row.values())
        assert not set("".join(row.values())) & set("\x00\x1b\ufffe\u202e")
    assert rows(answer_csv(hostile_answer()))[0]["quotation"] == f"'{CLEAN}"
    assert rows(results_csv([hostile_result()]))[0]["paragraph"] == "'=1"


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "＝1", "\u200b=1", "\x1b[0m=1"]
)
def test_a_cell_that_looks_like_a_formula_gets_an_apostrophe(text: str) -> None:
    (row,) = rows(csv_text(["a", "b"], [(text, 7)]))
    assert row["a"].startswith("'")
    assert row["b"] == "7"


@pytest.mark.parametrize("text", ["plain", 'a "quoted", word', "two\nlines", "3-4 weeks", "“Café”", ""])
def test_other_cells_come_back_as_they_are(text: str) -> None:
    assert rows(csv_text(["a"], [(text,), ("end",)]))[0]["a"] == text
