"""What can go wrong with a library that a person can do something about.

Disk full is told by :class:`engine.errors.DiskFullError`, a missing document, page, line or job by
:class:`engine.errors.NotFoundError`.
"""

from engine.errors import BadInputError, ExitCode, SandukuError


class LibraryError(SandukuError):
    """A library cannot do what was asked."""

    exit_code = ExitCode.LIBRARY
    code = "library"


class NotALibraryError(LibraryError):
    """The folder holds no library."""

    code = "library.none"


class LibraryExistsError(LibraryError):
    """The folder is in use; nothing in it was touched."""

    code = "library.exists"


class CorruptLibraryError(LibraryError):
    """The database or a key file of the library is damaged."""

    code = "library.corrupt"


class LibraryTooNewError(LibraryError):
    """The library was made by a later version of Sanduku."""

    code = "library.too-new"


class MigrationFailedError(LibraryError):
    """This version could not bring the library of an earlier one up to date; it is as it was."""

    code = "library.migration"


class OldSqliteError(LibraryError):
    """The SQLite at hand has a fault that can destroy a library."""

    code = "library.old-sqlite"


class LibraryBusyError(LibraryError):
    """Another process held the library for too long."""

    code = "library.busy"
    retryable = True


class ReadOnlyLibraryError(LibraryError):
    """The library lies where nothing can be written."""

    code = "library.read-only"


class LibraryUnreachableError(LibraryError):
    """The disk with the library does not answer, or refuses."""

    code = "library.unreachable"
    retryable = True


class LockedError(LibraryError):
    """The library is encrypted and cannot be opened with what was given."""

    exit_code = ExitCode.LOCKED
    code = "library.locked"


class LibraryLockedError(LockedError):
    """A passphrase or the recovery key is needed."""


class WrongPassphraseError(LockedError):
    """The passphrase is not the one of this library."""

    code = "library.wrong-passphrase"


class WrongRecoveryKeyError(LockedError):
    """The recovery key is mistyped or belongs to another library."""

    code = "library.wrong-recovery-key"


class KeyLostError(LockedError):
    """The key that this computer kept for the library is gone or does not fit."""

    code = "library.key-lost"


class WeakPassphraseError(LibraryError):
    """The passphrase is too short to protect anything."""

    exit_code = ExitCode.USAGE
    code = "library.weak-passphrase"


class DamagedFileError(LibraryError):
    """A stored file was altered, cut off, or swapped with another."""

    code = "library.file-damaged"


class MissingFileError(LibraryError):
    """A stored file is no longer in the library's folder."""

    code = "library.file-missing"


class SourceChangedError(BadInputError):
    """A file was altered while it was being added."""

    code = "source.changed"
    retryable = True


class SourceUnreadableError(BadInputError):
    """A file that should be added cannot be read."""

    code = "source.unreadable"


class LeaseLostError(LibraryError):
    """The job was given to somebody else or taken back; this result was not stored."""

    code = "job.lease-lost"


class CorrectionConflictError(LibraryError):
    """A correction does not fit the page as it is now."""

    code = "correction.conflict"


class AdjustmentError(LibraryError):
    """A page cannot be turned or straightened in the way that was asked."""

    code = "page.adjustment"


class AnswerError(LibraryError):
    """Nothing can be asked about this page, or said of this answer."""

    exit_code = ExitCode.BAD_INPUT
    code = "answer"


class RegionError(LibraryError):
    """A box of a page cannot be read again, or what was read there cannot be taken."""

    code = "page.region"


class NamelessError(LibraryError):
    """A case, a tag or a saved search was given a name without a letter."""

    exit_code = ExitCode.USAGE
    code = "library.nameless"


class BackupError(LibraryError):
    """A backup cannot be made, or is incomplete."""

    code = "library.backup"


class TeamError(LibraryError):
    """The library belongs to another team already."""

    exit_code = ExitCode.USAGE
    code = "team"
