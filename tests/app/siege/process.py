"""A server in a process of its own, as `kloe serve` starts it, over an index in a folder."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from index import Index
from tests.conftest import ROOT, WordEmbedder


@dataclass(frozen=True)
class Served:
    """A server that runs.

    Attributes:
        folder: the folder of its index; the index is `folder / "index"`.
        held: while this file exists, what is being indexed waits.
    """

    process: "subprocess.Popen[bytes]"
    port: int
    folder: Path

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def held(self) -> Path:
        return self.folder / "held"

    @property
    def uploads(self) -> Path:
        return self.folder / "index-uploads"

    def index(self) -> Index:
        """The index, opened anew."""
        return Index(self.folder / "index", WordEmbedder())

    def kept(self) -> list[str]:
        """The names of the added files that are kept."""
        return sorted(path.name for path in self.uploads.iterdir() if path.name != ".incoming")

    def incoming(self) -> list[str]:
        """The names of files that were sent, and are neither added nor refused; Gradio leaves an empty one for each that was."""
        sent = (path for path in (self.uploads / ".incoming").rglob("*") if path.is_file())
        return sorted(path.name for path in sent if path.stat().st_size or not path.name.startswith("tmp"))


def copy_index(index: Index, folder: Path) -> None:
    """Put a copy of an index where `serving` looks for it."""
    shutil.copytree(index.folder, folder / "index")


@contextmanager
def serving(folder: Path, **chosen: object) -> Iterator[Served]:
    """Serve the index in a folder until the end, with these settings."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    given = {"index": folder / "index", "cache": folder / "cache", "port": port} | chosen
    environment = os.environ | {f"KLOE_{name.upper()}": str(value) for name, value in given.items()}
    command = [sys.executable, "-m", "tests.app.siege.served", str(folder / "held")]
    process = subprocess.Popen(command, cwd=ROOT, env=environment)
    served = Served(process, port, folder)
    try:
        _wait_until_ready(served)
        yield served
    finally:
        process.kill()
        process.wait()


def _wait_until_ready(served: Served) -> None:
    ends = time.monotonic() + 60
    while True:
        assert served.process.poll() is None, "the server stopped"
        assert time.monotonic() < ends, "the server did not start within a minute"
        try:
            urllib.request.urlopen(f"{served.address}/ready", timeout=2).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
