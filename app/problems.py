"""Errors over HTTP as problem details (RFC 9457)."""

import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException
from starlette.routing import compile_path
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ingest import KloeError

MEDIA_TYPE = "application/problem+json"

_LOG = logging.getLogger(__name__)
_INTERNAL = "Something went wrong in Kloe. Its log has the details."


class Fault(BaseModel):
    """One invalid value."""

    where: str = Field(description="The parameter or the part of the body.", examples=["query.limit"])
    message: str


class Problem(BaseModel):
    """A problem as RFC 9457 defines it. `type` is always about:blank, because the status says what kind it is."""

    type: str = "about:blank"
    title: str = Field(description="The status in words.", examples=["Not Found"])
    status: int = Field(ge=400, le=599)
    detail: str = Field(description="What went wrong, in words.")
    errors: list[Fault] = Field(default=[], description="Every invalid value.")


def problem(
    status: int, detail: str, errors: list[Fault] | None = None, headers: Mapping[str, str] | None = None
) -> Response:
    """Make the response for a problem."""
    body = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail, errors=errors or [])
    return Response(body.model_dump_json(), status, dict(headers or {}), MEDIA_TYPE)


def problem_of(error: Exception) -> Problem:
    """The problem to report for an error. Details that belong only in the log are left out."""
    status, detail = (
        (503, "The index cannot be searched at the moment.") if isinstance(error, KloeError) else (500, _INTERNAL)
    )
    return Problem(title=HTTPStatus(status).phrase, status=status, detail=detail)


class Faulted:
    """Responds to a fault that no route has caught. Without it the response would come from outside of all that watches and guards."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send a request on; the server logs a fault, because it is raised again."""
        has_begun = False

        async def noting(message: Message) -> None:
            nonlocal has_begun
            has_begun = has_begun or message["type"] == "http.response.start"
            await send(message)

        try:
            await self._app(scope, receive, noting)
        except Exception as error:
            if scope["type"] == "http" and not has_begun:
                body = problem_of(error)
                await problem(body.status, body.detail)(scope, receive, noting)
            raise


def documented(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Describe in an operation's OpenAPI which problems it can return."""
    content = {MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {status: {"description": HTTPStatus(status).phrase, "content": content} for status in statuses}


def answer_with_problems(app: FastAPI) -> None:
    """Turn every error of an application into a problem."""

    @app.exception_handler(HTTPException)
    async def of_http(request: Request, error: HTTPException) -> Response:
        headers = dict(error.headers or {})
        if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:  # the error names the methods of the first route alone
            named = {method.strip() for method in headers.get("Allow", "").split(",")}
            headers["Allow"] = ", ".join(sorted(filter(None, named | _methods(request))))
        return problem(error.status_code, error.detail, headers=headers)

    @app.exception_handler(RequestValidationError)
    async def of_values(_: Request, error: RequestValidationError) -> Response:
        faults = [
            Fault(where=".".join(map(_text, fault["loc"])), message=_text(fault["msg"])) for fault in error.errors()
        ]
        listed = "; ".join(f"{fault.where}: {fault.message}" for fault in faults[:3])
        return problem(422, f"The request has invalid values: {listed}", faults)

    @app.exception_handler(KloeError)
    @app.exception_handler(Exception)
    async def of_fault(_: Request, error: Exception) -> Response:
        if isinstance(error, KloeError):
            _LOG.error("%s", error)
        body = problem_of(error)
        return problem(body.status, body.detail)


def _methods(request: Request) -> set[str]:
    """The methods that the OpenAPI describes for the path of a request."""
    path = request.scope["path"].removeprefix(request.scope.get("root_path", ""))
    described = request.app.openapi()["paths"]
    return {
        method.upper()
        for template, methods in described.items()
        if compile_path(template)[0].match(path)
        for method in methods
    }


def _text(value: object) -> str:
    """Text that can be sent: a name that a client invents may contain lone surrogates."""
    return str(value).encode("utf-8", "replace").decode()[:200]
