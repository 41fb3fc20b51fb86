"""``sanduku work``: read what waits in the queue."""

from functools import partial
from typing import Annotated

import typer

from engine.cli.desk import desk_of
from engine.cli.options import JsonOption, LibraryOption, ProcessesOption
from engine.cli.showing import counted
from engine.cli.work_on import ASKED, bar, work_through
from engine.errors import ExitCode


def work(
    context: typer.Context,
    processes: ProcessesOption = None,
    library: LibraryOption = None,
    *,
    retry: Annotated[bool, typer.Option("--retry", help="Try again what failed before.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Read the pages that wait in the queue, until none is left, and then answer what was asked about them.

    Ctrl+C stops cleanly, and so does pulling the plug: start it again and it goes on.

    Example: sanduku work --processes 2
    """
    desk = desk_of(context, library, as_json=as_json)
    with desk.library() as opened:
        if retry:
            desk.say(f"{counted(opened.jobs.retry(), 'page')} to be tried again.")
        before = opened.jobs.progress()
        after = work_through(desk, opened, processes=processes)
        # What was asked of image models goes behind the reading, and needs one worker: one model fits.
        asked = opened.jobs.progress(tasks=ASKED)
        answered = work_through(desk, opened, processes=1, tasks=ASKED, draws=partial(bar, what="Asking"))
    failed = after.failed + after.dead
    if desk.as_json:
        desk.print_json(
            {
                "read": after.done - before.done,
                "waiting": after.queued + after.running,
                "failed": failed,
                "cancelled": after.cancelled,
                "answered": answered.done - asked.done,
            }
        )
    else:
        desk.print(
            f"{counted(after.done - before.done, 'page')} read, {after.queued + after.running} waiting,"
            f" {failed} failed."
        )
        if answered.ended > asked.ended:
            desk.print(f"{counted(answered.done - asked.done, 'question')} answered.")
        if failed:
            desk.say(
                "See why with 'sanduku jobs list --state failed'; try again with 'sanduku work --retry'."
            )
    raise typer.Exit(ExitCode.SOME_FAILED if failed else ExitCode.OK)
