"""``sanduku doctor``: look this computer over, with a verdict and a remedy for each thing."""

from typing import Annotated

import typer

from engine.cli.desk import desk_of
from engine.cli.options import JsonOption, LibraryOption
from engine.errors import ExitCode

MARKS = {"ok": "ok", "note": "note", "problem": "PROBLEM"}


def doctor(
    context: typer.Context,
    library: LibraryOption = None,
    *,
    quick: Annotated[bool, typer.Option("--quick", help="Do not check the model files.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Look over machine, memory, disk, models, languages, keyring and library, and say what to do.

    Example: sanduku doctor --json
    """
    from engine.cli.diagnosis import Verdict, findings

    desk = desk_of(context, library, as_json=as_json)
    found = list(findings(desk, quick=quick))
    if desk.as_json:
        desk.print_json({"findings": [finding.to_json() for finding in found]})
    else:
        rows = [
            (
                MARKS[each.verdict.value],
                each.name,
                each.detail + (f" {desk.spoken(each.remedy)}" if each.remedy else ""),
            )
            for each in found
        ]
        desk.table(("verdict", "what", "finding"), rows)
    bad = any(each.verdict is Verdict.PROBLEM for each in found)
    raise typer.Exit(ExitCode.MISSING_DEPENDENCY if bad else ExitCode.OK)
