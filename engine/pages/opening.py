"""Opens a file as a source of pages, after its content told what it is."""

import io
import stat
from pathlib import Path
from typing import BinaryIO

from engine.pages import kinds
from engine.pages.errors import (
    DamagedFileError,
    EmptyFileError,
    TooLargeError,
    UnreadableFileError,
    UnsupportedTypeError,
)
from engine.pages.images import ImageSource
from engine.pages.kinds import Kind
from engine.pages.names import printable
from engine.pages.pdf import PdfSource
from engine.pages.source import PageSource
from engine.settings import PageSettings


def open_source(
    source: Path | bytes | BinaryIO, *, name: str, settings: PageSettings, password: str | None = None
) -> PageSource:
    """Open a file for reading its pages; no page is decoded yet.

    Args:
        source: A path, the whole content, or a binary stream that can seek, which is closed with the source.
        name: How a person calls the file, for messages; may be any name that a disk can hold.
        settings: Limits and choices.
        password: For an encrypted PDF, the one to open it or the owner's; ignored by all other files.

    Returns:
        The open source, to be used as a context manager.

    Raises:
        UnreadableFileError: It is not there, may not be read, or is no ordinary file.
        EmptyFileError: It has no bytes.
        TooLargeError: It goes beyond a limit of the settings.
        TooManyPagesError: It has more pages than the settings allow.
        UnsupportedTypeError: Its content is none of the types that can be read.
        EncryptedFileError: It needs a password.
        WrongPasswordError: The password does not open it.
        NoPagesError: It is whole but has no page.
        TruncatedFileError: It ends too early.
        DamagedFileError: It cannot be decoded.
    """
    name = printable(name)
    stream = _opened(source, name)
    try:
        kind = _kind(stream, name, settings)
        opened: PageSource
        if kind is kinds.PDF:
            opened = PdfSource(stream, name=name, settings=settings, password=password)
        else:
            opened = ImageSource(stream, kind=kind, name=name, settings=settings)
    except BaseException:
        stream.close()
        raise
    lie = kinds.lying_name(name, kind)
    opened.notes = (lie, *opened.notes) if lie else opened.notes
    return opened


def _opened(source: Path | bytes | BinaryIO, name: str) -> BinaryIO:
    if isinstance(source, bytes):
        return io.BytesIO(source)
    if not isinstance(source, Path):
        return source
    try:
        # Looked at before opening: opening a pipe would wait for ever for somebody to write into it.
        mode = source.stat().st_mode
        if not stat.S_ISREG(mode):
            thing = "a folder" if stat.S_ISDIR(mode) else "a pipe, socket or device"
            raise UnreadableFileError(
                f"This is no file but {thing}.", which=name, remedy="Name a file, or a folder of files."
            )
        return source.open("rb")
    except OSError as error:
        raise _unreadable(error, name) from error


def _unreadable(error: OSError, name: str) -> UnreadableFileError:
    if isinstance(error, FileNotFoundError):
        return UnreadableFileError(
            "There is no such file.", which=name, remedy="Check the name, and that its disk is connected."
        )
    if isinstance(error, PermissionError):
        return UnreadableFileError(
            "You have no permission to read this file.",
            which=name,
            remedy="Ask its owner for permission, or copy it to a folder of your own.",
        )
    return UnreadableFileError(
        f"The system cannot read this file ({error.strerror}).",
        which=name,
        remedy="Check the disk or card, and copy the file again.",
    )


def _kind(stream: BinaryIO, name: str, settings: PageSettings) -> Kind:
    try:
        size = stream.seek(0, io.SEEK_END)
        stream.seek(0)
        head = stream.read(kinds.HEAD_BYTES)
    except OSError as error:
        raise _unreadable(error, name) from error
    if size == 0:
        raise EmptyFileError(
            "This file is empty.", which=name, remedy="Copy it again from where it came from."
        )
    if size > settings.max_file_megabytes * 1_000_000:
        raise TooLargeError(
            f"This file has {size // 1_000_000} MB; the limit is {settings.max_file_megabytes} MB.",
            which=name,
            remedy="Split it, or raise the setting pages.max_file_megabytes.",
        )
    kind = kinds.detect(head)
    if kind is not None:
        return kind
    if not head.strip(b"\x00"):
        raise DamagedFileError(
            "This file holds nothing but zeros, as after a failed copy.",
            which=name,
            remedy="Copy it again from where it came from.",
        )
    foreign = kinds.describe_foreign(head)
    raise UnsupportedTypeError(
        f"This is {foreign}, which cannot be read."
        if foreign
        else "The content is no type of file that can be read.",
        which=name,
        remedy="Add images (JPEG, PNG, TIFF, WebP, BMP, GIF, HEIC) or PDFs; "
        "save other documents as PDF first.",
    )
