"""The routes that search, answer and count."""

from importlib.metadata import version
from typing import Annotated

from fastapi import APIRouter, Header, Query, Request, Response
from fastapi.sse import EventSourceResponse

from app.api.queries import CountQuery, ExplainQuery, FacetsQuery, Question, SearchQuery
from app.api.state import ForRoutes, LentWriter, OpenIndex, next_link
from app.api.streaming import DESCRIPTION, answer_events, as_stream
from app.asking import answer, count, count_search, explain
from app.problems import documented
from app.schemas import AnswerBody, CountBody, ExplainedBody, FacetsBody, HealthBody, SearchBody

router = APIRouter(responses=documented(401, 403, 414, 422, 429, 500, 503))


@router.get("/search", summary="Find passages")
def find_passages(request: Request, index: OpenIndex, query: Annotated[SearchQuery, Query()]) -> SearchBody:
    """Find passages, best first. The words and the filters set which documents are searched."""
    ranked = query.results(index)
    following = next_link(request, query.offset + query.limit, ranked.total)
    return SearchBody.of(query.q, ranked, query.limit, following)


@router.post(
    "/ask",
    summary="Answer a question",
    responses={
        200: {"description": DESCRIPTION, "content": {"text/event-stream": {"schema": {"type": "string"}}}},
        **documented(400, 413),
    },
    response_model=AnswerBody,
)
def answer_question(
    request: Request,
    index: OpenIndex,
    lend: LentWriter,
    kept: ForRoutes,
    body: Question,
    accept: Annotated[str, Header(include_in_schema=False)] = "",
) -> AnswerBody | Response:
    """Answer a question in the documents' own words, or say why there is no answer.

    If this server uses a chat model, the model chooses and orders the quotations, or words sentences that Kloe checks against
    them one by one.
    """
    kept.note_question(request, body.question)
    writer = lend() if body.generate else None
    if "text/event-stream" in accept.lower():
        events = as_stream(answer_events(index, body.question, body, body.previous, writer, body.quoted))
        return EventSourceResponse(events, headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"})
    answered = answer(index, body.question, body, body.previous, body.quoted)
    return AnswerBody.of(answered, writer.write(answered) if writer and answered.answered else None)


@router.get("/explain", summary="Explain a question")
def explain_question(index: OpenIndex, query: Annotated[ExplainQuery, Query()]) -> ExplainedBody:
    """Tell how a question is understood: what it asks for, of which documents, and what is not applied. Nothing is searched."""
    return ExplainedBody.of(explain(index, query.question, query, query.previous))


@router.get("/count", summary="Count or list")
def count_asked(index: OpenIndex, query: Annotated[CountQuery, Query()]) -> CountBody:
    """Count or list the authorities, inspections, visits or documents that a question asks for, or say what stands in the way."""
    return CountBody.of(count(index, query.question, query))


@router.get("/facets", summary="Count by facet")
def count_documents(index: OpenIndex, query: Annotated[FacetsQuery, Query()]) -> FacetsBody:
    """Count documents by authority, region, year, kind, judgement, topic of the visit and outcome.

    Passages are counted by stance, polarity and theme. With words, only passages that use them count, and documents with such
    a passage: all of the words if any passage does, and otherwise one of them.
    """
    return FacetsBody.of(count_search(index, query.q or "", query))


@router.get("/health", summary="Check that Kloe is running")
def health(index: OpenIndex) -> HealthBody:
    """Confirm that Kloe is running, and count what it holds. This needs no key and has no rate limit."""
    records = index.catalogue.records()
    passages = sum(record.passages for record in records)
    return HealthBody(version=version("kloe"), documents=len(records), passages=passages)
