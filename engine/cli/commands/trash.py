"""``sanduku trash``: put documents away, bring them back, or remove them for good."""

from typing import Annotated

import typer

from engine.cli.choosing import find_document
from engine.cli.desk import SandukuUsageError, desk_of
from engine.cli.options import DocumentsArgument, JsonOption, LibraryOption, LimitOption, OffsetOption
from engine.cli.showing import counted, document_to_json

trash = typer.Typer(help="Put documents away, bring them back, or remove them for good.")


@trash.callback(invoke_without_command=True)
def overview(context: typer.Context) -> None:
    """List the trash where no other command is given."""
    if context.invoked_subcommand is None:
        list_trash(context)


@trash.command("list")
def list_trash(
    context: typer.Context,
    limit: LimitOption = 50,
    offset: OffsetOption = 0,
    library: LibraryOption = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """List what is in the trash."""
    desk = desk_of(context, library, as_json=as_json)
    with desk.library() as opened:
        documents = opened.trash.documents(limit=limit, offset=offset)
        total = opened.trash.count()
    if desk.as_json:
        desk.print_json({"total": total, "documents": [document_to_json(each) for each in documents]})
        return
    desk.table(
        ("id", "put away", "pages", "name"),
        [
            (each.id[:8], (each.trashed_at or "")[:10], str(each.page_count), desk.name(each.name))
            for each in documents
        ],
    )
    desk.say(f"{counted(total, 'document')} in the trash.")


@trash.command("put")
def put(context: typer.Context, documents: DocumentsArgument, library: LibraryOption = None) -> None:
    """Put documents into the trash: out of lists, search and queue, and nothing of them is lost.

    Example: sanduku trash put 7f3k
    """
    desk = desk_of(context, library)
    with desk.library() as opened:
        for document in [find_document(opened, each) for each in documents]:
            opened.trash.put(document.id)
            desk.print(f"{desk.name(document.name)} is in the trash.")


@trash.command("restore")
def restore_documents(
    context: typer.Context, documents: DocumentsArgument, library: LibraryOption = None
) -> None:
    """Bring documents back from the trash.

    Example: sanduku trash restore 7f3k
    """
    desk = desk_of(context, library)
    with desk.library() as opened:
        for document in [find_document(opened, each) for each in documents]:
            opened.trash.restore(document.id)
            desk.print(f"{desk.name(document.name)} is back.")


@trash.command("empty")
def empty(
    context: typer.Context,
    documents: Annotated[
        list[str] | None,
        typer.Argument(metavar="[DOCUMENT]...", help="Only these, however long they lie there."),
    ] = None,
    days: Annotated[
        int | None,
        typer.Option(
            min=0,
            help="What was put away at least so many days ago; by default the setting library.trash_days.",
        ),
    ] = None,
    library: LibraryOption = None,
    *,
    everything: Annotated[bool, typer.Option("--all", help="Everything in the trash.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do it without being asked.")] = False,
) -> None:
    """Remove what has been in the trash for long for good. This cannot be undone.

    Examples:
        sanduku trash empty
        sanduku trash empty --days 7
        sanduku trash empty --all
    """
    if sum((bool(documents), days is not None, everything)) > 1:
        raise SandukuUsageError(
            "Documents, --days and --all do not go together.", remedy="Give one of them: what is to go?"
        )
    desk = desk_of(context, library)
    least = 0 if everything else desk.settings.library.trash_days if days is None else days
    with desk.library() as opened:
        chosen = [find_document(opened, each) for each in documents or []]
        desk.confirm(f"Remove {_what(len(chosen), least)} for good?", yes=yes)
        for document in chosen:
            opened.trash.purge(document.id)
        count = len(chosen) if chosen else opened.trash.purge_old(days=least)
        left = opened.trash.count()
    desk.print(f"{counted(count, 'document')} removed for good.")
    if left and not chosen:
        desk.say(f"{counted(left, 'document')} put away later: 'sanduku trash empty --all' removes them too.")


def _what(chosen: int, days: int) -> str:
    if chosen:
        return f"{counted(chosen, 'document')} of the trash"
    return f"what is in the trash for {days} days or more" if days else "everything in the trash"
