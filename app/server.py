"""The web application: the API, the feeds and what guards them. `ui` mounts the pages on it."""

import errno
import gc
import os
import socket
import sys
import time
import webbrowser
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from threading import Thread

import uvicorn
from fastapi import FastAPI
from fastapi.responses import FileResponse
from starlette.middleware import Middleware
from starlette.middleware.authentication import AuthenticationMiddleware

from app.access.guards import SEARCH_BOX, Access, Forwarded, is_loopback, is_open, refuse
from app.access.limits import ApiCors, RateLimit
from app.api import create_api, no_such_path
from app.asking import make_writer
from app.documents import API
from app.feeds.routes import FEEDS, create_feeds
from app.root import BelowRoot
from app.settings import Settings, settings
from index import Embedder, Index
from ingest import KloeError
from qa.themes import use_themes

_STATIC = Path(__file__).parent / "pages" / "static"
_FIRST_PAGE = 2  # seconds that the first page needs


@cache
def open_index() -> Index:
    """The index of this process."""
    use_themes(settings().themes)
    return Index(settings().index, Embedder(settings().model), settings().chroma_url, settings().reranker)


def create_app(chosen: Settings | None = None, opened: Callable[[], Index] = open_index) -> FastAPI:
    """Make the application. It serves the first page while the model still loads in the background.

    Args:
        chosen: who may use it, and how much; by default this process's settings.
        opened: opens the index.

    Raises:
        KloeError: the users file cannot be read.
    """
    chosen = chosen or settings()

    @asynccontextmanager
    async def warming(_: FastAPI) -> AsyncIterator[None]:
        Thread(target=_warm, args=(opened,), name="warm", daemon=True).start()
        yield

    guards = _guards(chosen)
    app = FastAPI(title="Kloe", openapi_url=None, docs_url=None, redoc_url=None, middleware=guards, lifespan=warming)

    @app.get("/health")
    def health() -> dict[str, int]:
        return {"documents": len(opened().catalogue.records())}

    @app.get(SEARCH_BOX)
    def search_box() -> FileResponse:
        return FileResponse(_STATIC / "kloe-search.js", media_type="text/javascript")

    app.mount(API, create_api(chosen, opened))
    app.mount("/api", no_such_path())
    app.mount(FEEDS, create_feeds(opened))
    return app


def _guards(chosen: Settings) -> list[Middleware]:
    """What every request goes through, in order."""
    guards = [
        Middleware(Forwarded, trusted_hosts=list(chosen.trusted_proxies)),
        Middleware(AuthenticationMiddleware, backend=Access(chosen), on_error=refuse),
    ]
    if chosen.cors_origins:
        cors = Middleware(
            ApiCors,
            allow_origins=chosen.cors_origins,
            allow_methods=["GET", "POST"],
            allow_headers=["Authorization", "Content-Type", "X-API-Key"],
            expose_headers=["Retry-After"],
        )
        guards.insert(0, cors)
    if chosen.rate_limit:
        guards.append(Middleware(RateLimit, rate=chosen.rate_limit))
    if chosen.root_path:
        guards.insert(0, Middleware(BelowRoot, root=chosen.root_path))
    return guards


def _warm(opened: Callable[[], Index]) -> None:
    try:
        index = opened()
        index.catalogue.records()  # the first page needs these; loading the model would leave a small machine no time for it
        time.sleep(_FIRST_PAGE)
        index.warm()
        gc.freeze()  # what is loaded stays; searching it all for garbage would hold up every reader
    except KloeError:
        return  # the first question fails the same way, and tells the person who asked


def serve(chosen: Settings, show: bool = False) -> None:
    """Serve the pages until stopped.

    Args:
        chosen: the settings, with the address and port to listen on.
        show: open the pages in this machine's browser when they are ready.

    Raises:
        KloeError: the address is in use, the users file cannot be read, or the generator cannot be used.
    """
    Access(chosen)
    if writer := make_writer(chosen):
        writer.load()
    if warning := open_access_warning(chosen):
        print(f"kloe: {warning}", file=sys.stderr)
    try:
        socket.create_server((chosen.host, chosen.port)).close()
    except OSError as error:
        in_use = error.errno == errno.EADDRINUSE
        cause = "another program is using it: choose another --port" if in_use else error.strerror or str(error)
        raise KloeError(f"cannot listen on {chosen.host}:{chosen.port}: {cause}") from error
    print(f"Kloe is running at http://{chosen.host}:{chosen.port}{chosen.root_path} (press Ctrl+C to stop)", flush=True)
    if show and (sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        Thread(target=_open_browser, args=(chosen.host, chosen.port), daemon=True).start()
    # By name, because `ui` imports this package, not the other way round.
    uvicorn.run(
        "ui:create",
        factory=True,
        host=chosen.host,
        port=chosen.port,
        log_level="warning",
        proxy_headers=False,  # `Forwarded` decides which proxies to trust
        timeout_keep_alive=75,  # longer than clients and proxies keep one, so that they never use a connection that we have just closed
        timeout_graceful_shutdown=5,  # an open page keeps its connection open
    )


def open_access_warning(chosen: Settings) -> str:
    """The warning that others can read the documents; empty if only this machine can reach the pages, or people must sign in."""
    if is_loopback(chosen.host) or not is_open(chosen):
        return ""
    return (
        f"warning: anyone who can reach {chosen.host}:{chosen.port} can read every document (only this machine can upload);"
        " to choose who may, set users_file and run `kloe user add NAME`, or set proxy_user_header"
    )


def _open_browser(host: str, port: int) -> None:
    for _ in range(120):
        try:
            socket.create_connection((host, port), timeout=1).close()
        except OSError:
            time.sleep(0.5)
        else:
            webbrowser.open(f"http://{host}:{port}")
            return
