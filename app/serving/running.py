"""Runs the server: checks the settings, listens, and stops when it is told to."""

import contextlib
import ctypes
import errno
import gc
import os
import socket
import sys
import time
import webbrowser
from importlib import import_module
from threading import Thread
from types import FrameType
from typing import Any

import uvicorn
from fastapi import FastAPI

from app.access.requests import is_loopback, is_open, trusts
from app.asking import make_writer
from app.documents.drawing import start_drawing
from app.serving.protocol import BoundedProtocol
from app.serving.readiness import Readiness
from app.settings import Settings
from app.watching.logs import set_up_log
from index.vectors import import_ahead
from ingest import KloeError

_KEPT_ALIVE = 75  # seconds; longer than clients and proxies keep a connection, so that they never use one that we have just closed
_ARENA_MAX, _ARENAS = -8, 2  # of glibc's mallopt
_LAST_RESPONSES = 5  # seconds; an open page keeps its connection open


class _Server(uvicorn.Server):
    """A server that is ready no more as soon as it is told to stop."""

    def __init__(self, config: uvicorn.Config, readiness: Readiness) -> None:
        super().__init__(config)
        self._readiness = readiness

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """Stop."""
        self._readiness.stop()
        super().handle_exit(sig, frame)


def serve(chosen: Settings, show: bool = False) -> None:
    """Serve the pages until stopped.

    Args:
        chosen: the settings, with the address and port to listen on.
        show: open the pages in this machine's browser when they are ready.

    Raises:
        KloeError: the address is in use, the users file cannot be read, or the generator cannot be used.
    """
    gc.disable()  # until all is loaded: what loads stays, and searching it for garbage takes a quarter of the start
    set_up_log(chosen)
    _share_memory()
    if writer := make_writer(chosen):
        writer.load()
    if warning := open_access_warning(chosen):
        print(f"kloe: {warning}", file=sys.stderr)
    _check_address(chosen)
    Thread(target=import_ahead, name="import", daemon=True).start()
    create = import_module("ui").create  # by name, because `ui` imports this package, not the other way round
    app = create(chosen=chosen)
    print(f"Kloe is running at http://{chosen.host}:{chosen.port}{chosen.root_path} (press Ctrl+C to stop)", flush=True)
    if show and (sys.platform != "linux" or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        Thread(target=_open_browser, args=(chosen.host, chosen.port), daemon=True).start()
    run(app, chosen)


def run(app: FastAPI, chosen: Settings) -> None:
    """Serve an application until stopped, within the bounds that the settings give."""
    readiness: Readiness = app.state.readiness
    Thread(target=_draw_later, args=(readiness,), daemon=True).start()
    _Server(configured(app, chosen), readiness).run()


def _draw_later(readiness: Readiness) -> None:
    """Start what draws pages when an answer can be had: it would slow down what a person needs first."""
    readiness.wait()
    start_drawing()


def configured(app: Any, chosen: Settings) -> uvicorn.Config:
    """How uvicorn serves an application: connections within bounds, and nothing taken on trust."""
    return uvicorn.Config(
        app,
        host=chosen.host,
        port=chosen.port,
        http=type("Protocol", (BoundedProtocol,), {"trusted": staticmethod(trusts(chosen))}),
        ws="none",
        log_config=None,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,  # `Forwarded` decides which proxies to trust
        limit_concurrency=chosen.connections,
        timeout_keep_alive=_KEPT_ALIVE,
        timeout_graceful_shutdown=_LAST_RESPONSES,
    )


def _share_memory() -> None:
    """Let all threads take memory from few places: otherwise each keeps for itself what it once needed, and the process grows."""
    with contextlib.suppress(OSError, AttributeError):  # no such thing outside glibc
        ctypes.CDLL(None).mallopt(_ARENA_MAX, _ARENAS)


def _check_address(chosen: Settings) -> None:
    """Check that the address is free.

    Raises:
        KloeError: it is not.
    """
    try:
        socket.create_server((chosen.host, chosen.port)).close()
    except OSError as error:
        in_use = error.errno == errno.EADDRINUSE
        cause = "another program is using it: choose another --port" if in_use else error.strerror or str(error)
        raise KloeError(f"cannot listen on {chosen.host}:{chosen.port}: {cause}") from error


def open_access_warning(chosen: Settings) -> str:
    """The warning that others can read the documents; empty if only this machine can reach the pages, or people must sign in."""
    if is_loopback(chosen.host) or not is_open(chosen):
        return ""
    return (
        f"warning: anyone who can reach {chosen.host}:{chosen.port} can read every document (only this machine can upload);"
        " to choose who may, set users_file and run `kloe user add NAME`, or set openid_issuer or proxy_user_header"
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
