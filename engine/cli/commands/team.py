"""``sanduku team``: join a team by its invitation, look at it, leave it."""

import platform
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.desk import Desk, SandukuUsageError, desk_of
from engine.cli.options import JsonOption, LibraryOption
from engine.cli.showing import counted
from engine.cli.sync_showing import local_moment
from engine.errors import NotFoundError, SandukuError

if TYPE_CHECKING:
    from engine.library import Library
    from engine.sync.wire.invitation import Invitation

team = typer.Typer(help="Join a team by the invitation of its headquarters, look at it, or leave it.")
NameOption = Annotated[
    str | None, typer.Option("--name", help="What people at headquarters are to call this laptop.")
]


_REMEMBERED = (
    "The team is remembered here: this library joins it when it sends for the first time ('sanduku sync"
    " run'), or by a stick. 'sanduku team leave' forgets it."
)


@team.callback(invoke_without_command=True)
def overview(context: typer.Context) -> None:
    """Show the team where no other command is given."""
    if context.invoked_subcommand is None:
        show(context)


@team.command("join")
def join(
    context: typer.Context,
    invitation: Annotated[
        str,
        typer.Argument(metavar="INVITATION", help="A file *.sanduku-team, or the text of a QR code."),
    ],
    name: NameOption = None,
    library: LibraryOption = None,
    *,
    offline: Annotated[
        bool,
        typer.Option("--offline", help="Use no network now: headquarters hears of it later, or by a stick."),
    ] = False,
    yes: Annotated[
        bool, typer.Option("--yes", "-y", help="The fingerprint was compared; do not ask.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Join a team. Compare the fingerprint with headquarters first, by phone or on paper.

    Examples:
        sanduku team join amina.sanduku-team
        sanduku team join "sanduku-team:1:eNp…" --name "Goma 2"
    """
    from engine.sync.errors import RefusedError, SyncError
    from engine.sync.joining import begin_to_join
    from engine.sync.running import join_team

    desk = desk_of(context, library, as_json=as_json)
    invited = read_invitation(invitation)
    desk.say(f"Team {invited.team_name or invited.team}, at {', '.join(invited.urls)}")
    desk.say(f"Fingerprint of headquarters: {invited.fingerprint}")
    desk.say("All documents of this library go there, those added before as well.")
    desk.confirm("Is that the fingerprint that headquarters tells you?", yes=yes)
    with desk.library(create=True) as opened:
        before = opened.exchange.team.get()
        begin_to_join(opened, invited)
        if not offline:
            try:
                join_team(opened, desk.settings, device_name=name or platform.node(), before=before)
            except RefusedError:
                if before is None:
                    opened.exchange.leave_team()  # or every later sending would meet the same refusal
                raise
            except SyncError as error:
                if opened.exchange.team.required().device is None:
                    error.remedy = f"{error.remedy} {_REMEMBERED}".lstrip()
                raise
            _trust_packs(desk, opened)
        joined = opened.exchange.team.required()
    if desk.as_json:
        desk.print_json(
            {"team": invited.team, "name": invited.team_name, "hq": invited.hq, "device": joined.device}
        )
        return
    if joined.device is None:
        desk.print(
            "The team is known here. Headquarters hears of this laptop when it sends for the first time."
        )
    else:
        desk.print("This library belongs to the team now. Send with 'sanduku sync run'.")


@team.command("show")
def show(context: typer.Context, library: LibraryOption = None, *, as_json: JsonOption = False) -> None:
    """Show the team, and how headquarters is trusted."""
    from engine.sync.joining import fingerprint_of

    desk = desk_of(context, library, as_json=as_json)
    with desk.library() as opened:
        present = opened.exchange.team.required()
    about = present.about
    if desk.as_json:
        desk.print_json(
            {
                "team": about.team,
                "name": about.name,
                "hq": about.hq,
                "urls": list(about.urls),
                "fingerprint": fingerprint_of(about),
                "device": present.device,
                "joined_at": present.joined_at,
            }
        )
        return
    state = "joined" if present.device else "headquarters has not heard of this laptop yet"
    desk.table(
        ("", ""),
        [
            ("team", desk.name(about.name or about.team)),
            ("headquarters", ", ".join(about.urls)),
            ("fingerprint", fingerprint_of(about)),
            ("since", local_moment(present.joined_at)[:10]),
            ("state", state),
        ],
    )


@team.command("leave")
def leave(
    context: typer.Context,
    library: LibraryOption = None,
    *,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do it without being asked.")] = False,
    without_originals: Annotated[
        bool,
        typer.Option("--without-originals", help="Although some originals are at headquarters alone."),
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Leave the team: nothing is sent any more, and nothing is lost. To come back needs a new invitation.

    What lies in the quarantine comes back. Where originals are at headquarters alone, fetch them first.

    Example: sanduku team leave
    """
    from engine.library.errors import TeamError
    from engine.packs.teams import withdraw_team

    desk = desk_of(context, library, as_json=as_json)
    with desk.library() as opened:
        present = opened.exchange.team.required()
        away = [each for each in opened.exchange.receipts.released() if not each.can_come_back]
        if away and not without_originals:
            raise TeamError(
                f"The originals of {counted(len(away), 'document')} are at headquarters alone, and cannot be"
                " fetched after leaving.",
                which=present.about.name or present.about.team,
                remedy="Fetch them with 'sanduku sync fetch --all', or leave them there with"
                " --without-originals.",
            )
        desk.confirm(f"Leave the team {present.about.name or present.about.team}?", yes=yes)
        opened.exchange.leave_team()
    gone = withdraw_team(desk.places.packs, present.about.team)
    if desk.as_json:
        desk.print_json(
            {
                "left": present.about.team,
                "originals_left_there": len(away),
                "no_longer_trusted": [each.name for each in gone],
            }
        )
        return
    desk.print("The library belongs to no team now.")


def _trust_packs(desk: Desk, library: "Library") -> None:
    """Trust the root that signs the team's packs; where that fails, the team is joined all the same."""
    from engine.cli.commands.pack_offers import packs_of
    from engine.sync.pack_fetching import join_roots

    if library.exchange.team.required().about.packs_root:
        try:
            join_roots(packs_of(desk, library), desk.settings)
        except SandukuError as error:
            desk.warn(f"Model packs of the team are not trusted yet: {error.what} {error.remedy}".rstrip())


def read_invitation(given: str) -> "Invitation":
    """Return an invitation from a file or from its text.

    Raises:
        NotFoundError: The file cannot be read.
        SandukuUsageError: It is no invitation.
    """
    from engine.sync.wire.errors import WireError
    from engine.sync.wire.invitation import MOST_TEXT, PREFIX, Invitation

    text = given
    if not given.strip().startswith(PREFIX):
        try:
            with Path(given).expanduser().open("rb") as stream:
                text = stream.read(2 * MOST_TEXT).decode("utf-8", "replace")
        except (OSError, ValueError) as error:
            raise NotFoundError(
                "The invitation cannot be read.",
                which=given[:100],
                remedy="Give the file *.sanduku-team that headquarters sent, or the text of its QR code.",
            ) from error
    try:
        return Invitation.decode(text)
    except WireError as error:
        raise SandukuUsageError(
            "This is no invitation to a team, or it was damaged on the way.",
            which=given[:60],
            remedy="Ask headquarters to send it again.",
        ) from error
