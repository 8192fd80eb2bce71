"""What the page loads beside Gradio: pictures of pages, original files, what is saved, and answers, results and saved lists as files."""

import mimetypes
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Annotated, Any, TypeVar
from urllib.parse import quote

from fastapi import APIRouter, Form, Query, Request, Response
from fastapi.responses import FileResponse, JSONResponse
from pydantic import Json
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Receive, Scope, Send

from app.access.requests import person_of
from app.asking import briefing
from app.documents.page_images import PictureError, page_image, parse_marks, source_of
from app.exports import CSV, DOCX, MARKDOWN, answer_csv, answer_docx, briefing_docx, results_csv, results_docx
from app.pages.addresses import (
    answer_address,
    parse_address,
    read_question_address,
    read_search_address,
    search_address,
)
from app.pages.source import find_document
from app.root import path_of
from app.saved import MOST_SAVED, SavedSearch, kept_items, look_up, read_item, saved_docx
from app.schemas import AnswerBody, ResultBody
from index import Index, Record
from ingest import KloeError

_SAFE = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox"}
_SHOWN = ("application/pdf", "text/plain")  # a browser shows these and runs nothing in them; all other files are saved

Address = TypeVar("Address")
Writers = Mapping[str, tuple[str, Callable[[], bytes | str]]]
"""By the form of a file, its media type and what writes it."""


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

    @router.get("/export/answer.{form}")
    def answer(request: Request, form: str) -> Response:
        index, address = opened(), _read(read_question_address, request)
        body = AnswerBody.of(answer_address(index, address, parse_address(index, address)))
        writers: Writers = {"docx": (DOCX, lambda: answer_docx(body)), "csv": (CSV, lambda: answer_csv(body))}
        return _saved(form, address.question, writers)

    @router.get("/export/results.{form}")
    def results(request: Request, form: str) -> Response:
        address = _read(read_search_address, request)
        found = search_address(opened(), address)
        bodies = [ResultBody.of(result) for result in found.results]
        word = partial(results_docx, address.words, bodies, found.summary)
        return _saved(form, address.words, {"docx": (DOCX, word), "csv": (CSV, lambda: results_csv(bodies))})

    @router.get("/export/briefing.{form}")
    def brief(form: str, authority: Annotated[str, Query(min_length=1, max_length=200)]) -> Response:
        made = briefing(opened(), authority)
        if not made.sections:
            raise HTTPException(404, made.explanation)
        writers: Writers = {"docx": (DOCX, lambda: briefing_docx(made)), "md": (MARKDOWN, lambda: made.text)}
        return _saved(form, made.title, writers)

    @router.get("/saved/items")
    def saved_items(request: Request) -> JSONResponse:
        person = person_of(request)
        kept = kept_items(opened(), person) if person else []
        listed = {
            "ids": [id_ for id_, _ in kept],
            "searches": [id_ for id_, item in kept if isinstance(item, SavedSearch)],
        }
        return JSONResponse({"kept": person is not None, **listed}, headers={"Cache-Control": "no-store"})

    @router.post("/export/saved.docx")
    def saved(items: Annotated[Json[list[Any]], Form()]) -> Response:
        listed = [("", read_item(item)) for item in items[:MOST_SAVED]]
        headers = {"Content-Disposition": 'attachment; filename="kloe-saved.docx"'}
        return Response(saved_docx(look_up(opened(), listed)), media_type=DOCX, headers=headers)

    return router


def _read(read: Callable[[str], Address], request: Request) -> Address:
    """What the query of a request asks for.

    Raises:
        HTTPException: it has a value that cannot be, 422; the text names it.
    """
    try:
        return read(str(request.url.query))
    except KloeError as error:
        raise HTTPException(422, f"{str(error)[:1].upper()}{str(error)[1:]}.") from error


def _saved(form: str, name: str, writers: Writers) -> Response:
    """A file to save, in one of the forms that can be written."""
    if form not in writers:
        raise HTTPException(404, f"Kloe can save this as {' or '.join(writers)}.")
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
