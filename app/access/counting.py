"""Counts requests, wrong passwords and files against their limits, in a file that all processes of an index share."""

import time
from functools import partial
from pathlib import Path

from anyio import to_thread
from limits import RateLimitItem
from limits.storage import Storage, storage_from_string
from limits.strategies import FixedWindowRateLimiter

from app.settings import Settings
from app.watching import SharedFile, SharedFileError

FILE = "access.sqlite"
SCHEMA = """
CREATE TABLE IF NOT EXISTS counts (key TEXT PRIMARY KEY, count INTEGER NOT NULL, expires REAL NOT NULL);
CREATE INDEX IF NOT EXISTS counts_by_end ON counts (expires);
CREATE TABLE IF NOT EXISTS sessions (
    token TEXT PRIMARY KEY, name TEXT NOT NULL, way TEXT NOT NULL, rights TEXT NOT NULL, stamp TEXT NOT NULL, expires REAL NOT NULL);
"""
_ADD = """
INSERT INTO counts (key, count, expires) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET
    count = CASE WHEN counts.expires <= ? THEN excluded.count ELSE counts.count + excluded.count END,
    expires = CASE WHEN counts.expires <= ? THEN excluded.expires ELSE counts.expires END
RETURNING count
"""


def access_file(folder: Path) -> SharedFile:
    """The file of sessions and counts beside an index. Losing it signs everybody out, and does no other harm."""
    return SharedFile(folder / FILE, SCHEMA, is_lasting=False)


class FileStorage(Storage):
    """Keeps the counts of the library `limits` in the shared file.

    Args:
        file: the file, with the tables of `SCHEMA`.
    """

    def __init__(self, file: SharedFile) -> None:
        super().__init__()
        self._file = file

    @property
    def base_exceptions(self) -> type[Exception]:
        """What goes wrong when the file cannot be used."""
        return SharedFileError

    def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        """Add to a count, which begins anew when its time is over. Returns the new count."""
        now = time.time()
        with self._file.transaction() as db:
            count = db.execute(_ADD, (key, amount, now + expiry, now, now)).fetchone()[0]
            db.execute("DELETE FROM counts WHERE expires < ?", (now,))
        return int(count)

    def get(self, key: str) -> int:
        """The count now; 0 if its time is over."""
        with self._file.transaction() as db:
            row = db.execute("SELECT count FROM counts WHERE key = ? AND expires > ?", (key, time.time())).fetchone()
        return int(row[0]) if row else 0

    def get_expiry(self, key: str) -> float:
        """When the count begins anew, in seconds since 1970."""
        with self._file.transaction() as db:
            row = db.execute("SELECT expires FROM counts WHERE key = ?", (key,)).fetchone()
        return float(row[0]) if row else time.time()

    def check(self) -> bool:
        """True if the file can be used."""
        try:
            self.get("check")
        except SharedFileError:
            return False
        return True

    def reset(self) -> int:
        """Forget every count. Returns how many there were."""
        with self._file.transaction() as db:
            return db.execute("DELETE FROM counts").rowcount

    def clear(self, key: str) -> None:
        """Forget one count."""
        with self._file.transaction() as db:
            db.execute("DELETE FROM counts WHERE key = ?", (key,))


class Counter:
    """Counts against limits. Each count stands before what it counts is done, so that requests at the same time cannot pass together.

    Args:
        file: where the counts are kept, unless the setting `limits_url` names another place.
    """

    def __init__(self, file: SharedFile, chosen: Settings) -> None:
        storage = storage_from_string(chosen.limits_url) if chosen.limits_url else FileStorage(file)
        self._limiter = FixedWindowRateLimiter(storage)

    def hit(self, limit: RateLimitItem, *whose: str, cost: int = 1) -> bool:
        """Count; False if the limit is reached."""
        return self._limiter.hit(limit, *whose, cost=cost)

    async def hit_soon(self, limit: RateLimitItem, *whose: str) -> bool:
        """Count without holding up the event loop."""
        return await to_thread.run_sync(partial(self.hit, limit, *whose))

    def has(self, limit: RateLimitItem, *whose: str) -> bool:
        """True if something has been counted."""
        return self._limiter.get_window_stats(limit, *whose).remaining < limit.amount

    def forget(self, limit: RateLimitItem, *whose: str) -> None:
        """Begin a count anew."""
        self._limiter.clear(limit, *whose)

    def wait(self, limit: RateLimitItem, *whose: str) -> int:
        """Seconds until a count begins anew, at least 1."""
        return max(1, round(self._limiter.get_window_stats(limit, *whose).reset_time - time.time()))
