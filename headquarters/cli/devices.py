"""``sanduku-hq invite`` and ``sanduku-hq device``: lets laptops in, lists them, shuts them out."""

import json
import os
from pathlib import Path
from typing import Annotated

import typer

from headquarters.cli.desk import Desk
from headquarters.cli.options import DataOption, TeamArgument, YesOption
from headquarters.devices.registry import devices_of, revoke
from headquarters.enrolment.invitations import invite as make_invitation
from headquarters.enrolment.pictures import qr_png, qr_svg, qr_terminal
from headquarters.errors import ConfigurationError
from headquarters.teams import find_team

device = typer.Typer(help="The laptops of a team.")
_ACTOR = "system"


def invite(
    context: typer.Context,
    team: TeamArgument,
    label: Annotated[str, typer.Option("--for", help="For whom it is.")] = "",
    out: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Write it to a file: .sanduku-team, .png or .svg.", show_default=False
        ),
    ] = None,
    data: DataOption = None,
) -> None:
    """Invite one laptop: print the invitation and its QR code, or write them to a file.

    Example: sanduku-hq invite "Kigoma protection" --for Asha --out asha.sanduku-team
    """
    desk: Desk = context.find_root().obj
    with desk.headquarters(data) as headquarters, headquarters.database.transaction() as session:
        found = find_team(session, team)
        _id, invitation = make_invitation(session, headquarters, found, label=label, actor=_ACTOR)
        if out is not None:
            match out.suffix:
                case ".png":
                    _write(out, qr_png(invitation))
                case ".svg":
                    _write(out, qr_svg(invitation))
                case _:
                    _write(out, invitation.encode().encode())
    desk.say(f"Good for one laptop, until {invitation.expires}. Fingerprint of this headquarters:")
    desk.say(f"    {invitation.fingerprint}")
    if out is None:
        desk.print(invitation.encode())
        if desk.out.is_terminal:
            desk.print(qr_terminal(invitation))
    else:
        desk.print(str(out))


@device.command("list")
def list_devices(
    context: typer.Context,
    team: TeamArgument,
    data: DataOption = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="For a program.")] = False,
) -> None:
    """List the laptops of a team, the longest silent first."""
    desk: Desk = context.find_root().obj
    with desk.headquarters(data) as headquarters, headquarters.database.transaction() as session:
        found = devices_of(session, find_team(session, team).id)
    if as_json:
        desk.print(
            json.dumps(
                [
                    {
                        "id": each.id,
                        "name": each.name,
                        "library": each.library_id,
                        "last_seen_at": each.last_seen_at.isoformat(),
                        "revoked": each.revoked_at is not None,
                        "former_id": each.former_id,
                        "waiting": each.waiting,
                        "behind": each.behind,
                    }
                    for each in found
                ],
                indent=2,
                ensure_ascii=False,
            )
        )
        return
    rows = [
        (
            each.name,
            each.id,
            f"{each.last_seen_at:%Y-%m-%d %H:%M}",
            str(each.waiting),
            str(each.behind),
            "shut out" if each.revoked_at else "",
        )
        for each in found
    ]
    desk.table(("laptop", "id", "last seen", "to send", "to take", ""), rows)


@device.command("revoke")
def revoke_device(
    context: typer.Context,
    team: TeamArgument,
    device_id: Annotated[str, typer.Argument(metavar="DEVICE", help="Id of the laptop.")],
    reason: Annotated[str, typer.Option(help="Why; is kept.")] = "",
    data: DataOption = None,
    *,
    alone: Annotated[
        bool, typer.Option("--alone", help="Leave copies in that it vouched for: all are in good hands.")
    ] = False,
    yes: YesOption = False,
) -> None:
    """Shut a laptop out, from its next request on; nothing on it is lost.

    Copies of its library that joined by its key are shut out with it: whoever stole the key may be one.

    Example: sanduku-hq device revoke "Kigoma protection" 4f0... --reason "stolen on the ferry"
    """
    desk: Desk = context.find_root().obj
    desk.confirm(f"Shut {device_id} out?", yes=yes)
    with desk.headquarters(data) as headquarters, headquarters.database.transaction() as session:
        found = find_team(session, team)
        out = revoke(
            session, found.id, device_id, reason=reason, actor=_ACTOR, clock=headquarters.clock, alone=alone
        )
    desk.print("It is shut out.")
    for other in out:
        if other != device_id:
            desk.print(f"Shut out with it, since it joined by its key: {other}")


def _write(path: Path, content: bytes) -> None:
    """Write a file that its owner alone can read: who has an invitation can join."""
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise ConfigurationError(
            "The file cannot be written.", which=str(path), remedy="Choose a name that nothing has yet."
        ) from error
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
