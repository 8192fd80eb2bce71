"""Correcting a document on the pages: a page with what it is filed under, and the correction itself."""

from typing import Annotated

from anyio import to_thread
from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.exceptions import HTTPException

from app.documents.correcting import WrongValue
from app.kept import Kept
from app.pages.correcting.view import AS_IT_IS, correcting_view, given_values
from app.pages.sign_in import PLAIN_POLICY
from app.pages.source import find_document
from app.pages.templating import render
from app.root import rooted
from index import Index, Record
from index.catalogue.corrections import Field
from ingest import KloeError

_Given = Annotated[str, Form(max_length=200)]


def correction_routes(kept: Kept) -> APIRouter:
    """The routes; the table of paths gives them to those who may add documents."""
    router = APIRouter(include_in_schema=False)

    @router.get("/correct/{document}")
    def ask(document: str) -> HTMLResponse:
        return _page(kept.opened(), _found(kept.opened(), document))

    @router.post("/correct/{document}")
    async def correct(
        request: Request,
        document: str,
        authority: _Given = AS_IT_IS,
        kind: _Given = "",
        date: _Given = "",
        inspected: _Given = "",
        take_back: _Given = "",
    ) -> Response:
        def act() -> Response:
            record = _found(kept.opened(), document)
            given = {Field.AUTHORITY: authority, Field.KIND: kind, Field.DATE: date, Field.INSPECTED: inspected}
            taken_back = [field for field in Field if field.value == take_back]
            try:
                values = {} if taken_back else given_values(record, given)
            except WrongValue as error:
                return _page(kept.opened(), record, given, f"{error}.", 422)
            if (values or taken_back) and not kept.correct(request, record, values, taken_back):
                return _page(kept.opened(), record, given, is_waiting=True)
            return RedirectResponse(rooted(f"/?view=document&document={record.id}"), 303)

        return await to_thread.run_sync(act)

    return router


def _page(
    index: Index,
    record: Record,
    given: dict[Field, str] | None = None,
    fault: str = "",
    status: int = 200,
    is_waiting: bool = False,
) -> HTMLResponse:
    html = render("correct.html", form=correcting_view(index, record, given, fault, is_waiting))
    return HTMLResponse(html, status, {"Content-Security-Policy": PLAIN_POLICY, "Cache-Control": "no-store"})


def _found(index: Index, document: str) -> Record:
    try:
        return find_document(index, document)
    except KloeError as error:
        raise HTTPException(404, str(error)) from error
