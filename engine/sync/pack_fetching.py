"""Brings model packs that headquarters offers over the network: in pieces, and after one's own work.

All keep within the data of the day. What comes goes through :class:`engine.sync.packs.OfferedPacks`, which
trusts none of it.
"""

from engine.errors import SandukuError
from engine.library.hq_words import PackOffer
from engine.packs.errors import FingerprintDiffersError, RootUnusableError
from engine.packs.fit import Verdict
from engine.packs.offer import Consent, Installed
from engine.packs.trust import SigningState
from engine.settings import Settings
from engine.sync.packs import VERDICTS, OfferedPacks
from engine.sync.pieces import pieces
from engine.sync.planning import make_plan
from engine.sync.postman import Postman
from engine.sync.running import connected, synchronise
from engine.sync.wire.packs import MOST_BYTES, PackRoots

ROOTS = "/v1/sync/pack-roots"


def fetch_packs(
    offered: OfferedPacks,
    settings: Settings,
    *,
    named: str | None = None,
    urgent: bool = False,
    only_description: bool = False,
    asked_by: str = "person",
) -> list[PackOffer]:
    """Bring offered packs over the network, after what waits here was sent.

    Args:
        offered: The packs.
        settings: Of the person.
        named: Only this one, also one that was refused before; None for all that were not refused.
        urgent: Only those that headquarters calls urgent.
        only_description: Bring what tells of the packs alone, some kilobytes of each, so that a person can
            decide on the rest.
        asked_by: ``person`` or ``program``.

    Returns:
        Those that are whole here now; with ``only_description`` those that can be told of.

    Raises:
        SyncError: They could not be brought, or the data of the day is used; what came stays.
        SandukuError: A pack cannot be installed, or has no room; the other ones were brought before a pack
            that cannot be installed is told of.
    """
    library = offered.library
    if make_plan(library, settings.network.files).bytes:
        synchronise(library, settings, asked_by=asked_by)
    offered.tidy()
    wanted = [offered.find(named)] if named else offered.left()
    wanted = [each for each in wanted if each.urgent or not urgent]
    if only_description:
        wanted = [each for each in wanted if offered.description(each) is None]
    if not wanted:
        return []
    with connected(library, settings, purpose="fetch", asked_by=asked_by) as postman:
        try:
            offered.follow_root(fetch_roots(postman))
        except (FingerprintDiffersError, RootUnusableError) as error:
            for offer in wanted:
                offered.refuse(offer, error)
            raise
        found, refused = [], []
        bring_one = offered.describe if only_description else offered.take
        for offer in wanted:
            try:
                bring_one(offer, lambda sha256, at, size: pieces(postman, sha256, at, size))
                found.append(offer)
            except VERDICTS as error:  # Headquarters is told; the other packs may be well.
                refused.append(error)
    if refused:
        raise refused[0]
    return found


def take_urgent(
    offered: OfferedPacks, settings: Settings, *, asked_by: str = "program"
) -> list[tuple[PackOffer, Installed | SandukuError]]:
    """Fetch and install by itself what headquarters calls urgent, where the settings allow that.

    Only what is signed by somebody who is trusted, whose signature has not expired, and what fits the memory.
    The licence counts as accepted by whoever allowed it in the settings.

    Returns:
        The packs that were installed, or why one was not: then a person decides.

    Raises:
        SyncError: They could not be brought; what came stays.
    """
    if not settings.network.urgent_packs:
        return []
    if any(each.urgent for each in offered.left()):
        fetch_packs(offered, settings, urgent=True, asked_by=asked_by)
    found: list[tuple[PackOffer, Installed | SandukuError]] = []
    for offer in offered.library.exchange.words.offers():
        if offer.urgent and offer.state == "fetched":
            try:
                shown = offered.examine(offer)
                fits = shown.fit is None or shown.fit.verdict is not Verdict.TOO_BIG
                if shown.signature.state is SigningState.SIGNED and fits:
                    consent = Consent(licence=True, folder=shown.folder)
                    found.append((offer, offered.install(offer, consent)))
            except SandukuError as error:
                found.append((offer, error))
    return found


def join_roots(offered: OfferedPacks, settings: Settings) -> None:
    """Trust the root of a team's packs, once the team is joined; raises SyncError or RootUnusableError."""
    with connected(offered.library, settings, purpose="join") as postman:
        offered.follow_root(fetch_roots(postman))


def fetch_roots(postman: Postman) -> tuple[bytes, ...]:
    """Return the roots that sign the team's packs, as headquarters has them; raises Refused or LinkError."""
    return PackRoots.decode(postman.get(ROOTS, most=MOST_BYTES).body).roots
