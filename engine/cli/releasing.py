"""The commands of ``sanduku sync`` for files that headquarters has: let them go, and bring them back."""

from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.choosing import find_document
from engine.cli.desk import SandukuUsageError, desk_of
from engine.cli.options import JsonOption, LibraryOption, SomeDocumentsArgument
from engine.cli.showing import counted
from engine.cli.sync_showing import local_moment

if TYPE_CHECKING:
    from engine.library.receipts import Releasable

YesOption = Annotated[bool, typer.Option("--yes", "-y", help="Do it without being asked.")]


def purge(
    context: typer.Context,
    days: Annotated[
        int, typer.Option("--days", min=0, help="Only documents that were added at least so many days ago.")
    ] = 30,
    library: LibraryOption = None,
    *,
    yes: YesOption = False,
    as_json: JsonOption = False,
) -> None:
    """Free room: let originals and page images go that headquarters has signed to have, and its backup too.

    Text, boxes and small images stay, and so does whatever is not approved. The files lie in a quarantine
    first, from where 'sanduku sync restore' brings them back; 'sanduku sync fetch' brings them from
    headquarters.

    Example: sanduku sync purge --days 90
    """
    desk = desk_of(context, library, as_json=as_json)
    kept = desk.settings.network.quarantine_days
    with desk.library() as opened:
        found = opened.exchange.receipts.releasable(days=days)
        size = sum(each.bytes for each in found)
        if found:
            desk.confirm(
                f"Let the originals of {counted(len(found), 'document')} go, {size / 1e6:,.1f} MB? They can"
                f" be brought back here for {kept} days.",
                yes=yes,
            )
        moved = opened.exchange.receipts.release(found)
        gone = opened.exchange.receipts.tidy(days=kept)
    if desk.as_json:
        desk.print_json({"documents": _documents(found), "bytes": moved, "gone_bytes": gone})
        return
    desk.print(f"{counted(len(found), 'document')}, {moved / 1e6:,.1f} MB, went into the quarantine.")
    if gone:
        desk.print(f"{gone / 1e6:,.1f} MB left it for good, after {kept} days.")
    if not found:
        desk.say(
            "Nothing can go: a receipt of headquarters and its backup must cover it, and it must be approved."
        )


def quarantine(context: typer.Context, library: LibraryOption = None, *, as_json: JsonOption = False) -> None:
    """Show the documents whose originals left this laptop."""
    desk = desk_of(context, library, as_json=as_json)
    with desk.library() as opened:
        found = opened.exchange.receipts.released()
    if desk.as_json:
        fields = ("document_id", "name", "files", "bytes", "released_at", "can_come_back")
        desk.print_json({"documents": [{name: getattr(each, name) for name in fields} for each in found]})
        return
    desk.table(
        ("id", "since", "size", "still here", "name"),
        [
            (
                each.document_id[:8],
                local_moment(each.released_at)[:10],
                f"{each.bytes / 1e6:,.1f} MB",
                "yes" if each.can_come_back else "no",
                desk.name(each.name),
            )
            for each in found
        ],
    )


def restore_files(
    context: typer.Context,
    documents: SomeDocumentsArgument = None,
    library: LibraryOption = None,
    *,
    everything: Annotated[bool, typer.Option("--all", help="Everything in the quarantine.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Bring originals back from the quarantine. Uses no network.

    Example: sanduku sync restore 7f3k
    """
    desk = desk_of(context, library, as_json=as_json)
    if bool(documents) == everything:
        raise SandukuUsageError(
            "Say which documents, or --all.", remedy="'sanduku sync quarantine' lists them."
        )
    with desk.library() as opened:
        receipts = opened.exchange.receipts
        if everything:
            count = receipts.bring_all_back()
        else:
            count = sum(receipts.bring_back(find_document(opened, each).id) for each in documents or [])
    if desk.as_json:
        desk.print_json({"files": count})
        return
    desk.print(f"Brought back: {counted(count, 'file')}.")


def fetch(
    context: typer.Context,
    documents: SomeDocumentsArgument = None,
    library: LibraryOption = None,
    *,
    everything: Annotated[bool, typer.Option("--all", help="All originals that are not here.")] = False,
    packs: Annotated[bool, typer.Option("--packs", help="The model packs that headquarters offers.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Bring originals back from headquarters, or the model packs that it offers.

    Examples:
        sanduku sync fetch 7f3k
        sanduku sync fetch --packs
    """
    from engine.cli.commands.pack_offers import fetch_offered
    from engine.sync.fetching import fetch_documents

    desk = desk_of(context, library, as_json=as_json)
    count, fetched = 0, list[str]()
    if not (documents or everything or packs):
        raise SandukuUsageError(
            "Say which documents, or --all, or --packs.", remedy="See 'sanduku sync fetch -h'."
        )
    with desk.library() as opened:
        if packs:
            fetched = fetch_offered(desk, opened)
        chosen = [find_document(opened, each).id for each in documents or []]
        if everything:
            chosen = [each.document_id for each in opened.exchange.receipts.released()]
        if chosen:
            count = fetch_documents(opened, desk.settings, chosen)
            if not desk.as_json:
                desk.print(f"Brought back: {counted(count, 'file')}.")
    if desk.as_json:
        desk.print_json({"files": count, "packs": fetched})


def _documents(found: "list[Releasable]") -> list[dict[str, object]]:
    return [{"id": each.document_id, "name": each.name, "bytes": each.bytes} for each in found]
