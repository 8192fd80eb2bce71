"""What the application keeps for its routes: the index, and the writer if there is one."""

from collections.abc import Callable
from typing import Annotated

from fastapi import Depends, FastAPI, Request

from index import Index
from qa.writing import Writer


def keep(api: FastAPI, opened: Callable[[], Index], writer: Writer | None) -> None:
    """Keep what the routes need.

    Args:
        opened: opens the index, at the first request that needs it.
        writer: orders or words answers; None if no generator is set.
    """
    api.state.opened = opened
    api.state.writer = writer


def _index(request: Request) -> Index:
    index: Index = request.app.state.opened()
    return index


def _writer(request: Request) -> Writer | None:
    writer: Writer | None = request.app.state.writer
    return writer


OpenIndex = Annotated[Index, Depends(_index)]
MaybeWriter = Annotated[Writer | None, Depends(_writer)]


def next_link(request: Request, offset: int, total: int) -> str | None:
    """The link to the part of a list that begins at `offset`; None if the list ends before it."""
    if offset >= total:
        return None
    url = request.url.include_query_params(offset=offset)
    return f"{url.path}?{url.query}"
