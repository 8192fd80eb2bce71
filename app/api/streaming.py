"""An answer as server-sent events: the scope, each citation, each sentence as it is written, then the whole answer."""

import logging
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fastapi.sse import format_sse_event
from pydantic import BaseModel

import qa
from app.asking import Filters, answer, previous_turn
from app.problems import problem_of
from app.schemas import AnswerBody, CitationBody, ScopeBody, SentenceBody
from index import Index
from ingest import KloeError
from qa.writing import Writer

DESCRIPTION = (
    "The answer. With `Accept: text/event-stream`, these events instead, each with JSON as its data: `scope` (which"
    " documents are searched), `citation` (one for each quotation), `text` (one for each quotation that a chat model chose, or for"
    " each of its sentences once it is checked), then `answer` (the whole answer, which replaces the sentences) or `error` (a problem)."
)

_LOG = logging.getLogger(__name__)


class Event(NamedTuple):
    """One event and its data."""

    name: str
    body: BaseModel


def answer_events(
    index: Index,
    question: str,
    filters: Filters,
    previous: Sequence[str] = (),
    writer: Writer | None = None,
    quoted: Sequence[str] = (),
) -> Iterator[Event]:
    """Answer a question step by step.

    Args:
        previous: the previous questions, oldest first.
        quoted: the paths of the documents quoted in the answer before, where they are known.
        writer: orders or words the answer; None to give the quotations alone.
    """
    scope = filters.scope(index)
    if scope and scope.unknown:
        answered = answer(index, question, filters)
    else:
        turn = previous_turn(index, previous, question, scope, quoted)
        yield Event("scope", ScopeBody.of(qa.parse(index, question, scope, turn.parsed, turn.quoted).scope))
        answered = qa.ask(index, question, scope, turn.parsed, turn.quoted)
    for citation in answered.citations:
        yield Event("citation", CitationBody.of(citation))
    written = None
    if writer and answered.answered:
        sent = 0
        for written in writer.stream(answered):
            for sentence in written.shown[sent:]:
                yield Event("text", SentenceBody.of(sentence))
            sent = len(written.shown)
    yield Event("answer", AnswerBody.of(answered, written))


def as_stream(events: Iterator[Event]) -> Iterator[bytes]:
    """Write events in the format of server-sent events. If something fails, the last event is an `error`."""
    try:
        for event in events:
            yield format_sse_event(event=event.name, data_str=event.body.model_dump_json())
    except Exception as error:
        _LOG.error("%s", error, exc_info=None if isinstance(error, KloeError) else error)
        yield format_sse_event(event="error", data_str=problem_of(error).model_dump_json())
