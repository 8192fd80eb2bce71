"""How long the stages of one piece of work take: finding, choosing, writing. Whoever wants to know collects them."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_COLLECTED: ContextVar[dict[str, float] | None] = ContextVar("stages", default=None)


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Add the time that this block takes to the stage of that name, where stages are collected."""
    collected = _COLLECTED.get()
    if collected is None:
        yield
        return
    began = time.perf_counter()
    try:
        yield
    finally:
        collected[name] = collected.get(name, 0.0) + time.perf_counter() - began


@contextmanager
def collecting_stages(collected: dict[str, float]) -> Iterator[None]:
    """Add up the seconds of each stage of the work in this block, in other threads too that carry this context on."""
    token = _COLLECTED.set(collected)
    try:
        yield
    finally:
        _COLLECTED.reset(token)
