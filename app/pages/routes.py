"""What the page loads beside Gradio: pictures of pages, original files, what is saved, and files to keep."""

import mimetypes
from collections.abc import Callable
from pathlib import Path

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import FileResponse, JSONResponse
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send

from app.access.requests import person_of
from app.documents.page_images import PictureError, page_image, parse_marks, source_of
from app.pages.sharing.files import file_routes
from app.pages.source import find_document
from app.root import path_of
from app.saved import SavedSearch, kept_items
from index import Index, Record
from ingest import KloeError

_SAFE = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox"}
_SHOWN = ("application/pdf", "text/plain")  # a browser shows these and runs nothing in them; all other files are saved


class OwnAddress:
    """Hides the `page` of a link from Gradio, which takes it for the name of a Gradio page and fails."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Remove it from a request for the page; the page's script still has it."""
        if scope["type"] == "http" and path_of(scope) == "/" and b"page=" in scope["query_string"]:
            kept = [part for part in scope["query_string"].split(b"&") if not part.startswith(b"page=")]
            scope = {**scope, "query_string": b"&".join(kept)}
        await self._app(scope, receive, send)


def page_routes(opened: Callable[[], Index]) -> APIRouter:
    """The routes over an index; whoever may read the page may read these."""
    router = APIRouter(include_in_schema=False)

    @router.get("/pictures/{document}/{page}.png")
    def picture(request: Request, document: str, page: int, marks: str = Query("", max_length=500)) -> Response:
        try:
            image = page_image(opened(), find_document(opened(), document), page, parse_marks(marks))
        except KloeError as error:
            raise HTTPException(404, str(error)) from error
        headers = {"Cache-Control": "private, max-age=86400", "ETag": image.etag}
        if request.headers.get("if-none-match") == image.etag:
            return Response(status_code=304, headers=headers)
        return Response(image.png, media_type="image/png", headers=headers)

    @router.get("/originals/{document}")
    def original(document: str) -> FileResponse:
        try:
            path = original_file(opened(), find_document(opened(), document))
        except KloeError as error:
            raise HTTPException(404, str(error)) from error
        kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
        shown = kind in _SHOWN
        headers = _SAFE if kind != "application/pdf" else {"X-Content-Type-Options": "nosniff"}
        disposition = "inline" if shown else "attachment"
        return FileResponse(
            path, media_type=kind, filename=path.name, content_disposition_type=disposition, headers=headers
        )

    @router.get("/saved/items")
    def saved_items(request: Request) -> JSONResponse:
        person = person_of(request)
        kept = kept_items(opened(), person) if person else []
        listed = {
            "ids": [id_ for id_, _ in kept],
            "searches": [id_ for id_, item in kept if isinstance(item, SavedSearch)],
        }
        return JSONResponse({"kept": person is not None, **listed}, headers={"Cache-Control": "no-store"})

    router.include_router(file_routes(opened))
    return router


def original_file(index: Index, record: Record) -> Path:
    """The file that a document was read from.

    Raises:
        PictureError: it is missing, or outside the folder that was indexed.
    """
    source = source_of(index, record)
    root = Path(source.root).resolve()
    path = Path(root, source.file).resolve()
    if not path.is_relative_to(root) or not path.is_file():
        raise PictureError("The document’s file is no longer where it was when it was indexed.")
    return path
