"""What an answer gives beside its quotations."""

from dataclasses import replace

import pytest

from qa import Reason
from tests.qa.answer.made import found, record, refused, with_everything


def test_a_refusal_has_the_three_nearest_passages_where_the_documents_are_silent() -> None:
    answer = refused()
    assert [result.passage.text for result in answer.nearest] == ["Passage 1.", "Passage 2.", "Passage 3."]
    assert answer.unquoted == ()
    for reason in set(Reason) - {Reason.SILENT}:
        assert replace(answer, reason=reason).nearest == ()
    assert with_everything().nearest == ()


def test_the_passages_that_no_quotation_is_from_are_unquoted() -> None:
    answer = with_everything()
    assert [result.passage.text for result in answer.unquoted] == ["Plans exist.", "Visits were made."]
    same_place = found("Leaders must improve", record(id="d9"))
    assert not answer.quotes(same_place)


def test_a_passage_from_which_something_says_otherwise_is_quoted() -> None:
    answer = with_everything()
    opposite = found("Plans are of high quality.", answer.otherwise[0].record)
    assert answer.quotes(opposite)
    assert not replace(answer, otherwise=()).quotes(opposite)


@pytest.mark.parametrize(
    ("count", "words"), [(0, ""), (1, "1 document says otherwise."), (2, "2 documents say otherwise.")]
)
def test_how_many_documents_say_otherwise(count: int, words: str) -> None:
    answer = replace(with_everything(), otherwise=with_everything().otherwise[:count])
    assert answer.otherwise_line == words
    assert ("otherwise" in answer.text) == bool(count)


def test_what_says_otherwise_has_a_text_of_its_own() -> None:
    answer = with_everything()
    assert "Plans are clear." not in answer.text
    assert "“Plans are clear.” [4]" in answer.otherwise_text
    assert answer.otherwise_text.splitlines()[-1].startswith("  [4] Ashcombe, ILACS inspection report")
    assert replace(answer, otherwise=()).otherwise_text == ""


def test_what_only_comes_near_stands_below_what_plainly_says_it() -> None:
    answer = with_everything()
    plain, near = answer.citations
    mixed = replace(answer, citations=(plain, replace(near, near=True)))
    assert "near" not in answer.text
    below = mixed.text.partition("This comes near, without plainly saying it:\n")[2]
    assert "“One child waited for a plan.” [2]" in below
    assert "[1]" not in below.partition("Sources")[0]
    assert mixed.quotes(found("One child waited for a plan.", near.record))


def test_the_items_of_a_list_stand_under_their_lead_in() -> None:
    assert (
        "  “Leaders must improve three things, with a focus on:\n"
        "      the quality of plans\n"
        "      visits to children, which are late.” [1]\n"
    ) in with_everything().text


def test_a_case_study_is_told_as_one() -> None:
    assert "paragraph 12, case study, page 2" in with_everything().text
