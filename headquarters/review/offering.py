"""Offers model packs to the laptops of a team: checks a pack, stores its files, says so to every library."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from engine.sync.wire.blobs import IMAGES
from headquarters import audit, down
from headquarters.blobs.erasing import unname
from headquarters.blobs.store import BlobStore
from headquarters.blobs.tables import NamedBlob, StoredBlob, UnnamedBlob
from headquarters.devices.registry import DeviceFacts, devices_of
from headquarters.down.tables import DownRow
from headquarters.errors import NoSuchThingError
from headquarters.ids import random_id
from headquarters.people.roles import Right
from headquarters.people.sessions import Person
from headquarters.review.errors import ReviewError
from headquarters.review.pack_roots import check_signed
from headquarters.review.tables import PackOffer, PackState
from headquarters.teams import Library

MANIFEST = "pack.json"
MOST_MANIFEST = 8_000_000
MOST_FILES = 200
_NAME = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?")
_FILE = re.compile(r"(?:metadata/)?[A-Za-z0-9][A-Za-z0-9._-]{0,120}")
_REMEDY = "Choose the folder of a pack as the toolchain makes it, with all its files and 'pack.json'."


@dataclass(frozen=True, slots=True)
class OfferProgress:
    """How far a laptop is with an offer.

    Attributes:
        device: The laptop.
        state: ``waiting``, ``told``, ``fetched``, ``installed`` or ``refused``.
        reason: Why it was refused, in the laptop's words; else empty.
    """

    device: DeviceFacts
    state: str
    reason: str = ""


def offer_pack(
    session: Session,
    store: BlobStore,
    person: Person,
    files: Mapping[str, Path],
    *,
    urgent: bool,
    now: datetime,
) -> PackOffer:
    """Check a pack, store its files, and offer it to every laptop of the team.

    Args:
        session: In a transaction.
        store: Where files are kept.
        person: An admin.
        files: Those of the pack by their names in its folder.
        urgent: Whether laptops should fetch it before anything else.
        now: The time.

    Raises:
        NotAllowedError: The person is no admin.
        ReviewError: It is no whole pack, is not signed as the team's packs are, or is offered already.
    """
    person.require(Right.MANAGE_TEAM)
    name, version, told = _checked(files)
    known = select(PackOffer).where(
        PackOffer.team_id == person.team_id,
        PackOffer.name == name,
        PackOffer.version == version,
        PackOffer.withdrawn_at.is_(None),
    )
    if session.scalars(known).first() is not None:
        raise ReviewError("This version of the pack is offered already.", remedy="Look at the list of packs.")
    check_signed(session, person, files, name, now=now)
    for each in told:
        # First, or a sweep that runs just now could remove what is stored after this.
        session.execute(
            delete(UnnamedBlob).where(
                UnnamedBlob.team_id == person.team_id, UnnamedBlob.sha256 == each["sha256"]
            )
        )
        store.put(person.team_id, each["sha256"], files[each["name"]])
        session.execute(
            insert(StoredBlob)
            .values(team_id=person.team_id, sha256=each["sha256"], size=each["size"], stored_at=now)
            .on_conflict_do_nothing()
        )
        # Without a name for all laptops none of them may fetch it, and a file that nobody names is removed.
        session.execute(
            insert(NamedBlob)
            .values(
                team_id=person.team_id,
                sha256=each["sha256"],
                document_id="",
                tier=IMAGES,
                library_id="",
                size=each["size"],
            )
            .on_conflict_do_nothing()
        )
    offer = PackOffer(
        team_id=person.team_id,
        id=random_id(),
        name=name,
        version=version,
        files={"files": told},
        urgent=urgent,
        offered_by=person.author,
        offered_at=now,
    )
    session.add(offer)
    session.flush()
    libraries = select(Library.library_id).where(Library.team_id == person.team_id)
    for library_id in session.scalars(libraries.order_by(Library.library_id)).all():
        _tell(session, offer, library_id)
    audit.record(
        session,
        team_id=person.team_id,
        actor=person.author,
        action="pack.offered",
        subject=offer.id,
        details={"name": name, "version": version},
        at=now,
    )
    return offer


def withdraw(session: Session, person: Person, offer_id: str, *, now: datetime) -> None:
    """Offer a pack no longer, and tell the laptops; those that have installed it keep it.

    Its files go with the next sweep, but those of other offers.

    Raises:
        NotAllowedError: The person is no admin.
        NoSuchThingError: There is no such offer.
    """
    person.require(Right.MANAGE_TEAM)
    offer = session.get(PackOffer, (person.team_id, offer_id))
    if offer is None:
        raise NoSuchThingError("There is no such offer.", remedy="Look at the list of packs.")
    if offer.withdrawn_at is not None:
        return
    offer.withdrawn_at = now
    session.flush()
    told = select(DownRow.library_id).where(
        DownRow.team_id == offer.team_id, DownRow.entity == "pack", DownRow.entity_id == offer.id
    )
    for library_id in sorted(set(session.scalars(told))):
        down.append(
            session,
            offer.team_id,
            library_id,
            "pack",
            offer.id,
            "withdraw",
            {"name": offer.name, "version": offer.version},
            author=person.author,
        )
    kept = {each["sha256"] for other in offers_of(session, offer.team_id) for each in other.files["files"]}
    unname(session, offer.team_id, {each["sha256"] for each in offer.files["files"]} - kept)
    audit.record(
        session,
        team_id=person.team_id,
        actor=person.author,
        action="pack.withdrawn",
        subject=offer_id,
        at=now,
    )


def offer_all(session: Session, team_id: str, library_id: str) -> None:
    """Tell a library that has just joined of all packs that the team is offered."""
    offers = select(PackOffer).where(PackOffer.team_id == team_id, PackOffer.withdrawn_at.is_(None))
    for offer in session.scalars(offers.order_by(PackOffer.offered_at, PackOffer.id)):
        _tell(session, offer, library_id)


def offers_of(session: Session, team_id: str) -> Sequence[PackOffer]:
    """Return the packs that a team is offered, the latest first."""
    offers = select(PackOffer).where(PackOffer.team_id == team_id, PackOffer.withdrawn_at.is_(None))
    return session.scalars(offers.order_by(PackOffer.offered_at.desc(), PackOffer.id)).all()


def left_for(session: Session, team_id: str, library_id: str) -> list[PackOffer]:
    """Return the packs that a library is offered and has said nothing about; the urgent ones first."""
    said = set(
        session.scalars(
            select(PackState.offer_id).where(PackState.team_id == team_id, PackState.library_id == library_id)
        )
    )
    left = [offer for offer in offers_of(session, team_id) if offer.id not in said]
    return sorted(left, key=lambda offer: not offer.urgent)


def progress(session: Session, offer: PackOffer) -> list[OfferProgress]:
    """Return how far each laptop of the team is with an offer."""
    told: dict[str, int] = {
        row.library_id: row.seq
        for row in session.execute(
            select(DownRow.library_id, DownRow.seq).where(
                DownRow.team_id == offer.team_id,
                DownRow.entity == "pack",
                DownRow.entity_id == offer.id,
                DownRow.kind == "offer",
            )
        )
    }
    heads: dict[str, int] = {
        row.library_id: row.down_seq
        for row in session.execute(
            select(Library.library_id, Library.down_seq).where(Library.team_id == offer.team_id)
        )
    }
    states: dict[str, PackState] = {
        row.library_id: row
        for row in session.scalars(
            select(PackState).where(
                PackState.team_id == offer.team_id,
                PackState.offer_id == offer.id,
            )
        )
    }
    found = []
    for device in devices_of(session, offer.team_id):
        seq = told.get(device.library_id)
        applied = heads.get(device.library_id, 0) - device.behind
        said = states.get(device.library_id)
        state = said.state if said else "told" if seq is not None and applied >= seq else "waiting"
        if device.revoked_at is None:
            found.append(OfferProgress(device, state, said.reason if said else ""))
    return found


def _tell(session: Session, offer: PackOffer, library_id: str) -> None:
    down.append(
        session,
        offer.team_id,
        library_id,
        "pack",
        offer.id,
        "offer",
        {
            "name": offer.name,
            "version": offer.version,
            "files": offer.files["files"],
            "urgent": offer.urgent,
        },
        author=offer.offered_by,
    )


def _checked(files: Mapping[str, Path]) -> tuple[str, str, list[dict[str, Any]]]:
    """Return a pack's name, version, and its files with sizes and hashes; raises ReviewError."""
    manifest = files.get(MANIFEST)
    if manifest is None or manifest.stat().st_size > MOST_MANIFEST or len(files) > MOST_FILES:
        raise ReviewError("This is no model pack: its manifest is missing.", remedy=_REMEDY)
    try:
        told = json.loads(manifest.read_text(encoding="utf-8"))
        name, number, named = told["name"], told["version"], told["files"]
        expected = {each: (facts["sha256"], facts["byte_size"]) for each, facts in named.items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise ReviewError("The manifest of the pack cannot be read.", remedy=_REMEDY) from None
    whole = isinstance(number, int) and not isinstance(number, bool) and 0 <= number < 1 << 31
    if not (isinstance(name, str) and _NAME.fullmatch(name) and whole):
        raise ReviewError("The pack's name or version does not do.", remedy=_REMEDY)
    found = []
    for each, path in sorted(files.items()):
        if not _FILE.fullmatch(each):
            raise ReviewError("A file of the pack has a name that does not do.", remedy=_REMEDY)
        with path.open("rb") as stream:
            sha256, size = hashlib.file_digest(stream, "sha256").hexdigest(), path.stat().st_size
        belongs = each == MANIFEST or each.startswith("metadata/")
        if not belongs and expected.get(each) != (sha256, size):
            raise ReviewError("A file of the pack is damaged, or does not belong to it.", remedy=_REMEDY)
        found.append({"name": each, "size": size, "sha256": sha256})
    if set(expected) - set(files):
        raise ReviewError("Files of the pack are missing.", remedy=_REMEDY)
    return name, str(number), found
