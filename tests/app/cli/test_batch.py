"""Answers as JSON: of quotations alone, and as a chat model that lies put them into words."""

import json
import re
from pathlib import Path

import pytest

from app.cli.batch import answer_file, read_questions
from app.schemas import AnswerBody
from index import Index
from ingest import KloeError
from qa import ask
from qa.writing import Writer
from tests.qa.writing.liar import Liar, serve

QUESTIONS = (
    "What did Ofsted say about management oversight in Marlbridge in 2022?",
    "How good is supervision in Ashcombe?",
    "How was Marlbridge judged in 2022?",
    "What did Ofsted say about Narnia?",
)


def _lie(prompt: str) -> str:
    """Say the last sentence of one quotation in three as it stands, and lie about the rest."""
    said = []
    for number, words in re.findall(r"^\[(\d+)\] .*?: “(.*)”$", prompt, re.M):
        last = words.rstrip(".").rpartition(". ")[2]
        lies = ("Everything is outstanding", f"{last} and all 99 children are safe", last)
        said.append(f"{lies[int(number) % 3].rstrip('.')} [{number}]. Nobody said so [88].")
    return " ".join(said)


def _write(index: Index, folder: Path, writer: Writer | None) -> list[dict[str, object]]:
    asked, out = folder / "q.jsonl", folder / "a.jsonl"
    lines = [json.dumps({"id": number, "question": text}) for number, text in enumerate(QUESTIONS)]
    asked.write_text("\n".join(lines), encoding="utf-8")
    assert answer_file(index, asked, out, lambda done, total: None, writer) == len(QUESTIONS)
    return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]


def test_every_citation_of_a_written_answer_is_valid(sample_index: Index, tmp_path: Path) -> None:
    with serve(Liar(_lie)) as liar:
        rows = _write(sample_index, tmp_path, Writer("openai:liar", liar.url, sentences=True))
    documents = {record.path: record.id for record in sample_index.catalogue.records()}
    statuses = set()
    for row in rows[:3]:
        statuses |= {sentence["status"] for sentence in row["written"]["sentences"]}
        cited = {citation["number"] for citation in row["citations"]}
        shown = row["text"].partition("Written by")[0]
        assert {int(number) for number in re.findall(r"\[(\d+)\]", shown)} <= cited
        assert not re.search("Everything is outstanding|99 children|Nobody said so", shown)
        for citation in row["citations"]:
            pages = sample_index.catalogue.pages(documents[citation["document"]])
            text = " ".join(page.text for page in pages if page.number in (citation["page"], citation["page"] + 1))
            assert " ".join(citation["quote"].split()) in " ".join(text.split())
    assert statuses == {"kept", "replaced", "dropped"}
    assert rows[3]["written"] is None  # a declined question is not sent
    assert not rows[3]["answered"]


def test_without_a_writer_the_text_is_the_quotations(sample_index: Index, tmp_path: Path) -> None:
    for row in _write(sample_index, tmp_path, None):
        found = ask(sample_index, str(row["question"]))
        assert row["text"] == found.text
        assert row["lead"] == found.lead
        assert row["taken"] == []
        assert row["written"] is None


def test_a_line_may_follow_earlier_questions(sample_index: Index, tmp_path: Path) -> None:
    asked, out = tmp_path / "q.jsonl", tmp_path / "a.jsonl"
    asked.write_text(
        json.dumps({"id": 1, "question": "and in Westhaven?", "previous": [QUESTIONS[0]]}), encoding="utf-8"
    )
    answer_file(sample_index, asked, out, lambda done, total: None)
    row = json.loads(out.read_text(encoding="utf-8"))
    assert (row["scope"]["authorities"], row["taken"]) == (["Westhaven"], ["2022", "management oversight"])


@pytest.mark.parametrize("previous", ["supervision", [1], {"question": "supervision"}, None])
def test_what_is_no_list_of_questions_is_told_with_its_line(tmp_path: Path, previous: object) -> None:
    asked = tmp_path / "q.jsonl"
    asked.write_text('{"id": 1, "question": "a"}\n' + json.dumps({"id": 2, "question": "b", "previous": previous}))
    with pytest.raises(KloeError, match=r'line 2: "previous" is not a list of questions'):
        read_questions(asked)


def test_the_answer_to_a_follow_up_says_what_was_taken_over(sample_index: Index) -> None:
    first = ask(sample_index, QUESTIONS[0])
    body = AnswerBody.of(ask(sample_index, "and in Westhaven?", None, first.parsed, first.quoted))
    assert body.taken == ["2022", "management oversight"]
