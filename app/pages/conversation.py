"""A conversation on the page: the current answer, and the questions before it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from app.asking import Understood
from app.pages.addresses import (
    QuestionAddress,
    answer_address,
    lasting_address,
    parse_address,
    read_question_address,
)
from app.pages.offers import next_steps
from app.pages.sharing.told import remember
from app.pages.views import answer_announcement, answer_view, render_error, render_turn, turn_view
from index import Index
from ingest import KloeError
from qa import Answer
from qa.precedents import asks_which, since
from qa.writing import Writer, Written

_FOLLOWED = "The table now says what later papers say."

Lend = Callable[[], Writer | None]
"""Gives the chat model for one answer, and counts that; None if there is none, or the reader may not use it now."""


def _no_writer() -> None:
    """No chat model."""


@dataclass(frozen=True)
class Conversation:
    """The current turn.

    Its address holds the questions before it, so this may be lost: it spares work, and keeps the scopes chosen for earlier questions.

    Attributes:
        address, answer: the current turn; None at the beginning.
        earlier: the question and the link of each turn before it.
    """

    address: QuestionAddress | None = None
    answer: Answer | None = None
    earlier: tuple[tuple[str, str], ...] = ()

    def previous(self, address: QuestionAddress) -> Answer | None:
        """The current answer, if a question follows it."""
        last = self.address
        if last is None or not address.after:
            return None
        return self.answer if (*last.after, last.question)[-len(address.after) :] == address.after else None

    def before(self, address: QuestionAddress) -> tuple[tuple[str, str], ...]:
        """The question and the link of each turn before an address."""
        last = self.address
        if last and self.previous(address):
            return (*self.earlier, (last.question, last.link))[-len(address.after) :]
        return self.earlier if last and last.after == address.after else address.earlier


@dataclass(frozen=True)
class Shown:
    """What the page shows of a turn.

    Attributes:
        html: the turn, complete or so far.
        conversation: the conversation when the turn is complete; None before.
        is_more: the turn was complete before, and its answer alone has more in it now.
    """

    html: str
    conversation: Conversation | None = None
    is_more: bool = False


def ask_address(
    index: Index, address: QuestionAddress, conversation: Conversation, lend: Lend = _no_writer
) -> Iterator[Shown]:
    """Answer the question of an address, as a follow-up where it follows others."""
    earlier = conversation.before(address)
    previous = conversation.previous(address)
    try:
        parsed = parse_address(index, address, previous)
        inside = Understood.of(index, address.question, parsed).documents
        soon = address.within(parsed.scope, parsed) if previous else address  # exact, and costs nothing
        yield Shown(render_turn(turn_view(soon, parsed, earlier, inside)))
        answer = answer_address(index, address, parsed)
        address = lasting_address(index, address, parsed)
        view = answer_view(answer, offers=next_steps(index, address, parsed, answer))
        for written in _written(answer, lend):
            view = answer_view(answer, written)
            yield Shown(render_turn(turn_view(address, parsed, earlier, inside, view)))
        whole = turn_view(address, parsed, earlier, inside, view, answer_announcement(answer))
    except KloeError as error:
        yield Shown(render_error(str(error)), Conversation())
        return
    remember(index, address.link, answer)
    conversation = Conversation(address, answer, earlier)
    yield Shown(render_turn(whole), conversation)
    if asks_which(answer) and not view.writing:
        try:
            told = since(index, answer)
        except KloeError:  # the answer stands without it; the table says that it is not known
            told = {}
        more = replace(whole, answer=answer_view(answer, since=told), announcement=_FOLLOWED)
        yield Shown(render_turn(more), conversation, is_more=True)


def answer_shown(index: Index, query: str, conversation: Conversation) -> tuple[str, Answer]:
    """The answer that a page shows, and its link: the current one, or, where the server has begun anew since, the same again.

    Raises:
        KloeError: the query has no question that can be answered.
    """
    address = read_question_address(query)
    if conversation.answer and conversation.address and conversation.address.link == address.link:
        return address.link, conversation.answer
    return address.link, answer_address(index, address, parse_address(index, address))


def _written(answer: Answer, lend: Lend) -> Iterator[Written]:
    """The answer as a model orders or words it, step by step, where there is a model and the reader may use it."""
    lent = lend() if answer.answered else None
    if lent:
        yield from lent.stream(answer)
