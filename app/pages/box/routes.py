"""The script of the search box, and the page that shows it and the markup that embeds it."""

from pathlib import Path

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, HTMLResponse

from app.access.table import SEARCH_BOX
from app.pages.templating import render
from app.root import rooted

_STATIC = Path(__file__).parents[1] / "static"
_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self'; form-action 'none'; base-uri 'none'"
# The attributes that the page lets a developer try: the name, and what it means.
_ATTRIBUTES = (
    ("label", "the words above the box"),
    ("placeholder", "the words in it"),
    ("authority", "only what is about these authorities; separate several with ;"),
    ("year", "only documents of these years"),
    ("kind", "only these kinds of document, such as ilacs-inspection"),
    ("limit", "how many passages to show, 1 to 50"),
)


def box_routes() -> APIRouter:
    """The routes; the script is open to every site, the page is for whoever may read."""
    router = APIRouter(include_in_schema=False)

    @router.get(SEARCH_BOX)
    def script() -> FileResponse:
        return FileResponse(_STATIC / "kloe-search.js", media_type="text/javascript")

    @router.get("/static/box.js")
    def trying() -> FileResponse:
        return FileResponse(_STATIC / "box.js", media_type="text/javascript")

    @router.get("/static/box.css")
    def style() -> FileResponse:
        return FileResponse(_STATIC / "box.css", media_type="text/css")

    @router.get("/box")
    def page(request: Request) -> HTMLResponse:
        address = f"{request.url.scheme}://{request.url.netloc}{rooted('')}"
        html = render("box.html", address=address, attributes=_ATTRIBUTES)
        return HTMLResponse(html, headers={"Content-Security-Policy": _POLICY, "Cache-Control": "no-cache"})

    return router
