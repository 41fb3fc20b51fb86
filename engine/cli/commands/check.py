"""``sanduku check``: look the library over, and repair what can be made anew."""

from dataclasses import asdict
from typing import Annotated

import typer

from engine.cli.desk import desk_of
from engine.cli.options import JsonOption, LibraryOption
from engine.cli.work_on import step
from engine.errors import ExitCode


def check(
    context: typer.Context,
    library: LibraryOption = None,
    *,
    quick: Annotated[bool, typer.Option("--quick", help="Do not read every file to its end.")] = False,
    repair: Annotated[
        bool, typer.Option("--repair", help="Make the search index anew and remove left-over files first.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Check that every document, page, reading and file is there and unaltered.

    Example: sanduku check --quick
    """
    desk = desk_of(context, library, as_json=as_json)
    with desk.library() as opened:
        removed = opened.repair() if repair else 0
        with step(desk, "Checking") as progress:
            report = opened.check(progress, quick=quick)
    if desk.as_json:
        desk.print_json(
            {
                "sound": report.sound,
                "problems": [asdict(each) for each in report.problems],
                "counts": report.counts,
                "removed_files": removed,
            }
        )
    else:
        counts = ", ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in report.counts.items())
        desk.print(f"Looked at {counts}.")
        for each in report.problems:
            desk.print(f"{each.which}: {each.what} {desk.spoken(each.remedy)}")
        desk.print(
            "The library is sound." if report.sound else f"{len(report.problems)} problems were found."
        )
    raise typer.Exit(ExitCode.OK if report.sound else ExitCode.LIBRARY)
