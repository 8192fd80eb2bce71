"""A conversation is held by the address of its last turn; the server's memory of it may be lost."""

import pytest

from app.asking.filters import LONGEST_QUESTION
from app.pages.addresses import QuestionAddress, read_question_address
from app.pages.conversation import Conversation, answer_shown, ask_address
from index import Index
from ingest import KloeError

FIRST = "How good was supervision in Marlbridge in 2022?"
NEXT = "and in Westhaven?"


def _ask(index: Index, address: QuestionAddress, conversation: Conversation) -> Conversation:
    *_, last = ask_address(index, address, conversation)
    assert last.conversation
    return last.conversation


def test_a_follow_up_is_the_same_with_and_without_the_servers_memory(sample_index: Index) -> None:
    first = _ask(sample_index, QuestionAddress(FIRST), Conversation())
    follow_up = QuestionAddress(NEXT, after=(FIRST,))
    remembered, again = _ask(sample_index, follow_up, first), _ask(sample_index, follow_up, Conversation())
    assert remembered.address == again.address
    assert remembered.earlier == again.earlier
    assert [question for question, _ in again.earlier] == [FIRST]
    assert remembered.answer
    assert again.answer
    assert remembered.answer.citations == again.answer.citations


def test_another_conversation_does_not_follow_this_one(sample_index: Index) -> None:
    first = _ask(sample_index, QuestionAddress(FIRST), Conversation())
    other = _ask(sample_index, QuestionAddress("How good was supervision in Ashcombe?"), first)
    assert other.earlier == ()


def test_a_link_drops_the_oldest_questions_where_it_would_be_too_long() -> None:
    after = tuple(f"{number}" + "ü" * (LONGEST_QUESTION - 1) for number in range(8))
    read = read_question_address(QuestionAddress(NEXT, after=after).link[1:])
    assert read.after == after[-len(read.after) :]
    assert 0 < len(read.after) < len(after)


def test_a_question_that_is_too_long_is_refused_with_its_length() -> None:
    with pytest.raises(KloeError, match=r"has 1,243 characters; the most is 1,000\. Take out 243"):
        read_question_address(QuestionAddress("x" * 1243).link[1:])


def test_feedback_is_on_the_answer_shown_even_if_the_server_has_begun_anew(sample_index: Index) -> None:
    first = _ask(sample_index, QuestionAddress(FIRST), Conversation())
    link, answer = answer_shown(sample_index, QuestionAddress(FIRST).link[1:], Conversation())
    assert link == QuestionAddress(FIRST).link
    assert first.answer
    assert answer.citations == first.answer.citations
