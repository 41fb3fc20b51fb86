"""What a program is told of a pack that was brought, before a person decides whether it is installed."""

from dataclasses import asdict
from typing import Any

from engine.packs.offer import Offer


def offer_to_json(offer: Offer) -> dict[str, Any]:
    """Return a brought pack as plain JSON values."""
    manifest = offer.manifest
    return {
        "name": manifest.name,
        "version": manifest.version,
        "folder": offer.folder,
        "title": manifest.title,
        "purpose": dict(manifest.purpose),
        "tasks": list(manifest.tasks),
        "languages": dict(manifest.languages),
        "licence": manifest.licence,
        "licence_text": offer.licence,
        "source": f"{manifest.source.package} {manifest.source.version}".strip(),
        "byte_size": manifest.byte_size,
        "bytes_left": offer.bytes_left,
        "free": offer.free,
        "signing": offer.signature.state.value,
        "signer": offer.signature.signer,
        "signed": offer.signature.sentence(),
        "installed_version": version_in_use(offer),
        "fit": None if offer.fit is None else {**asdict(offer.fit), "sentence": offer.fit.sentence()},
        "notes": list(offer.notes),
    }


def version_in_use(offer: Offer) -> int | None:
    """Return the version of the same pack that is used now; None if there is none."""
    present = offer.installed.pack if offer.installed is not None else None
    return None if present is None else present.manifest.version
