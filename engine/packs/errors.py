"""What can be wrong with an installed pack."""

from engine.errors import MissingDependencyError


class PackMissingError(MissingDependencyError):
    """The pack, or the model within it, is not installed."""

    code = "pack.missing"


class PackDamagedError(MissingDependencyError):
    """A file of the pack is missing or is not what the manifest says."""

    code = "pack.damaged"


class PackTooNewError(MissingDependencyError):
    """The pack was made for a later version of Sanduku."""

    code = "pack.too-new"
