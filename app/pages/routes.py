"""What the page loads beside Gradio: pictures of pages, original files, and answers and results saved as Word or CSV."""

import mimetypes
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import FileResponse
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send

from app.documents.page_images import PictureError, page_image, parse_marks, source_of
from app.exports import CSV, DOCX, answer_csv, answer_docx, results_csv, results_docx
from app.pages.addresses import (
    answer_address,
    parse_address,
    read_question_address,
    read_search_address,
    search_address,
)
from app.pages.source import find_document
from app.schemas import AnswerBody, ResultBody
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
        if scope["type"] == "http" and scope["path"] == "/" and b"page=" in scope["query_string"]:
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

    @router.get("/export/answer.{form}")
    def answer(request: Request, form: str) -> Response:
        index, address = opened(), read_question_address(str(request.url.query))
        body = AnswerBody.of(answer_address(index, address, parse_address(index, address)))
        return _saved(form, address.question, lambda: answer_docx(body), lambda: answer_csv(body))

    @router.get("/export/results.{form}")
    def results(request: Request, form: str) -> Response:
        address = read_search_address(str(request.url.query))
        found = search_address(opened(), address)
        bodies = [ResultBody.of(result) for result in found.results]
        return _saved(
            form,
            address.words,
            lambda: results_docx(address.words, bodies, found.summary),
            lambda: results_csv(bodies),
        )

    return router


def _saved(form: str, name: str, word: Callable[[], bytes], csv: Callable[[], str]) -> Response:
    writers: dict[str, tuple[str, Callable[[], bytes | str]]] = {"docx": (DOCX, word), "csv": (CSV, csv)}
    if form not in writers:
        raise HTTPException(404, "Kloe can save as docx or csv.")
    plain = "".join(char if char.isalnum() else " " for char in name)
    stem = "-".join(plain.split())[:80] or "kloe"
    disposition = f"attachment; filename=\"kloe.{form}\"; filename*=UTF-8''{quote(stem)}.{form}"
    media_type, write = writers[form]
    return Response(write(), media_type=media_type, headers={"Content-Disposition": disposition})


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
