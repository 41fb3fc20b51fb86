"""``sanduku sync``: send work to headquarters, see what waits, settle what both sides say differently."""

import platform
from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine.cli.desk import Desk, SandukuUsageError, desk_of
from engine.cli.options import JsonOption, LibraryOption, LimitOption
from engine.cli.releasing import fetch, purge, quarantine, restore_files
from engine.cli.showing import counted
from engine.cli.sync_showing import (
    local_moment,
    plan_to_json,
    report_to_json,
    show_report,
    standing_text,
    stopped_report,
    tell_waiting,
)
from engine.cli.words import FilesWord

if TYPE_CHECKING:
    from engine.library import Library
    from engine.sync.running import SyncReport
    from engine.sync.standing import Standing

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
    wait: Annotated[
        bool,
        typer.Option("--wait", help="Where another program sends just now, wait, and send what is left."),
    ] = False,
    once: Annotated[
        bool,
        typer.Option(
            "--once", help="Where headquarters does not answer, give up at once and do not try again."
        ),
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Send what waits, and take what headquarters has for this laptop.

    Where headquarters does not answer it tries again, after ever longer pauses of up to a minute, and gives
    up after the setting network.patience_minutes (15) without any answer; with --once at once. Each try is
    told on standard error, with --json as a line {"progress": ...}. Ctrl+C stops it; what has arrived counts.

    Examples:
        sanduku sync run
        sanduku sync run --once
        sanduku sync run --files originals
    """
    from engine.cli.commands.pack_offers import install_urgent
    from engine.sync.errors import SendingAlreadyError
    from engine.sync.running import is_due
    from engine.sync.wished_settings import take_wished

    desk = desk_of(context, library, as_json=as_json)
    with desk.library() as opened:
        if by_itself and not is_due(opened, desk.settings):
            _nothing_now(desk, "Nothing is to be sent by itself now.")
            return
        try:
            report = _send(
                desk,
                opened,
                asked_by="program" if by_itself else "person",
                files=None if files is None else files.value,
                wait=wait,
                patience=0.0 if once else None,
            )
        except SendingAlreadyError as error:
            if not by_itself:
                raise
            _nothing_now(desk, error.what)
            return
        for name in take_wished(opened, desk.places.settings):
            desk.say(f"Headquarters has changed the setting {name}.")
        install_urgent(desk, opened, asked_by="program" if by_itself else "person")
        open_conflicts = len(opened.exchange.words.conflicts())
        names = opened.exchange.outbox.documents_of([sha256 for sha256, _ in report.outcomes.refused_files])
    _tell(desk, report, names, open_conflicts)


def _tell(desk: Desk, report: "SyncReport", names: dict[str, str], open_conflicts: int) -> None:
    """Tell what was done, and what waits for the person."""
    if desk.as_json:
        desk.print_json(report_to_json(report, names))
    else:
        show_report(desk, report, names)
    if open_conflicts:
        desk.say(f"{counted(open_conflicts, 'conflict')} to look at: 'sanduku sync conflicts'.")


def _send(
    desk: Desk,
    library: "Library",
    *,
    asked_by: str,
    files: str | None,
    wait: bool,
    patience: float | None,
) -> "SyncReport":
    """Send, show how far it is, and say what counts where somebody stops it."""
    from engine.sync.running import synchronise

    latest: list[Standing] = []

    def told(standing: "Standing") -> None:
        latest[:] = [standing]
        if standing.waiting:
            tell_waiting(desk, standing)
        shown.update(standing_text(standing))

    if not desk.err.is_terminal:  # Nobody sees what turns there.
        desk.say("Calling headquarters.")
    try:
        with desk.err.status("Calling headquarters") as shown:
            return synchronise(
                library,
                desk.settings,
                asked_by=asked_by,
                files=files,
                told=told,
                device_name=platform.node(),
                wait=wait,
                patience=patience,
            )
    except KeyboardInterrupt:
        report = stopped_report(latest[0] if latest else None)
        if desk.as_json:
            desk.print_json({**report_to_json(report), "stopped": True})
        desk.say(
            f"Stopped. What has arrived at headquarters counts: {counted(report.outcomes.changes, 'change')}"
            f" and {counted(report.outcomes.files, 'file')} this time. 'sanduku sync run' goes on from there."
        )
        raise


def _nothing_now(desk: Desk, why: str) -> None:
    """Tell that nothing is done, and why."""
    from engine.sync.running import SyncReport
    from engine.sync.standing import Outcomes

    desk.say(why)
    if desk.as_json:
        desk.print_json(report_to_json(SyncReport(Outcomes(), 0, 0)))


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
        ("last sent", local_moment(value["last_done"]) or "never"),
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
        desk.print_json(plan_to_json(made))
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
                local_moment(each.at),
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
    *,
    as_json: JsonOption = False,
) -> None:
    """Settle a conflict: say which version is right. Where it is yours, headquarters hears of it.

    Example: sanduku sync resolve 7f3k --keep field
    """
    desk = desk_of(context, library, as_json=as_json)
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
        settled = named[0].id if named else conflict
        opened.exchange.words.resolve(settled, keep)
    if desk.as_json:
        desk.print_json({"resolved": settled, "keep": keep})
        return
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
