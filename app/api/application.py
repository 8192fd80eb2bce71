"""The HTTP API, version 1: an application of its own, mounted on Kloe's."""

from importlib.metadata import version
from typing import Any

from fastapi import Depends, FastAPI, Request
from fastapi.params import Depends as Dependency
from fastapi.responses import HTMLResponse
from fastapi.security import APIKeyHeader, HTTPBasic, HTTPBearer
from starlette.responses import Response

from app.access.requests import is_open
from app.api.briefing_routes import router as briefings
from app.api.document_routes import router as documents
from app.api.export_routes import router as exports
from app.api.finding_routes import router as findings
from app.api.reference import reference_page
from app.api.routes import router as asking
from app.api.saved_routes import router as saved
from app.api.state import keep
from app.documents import API
from app.kept import Kept
from app.problems import Problem, answer_with_problems, problem
from app.root import rooted
from app.settings import Settings

_ABOUT = (
    "Searches inspection documents and answers questions in the documents' own words, with the page. A filter overrides"
    " what the question says. Errors are problem details (RFC 9457). Links begin with the path at which this server runs."
)


def create_api(kept: Kept) -> FastAPI:
    """Make the API.

    Args:
        kept: what the routes need, and the settings.
    """
    api = FastAPI(
        title="Kloe",
        version=version("kloe"),
        description=_ABOUT,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        dependencies=_security(kept.chosen),
    )
    keep(api, kept)
    for router in (asking, findings, briefings, documents, exports, saved):
        api.include_router(router)
    answer_with_problems(api)
    _describe_problems(api)

    @api.get("/docs", include_in_schema=False)
    def reference(request: Request) -> HTMLResponse:
        return HTMLResponse(reference_page(api.openapi(), request.scope.get("root_path", "")))

    return api


def no_such_path() -> Response:
    """The response to a path that looks like the API's but does not exist."""
    return problem(404, f"There is nothing at this path. For what there is, see {rooted(API)}/docs.")


def _security(chosen: Settings) -> list[Dependency]:
    """Describe in the OpenAPI how to sign in, if these settings require it; `app.access` does the checking."""
    schemes: list[Any] = []
    if chosen.api_keys:
        schemes += [
            HTTPBearer(auto_error=False, scheme_name="bearer"),
            APIKeyHeader(name="X-API-Key", auto_error=False),
        ]
    if chosen.users_file:
        schemes.append(HTTPBasic(auto_error=False, scheme_name="basic"))
    return [Depends(scheme) for scheme in schemes] if chosen.api_keys or not is_open(chosen) else []


def _describe_problems(api: FastAPI) -> None:
    """Add the schema of problems to the OpenAPI's components, where the operations refer to it by name, and say what is open."""
    make = api.openapi

    def openapi() -> dict[str, Any]:
        description = make()
        schemas = description["components"]["schemas"]
        if "Problem" not in schemas:
            body = Problem.model_json_schema(mode="serialization", ref_template="#/components/schemas/{model}")
            schemas.update(body.pop("$defs", {}))
            schemas["Problem"] = body
        description["paths"]["/health"]["get"].pop("security", None)  # it is open to all
        return description

    api.openapi = openapi  # type: ignore[method-assign]
