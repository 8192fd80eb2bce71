"""The routes that give files: an answer or a list of passages, as a Word document or as CSV."""

from enum import StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from pydantic import Field

from app.api.queries import Question, SearchQuery
from app.api.state import OpenIndex
from app.asking import answer
from app.exports import CSV, DOCX, answer_csv, answer_docx, results_csv, results_docx
from app.problems import documented
from app.root import site_of
from app.schemas import AnswerBody, SearchBody


class Format(StrEnum):
    """A kind of file, by its suffix."""

    DOCX = "docx"
    CSV = "csv"


_TYPES = {Format.DOCX: DOCX, Format.CSV: CSV}
_BINARY = {"schema": {"type": "string", "format": "binary"}}
_FILE: dict[int | str, dict[str, Any]] = {
    200: {"description": "The file.", "content": dict.fromkeys(_TYPES.values(), _BINARY)}
}
_FORMAT = "`docx` for a Word document; `csv` for a spreadsheet."

router = APIRouter(responses=_FILE | documented(401, 403, 414, 422, 429, 500, 503), default_response_class=Response)


class SearchExport(SearchQuery):
    """What to search for, and the kind of file."""

    format: Format = Field(description=_FORMAT)


@router.get("/search/export", summary="Download passages")
def export_passages(request: Request, index: OpenIndex, query: Annotated[SearchExport, Query()]) -> Response:
    """Give the passages that a search finds as a file, with a reference for each."""
    body, site = SearchBody.of(query.q, query.results(index), query.limit), site_of(request.base_url)
    if query.format is Format.CSV:
        return _file(results_csv(body.results, site), Format.CSV, "kloe-passages")
    return _file(results_docx(body.query, body.results, body.summary, site=site), Format.DOCX, "kloe-passages")


@router.post("/ask/export", summary="Download an answer", responses=documented(400, 413))
def export_answer(
    request: Request,
    index: OpenIndex,
    body: Question,
    as_: Annotated[Format, Query(alias="format", description=_FORMAT)],
) -> Response:
    """Give the quotations that answer a question as a file, or the reason why there are none. Uses no chat model."""
    answered = AnswerBody.of(answer(index, body.question, body, body.previous, body.quoted))
    site = site_of(request.base_url)
    content = answer_csv(answered, site) if as_ is Format.CSV else answer_docx(answered, site=site)
    return _file(content, as_, "kloe-answer")


def _file(content: str | bytes, as_: Format, name: str) -> Response:
    return Response(
        content,
        media_type=_TYPES[as_],
        headers={
            "Content-Disposition": f'attachment; filename="{name}.{as_}"',
            "Cache-Control": "no-store",
            "X-Content-Type-Options": "nosniff",
        },
    )
