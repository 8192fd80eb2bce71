"""Short texts in many voices, each with the grades that a careful reader would take from it; a third of them tell none.

Each line of `told.tsv` is a text, a tab and its grades, "area=grade": o overall, l leaders, h help and protection, c in care, v care
leavers, a adoption; O outstanding, G good, R requires improvement, I inadequate.
"""

from pathlib import Path

import pytest

from ingest import Area, Judgement, Kind, Page
from ingest.facts import current, read_reported
from ingest.lines import printed_lines

_TOLD = [
    line.split("\t") for line in Path(__file__).with_name("told.tsv").read_text(encoding="utf-8").splitlines() if line
]
_LETTERS = {
    Area.OVERALL: "o",
    Area.LEADERS: "l",
    Area.HELP_AND_PROTECTION: "h",
    Area.IN_CARE: "c",
    Area.CARE_LEAVERS: "v",
    Area.ADOPTION: "a",
}


def _read(text: str, authorities: tuple[str, ...] = ("Marlshire",)) -> tuple[Judgement, ...]:
    return current(read_reported((Page(1, text),), [printed_lines(1, text)], Kind.NEWS, authorities))


def _written(judgements: tuple[Judgement, ...]) -> set[str]:
    return {f"{_LETTERS[one.area]}={one.grade[0].upper()}" for one in judgements}


@pytest.mark.parametrize(("text", "wanted"), _TOLD)
def test_the_grades_that_a_text_tells(text: str, wanted: str) -> None:
    assert _written(_read(text)) == set(wanted.split())


def test_the_words_of_a_grade_that_points_back_are_both_sentences() -> None:
    text = "Ofsted rated leadership good. The same went for care leavers. Nobody was surprised."
    words = {one.area: one.words for one in _read(text)}
    assert words == {
        Area.LEADERS: "Ofsted rated leadership good.",
        Area.CARE_LEAVERS: "Ofsted rated leadership good. The same went for care leavers.",
    }
    assert all(one in text for one in words.values())


def test_all_but_one_waits_for_the_one() -> None:
    listed = "Ofsted looks at how the service is led, how children are helped and protected, children in care, and care leavers."
    text = f"{listed} All came out as outstanding bar one."
    assert not _read(text)
    assert _written(_read(f"{text} Leadership was judged good.")) == {"l=G", "h=O", "c=O", "v=O"}


def test_a_school_stays_the_subject_until_the_council_is() -> None:
    text = "Ofsted visited Sampleton Primary School. Leadership was judged inadequate."
    assert not _read(text)
    assert _written(_read(f"{text} The council’s children’s services are good, Ofsted says.")) == {"o=G"}
    assert _written(_read(f"{text}\nLeadership of the council was judged good by Ofsted.")) == {"l=G"}


def test_a_paragraph_that_opens_with_it_is_about_the_school_before() -> None:
    text = "Ofsted visited Sampleton Primary School.\nIts overall effectiveness was judged good."
    assert not _read(text)


def test_a_council_that_helps_another_gives_no_grade() -> None:
    graded = "Essex, which holds an outstanding judgement from Ofsted, had been asked in."
    text = (
        f"A report on the support received from Essex was noted. {graded} Colleagues from Essex would be invited again."
    )
    assert not _read(text, ("Essex",))
    assert _written(_read(graded, ("Essex",))) == {"o=O"}


def test_a_long_paragraph_is_read_in_little_time() -> None:
    text = "Ofsted said that all areas bar one were good. The same went for the other three at the school. " * 2500
    _read(text)
