"""The routes that give documents and their pages."""

from collections.abc import Mapping, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from starlette.exceptions import HTTPException

from app.api.queries import DocumentId, DocumentsQuery, Marks, PageNumber
from app.api.state import ForRoutes, OpenIndex, next_link
from app.documents import PictureError, no_such_page, page_image, parse_marks
from app.documents.correcting import WrongValue
from app.kept import Kept
from app.problems import documented
from app.schemas import DocumentBody, DocumentsBody, PageBody, RecordBody
from app.schemas.corrections import CorrectionsBody, TakenBack
from index import Index, Record
from index.catalogue.corrections import Field
from ingest import ReadError
from qa import Scope
from qa.answer.messages import none_held_words, unknown_words

_CORRECTED: dict[int | str, dict[str, Any]] = {
    202: {"model": DocumentBody, "description": "A run is under way; the change takes effect when it ends."},
    **documented(400, 404, 413),
}

router = APIRouter(responses=documented(401, 403, 414, 422, 429, 500, 503))


class Png(Response):
    """A picture."""

    media_type = "image/png"


@router.get("/documents", summary="List the documents")
def list_documents(request: Request, index: OpenIndex, query: Annotated[DocumentsQuery, Query()]) -> DocumentsBody:
    """List the documents, in the order of their paths."""
    with index.pinned():
        records = index.catalogue.records()
        scope = query.scope(index) or Scope()
        inside = scope.held_by(index)
    end = query.offset + query.limit
    return DocumentsBody(
        total=len(inside),
        explanation=None if inside else unknown_words(scope) if scope.unknown else none_held_words(scope, records),
        limit=query.limit,
        offset=query.offset,
        next=next_link(request, end, len(inside)),
        documents=[DocumentBody.of(record) for record in inside[query.offset : end]],
    )


@router.get("/documents/{document_id}", summary="Get one document", responses=documented(404))
def read_record(index: OpenIndex, document_id: DocumentId) -> RecordBody:
    """Give a document's facts and judgements, each with the words it was read from, its passages, and its other text."""
    with index.pinned():
        return RecordBody.read(index, _record(index, document_id))


@router.delete("/documents/{document_id}", summary="Remove a document", status_code=204, responses=documented(404))
def remove_record(request: Request, index: OpenIndex, kept: ForRoutes, document_id: DocumentId) -> None:
    """Remove a document for good, with every other document in its file. No later run reads that file again.

    This needs the right to remove documents. An API key does not give it.
    """
    kept.remove(request, _record(index, document_id))


@router.post("/documents/{document_id}/corrections", summary="Correct a document", responses=_CORRECTED)
def correct_record(
    request: Request, response: Response, kept: ForRoutes, document_id: DocumentId, given: CorrectionsBody
) -> DocumentBody:
    """Set the authority, the kind or the dates of a document where none or a wrong one was read. Every later run keeps this.

    This needs the right to add documents. An API key does not give it.
    """
    _record(kept.opened(), document_id)  # an unknown document is 404, whatever is sent
    try:
        values = given.values()
    except WrongValue as error:
        raise HTTPException(422, f"{error}.") from error
    return _corrected(request, response, kept, document_id, values, ())


@router.delete("/documents/{document_id}/corrections", summary="Take corrections back", responses=_CORRECTED)
def take_corrections_back(
    request: Request, response: Response, kept: ForRoutes, document_id: DocumentId, query: Annotated[TakenBack, Query()]
) -> DocumentBody:
    """Let a document be filed again as it was read.

    This needs the right to add documents. An API key does not give it.
    """
    return _corrected(request, response, kept, document_id, {}, query.field or list(Field))


def _corrected(
    request: Request,
    response: Response,
    kept: Kept,
    document_id: str,
    values: Mapping[Field, str],
    taken_back: Sequence[Field],
) -> DocumentBody:
    """The document as it is filed now; 202 if that changes only when the run that is under way ends."""
    if not kept.correct(request, _record(kept.opened(), document_id), values, taken_back):
        response.status_code = 202
    return DocumentBody.of(_record(kept.opened(), document_id))


@router.get(
    "/documents/{document_id}/pages/{page}.png",
    summary="Get a picture of a page",
    response_class=Png,
    responses={
        200: {"content": {"image/png": {"schema": {"type": "string", "format": "binary"}}}},
        304: {"description": "The client's copy is up to date."},
        **documented(404),
    },
)
def draw_page(
    request: Request, index: OpenIndex, document_id: DocumentId, page: PageNumber, query: Annotated[Marks, Query()]
) -> Response:
    """Draw a page of a PDF, with marks. Words that are not printed exactly as they are stored are not marked."""
    record = _record(index, document_id)
    try:
        image = page_image(index, record, page, parse_marks(query.marks or ""))
    except PictureError as error:
        raise HTTPException(404, str(error)) from error
    except ReadError as error:
        raise HTTPException(404, f"The document {error.cause}.") from error
    headers = {"Cache-Control": "private, max-age=86400", "ETag": image.etag}
    if request.headers.get("if-none-match") == image.etag:
        return Response(status_code=304, headers=headers)
    return Png(image.png, headers=headers)


@router.get("/documents/{document_id}/pages/{page}", summary="Get a page's text", responses=documented(404))
def read_page(index: OpenIndex, document_id: DocumentId, page: PageNumber) -> PageBody:
    """Give a page's stored text, and the passages on it."""
    with index.pinned():
        return _page_body(index, _record(index, document_id), page)


def _page_body(index: Index, record: Record, page: int) -> PageBody:
    pages = {stored.number: stored for stored in index.catalogue.pages(record.id)}
    if page not in pages:
        raise HTTPException(404, no_such_page(len(pages), page))
    return PageBody.of(record, pages[page], index.catalogue.document_passages(record.id))


def _record(index: Index, document_id: str) -> Record:
    """The document with an id.

    Raises:
        HTTPException: there is none, 404.
    """
    record = index.catalogue.record(document_id)
    if record is None:
        raise HTTPException(404, f"Kloe has no document {document_id}.")
    return record
