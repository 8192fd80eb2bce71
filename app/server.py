"""The web application: FastAPI, with the pages mounted on it by `ui`."""

import errno
import os
import socket
import sys
import time
import webbrowser
from functools import cache
from threading import Thread

import uvicorn
from fastapi import FastAPI

from app.settings import Settings, settings
from index import Embedder, Index
from ingest import KloeError


@cache
def open_index() -> Index:
    """The index of this process."""
    return Index(settings().index, Embedder(settings().model), settings().chroma_url, settings().reranker)


def create_app() -> FastAPI:
    """Make the application; the model loads in the background while the first page is already served."""
    app = FastAPI(title="Kloe", docs_url=None, redoc_url=None)

    @app.get("/health")
    def health() -> dict[str, int]:
        return {"documents": len(open_index().catalogue.records())}

    Thread(target=_warm, name="warm", daemon=True).start()
    return app


def _warm() -> None:
    try:
        open_index().warm()
    except KloeError:
        return  # the first question meets the same fault and says it to the person who asks


def serve(chosen: Settings, show: bool = False) -> None:
    """Serve the pages until stopped.

    Args:
        chosen: the address and port to listen on.
        show: open the pages in this machine's browser once they are served.

    Raises:
        KloeError: the address cannot be had.
    """
    try:
        socket.create_server((chosen.host, chosen.port)).close()
    except OSError as error:
        taken = error.errno == errno.EADDRINUSE
        cause = "something else is listening there: choose another --port" if taken else error.strerror or str(error)
        raise KloeError(f"cannot listen on {chosen.host}:{chosen.port}: {cause}") from error
    if show and (sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        Thread(target=_open_browser, args=(chosen.host, chosen.port), daemon=True).start()
    # By name, because `ui` imports this package and not the other way round.
    uvicorn.run("ui:create", factory=True, host=chosen.host, port=chosen.port, log_level="warning")


def _open_browser(host: str, port: int) -> None:
    for _ in range(120):
        try:
            socket.create_connection((host, port), timeout=1).close()
        except OSError:
            time.sleep(0.5)
        else:
            webbrowser.open(f"http://{host}:{port}")
            return
