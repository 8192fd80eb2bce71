"""The routes of saved lists: what a person has saved, and the same as a Word document."""

from typing import Annotated, Any

from fastapi import APIRouter, Body, Query, Request, Response
from pydantic import BaseModel
from starlette.exceptions import HTTPException

from app.access.requests import person_of
from app.api.state import OpenIndex
from app.exports import DOCX
from app.problems import documented
from app.root import site_of
from app.saved import NotThere, SavedBody, SavedError, SavedItem, keep, kept_items, look_up, remove, saved_docx

_NOT_KEPT = "People do not sign in to this Kloe, so it keeps no saved lists: each browser keeps its own."
_NO_PERSON = "A saved list belongs to a person, and an API key names none: sign in as a person."
_FILE: dict[int | str, dict[str, Any]] = {
    200: {"description": "The file.", "content": {DOCX: {"schema": {"type": "string", "format": "binary"}}}},
}

router = APIRouter(responses=documented(401, 403, 409, 414, 422, 429, 500, 503))
SavedId = Annotated[str, Query(alias="id", pattern="^[0-9a-f]{16}$", description="Its id in the list.")]


class SavedAs(BaseModel):
    """The id of what was saved."""

    id: str


@router.get("/saved", summary="Read your saved list")
def read_saved(request: Request, index: OpenIndex) -> SavedBody:
    """Give the quotations and searches that the person who asks has saved."""
    person = _person(request)
    return SavedBody.of(person, look_up(index, kept_items(index, person)))


@router.post("/saved", summary="Save a quotation or a search", responses=documented(400, 404, 413))
def save(request: Request, index: OpenIndex, item: Annotated[SavedItem, Body()]) -> SavedAs:
    """Add to the list of the person who asks. A quotation is saved by its place; what is saved already stays as it is."""
    try:
        return SavedAs(id=keep(index, _person(request), item))
    except NotThere as error:
        raise HTTPException(404, str(error)) from error
    except SavedError as error:
        raise HTTPException(409, str(error)) from error


@router.get("/saved/export", summary="Download your saved quotations", response_class=Response, responses=_FILE)
def export_saved(request: Request, index: OpenIndex) -> Response:
    """Give the saved quotations as one Word document, with a reference for each."""
    saved = look_up(index, kept_items(index, _person(request)))
    headers = {"Content-Disposition": 'attachment; filename="kloe-saved.docx"', "Cache-Control": "no-store"}
    return Response(
        saved_docx(saved, site=site_of(request.base_url)),
        media_type=DOCX,
        headers=headers | {"X-Content-Type-Options": "nosniff"},
    )


@router.delete("/saved", summary="Remove what was saved", status_code=204, responses=documented(404))
def remove_saved(request: Request, index: OpenIndex, saved: SavedId) -> None:
    """Take something off the list of the person who asks."""
    if not remove(index, _person(request), saved):
        raise HTTPException(404, "Your list has nothing of this id.")


def _person(request: Request) -> str:
    """The person whose list it is.

    Raises:
        HTTPException: a program asks, 403, or nobody signs in here, 409.
    """
    if person := person_of(request):
        return person
    if request.user.is_authenticated:
        raise HTTPException(403, _NO_PERSON)
    raise HTTPException(409, _NOT_KEPT)
