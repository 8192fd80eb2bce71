"""The routes of the feeds: an application of their own, mounted on Kloe's."""

from collections.abc import Callable
from typing import Annotated

from fastapi import FastAPI, Query, Request, Response

from app.feeds.atom import ATOM, atom, etag
from app.feeds.entries import FeedError
from app.feeds.queries import CouncilFeed, PrecedentsFeed, SearchFeed, ThemeFeed
from app.problems import answer_with_problems, problem
from app.root import site_of
from index import Index

FEEDS = "/feeds"
_KEPT = 900  # seconds for which a reader need not ask again


def create_feeds(opened: Callable[[], Index]) -> FastAPI:
    """Make the application.

    Args:
        opened: opens the index, at the first request that needs it.
    """
    feeds = FastAPI(title="Kloe", openapi_url=None, docs_url=None, redoc_url=None, redirect_slashes=False)
    answer_with_problems(feeds)

    @feeds.exception_handler(FeedError)
    async def of_mistake(_: Request, error: FeedError) -> Response:
        return problem(422, str(error))

    @feeds.get("/search.atom")
    def of_search(request: Request, query: Annotated[SearchFeed, Query()]) -> Response:
        return _feed(request, query, opened())

    @feeds.get("/precedents.atom")
    def of_precedents(request: Request, query: Annotated[PrecedentsFeed, Query()]) -> Response:
        return _feed(request, query, opened())

    @feeds.get("/theme.atom")
    def of_theme(request: Request, query: Annotated[ThemeFeed, Query()]) -> Response:
        return _feed(request, query, opened())

    @feeds.get("/council.atom")
    def of_council(request: Request, query: Annotated[CouncilFeed, Query()]) -> Response:
        return _feed(request, query, opened())

    return feeds


def _feed(request: Request, query: SearchFeed | PrecedentsFeed | ThemeFeed | CouncilFeed, index: Index) -> Response:
    """The feed that a query asks for, or 304 if the reader has it already."""
    feed, base = query.feed(index), site_of(request.base_url)
    headers = {"Cache-Control": f"private, max-age={_KEPT}", "ETag": etag(feed, base)}
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    return Response(atom(feed, base), media_type=ATOM, headers=headers | {"X-Content-Type-Options": "nosniff"})
