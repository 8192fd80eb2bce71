"""Facts that are asked for by name, and premises that they contradict, over the sample."""

import pytest

from index import Index
from qa import Reason, ask
from qa.remit import out_of_remit


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What was the overall effectiveness judgement in Marlbridge in 2025?", "Overall effectiveness: "),
        ("What grade did Marlbridge get in 2025?", "Overall effectiveness: "),
        ("How was Marlbridge judged for help and protection in 2025?", "Help and protection: "),
        ("Is Marlbridge good?", "Overall effectiveness: "),
        ("Who led the 2025 inspection of Marlbridge?", "Lead inspector: "),
        ("When was Marlbridge inspected in 2025?", "Inspected: 2025"),
    ],
)
def test_a_fact_comes_first_with_its_words(sample_index: Index, question: str, told: str) -> None:
    answer = ask(sample_index, question)
    assert answer.told
    for said, number in answer.told:
        assert said.startswith(told)
        assert answer.text.splitlines()[0].startswith(told)
        assert answer.citation(number).number == number
    assert answer.results[0].id in {citation.passage_id for citation in answer.citations}


@pytest.mark.parametrize(
    "question",
    [
        "What did Ofsted say about management oversight in Marlbridge?",
        "How good is the judgement of social workers in Marlbridge?",
        "When do inspectors think visits should happen in Marlbridge?",
    ],
)
def test_nothing_is_told_that_was_not_asked_for(sample_index: Index, question: str) -> None:
    assert ask(sample_index, question).told == ()


def test_a_premise_that_no_document_bears(sample_index: Index) -> None:
    records = [r for r in sample_index.catalogue.records() if r.judgements]
    held = {(r.authority, j.grade) for r in records for j in r.judgements}
    authority, grade = next(
        (r.authority, grade)
        for r in records
        for grade in ("inadequate", "outstanding")
        if (r.authority, grade) not in held
    )
    answer = ask(sample_index, f"Why was {authority} judged {grade}?")
    assert answer.reason is Reason.PREMISE
    assert authority in answer.explanation
    assert "“" in answer.explanation


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("What did inspectors say about bin collections in Walsall?", "bin collections"),
        ("How is adult social care rated in Kent?", "adult social care"),
        ("Do disabled children move on to adult services well?", None),
        ("Can care leavers get a council tax discount?", None),
        ("Is there enough housing for care leavers?", None),
        ("planning for children's futures", None),
    ],
)
def test_out_of_remit(question: str, subject: str | None) -> None:
    assert out_of_remit(question) == subject
