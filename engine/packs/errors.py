"""What can be wrong with an installed pack, with one that a person brings, and with who signed it."""

from engine.errors import BadInputError, DiskFullError, MissingDependencyError, SandukuError


class PackMissingError(MissingDependencyError):
    """The pack, or the model within it, is not installed."""

    code = "pack.missing"


class PackDamagedError(MissingDependencyError):
    """A file of the pack is missing or is not what the manifest says."""

    code = "pack.damaged"


class PackTooNewError(MissingDependencyError):
    """The pack was made for a later version of Sanduku."""

    code = "pack.too-new"


class NoPackError(BadInputError):
    """No model pack lies where one was said to be."""

    code = "pack.none"


class PackUnsafeError(BadInputError):
    """The pack has files that would land outside its folder, or that mean another file on another system."""

    code = "pack.unsafe"


class PackTooLargeError(BadInputError):
    """The pack holds more than its manifest says, or more than any pack can."""

    code = "pack.too-large"


class PackCutOffError(BadInputError):
    """The pack ends too early: its copy was broken off."""

    code = "pack.cut-off"


class PackTamperedError(BadInputError):
    """A file of the pack is not the one that its manifest names."""

    code = "pack.tampered"


class PackUnreadableError(BadInputError):
    """What the pack is brought on cannot be read any more."""

    code = "pack.unreadable"
    retryable = True


class PackUnrunnableError(BadInputError):
    """The networks of the pack cannot be run by this version of Sanduku."""

    code = "pack.unrunnable"


class PackFailedTrialError(BadInputError):
    """The pack was tried on this computer and gave wrong answers."""

    code = "pack.failed-trial"


class PackOfSetUpError(BadInputError):
    """The pack belongs to Sanduku itself, which brings and renews it."""

    code = "pack.of-set-up"


class PackNoRoomError(DiskFullError):
    """There is not enough room on the disk for the pack."""

    code = "pack.no-room"


class PacksUnwritableError(MissingDependencyError):
    """Nothing can be written where packs are installed."""

    code = "pack.unwritable"


class PacksBusyError(SandukuError):
    """Another program is installing or removing packs just now."""

    exit_code = MissingDependencyError.exit_code
    code = "pack.busy"
    retryable = True


class ConsentMissingError(BadInputError):
    """A person must agree to something before the pack is installed."""

    code = "pack.consent"


class SignatureBrokenError(BadInputError):
    """The signature of the pack does not hold: its files or its metadata were changed."""

    code = "pack.signature-broken"


class SignerUnknownError(BadInputError):
    """The pack is signed, but by nobody whom this computer trusts."""

    code = "pack.signer-unknown"


class SignerNotAllowedError(BadInputError):
    """It is signed by somebody who is trusted for other things than this."""

    code = "pack.signer-use"


class SignerChangedError(BadInputError):
    """The pack is not signed by whom the installed version is signed."""

    code = "pack.signer-changed"


class PackOlderError(BadInputError):
    """The pack is older than one of the same name that was installed here before."""

    code = "pack.older"


class RootUnusableError(BadInputError):
    """The file is no root of trust that packs can be signed under."""

    code = "trust.root"


class FingerprintDiffersError(BadInputError):
    """The fingerprint that was given is not that of the file."""

    code = "trust.fingerprint"
