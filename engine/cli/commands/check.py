"""``sanduku check``: look the library over, and repair what can be made anew."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.desk import Desk, desk_of
from engine.cli.options import JsonOption, LibraryOption
from engine.cli.showing import counted
from engine.cli.work_on import step
from engine.errors import ExitCode

if TYPE_CHECKING:
    from engine.library import CheckReport, CorruptLibraryError


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
    from engine.library import CorruptLibraryError

    desk = desk_of(context, library, as_json=as_json)
    removed = 0
    try:
        with desk.library() as opened:
            removed = opened.repair() if repair else 0
            with step(desk, "Checking") as progress:
                report = opened.check(progress, quick=quick)
    except CorruptLibraryError as error:  # Not even to be opened: that is what was found.
        report = _beyond_opening(error)
    if desk.as_json:
        desk.print_json(
            {
                "sound": report.sound,
                "problems": [asdict(each) for each in report.problems],
                "warnings": [asdict(each) for each in report.warnings],
                "counts": report.counts,
                "removed_files": removed,
            }
        )
    else:
        _show(desk, report)
    raise typer.Exit(ExitCode.OK if report.sound else ExitCode.LIBRARY)


def _beyond_opening(error: "CorruptLibraryError") -> "CheckReport":
    from engine.library import CheckReport, Problem

    return CheckReport((Problem("database.damaged", error.what, error.which or "library", error.remedy),))


def _show(desk: Desk, report: "CheckReport") -> None:
    if report.counts:
        counts = ", ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in report.counts.items())
        desk.print(f"Looked at {counts}.")
    for each in report.problems:
        desk.print(f"{each.which}: {each.what} {desk.spoken(each.remedy)}")
    for each in report.warnings:
        desk.print(f"Note: {each.which}: {each.what} {desk.spoken(each.remedy)}")
    found = len(report.problems)
    desk.print("The library is sound." if report.sound else f"{counted(found, 'problem')} found.")
