"""``sanduku jobs``: look at the queue and change what it does next."""

from typing import Annotated

import typer

from engine.cli.choosing import find_document
from engine.cli.desk import SandukuUsageError, desk_of
from engine.cli.options import JsonOption, LibraryOption, LimitOption, OffsetOption
from engine.cli.showing import counted, job_to_json
from engine.cli.words import StateWord
from engine.errors import NotFoundError

jobs = typer.Typer(help="Look at the queue, and retry, cancel, reorder, pause or resume what is in it.")
JobsArgument = Annotated[list[int] | None, typer.Argument(metavar="[JOB]...", help="Numbers of jobs.")]
DocumentOption = Annotated[
    str | None,
    typer.Option("--document", "-d", help="All pages of this document; its id or a beginning of it."),
]


@jobs.callback(invoke_without_command=True)
def overview(context: typer.Context) -> None:
    """List the queue where no other command is given."""
    if context.invoked_subcommand is None:
        list_jobs(context)


@jobs.command("list")
def list_jobs(
    context: typer.Context,
    state: Annotated[
        list[StateWord] | None, typer.Option(help="Only jobs that stand so; may be repeated.")
    ] = None,
    document: DocumentOption = None,
    limit: LimitOption = 50,
    offset: OffsetOption = 0,
    library: LibraryOption = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """List jobs, each one page to be read; without --state those that are not done.

    Example: sanduku jobs list --state failed
    """
    from engine.library import JobState

    desk = desk_of(context, library, as_json=as_json)
    states = [
        JobState(each.value) for each in state or [word for word in StateWord if word != StateWord.DONE]
    ]
    with desk.library() as opened:
        chosen = None if document is None else find_document(opened, document).id
        found = opened.jobs.find(states, document_id=chosen, limit=limit, offset=offset)
        progress, paused = opened.jobs.progress(), opened.jobs.paused
    if desk.as_json:
        counts = {each.value: getattr(progress, each.value) for each in JobState}
        desk.print_json({"paused": paused, "counts": counts, "jobs": [job_to_json(job) for job in found]})
        return
    rows = [
        (
            str(job.id),
            "held" if job.held else job.state.value,
            str(job.priority),
            desk.name(job.document_name),
            str(job.page_index + 1),
            desk.spoken(f"{job.error_message or ''} {job.error_remedy or ''}".strip()),
        )
        for job in found
    ]
    desk.table(("job", "state", "priority", "document", "page", "problem"), rows)
    desk.say(
        f"{progress.queued} waiting, {progress.running} running, {progress.done} done,"
        f" {progress.failed + progress.dead} failed, {progress.cancelled} cancelled."
        + (" The queue is paused." if paused else "")
    )


@jobs.command()
def retry(
    context: typer.Context,
    numbers: JobsArgument = None,
    document: DocumentOption = None,
    library: LibraryOption = None,
    *,
    again: Annotated[
        bool, typer.Option("--again", help="Also pages that are read; corrections stay.")
    ] = False,
) -> None:
    """Queue failed and cancelled pages again; without a number, all that failed.

    Example: sanduku jobs retry --document 7f3k --again
    """
    desk = desk_of(context, library)
    if again and document is None:
        raise SandukuUsageError("--again needs a document.", remedy="Name it with --document.")
    with desk.library() as opened:
        chosen = None if document is None else find_document(opened, document).id
        if again and chosen is not None:
            count = opened.jobs.read_again(chosen)
        else:
            count = opened.jobs.retry(numbers or None, document_id=chosen)
    _refuse_misses(numbers, count)
    desk.print(f"{counted(count, 'page')} queued again.")
    if count:
        desk.say("Read them with 'sanduku work'.")


@jobs.command()
def cancel(
    context: typer.Context,
    numbers: JobsArgument = None,
    document: DocumentOption = None,
    library: LibraryOption = None,
    *,
    everything: Annotated[bool, typer.Option("--all", help="Everything that waits or runs.")] = False,
) -> None:
    """Cancel pages that wait or are being read; the documents stay.

    Example: sanduku jobs cancel 12 13
    """
    desk = desk_of(context, library)
    if not (numbers or document or everything):
        raise SandukuUsageError(
            "Nothing was chosen to be cancelled.", remedy="Give job numbers, --document or --all."
        )
    with desk.library() as opened:
        chosen = None if document is None else find_document(opened, document).id
        count = opened.jobs.cancel(numbers or None, document_id=chosen)
    _refuse_misses(numbers, count)
    desk.print(f"{counted(count, 'page')} cancelled.")


@jobs.command()
def move(
    context: typer.Context,
    number: Annotated[int, typer.Argument(metavar="JOB", help="The job to move.")],
    before: Annotated[int, typer.Option(help="The job that it goes before.")],
    library: LibraryOption = None,
) -> None:
    """Put a waiting page directly before another one.

    Example: sanduku jobs move 19 --before 4
    """
    desk = desk_of(context, library)
    with desk.library() as opened:
        opened.jobs.move(number, before=before)
    desk.print(f"Job {number} goes before job {before}.")


@jobs.command()
def prioritise(
    context: typer.Context,
    priority: Annotated[int, typer.Argument(help="The greater is read first; 0 is usual.")],
    numbers: JobsArgument = None,
    document: DocumentOption = None,
    library: LibraryOption = None,
) -> None:
    """Give waiting pages another priority.

    Example: sanduku jobs prioritise 5 --document 7f3k
    """
    from engine.library import JobState

    desk = desk_of(context, library)
    with desk.library() as opened:
        wanted = list(numbers or [])
        if document is not None:
            found = find_document(opened, document)
            queued = opened.jobs.find((JobState.QUEUED,), document_id=found.id, limit=found.page_count)
            wanted += [job.id for job in queued]
        count = opened.jobs.reprioritise(wanted, priority)
    _refuse_misses(numbers, count)
    desk.print(f"{counted(count, 'page')} now with priority {priority}.")


@jobs.command()
def pause(context: typer.Context, document: DocumentOption = None, library: LibraryOption = None) -> None:
    """Give out no more pages, of one document or at all; what is being read is finished."""
    desk = desk_of(context, library)
    with desk.library() as opened:
        opened.jobs.pause(None if document is None else find_document(opened, document).id)
    desk.print("Paused.")


@jobs.command()
def resume(context: typer.Context, document: DocumentOption = None, library: LibraryOption = None) -> None:
    """Give out pages again."""
    desk = desk_of(context, library)
    with desk.library() as opened:
        opened.jobs.resume(None if document is None else find_document(opened, document).id)
    desk.print("Resumed.")


def _refuse_misses(numbers: list[int] | None, count: int) -> None:
    """Raise NotFoundError where jobs were named and none was of use."""
    if numbers and not count:
        raise NotFoundError(
            "There is no such job, or it stands so that this changes nothing.",
            which="job " + ", ".join(map(str, numbers)),
            remedy="Run 'sanduku jobs list' to see the numbers; '--state done' shows those that are done.",
        )
