"""What can be wrong with a bundle."""

from engine.errors import ExitCode, SandukuError


class BundleError(SandukuError):
    """A bundle cannot be used."""

    code = "bundle.unusable"
    exit_code = ExitCode.BAD_INPUT


class NotABundleError(BundleError):
    """There is no bundle in this place, or only half of one."""

    code = "bundle.none"


class DamagedBundleError(BundleError):
    """A part of a bundle is missing or was altered."""

    code = "bundle.damaged"


class ForeignBundleError(BundleError):
    """A bundle is meant for somebody else, or comes from nobody that is known."""

    code = "bundle.foreign"


class NewerBundleError(BundleError):
    """A later version of Sanduku has made the bundle."""

    code = "bundle.newer"
