"""``sanduku sync``: send work to headquarters, see what waits, settle what both sides say differently."""

import platform
from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine.cli.desk import Desk, SandukuUsageError, desk_of
from engine.cli.options import JsonOption, LibraryOption, LimitOption
from engine.cli.releasing import fetch, purge, quarantine, restore_files
from engine.cli.showing import counted
from engine.cli.words import FilesWord

if TYPE_CHECKING:
    from engine.library import Library
    from engine.sync.planning import Plan
    from engine.sync.running import SyncReport
    from engine.sync.session import Standing

sync = typer.Typer(
    help="Send work to headquarters and take its answers, as far and as soon as the network allows.\n\n"
    "Cut it off whenever you like: what has arrived counts, and the next time goes on from there."
)
_MOST_NAMED = 20
"""Documents that a plan names on a screen."""

FilesOption = Annotated[
    FilesWord | None,
    typer.Option("--files", help="What to send, this time; by default the setting network.files."),
]


@sync.callback(invoke_without_command=True)
def overview(context: typer.Context) -> None:
    """Show how far sending is where no other command is given."""
    if context.invoked_subcommand is None:
        status(context)


@sync.command("run")
def run(
    context: typer.Context,
    files: FilesOption = None,
    library: LibraryOption = None,
    *,
    by_itself: Annotated[
        bool,
        typer.Option(
            "--by-itself",
            help="For a timer: do it only if the settings let it be done by itself, and it is time.",
        ),
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Send what waits, and take what headquarters has for this laptop.

    Examples:
        sanduku sync run
        sanduku sync run --files originals
    """
    from engine.cli.commands.pack_offers import install_urgent
    from engine.sync.running import SyncReport, is_due, synchronise
    from engine.sync.session import Outcomes
    from engine.sync.wished_settings import take_wished

    desk = desk_of(context, library, as_json=as_json)
    with desk.library() as opened:
        if by_itself and not is_due(opened, desk.settings):
            desk.say("Nothing is to be sent by itself now.")
            if desk.as_json:
                desk.print_json(_report_to_json(SyncReport(Outcomes(), 0, 0)))
            return
        with desk.err.status("Calling headquarters") as shown:
            report = synchronise(
                opened,
                desk.settings,
                asked_by="program" if by_itself else "person",
                files=None if files is None else files.value,
                told=lambda standing: shown.update(_standing(standing)),
                device_name=platform.node(),
            )
        for name in take_wished(opened, desk.places.settings):
            desk.say(f"Headquarters has changed the setting {name}.")
        install_urgent(desk, opened, asked_by="program" if by_itself else "person")
        open_conflicts = len(opened.exchange.words.conflicts())
    if desk.as_json:
        desk.print_json(_report_to_json(report))
    else:
        _show_report(desk, report)
    if open_conflicts:
        desk.say(f"{counted(open_conflicts, 'conflict')} to look at: 'sanduku sync conflicts'.")


@sync.command("status")
def status(context: typer.Context, library: LibraryOption = None, *, as_json: JsonOption = False) -> None:
    """Show what headquarters has, and what it said last. Uses no network."""
    desk = desk_of(context, library, as_json=as_json)
    with desk.library() as opened:
        value = _status(opened, desk)
    if desk.as_json:
        desk.print_json(value)
        return
    rows = [
        ("team", str(value["team"])),
        ("last sent", str(value["last_done"] or "never")),
        ("changes that wait", str(value["changes_waiting"])),
        ("changes at headquarters", str(value["changes_sent"])),
        ("of these in its backup", str(value["changes_backed_up"])),
        ("conflicts", str(value["conflicts"])),
        ("data used today", f"{value['used_today'] / 1e6:.1f} MB"),
    ]
    desk.table(("", ""), rows)


@sync.command("plan")
def plan(
    context: typer.Context,
    files: FilesOption = None,
    library: LibraryOption = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Show what would be sent, how much that is, and about how long it takes. Uses no network.

    Example: sanduku sync plan --files originals
    """
    from engine.sync.planning import make_plan

    desk = desk_of(context, library, as_json=as_json)
    with desk.library() as opened:
        made = make_plan(opened, files.value if files else desk.settings.network.files)
    if desk.as_json:
        desk.print_json(_plan_to_json(made))
        return
    desk.table(
        ("what", "number", "size"),
        [(part.name, str(part.count), f"{part.bytes / 1e6:,.2f} MB") for part in made.parts],
    )
    for document in made.documents[:_MOST_NAMED]:
        desk.print(f"  {desk.name(document.name or document.id)}: {counted(document.changes, 'change')}")
    if len(made.documents) > _MOST_NAMED:
        desk.print(
            f"  ... and {counted(len(made.documents) - _MOST_NAMED, 'document')} more; --json names them all."
        )
    left = (
        "" if made.seconds is None else f", about {made.seconds / 60:.0f} minutes at the speed of last time"
    )
    desk.say(f"{made.bytes / 1e6:,.1f} MB in all{left}.")


@sync.command("log")
def log(
    context: typer.Context,
    limit: LimitOption = 50,
    library: LibraryOption = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Show every use of the network, the latest first."""
    desk = desk_of(context, library, as_json=as_json)
    with desk.library() as opened:
        found = opened.exchange.network_log.latest(limit=limit)
    if desk.as_json:
        fields = (
            "at", "host", "purpose", "asked_by", "requests", "bytes_sent", "bytes_received", "seconds",
            "outcome",
        )  # fmt: skip
        desk.print_json({"connections": [{name: getattr(each, name) for name in fields} for each in found]})
        return
    if not found:
        desk.say("This library has not used a network yet.")
    desk.table(
        ("when", "with", "what for", "asked by", "sent", "received", "outcome"),
        [
            (
                each.at[:16].replace("T", " "),
                each.host,
                each.purpose,
                each.asked_by,
                f"{each.bytes_sent / 1e3:,.0f} kB",
                f"{each.bytes_received / 1e3:,.0f} kB",
                each.outcome,
            )
            for each in found
        ],
    )


@sync.command("conflicts")
def conflicts(
    context: typer.Context,
    library: LibraryOption = None,
    *,
    resolved: Annotated[bool, typer.Option("--resolved", help="Those that are settled.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Show lines of which headquarters and this laptop say different things; both versions are kept.

    Example: sanduku sync conflicts
    """
    desk = desk_of(context, library, as_json=as_json)
    with desk.library() as opened:
        found = opened.exchange.words.conflicts(resolved=resolved)
    if desk.as_json:
        fields = (
            "id", "document_id", "document_name", "page_id", "page_index", "reason", "line", "previous",
            "hq_text", "field_text", "author", "at", "resolved",
        )  # fmt: skip
        desk.print_json({"conflicts": [{name: getattr(each, name) for name in fields} for each in found]})
        return
    desk.table(
        ("id", "document", "page", "here", "headquarters", "why"),
        [
            (
                each.id[:8],
                desk.name(each.document_name),
                "" if each.page_index is None else str(each.page_index + 1),
                desk.spoken(each.field_text or ""),
                desk.spoken(each.hq_text),
                _WHY[each.reason],
            )
            for each in found
        ],
    )
    if not found:
        desk.say("There are none.")
    elif not resolved:
        desk.say("Settle one with 'sanduku sync resolve ID --keep hq' (or field).")


@sync.command("resolve")
def resolve(
    context: typer.Context,
    conflict: Annotated[str, typer.Argument(metavar="ID", help="Of the conflict, or a beginning of it.")],
    keep: Annotated[str, typer.Option("--keep", help="hq or field: whose version is right.")],
    library: LibraryOption = None,
) -> None:
    """Settle a conflict: say which version is right. Where it is yours, headquarters hears of it.

    Example: sanduku sync resolve 7f3k --keep field
    """
    desk = desk_of(context, library)
    if keep not in ("hq", "field"):
        raise SandukuUsageError(
            f"'{keep}' is neither hq nor field.", remedy="Give --keep hq or --keep field."
        )
    with desk.library() as opened:
        named = [each for each in opened.exchange.words.conflicts() if each.id.startswith(conflict)]
        if len(named) > 1:
            raise SandukuUsageError(
                "Several conflicts begin so.", which=conflict, remedy="Give more letters of the id."
            )
        opened.exchange.words.resolve(named[0].id if named else conflict, keep)
    desk.print("Settled.")


sync.command("purge")(purge)
sync.command("quarantine")(quarantine)
sync.command("restore")(restore_files)
sync.command("fetch")(fetch)

_WHY = {
    "changed-here": "changed here too; headquarters' word stands",
    "line-gone": "the line is no longer there",
    "read-anew": "the page was read anew since",
}


def _standing(standing: "Standing") -> str:
    left = "" if standing.seconds_left is None else f", about {standing.seconds_left / 60:.0f} min left"
    if standing.waiting:
        return f"The connection is broken; trying again in {standing.waiting:.0f} s"
    return (
        f"{_STATES.get(standing.state.value, standing.state.value)}:"
        f" {standing.sent / 1e6:.2f} MB sent, {standing.left / 1e6:.2f} MB to go{left}"
    )


_STATES = {
    "hello": "Calling headquarters",
    "changes": "Sending text",
    "down": "Taking news",
    "crops": "Cutting parts of pages",
    "offer": "Asking what is needed",
    "files": "Sending files",
    "receipt": "Waiting for the receipt",
    "done": "Done",
}


def _status(library: "Library", desk: Desk) -> dict[str, Any]:
    exchange = library.exchange
    team = exchange.team.required()
    receipts = exchange.receipts.latest(limit=1)
    return {
        "team": team.about.name or team.about.team,
        "joined": team.device is not None,
        "network": desk.settings.network.use,
        "last_done": exchange.network_log.last_done(),
        "changes_waiting": exchange.outbox.changes_waiting(team.have.seq),
        "changes_sent": team.have.seq,
        "changes_backed_up": team.backed_up_seq,
        "receipt_at": receipts[0].at if receipts else None,
        "conflicts": len(exchange.words.conflicts()),
        "used_today": exchange.network_log.used_today(),
        "rate": team.rate,
    }


def _report_to_json(report: "SyncReport") -> dict[str, object]:
    outcomes = report.outcomes
    return {
        "changes": outcomes.changes,
        "files": outcomes.files,
        "down": outcomes.down,
        "conflicts": outcomes.conflicts,
        "not_applied": outcomes.not_applied,
        "damaged_files": outcomes.damaged_files,
        "refused_files": [{"sha256": sha256, "code": code} for sha256, code in outcomes.refused_files],
        "receipt": outcomes.receipt,
        "branched": outcomes.branched or None,
        "bytes_sent": report.sent,
        "bytes_received": report.received,
        "released_bytes": report.released_bytes,
    }


def _show_report(desk: Desk, report: "SyncReport") -> None:
    outcomes = report.outcomes
    desk.print(
        f"{counted(outcomes.changes, 'change')} and {counted(outcomes.files, 'file')} sent,"
        f" {report.sent / 1e6:.2f} MB; {counted(outcomes.down, 'message')} from headquarters."
    )
    if outcomes.branched == "cloned":
        desk.warn("This library is a copy of another one that is in use; it goes on as a laptop of its own.")
    if outcomes.damaged_files:
        desk.warn(
            f"{counted(len(outcomes.damaged_files), 'file')} could not be sent: damaged or gone here."
            " 'sanduku check' names them."
        )
    if outcomes.refused_files:
        codes = ", ".join(sorted({code for _, code in outcomes.refused_files}))
        desk.warn(
            f"Headquarters did not take {counted(len(outcomes.refused_files), 'file')} ({codes}); they are"
            " kept here. Tell whoever runs it; 'sanduku sync run --json' names them."
        )
    if outcomes.not_applied:
        desk.warn(
            f"{counted(outcomes.not_applied, 'message')} of headquarters could not be followed here;"
            " headquarters is told why."
        )


def _plan_to_json(made: "Plan") -> dict[str, object]:
    return {
        "parts": [{"name": part.name, "count": part.count, "bytes": part.bytes} for part in made.parts],
        "bytes": made.bytes,
        "seconds": made.seconds,
        "documents": [{"id": each.id, "name": each.name, "changes": each.changes} for each in made.documents],
    }
