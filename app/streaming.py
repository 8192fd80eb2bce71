"""An answer as server-sent events: its scope first, then each citation, then the whole."""

import logging
from collections.abc import Iterator
from typing import NamedTuple

from fastapi.sse import format_sse_event
from pydantic import BaseModel

import qa
from app.filters import Filters
from app.problems import problem_of
from app.schemas import AnswerBody, ScopeBody, citation_bodies
from app.searching import answer
from index import Index
from ingest import KloeError

DESCRIPTION = (
    "The answer, or with `Accept: text/event-stream` these events, each with JSON as its data: `scope` (what was read from"
    " the question), `citation` (each quotation), `answer` (the whole, as without streaming), or `error` (a problem)."
)

_LOG = logging.getLogger(__name__)


class Event(NamedTuple):
    """One event and what it says."""

    name: str
    body: BaseModel


def answer_events(index: Index, question: str, filters: Filters) -> Iterator[Event]:
    """Answer a question step by step; text that a model writes would come between the citations and the whole."""
    chosen = filters.scope(index)
    if not (chosen and chosen.unknown):
        yield Event("scope", ScopeBody.of(qa.parse(index, question, chosen).scope))
    answered = answer(index, question, filters)
    for citation in citation_bodies(answered):
        yield Event("citation", citation)
    yield Event("answer", AnswerBody.of(answered))


def as_stream(events: Iterator[Event]) -> Iterator[bytes]:
    """Write events as they are sent; a fault on the way is the last of them."""
    try:
        for event in events:
            yield format_sse_event(event=event.name, data_str=event.body.model_dump_json())
    except Exception as error:
        _LOG.error("%s", error, exc_info=None if isinstance(error, KloeError) else error)
        yield format_sse_event(event="error", data_str=problem_of(error).model_dump_json())
