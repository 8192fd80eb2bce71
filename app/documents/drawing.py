"""Draws pages in a few processes of their own, so that a page that is hostile costs neither the server nor its memory."""

import atexit
import contextlib
import multiprocessing
import os
from collections.abc import Sequence
from concurrent.futures import CancelledError
from concurrent.futures import TimeoutError as FutureTimeoutError
from functools import cache
from pathlib import Path

from pebble import ProcessExpired, ProcessPool

from ingest import KloeError
from ingest.readers.marked import draw_marked
from ingest.workers import begin_worker

_DRAWERS = 2
_SECONDS = 20  # for one page
_MEMORY = 2 * 2**30  # bytes of one process
_PAGES = 500  # drawn by one process before another takes its place


class DrawingError(KloeError):
    """A page took too much time or memory to draw; the text says so."""


def draw(path: Path, page: int, marks: Sequence[tuple[str, int]]) -> tuple[bytes, int]:
    """Draw a page in a process of its own; see `draw_marked`.

    Raises:
        DrawingError: it took too long, or the process broke down.
        ReadError: the page cannot be drawn.
    """
    try:
        drawn: tuple[bytes, int] = _drawers().schedule(draw_marked, args=(path, page, marks), timeout=_SECONDS).result()
    except FutureTimeoutError as error:
        raise DrawingError(f"The page was not drawn in {_SECONDS} seconds.") from error
    except (ProcessExpired, MemoryError) as error:
        raise DrawingError("The page cannot be drawn: it takes too much memory, or its file is broken.") from error
    return drawn


def start_drawing() -> None:
    """Start the processes before the first page is asked for."""
    with contextlib.suppress(CancelledError, RuntimeError):  # the server stops already
        _drawers().schedule(os.getpid).result()


@cache
def _drawers() -> ProcessPool:
    context = multiprocessing.get_context("spawn")
    return ProcessPool(_DRAWERS, _PAGES, context=context, initializer=begin_worker, initargs=(_MEMORY,))


@atexit.register
def stop_drawing() -> None:
    """End the processes, if there are any; the next page starts them again."""
    if _drawers.cache_info().currsize:
        pool = _drawers()
        _drawers.cache_clear()
        pool.stop()
        pool.join()
