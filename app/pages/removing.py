"""Removing a document on the pages: a page that says what goes, and the removal itself."""

from functools import partial

from anyio import to_thread
from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from app.access.requests import person_of
from app.documents.removing import removal_of, remove_document
from app.kept import Kept
from app.pages.sign_in import PLAIN_POLICY
from app.pages.source import find_document
from app.pages.templating import render
from app.root import rooted
from app.watching import Event
from index import Index, Record
from ingest import KloeError
from qa import document_reference


def removal_routes(kept: Kept) -> APIRouter:
    """The routes; the table of paths gives them to those who may remove documents."""
    router = APIRouter(include_in_schema=False)

    @router.get("/remove/{document}")
    def ask(document: str) -> HTMLResponse:
        removal = removal_of(kept.opened(), _found(kept.opened(), document))
        html = render(
            "remove.html",
            document=removal.record.id,
            title=document_reference(removal.record),
            others=[document_reference(other) for other in removal.others],
            is_added=removal.is_added,
        )
        return HTMLResponse(html, headers={"Content-Security-Policy": PLAIN_POLICY, "Cache-Control": "no-store"})

    @router.post("/remove/{document}")
    async def remove(request: Request, document: str) -> Response:
        await to_thread.run_sync(partial(_remove, kept, document, request))
        return RedirectResponse(rooted("/?view=documents"), 303)

    return router


def _remove(kept: Kept, document: str, request: Request) -> None:
    """Remove the document with an id, and record who did it.

    Raises:
        HTTPException: there is no such document, 404.
        KloeError: the index or the record cannot be written.
    """
    record = _found(kept.opened(), document)
    paths = remove_document(kept.opened(), record, person_of(request) or "")
    kept.note(Event.REMOVAL, request, f"{'; '.join(paths)} ({document_reference(record)})")


def _found(index: Index, document: str) -> Record:
    try:
        return find_document(index, document)
    except KloeError as error:
        raise HTTPException(404, str(error)) from error
