"""The web application: FastAPI, with the pages mounted on it by `ui`."""

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
from app.api.application import create_api, no_such_path
from app.asking.searching import writer_of
from app.documents.links import API
from app.settings import Settings, settings
from index import Embedder, Index
from ingest import KloeError

_STATIC = Path(__file__).parent / "pages" / "static"
_FIRST_PAGE = 2  # seconds


@cache
def open_index() -> Index:
    """The index of this process."""
    return Index(settings().index, Embedder(settings().model), settings().chroma_url, settings().reranker)


def create_app(chosen: Settings | None = None, opened: Callable[[], Index] = open_index) -> FastAPI:
    """Make the application; the model loads in the background while the first page is already served.

    Args:
        chosen: who is let in, and within which limits; by default the settings of this process.
        opened: gives the index that is served.

    Raises:
        KloeError: the users file that is set cannot be read.
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

    api = create_api(chosen, opened)
    api.state.writer = writer_of(chosen)
    app.mount(API, api)
    app.mount("/api", no_such_path())
    return app


def _guards(chosen: Settings) -> list[Middleware]:
    """What a request passes on its way in, first to last."""
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
    return guards


def _warm(opened: Callable[[], Index]) -> None:
    try:
        index = opened()
        index.catalogue.records()  # for the first page, which comes before the model: that takes all of a small machine
        time.sleep(_FIRST_PAGE)
        index.warm()
        gc.freeze()  # what is loaded stays; to look through all of it for garbage would hold up every reader
    except KloeError:
        return  # the first question meets the same fault and says it to the person who asks


def serve(chosen: Settings, show: bool = False) -> None:
    """Serve the pages until stopped.

    Args:
        chosen: the address and port to listen on.
        show: open the pages in this machine's browser once they are served.

    Raises:
        KloeError: the address cannot be had, the users file that is set cannot be read, or the generator cannot be used.
    """
    Access(chosen)
    if writer := writer_of(chosen):
        writer.load()
    if warning := warning_of(chosen):
        print(f"kloe: {warning}", file=sys.stderr)
    try:
        socket.create_server((chosen.host, chosen.port)).close()
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        cause = "something else is listening there: choose another --port" if taken else error.strerror or str(error)
        raise KloeError(f"cannot listen on {chosen.host}:{chosen.port}: {cause}") from error
    print(f"Kloe is at http://{chosen.host}:{chosen.port} (stop with Ctrl+C)", flush=True)
    if show and (sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        Thread(target=_open_browser, args=(chosen.host, chosen.port), daemon=True).start()
    # By name, because `ui` imports this package and not the other way round.
    uvicorn.run(
        "ui:create",
        factory=True,
        host=chosen.host,
        port=chosen.port,
        log_level="warning",
        proxy_headers=False,  # whose word is taken is for `Forwarded` to say
        timeout_keep_alive=75,  # longer than clients and proxies keep a connection, which else use one that was just closed
        timeout_graceful_shutdown=5,  # an open page holds a connection for as long as it is open
    )


def warning_of(chosen: Settings) -> str:
    """What a person should know before others can reach the pages; empty where only this machine can."""
    if is_loopback(chosen.host) or not is_open(chosen):
        return ""
    return (
        f"warning: whoever reaches {chosen.host}:{chosen.port} can read every document, though only this machine can upload;"
        " run `kloe user add NAME` and set users_file, or set proxy_user_header, to choose who may"
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
