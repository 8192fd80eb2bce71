"""Whether this process can answer yet: it is alive at once, and ready when the index and the model are loaded."""

import gc
import logging
from collections.abc import Callable
from threading import Thread

from index import Index
from ingest import KloeError

_LOADING = "The index and the model are being loaded."
_BROKEN = "The index or the model cannot be loaded. The log says why."
_LOG = logging.getLogger(__name__)


class Readiness:
    """What a process is waiting for.

    Args:
        opened: opens the index.
    """

    def __init__(self, opened: Callable[[], Index]) -> None:
        self._opened = opened
        self._waiting_for = _LOADING

    @property
    def waiting_for(self) -> str:
        """What it waits for, in words; empty if it is ready."""
        return self._waiting_for

    @property
    def is_ready(self) -> bool:
        """True if it can answer."""
        return not self._waiting_for

    def begin(self) -> None:
        """Load in the background."""
        Thread(target=self._load, name="warm", daemon=True).start()

    def stop(self) -> None:
        """Be ready no more, so that whoever shares the work out sends no more of it here."""
        self._waiting_for = "Kloe is stopping."

    def _load(self) -> None:
        try:
            index = self._opened()
            index.catalogue.records()  # the first page needs these
            index.warm()
            gc.freeze()  # what is loaded stays; searching it all for garbage would hold up every reader
        except KloeError as error:  # the first question fails the same way, and tells the person who asked
            self._waiting_for = str(error)
            return
        except Exception:
            _LOG.exception("the index or the model cannot be loaded")
            self._waiting_for = _BROKEN
            return
        if self._waiting_for == _LOADING:
            self._waiting_for = ""
