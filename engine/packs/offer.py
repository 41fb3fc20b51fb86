"""What a person decides on before a pack is installed, and what they must agree to."""

from dataclasses import dataclass
from pathlib import Path

from engine.packs.errors import ConsentMissingError
from engine.packs.fit import Fit, Verdict
from engine.packs.manifest import Manifest
from engine.packs.pack import Pack
from engine.packs.shelf import Shelved
from engine.packs.trust import Signature, SigningState


@dataclass(frozen=True, slots=True)
class Offer:
    """A pack that was brought, looked at and not touched, for a person to decide on.

    Attributes:
        path: What was named.
        manifest: What it says that it holds.
        folder: Name of the folder that exactly this version gets.
        signature: Who signed it.
        licence: The text of its licence.
        bytes_left: How many bytes are still to be copied.
        free: Bytes that are free on the disk.
        installed: The version of this pack in use; None if there is none.
        fit: How it fits the memory of this computer; None for packs that are small.
        notes: What the person should know, in English.
    """

    path: Path
    manifest: Manifest
    folder: str
    signature: Signature
    licence: str
    bytes_left: int
    free: int
    installed: Shelved | None
    fit: Fit | None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Consent:
    """What a person agreed to.

    Attributes:
        licence: The terms of the licence.
        unsigned: That nobody vouches for the pack.
        expired: That the signature should have been renewed.
        folder: The version that they were shown, as :attr:`Offer.folder`; empty for whichever is there.
    """

    licence: bool = False
    unsigned: bool = False
    expired: bool = False
    folder: str = ""


@dataclass(frozen=True, slots=True)
class Installed:
    """What an installation did.

    Attributes:
        pack: The pack in use now.
        signature: Who signed it.
        replaced: Version that was in use before; None if there was none.
        removed: Folders of older versions that were removed.
        notes: What the trial could not try, in English.
    """

    pack: Pack
    signature: Signature
    replaced: int | None = None
    removed: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def require(consent: Consent, offer: Offer) -> None:
    """Raise ConsentMissingError for the first thing that a person must still agree to."""
    which = offer.manifest.title or offer.manifest.name
    if consent.folder and consent.folder != offer.folder:
        raise ConsentMissingError(
            "The pack is not the one any more that was shown.", which=which, remedy="Look at it again."
        )
    if not consent.licence:
        raise ConsentMissingError(
            f"The licence of this pack ({offer.manifest.licence}) must be accepted first.",
            which=which,
            remedy="Read it, and add --accept-licence if you accept it.",
        )
    if offer.signature.state is SigningState.UNSIGNED and not consent.unsigned:
        raise ConsentMissingError(
            "Nobody has signed this pack: nobody vouches for what it answers.",
            which=which,
            remedy="If you made it yourself or know who did, add --yes.",
        )
    if offer.signature.state is SigningState.EXPIRED and not consent.expired:
        raise ConsentMissingError(
            "The signature of this pack has expired.",
            which=which,
            remedy=f"Ask {offer.signature.signer} whether there is a newer one; to take this one, add --yes.",
        )


def notes_on(offer: Offer) -> tuple[str, ...]:
    """Return what a person should know before they decide, in English."""
    notes = list(offer.signature.notes)
    present = offer.installed.pack if offer.installed is not None else None
    if present is not None and present.manifest.version > offer.manifest.version:
        notes.append(f"It is version {offer.manifest.version}; version {present.manifest.version} is in use.")
    if offer.installed is not None and offer.installed.folder.name.startswith(offer.folder):
        notes.append("Exactly this version is in use already; it will be copied anew.")
    if offer.fit is not None and offer.fit.verdict is not Verdict.FITS:
        notes.append(f"Memory is {offer.fit.sentence()}.")
    return tuple(notes)
