"""An answer as server-sent events: its scope first, then each citation, each sentence that is written, then the whole."""

import logging
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from fastapi.sse import format_sse_event
from pydantic import BaseModel

import qa
from app.asking.filters import Filters
from app.asking.searching import answer, go_on
from app.problems import problem_of
from app.schemas.answers import AnswerBody, CitationBody, ScopeBody, SentenceBody
from index import Index
from ingest import KloeError
from qa.writing import Writer

DESCRIPTION = (
    "The answer, or with `Accept: text/event-stream` these events, each with JSON as its data: `scope` (what was read from"
    " the question), `citation` (each quotation), `text` (each sentence that a chat model wrote and the quotations bear out,"
    " where one is set), `answer` (the whole, as without streaming; it takes the place of the sentences), or `error` (a"
    " problem)."
)

_LOG = logging.getLogger(__name__)


class Event(NamedTuple):
    """One event and what it says."""

    name: str
    body: BaseModel


def answer_events(
    index: Index, question: str, filters: Filters, earlier: Sequence[str] = (), writer: Writer | None = None
) -> Iterator[Event]:
    """Answer a question step by step.

    Args:
        earlier: the questions before, oldest first.
        writer: puts the answer into words.
    """
    chosen = filters.scope(index)
    if chosen and chosen.unknown:
        answered = answer(index, question, filters)
    else:
        before = go_on(index, earlier, question, chosen)
        yield Event("scope", ScopeBody.of(qa.parse(index, question, chosen, before.parsed, before.read).scope))
        answered = qa.ask(index, question, chosen, before.parsed, before.read)
    for citation in answered.citations:
        yield Event("citation", CitationBody.of(citation))
    written = None
    if writer and answered.answered:
        shown = 0
        for written in writer.stream(answered):
            for sentence in written.shown[shown:]:
                yield Event("text", SentenceBody.of(sentence))
            shown = len(written.shown)
    yield Event("answer", AnswerBody.of(answered, written))


def as_stream(events: Iterator[Event]) -> Iterator[bytes]:
    """Write events as they are sent; a fault on the way is the last of them."""
    try:
        for event in events:
            yield format_sse_event(event=event.name, data_str=event.body.model_dump_json())
    except Exception as error:
        _LOG.error("%s", error, exc_info=None if isinstance(error, KloeError) else error)
        yield format_sse_event(event="error", data_str=problem_of(error).model_dump_json())
