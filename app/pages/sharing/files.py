"""The routes that give files of the page: an answer, a conversation, results, a briefing and a saved list."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Annotated, Any, TypeVar
from urllib.parse import quote

from fastapi import APIRouter, Form, Query, Request, Response
from pydantic import Json
from starlette.exceptions import HTTPException

from app.asking import briefing
from app.exports import (
    CSV,
    DOCX,
    MARKDOWN,
    answer_csv,
    answer_docx,
    briefing_docx,
    conversation_docx,
    results_csv,
    results_docx,
)
from app.pages.addresses import (
    answer_address,
    parse_address,
    read_question_address,
    read_search_address,
    search_address,
)
from app.pages.addresses.conversation import read_conversation_address
from app.root import site_of
from app.saved import MOST_SAVED, look_up, read_item, saved_docx
from app.schemas import AnswerBody, ResultBody
from index import Index
from ingest import KloeError

Address = TypeVar("Address")
Writers = Mapping[str, tuple[str, Callable[[], bytes | str]]]
"""By the form of a file, its media type and what writes it."""


def file_routes(opened: Callable[[], Index]) -> APIRouter:
    """The routes over an index; whoever may read the page may read these."""
    router = APIRouter(include_in_schema=False)

    @router.get("/export/answer.{form}")
    def answer(request: Request, form: str) -> Response:
        index, address = opened(), _read(read_question_address, request)
        body = AnswerBody.of(answer_address(index, address, parse_address(index, address)))
        site = site_of(request.base_url)
        word = partial(answer_docx, body, site=site)
        writers: Writers = {"docx": (DOCX, word), "csv": (CSV, lambda: answer_csv(body, site))}
        return _saved(form, address.question, writers)

    @router.get("/export/conversation.docx")
    def conversation(request: Request) -> Response:
        index, turns = opened(), _read(read_conversation_address, request)
        answers = [AnswerBody.of(answer_address(index, turn, parse_address(index, turn))) for turn in turns]
        word = partial(conversation_docx, answers, site=site_of(request.base_url))
        return _saved("docx", f"Conversation {turns[0].question}", {"docx": (DOCX, word)})

    @router.get("/export/results.{form}")
    def results(request: Request, form: str) -> Response:
        address = _read(read_search_address, request)
        found = search_address(opened(), address)
        bodies = [ResultBody.of(result) for result in found.results]
        site = site_of(request.base_url)
        word = partial(results_docx, address.words, bodies, found.summary, site=site)
        return _saved(form, address.words, {"docx": (DOCX, word), "csv": (CSV, lambda: results_csv(bodies, site))})

    @router.get("/export/briefing.{form}")
    def brief(request: Request, form: str, authority: Annotated[str, Query(min_length=1, max_length=200)]) -> Response:
        made = briefing(opened(), authority)
        if not made.sections:
            raise HTTPException(404, made.explanation)
        word = partial(briefing_docx, made, site=site_of(request.base_url))
        writers: Writers = {"docx": (DOCX, word), "md": (MARKDOWN, lambda: made.text)}
        return _saved(form, made.title, writers)

    @router.post("/export/saved.docx")
    def saved(request: Request, items: Annotated[Json[list[Any]], Form()]) -> Response:
        listed = [("", read_item(item)) for item in items[:MOST_SAVED]]
        headers = {"Content-Disposition": 'attachment; filename="kloe-saved.docx"'}
        return Response(
            saved_docx(look_up(opened(), listed), site=site_of(request.base_url)), media_type=DOCX, headers=headers
        )

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
