"""``sanduku packs``: model packs are looked at, installed from a stick, checked, rolled back and removed."""

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine.cli.commands.pack_offers import decline, offered, take, tell_offers
from engine.cli.commands.trust import trust
from engine.cli.desk import Desk, SandukuUsageError, desk_of
from engine.cli.given import path_of
from engine.cli.options import JsonOption
from engine.cli.pack_showing import (
    ProgressLines,
    brought_to_json,
    card_rows,
    catalogue_rows,
    model_to_json,
    show_facts,
    show_offer,
    show_rows,
    size,
    told_facts,
)
from engine.cli.work_on import step
from engine.errors import ExitCode, NotFoundError, SandukuError

if TYPE_CHECKING:
    from engine.packs import Pack
    from engine.packs.choices import TaskChoice

packs = typer.Typer(help="Model packs: see, install, verify, roll back, remove; choose which does what.")
packs.add_typer(trust, name="trust")
packs.command("offered")(offered)
packs.command("take")(take)
packs.command("decline")(decline)
PackArgument = Annotated[str, typer.Argument(metavar="PACK", help="Its name, or NAME@VERSION.")]
YesOption = Annotated[bool, typer.Option("--yes", "-y", help="Do it without being asked.")]


@packs.callback(invoke_without_command=True)
def overview(context: typer.Context) -> None:
    """List the installed packs where no other command is given."""
    if context.invoked_subcommand is None:
        list_packs(context)


@packs.command("list")
def list_packs(context: typer.Context, *, as_json: JsonOption = False) -> None:
    """List the installed packs: who signed them, what they do, how large they are, whether they fit."""
    from engine.inventory import installer_for, take_cards

    desk = desk_of(context, as_json=as_json)
    found = list(take_cards(installer_for(desk.places)))
    if desk.as_json:
        desk.print_json({"packs": [each.to_json() for each in found]})
        return
    columns = ("pack", "version", "state", "signed", "tasks", "size", "on this computer")
    show_rows(desk, columns, card_rows(found))
    for each in found:
        if each.problem:
            desk.warn(f"{each.name}: {each.problem} {each.remedy}".rstrip())
    for each in found:
        for told in (told for part in each.precisions if part.default for told in part.accelerators):
            desk.say(f"{each.name}, {told}")
    if any(each.does for each in found):
        desk.say("* does this where nobody names a pack; 'sanduku packs default' changes it.", style="dim")
    if not any(each.tasks for each in found):
        desk.say("No pack looks at pictures yet. 'sanduku packs catalogue' tells which there are.")
    tell_offers(desk)


@packs.command("catalogue")
def catalogue(
    context: typer.Context,
    model: Annotated[
        str | None, typer.Argument(metavar="[MODEL]", help="Tell all about this one, by a part of its name.")
    ] = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Tell which public models packs can be made of, with their licences and what is known of them.

    None of them comes with Sanduku: an administrator fetches one where there is internet, makes a pack of it
    with 'python3 run.py models prepare', and carries that on a stick.

    Examples:
        sanduku packs catalogue
        sanduku packs catalogue SmolVLM-256M
    """
    from engine.packs.catalogue import read_catalogue

    desk = desk_of(context, as_json=as_json)
    found = [each for each in read_catalogue() if (model or "").lower() in each.id.lower()]
    if not found:
        raise NotFoundError(
            "The catalogue has no such model.", which=model, remedy="See all with 'sanduku packs catalogue'."
        )
    if desk.as_json:
        desk.print_json({"models": [model_to_json(each) for each in found]})
    elif model is None:
        show_rows(desk, ("model", "licence", "tasks", "size", "tried here"), catalogue_rows(found))
        desk.say("Tell all about one: 'sanduku packs catalogue MODEL'.")
    else:
        for each in found:
            show_facts(desk, told_facts(each))


@packs.command("show")
def show(context: typer.Context, pack: PackArgument, *, as_json: JsonOption = False) -> None:
    """Tell all about one installed pack, with each precision's speed, memory and fit.

    Example: sanduku packs show smolvlm-256m
    """
    from engine.inventory import installer_for, take_cards

    desk = desk_of(context, as_json=as_json)
    installer = installer_for(desk.places)
    folder = str(installer.shelf.folder_of(pack))
    card = next((each for each in take_cards(installer) if each.folder == folder), None)
    if card is None:
        raise _not_installed(pack)
    if desk.as_json:
        desk.print_json(card.to_json())
        return
    rows = [
        (name.replace("_", " "), _told(value))
        for name, value in card.to_json().items()
        if value and name != "precisions"
    ]
    rows += [
        (f"precision {each.name}", "; ".join((size(each.byte_size), each.sentence, *each.accelerators)))
        for each in card.precisions
    ]
    show_facts(desk, rows)


@packs.command("install")
def install(
    context: typer.Context,
    path: Annotated[
        Path,
        typer.Argument(metavar="PATH", help="A folder or zip file, or a stick with one.", parser=path_of),
    ],
    *,
    accept_licence: Annotated[
        bool, typer.Option("--accept-licence", help="Accept the pack's licence without being asked.")
    ] = False,
    yes: YesOption = False,
    tell_progress: Annotated[
        bool, typer.Option("--tell-progress", help="Print how far it is as lines of JSON on standard error.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Install a pack and use it from now on; the version before is kept to go back to.

    Every file is checked while it is copied, and the pack is tried before it is used. Where that is broken
    off, do it again: it goes on where it was.

    Examples:
        sanduku packs install /media/usb/smolvlm-256m
        sanduku packs install pack.zip --accept-licence --yes
    """
    from engine.inventory import installer_for
    from engine.inventory.offers import offer_to_json
    from engine.packs.offer import Consent

    desk = desk_of(context, as_json=as_json)
    installer = installer_for(desk.places)
    offer = installer.examine(path)
    show_offer(desk, offer)
    if not accept_licence:
        ask_licence(desk, offer.manifest.licence)
    desk.confirm(f"Install it ({offer.signature.sentence()})?", yes=yes)
    consent = Consent(licence=True, unsigned=True, expired=True, folder=offer.folder)
    with step(desk, "Copying and checking") as bar:
        done = installer.install(path, consent, progress=ProgressLines() if tell_progress else bar)
    for note in done.notes:
        desk.warn(note)
    if desk.as_json:
        desk.print_json(
            {**offer_to_json(offer), "id": done.pack.id, "replaced": done.replaced, "untried": done.notes}
        )
        return
    name, version = done.pack.manifest.name, done.pack.manifest.version
    desk.print(f"{name} {version} is installed and in use.")
    if done.replaced is not None and done.replaced != version:
        desk.say(f"Version {done.replaced} is kept: 'sanduku packs rollback {name}' uses it again.")


@packs.command("examine")
def examine(
    context: typer.Context,
    path: Annotated[
        Path,
        typer.Argument(metavar="PATH", help="A folder or zip file, or a stick with some.", parser=path_of),
    ],
    *,
    every: Annotated[bool, typer.Option("--all", help="Every pack that lies in this folder.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Look at a pack on a stick without installing it: who signed it, its licence, whether it fits.

    Examples:
        sanduku packs examine /media/usb/smolvlm.zip
        sanduku packs examine /media/usb --all
    """
    from engine.inventory import installer_for
    from engine.inventory.offers import offer_to_json

    desk = desk_of(context, as_json=as_json)
    installer = installer_for(desk.places)
    if not every:
        offer = installer.examine(path)
        if desk.as_json:
            desk.print_json(offer_to_json(offer))
        else:
            show_offer(desk, offer)
        return
    found = list(installer.examine_all(path))
    if desk.as_json:
        desk.print_json({"offers": [brought_to_json(where, each) for where, each in found]})
        return
    for where, each in found:
        desk.print(str(where))
        if isinstance(each, SandukuError):
            desk.tell(each)
        else:
            show_offer(desk, each, with_licence=False)
    if not found:
        desk.say("No model pack lies here.")


@packs.command("verify")
def verify(
    context: typer.Context,
    pack: Annotated[str | None, typer.Argument(metavar="[PACK]", help="Only this one.")] = None,
    *,
    as_json: JsonOption = False,
) -> None:
    """Read every file of the installed packs and compare it with what was installed."""
    from engine.inventory import PackState, installer_for, take_cards

    desk = desk_of(context, as_json=as_json)
    installer = installer_for(desk.places)
    wanted = None if pack is None else str(installer.shelf.folder_of(pack))
    with step(desk, "Comparing") as progress:
        cards = list(take_cards(installer, verify=True, progress=progress))
    found = [each for each in cards if wanted is None or each.folder == wanted]
    if wanted is not None and not found:
        raise _not_installed(pack or "")
    bad = [each for each in found if each.state is PackState.DAMAGED or each.signing == "broken"]
    if desk.as_json:
        desk.print_json({"packs": [each.to_json() for each in found]})
    else:
        rows = [
            (
                each.name,
                str(each.version),
                each.state.value,
                each.signed,
                f"{each.problem} {each.remedy}".strip(),
            )
            for each in found
        ]
        show_rows(desk, ("pack", "version", "files", "signed", "problem"), rows)
    raise typer.Exit(ExitCode.MISSING_DEPENDENCY if bad else ExitCode.OK)


@packs.command("remove")
def remove(
    context: typer.Context, pack: PackArgument, *, yes: YesOption = False, as_json: JsonOption = False
) -> None:
    """Remove a pack with all its versions, or with NAME@VERSION one of them.

    Examples:
        sanduku packs remove smolvlm-256m
        sanduku packs remove smolvlm-256m@2
    """
    from engine.inventory import installer_for

    desk = desk_of(context, as_json=as_json)
    installer = installer_for(desk.places)
    installer.shelf.folder_of(pack)  # so that nobody is asked about what is not there
    desk.confirm(f"Remove the pack {pack}? Documents and answers stay.", yes=yes)
    installer.remove(pack)
    if desk.as_json:
        desk.print_json({"removed": pack})
    else:
        desk.print(f"{pack} is removed.")


@packs.command("rollback")
def rollback(context: typer.Context, pack: PackArgument, *, as_json: JsonOption = False) -> None:
    """Use the version again that was in use before; do it once more to go forth again.

    Example: sanduku packs rollback smolvlm-256m
    """
    from engine.inventory import installer_for

    desk = desk_of(context, as_json=as_json)
    manifest = installer_for(desk.places).rollback(pack).manifest
    if desk.as_json:
        desk.print_json({"name": manifest.name, "version": manifest.version})
    else:
        desk.print(f"{manifest.name} {manifest.version} is in use.")


@packs.command("default")
def default(
    context: typer.Context,
    task: Annotated[str | None, typer.Argument(metavar="[TASK]", help="Such as describe or ask.")] = None,
    pack: Annotated[str | None, typer.Argument(metavar="[PACK]", help="Its name, or NAME@VERSION.")] = None,
    *,
    precision: Annotated[str | None, typer.Option(help="The variant of the pack, such as int8.")] = None,
    profile: Annotated[str | None, typer.Option(help="How closely pictures are looked at.")] = None,
    length: Annotated[str | None, typer.Option(help="How much is said, such as short or detailed.")] = None,
    reset: Annotated[bool, typer.Option("--reset", help="Let Sanduku choose again.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Choose which pack does a task where nobody says otherwise, and how; with nothing given, tell which do.

    What is left out, Sanduku chooses.

    Examples:
        sanduku packs default
        sanduku packs default describe smolvlm-256m --profile fast --length detailed
        sanduku packs default ask --precision int8
        sanduku packs default describe --reset
    """
    from engine.inventory import installer_for, tasks_done
    from engine.inventory.changing import refuse_length
    from engine.packs import TASKS

    desk = desk_of(context, as_json=as_json)
    installer = installer_for(desk.places)
    if task is not None and task not in TASKS:
        raise SandukuUsageError(
            "There is no such task.", which=task, remedy=f"Choose one of: {', '.join(TASKS)}."
        )
    if task is not None and any((pack, precision, profile, length)) == reset:
        raise SandukuUsageError(
            "Either a pack, a way of doing it, or --reset is needed.",
            which=task,
            remedy=f"For instance 'sanduku packs default {task} PACK'.",
        )
    if task is not None:
        refuse_length(task, length)
        installer.shelf.choose(task, pack, precision=precision, profile=profile, length=length)
    _tell_defaults(desk, installer.shelf.chosen(), tasks_done(installer), task)


def _tell_defaults(
    desk: Desk, chosen: "Mapping[str, TaskChoice]", done: "Mapping[str, Pack]", task: str | None
) -> None:
    from engine.packs import TASKS

    rows: list[dict[str, Any]] = []
    for each in TASKS:
        if task in (None, each):
            choice = asdict(chosen[each]) if each in chosen else {}
            by = choice.pop("pack", "") or None
            manner = {name: value for name, value in choice.items() if value}
            pack = done[each].id if each in done else None
            rows.append({"task": each, "pack": pack, "chosen": by, "manner": manner})
    if desk.as_json:
        desk.print_json({"tasks": rows})
        return
    desk.table(
        ("task", "pack", "chosen by", "how"),
        [
            (
                row["task"],
                row["pack"] or "none can",
                "you" if row["chosen"] else "Sanduku" if row["pack"] else "",
                ", ".join(row["manner"].values()),
            )
            for row in rows
        ],
    )


def ask_licence(desk: Desk, licence: str) -> None:
    """Go on only where the person accepts a licence."""
    import sys

    if not sys.stdin.isatty():
        raise SandukuUsageError(
            f"The licence of this pack ({licence}) must be accepted first.",
            remedy="Read it, and add --accept-licence if you accept it.",
        )
    desk.confirm(f"Do you accept this licence ({licence})?", yes=False)


def _not_installed(pack: str) -> NotFoundError:
    return NotFoundError(
        "This model pack is not installed.", which=pack, remedy="See all with 'sanduku packs list'."
    )


def _told(value: object) -> str:
    if isinstance(value, dict):
        return "; ".join(f"{name}: {each}" for name, each in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(map(str, value))
    return size(value) if isinstance(value, int) and value > 10_000 else str(value)
