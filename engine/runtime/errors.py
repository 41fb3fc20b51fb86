"""What can go wrong when a network is opened or run, and how ONNX Runtime's own exceptions become that."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import onnxruntime as ort
from onnxruntime.capi import onnxruntime_pybind11_state as failures

from engine.errors import ExitCode, MissingDependencyError, SandukuError

# What ONNX Runtime raises for a file that it cannot run; none of its exceptions share a base of their own.
_FAILURES = (
    failures.InvalidProtobuf,
    failures.InvalidGraph,
    failures.InvalidArgument,
    failures.NoSuchFile,
    failures.NotImplemented,
    failures.Fail,
    failures.EPFail,
    failures.RuntimeException,
)
_MEMORY = (
    "failed to allocate",
    "bad_alloc",
    "bad allocation",
    "out of memory",
    "alloc_failed",
    "cannot allocate",
)


class ModelUnusableError(MissingDependencyError):
    """ONNX Runtime cannot run a model file."""

    code = "runtime.model"


class ModelMemoryError(SandukuError):
    """There is not enough free memory to open or run a model; nothing was lost."""

    exit_code = ExitCode.SOME_FAILED
    code = "runtime.memory"
    retryable = True


class ProviderUnusableError(MissingDependencyError):
    """A graphics card or other accelerator that was asked for cannot run a model."""

    code = "runtime.provider"


@contextmanager
def telling_failures(which: str | Path | None, *, opening: bool) -> Iterator[None]:
    """Raise what ONNX Runtime raises within as an error that says what to do.

    Args:
        which: The model that is opened or run.
        opening: Whether it is only being opened.

    Raises:
        ModelMemoryError: There was not enough memory.
        ModelUnusableError: The file or what was put into it does not fit ONNX Runtime.
    """
    try:
        yield
    except MemoryError as error:
        raise _memory(which) from error
    except (*_FAILURES, RuntimeError) as error:
        if any(sign in str(error).lower() for sign in _MEMORY):
            raise _memory(which) from error
        # A run into memory that is held here raises no error of a kind of its own.
        if not isinstance(error, _FAILURES) and "error in execution" not in str(error).lower():
            raise
        did = "cannot be run" if opening else "failed while it was run"
        raise ModelUnusableError(
            f"The model {did} by ONNX Runtime {ort.__version__} ({error}).",
            which=which,
            remedy="Install the model pack again, or update Sanduku.",
        ) from error


def _memory(which: str | Path | None) -> ModelMemoryError:
    return ModelMemoryError(
        "There is not enough free memory for this model.",
        which=which,
        remedy="Close other programs, look at the picture less closely, or choose a smaller variant.",
    )
