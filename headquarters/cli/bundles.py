"""``sanduku-hq bundle``: takes what came on a stick."""

from pathlib import Path
from typing import Annotated

import typer

from headquarters.cli.desk import Desk
from headquarters.cli.options import DataOption

bundle = typer.Typer(help="What comes and goes on a stick.")


@bundle.command("import")
def import_bundle(
    context: typer.Context,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The bundle, or the stick that it is on.")],
    answer: Annotated[
        Path | None, typer.Option(metavar="FOLDER", help="Where the answer goes; by default beside it.")
    ] = None,
    data: DataOption = None,
    *,
    packs: Annotated[
        bool, typer.Option("--with-packs", help="Offered model packs come along that the laptop lacks.")
    ] = False,
) -> None:
    """Take a bundle, and write the answer that goes back on the stick: a receipt, and what is to go down.

    Example: sanduku-hq bundle import /media/stick
    """
    from engine.sync.bundles.finding import bundle_in
    from engine.sync.bundles.index import Kind
    from headquarters.bundles.taking import take_bundle

    desk: Desk = context.find_root().obj
    with desk.headquarters(data) as headquarters:
        found = bundle_in(folder, Kind.UP)
        taken = take_bundle(headquarters, found, answer or found.resolve().parent, packs=packs)
    if taken.joined:
        desk.say("The laptop joined its team by this bundle.")
    for sha256, code in sorted(taken.refused.items()):
        desk.warn(f"A file was not taken ({code}): {sha256}")
    desk.say(
        f"{taken.changes} changes and {taken.files} files are new here; {taken.known_files} files were here"
        " already. Bring the answer back to the laptop on the stick:"
    )
    desk.print(str(taken.answer))
