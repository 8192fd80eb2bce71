"""The lock of an index: one process at a time may write. It names its holder, and ends with the process that holds it."""

import json
import os
import socket
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock
from filelock import Timeout as LockTimeout

from index.errors import StoreError

_LOCK = "index.lock"
_HOLDER = "index.holder"
_EVERY = 0.2  # seconds between two tries


class Busy(StoreError):
    """Another run is writing to the index; the text names it."""


@contextmanager
def writing(
    folder: Path, purpose: str, wait: float = 0, waiting: Callable[[str], None] = lambda _: None
) -> Iterator[None]:
    """Hold the lock of an index.

    Args:
        folder: the index folder, made if it is missing.
        purpose: what the holder does, such as "kloe index".
        wait: how many seconds to wait for another run to end.
        waiting: called once with the holder's name, if there is one to wait for.

    Raises:
        Busy: another run still holds it.
        StoreError: the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / _LOCK)
        _acquire(lock, folder, wait, waiting)
    except OSError as error:
        raise StoreError(f"the index {folder} cannot be written: {error.strerror or error}") from error
    try:
        with suppress(OSError):  # on a full disk nobody is told who holds it
            _sign(folder, purpose)
        yield
    finally:
        with suppress(OSError):
            (folder / _HOLDER).unlink(missing_ok=True)
        lock.release()


def holder(folder: Path) -> str:
    """Who holds the lock, in words: "kloe index, process 1234 on pine, since 14:02"; empty if nobody has signed."""
    try:
        signed = json.loads((folder / _HOLDER).read_text(encoding="utf-8"))
        return f"{signed['purpose']}, process {signed['process']} on {signed['machine']}, since {signed['since']}"
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _acquire(lock: FileLock, folder: Path, wait: float, waiting: Callable[[str], None]) -> None:
    until = time.monotonic() + wait
    told = False
    while True:
        try:
            lock.acquire(timeout=0)
            return
        except LockTimeout as error:
            name = holder(folder)
            if time.monotonic() >= until:
                by = f" ({name})" if name else ""
                raise Busy(f"another run is using {folder}{by}: wait until it has ended") from error
            if not told:
                waiting(name)
                told = True
            time.sleep(_EVERY)


def _sign(folder: Path, purpose: str) -> None:
    signed = {
        "purpose": purpose,
        "process": os.getpid(),
        "machine": socket.gethostname(),
        "since": datetime.now().astimezone().strftime("%H:%M"),
    }
    (folder / _HOLDER).write_text(json.dumps(signed), encoding="utf-8")
