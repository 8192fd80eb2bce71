"""What the API's routes take from what the application keeps."""

from collections.abc import Callable
from typing import Annotated

from fastapi import Depends, FastAPI, Request

from app.kept import Kept
from index import Index
from qa.writing import Writer


def keep(api: FastAPI, kept: Kept) -> None:
    """Keep what the routes need."""
    api.state.kept = kept


def _kept(request: Request) -> Kept:
    kept: Kept = request.app.state.kept
    return kept


def _index(request: Request) -> Index:
    return _kept(request).opened()


def _lend_writer(request: Request) -> Callable[[], Writer | None]:
    return lambda: _kept(request).lend_writer(request)


OpenIndex = Annotated[Index, Depends(_index)]
LentWriter = Annotated[Callable[[], Writer | None], Depends(_lend_writer)]
ForRoutes = Annotated[Kept, Depends(_kept)]


def next_link(request: Request, offset: int, total: int) -> str | None:
    """The link to the part of a list that begins at `offset`; None if the list ends before it."""
    if offset >= total:
        return None
    url = request.url.include_query_params(offset=offset)
    return f"{url.path}?{url.query}"
