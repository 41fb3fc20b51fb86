"""Shapes of a team: its laptops, their settings, packs, erasures, and the audit log."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import Field

from engine.settings import Value
from headquarters.api.shapes.base import WITHOUT_NUL, Id, Label, Shape
from headquarters.audit import AuditEntry
from headquarters.review.laptop_settings import LaptopSetting
from headquarters.review.tables import Erasure, PackOffer


class NewInvitation(Shape):
    """For whom an invitation is."""

    label: Label = ""


class NewRevocation(Shape):
    """Why a laptop is shut out, and whether those stay that joined by its key."""

    reason: Annotated[str, Field(max_length=500, pattern=WITHOUT_NUL)] = ""
    alone: bool = Field(
        default=False,
        description="Leave those in that joined by its key, where all are known to be in good hands; "
        "else they are shut out with it, since a thief of the key may be one of them.",
    )


class NamedDevice(Shape):
    """A laptop, as a person is told of it."""

    id: str
    name: str


class Revocation(Shape):
    """Who was shut out, and who was not."""

    shut_out: list[NamedDevice] = Field(
        description="Those that are shut out now and were not before: the laptop first, then those that "
        "joined by its key."
    )
    left_in: list[NamedDevice] = Field(
        description="Those that joined by its key and are still in; none unless it was shut out alone."
    )


class SettingsShape(Shape):
    """How long a team keeps what."""

    keep_removed_days: Annotated[int, Field(ge=0, le=36_500)] = Field(
        30, description="Days after which what a laptop removed for good is erased here too."
    )
    keep_records_days: Annotated[int, Field(ge=1, le=36_500)] | None = Field(
        None, description="Days after which records that nobody changed are erased; null keeps them."
    )


class AuditShape(Shape):
    """Entries of the audit log, the latest first."""

    entries: list[dict[str, Any]]

    @classmethod
    def of(cls, entries: list[AuditEntry]) -> "AuditShape":
        """Make it from entries."""
        return cls(entries=[entry.to_json() for entry in entries])


class Verification(Shape):
    """Whether the audit log is whole."""

    entries: int
    whole: bool
    faults: list[dict[str, Any]]


class ErasureShape(Shape):
    """How far an erasure is."""

    id: str
    record: str
    reason: str
    asked_by: str
    asked_at: datetime
    confirmed_at: datetime | None

    @classmethod
    def of(cls, row: Erasure) -> "ErasureShape":
        """Make it from an erasure."""
        return cls(
            id=row.id,
            record=row.document_id,
            reason=row.reason,
            asked_by=row.asked_by,
            asked_at=row.asked_at,
            confirmed_at=row.confirmed_at,
        )


class ErasureList(Shape):
    """Erasures, the latest first."""

    erasures: list[ErasureShape]


class OfferShape(Shape):
    """A pack that is offered, and how far each laptop is."""

    id: str
    name: str
    version: str
    urgent: bool
    offered_at: datetime
    laptops: dict[str, str]
    reasons: dict[str, str]
    """Device -> why it refused the pack."""

    @classmethod
    def of(cls, offer: PackOffer, laptops: dict[str, str], reasons: dict[str, str]) -> "OfferShape":
        """Make it from an offer."""
        return cls(
            id=offer.id,
            name=offer.name,
            version=offer.version,
            urgent=offer.urgent,
            offered_at=offer.offered_at,
            laptops=laptops,
            reasons=reasons,
        )


class OfferList(Shape):
    """Packs that are offered."""

    packs: list[OfferShape]


class DeviceShape(Shape):
    """A laptop and its lag."""

    id: str
    name: str
    library: str
    app: str
    former: str | None = Field(
        description="The laptop by whose key it joined, as restored copies do; it is shut out with that one; "
        "null if an invitation let it in."
    )
    enrolled_at: datetime
    last_seen_at: datetime
    revoked_at: datetime | None
    sent_at: datetime | None = Field(description="When work of it last arrived; null if none ever did.")
    waiting: int = Field(description="Changes that it still had to send when it last came by.")
    behind: int = Field(description="Entries from headquarters that it has not applied yet.")


class DeviceList(Shape):
    """Laptops, the longest silent first."""

    devices: list[DeviceShape]


class InvitationShape(Shape):
    """An invitation; its code is told once, when it is made."""

    id: str
    label: str
    state: str
    created_at: datetime
    expires_at: datetime


class InvitationList(Shape):
    """Invitations of the team."""

    invitations: list[InvitationShape]


SettingValue = bool | int | float | str | list[str]


class NewWish(Shape):
    """How laptops should read."""

    value: Annotated[str, Field(max_length=200, pattern=WITHOUT_NUL)] = Field(
        description="As a person types it: 'yes', '1280', 'en,ar'."
    )
    library: Id | None = Field(
        None, description="Of one laptop; null for all of the team, also those that join later."
    )


class WishShape(Shape):
    """How far a laptop is with a setting."""

    device: str
    library: str
    value: SettingValue
    asked_at: datetime
    state: Literal["waiting", "told", "taken", "refused"] = Field(
        description="'told': it came down to the laptop, which has not said yet what became of it."
    )


class LaptopSettingShape(Shape):
    """A setting of laptops that headquarters may set."""

    name: str
    help: str
    default: SettingValue
    least: float | None
    most: float | None
    choices: list[str]
    team: SettingValue | None = Field(description="What all laptops are asked for; null: nothing was said.")
    laptops: list[WishShape]

    @classmethod
    def of(cls, setting: LaptopSetting) -> "LaptopSettingShape":
        """Make it from a setting."""
        told = setting.declaration
        return cls(
            name=told.name,
            help=told.help,
            default=_plain(told.default),
            least=told.least,
            most=told.most,
            choices=list(told.choices),
            team=None if setting.team is None else _plain(setting.team),
            laptops=[
                WishShape(
                    device=each.device.id,
                    library=each.device.library_id,
                    value=_plain(each.value),
                    asked_at=each.asked_at,
                    state=each.state,
                )
                for each in setting.laptops
            ],
        )


class LaptopSettingList(Shape):
    """The settings of laptops that headquarters may set."""

    settings: list[LaptopSettingShape]


def _plain(value: Value) -> SettingValue:
    return list(value) if isinstance(value, tuple) else value


class NewlyInvited(Shape):
    """An invitation that was made just now."""

    id: str
    invitation: str = Field(description="To be given to the laptop, as a file or as a QR code.")
    fingerprint: str = Field(description="Of whom a laptop will trust by it, for the person to compare.")
