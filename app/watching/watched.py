"""Watches each request and what people do on the page: one line of the log and some figures for each."""

import logging
import re
import time
from collections.abc import Callable, Iterator
from functools import wraps
from inspect import isgeneratorfunction
from typing import Any
from uuid import uuid4

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.watching.logs import REQUESTS
from app.watching.metrics import Metrics
from index.stages import collecting_stages

ID = "X-Request-ID"
_LOG = logging.getLogger(REQUESTS)
_ID = re.compile(r"[A-Za-z0-9._-]{1,64}")
_ENDED = object()

Describe = Callable[[Scope], dict[str, Any]]
"""Says of a request, when it is over: its path in the table, its right, and who sent it."""


class Watched:
    """Gives each request an id, times it and its stages, and logs it when it is over.

    Args:
        describe: says what the request was; its `path` must be one of few, for the figures.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics, describe: Describe) -> None:
        self._app = app
        self._metrics = metrics
        self._describe = describe

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send a request on, and watch it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        given = Headers(scope=scope).get(ID, "")  # a proxy may have given it one already
        id_ = given if _ID.fullmatch(given) else uuid4().hex
        status = 0

        async def watched(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[ID] = id_
            await send(message)

        began, stages = time.perf_counter(), dict[str, float]()
        with self._metrics.open.track_inprogress(), collecting_stages(stages):
            try:
                await self._app(scope, receive, watched)
            finally:
                self._note(scope, id_, status, time.perf_counter() - began, stages)

    def _note(self, scope: Scope, id_: str, status: int, seconds: float, stages: dict[str, float]) -> None:
        told = self._describe(scope)
        method = scope["method"] if scope["method"] in ("GET", "HEAD", "POST", "DELETE", "OPTIONS") else "other"
        self._metrics.requests.labels(told["path"], method, status).inc()
        self._metrics.seconds.labels(told["path"]).observe(seconds)
        self._metrics.note_stages(stages, seconds)
        line = {"id": id_, "method": method, "status": status, "seconds": round(seconds, 4)} | told
        _LOG.info("request", extra=line | {"stages": _rounded(stages)})


class _Action:
    """One thing that a person does on the page: its time and its stages."""

    def __init__(self, metrics: Metrics, name: str, told: dict[str, Any]) -> None:
        self._metrics = metrics
        self._name = name
        self._told = told
        self._began = time.perf_counter()
        self.stages: dict[str, float] = {}

    def end(self) -> None:
        """Note it in the figures and the log."""
        seconds = time.perf_counter() - self._began
        self._metrics.actions.labels(self._name).observe(seconds)
        self._metrics.note_stages(self.stages, seconds)
        line = {"action": self._name, "seconds": round(seconds, 4), "stages": _rounded(self.stages)}
        _LOG.info("page", extra=line | self._told)


def watching(metrics: Metrics, name: str, act: Callable[..., Any], tell: Callable[..., dict[str, Any]]) -> Any:
    """The same function, watched: each thing that a person does is timed, and logged when it is over.

    Args:
        name: what they do, such as "go".
        act: a function or a generator that the page calls.
        tell: says from the arguments of `act` what else the line of the log says.
    """
    if isgeneratorfunction(act):

        @wraps(act)
        def generate(*given: Any, **named: Any) -> Iterator[Any]:
            action, steps = _Action(metrics, name, tell(*given, **named)), act(*given, **named)
            try:
                while True:
                    with collecting_stages(action.stages):  # each step may run in another thread
                        step = next(steps, _ENDED)
                    if step is _ENDED:
                        return
                    yield step
            finally:
                action.end()

        return generate

    @wraps(act)
    def run(*given: Any, **named: Any) -> Any:
        action = _Action(metrics, name, tell(*given, **named))
        try:
            with collecting_stages(action.stages):
                return act(*given, **named)
        finally:
            action.end()

    return run


def _rounded(stages: dict[str, float]) -> dict[str, float]:
    return {stage: round(seconds, 4) for stage, seconds in stages.items()}
