"""Figures for monitoring, in the form that Prometheus reads."""

from collections.abc import Callable, Iterator

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.registry import Collector

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60)

Counts = Callable[[], dict[str, float]]
"""Gives figures of the present: by name, such as "documents"."""


class Metrics:
    """The figures of one process.

    Args:
        counts: gives the figures that are read when they are asked for.
    """

    def __init__(self, counts: Counts) -> None:
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
        self.events = Counter("kloe_events", "Events of the audit record", ("event",), registry=self._registry)
        self.open = Gauge("kloe_requests_open", "Requests under way", registry=self._registry)
        self._registry.register(_Present(counts))

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
