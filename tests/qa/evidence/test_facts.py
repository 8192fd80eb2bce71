"""Facts that are asked for by name, and premises that they contradict, over the sample."""

from datetime import date

import pytest

from index import Index
from ingest import Area, Grade
from qa import Reason, ask
from qa.evidence import FactValue, InspectedFact, InspectorFact, JudgedFact, PublishedFact
from qa.question.intent.remit import out_of_remit


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("What was the overall effectiveness judgement in Marlbridge in 2025?", "Overall effectiveness: "),
        ("What grade did Marlbridge get in 2025?", "Overall effectiveness: "),
        ("How was Marlbridge judged for help and protection in 2025?", "Help and protection: "),
        ("How did Ofsted judge Marlbridge in 2025?", "Overall effectiveness: good"),
        ("how did marlbridge do in 2025", "Overall effectiveness: good"),
        ("Is Marlbridge good in 2025?", "Yes. Overall effectiveness: good"),
        ("Was Marlbrige good in 2025?", "Yes. Overall effectiveness: good"),
        ("Was Marlbridge good in 2022?", "No. Overall effectiveness: requires improvement to be good"),
        ("Did Marlbridge require improvement in 2022?", "Yes. Overall effectiveness: "),
        ("Did Ofsted rate leadership in Ashcombe as outstanding?", "No. Leaders: good"),
        ("In 2022, was Westhaven rated inadequate for child protection?", "Yes. Help and protection: inadequate"),
        ("How were care leavers judged in Ashcombe?", "Children in care and care leavers: requires improvement"),
        ("How were care leavers judged in Marlbridge in 2025?", "Care leavers: requires improvement to be good"),
        ("How were children in care judged in Marlbridge in 2025?", "Children in care: good"),
        ("Is Marlbridge good or outstanding?", "Overall effectiveness: "),
        ("Which HMI led the 2025 Marlbridge council inspection?", "Lead inspector: "),
        ("Who led the 2025 inspection of Marlbridge?", "Lead inspector: Daniel Threlfall"),
        ("When was Marlbridge inspected in 2025?", "Inspected: 24 February 2025 to 7 March 2025"),
        ("On what dates did the 2025 inspection of Marlbridge take place?", "Inspected: 24 February 2025"),
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
        "How was supervision judged in Marlbridge?",
        "Is supervision in Marlbridge good?",
        "Was Marlbridge good to work for?",
        "Were outcomes for children in care good in Marlbridge?",
        "How good is early help in Marlbridge?",
        "Who led the improvement of caseloads in Marlbridge?",
        "When did Marlbridge publish its sufficiency strategy?",
    ],
)
def test_nothing_is_told_that_was_not_asked_for(sample_index: Index, question: str) -> None:
    assert ask(sample_index, question).told == ()


def test_all_grades_are_told_where_all_are_asked_for(sample_index: Index) -> None:
    told = [said for said, _ in ask(sample_index, "What were Marlbridge's judgements in 2025?").told]
    assert len(told) == 5
    assert told[0] == "Overall effectiveness: good"


def test_two_reports_are_told_each_with_its_date(sample_index: Index) -> None:
    lines = ask(sample_index, "Was Marlbridge good?").text.splitlines()
    assert (
        "Yes. Overall effectiveness: good (Marlbridge, ILACS inspection report, 11 April 2025) [" in lines[1] + lines[0]
    )
    assert "No. Overall effectiveness: requires improvement to be good (Marlbridge, ILACS" in lines[1] + lines[0]


def test_a_publication_date_that_no_page_prints_is_said_to_be_from_the_file_name(sample_index: Index) -> None:
    answer = ask(sample_index, "When was the 2025 Ofsted report on Marlbridge published?")
    assert [said for said, _ in answer.told] == ["Published: 11 April 2025 (date from the file name; not printed)"]


def test_why_asks_for_the_areas_that_bear_the_grade(sample_index: Index) -> None:
    told = [said for said, _ in ask(sample_index, "Why was Ashcombe rated requires improvement in 2021?").told]
    assert told == ["Overall effectiveness: good", "Children in care and care leavers: requires improvement to be good"]
    answer = ask(sample_index, "Why was Ashcombe's leadership judged requires improvement in 2021?")
    assert answer.reason is Reason.PREMISE
    assert "Leaders: good" in answer.explanation


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
        ("Are potholes mended in Kent?", "potholes"),
        ("How is adult social care rated in Kent?", "adult social care"),
        ("Do disabled children move on to adult services well?", None),
        ("Can care leavers get a council tax discount?", None),
        ("Is there enough housing for care leavers?", None),
        ("planning for children's futures", None),
    ],
)
def test_out_of_remit(question: str, subject: str | None) -> None:
    assert out_of_remit(question) == subject


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Who led the 2025 inspection of Marlbridge?", InspectorFact("Daniel Threlfall", led=True)),
        ("When was Marlbridge inspected in 2025?", InspectedFact(date(2025, 2, 24), date(2025, 3, 7))),
        ("When was the 2025 Ofsted report on Marlbridge published?", PublishedFact(date(2025, 4, 11), "file name")),
        ("Was Marlbridge inadequate in 2025?", JudgedFact(Area.OVERALL, Grade.GOOD, claimed=Grade.INADEQUATE)),
        (
            "How were care leavers judged in Ashcombe?",
            JudgedFact(Area.IN_CARE, Grade.REQUIRES_IMPROVEMENT, with_care_leavers=True),
        ),
    ],
)
def test_a_fact_carries_its_value(sample_index: Index, question: str, value: FactValue) -> None:
    answer = ask(sample_index, question)
    [(fact, number)] = answer.facts
    assert fact == value
    assert answer.told == ((value.text, number),)
    assert answer.results[0].score is None
