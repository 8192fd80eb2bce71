"""The parts of a paper that its readers see first, and which way a sentence leans."""

from datetime import date
from pathlib import Path

import pytest

from index import Index, update
from index.catalogue import Record
from ingest import Kind
from qa.evidence.headlines import Paper, read_paper, units_of
from qa.evidence.polarity import blames, praises
from qa.evidence.sections import newest_papers
from tests.conftest import WordEmbedder

LETTER = """Focused visit to Marlbridge children's services

This letter summarises the findings of a focused visit to Marlbridge children's services in May 2024.

Headline findings

Leaders have strengthened the front door since the last inspection. However, some children still wait too long for a visit.

What needs to improve in this area of social work practice?

The timeliness of visits to children after a referral.

The quality of management oversight in the duty team.

Main findings

Most contacts to the front door are screened on the day that they are received by the team.
"""


def paper_of(text: str, folder: Path) -> tuple[Index, Paper]:
    (folder / "letters").mkdir()
    (folder / "letters" / "focused visit.txt").write_text(text)
    index = Index(folder / "index", WordEmbedder())
    update(index, [folder / "letters"], folder / "cache")
    return index, read_paper(index, index.catalogue.records()[0])


def test_headlines_and_lists_of_a_letter(tmp_path: Path) -> None:
    _, paper = paper_of(LETTER, tmp_path)
    assert [result.passage.text[:12] for result in paper.headlines] == ["Leaders have"]
    assert [result.passage.text[:14] for result in paper.to_improve] == ["The timeliness", "The quality of"]
    assert paper.strengths == paper.priorities == ()
    assert paper.grades is None


def test_a_sentence_is_quoted_with_the_one_that_takes_it_back(tmp_path: Path) -> None:
    _, paper = paper_of(LETTER, tmp_path)
    assert [unit.quote for unit in units_of(paper.headlines[0])] == [paper.headlines[0].passage.text]


def test_without_a_heading_the_opening_is_the_headline(tmp_path: Path) -> None:
    _, paper = paper_of(LETTER.replace("Headline findings\n\n", ""), tmp_path)
    assert [result.passage.text[:12] for result in paper.headlines] == ["Leaders have"]


@pytest.mark.parametrize(
    ("text", "wrong", "good"),
    [
        ("Care leavers receive excellent support from skilled advisers.", False, True),
        ("The quality of practice is too variable.", True, False),
        ("Most plans are good, but some children have yet to be seen.", True, False),
        ("Leaders have provided stability in times of challenge.", False, True),
        ("There are no widespread or serious failures, and services are good.", False, True),
        ("The council employs forty social workers.", False, False),
    ],
)
def test_which_way_a_sentence_leans(text: str, wrong: bool, good: bool) -> None:
    assert (blames(text), praises(text)) == (wrong, good)


def _record(kind: Kind, day: str, place: str = "Marlbridge") -> Record:
    return Record(
        id=f"{place} {kind} {day}",
        title="",
        kind=kind,
        authorities=(place,),
        inspection_start=None,
        inspection_end=None,
        published=date.fromisoformat(day),
        met=None,
        lead_inspector=None,
        outcome=None,
        judgements=(),
        reported=(),
        facts=(),
        years=(int(day[:4]),),
        notes=(),
        sources=(f"{kind} {day}.pdf",),
        pages=1,
        passages=1,
    )


OLD = _record(Kind.SINGLE, "2016-05-01")
VISIT_BEFORE = _record(Kind.FOCUSED_VISIT, "2021-05-01")
NEWEST = _record(Kind.ILACS, "2022-05-01")
VISIT_AFTER = _record(Kind.FOCUSED_VISIT, "2023-05-01")
SEND = _record(Kind.AREA_SEND, "2023-11-01")
JOINT = _record(Kind.JOINT, "2017-05-01")
ALL = (JOINT, OLD, VISIT_BEFORE, NEWEST, SEND, VISIT_AFTER)


def test_the_newest_paper_of_each_kind() -> None:
    assert newest_papers(ALL) == [SEND, VISIT_AFTER, NEWEST]


def test_the_inspection_before_it_where_change_is_asked() -> None:
    assert newest_papers(ALL, with_previous=True) == [SEND, VISIT_AFTER, NEWEST, OLD]


def test_an_old_joint_inspection_counts_where_there_is_nothing_else() -> None:
    assert newest_papers([JOINT]) == [JOINT]


def test_each_authority_has_its_own_newest() -> None:
    other = _record(Kind.ILACS, "2018-05-01", "Ashcombe")
    assert newest_papers([OLD, NEWEST, other]) == [NEWEST, other]
