"""``sanduku-hq packs``: model packs that laptops are offered, and who signs them."""

from pathlib import Path
from typing import Annotated

import typer

from engine.errors import NotFoundError
from headquarters.cli.desk import Desk
from headquarters.cli.operator import operator_of
from headquarters.cli.options import DataOption, TeamArgument, YesOption
from headquarters.teams import find_team

packs = typer.Typer(help="Model packs for the laptops of a team, and the roots that sign them.")


@packs.command("root")
def root(
    context: typer.Context,
    team: TeamArgument,
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[FILES]", help="The signer's files N.root.json, or their folder 'roots'."),
    ] = None,
    data: DataOption = None,
    *,
    yes: YesOption = False,
) -> None:
    """Say who signs the team's packs, or with nothing given show it. Invitations then name that root.

    Laptops that joined before need a new invitation to trust a first root; later roots they follow by
    themselves.

    Examples:
        sanduku-hq packs root "Kigoma protection" /media/usb/keys/roots
        sanduku-hq packs root "Kigoma protection"
    """
    from engine.packs.trust import read_root
    from headquarters.review.pack_roots import add_roots, roots_of

    desk: Desk = context.find_root().obj
    contents = [_read(path) for path in _files_of(files or [])]
    with desk.headquarters(data) as headquarters, headquarters.database.transaction() as session:
        team_id = find_team(session, team).id
        if contents:
            present = roots_of(session, team_id)
            if not present:
                first = min(
                    (read_root(each, Path("root")) for each in contents), key=lambda told: told.version
                )
                desk.say(f"The root says that it belongs to '{first.name or 'nobody'}'. Its fingerprint is:")
                desk.say(f"    {first.spoken_fingerprint}")
                desk.confirm("Is that what the signer tells you, on paper or by phone?", yes=yes)
            add_roots(session, operator_of(team_id), contents, now=headquarters.clock.now())
        rows = [
            (str(each.version), each.signer, each.fingerprint, f"{each.added_at:%Y-%m-%d}", each.added_by)
            for each in roots_of(session, team_id)
        ]
    desk.table(("root", "signer", "fingerprint", "since", "given by"), rows)
    if not rows:
        desk.say("Nobody signs this team's packs yet: laptops are offered unsigned ones alone.")


@packs.command("offer")
def offer(
    context: typer.Context,
    team: TeamArgument,
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The folder of the pack.")],
    data: DataOption = None,
    *,
    urgent: Annotated[
        bool, typer.Option("--urgent", help="Laptops whose settings allow it install it by themselves.")
    ] = False,
) -> None:
    """Offer a pack to all laptops of a team.

    Example: sanduku-hq packs offer "Kigoma protection" /media/usb/smolvlm-256m
    """
    from headquarters.review.offering import offer_pack

    desk: Desk = context.find_root().obj
    if not folder.is_dir():
        raise NotFoundError("There is no such folder.", which=folder, remedy="Name the folder of the pack.")
    found = {
        path.relative_to(folder).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    }
    with desk.headquarters(data) as headquarters, headquarters.database.transaction() as session:
        person = operator_of(find_team(session, team).id)
        made = offer_pack(
            session, headquarters.blobs, person, found, urgent=urgent, now=headquarters.clock.now()
        )
        told = f"{made.name} {made.version}", made.id
    desk.say(f"{told[0]} is offered to every laptop; each hears of it when it next comes by.")
    desk.print(told[1])


@packs.command("list")
def list_packs(context: typer.Context, team: TeamArgument, data: DataOption = None) -> None:
    """List the packs that are offered, how far each laptop is, and why one was refused."""
    from headquarters.review.offering import offers_of, progress

    desk: Desk = context.find_root().obj
    rows = []
    with desk.headquarters(data) as headquarters, headquarters.database.transaction() as session:
        for each in offers_of(session, find_team(session, team).id):
            what = (each.id, f"{each.name} {each.version}", "urgent" if each.urgent else "")
            laptops = progress(session, each)
            rows += [(*what, one.device.name, one.state, one.reason) for one in laptops]
            if not laptops:
                rows.append((*what, "", "", ""))
    desk.table(("offer", "pack", "", "laptop", "state", "why"), rows)


@packs.command("withdraw")
def withdraw(
    context: typer.Context,
    team: TeamArgument,
    offer_id: Annotated[str, typer.Argument(metavar="OFFER", help="Its id, as 'packs list' shows it.")],
    data: DataOption = None,
) -> None:
    """Offer a pack no longer; laptops that have installed it keep it."""
    from headquarters.review.offering import withdraw as withdraw_offer

    desk: Desk = context.find_root().obj
    with desk.headquarters(data) as headquarters, headquarters.database.transaction() as session:
        person = operator_of(find_team(session, team).id)
        withdraw_offer(session, person, offer_id, now=headquarters.clock.now())
    desk.print("It is offered no longer.")


def _files_of(given: list[Path]) -> list[Path]:
    found = []
    for path in given:
        found += sorted(path.glob("*.root.json")) if path.is_dir() else [path]
    if given and not found:
        raise NotFoundError(
            "No root lies there.", which=given[0], remedy="Name the folder 'roots' beside the signer's keys."
        )
    return found


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise NotFoundError("The file cannot be read.", which=path, remedy="Check its name.") from error
