"""A conversation on the page: the answer that stands, and what was asked before it."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass

from app.asking import writer
from app.pages.addresses.question import Asked, answer_asked, settle, take_apart
from app.pages.views.answer import actions_html, answer_html, error_html, said_of, searching_html, turn_html
from index import Index
from ingest import KloeError
from qa import Answer
from qa.writing import Written

_LOG = logging.getLogger(__name__)
_MOST_EARLIER = 8


@dataclass(frozen=True)
class Conversation:
    """What was asked and answered so far.

    Attributes:
        asked, answer: the turn that stands; None at the beginning.
        earlier: the question and the link of each turn before it.
    """

    asked: Asked | None = None
    answer: Answer | None = None
    earlier: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Shown:
    """What the page shows of a turn.

    Attributes:
        html: the turn, so far or whole.
        conversation: as it is when the turn is whole; None before.
    """

    html: str
    conversation: Conversation | None = None


def ask_next(index: Index, question: str, conversation: Conversation) -> Iterator[Shown]:
    """Ask what is typed, as a follow-up where something was asked before."""
    earlier = conversation.earlier
    if conversation.asked and conversation.answer:
        earlier = (*earlier, (conversation.asked.question, conversation.asked.link))[-_MOST_EARLIER:]
    yield from _turn(index, Asked(question), conversation.answer, earlier)


def ask_again(index: Index, asked: Asked, conversation: Conversation | None = None) -> Iterator[Shown]:
    """Ask what a link says: in the place of the turn that stands where a conversation is given, else as a new one."""
    yield from _turn(index, asked, None, conversation.earlier if conversation else ())


def _turn(index: Index, asked: Asked, previous: Answer | None, earlier: tuple[tuple[str, str], ...]) -> Iterator[Shown]:
    try:
        parsed = take_apart(index, asked, previous)
        inside = 0 if parsed.scope.unknown else len(parsed.scope.documents(index.catalogue.records()))
        yield Shown(turn_html(asked, parsed, searching_html(inside), earlier))
        answer = answer_asked(index, asked, parsed)
        asked = settle(index, asked, parsed)
        written = None
        for written in _written(answer):
            yield Shown(turn_html(asked, parsed, answer_html(answer, written), earlier))
        body = answer_html(answer, written) + actions_html(asked, answer)
    except KloeError as error:
        yield Shown(error_html(str(error)), Conversation(earlier=earlier))
        return
    yield Shown(turn_html(asked, parsed, body, earlier, said_of(answer)), Conversation(asked, answer, earlier))


def _written(answer: Answer) -> Iterator[Written]:
    """The answer in a model's words, sentence by sentence, where a model is configured."""
    held = writer() if answer.answered else None
    if held:
        yield from held.stream(answer)
