"""Figures for Prometheus: requests, changes, files, devices. No label ever names a person or a document."""

import logging
import time
from collections.abc import Iterator
from datetime import timedelta

from prometheus_client import CollectorRegistry, Counter, Histogram
from prometheus_client.exposition import generate_latest
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from sqlalchemy.exc import SQLAlchemyError

from headquarters.database import DatabaseUnreachableError
from headquarters.operations.facts import Amounts, amounts, health_of
from headquarters.parts import Headquarters
from headquarters.protection.requests import Answered

_LOG = logging.getLogger(__name__)

COUNT_EVERY = 60.0
SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 5, 10, 30, 60, 300)


class Figures:
    """What is counted while a headquarters runs; one of these for each application."""

    def __init__(self, headquarters: Headquarters) -> None:
        """Begin to count."""
        self.registry = CollectorRegistry()
        self._requests = Counter(
            "sanduku_requests", "Answered requests.", ("method", "route", "status"), registry=self.registry
        )
        self._seconds = Histogram(
            "sanduku_request_seconds",
            "How long answers took.",
            ("method", "route"),
            buckets=SECONDS,
            registry=self.registry,
        )
        self._received = Counter("sanduku_received_bytes", "Bytes received.", registry=self.registry)
        self._sent = Counter("sanduku_sent_bytes", "Bytes sent.", registry=self.registry)
        self.registry.register(_Now(headquarters))

    def notice(self, answered: Answered) -> None:
        """Count an answered request."""
        self._requests.labels(answered.method, answered.route, str(answered.status)).inc()
        self._seconds.labels(answered.method, answered.route).observe(answered.seconds)
        self._received.inc(answered.received)
        self._sent.inc(answered.sent)

    def text(self) -> bytes:
        """Return all figures as Prometheus reads them."""
        return generate_latest(self.registry)


class _Now(Collector):
    """What is looked up when the figures are asked for."""

    def __init__(self, headquarters: Headquarters) -> None:
        self._headquarters = headquarters
        self._counted: tuple[float, Amounts] | None = None

    def collect(self) -> Iterator[Metric]:
        """Yield the figures; if the database does not answer, that alone."""
        headquarters = self._headquarters
        try:
            health = health_of(headquarters)
            there, now = self._amounts(), headquarters.clock.now()
        except (DatabaseUnreachableError, SQLAlchemyError) as error:
            _LOG.warning("the database does not answer", exc_info=error)
            yield _gauge("database_up", "Whether the database answers.", 0)
            return
        yield _gauge("database_up", "Whether the database answers.", 1)
        since = None if health.last_backup is None else (now - health.last_backup).total_seconds()
        for name, words, value in (
            ("hq_epoch", "Grows with each restore.", headquarters.epoch),
            ("memory_bytes", "Memory of the process.", health.memory_bytes),
            ("memory_used_ratio", "Memory in use of what there is.", health.memory_used),
            ("disk_used_ratio", "Disk in use where the data lies.", health.disk_used),
            ("disk_free_bytes", "Free where the data lies.", health.disk_free_bytes),
            ("database_bytes", "Size of the database.", health.database_bytes),
            ("database_connections", "Connections in use.", health.connections),
            ("devices", "Devices that are not shut out.", there.devices),
            ("devices_silent", "Devices that stay away for too long.", there.silent_devices),
            ("devices_longest_silence_seconds", "Since the most silent came by.", there.longest_silence),
            ("streams", "Lines of change logs.", there.streams),
            ("branches", "Lines of copies that went their own way.", there.branches),
            ("entries", "Changes.", there.entries),
            ("entries_without_backup", "Changes that no backup holds.", health.entries_since),
            ("files", "Stored files.", there.files),
            ("file_bytes", "Bytes of stored files.", there.file_bytes),
            ("files_missing", "Files that changes speak of and that are not here.", there.missing_files),
            ("files_without_backup", "Stored files that no backup holds.", there.files_without_backup),
            ("files_to_remove", "Erased files whose bytes are still there.", health.to_remove),
            (
                "backup_age_seconds",
                "Since the last backup; -1 if there is none.",
                -1 if since is None else since,
            ),
        ):
            yield _gauge(name, words, value)

    def _amounts(self) -> Amounts:
        """Return how much there is; counted once a minute at most, since it goes through whole tables."""
        headquarters = self._headquarters
        if self._counted is None or time.monotonic() - self._counted[0] > COUNT_EVERY:
            silent = timedelta(hours=headquarters.settings.silent_hours)
            with headquarters.database.transaction() as session:
                counted = amounts(session, headquarters.clock.now(), silent)
            self._counted = (time.monotonic(), counted)
        return self._counted[1]


def _gauge(name: str, words: str, value: float) -> GaugeMetricFamily:
    return GaugeMetricFamily(f"sanduku_{name}", words, value=value)
