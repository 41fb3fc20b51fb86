"""The devices of a team: finding one, what is known of each, and shutting one out.

A device that was shut out is refused with its next request, whatever permission it still holds: each request
looks here.
"""

import re
from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from itertools import count

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from engine.sync.wire.errors import WireError
from headquarters import audit
from headquarters.clock import Clock
from headquarters.devices.tables import Challenge, Device, RefreshToken
from headquarters.errors import NoSuchThingError
from headquarters.sync.tables import Stream
from headquarters.teams import Library

MOST_REASON = 500
MOST_NAME = 200
_NUMBERED = re.compile(r"(.+) \([0-9]+\)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class DeviceFacts:
    """What is known of a device.

    Attributes:
        id: As headquarters calls it.
        name: As people call it.
        library_id: Its library.
        app: Name and version of its program.
        enrolled_at: When it joined.
        last_seen_at: When it last came by.
        revoked_at: When it was shut out, or None.
        revoked_reason: Why.
        former_id: The device that vouched for it, where it is a copy that went its own way.
        waiting: Changes that it still had to send when it last came by.
        behind: Entries from headquarters that it has not applied yet.
        sent_at: When work of it last arrived; None if none ever did.
    """

    id: str
    name: str
    library_id: str
    app: str
    enrolled_at: datetime
    last_seen_at: datetime
    revoked_at: datetime | None
    revoked_reason: str | None
    former_id: str | None
    waiting: int
    behind: int
    sent_at: datetime | None = None


def living_device(session: Session, device_id: str, *, hold: bool = False) -> Device:
    """Return a device; raises WireError if there is none, or if it was shut out.

    Args:
        session: Of the database.
        device_id: Which.
        hold: Whether nobody may shut it out before the transaction ends.
    """
    device = session.get(Device, device_id, with_for_update={"read": True} if hold else None)
    if device is None:
        raise WireError("device.unknown")
    if device.revoked_at is not None:
        raise WireError("device.revoked")
    return device


def devices_of(session: Session, team_id: str) -> list[DeviceFacts]:
    """Return what is known of the devices of a team, the longest silent first."""
    rows = session.execute(
        select(Device, Library.down_seq, Stream.head_seq, Stream.last_received_at)
        .join(Library, (Library.team_id == Device.team_id) & (Library.library_id == Device.library_id))
        .outerjoin(Stream, Stream.id == Device.stream_id)
        .where(Device.team_id == team_id)
        .order_by(Device.last_seen_at, Device.number)
    )
    return [
        DeviceFacts(
            id=device.id,
            name=device.name,
            library_id=device.library_id,
            app=device.app,
            enrolled_at=device.enrolled_at,
            last_seen_at=device.last_seen_at,
            revoked_at=device.revoked_at,
            revoked_reason=device.revoked_reason,
            former_id=device.former_id,
            waiting=max(0, device.tip_seq - (head_seq or 0)),
            behind=max(0, down_seq - device.down_seq),
            sent_at=sent_at,
        )
        for device, down_seq, head_seq, sent_at in rows
    ]


def names_of(session: Session, team_id: str, libraries: Collection[str] | None = None) -> dict[str, str]:
    """Return what people call the laptops of libraries: where there are several, the one that last came by.

    Args:
        session: Of the database.
        team_id: The team.
        libraries: Those of these alone; None for all of the team.
    """
    wanted = select(Device.library_id, Device.name).where(Device.team_id == team_id)
    if libraries is not None:
        wanted = wanted.where(Device.library_id.in_(libraries))
    return dict(session.execute(wanted.order_by(Device.last_seen_at, Device.number)).all())


def vouched_for(session: Session, team_id: str, device_id: str) -> list[Device]:
    """Return the devices that came of another's key, and of theirs in turn, those shut out left aside.

    Restored copies and clones come so; and so does whoever has stolen the key.
    """
    found: dict[str, Device] = {}
    asked = [device_id]
    while asked:
        rows = session.scalars(
            select(Device)
            .where(Device.team_id == team_id, Device.former_id.in_(asked))
            .order_by(Device.number)
        ).all()
        asked = [row.id for row in rows if row.id not in found]
        found |= {row.id: row for row in rows}
    return [device for device in found.values() if device.revoked_at is None]


def copies_of(devices: Collection[DeviceFacts]) -> dict[str, list[DeviceFacts]]:
    """Return which devices came of the key of which, directly or through another, those shut out among them.

    Args:
        devices: All of a team.

    Returns:
        Id -> those that came of its key; a device of which none came is left out.
    """
    by_former: dict[str, list[DeviceFacts]] = defaultdict(list)
    for each in devices:
        if each.former_id is not None:
            by_former[each.former_id].append(each)
    found = {}
    for former in by_former:
        came: dict[str, DeviceFacts] = {}
        asked = [former]
        while asked:
            nearest = [each for key in asked for each in by_former.get(key, ()) if each.id not in came]
            came |= {each.id: each for each in nearest}
            asked = [each.id for each in nearest]
        found[former] = list(came.values())
    return found


def revoke(
    session: Session,
    team_id: str,
    device_id: str,
    *,
    reason: str,
    actor: str,
    clock: Clock,
    alone: bool = False,
) -> list[str]:
    """Shut a device out from its next request on, and those that it vouched for: a thief is one of them.

    Args:
        session: In a transaction.
        team_id: The team.
        device_id: Which.
        reason: Why; it is kept.
        actor: Who does it.
        clock: Tells the time.
        alone: Leave those in that it vouched for, where all are known to be in good hands.

    Returns:
        The ids of those that are shut out now and were not before.

    Raises:
        NoSuchThingError: The team has no such device.
    """
    device = session.scalar(
        select(Device).where(Device.id == device_id, Device.team_id == team_id).with_for_update()
    )
    if device is None:
        raise NoSuchThingError(
            "There is no such device in this team.", which=device_id, remedy="Look at the list of devices."
        )
    meant = [device] if device.revoked_at is None else []
    _shut_out(session, meant, reason, clock.now())
    # To shut one out waits for it, if it vouches for another at this moment: that one is found then.
    while not alone and (came := vouched_for(session, team_id, device_id)):
        _shut_out(session, came, reason, clock.now())
        meant += came
    for each in meant:
        details = {} if each is device else {"vouched_for_by": device_id}
        audit.record(
            session, team_id=team_id, actor=actor, action="device.revoked", subject=each.id, details=details
        )
    return [each.id for each in meant]


def _shut_out(session: Session, devices: Collection[Device], reason: str, now: datetime) -> None:
    for each in devices:
        each.revoked_at = now
        each.revoked_reason = " ".join(reason.split())[:MOST_REASON]
        session.execute(delete(RefreshToken).where(RefreshToken.device_id == each.id))
        session.execute(delete(Challenge).where(Challenge.device_id == each.id))
    session.flush()


def name_of_its_own(session: Session, team_id: str, name: str) -> str:
    """Return a name for a new device that no other of the team has: the one given, or with a number behind.

    A copy of a library joins by the name of the first, and many laptops leave the factory with one name.

    Args:
        session: Of the database.
        team_id: The team.
        name: As it is kept; see :func:`plain_name`.
    """
    numbered = _NUMBERED.fullmatch(name)
    base = (numbered[1] if numbered else name)[:MOST_NAME]
    taken = set(
        session.scalars(
            select(Device.name).where(
                Device.team_id == team_id, Device.name.startswith(base, autoescape=True)
            )
        )
    )
    if name not in taken:
        return name
    return next(made for number in count(2) if (made := f"{base} ({number})") not in taken)


def plain_name(name: str) -> str:
    """Return a device's name as it is kept: one line that can be shown."""
    shown = "".join(each if each.isprintable() else " " for each in name)
    return " ".join(shown.split())[:MOST_NAME] or "?"
