"""Questions on the five published council papers alone: what a careful reader would quote, or decline."""

from pathlib import Path

import pytest

import qa
from index import Embedder, Index, update
from qa import Reason
from tests.conftest import SHARED

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

DEVON = "devon-childrens-scrutiny-2022-ofsted-monitoring-visit-letter.txt"
NEWS = "devon-news-2024-childrens-services-improving.txt"
LEICESTERSHIRE = "leicestershire-children-families-osc-ofsted-recommendations-progress.txt"
PLYMOUTH = "plymouth-ambitious-scrutiny-2015-ofsted.txt"
WORCESTERSHIRE = "worcestershire-scrutiny-panel-2017-monitoring-visit-feedback.txt"


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> Index:
    folder = SHARED / "corpus" / "council"
    if not folder.is_dir():
        pytest.skip("the published documents are not beside the repository")
    made: Path = tmp_path_factory.mktemp("council")
    index = Index(made / "index", Embedder())
    update(index, [folder], made / "cache")
    return index


@pytest.mark.parametrize(
    ("question", "document", "paragraph", "words"),
    [
        (
            "what did members resolve about the Ofsted monitoring visit letter?",
            DEVON,
            "(b)",
            "be welcomed",
        ),
        ("who moved the resolution?", DEVON, None, "MOVED by"),
        ("who seconded the motion?", DEVON, None, "SECONDED by"),
        ("which areas did the visit cover in Devon?", DEVON, None, "acted on"),
        ("what recommendations did Ofsted make in 2019?", LEICESTERSHIRE, "iii)", "2019 recommendations"),
        (
            "what did the committee decide about the progress report in Leicestershire?",
            LEICESTERSHIRE,
            None,
            "noted",
        ),
        ("what is to be shared with members in Devon?", DEVON, "(d)(iii)", "shared with Members"),
        ("what proportion of staff were agency staff in Worcestershire?", WORCESTERSHIRE, None, "36%"),
        ("what is the ideal caseload in Plymouth?", PLYMOUTH, "(k)", "18-25"),
        ("how many vacancies were there in Leicestershire?", LEICESTERSHIRE, "i)", "52 vacancies"),
        ("what did the focused visit to Devon in May 2021 look at?", DEVON, None, "May 2021"),
        ("what did Ofsted find in Worcestershire in 2016?", WORCESTERSHIRE, None, "October 2016"),
        ("what did Steve Lowe say about quality assurance?", NEWS, None, "quality assurance"),
        ("when did the council receive the Ofsted report in Plymouth?", PLYMOUTH, "(a)", "2 January"),
    ],
)
def test_is_quoted(papers: Index, question: str, document: str, paragraph: str | None, words: str) -> None:
    answer = qa.ask(papers, question)
    assert answer.answered, answer.explanation
    cited = [c for c in answer.citations if c.record.path == document and c.page == 1 and words in c.quote]
    assert any(paragraph in (None, citation.paragraph) for citation in cited)


def test_who_moved_is_a_fact(papers: Index) -> None:
    (told,) = qa.ask(papers, "who moved the resolution?").told
    assert told[0].startswith("Moved by Councillor ")


@pytest.mark.parametrize(
    ("question", "reason", "said"),
    [
        ("when did the panel meet?", Reason.SILENT, "the day of the meeting"),
        ("who moved the motion in Plymouth?", Reason.SILENT, "who moved a decision"),
        ("what did the Worcestershire panel resolve about agency staff?", Reason.SILENT, "a decision"),
        ("what did members decide about adoption in Devon?", Reason.SILENT, "Devon"),
        ("what did Ofsted say about Leicestershire in 2012?", Reason.NO_DOCUMENT, "2012"),
    ],
)
def test_is_declined(papers: Index, question: str, reason: Reason, said: str) -> None:
    answer = qa.ask(papers, question)
    assert answer.reason is reason
    assert said in answer.explanation


def test_a_year_that_papers_speak_of(papers: Index) -> None:
    answer = qa.ask(papers, "what recommendations did Ofsted make in 2019?")
    assert answer.lead.startswith("No document of 2019 is held; later papers speak of it.")
    assert {citation.record.path for citation in answer.citations} == {LEICESTERSHIRE}
    assert all("2019" in citation.quote for citation in answer.citations)


def test_a_question_that_needs_a_council_asks_which(papers: Index) -> None:
    answer = qa.ask(papers, "what did the last letter say?")
    assert answer.reason is Reason.WHICH_AUTHORITY
    assert answer.choices == ("Devon", "Leicestershire", "Plymouth", "Worcestershire")
    assert "Plymouth" in answer.explanation
