"""Writes exports to files: all of a file or nothing, and never over another one unasked."""

import errno
import itertools
import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import BinaryIO

from engine.errors import DiskFullError
from engine.export.documents import ExportDocument
from engine.export.errors import TargetExistsError, TargetUnwritableError
from engine.export.targets import Existing, FileNames, Target, find_target, several
from engine.progress import SILENT, Progress
from engine.renaming import give_name

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


def export_documents(
    documents: Iterable[ExportDocument],
    format_name: str,
    target: Path,
    *,
    name_template: str = "{name}",
    separate: bool = False,
    existing: Existing = Existing.REFUSE,
    today: date | None = None,
    progress: Progress = SILENT,
) -> list[Path]:
    """Export documents, one at a time, so that any number of them fits in memory.

    Args:
        documents: Gone through once.
        format_name: One of ``FORMATS``.
        target: A file if its name ends like the format's files; otherwise a folder, which is made.
        name_template: For files in a folder, from ``{name}`` (without the original's suffix), ``{id}``,
            ``{number}`` (from 1), ``{added}`` (the date on which the document was added), ``{date}`` (today)
            and ``{language}``. Documents whose names come out the same are numbered. Where all documents go
            into one file it is not used.
        separate: Whether each document becomes a file of its own, also in a format that could hold them all.
        existing: What is done about files that are there already.
        today: What ``{date}`` stands for; None for today's date, UTC.
        progress: Told after each document.

    Returns:
        The files that were written. When an error ends the export, the files before it stay, whole.

    Raises:
        UnknownFormatError, NameTemplateError, SeveralDocumentsError: Before anything is written.
        WrongEndingError: The target is named as a file of another format.
        TargetExistsError, TargetUnwritableError, DiskFullError: The file that the message names was not made.
        PageImageMissingError, OriginalUnreadableError: For PDF.
    """
    place = find_target(format_name, target, separate=separate)
    names = FileNames(place, name_template, existing=existing, today=today)
    overwrite = existing is Existing.REPLACE
    if place.separate:
        written: list[Path] = []
        for number, document in enumerate(_watched(documents, progress), start=1):
            path = names.of(number, document)
            with _draft(path, overwrite=overwrite) as stream:
                place.chosen.write([document], stream)
            written.append(path)
        return written
    watched = _watched(documents, progress)
    if place.chosen.one_file_per_document:
        watched = iter(_only(documents, place, progress))
    path = names.of_all()
    with _draft(path, overwrite=overwrite) as stream:
        place.chosen.write(watched, stream)
    return [path]


def _only(
    documents: Iterable[ExportDocument], target: Target, progress: Progress
) -> Iterator[ExportDocument]:
    few = list(itertools.islice(documents, 2))
    if len(few) != 1:
        raise several(target)
    return _watched(few, progress)


def _watched(documents: Iterable[ExportDocument], progress: Progress) -> Iterator[ExportDocument]:
    for done, document in enumerate(documents, start=1):
        yield document
        progress.update(done=done, total=None, label=document.name)


@contextmanager
def _draft(path: Path, *, overwrite: bool) -> Iterator[BinaryIO]:
    """Open a file beside ``path`` that takes its place when all went well, and is gone when not."""
    _refuse_existing(path, overwrite=overwrite)
    draft = path.with_name(f".sanduku-{secrets.token_hex(8)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        stream = draft.open("xb")
    except OSError as error:
        raise _told(error, path) from error
    try:
        with stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        _refuse_existing(path, overwrite=overwrite)
        give_name(draft, path)
    except OSError as error:
        # Anything else may come from whoever fetches the documents, and is not about the target.
        if error.errno in _NO_ROOM or error.filename == str(draft):
            raise _told(error, path) from error
        raise
    finally:
        draft.unlink(missing_ok=True)


def _refuse_existing(path: Path, *, overwrite: bool) -> None:
    if path.exists() and not overwrite:
        raise TargetExistsError(
            "This file is there already.",
            which=path,
            remedy="Choose another name or folder, or allow files to be replaced.",
        )


def _told(error: OSError, path: Path) -> DiskFullError | TargetUnwritableError:
    if error.errno in _NO_ROOM:
        return DiskFullError(
            "There is no room for the export.", which=path, remedy="Free some space and try again."
        )
    return TargetUnwritableError(
        f"The export cannot be written there ({error.strerror or error}).",
        which=path,
        remedy="Choose a folder that you may write to.",
    )
