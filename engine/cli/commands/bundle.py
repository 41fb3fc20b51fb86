"""``sanduku bundle``: send work to headquarters by USB stick, and take the answer from it."""

import platform
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine.cli.commands.pack_offers import packs_of
from engine.cli.desk import desk_of
from engine.cli.given import path_of
from engine.cli.options import JsonOption, LibraryOption
from engine.cli.showing import counted
from engine.cli.sync_showing import local_moment
from engine.cli.work_on import step
from engine.errors import ExitCode

if TYPE_CHECKING:
    from engine.sync.bundles.index import Index

bundle = typer.Typer(
    help="Send work to headquarters by USB stick, and take its answer from there.\n\n"
    "A bundle is encrypted: whoever finds the stick can read nothing. What lies on a stick does not count as "
    "sent; what headquarters has signed to have does, once its answer is taken here.",
    no_args_is_help=True,
)

FolderArgument = Annotated[
    Path, typer.Argument(metavar="FOLDER", help="The stick, or a folder on it.", parser=path_of)
]


@bundle.command("export")
def export(
    context: typer.Context,
    place: FolderArgument,
    library: LibraryOption = None,
    *,
    without_images: Annotated[
        bool,
        typer.Option(
            "--without-images", help="Leave originals and page images out: text and small pictures."
        ),
    ] = False,
    everything: Annotated[
        bool,
        typer.Option(
            "--everything", help="All changes from the first on, if headquarters says some are missing."
        ),
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Write what headquarters has not confirmed yet into a new folder on a stick.

    Take the stick to headquarters. Both ways may be used together: what a network has brought is not doubled.

    Example: sanduku bundle export /media/usb
    """
    from engine.sync.bundles.laptop import StickPost
    from engine.sync.wire.blobs import BODIES, CROPS, IMAGES, THUMBNAILS

    small = (BODIES, THUMBNAILS, CROPS)
    desk = desk_of(context, library, as_json=as_json)
    threshold = desk.settings.reading.doubt_threshold
    with desk.library() as opened:
        post = StickPost(opened, doubt_threshold=threshold, device_name=platform.node() or "laptop")
        with step(desk, "Packing") as progress:
            done = post.export(
                place,
                tiers=small if without_images else (*small, IMAGES),
                everything=everything,
                progress=progress,
            )
    if desk.as_json:
        desk.print_json(
            {
                "folder": str(done.folder),
                "bundle": done.bundle,
                "changes": done.changes,
                "files": done.files,
                "byte_size": done.byte_size,
                "left_out": list(done.left_out),
            }
        )
    else:
        what = f"{counted(done.changes, 'change')} and {counted(done.files, 'file')}"
        desk.print(f"{what}, {done.byte_size / 1e6:,.1f} MB, in {done.folder}.")
        if not (done.changes or done.files):
            desk.say(
                "Nothing waits to be sent: headquarters has signed for everything. This bundle only tells it"
                " what its answers brought here."
            )
        desk.say(
            "Eject the stick before you pull it out. Headquarters takes it, and writes an answer onto it."
        )
    for sha256 in done.left_out:
        desk.warn(f"A file is damaged or missing and was left out; 'sanduku check' tells more: {sha256[:12]}")
    raise typer.Exit(ExitCode.SOME_FAILED if done.left_out else ExitCode.OK)


@bundle.command("receipt")
def receipt(
    context: typer.Context,
    folder: FolderArgument,
    library: LibraryOption = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Take the answer of headquarters: what it has, signed, and what it says.

    Of several answers to this library on a stick, the latest is taken.

    Examples:
        sanduku bundle receipt /media/usb
        sanduku bundle receipt /media/usb/sanduku-to-laptop-2026-11-21-081500-7f3a2b1c
    """
    from engine.sync.bundles.finding import bundle_in
    from engine.sync.bundles.index import Kind
    from engine.sync.bundles.laptop import StickPost

    desk = desk_of(context, library, as_json=as_json)
    with desk.library() as opened:
        folder = bundle_in(folder, Kind.DOWN, library=opened.library_id)
        post = StickPost(
            opened,
            doubt_threshold=desk.settings.reading.doubt_threshold,
            device_name=platform.node() or "laptop",
        )
        with step(desk, "Checking") as progress:
            taken = post.take(folder, progress=progress, packs=packs_of(desk, opened))
    if desk.as_json:
        desk.print_json(
            {
                "changes": taken.changes,
                "files": taken.files,
                "outcomes": taken.outcomes,
                "export_again": taken.export_again,
                "packs": taken.packs,
                "pack_problems": taken.pack_problems,
            }
        )
        return
    if taken.export_again:
        desk.warn(
            "This library was copied: headquarters knows another copy of it. It goes on as a device of its"
            " own from here; export a bundle once more and take it to headquarters."
        )
        return
    desk.print(f"Headquarters has changes up to number {taken.changes:,} and {counted(taken.files, 'file')}.")
    for problem in taken.pack_problems:
        why = f"{problem['what']} {problem['remedy'] or ''}".rstrip()
        desk.warn(f"A model pack on the stick was not taken: {why}")
    for name in taken.packs:
        desk.print(f"It brought the model pack {name}: 'sanduku packs take {name}' installs it.")
    words = sum(taken.outcomes.values())
    if words:
        desk.print(f"It said {counted(words, 'thing')}; 'sanduku sync conflicts' shows what needs you.")


@bundle.command("show")
def show(context: typer.Context, folder: FolderArgument, *, as_json: JsonOption = False) -> None:
    """Tell what is written on the outside of a bundle, without opening it.

    Example: sanduku bundle show /media/usb/sanduku-to-headquarters-2026-11-21-7f3a2b1c
    """
    from engine.sync.bundles.index import read_index
    from engine.sync.bundles.laptop import UNJOINED

    desk = desk_of(context, None, as_json=as_json)
    index, _ = read_index(folder)
    if desk.as_json:
        desk.print_json(_outside(index))
        return
    if index.kind == "up":
        what, whose, verb = "Work of a laptop for headquarters", "Headquarters", "sanduku-hq bundle import"
    else:
        what, whose, verb = "An answer of headquarters to a laptop", "That laptop", "sanduku bundle receipt"
    size = f"{index.byte_size / 1e6:,.1f} MB in {counted(len(index.parts), 'file')}"
    desk.print(f"{what}, made {local_moment(index.made_at)}: {size}.")
    desk.print(f"{whose} alone can open it. Take it there: '{verb} {folder.name or folder}'.")
    not_yet = index.device == UNJOINED
    desk.table(
        ("", ""),
        [
            ("bundle", index.bundle),
            ("headquarters", index.hq),
            ("team", index.team),
            ("library", index.library),
            ("laptop", "joins the team by this bundle" if not_yet else index.device),
        ],
    )


def _outside(index: "Index") -> dict[str, Any]:
    return {
        "kind": index.kind.value,
        "bundle": index.bundle,
        "hq": index.hq,
        "team": index.team,
        "library": index.library,
        "device": index.device,
        "made_at": index.made_at,
        "byte_size": index.byte_size,
        "parts": len(index.parts),
    }
