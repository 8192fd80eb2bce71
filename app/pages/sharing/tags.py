"""The title and the description of a link, put into the head of the page, where others who are sent the link see them."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import parse_qs

from anyio import to_thread
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.naming import library_name
from app.pages.addresses import read_question_address
from app.pages.sharing.titles import title_of, titled
from app.pages.sharing.told import remembered
from app.pages.source import find_document
from app.pages.templating import render
from app.root import path_of, rooted, site_of
from index import Index
from ingest import KloeError
from qa import document_reference

_GRADIO_TAGS = re.compile(r"<(?=meta\s)[^>]*?(?:property=\"og:|name=\"twitter:)[^>]*>\s*")
_SCRIPT = re.compile(r"<(?=script\b)")
_ABOUT = "What inspections of children’s services found, in their own words, each with the page that it stands on."


@dataclass(frozen=True)
class Tags:
    """What a link shows: its title without the library's name, and a description."""

    title: str
    description: str = _ABOUT


class SharedTags:
    """Puts a link's own title and description into the page, in place of Gradio's.

    Args:
        opened: opens the index.
        is_ready: true once it is open, so that no page waits for that.
    """

    def __init__(self, app: ASGIApp, opened: Callable[[], Index], is_ready: Callable[[], bool]) -> None:
        self._app = app
        self._opened = opened
        self._is_ready = is_ready

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send a request for the page on, and change the head of what comes back."""
        if scope["type"] != "http" or path_of(scope) != "/" or scope["method"] != "GET":
            await self._app(scope, receive, send)
            return
        start: Message | None = None
        body = bytearray()

        async def hold(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start":
                start = message
                return
            body.extend(message.get("body", b""))
            if message.get("more_body", False) or start is None:
                return
            headers = MutableHeaders(scope=start)
            sent = bytes(body)
            if headers.get("content-type", "").startswith("text/html") and "content-encoding" not in headers:
                sent = await self._tagged(sent, Request(scope))
                headers["content-length"] = str(len(sent))
            await send(start)
            await send({"type": "http.response.body", "body": sent})

        await self._app(scope, receive, hold)

    async def _tagged(self, page: bytes, request: Request) -> bytes:
        query = request.url.query
        index = self._opened() if self._is_ready() else None
        tags = await to_thread.run_sync(tags_of, index, query)
        head = render(
            "sharing.html",
            title=titled(tags.title),
            shared=tags.title or library_name(),
            description=tags.description,
            library=library_name(),
            address=f"{site_of(request.base_url)}{rooted('/')}{'?' if query else ''}{query}",
        )
        return tagged(page.decode("utf-8"), head).encode()


def tagged(page: str, head: str) -> str:
    """A page with other tags in its head, which stand before its first script."""
    first = _SCRIPT.search(page)
    at = first.start() if first else 0
    return f"{_GRADIO_TAGS.sub('', page[:at])}{head}\n{page[at:]}"


def tags_of(index: Index | None, query: str) -> Tags:
    """What the query of a link shows, without searching for it.

    Args:
        index: None while it is not open yet.
    """
    given = parse_qs(query)
    view = given.get("view", ["ask"])[0]
    try:
        if view in ("document", "page"):
            return _of_document(index, given) if index else Tags("")
        if view == "ask" and given.get("q"):
            return Tags(title_of(f"?{query}"), (_of_question(index, query) if index else "") or _ABOUT)
    except KloeError:  # the page itself says what is wrong with the link
        return Tags("")
    return Tags(title_of(f"?{query}"))


def _of_document(index: Index, given: dict[str, list[str]]) -> Tags:
    record = find_document(index, given.get("document", [""])[0])
    page = given.get("page", [""])[0]
    reference = document_reference(record)
    return Tags(f"{reference}, page {page}" if page.isdecimal() and len(page) < 7 else reference, record.title)


def _of_question(index: Index, query: str) -> str:
    """What was answered a while ago, or else where the question is asked; empty if it is asked of all documents."""
    address = read_question_address(query)
    if told := remembered(index, address.link):
        return told
    scope = str(address.scope or address.filters.scope(index) or "")
    return f"{_ABOUT} Searching only: {scope}." if scope else ""
