"""What can go wrong while exporting that a person can mend."""

from engine.errors import BadInputError, ExitCode, SandukuError


class ExportError(SandukuError):
    """An export could not be made."""

    exit_code = ExitCode.USAGE
    code = "export"


class UnknownFormatError(ExportError):
    """No such export format."""

    code = "export.format"


class TargetExistsError(ExportError):
    """The file is there already, and nobody said that it may be replaced."""

    code = "export.exists"


class TargetUnwritableError(ExportError):
    """The target cannot be written: no permission, a missing drive, or a folder where a file should be."""

    code = "export.unwritable"


class SeveralDocumentsError(ExportError):
    """This format makes one file for each document, but the target is a single file."""

    code = "export.several"


class WrongEndingError(ExportError):
    """The target's name has the ending of another format."""

    code = "export.ending"


class NameTemplateError(ExportError):
    """The template for file names holds something that is not known."""

    code = "export.template"


class OriginalUnreadableError(BadInputError):
    """The original PDF cannot be opened, and there are no page images to use in its place."""

    code = "export.original"


class PageImageMissingError(BadInputError):
    """A page has no image, or one that is not a JPEG, and no original PDF to take its place."""

    code = "export.image"


class NothingReadError(ExportError):
    """No page of the document is read, and the format cannot be without pages."""

    code = "export.nothing-read"
