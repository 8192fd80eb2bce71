"""The routes that give files to take away: an answer or a list of passages as a Word document or as CSV."""

from enum import StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, Query
from fastapi.responses import Response
from pydantic import Field

from app.api.routes import Opened, Question, SearchQuery
from app.asking.searching import answer
from app.exports.exporting import CSV, DOCX, answer_csv, answer_docx, results_csv, results_docx
from app.problems import documented


class Format(StrEnum):
    """What kind of file, by the end of its name."""

    DOCX = "docx"
    CSV = "csv"


_TYPES = {Format.DOCX: DOCX, Format.CSV: CSV}
_BINARY = {"schema": {"type": "string", "format": "binary"}}
_FILE: dict[int | str, dict[str, Any]] = {
    200: {"description": "The file.", "content": dict.fromkeys(_TYPES.values(), _BINARY)}
}
_AS = "A Word document, or CSV that Excel opens."

router = APIRouter(responses=_FILE | documented(401, 403, 422, 429, 500, 503), default_response_class=Response)


class SearchExport(SearchQuery):
    """What to search for, and the kind of file."""

    format: Format = Field(description=_AS)


@router.get("/search/export", summary="Passages as a file")
def export_passages(index: Opened, asked: Annotated[SearchExport, Query()]) -> Response:
    """Give the passages that a search finds as a file, with a reference for each."""
    found = asked.found(index)
    if asked.format is Format.CSV:
        return _file(results_csv(found.results), Format.CSV, "kloe-passages")
    return _file(results_docx(asked.q, found.results, found.said), Format.DOCX, "kloe-passages")


@router.post("/ask/export", summary="An answer as a file", responses=documented(400, 413))
def export_answer(
    index: Opened, asked: Question, as_: Annotated[Format, Query(alias="format", description=_AS)]
) -> Response:
    """Give the quotations that answer a question as a file, or the reason why there are none. No chat model is asked."""
    answered = answer(index, asked.question, asked, asked.previous)
    content = answer_csv(answered) if as_ is Format.CSV else answer_docx(answered)
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
