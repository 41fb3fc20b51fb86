"""What can be wrong with a file that a person gave: one error each, with what to do next."""

from engine.errors import BadInputError


class EmptyFileError(BadInputError):
    """The file has no bytes."""

    code = "page.empty"


class DamagedFileError(BadInputError):
    """The file, or one of its pages, cannot be decoded."""

    code = "page.damaged"


class TruncatedFileError(DamagedFileError):
    """The file ends too early, as after an interrupted copy."""

    code = "page.truncated"


class UnsupportedTypeError(BadInputError):
    """The content is of a type, or a variant of a type, that cannot be read."""

    code = "page.unsupported"


class TooLargeError(BadInputError):
    """The file or its image goes beyond a limit that the settings state."""

    code = "page.too-large"


class TooManyPagesError(BadInputError):
    """The file has more pages than the settings allow."""

    code = "page.too-many-pages"


class NoPagesError(BadInputError):
    """The file is whole, but there is no page in it."""

    code = "page.none"


class EncryptedFileError(BadInputError):
    """The file needs a password."""

    code = "page.encrypted"


class WrongPasswordError(EncryptedFileError):
    """The password does not open the file."""

    code = "page.wrong-password"


class UnreadableFileError(BadInputError):
    """The file is not there, may not be read, or is no file at all."""

    code = "page.unreadable"
