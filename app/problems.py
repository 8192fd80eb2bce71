"""Errors over HTTP as problem details (RFC 9457)."""

import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from ingest import KloeError

MEDIA_TYPE = "application/problem+json"

_LOG = logging.getLogger(__name__)


class Fault(BaseModel):
    """One value that does not fit."""

    where: str = Field(description="The parameter, or the place in the body.", examples=["query.limit"])
    message: str


class Problem(BaseModel):
    """A problem as RFC 9457 has it. `type` is always about:blank: the status says which problem it is."""

    type: str = "about:blank"
    title: str = Field(description="The status in words.", examples=["Not Found"])
    status: int = Field(ge=400, le=599)
    detail: str = Field(description="What is wrong, for a person to read.")
    errors: list[Fault] = Field(default=[], description="Each value that does not fit.")


def problem(
    status: int, detail: str, errors: list[Fault] | None = None, headers: Mapping[str, str] | None = None
) -> Response:
    """Make the response that says what is wrong."""
    body = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail, errors=errors or [])
    return Response(body.model_dump_json(), status, dict(headers or {}), MEDIA_TYPE)


def problem_of(error: Exception) -> Problem:
    """The problem that an error is to whoever asked; what only the log should say is left to it."""
    status, detail = (503, "The index cannot be searched just now.") if isinstance(error, KloeError) else (500, _OURS)
    return Problem(title=HTTPStatus(status).phrase, status=status, detail=detail)


_OURS = "Something went wrong in Kloe; its log says what."


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Say in an operation's OpenAPI which problems it can answer with."""
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {status: {"description": HTTPStatus(status).phrase, "content": content} for status in statuses}


def answer_with_problems(app: FastAPI) -> None:
    """Let every error of an application be a problem."""

    @app.exception_handler(HTTPException)
    async def of_http(_: Request, error: HTTPException) -> Response:
        return problem(error.status_code, error.detail, headers=error.headers)

    @app.exception_handler(RequestValidationError)
    async def of_values(_: Request, error: RequestValidationError) -> Response:
        faults = [Fault(where=".".join(map(_text, one["loc"])), message=_text(one["msg"])) for one in error.errors()]
        said = "; ".join(f"{fault.where}: {fault.message}" for fault in faults[:3])
        return problem(422, f"The request has values that do not fit: {said}", faults)

    @app.exception_handler(KloeError)
    @app.exception_handler(Exception)
    async def of_fault(_: Request, error: Exception) -> Response:
        if isinstance(error, KloeError):
            _LOG.error("%s", error)
        made = problem_of(error)
        return problem(made.status, made.detail)


def _text(value: object) -> str:
    """Text that can be sent: a name that a client made up may hold what is no character."""
    return str(value).encode("utf-8", "replace").decode()[:200]
