"""The session factory: threads that do not spin, and memory that does not grow with each new shape."""

import platform
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import onnxruntime as ort

from engine.runtime.errors import ProviderUnusableError, telling_failures

CPU = "cpu"
"""The provider that is always there."""
PROVIDERS = MappingProxyType(
    {
        "cuda": "CUDAExecutionProvider",
        "rocm": "MIGraphXExecutionProvider",
        "directml": "DmlExecutionProvider",
        "coreml": "CoreMLExecutionProvider",
        "openvino": "OpenVINOExecutionProvider",
        "webgpu": "WebGpuExecutionProvider",
        CPU: "CPUExecutionProvider",
    }
)
"""What settings call a provider -> what ONNX Runtime calls it, the most promising first."""


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


def machine_name() -> str:
    """Return what tells this computer, and what runs networks on it, from others."""
    facts = runtime_facts()
    processor = platform.processor() or platform.machine()
    return f"{platform.node()}, {processor}, ONNX Runtime {facts.version}, {' '.join(facts.providers)}"


def available_providers() -> tuple[str, ...]:
    """Return the names of the providers that this build of ONNX Runtime offers, the most promising first.

    That one is offered does not say that this computer has the hardware for it: :func:`probe` finds that out.
    """
    offered = ort.get_available_providers()
    return tuple(name for name, provider in PROVIDERS.items() if provider in offered)


def open_session(
    model: Path | bytes, *, threads: int = 1, provider: str = CPU, which: str | Path | None = None
) -> ort.InferenceSession:
    """Load a model.

    The threads do not spin while they wait: spinning doubles the processor time and steals it from the other
    workers. Memory patterns are off because every page and line has another shape, and a pattern would be
    kept for each of them.

    Args:
        model: An ONNX file, or its content. Weights in files of their own lie beside the file.
        threads: Threads that one run may use.
        provider: What it runs on, one of :data:`PROVIDERS`. The processor does what that cannot do.
        which: What errors call the model; None for its path.

    Raises:
        ModelUnusableError: The file is damaged, or needs another version of ONNX Runtime.
        ModelMemoryError: There is not enough memory.
        ProviderUnusableError: The provider is not there, or would not start.
    """
    name = which if which is not None else (None if isinstance(model, bytes) else model)
    wanted = PROVIDERS.get(provider)
    if wanted is None or wanted not in ort.get_available_providers():
        raise ProviderUnusableError(
            f"This installation of Sanduku cannot use '{provider}'.",
            which=name,
            remedy="Choose the processor (cpu).",
        )
    ort.disable_telemetry_events()  # Windows: what goes to the system's own log; see engine/__init__.py
    chain = [wanted] if provider == CPU else [wanted, PROVIDERS[CPU]]
    with telling_failures(name, opening=True):
        session = ort.InferenceSession(
            model if isinstance(model, bytes) else str(model), _options(threads), providers=chain
        )
    # A provider that cannot start is dropped silently in favour of another one.
    if session.get_providers()[0] != wanted:
        raise ProviderUnusableError(
            f"'{provider}' did not start on this computer.", which=name, remedy="Choose the processor (cpu)."
        )
    return session


def _options(threads: int) -> ort.SessionOptions:
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.enable_mem_pattern = False
    options.enable_cpu_mem_arena = True
    options.log_severity_level = 3
    # Weights outside the arena: it would take up to twice their size for them.
    options.add_session_config_entry("session.use_device_allocator_for_initializers", "1")
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.add_session_config_entry("session.inter_op.allow_spinning", "0")
    return options
