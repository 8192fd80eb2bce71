"""Starts a server over an index, and opens its pages in a browser."""

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import ROOT

EVIL = "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\"> ${1+1} {{value}} **bold**"


@contextmanager
def serving(folder: Path, *ready: Path, **settings: str) -> Iterator[str]:
    """Serve the pages over the index in a folder, from another process, and yield their address.

    Args:
        ready: a file; the model seems to be loading until it exists.
        settings: the process's settings, such as KLOE_ROOT_PATH.
    """
    port = free_port()
    given = [f"{name}={value}" for name, value in settings.items()]
    command = [sys.executable, "-m", "tests.browser.served", str(folder), str(port), *given, *map(str, ready)]
    server = subprocess.Popen(command, cwd=ROOT)
    address = f"http://127.0.0.1:{port}/"
    try:
        wait(f"{address}health", server)
        yield address
    finally:
        stop(server)


def free_port() -> int:
    """A port on which nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port


def stop(server: "subprocess.Popen[bytes]") -> None:
    """End a server."""
    server.terminate()
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:  # a request is still open
        server.kill()


def wait(url: str, server: "subprocess.Popen[bytes]") -> None:
    """Wait until a server answers."""
    for _ in range(240):
        assert server.poll() is None, "the server stopped"
        try:
            urllib.request.urlopen(url, timeout=2).close()
        except OSError:
            time.sleep(0.25)
        else:
            return
    pytest.fail("the server did not start within a minute")


@contextmanager
def opened_page(browser: Any, address: str, **context: Any) -> Iterator[Any]:
    """Yield a page that must raise no error and must not be wider than its screen."""
    opened = browser.new_context(**context)
    opened.grant_permissions(["clipboard-read", "clipboard-write"])
    page = opened.new_page()
    page.set_default_timeout(90_000)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    try:
        page.goto(address)
        yield page
        excess = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    finally:
        opened.close()
    assert excess <= 0, "the page is wider than the screen"
    assert not errors, errors
