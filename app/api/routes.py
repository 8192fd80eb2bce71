"""The routes of the HTTP interface: search, questions, documents, pages, counts."""

from importlib.metadata import version
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Path, Query, Request, Response
from fastapi.sse import EventSourceResponse
from pydantic import BaseModel, Field, StrictBool
from starlette.exceptions import HTTPException

import qa
from app.api.streaming import DESCRIPTION, answer_events, as_stream
from app.asking.facets import count_facets
from app.asking.filters import LATEST, LONGEST_QUESTION, Filters
from app.asking.searching import Found, Sort, answer, search
from app.documents.page_images import PictureError, page_image, parse_marks
from app.problems import documented
from app.schemas.answers import AnswerBody, SearchBody
from app.schemas.documents import DocumentBody, DocumentsBody, FacetsBody, HealthBody, PageBody, RecordBody
from index import Index, Record
from index.lexical import words
from ingest import ReadError, Stance
from qa import Scope
from qa.answer.messages import none_held_words, unknown_words
from qa.writing import Writer

_MARK = r"\d{1,7}-\d{1,7}"

Words = Annotated[str, Field(min_length=1, max_length=LONGEST_QUESTION)]
Limit = Annotated[int, Field(ge=1, le=100, description="How many at most.")]
Offset = Annotated[int, Field(ge=0, le=100_000, description="How many to pass over.")]
DocumentId = Annotated[str, Path(pattern="^[0-9a-f]{16}$", description="As in `document_id`.")]
PageNumber = Annotated[int, Path(ge=1, le=100_000, description="From 1.")]


class SearchQuery(Filters):
    """What to search for."""

    q: Words = Field(description="What to look for; authorities and years in it confine the search.")
    stance: list[Stance] = Field(
        default=[], max_length=10, description="Only passages whose section says this of its findings."
    )
    limit: Limit = 10
    offset: Offset = 0
    sort: Sort = Field(default=Sort.RELEVANCE, description="By date are the hundred best, newest first.")
    rerank: bool = Field(default=True, description="Look closer at what was found.")

    def found(self, index: Index) -> Found:
        """What the search gives."""
        return search(index, self.q, self, self.stance, self.limit, self.offset, self.sort, self.rerank)


class DocumentsQuery(Filters):
    """Which part of the library."""

    limit: Limit = 20
    offset: Offset = 0


class FacetsQuery(Filters):
    """What to count."""

    q: Words | None = Field(default=None, description="Words that confine what is counted, as in a search.")


class Question(Filters):
    """A question with its filters."""

    question: Words = Field(description="The question, in plain words.", examples=["How good was supervision in 2022?"])
    previous: list[Words] = Field(
        default=[],
        max_length=10,
        description="The questions before, oldest first; a follow-up takes over what it leaves unsaid.",
        examples=[["How good was supervision in Devon in 2022?"]],
    )
    latest: StrictBool = Field(default=False, description=LATEST)
    generate: StrictBool = Field(
        default=True, description="Let a chat model put the answer into words, where one is set."
    )


class Marks(BaseModel):
    """What to mark in a picture."""

    marks: str | None = Field(
        default=None,
        max_length=500,
        pattern=f"^{_MARK}(,{_MARK})*$",
        description="Characters of the page's stored text, as in 120-180,300-340.",
        examples=["120-180"],
    )


class Png(Response):
    """A picture."""

    media_type = "image/png"


def opened_index(request: Request) -> Index:
    """The index that the application serves."""
    index: Index = request.app.state.opened()
    return index


def set_writer(request: Request) -> Writer | None:
    """What puts answers into words, where a generator is set."""
    writer: Writer | None = request.app.state.writer
    return writer


Opened = Annotated[Index, Depends(opened_index)]
Writing = Annotated[Writer | None, Depends(set_writer)]
router = APIRouter(responses=documented(401, 403, 422, 429, 500, 503))


@router.get("/search", summary="Find passages")
def find_passages(request: Request, index: Opened, asked: Annotated[SearchQuery, Query()]) -> SearchBody:
    """Find passages, best first, inside the scope that the words and the filters give."""
    found = asked.found(index)
    return SearchBody.of(asked.q, found, asked.limit, asked.offset, _following(request, asked.offset + asked.limit))


@router.post(
    "/ask",
    summary="Answer a question",
    responses={
        200: {"description": DESCRIPTION, "content": {"text/event-stream": {"schema": {"type": "string"}}}},
        **documented(400, 413),
    },
    response_model=AnswerBody,
)
def answer_question(
    index: Opened, writer: Writing, asked: Question, accept: Annotated[str, Header(include_in_schema=False)] = ""
) -> AnswerBody | Response:
    """Answer a question in the documents' own words, or decline it with the reason.

    Where a chat model is set, it puts the quotations into words, and each of its sentences is checked against them.
    """
    writer = writer if asked.generate else None
    if "text/event-stream" in accept.lower():
        events = as_stream(answer_events(index, asked.question, asked, asked.previous, writer))
        return EventSourceResponse(events, headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"})
    answered = answer(index, asked.question, asked, asked.previous)
    return AnswerBody.of(answered, writer.write(answered) if writer and answered.answered else None)


@router.get("/documents", summary="List the library")
def list_documents(request: Request, index: Opened, asked: Annotated[DocumentsQuery, Query()]) -> DocumentsBody:
    """List the documents, by path."""
    records = index.catalogue.records()
    scope = asked.scope(index) or Scope()
    inside = [] if scope.unknown else scope.documents(records)
    after = asked.offset + asked.limit
    return DocumentsBody(
        total=len(inside),
        explanation=None if inside else unknown_words(scope) if scope.unknown else none_held_words(scope, records),
        limit=asked.limit,
        offset=asked.offset,
        next=_following(request, after) if after < len(inside) else None,
        documents=[DocumentBody.of(record) for record in inside[asked.offset : after]],
    )


@router.get("/documents/{document_id}", summary="One document's record", responses=documented(404))
def read_record(index: Opened, document_id: DocumentId) -> RecordBody:
    """Give a document's facts and judgements with the words behind each, its passages, and what is not searched."""
    return RecordBody.read(index, _record(index, document_id))


@router.get(
    "/documents/{document_id}/pages/{page}.png",
    summary="A page as it is printed",
    response_class=Png,
    responses={
        200: {"content": {"image/png": {"schema": {"type": "string", "format": "binary"}}}},
        304: {"description": "What the client holds is still right."},
        **documented(404),
    },
)
def draw_page(
    request: Request, index: Opened, document_id: DocumentId, page: PageNumber, asked: Annotated[Marks, Query()]
) -> Response:
    """Draw a page of a PDF, with words marked; words that the print does not have so are left unmarked."""
    record = _record(index, document_id)
    try:
        image = page_image(index, record, page, parse_marks(asked.marks or ""))
    except PictureError as error:
        raise HTTPException(404, str(error)) from error
    except ReadError as error:
        raise HTTPException(404, f"The document {error.cause}.") from error
    headers = {"Cache-Control": "private, max-age=86400", "ETag": image.etag}
    if request.headers.get("if-none-match") == image.etag:
        return Response(status_code=304, headers=headers)
    return Png(image.png, headers=headers)


@router.get("/documents/{document_id}/pages/{page}", summary="A page's text", responses=documented(404))
def read_page(index: Opened, document_id: DocumentId, page: PageNumber) -> PageBody:
    """Give a page's text as it is stored, and the passages on it."""
    record = _record(index, document_id)
    pages = {held.number: held for held in index.catalogue.pages(record.id)}
    if page not in pages:
        raise HTTPException(404, f"The document has {len(pages)} pages and no page {page}.")
    return PageBody.of(record, pages[page], index.catalogue.document_passages(record.id))


@router.get("/facets", summary="Count by facet")
def count(index: Opened, asked: Annotated[FacetsQuery, Query()]) -> FacetsBody:
    """Count documents by authority, region, year, kind and overall judgement, and passages by stance."""
    scope = asked.scope(index) or Scope()
    if asked.q and words(asked.q) and not scope.unknown:
        scope = qa.parse(index, asked.q, asked.scope(index)).scope
    inside = [] if scope.unknown else scope.documents(index.catalogue.records())
    return FacetsBody.of(scope, count_facets(index, inside))


@router.get("/health", summary="Whether Kloe is up")
def health(index: Opened) -> HealthBody:
    """Say that Kloe is up, and how much it holds; needs no key and counts towards no limit."""
    records = index.catalogue.records()
    passages = sum(record.passages for record in records)
    return HealthBody(version=version("kloe"), documents=len(records), passages=passages)


def _record(index: Index, document_id: str) -> Record:
    """The document of an id.

    Raises:
        HTTPException: the index holds none, 404.
    """
    record = index.catalogue.record(document_id)
    if record is None:
        raise HTTPException(404, f"Kloe holds no document {document_id}.")
    return record


def _following(request: Request, offset: int) -> str:
    """The link to the part that begins at an offset, with all else as it was asked."""
    url = request.url.include_query_params(offset=offset)
    return f"{url.path}?{url.query}"
