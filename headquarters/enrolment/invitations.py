"""Invitations: made for one laptop each, shown as text, file and QR code, cancelled while nobody used them.

The code in an invitation is stored as its hash alone. Whoever lost an invitation is given another.
"""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.sync.wire.invitation import Invitation, is_safe_url
from headquarters import audit
from headquarters.enrolment.tables import InvitationRow
from headquarters.errors import ConfigurationError, NoSuchThingError
from headquarters.ids import plain_code, random_id, secret_code
from headquarters.parts import Headquarters
from headquarters.review.pack_roots import newest_root
from headquarters.teams import Team

MOST_LABEL = 200


@dataclass(frozen=True, slots=True)
class InvitationFacts:
    """What is known of an invitation.

    Attributes:
        id: Its id.
        label: For whom it is.
        created_at: When it was made.
        created_by: By whom.
        expires_at: Until when it can be used.
        state: ``open``, ``used``, ``expired`` or ``cancelled``.
        device_id: Who used it, or None.
    """

    id: str
    label: str
    created_at: datetime
    created_by: str
    expires_at: datetime
    state: str
    device_id: str | None


def invite(
    session: Session, headquarters: Headquarters, team: Team, *, label: str, actor: str
) -> tuple[str, Invitation]:
    """Make an invitation for one laptop.

    Args:
        session: In a transaction.
        headquarters: Where it leads to.
        team: Which team it lets somebody join.
        label: For whom it is, as people call them.
        actor: Who makes it.

    Returns:
        Its id, and the invitation with its code: that is shown this once.

    Raises:
        ConfigurationError: The server has no address that a laptop would trust.
    """
    identity, now = headquarters.identity, headquarters.clock.now()
    urls = headquarters.settings.urls or (headquarters.settings.address,)
    if not all(is_safe_url(url) for url in urls):
        raise ConfigurationError(
            "Laptops only speak over https, or http on the same computer.",
            which=", ".join(urls),
            remedy="Name the https address of this headquarters in SANDUKU_HQ_URLS.",
        )
    root = newest_root(session, team.id)
    code, expires = secret_code(), now + timedelta(days=headquarters.settings.invitation_days)
    row = InvitationRow(
        id=random_id(),
        team_id=team.id,
        code_hash=hash_of(code),
        label=" ".join(label.split())[:MOST_LABEL],
        created_at=now,
        created_by=actor,
        expires_at=expires,
        device_id=None,
        cancelled_at=None,
    )
    session.add(row)
    session.flush()
    audit.record(session, team_id=team.id, actor=actor, action="invitation.made", subject=row.id)
    return row.id, Invitation(
        urls=urls,
        team=team.id,
        team_name=team.name,
        code=code,
        hq=identity.hq_id,
        signing_key=identity.public_key,
        recipient=identity.recipient,
        recovery_recipient=identity.recovery_recipient,
        expires=expires.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"),
        tls_pin=headquarters.settings.tls_pin or None,
        packs_root=root.fingerprint if root else headquarters.settings.packs_root or None,
    )


def invitations_of(session: Session, team_id: str, now: datetime) -> list[InvitationFacts]:
    """Return the invitations of a team, the latest first."""
    rows = session.scalars(
        select(InvitationRow).where(InvitationRow.team_id == team_id).order_by(InvitationRow.number.desc())
    )
    return [
        InvitationFacts(
            id=row.id,
            label=row.label,
            created_at=row.created_at,
            created_by=row.created_by,
            expires_at=row.expires_at,
            state=_state(row, now),
            device_id=row.device_id,
        )
        for row in rows
    ]


def cancel(
    session: Session, headquarters: Headquarters, team_id: str, invitation_id: str, *, actor: str
) -> None:
    """Cancel an invitation that nobody used; raises NoSuchThingError if the team has none such."""
    row = session.scalar(
        select(InvitationRow)
        .where(InvitationRow.id == invitation_id, InvitationRow.team_id == team_id)
        .with_for_update()
    )
    if row is None:
        raise NoSuchThingError(
            "There is no such invitation in this team.", which=invitation_id, remedy="Look at the list."
        )
    if _state(row, headquarters.clock.now()) == "open":
        row.cancelled_at = headquarters.clock.now()
        audit.record(
            session, team_id=team_id, actor=actor, action="invitation.cancelled", subject=invitation_id
        )


def hash_of(code: str) -> str:
    """Return what is stored of a code, however it was typed."""
    return hashlib.sha256(b"sanduku-code\0" + plain_code(code).encode()).hexdigest()


def _state(row: InvitationRow, now: datetime) -> str:
    if row.cancelled_at is not None:
        return "cancelled"
    if row.device_id is not None:
        return "used"
    return "expired" if row.expires_at < now else "open"
