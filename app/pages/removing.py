"""Removing a document on the pages: a page that says what goes, and the removal itself."""

from anyio import to_thread
from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from app.documents.removing import removal_of
from app.kept import Kept
from app.pages.sign_in import PLAIN_POLICY
from app.pages.source import find_document
from app.pages.templating import render
from app.root import rooted
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
        await to_thread.run_sync(lambda: kept.remove(request, _found(kept.opened(), document)))
        return RedirectResponse(rooted("/?view=documents"), 303)

    return router


def _found(index: Index, document: str) -> Record:
    try:
        return find_document(index, document)
    except KloeError as error:
        raise HTTPException(404, str(error)) from error
