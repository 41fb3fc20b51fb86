"""Writes exports to files: all of a file or nothing, and never over another one unasked."""

import errno
import itertools
import os
import secrets
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from engine.errors import DiskFullError
from engine.export.documents import ExportDocument
from engine.export.errors import (
    SeveralDocumentsError,
    TargetExistsError,
    TargetUnwritableError,
    WrongEndingError,
)
from engine.export.formats import FORMATS, ExportFormat, find_format
from engine.export.names import check_template, numbered_name, stem_of
from engine.progress import SILENT, Progress

_DEFAULT_NAME = "sanduku-export"
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)


def export_documents(
    documents: Iterable[ExportDocument],
    format_name: str,
    target: Path,
    *,
    name_template: str = "{name}",
    overwrite: bool = False,
    progress: Progress = SILENT,
) -> list[Path]:
    """Export documents, one at a time, so that any number of them fits in memory.

    Args:
        documents: Gone through once.
        format_name: One of ``FORMATS``.
        target: A file if its name ends like the format's files; otherwise a folder, which is made.
        name_template: For files in a folder, from ``{name}`` (without the original's suffix), ``{id}``,
            ``{number}`` (from 1) and ``{added}`` (the date). Documents whose names come out the same
            are numbered. Formats that put all documents in one file do not use it.
        overwrite: Whether files that are there already may be replaced.
        progress: Told after each document.

    Returns:
        The files that were written. When an error ends the export, the files before it stay, whole.

    Raises:
        UnknownFormatError, NameTemplateError, SeveralDocumentsError: Before anything is written.
        WrongEndingError: The target is named as a file of another format.
        TargetExistsError, TargetUnwritableError, DiskFullError: The file that the message names was not made.
        PageImageMissingError, OriginalUnreadableError: For PDF.
    """
    chosen = find_format(format_name)
    check_template(name_template)
    other = format_of_name(target)
    if other not in (None, chosen.name) and not target.is_dir():
        raise WrongEndingError(
            f"This name is one of the format '{other}', and '{chosen.name}' is to be written.",
            which=target,
            remedy=f"Choose a name that ends in {chosen.suffix}, the format '{other}', or a folder.",
        )
    is_file = target.suffix.lower() == f".{chosen.suffix.rpartition('.')[2]}" and not target.is_dir()
    if chosen.one_file_per_document and not is_file:
        return _export_each(documents, chosen, target, name_template, progress, overwrite=overwrite)
    watched = _watched(documents, progress)
    if chosen.one_file_per_document:
        watched = iter(_only(documents, chosen, target, progress))
    path = target if is_file else target / f"{_DEFAULT_NAME}{chosen.suffix}"
    with _draft(path, overwrite=overwrite) as stream:
        chosen.write(watched, stream)
    return [path]


def format_of_name(target: Path) -> str | None:
    """Return the name of the format that a file's name ends in, or None."""
    return next((each.name for each in FORMATS if target.name.lower().endswith(each.suffix)), None)


def _export_each(
    documents: Iterable[ExportDocument],
    chosen: ExportFormat,
    folder: Path,
    template: str,
    progress: Progress,
    *,
    overwrite: bool,
) -> list[Path]:
    written: list[Path] = []
    taken: dict[str, int] = {}
    for number, document in enumerate(_watched(documents, progress), start=1):
        stem = template.format(
            name=stem_of(document.name), id=document.id, number=number, added=document.added_at[:10]
        )
        path = folder / _free_name(stem, chosen.suffix, taken)
        with _draft(path, overwrite=overwrite) as stream:
            chosen.write([document], stream)
        written.append(path)
    return written


def _free_name(stem: str, suffix: str, taken: dict[str, int]) -> str:
    """Number a name that was given out already; to some systems case and Unicode form are the same."""
    first = _folded(numbered_name(stem, suffix, 1))
    for number in itertools.count(taken.get(first, 0) + 1):
        name = numbered_name(stem, suffix, number)
        if number == 1 or _folded(name) not in taken:
            taken[first] = number
            taken.setdefault(_folded(name), 1)
            return name
    raise AssertionError("numbers do not end")


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def _only(
    documents: Iterable[ExportDocument], chosen: ExportFormat, target: Path, progress: Progress
) -> Iterator[ExportDocument]:
    few = list(itertools.islice(documents, 2))
    if len(few) != 1:
        raise SeveralDocumentsError(
            f"The format '{chosen.name}' makes one file for each document, and there is not exactly one.",
            which=target,
            remedy="Name a folder instead of a file, or choose the document.",
        )
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
        draft.replace(path)
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
