"""The routes that give briefings: as JSON, as a Word document and as Markdown."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from starlette.exceptions import HTTPException

from app.api.finding_queries import BriefingQuery
from app.api.state import OpenIndex
from app.exports import DOCX, MARKDOWN, briefing_docx
from app.problems import documented
from app.root import site_of
from app.schemas import BriefingBody
from qa.briefings import Briefing

router = APIRouter(responses=documented(401, 403, 414, 422, 429, 500, 503))
Asked = Annotated[BriefingQuery, Query()]


def _file(media_type: str, schema: dict[str, str]) -> dict[int | str, dict[str, Any]]:
    described = {200: {"description": "The file.", "content": {media_type: {"schema": schema}}}}
    return described | documented(404)


@router.get("/briefing", summary="Brief on an authority")
def brief(index: OpenIndex, query: Asked) -> BriefingBody:
    """Give two pages for a committee: where the authority stands, what was found, what is open, and what members may ask."""
    return BriefingBody.of(query.briefed(index))


@router.get(
    "/briefing.docx",
    summary="Download a briefing",
    response_class=Response,
    responses=_file(DOCX, {"type": "string", "format": "binary"}),
)
def brief_in_word(request: Request, index: OpenIndex, query: Asked) -> Response:
    """Give the briefing as a Word document."""
    return _saved(briefing_docx(_held(query.briefed(index)), site=site_of(request.base_url)), DOCX, "docx")


@router.get(
    "/briefing.md",
    summary="Download a briefing as Markdown",
    response_class=Response,
    responses=_file(MARKDOWN, {"type": "string"}),
)
def brief_in_markdown(index: OpenIndex, query: Asked) -> Response:
    """Give the briefing as Markdown."""
    return _saved(_held(query.briefed(index)).text, MARKDOWN, "md")


def _held(made: Briefing) -> Briefing:
    """The same briefing.

    Raises:
        HTTPException: there is none, 404; the text says why.
    """
    if not made.sections:
        raise HTTPException(404, made.explanation)
    return made


def _saved(content: str | bytes, media_type: str, suffix: str) -> Response:
    headers = {
        "Content-Disposition": f'attachment; filename="kloe-briefing.{suffix}"',
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
    }
    return Response(content, media_type=media_type, headers=headers)
