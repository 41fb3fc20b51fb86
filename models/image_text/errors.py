"""What can be wrong with a checkpoint, or go wrong while it becomes a pack."""

from engine.errors import BadInputError, MissingDependencyError, SandukuError


class SnapshotError(BadInputError):
    """The folder is no snapshot of a model, or something of it is missing."""

    code = "models.snapshot"


class UnsupportedModelError(BadInputError):
    """The model is built in a way that we cannot bring into a pack without changing what it says."""

    code = "models.unsupported"


class ParityError(SandukuError):
    """The exported model does not say what the original says; nothing was packed."""

    code = "models.parity"


class GateError(SandukuError):
    """A smaller variant loses more than was allowed; it was not packed."""

    code = "models.gate"


class TooSmallError(MissingDependencyError):
    """There is not enough memory or disk for this model on this computer."""

    code = "models.room"
    retryable = True


class EnvironmentMissingError(MissingDependencyError):
    """The environment of a peer cannot be made."""

    code = "models.environment"


class MeasuringError(SandukuError):
    """A precision cannot be run, so that nothing of it can be measured."""

    code = "models.measuring"
