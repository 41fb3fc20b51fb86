"""What can be wrong with an update: with its file, with this computer, or on the way."""

from engine.errors import BadInputError, DiskFullError, MissingDependencyError, SandukuError


class NotAnUpdateError(BadInputError):
    """The file is no update of Sanduku."""

    code = "update.none"


class UpdateCutOffError(BadInputError):
    """The update file ends too early: its copy was broken off."""

    code = "update.cut-off"


class UpdateDamagedError(BadInputError):
    """What is in the update file is not what was signed."""

    code = "update.damaged"


class UpdateUnsafeError(BadInputError):
    """The update holds a file that would land elsewhere, a link, or more than it says."""

    code = "update.unsafe"


class UpdateUnreadableError(BadInputError):
    """What the update is brought on cannot be read any more."""

    code = "update.unreadable"
    retryable = True


class UpdateNewFormatError(BadInputError):
    """The update file was made for later versions of Sanduku."""

    code = "update.too-new"


class UpdateSignatureError(BadInputError):
    """The signature of the update does not hold, or there is none."""

    code = "update.signature"


class UpdateSignerUnknownError(BadInputError):
    """The update is signed, but by nobody whom this computer trusts."""

    code = "update.signer-unknown"


class UpdateSignerNotAllowedError(BadInputError):
    """The update is signed by somebody who may sign model packs, and no programs."""

    code = "update.signer-use"


class UpdateConsentError(BadInputError):
    """A person must agree to something before the update is installed."""

    code = "update.consent"


class OtherSystemError(BadInputError):
    """The update is for another system or another kind of processor."""

    code = "update.other-system"


class SystemTooOldError(BadInputError):
    """This computer's system is older than the new version needs."""

    code = "update.old-system"


class DowngradeError(BadInputError):
    """The update is of an earlier version than the one in use."""

    code = "update.downgrade"


class SameVersionError(BadInputError):
    """The version of the update is in use already."""

    code = "update.same"


class NotPackagedError(MissingDependencyError):
    """This Sanduku was not installed from a package, and is renewed in another way."""

    code = "update.not-packaged"


class UpdateNoRoomError(DiskFullError):
    """There is not enough room on the disk for the update and the backup before it."""

    code = "update.no-room"


class ProgramsUnwritableError(MissingDependencyError):
    """Nothing can be written where new versions are put."""

    code = "update.unwritable"


class UpdateBusyError(SandukuError):
    """Sanduku is at work just now, or another update is being installed."""

    exit_code = MissingDependencyError.exit_code
    code = "update.busy"
    retryable = True


class SelfTestFailedError(BadInputError):
    """The new version does not work on this computer."""

    code = "update.self-test"


class RehearsalFailedError(BadInputError):
    """The new version could not bring a copy of the library up to date."""

    code = "update.rehearsal"


class NothingToRollBackError(MissingDependencyError):
    """There is no version before the present one to go back to."""

    code = "update.no-version-before"


class NothingToUseAgainError(MissingDependencyError):
    """No later version lies here that could be used again."""

    code = "update.no-version-again"


class RollbackRefusedError(BadInputError):
    """The version before cannot read the library any more, and the backup must not take its place."""

    code = "update.rollback-refused"
