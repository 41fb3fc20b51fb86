"""``sanduku-hq check`` and ``sanduku-hq maintain``."""

from typing import Annotated

import typer

from engine.errors import ExitCode
from headquarters.cli.desk import Desk
from headquarters.cli.options import DataOption


def check(
    context: typer.Context,
    data: DataOption = None,
    *,
    quick: Annotated[
        bool, typer.Option("--quick", help="Do not read the stored files to their end.")
    ] = False,
    repair: Annotated[
        bool, typer.Option("--repair", help="Have laptops send missing and damaged files again.")
    ] = False,
) -> None:
    """Look everything over: chains of changes, audit log, stored files, and what counts as backed up."""
    from headquarters.operations.checking import check as look_over

    desk: Desk = context.find_root().obj
    with desk.headquarters(data) as headquarters:
        report = look_over(headquarters, quick=quick, repair=repair, told=desk.say)
    for problem in report.problems:
        desk.print(problem)
    desk.say(
        f"{report.entries} changes in {report.streams} streams, {report.words} entries downwards,"
        f" {report.files} files: {len(report.problems)} problems, {report.repaired} files asked for again."
    )
    if report.problems:
        raise typer.Exit(ExitCode.SOME_FAILED)


def maintain(context: typer.Context, data: DataOption = None) -> None:
    """Remove what is past its time, as the running server does by itself every ten minutes."""
    from headquarters.operations.maintenance import maintain as do_what_is_due

    desk: Desk = context.find_root().obj
    with desk.headquarters(data) as headquarters:
        removed = do_what_is_due(headquarters)
    if not removed:
        desk.say("Another process does it at the moment.")
        return
    desk.print(
        f"Removed: {removed['records']} records, {removed['files']} files, {removed['tokens']} tokens."
    )
