"""The JSON that scripts read keeps its keys, and one thing has one description."""

from typing import Any

import pytest

from app.asking import Filters, search
from app.schemas import AnswerBody, DocumentBody, RecordBody, SearchBody, StatusBody
from index import Index
from qa import ask
from tests.qa.answer.made import refused, with_everything

QUESTION = "How was Marlbridge judged in 2022?"
ANSWER = "question answered reason text lead taken scope told coverage citations passages".split()
SCOPE = "authorities years months kinds regions without judged latest".split()
CITATION = "number document page paragraph case_study section quote reference".split()
PASSAGE = "document page paragraph text headings stance authority kind published years score".split()
DOCUMENT = (
    "document kind authority authorities la_code inspection_start inspection_end published met lead_inspector outcome"
    " judgements judgements_reported pages passages sources".split()
)
RECORD = [*DOCUMENT, "title", "notes", "facts", "judgement_words", "passage_list", "furniture"]
PASSAGE_OF_RECORD = "page paragraph item said_by authorities section stance text".split()
STATUS = "index model documents passages pages authorities first_year last_year kinds waiting skipped".split()


def keys(body: dict[str, Any], wanted: list[str]) -> list[str]:
    return [key for key in wanted if key in body]


def test_an_answer(sample_index: Index) -> None:
    body = AnswerBody.of(ask(sample_index, QUESTION)).model_dump(mode="json")
    assert keys(body, ANSWER) == ANSWER
    assert keys(body["scope"], SCOPE) == SCOPE
    assert all(keys(citation, CITATION) == CITATION for citation in body["citations"])
    assert all(keys(passage, [*PASSAGE, "quoted"]) == [*PASSAGE, "quoted"] for passage in body["passages"])
    assert body["scope"]["years"] == [2022]
    assert body["told"][0].keys() == {"text", "citation"}


def test_what_else_was_found() -> None:
    body = AnswerBody.of(with_everything())
    assert [passage.quoted for passage in body.passages] == [True, True, True, False, False]
    assert [(citation.number, citation.quote) for citation in body.otherwise] == [
        (3, "Plans are of high quality."),
        (4, "Plans are clear."),
    ]
    assert [citation.case_study for citation in body.citations] == [False, True]
    assert body.nearest == []
    declined = AnswerBody.of(refused())
    assert [passage.text for passage in declined.nearest] == ["Passage 1.", "Passage 2.", "Passage 3."]
    assert not any(passage.quoted for passage in declined.passages)
    assert declined.text == declined.explanation


def test_a_search_says_what_an_answer_says(sample_index: Index) -> None:
    ranked = search(sample_index, "supervision in Marlbridge in 1999", Filters())
    body = SearchBody.of("supervision in Marlbridge in 1999", ranked, 10)
    declined = AnswerBody.of(ask(sample_index, "supervision in Marlbridge in 1999"))
    assert (body.scope, body.reason, body.explanation) == (declined.scope, declined.reason, declined.explanation)
    assert body.summary == body.explanation


def test_documents_and_their_records(sample_index: Index) -> None:
    for record in sample_index.catalogue.records():
        listed = DocumentBody.of(record).model_dump(mode="json")
        whole = RecordBody.read(sample_index, record).model_dump(mode="json")
        assert keys(listed, DOCUMENT) == DOCUMENT
        assert keys(whole, RECORD) == RECORD
        assert listed.items() <= whole.items()
        assert whole["judgements"].items() <= {(row["area"], row["grade"]) for row in whole["judgement_words"]}
        for passage in whole["passage_list"]:
            assert passage.keys() == set(PASSAGE_OF_RECORD)


def test_the_state_of_an_index(sample_index: Index) -> None:
    body = StatusBody.of(sample_index).model_dump(mode="json")
    assert list(body) == STATUS
    assert sum(body["kinds"].values()) == body["documents"] == len(sample_index.catalogue.records())


@pytest.mark.parametrize("question", [QUESTION, "caseloads in Marlbridge"])
def test_references_have_one_style(sample_index: Index, question: str) -> None:
    body = AnswerBody.of(ask(sample_index, question))
    for place in (*body.citations, *body.passages):
        assert place.reference.startswith(f"{place.document_reference}, ")
        assert place.reference.removesuffix(", read by OCR").endswith(f"page {place.page}")
