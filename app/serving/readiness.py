"""Whether this process can answer yet: it is alive at once, and ready when all that an answer needs is loaded."""

import gc
import logging
from collections.abc import Callable
from dataclasses import dataclass
from threading import Event, Thread

from app.serving.clock import seconds_since_start
from app.watching.logs import START
from index import Index
from ingest import KloeError

_BROKEN = "The index or the model cannot be loaded. The log says why."
_LOG = logging.getLogger(START)


@dataclass(frozen=True)
class Step:
    """A part of what is loaded.

    Attributes:
        words: what a reader who waits is told, a sentence.
        act: loads it.
    """

    words: str
    act: Callable[[Index], object]


# In the order in which a person needs them: the first page shows the library, and any question needs the model.
STEPS = (
    Step("The index is being opened.", lambda index: index.catalogue.records()),
    Step("The model is being loaded.", lambda index: index.embedder.encode(["ready"])),
    Step("The vectors are being loaded.", lambda index: index.warm()),
)


class Readiness:
    """What a process is waiting for.

    Args:
        opened: opens the index.
        answer: answers a question, so that what only an answer needs is loaded too; None to leave that to the first one.

    Attributes:
        seconds: how long after the start of the process it was ready; None before.
    """

    def __init__(self, opened: Callable[[], Index], answer: Callable[[Index], object] | None = None) -> None:
        self._opened = opened
        self._steps = (*STEPS, Step("The first answer is being prepared.", answer)) if answer else STEPS
        self._at = 0
        self._waiting_for: str | None = None  # where it is not the step
        self._settled = Event()
        self.seconds: float | None = None

    @property
    def waiting_for(self) -> str:
        """What it waits for, in words; empty if it is ready."""
        return self._steps[self._at].words if self._waiting_for is None else self._waiting_for

    @property
    def step(self) -> tuple[int, int]:
        """Which step is under way, counted from 1, and of how many; the first is 0 if none is."""
        return (self._at + 1 if self._waiting_for is None else 0), len(self._steps)

    @property
    def is_ready(self) -> bool:
        """True if it can answer."""
        return not self.waiting_for

    def begin(self) -> None:
        """Load in the background."""
        Thread(target=self._load, name="warm", daemon=True).start()

    def wait(self) -> None:
        """Wait until all is loaded, or cannot be."""
        self._settled.wait()

    def stop(self) -> None:
        """Be ready no more, so that whoever shares the work out sends no more of it here."""
        self._waiting_for = "Kloe is stopping."

    def _load(self) -> None:
        try:
            index = self._opened()
            for self._at, step in enumerate(self._steps):  # noqa: B020  # readers see where it is
                step.act(index)
            gc.freeze()  # what is loaded stays; searching it all for garbage would hold up every reader
        except KloeError as error:  # the first question fails the same way, and tells the person who asked
            self._waiting_for = str(error)
        except Exception:
            _LOG.exception("the index or the model cannot be loaded")
            self._waiting_for = _BROKEN
        else:
            self._be_ready()
        finally:
            gc.enable()  # whoever starts a server may have turned it off until here
            self._settled.set()

    def _be_ready(self) -> None:
        if self._waiting_for is not None:  # it stops already
            return
        self.seconds = round(seconds_since_start(), 2)
        self._waiting_for = ""
        _LOG.info("ready after %.1f s", self.seconds, extra={"seconds": self.seconds})
