"""``python -m engine.offered``: what a window runs beside itself for packs that headquarters offers.

It tells of them, looks at one that was fetched, installs it, or says no to it; fetching is done by
``engine.sync``, whose manner of wishes and answers this has too. It joins the library with what tries packs,
which know nothing of each other. It must never know a window.
"""

import sys
from dataclasses import replace
from typing import IO, Any, TextIO

from engine.errors import SandukuError
from engine.inventory import installer_for
from engine.inventory.offers import offer_to_json
from engine.library import Library
from engine.library.hq_words import PackOffer
from engine.packs.offer import Consent
from engine.settings import Places, Settings
from engine.sync import program
from engine.sync.pack_fetching import take_urgent
from engine.sync.packs import OfferedPacks
from engine.sync.program import Desk, Verb, Wish


def main(*, heard: IO[bytes] | None = None, out: TextIO | None = None) -> int:
    """Do what the first line wishes; return an exit code. See ``engine.sync.program``.

    Args:
        heard: Where the wish comes from, and then the end; standard input by default.
        out: Where lines are told; standard output by default.
    """
    return program.main(heard=heard, out=out, verbs=_VERBS)


def _offers(library: Library, _settings: Settings, _wish: Wish, desk: Desk) -> dict[str, Any]:
    """Tell of every pack that headquarters offers or has offered."""
    offered, team = _offered(library, desk), library.exchange.team.get()
    rate = team.rate if team is not None else None
    return {"offers": [_told(offered, each, rate) for each in library.exchange.words.offers()]}


def _told(offered: OfferedPacks, offer: PackOffer, rate: float | None) -> dict[str, Any]:
    whole = offer.state in ("fetched", "installed")
    try:
        here = offer.byte_size if whole else offered.arrived(offer)
        begun = whole or offered.begun(offer)
    except SandukuError:
        here, begun = (
            0,
            False,
        )  # Its files have names that do not do: taking it tells so, and the others are told of.
    described = offered.description(offer) if offer.state in ("offered", "fetched", "refused") else None
    return {
        "id": offer.id,
        "name": offer.name,
        "version": offer.version,
        "byte_size": offer.byte_size,
        "arrived_bytes": here,
        "begun": begun,
        "seconds": (offer.byte_size - here) / rate if rate else None,
        "urgent": offer.urgent,
        "state": offer.state,
        "reason": offer.reason,
        "told": None
        if described is None
        else {
            "title": described[0].title,
            "purpose": dict(described[0].purpose),
            "tasks": list(described[0].tasks),
            "languages": dict(described[0].languages),
            "licence": described[0].licence,
            "signing": described[1].state.value,
            "signer": described[1].signer,
        },
    }


def _examine(library: Library, _settings: Settings, wish: Wish, desk: Desk) -> dict[str, Any]:
    """Look at a pack that was fetched; where it cannot be installed, headquarters hears why."""
    offered = _offered(library, desk)
    return offer_to_json(offered.examine(offered.find(wish["named"])))


def _install(library: Library, _settings: Settings, wish: Wish, desk: Desk) -> dict[str, Any]:
    """Install a pack that was fetched, with what a person agreed to; headquarters hears of it."""
    offered = _offered(library, desk)
    consent = Consent(
        licence=bool(wish["licence"]),
        unsigned=bool(wish["unsigned"]),
        expired=bool(wish["expired"]),
        folder=wish["folder"],
    )
    done = offered.install(offered.find(wish["named"]), consent)
    manifest = done.pack.manifest
    return {
        "name": manifest.name,
        "title": manifest.title,
        "version": manifest.version,
        "replaced": done.replaced,
        "untried": list(done.notes),
    }


def _decline(library: Library, _settings: Settings, wish: Wish, desk: Desk) -> dict[str, Any]:
    """Say no to a pack; headquarters hears of it, and what was fetched of it goes."""
    offered = _offered(library, desk)
    offer = offered.find(wish["named"])
    if offer.state in ("offered", "fetched", "refused"):
        offered.decline(offer)
    return {"id": offer.id}


def _urgent(library: Library, settings: Settings, wish: Wish, desk: Desk) -> dict[str, Any]:
    """Fetch and install what headquarters calls urgent, where the settings allow that unasked."""
    found = take_urgent(_offered(library, desk), settings, asked_by=wish["by"])
    return {
        "installed": [
            came.pack.manifest.title or offer.name
            for offer, came in found
            if not isinstance(came, SandukuError)
        ],
        "refused": [
            {"id": offer.id, "error": came.to_json()}
            for offer, came in found
            if isinstance(came, SandukuError)
        ],
    }


def _offered(library: Library, desk: Desk) -> OfferedPacks:
    places = Places.of_this_user()
    packs = OfferedPacks(library, installer_for(places))
    return replace(packs, progress=desk, cancelled=lambda: desk.stop.asked)


_VERBS: dict[str, Verb] = {
    "offers": _offers,
    "examine": _examine,
    "install": _install,
    "decline": _decline,
    "urgent": _urgent,
}


if __name__ == "__main__":
    sys.exit(main())
