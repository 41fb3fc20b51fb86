"""``sanduku diagnostics``: figures and kinds of errors for whoever mends Sanduku, with nothing of anybody."""

from pathlib import Path
from typing import Annotated

import typer

from engine.cli.desk import Desk, desk_of
from engine.cli.given import path_of
from engine.cli.options import JsonOption, LibraryOption
from engine.cli.work_on import step


def diagnostics(
    context: typer.Context,
    library: LibraryOption = None,
    *,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="FILE", help="Save it as this zip file.", parser=path_of),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do it without being asked.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Show what helps to find a fault, and save it: versions, figures, kinds of errors.

    No text, no answer, no name of a file, a person or a team is ever in it. All that would be saved is shown
    before; a library that is locked tells nothing, unless a passphrase is given.

    Examples:
        sanduku diagnostics
        sanduku diagnostics --out /media/usb/diagnostics.zip
    """
    from engine.diagnostics.gathering import gathering_for
    from engine.diagnostics.writing import text_of, write_bundle
    from engine.updates.saving import folders_of

    desk = desk_of(context, library, as_json=as_json)
    folders = folders_of(desk.places, [desk.folder])
    with step(desk, "Looking"):
        bundle = gathering_for(desk.places, folders, _keys(desk, folders)).bundle()
    if desk.as_json:
        desk.print_json(bundle)
    else:
        desk.print(text_of(bundle))
    if out is None:
        desk.say("Nothing was saved. To save exactly this: 'sanduku diagnostics --out FILE'.")
        return
    desk.confirm(f"Save this as {out}?", yes=yes or desk.as_json)
    write_bundle(bundle, out)
    desk.say(f"Saved as {out}.")


def _keys(desk: Desk, folders: list[Path]) -> dict[Path, bytes | None]:
    """Unlock what opens by what was given; nobody is asked."""
    from engine.errors import SandukuError
    from engine.library import key_of_library

    key = None
    if desk.recovery_key_file is not None:
        key = desk.secret("The recovery key", file=desk.recovery_key_file)
    secret = desk.passphrase() if key is None else None
    found: dict[Path, bytes | None] = {}
    for folder in folders:
        try:
            found[folder] = key_of_library(folder)
        except SandukuError:
            if secret is not None or key is not None:
                try:
                    found[folder] = key_of_library(folder, passphrase=secret, recovery_key=key)
                except SandukuError:
                    continue  # that it does not open is told in the bundle
    return found
