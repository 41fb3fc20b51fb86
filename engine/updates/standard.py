"""Puts together what changes the versions of the program that is running, and tells how they stand."""

import sys
from dataclasses import asdict
from typing import Any

from engine.packs.installer import TRUST
from engine.packs.trust import Anchors, shipped_root
from engine.settings import Places
from engine.updates.hosts import this_host
from engine.updates.programs import Programs
from engine.updates.updater import Running, UpdateOffer, Updater
from engine.updates.ways_out import WaysOut
from engine.version import VERSION


def updater_for(places: Places) -> Updater:
    """Return what installs updates for this user: the same signers are trusted as of model packs."""
    return Updater(
        Programs(places.data),
        Anchors(places.packs / TRUST, shipped=shipped_root()),
        this_host(),
        Running(VERSION, packaged=bool(getattr(sys, "frozen", False))),
    )


def ways_out(updater: Updater) -> WaysOut:
    """Return what helps where the version that runs cannot open the work."""
    return WaysOut(updater.programs, updater.running.version, updater.running.packaged)


def status_to_json(updater: Updater) -> dict[str, Any]:
    """Return which versions there are, and which is used, as plain JSON values."""
    current = updater.programs.current()
    notice = updater.programs.notice()
    return {
        "running": updater.running.version,
        "packaged": updater.running.packaged,
        "platform": updater.host.platform,
        "next_start": updater.present if updater.running.packaged else updater.running.version,
        "previous": current.previous,
        "can_roll_back": bool(current.version),
        "gave_up": current.gave_up,
        "again": ways_out(updater).again,
        "can_set_aside": ways_out(updater).can_set_aside,
        "installed_at": current.installed_at,
        "signer": current.signer_in_use if updater.present == current.version else "",
        "versions": updater.programs.versions(),
        "backups": [asdict(each) for each in current.saved],
        "notice": None if notice is None else asdict(notice),
    }


def offer_to_json(offer: UpdateOffer) -> dict[str, Any]:
    """Return an update that was brought as plain JSON values."""
    manifest = offer.manifest
    return {
        "path": str(offer.path),
        "version": manifest.version,
        "platform": manifest.platform,
        "present": offer.present,
        "byte_size": manifest.payload.byte_size,
        "unpacked": offer.needed,
        "free": offer.free,
        "signing": offer.signature.state.value,
        "signer": offer.signature.signer,
        "signed": offer.signature.sentence(),
        "changes": manifest.changes,
        "licence": manifest.licence,
        "licence_text": manifest.licence_text,
        "notes": list(offer.notes),
        "remarks": [{"kind": each.kind, "text": each.text, **each.values} for each in offer.remarks],
    }
