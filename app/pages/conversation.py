"""A conversation on the page: the current answer, and the questions before it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from app.asking import Understood
from app.pages.addresses import MOST_EARLIER, QuestionAddress, answer_address, parse_address, standalone_address
from app.pages.sharing.told import remember
from app.pages.views import answer_announcement, answer_view, render_error, render_turn, turn_view
from index import Index
from ingest import KloeError
from qa import Answer
from qa.writing import Writer, Written

Lend = Callable[[], Writer | None]
"""Gives the chat model for one answer, and counts that; None if there is none, or the reader may not use it now."""


def _no_writer() -> None:
    """No chat model."""


@dataclass(frozen=True)
class Conversation:
    """The questions and answers so far.

    Attributes:
        address, answer: the current turn; None at the beginning.
        earlier: the question and the link of each turn before it.
    """

    address: QuestionAddress | None = None
    answer: Answer | None = None
    earlier: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Shown:
    """What the page shows of a turn.

    Attributes:
        html: the turn, complete or so far.
        conversation: the conversation when the turn is complete; None before.
    """

    html: str
    conversation: Conversation | None = None


def ask_next(index: Index, question: str, conversation: Conversation, lend: Lend = _no_writer) -> Iterator[Shown]:
    """Answer a typed question, as a follow-up where there is an answer before it."""
    earlier: tuple[tuple[str, str], ...] = conversation.earlier
    after: tuple[str, ...] = ()
    last = conversation.address
    if last and conversation.answer:
        earlier = (*earlier, (last.question, last.link))[-MOST_EARLIER:]
        after = (*last.after, last.question)[-MOST_EARLIER:]
    yield from _turn(index, QuestionAddress(question, after=after), conversation.answer, earlier, lend)


def ask_again(
    index: Index, address: QuestionAddress, conversation: Conversation | None = None, lend: Lend = _no_writer
) -> Iterator[Shown]:
    """Answer a link's question: instead of the current turn of a conversation, or as the first of a new one."""
    yield from _turn(index, address, None, conversation.earlier if conversation else (), lend)


def _turn(
    index: Index,
    address: QuestionAddress,
    previous: Answer | None,
    earlier: tuple[tuple[str, str], ...],
    lend: Lend,
) -> Iterator[Shown]:
    try:
        parsed = parse_address(index, address, previous)
        inside = Understood.of(index, address.question, parsed).documents
        yield Shown(render_turn(turn_view(address, parsed, earlier, inside)))
        answer = answer_address(index, address, parsed)
        address = standalone_address(index, address, parsed)
        view = answer_view(answer)
        for written in _written(answer, lend):
            view = answer_view(answer, written)
            yield Shown(render_turn(turn_view(address, parsed, earlier, inside, view)))
        whole = turn_view(address, parsed, earlier, inside, view, answer_announcement(answer))
    except KloeError as error:
        yield Shown(render_error(str(error)), Conversation(earlier=earlier))
        return
    remember(index, address.link, answer)
    yield Shown(render_turn(whole), Conversation(address, answer, earlier))


def _written(answer: Answer, lend: Lend) -> Iterator[Written]:
    """The answer as a model orders or words it, step by step, where there is a model and the reader may use it."""
    lent = lend() if answer.answered else None
    if lent:
        yield from lent.stream(answer)
