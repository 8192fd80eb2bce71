"""Tells a busy reader, who should not wait for a refresh, from one who comes back after a pause."""

import time

RECENT_SECONDS = 2  # after a longer pause a reader waits for what is new; until then the refresh runs in the background


class RecentUse:
    """Remembers when something was last used."""

    def __init__(self) -> None:
        self._last = float("-inf")

    def mark(self) -> bool:
        """Note a use; true if the use before it was less than `RECENT_SECONDS` ago."""
        before, self._last = self._last, time.monotonic()
        return self._last < before + RECENT_SECONDS
