"""Figures for Prometheus: requests, entries, files, devices. No label ever names a person or a document."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from prometheus_client.exposition import generate_latest

from headquarters.parts import Headquarters
from headquarters.protection.requests import Answered

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 5, 10, 30, 60, 300)


class Figures:
    """What is counted while a headquarters runs; one of these for each application."""

    def __init__(self, headquarters: Headquarters) -> None:
        """Begin to count."""
        self._headquarters = headquarters
        self.registry = CollectorRegistry()
        self.requests = Counter(
            "sanduku_requests", "Answered requests.", ("method", "route", "status"), registry=self.registry
        )
        self.seconds = Histogram(
            "sanduku_request_seconds", "How long answers took.", ("method", "route"), buckets=SECONDS,
            registry=self.registry,
        )  # fmt: skip
        self.received = Counter("sanduku_received_bytes", "Bytes received.", registry=self.registry)
        self.sent = Counter("sanduku_sent_bytes", "Bytes sent.", registry=self.registry)
        self.epoch = Gauge("sanduku_hq_epoch", "Grows with each restore.", registry=self.registry)
        self.epoch.set(headquarters.epoch)

    def notice(self, answered: Answered) -> None:
        """Count an answered request."""
        self.requests.labels(answered.method, answered.route, str(answered.status)).inc()
        self.seconds.labels(answered.method, answered.route).observe(answered.seconds)
        self.received.inc(answered.received)
        self.sent.inc(answered.sent)

    def text(self) -> bytes:
        """Return all figures as Prometheus reads them."""
        return generate_latest(self.registry)
