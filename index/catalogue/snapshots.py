"""Snapshots: values read from the catalogue and kept in memory until its file changes."""

import sqlite3
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, Thread
from typing import TypeVar, cast

from index.catalogue.schema import TIMEOUT
from index.refreshing import RecentUse

_Value = TypeVar("_Value")


@dataclass(frozen=True)
class _Snapshot:
    """A value, the version of the file that it was read from, and when (seconds, monotonic)."""

    version: int
    read_at: float
    value: object


class Snapshots:
    """Keeps named values until an index run changes the catalogue, in this process or another.

    One thread at a time reads a value again; others that ask meanwhile get the old one. Otherwise every reader would read it
    again after each step of an index run.

    Args:
        file: the catalogue's file.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._snapshots: dict[str, _Snapshot] = {}
        self._locks: dict[str, Lock] = {}
        self._uses: dict[str, RecentUse] = {}
        self._clearings = 0
        self._watcher: sqlite3.Connection | None = None
        self._watching = Lock()

    def get(self, name: str, read: Callable[[], _Value], max_stale: float = 0) -> _Value:
        """The value of this name, read again if the file has changed.

        Args:
            read: reads the value from the catalogue.
            max_stale: how many seconds after it was read a value may be used although the file has changed. After that it is
                read again in the background; a caller who comes after a pause waits for it.
        """
        version, snapshot = self._version(), self._snapshots.get(name)
        in_use = self._uses.setdefault(name, RecentUse()).mark()
        if snapshot and (snapshot.version == version or (in_use and time.monotonic() < snapshot.read_at + max_stale)):
            return cast(_Value, snapshot.value)
        lock = self._locks.setdefault(name, Lock())
        if not lock.acquire(blocking=snapshot is None):
            return cast(_Value, cast(_Snapshot, snapshot).value)
        if snapshot and max_stale and in_use:
            Thread(target=self._read_again, args=(name, read, lock), name=name, daemon=True).start()
            return cast(_Value, snapshot.value)
        return cast(_Value, self._read_again(name, read, lock).value)

    def clear(self) -> None:
        """Forget every value, after this process has changed documents: it sees its own changes at once."""
        self._clearings += 1
        self._snapshots.clear()

    def _read_again(self, name: str, read: Callable[[], object], lock: Lock) -> _Snapshot:
        """Read a value unless another thread just has, then release `lock`, which the caller holds."""
        try:
            clearings, version, snapshot = self._clearings, self._version(), self._snapshots.get(name)
            if snapshot is None or snapshot.version != version:
                snapshot = _Snapshot(version, time.monotonic(), read())
                if clearings == self._clearings:
                    self._snapshots[name] = snapshot
            return snapshot
        finally:
            lock.release()

    def _version(self) -> int:
        """A number that changes with the file; SQLite counts per connection, so one stays open for this."""
        with self._watching:
            if self._watcher is None:
                self._watcher = sqlite3.connect(self._file, timeout=TIMEOUT, check_same_thread=False)
            return int(self._watcher.execute("PRAGMA data_version").fetchone()[0])
