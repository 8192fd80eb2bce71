"""Figures for monitoring, in the form that Prometheus reads."""

import logging
from collections.abc import Callable, Iterator, Mapping

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

from app.watching.logs import START

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)

_ANSWERING = "choose"  # the stage that only answers have
_LOG = logging.getLogger(START)

Counts = Callable[[], dict[str, float]]
"""Gives figures of the present: by name, such as "documents"."""


class Metrics:
    """The figures of one process.

    Args:
        counts: gives the figures that are read when they are asked for.

    Attributes:
        first_answer: the seconds of the first answer after the start; None before it.
    """

    def __init__(self, counts: Counts) -> None:
        self._counts = counts
        self._registry = CollectorRegistry()
        self.requests = Counter(
            "kloe_requests", "Requests, by path and status", ("path", "method", "status"), registry=self._registry
        )
        self.seconds = Histogram(
            "kloe_request_seconds", "Seconds of a request", ("path",), buckets=_SECONDS, registry=self._registry
        )
        self.stages = Histogram(
            "kloe_stage_seconds",
            "Seconds of each stage: parse, embed, search, choose, write",
            ("stage",),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self.actions = Histogram(
            "kloe_page_seconds",
            "Seconds of what people do on the page",
            ("action",),
            buckets=_SECONDS,
            registry=self._registry,
        )
        self.first_answer: float | None = None
        self.events = Counter("kloe_events", "Events of the audit record", ("event",), registry=self._registry)
        self.open = Gauge("kloe_requests_open", "Requests under way", registry=self._registry)
        self._registry.register(_Present(self._present))

    def note_stages(self, stages: Mapping[str, float], seconds: float) -> None:
        """Note the stages of one piece of work, and how long all of it took.

        The first that has chosen quotations is the first answer after the start, which has a figure and a line of the log of its own.
        """
        for stage, taken in stages.items():
            self.stages.labels(stage).observe(taken)
        if self.first_answer is None and _ANSWERING in stages:
            self.first_answer = round(seconds, 3)
            _LOG.info("first answer after %.1f s", seconds, extra={"seconds": self.first_answer})

    def _present(self) -> dict[str, float]:
        first = {} if self.first_answer is None else {"first_answer_seconds": self.first_answer}
        return self._counts() | first

    def text(self) -> bytes:
        """All figures, in Prometheus's text form."""
        return generate_latest(self._registry)


class _Present(Collector):
    """Reads the figures of the present when they are asked for."""

    def __init__(self, counts: Counts) -> None:
        self._counts = counts

    def describe(self) -> Iterator[GaugeMetricFamily]:
        """Describe nothing beforehand."""
        return iter(())

    def collect(self) -> Iterator[GaugeMetricFamily]:
        """Give each figure."""
        for name, value in self._counts().items():
            yield GaugeMetricFamily(f"kloe_{name}", name.replace("_", " ").capitalize(), value)
