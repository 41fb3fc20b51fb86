"""``sanduku update``: newer versions of Sanduku from a file or stick, and back to the one before."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from engine.cli.desk import Desk, desk_of
from engine.cli.given import path_of
from engine.cli.options import JsonOption
from engine.cli.pack_showing import show_facts
from engine.cli.work_on import step
from engine.errors import SandukuError

if TYPE_CHECKING:
    from engine.progress import Progress
    from engine.updates.saving import OwnLibrary
    from engine.updates.updater import Updated, UpdateOffer

update = typer.Typer(
    help="Takes newer versions of Sanduku from a file or stick, and goes back.", no_args_is_help=True
)

YesOption = Annotated[bool, typer.Option("--yes", "-y", help="Do it without being asked.")]
FileArgument = Annotated[
    Path,
    typer.Argument(metavar="FILE", help="The update, or a stick or folder with it.", parser=path_of),
]
STAGES = {
    "check": "Checking the file",
    "unpack": "Unpacking",
    "self-test": "The new version tests itself",
    "backup": "Backing up your libraries",
    "rehearsal": "Trying it on a copy",
}


@update.command("check")
def check(context: typer.Context, file: FileArgument, *, as_json: JsonOption = False) -> None:
    """Look at an update without installing it: which version, who signed it, whether it runs here.

    Example: sanduku update check /media/usb
    """
    from engine.updates.finding import update_in
    from engine.updates.saving import OwnLibrary, folders_of
    from engine.updates.standard import offer_to_json, updater_for

    desk = desk_of(context, as_json=as_json)
    updater = updater_for(desk.places)
    offer = updater.examine(update_in(file, updater.host.platform))
    with step(desk, STAGES["check"]) as bar:
        updater.verify(offer, progress=bar)
    # Sizes need no key: a locked library is counted as well.
    libraries = [OwnLibrary(each, None) for each in folders_of(desk.places, [desk.folder])]
    shortage = updater.shortage(offer, libraries)
    if desk.as_json:
        desk.print_json({**offer_to_json(offer), "missing_bytes": shortage.missing if shortage else 0})
        return
    _show(desk, offer)
    if offer.manifest.changes:
        desk.print(offer.manifest.changes)
    if shortage is not None:
        error = shortage.error()
        desk.warn(f"There is not enough room to install it: {error.what} {error.remedy}")
        return
    desk.say(f"To install it: 'sanduku update install \"{file}\"'.")


@update.command("install")
def install(
    context: typer.Context,
    file: FileArgument,
    *,
    backup_to: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Where the backups go, such as another disk.", parser=path_of),
    ] = None,
    yes: YesOption = False,
    as_json: JsonOption = False,
) -> None:
    """Install an update beside the present version, and use it from the next start on.

    The new version tests itself, your libraries are backed up, and it is tried on a copy of each. Whatever
    goes wrong, the present version stays in use.

    Examples:
        sanduku update install /media/usb
        sanduku update install sanduku-0.2.0-linux-x86_64.sanduku-update --yes
    """
    from engine.updates.finding import update_in
    from engine.updates.standard import offer_to_json, updater_for

    desk = desk_of(context, as_json=as_json)
    updater = updater_for(desk.places)
    offer = updater.examine(update_in(file, updater.host.platform))
    updater.refuse_unpackaged()
    if not desk.as_json:
        _show(desk, offer)
    libraries = _unlocked(desk)
    desk.confirm(
        f"Install version {offer.manifest.version}, {offer.signature.sentence()}?"
        " Your libraries are backed up before.",
        yes=yes,
    )
    _end_others(desk, yes=yes)
    with step(desk, STAGES["check"]) as bar:
        done = updater.install(offer.path, libraries, expired=True, backups=backup_to, progress=_Spoken(bar))
    if desk.as_json:
        saved = [{"library": each.library, "backup": each.backup} for each in done.saved]
        desk.print_json(
            {**offer_to_json(offer), "before": done.before, "backups": saved, "damaged": list(done.damaged)}
        )
        return
    _tell_installed(desk, done)


@update.command("status")
def status(context: typer.Context, *, as_json: JsonOption = False) -> None:
    """Tell which version runs, which one the next start takes, and which one is kept to go back to."""
    from engine.updates.standard import status_to_json, updater_for

    desk = desk_of(context, as_json=as_json)
    told = status_to_json(updater_for(desk.places))
    if desk.as_json:
        desk.print_json(told)
        return
    rows = [("running", str(told["running"])), ("from the next start on", str(told["next_start"]))]
    if told["can_roll_back"]:
        rows.append(("to go back to", told["previous"] or "the version of the package"))
        if told["signer"]:
            rows += [("installed", told["installed_at"]), ("signed by", told["signer"])]
    if told["gave_up"]:
        rows.append(("not used any more", told["gave_up"]))
    if told["again"]:
        rows.append(("could be used again", f"{told['again']} ('sanduku update retry')"))
    rows += [("backup", each["backup"]) for each in told["backups"]]
    show_facts(desk, rows)
    if not told["packaged"]:
        desk.say(
            "This Sanduku runs from its source: renew that as you got it, and run 'python3 run.py setup'."
        )
    elif told["notice"]:
        _tell_notice(desk, told)


@update.command("rollback")
def rollback(
    context: typer.Context,
    *,
    put_backup_back: Annotated[
        bool,
        typer.Option(
            "--put-backup-back", help="Let the backup take the library's place, where that loses nothing."
        ),
    ] = False,
    yes: YesOption = False,
    as_json: JsonOption = False,
) -> None:
    """Use the version before the last update again, from the next start on.

    It refuses where the version before could not read your library. Where nothing was changed since the
    update, the backup from before can take its place.

    Examples:
        sanduku update rollback
        sanduku update rollback --put-backup-back
    """
    from engine.updates.standard import updater_for

    desk = desk_of(context, as_json=as_json)
    updater = updater_for(desk.places)
    keys = {str(each.folder): each.key for each in _unlocked(desk)}
    updater.refuse_rollback(keys, with_backup=put_backup_back)
    desk.confirm("Use the version before again?", yes=yes)
    _end_others(desk, yes=yes)
    with step(desk, "Going back") as bar:
        done = updater.rollback(keys, with_backup=put_backup_back, progress=bar)
    if desk.as_json:
        desk.print_json(
            {"version": done.version, "gave_up": done.gave_up, "kept": [str(each) for each in done.aside]}
        )
        return
    desk.print(f"From the next start on, {done.version or 'the version of the package'} is used.")
    for each in done.aside:
        desk.say(f"The backup is in the library's place; what was there is kept in {each}.")


@update.command("retry")
def retry(context: typer.Context, *, yes: YesOption = False, as_json: JsonOption = False) -> None:
    """Use a later version again that lies here and was given up, from the next start on.

    For when the version in use says that a later one made your library. Nothing is installed anew.

    Example: sanduku update retry
    """
    from engine.updates.standard import updater_for, ways_out

    desk = desk_of(context, as_json=as_json)
    ways = ways_out(updater_for(desk.places))
    if ways.again:
        desk.confirm(f"Use version {ways.again} again?", yes=yes)
        _end_others(desk, yes=yes)
    version = ways.use_again()
    if desk.as_json:
        desk.print_json({"version": version})
    else:
        desk.print(f"From the next start on, {version} is used.")


@update.command("clean")
def clean(context: typer.Context, *, yes: YesOption = False, as_json: JsonOption = False) -> None:
    """Remove versions that came as updates and are not needed any more.

    Those that run, are used from the next start on, or are kept to go back to, stay. So do backups and your
    libraries. After Sanduku itself was removed from this computer, remove the folder that is named here.

    Example: sanduku update clean
    """
    from engine.updates.standard import updater_for

    desk = desk_of(context, as_json=as_json)
    updater = updater_for(desk.places)
    programs = updater.programs
    found = programs.strays(updater.running.version, keep_given_up=False)
    size = sum(map(programs.byte_size, found))
    if found:
        desk.say(f"Not needed any more, in {programs.folder}: {', '.join(each.name for each in found)}.")
        gave_up = programs.current().gave_up
        if programs.place(gave_up) in found:
            desk.warn(
                f"Version {gave_up} was given up here, and may have made your library. If that does not open"
                " now, use it again instead: 'sanduku update retry'."
            )
        desk.confirm(f"Remove them, and free {size / 1e6:,.0f} MB?", yes=yes)
        with programs.alone(updater.running.version):
            # While a person thought about it, one of them may have been installed anew.
            needless = programs.strays(updater.running.version, keep_given_up=False)
            for each in found:
                if each in needless:
                    programs.take_away(each)
    left = [each for each in found if each.exists()]
    if desk.as_json:
        gone = [each.name for each in found if each not in left]
        desk.print_json(
            {"folder": str(programs.folder), "removed": gone, "freed_bytes": size if not left else None}
        )
        return
    if not found:
        desk.print("There is nothing to remove.")
    for each in left:
        desk.warn(f"{each} is in use, and stays until the next time.")
    if found and not left:
        desk.print(f"{size / 1e6:,.0f} MB were freed.")


class _Spoken:
    """Progress whose stages are told in words."""

    def __init__(self, progress: "Progress") -> None:
        self._progress = progress

    def update(self, *, done: int, total: int | None, label: str = "") -> None:
        self._progress.update(done=done, total=total, label=STAGES.get(label, label))


def _show(desk: Desk, offer: "UpdateOffer") -> None:
    show_facts(
        desk,
        [
            ("version", f"{offer.manifest.version} (in use: {offer.present})"),
            ("for", offer.manifest.platform),
            ("signed", offer.signature.sentence()),
            ("room", f"{offer.needed / 1e6:,.0f} MB for this version, {offer.free / 1e6:,.0f} MB free"),
            ("licence", offer.manifest.licence),
        ],
    )
    for note in offer.notes:
        desk.warn(note)


def _unlocked(desk: Desk) -> "list[OwnLibrary]":
    """Unlock the libraries of this user, each by what is given or, if need be, asked for."""
    import sys

    from engine.library import LibraryLockedError
    from engine.updates.saving import folders_of, of_invented, unlocked

    key = None
    if desk.recovery_key_file is not None:
        key = desk.secret("The recovery key", file=desk.recovery_key_file)
    found = []
    for folder in folders_of(desk.places, [desk.folder]):
        try:
            found.append(unlocked(folder))
        except LibraryLockedError as error:
            secret = desk.passphrase() if key is None else None
            if secret is None and key is None:
                if not sys.stdin.isatty():
                    raise LibraryLockedError(
                        "The library is locked, and must be backed up before a version changes.",
                        which=folder,
                        remedy="Name a file with its passphrase: 'sanduku --passphrase-file FILE update"
                        " ...', or let the person whose library it is install the update in the window.",
                    ) from error
                secret = desk.secret(f"Passphrase of the library in {folder}")
            found.append(unlocked(folder, passphrase=secret, recovery_key=key))
        except SandukuError:
            if not of_invented(folder, desk.places):
                raise
    return found


def _end_others(desk: Desk, *, yes: bool) -> None:
    """Have no other program of Sanduku run while versions change."""
    from engine.updates.errors import UpdateBusyError
    from engine.updates.running import Kind, end_well, others_running

    others = others_running(desk.places.data)
    if any(each.kind is Kind.WINDOW for each in others):
        raise UpdateBusyError(
            "Sanduku's window is open.",
            remedy="Close it, and do it again; or install the update there: Settings, This program.",
        )
    if others:
        desk.confirm(
            f"Sanduku is at work just now, in {len(others)} programs. End them? What they have in hand is"
            " done again later.",
            yes=yes,
        )
        if end_well(others):
            raise UpdateBusyError(
                "Sanduku is at work and does not end.", remedy="Wait until it is done, and do it again."
            )


def _tell_notice(desk: Desk, told: "dict[str, Any]") -> None:
    """Tell why another version was started than the one that was installed, and what can be done."""
    version, kind = told["notice"]["version"], told["notice"]["kind"]
    which = "the version that was installed last" if version == "?" else f"version {version}"
    if kind == "damaged":
        desk.warn(f"The folder of {which} is damaged, so it is not used. Install it again from its file.")
        return
    desk.warn(f"The update to {version} did not come up here, and is not used.")
    if told["again"]:
        desk.say(
            "If your library does not open now, because a later version made it: 'sanduku update retry' uses"
            f" {told['again']} again. Otherwise go on, and tell whoever gave you the update."
        )


def _tell_installed(desk: Desk, done: "Updated") -> None:
    desk.print(f"Version {done.version} is installed, and is used from the next start on.")
    for each in done.saved:
        desk.say(f"{each.library} was backed up to {each.backup}.")
    for damaged in done.damaged:
        desk.warn(f"Damaged in the library already, and so in the backup: {damaged}")
    desk.say(f"Version {done.before} is kept: 'sanduku update rollback' uses it again.")
