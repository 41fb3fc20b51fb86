"""The session factory: one thread that does not spin, and memory that does not grow with each new shape."""

from dataclasses import dataclass
from pathlib import Path

import onnxruntime as ort
from onnxruntime.capi import onnxruntime_pybind11_state as failures

from engine.errors import MissingDependencyError

CPU = "CPUExecutionProvider"

# What ONNX Runtime raises for a file that it cannot run; none of its exceptions share a base of their own.
_UNUSABLE = (
    failures.InvalidProtobuf,
    failures.InvalidGraph,
    failures.InvalidArgument,
    failures.NoSuchFile,
    failures.NotImplemented,
    failures.Fail,
)


class ModelUnusableError(MissingDependencyError):
    """ONNX Runtime cannot run a model file."""

    code = "runtime.model"


@dataclass(frozen=True, slots=True)
class RuntimeFacts:
    """What there is to run models with on this computer.

    Attributes:
        version: Of ONNX Runtime.
        providers: The execution providers that this build of it offers, best first.
    """

    version: str
    providers: tuple[str, ...]


def runtime_facts() -> RuntimeFacts:
    """Return what there is to run models with."""
    return RuntimeFacts(ort.__version__, tuple(ort.get_available_providers()))


def open_session(model: Path | bytes, *, threads: int = 1) -> ort.InferenceSession:
    """Load a model for running on the processor.

    The threads do not spin while they wait: spinning doubles the processor time and steals it from the other
    workers. Memory patterns are off because every page and line has another shape, and a pattern would be
    kept for each of them.

    Args:
        model: An ONNX file, or its content.
        threads: Threads that one run may use.

    Raises:
        ModelUnusableError: The file is damaged, or needs another version of ONNX Runtime.
    """
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.enable_mem_pattern = False
    options.enable_cpu_mem_arena = True
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.add_session_config_entry("session.inter_op.allow_spinning", "0")
    try:
        session = ort.InferenceSession(
            model if isinstance(model, bytes) else str(model), options, providers=[CPU]
        )
    except _UNUSABLE as error:
        raise ModelUnusableError(
            f"The model cannot be run by ONNX Runtime {ort.__version__} ({error}).",
            which=None if isinstance(model, bytes) else model,
            remedy="Install the model pack again, or update Sanduku.",
        ) from error
    # A provider that cannot start is dropped silently in favour of another one.
    assert session.get_providers() == [CPU], session.get_providers()
    return session
