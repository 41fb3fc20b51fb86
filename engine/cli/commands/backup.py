"""``sanduku backup``: copy the library, while it is in use, into a folder of its own."""

import time
from pathlib import Path
from typing import Annotated

import typer

from engine.cli.desk import SandukuUsageError, desk_of
from engine.cli.given import path_of
from engine.cli.options import JsonOption, LibraryOption
from engine.cli.work_on import step
from engine.errors import ExitCode


def backup(
    context: typer.Context,
    target: Annotated[
        Path,
        typer.Argument(
            metavar="FOLDER",
            help="A new folder; in one that is there, such as a stick, another is made by date.",
            parser=path_of,
        ),
    ],
    library: LibraryOption = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Back the library up, and read the copy back to be sure of it.

    The backup is encrypted like the library. It opens with the passphrase or the recovery key, so keep them.

    Example: sanduku backup /media/usb
    """
    desk = desk_of(context, library, as_json=as_json)
    # An empty one too: it may be a stick, in whose place no folder can be put.
    if target.is_dir():
        target /= time.strftime("sanduku-%Y-%m-%d-%H%M%S")
    with desk.library() as opened:
        _refuse_inside(target, opened.folder)
        if _same_disk(target, opened.folder):
            desk.warn(
                "This folder is on the same disk as the library: a disk that breaks or a laptop that is lost"
                " takes both. Make a backup on a USB drive or another computer too."
            )
        with step(desk, "Backing up") as progress:
            report = opened.backup(target, progress)
        key_alone = opened.encrypted and not opened.has_passphrase
    if desk.as_json:
        desk.print_json(
            {
                "folder": str(report.folder),
                "files": report.files,
                "byte_size": report.byte_size,
                "damaged": list(report.damaged),
            }
        )
    else:
        desk.print(f"{report.files:,} files, {report.byte_size / 1e6:,.1f} MB in {report.folder}.")
    for damaged in report.damaged:
        desk.warn(f"Damaged in the library already, and so in the backup: {damaged}")
    if key_alone:
        desk.warn(
            "The library has no passphrase: on another computer this backup opens with the recovery key"
            " alone. If you have not written it down, make a new one with 'sanduku library recovery-key', or"
            " set a passphrase with 'sanduku library passphrase'; then make the backup again."
        )
    raise typer.Exit(ExitCode.SOME_FAILED if report.damaged else ExitCode.OK)


def _refuse_inside(target: Path, library: Path) -> None:
    """Raise SandukuUsageError where a backup would lie in the library that it is of."""
    if target.resolve().is_relative_to(library.resolve()):
        raise SandukuUsageError(
            "This is the library's own folder; a backup there is lost with it.",
            which=target,
            remedy="Choose a folder elsewhere, best on another disk: 'sanduku backup /media/usb'.",
        )


def _same_disk(target: Path, library: Path) -> bool:
    there = target.absolute()
    while not there.exists():
        there = there.parent
    return there.stat().st_dev == library.stat().st_dev
