"""Serves an index in a process of its own, for the benches that use Kloe from outside."""

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

SAMPLE = Path(__file__).parents[1] / "corpus" / "sample" / "documents"
KLOE = (sys.executable, "-m", "app.cli")
_PATIENCE = 120  # seconds within which a server must answer


def environment(folder: Path) -> dict[str, str]:
    """Give the environment for a command on the index in a bench's own folder."""
    return {**os.environ, "KLOE_INDEX": str(folder / "index"), "KLOE_CACHE": str(folder / "cache")}


def lay_out(folder: Path, index: Path | None) -> None:
    """Copy an index that nothing is writing to into a bench's own folder; without one, index the sample documents there."""
    if index:
        if not (index / "current").is_file():
            raise SystemExit(f"{index} is not an index folder.")
        shutil.copytree(index, folder / "index")
        return
    subprocess.run([*KLOE, "index", str(SAMPLE)], env=environment(folder), check=True, capture_output=True)


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, float]]:
    """Serve the index in a bench's own folder.

    Yields:
        the address, and the seconds from starting the process until it listens.

    Raises:
        SystemExit: the server does not answer.
    """
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    begun = time.perf_counter()
    server = subprocess.Popen([*KLOE, "ui", "--port", str(port)], env=environment(folder), stdout=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        _wait(address, server)
        yield address, time.perf_counter() - begun
    finally:
        server.terminate()
        try:
            server.wait(30)
        except subprocess.TimeoutExpired:
            server.kill()


def _wait(address: str, server: "subprocess.Popen[bytes]") -> None:
    """Wait until the server listens, without a request, so that the bench makes the first one."""
    port = int(address.rsplit(":", 1)[1])
    for _ in range(_PATIENCE * 50):
        if server.poll() is not None:
            raise SystemExit("The server stopped.")
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    raise SystemExit(f"The server did not answer within {_PATIENCE} seconds.")


def warm(address: str) -> None:
    """Ask once, so that the models are loaded."""
    question = {"question": "What needs to improve?"}
    httpx.post(f"{address}/api/v1/ask", json=question, timeout=_PATIENCE).raise_for_status()
