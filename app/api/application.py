"""The HTTP interface, version 1, as an application of its own that is mounted on Kloe's."""

from collections.abc import Callable
from importlib.metadata import version
from typing import Any

from fastapi import Depends, FastAPI, Request
from fastapi.params import Depends as Dependency
from fastapi.responses import HTMLResponse
from fastapi.security import APIKeyHeader, HTTPBasic, HTTPBearer
from starlette.middleware import Middleware
from starlette.responses import Response

from app.access.guards import is_open
from app.access.limits import BodyLimit
from app.api.export_routes import router as exports
from app.api.reference import reference_page
from app.api.routes import router
from app.problems import Problem, answer_with_problems, problem
from app.settings import Settings
from index import Index

LARGEST_BODY = 64 * 1024  # bytes
_ABOUT = (
    "Searches inspection documents and answers questions in their own words, with the page. Filters take the place of what"
    " a question's words say. Errors are problem details (RFC 9457). Links are below this server's root."
)


def create_api(chosen: Settings, opened: Callable[[], Index]) -> FastAPI:
    """Make the interface over an index, which is opened when it is first asked for."""
    api = FastAPI(
        title="Kloe",
        version=version("kloe"),
        description=_ABOUT,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        middleware=[Middleware(BodyLimit, largest=LARGEST_BODY)],
        dependencies=_ways_in(chosen),
    )
    api.state.opened = opened
    api.include_router(router)
    api.include_router(exports)
    answer_with_problems(api)
    _describe_problems(api)

    @api.get("/docs", include_in_schema=False)
    def reference(request: Request) -> HTMLResponse:
        return HTMLResponse(reference_page(api.openapi(), request.scope.get("root_path", "")))

    return api


def no_such_path() -> Response:
    """What is answered to a path that looks like the interface's and is none of its."""
    return problem(404, "There is nothing at this path: /api/v1/docs says what there is.")


def _ways_in(chosen: Settings) -> list[Dependency]:
    """Name in the OpenAPI how to sign in, where that is needed; `app.access` sees to it."""
    ways: list[Any] = []
    if chosen.api_keys:
        ways += [HTTPBearer(auto_error=False, scheme_name="bearer"), APIKeyHeader(name="X-API-Key", auto_error=False)]
    if chosen.users_file:
        ways.append(HTTPBasic(auto_error=False, scheme_name="basic"))
    return [Depends(way) for way in ways] if chosen.api_keys or not is_open(chosen) else []


def _describe_problems(api: FastAPI) -> None:
    """Put the problem's schema among the components, which the operations refer to by name."""
    made = api.openapi

    def openapi() -> dict[str, Any]:
        described = made()
        schemas = described["components"]["schemas"]
        if "Problem" not in schemas:
            body = Problem.model_json_schema(mode="serialization", ref_template="#/components/schemas/{model}")
            schemas.update(body.pop("$defs", {}))
            schemas["Problem"] = body
        return described

    api.openapi = openapi  # type: ignore[method-assign]
