"""Runs neural networks: the one place that makes ONNX Runtime sessions, and threads to run them on.

This package must not know what a model is for, nor where models come from.
"""

from engine.runtime.errors import (
    ModelMemoryError,
    ModelUnusableError,
    ProviderUnusableError,
    telling_failures,
)
from engine.runtime.network import Binding, Network, Runs, Tensor
from engine.runtime.probing import Verdict, probe
from engine.runtime.sessions import (
    CPU,
    RuntimeFacts,
    available_providers,
    machine_name,
    open_session,
    runtime_facts,
)
from engine.runtime.spare import give_back_memory
from engine.runtime.threads import Threads

__all__ = [
    "CPU",
    "Binding",
    "ModelMemoryError",
    "ModelUnusableError",
    "Network",
    "ProviderUnusableError",
    "Runs",
    "RuntimeFacts",
    "Tensor",
    "Threads",
    "Verdict",
    "available_providers",
    "give_back_memory",
    "machine_name",
    "open_session",
    "probe",
    "runtime_facts",
    "telling_failures",
]
