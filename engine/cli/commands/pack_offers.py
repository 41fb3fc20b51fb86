"""The commands of ``sanduku packs`` for packs that headquarters offers: see them, take one, decline one."""

from typing import TYPE_CHECKING, Annotated

import typer

from engine.cli.desk import Desk, SandukuUsageError, desk_of
from engine.cli.options import JsonOption, LibraryOption
from engine.cli.pack_showing import show_offer, show_rows, size
from engine.cli.work_on import step
from engine.errors import SandukuError

if TYPE_CHECKING:
    from engine.library import Library
    from engine.library.hq_words import PackOffer
    from engine.progress import Progress
    from engine.sync.packs import OfferedPacks

OfferArgument = Annotated[str, typer.Argument(metavar="PACK", help="Its name, as headquarters offers it.")]
_STATES = {
    "offered": "not fetched",
    "fetched": "fetched: 'sanduku packs take' installs it",
    "installed": "installed",
    "refused": "refused",
    "declined": "of a team that was left",
    "withdrawn": "offered no longer",
}


def offered(context: typer.Context, library: LibraryOption = None, *, as_json: JsonOption = False) -> None:
    """List the packs that headquarters offers, how much of each is here, and why one was refused.

    Uses no network: 'sanduku sync run' asks headquarters for news.
    """
    desk = desk_of(context, library, as_json=as_json)
    with desk.library() as opened:
        packs = packs_of(desk, opened)
        found = [(each, _arrived(packs, each)) for each in opened.exchange.words.offers()]
    if desk.as_json:
        desk.print_json(
            {
                "offers": [
                    {
                        "id": each.id,
                        "name": each.name,
                        "version": each.version,
                        "urgent": each.urgent,
                        "state": each.state,
                        "reason": each.reason,
                        "byte_size": each.byte_size,
                        "arrived_bytes": here,
                    }
                    for each, here in found
                ]
            }
        )
        return
    rows = [
        (
            f"{desk.name(each.name)} {desk.name(each.version)}",
            "urgent" if each.urgent else "",
            size(each.byte_size),
            f"{100 * here // max(1, each.byte_size)} %" if each.state in ("offered", "fetched") else "",
            desk.spoken(_STATES.get(each.state, each.state)),
            desk.name(each.reason),
        )
        for each, here in found
    ]
    show_rows(desk, ("pack", "", "size", "here", "state", "why"), rows)
    if not found:
        desk.say("Headquarters offers no pack.")


def take(
    context: typer.Context,
    pack: OfferArgument,
    library: LibraryOption = None,
    *,
    accept_licence: Annotated[
        bool, typer.Option("--accept-licence", help="Accept the pack's licence without being asked.")
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Do it without being asked.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Fetch a pack that headquarters offers, and install it once you have seen its licence.

    Your own work goes first. Cut it off whenever you like: what came is kept, and the next time goes on
    from there.

    Example: sanduku packs take smolvlm-256m
    """
    from engine.cli.commands.packs import ask_licence
    from engine.inventory.offers import offer_to_json
    from engine.packs.offer import Consent
    from engine.sync.pack_fetching import fetch_packs

    desk = desk_of(context, library, as_json=as_json)
    with desk.library() as opened:
        packs = packs_of(desk, opened)
        chosen = packs.find(pack)
        if chosen.state in ("withdrawn", "declined", "installed"):
            raise SandukuUsageError(
                f"There is nothing to take: it is {_STATES[chosen.state]}.",
                which=pack,
                remedy="See 'sanduku packs offered'.",
            )
        if chosen.state != "fetched":
            with step(desk, "Fetching") as bar:
                fetch_packs(packs_of(desk, opened, bar), desk.settings, named=chosen.id)
            chosen = packs.find(chosen.id)
        shown = packs.examine(chosen)
        show_offer(desk, shown)
        if not accept_licence:
            ask_licence(desk, shown.manifest.licence)
        desk.confirm(f"Install it ({shown.signature.sentence()})?", yes=yes)
        consent = Consent(licence=True, unsigned=True, expired=True, folder=shown.folder)
        with step(desk, "Copying and checking") as bar:
            done = packs_of(desk, opened, bar).install(chosen, consent)
    for note in done.notes:
        desk.warn(note)
    if desk.as_json:
        desk.print_json(
            {**offer_to_json(shown), "id": done.pack.id, "replaced": done.replaced, "untried": done.notes}
        )
    else:
        desk.print(f"{done.pack.manifest.name} {done.pack.manifest.version} is installed and in use.")


def decline(context: typer.Context, pack: OfferArgument, library: LibraryOption = None) -> None:
    """Say no to a pack that headquarters offers; headquarters hears of it, and what was fetched goes.

    Example: sanduku packs decline smolvlm-256m
    """
    desk = desk_of(context, library)
    with desk.library() as opened:
        packs = packs_of(desk, opened)
        chosen = packs.find(pack)
        if chosen.state not in ("offered", "fetched", "refused"):
            raise SandukuUsageError(
                f"There is nothing to decline: it is {_STATES[chosen.state]}.", which=pack
            )
        packs.decline(chosen)
    desk.print("Headquarters hears of it when you send next.")


def packs_of(desk: Desk, library: "Library", progress: "Progress | None" = None) -> "OfferedPacks":
    """Return the packs that headquarters offers to a library."""
    from engine.inventory import installer_for
    from engine.progress import SILENT
    from engine.sync.packs import OfferedPacks

    return OfferedPacks(library, installer_for(desk.places), progress=progress or SILENT)


def fetch_offered(desk: Desk, library: "Library") -> list[str]:
    """Fetch the packs that headquarters offers, tell which are whole here, and return their names."""
    from engine.sync.pack_fetching import fetch_packs

    with step(desk, "Fetching") as bar:
        found = fetch_packs(packs_of(desk, library, bar), desk.settings)
    for each in found:
        desk.say(f"{each.name} {each.version} is here. Install it: 'sanduku packs take {each.name}'.")
    if not found:
        desk.say("No offered pack is left to fetch: 'sanduku packs offered' tells of each.")
    return [each.name for each in found]


def install_urgent(desk: Desk, library: "Library", *, asked_by: str) -> None:
    """Install by itself what headquarters calls urgent, where the settings allow it, and tell of the rest."""
    from engine.sync.pack_fetching import take_urgent

    packs = packs_of(desk, library)
    packs.tidy()
    try:
        taken = take_urgent(packs, desk.settings, asked_by=asked_by)
    except SandukuError as error:  # The work itself was sent, which is what was asked for.
        desk.warn(f"Urgent packs did not all come: {error.what} {error.remedy}".rstrip())
        taken = []
    for offer, came in taken:
        if isinstance(came, SandukuError):
            desk.warn(f"The urgent pack {offer.name} was not installed: {came.what} {came.remedy}".rstrip())
        else:
            desk.say(f"The urgent pack {offer.name} {offer.version} is installed and in use.")
    for offer in library.exchange.words.offers():
        if offer.state in ("offered", "fetched"):
            desk.say(
                f"Headquarters offers the pack {offer.name} {offer.version} ({size(offer.byte_size)}):"
                f" 'sanduku packs take {offer.name}'."
            )


def tell_offers(desk: Desk) -> None:
    """Tell of packs that headquarters offers, where the library opens without asking anybody."""
    from engine.library import NotALibraryError, open_library

    try:
        settings = desk.settings.library
        with open_library(desk.folder, passphrase=desk.passphrase(), settings=settings) as opened:
            found = [each for each in opened.exchange.words.offers() if each.state in ("offered", "fetched")]
    except NotALibraryError:
        return
    except SandukuError:
        desk.say("What headquarters offers stands in the library: 'sanduku packs offered'.", style="dim")
        return
    for each in found:
        urgent = ", urgent" if each.urgent else ""
        desk.say(
            f"Offered by headquarters: {each.name} {each.version} ({size(each.byte_size)}{urgent})."
            f" 'sanduku packs take {each.name}' installs it."
        )


def _arrived(packs: "OfferedPacks", offer: "PackOffer") -> int:
    if offer.state == "installed":
        return offer.byte_size
    try:
        return packs.arrived(offer)
    except SandukuError:
        return 0  # its files have names that do not do: taking it tells so
