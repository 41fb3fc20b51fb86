"""``sanduku restore``: bring a library back from a backup."""

from pathlib import Path
from typing import Annotated

import typer

from engine.cli.desk import desk_of
from engine.cli.given import path_of
from engine.cli.options import JsonOption, LibraryOption
from engine.cli.work_on import step


def restore(
    context: typer.Context,
    source: Annotated[
        Path, typer.Argument(metavar="BACKUP", help="The folder that the backup is in.", parser=path_of)
    ],
    into: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER", help="A new folder; by default where your library lies.", parser=path_of
        ),
    ] = None,
    library: LibraryOption = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Bring a library back from a backup into a new folder; a library that is there is never touched.

    It opens with the passphrase or the recovery key of the library that was backed up.

    Example: sanduku restore /media/usb/sanduku-2026-01-31-180000 --into ~/restored
    """
    from engine.library import Library, LibraryExistsError

    desk = desk_of(context, library, as_json=as_json)
    target = into or desk.folder
    desk.use(into)
    try:
        with step(desk, "Restoring") as progress:
            Library.restore_backup(source, target, progress)
    except LibraryExistsError as error:
        error.remedy = f"Name a new folder with --into: 'sanduku restore \"{source}\" --into NEWFOLDER'."
        raise
    if desk.as_json:
        desk.print_json({"folder": str(target)})
        return
    desk.print(f"The library is back in {target}.")
    desk.say(
        f"Open it with its passphrase, if it has one: '{desk.command('list')}'. Or with the recovery key, in"
        f" a file: '{desk.command('list', key_file=True)}'. Then protect it anew:"
        f" '{desk.command('library passphrase', key_file=True)}'."
    )
