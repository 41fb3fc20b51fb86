"""``sanduku-hq backup`` and ``sanduku-hq restore``."""

from pathlib import Path
from typing import Annotated

import typer

from headquarters.cli.desk import Desk
from headquarters.cli.options import DataOption


def backup(
    context: typer.Context,
    folder: Annotated[
        Path, typer.Argument(metavar="FOLDER", help="Where backups are kept, on another disk.")
    ],
    keep: Annotated[int, typer.Option(help="Remove all but so many backups; 0 keeps all.", min=0)] = 0,
    data: DataOption = None,
    *,
    plain: Annotated[bool, typer.Option("--plain", help="Do not encrypt it.")] = False,
) -> None:
    """Back everything up: database, files and keys, while the server goes on working.

    What a finished backup holds, laptops may do away with. So keep backups as long as you trust the laptops'
    copies to be gone. It is encrypted to this server's key and to the recovery key.

    Example: sanduku-hq backup /mnt/backups --keep 14
    """
    from headquarters.operations.backup import make_backup

    desk: Desk = context.find_root().obj
    with desk.headquarters(data) as headquarters:
        report = make_backup(headquarters, folder, encrypted=not plain, keep=keep, told=desk.say)
    desk.say(
        f"{report.entries} changes and {report.blobs} files ({report.new_blobs} new) are in it,"
        f" read back and marked as backed up. {report.removed} older backups were removed."
    )
    desk.print(str(report.folder))


def restore(
    context: typer.Context,
    source: Annotated[Path, typer.Argument(metavar="FOLDER", help="A backup, or the folder of several.")],
    recovery_key_file: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Holds the recovery key, where the server's own keys are lost."),
    ] = None,
    data: DataOption = None,
) -> None:
    """Bring a headquarters back into an empty database and a data folder.

    Laptops see that it is an older one, and send again what came after the backup.

    Example: DATABASE_URL=postgresql://.../new sanduku-hq restore /mnt/backups
    """
    from headquarters.clock import SystemClock
    from headquarters.operations.restore import restore as bring_back

    desk: Desk = context.find_root().obj
    key = None if recovery_key_file is None else desk.secret("The recovery key", recovery_key_file)
    report = bring_back(desk.settings(data), source, SystemClock(), recovery_key=key, told=desk.say)
    if report.lost_blobs:
        desk.warn(
            f"{report.lost_blobs} files were not whole in the backup; laptops are asked for them again."
        )
    desk.warn(
        "What was decided here after the backup is gone: shut out again the laptops that were shut out since,"
        " and invite again the laptops that joined since."
    )
    if report.erased:
        desk.say(f"{report.erased} records were erased again, as somebody had asked after the backup.")
    else:
        desk.warn(
            "Neither in the data folder nor beside the backups is anything named that was erased since. If"
            " you know of something, erase it again."
        )
    desk.print(f"{report.entries} changes and {report.blobs} files are back. This is epoch {report.epoch}.")
