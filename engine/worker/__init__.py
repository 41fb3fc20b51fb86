"""The process that does the queued work, and the supervisor that keeps such processes running.

``python -m engine.worker`` is the worker; it joins the library with the pipeline and alone runs models. What
is offered here is the supervisor's side, which is light: a command line or a window must never load a model.
The worker itself stands in :mod:`engine.worker.worker`.
"""

from engine.worker.events import EventKind, WorkerEvent, WorkerExit
from engine.worker.supervisor import (
    Supervisor,
    processor_cores,
    worker_command,
    worker_count,
    worker_environment,
)

__all__ = [
    "EventKind",
    "Supervisor",
    "WorkerEvent",
    "WorkerExit",
    "processor_cores",
    "worker_command",
    "worker_count",
    "worker_environment",
]
