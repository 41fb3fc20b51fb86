"""``sanduku packs trust``: whose signature on model packs, and on new versions, this computer trusts."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.desk import SandukuUsageError, desk_of
from engine.cli.given import path_of
from engine.cli.options import JsonOption
from engine.errors import NotFoundError

if TYPE_CHECKING:
    from engine.packs.trust import Anchor

trust = typer.Typer(help="Whose signature on model packs and new versions this computer trusts.")


@trust.callback(invoke_without_command=True)
def overview(context: typer.Context) -> None:
    """List whom this computer trusts where no other command is given."""
    if context.invoked_subcommand is None:
        list_trusted(context)


@trust.command("list")
def list_trusted(context: typer.Context, *, as_json: JsonOption = False) -> None:
    """List whose packs are taken as signed, and whose new versions of Sanduku."""
    from engine.inventory import installer_for

    desk = desk_of(context, as_json=as_json)
    found = list(installer_for(desk.places).anchors.all())
    if desk.as_json:
        desk.print_json(
            {
                "signers": [
                    {
                        "name": each.name,
                        "fingerprint": each.fingerprint,
                        "added_at": each.added_at or None,
                        "shipped": each.shipped,
                        "programs": each.signs_programs,
                        "programs_agreed": each.programs,
                    }
                    for each in found
                ]
            }
        )
        return
    rows = [
        (
            each.name,
            _uses(each),
            each.added_at[:10] or "with Sanduku",
            each.fingerprint,
        )
        for each in found
    ]
    desk.table(("signer", "for", "since", "fingerprint"), rows)
    if not found:
        desk.say(
            "Nobody yet: a signed pack is refused until you add its signer's root with"
            " 'sanduku packs trust add FILE'."
        )


@trust.command("add")
def add(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The signer's root.json.", parser=path_of)],
    name: Annotated[str, typer.Option(help="How to call the signer; by default as the file says.")] = "",
    fingerprint: Annotated[
        str | None,
        typer.Option(metavar="HEX", help="Its fingerprint, or the first 16 characters, from another source."),
    ] = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Trust a signer of packs from now on, after comparing the fingerprint.

    Get the fingerprint by another way than the file: on paper, or by phone from somebody whom you know.

    Example: sanduku packs trust add /media/usb/root.json --name "Office Nairobi"
    """
    import sys

    from engine.inventory import installer_for
    from engine.packs.trust import read_root

    desk = desk_of(context, as_json=as_json)
    try:
        content = file.read_bytes()
    except OSError as error:
        raise NotFoundError("The file cannot be read.", which=file, remedy="Check its name.") from error
    proposal = read_root(content, file)
    desk.say(f"This root says that it belongs to '{proposal.name or 'nobody'}'. Its fingerprint is:")
    desk.say(f"    {proposal.spoken_fingerprint}")
    if proposal.programs is None:
        desk.say("It signs model packs, and no new versions of Sanduku.")
    else:
        desk.say(
            "It signs model packs, and new versions of Sanduku too: programs that can do whatever you can. At"
            f" least {proposal.programs.threshold} of {len(proposal.programs.ids)} keys must sign each."
        )
    if fingerprint is None:
        if not sys.stdin.isatty():
            raise SandukuUsageError(
                "The fingerprint must be confirmed.",
                which=file,
                remedy="Ask the signer for it by another way than the file; give it with --fingerprint HEX.",
            )
        fingerprint = typer.prompt(
            "Type the first 16 characters of the fingerprint that the signer told you", err=True
        )
    added = installer_for(desk.places).anchors.add(proposal, name=name, confirmed=fingerprint or "")
    if desk.as_json:
        desk.print_json(
            {"name": added.name, "fingerprint": added.fingerprint, "programs": added.signs_programs}
        )
    elif added.signs_programs:
        desk.print(f"Packs and new versions of Sanduku that {added.name} signed are trusted.")
    else:
        desk.print(f"Packs that {added.name} signed are trusted.")


@trust.command("programs")
def programs(
    context: typer.Context,
    signer: Annotated[
        str, typer.Argument(metavar="SIGNER", help="The name, or the beginning of the fingerprint.")
    ],
    *,
    forbid: Annotated[bool, typer.Option("--forbid", help="Trust them for packs alone from now on.")] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do it without being asked.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Trust a signer of packs for new versions of Sanduku as well, or no longer.

    A new version is a program, which can do whatever you can. Ask the signer by phone, or in person, whether
    they sign such versions since.

    Example: sanduku packs trust programs "Office Nairobi"
    """
    from engine.inventory import installer_for

    desk = desk_of(context, as_json=as_json)
    anchors = installer_for(desk.places).anchors
    found = anchors.find(signer)
    if not forbid:
        desk.confirm(f"Trust {found.name} for programs, which can do whatever you can?", yes=yes)
    changed = anchors.heed_programs(found.fingerprint, heeded=not forbid)
    if desk.as_json:
        desk.print_json({"name": changed.name, "programs": changed.signs_programs})
    elif forbid:
        desk.print(f"{changed.name} is trusted for packs alone.")
    elif changed.signs_programs:
        desk.print(f"New versions of Sanduku that {changed.name} signed are trusted.")
    else:
        desk.print(
            f"{changed.name} lists no keys for programs yet, as far as this computer knows. Once an update"
            " brings them, they are trusted."
        )


@trust.command("remove")
def remove(
    context: typer.Context,
    signer: Annotated[
        str, typer.Argument(metavar="SIGNER", help="The name, or the beginning of the fingerprint.")
    ],
    *,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do it without being asked.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Trust a signer no longer; installed packs stay, and are told as signed by nobody who is trusted.

    Example: sanduku packs trust remove "Office Nairobi"
    """
    from engine.inventory import installer_for

    desk = desk_of(context, as_json=as_json)
    anchors = installer_for(desk.places).anchors
    found = anchors.find(signer)
    desk.confirm(f"Trust {found.name} no longer?", yes=yes)
    anchors.remove(found.name)
    if desk.as_json:
        desk.print_json({"removed": found.name})
    else:
        desk.print(f"{found.name} is trusted no longer.")


def _uses(anchor: "Anchor") -> str:
    """What a signer may sign here; one who was agreed to may sign programs later without a further word."""
    if anchor.signs_programs:
        return "packs, programs"
    return "packs, programs once their root lists keys for them" if anchor.programs else "packs"
