"""What goes over the JSON API, as values that describe themselves."""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from headquarters.audit import AuditEntry
from headquarters.people.managing import Member
from headquarters.people.sessions import Person
from headquarters.records.tables import Conflict, Document
from headquarters.records.view import Record, ShownPage
from headquarters.review.tables import Erasure, PackOffer
from headquarters.search.finding import Found

Id = Annotated[str, Field(min_length=1, max_length=128)]
Words = Annotated[str, Field(max_length=10_000)]


class Shape(BaseModel):
    """A value that takes no field that it does not know."""

    model_config = ConfigDict(extra="forbid")


# What is asked for.


class SignIn(Shape):
    """A login and a password."""

    login: Annotated[str, Field(max_length=200)]
    password: Annotated[str, Field(max_length=256)]
    team: Id | None = Field(None, description="Id of the team to begin in; the first of yours by default.")


class NewPassword(Shape):
    """A password in place of another."""

    login: Annotated[str, Field(max_length=200)]
    old: Annotated[str, Field(max_length=256)]
    new: Annotated[str, Field(max_length=256)]


class NewMember(Shape):
    """Somebody who gets a role in the team."""

    login: Annotated[str, Field(max_length=200)]
    name: Annotated[str, Field(max_length=200)] = ""
    role: Literal["reviewer", "admin", "auditor"]


class NewRole(Shape):
    """Another role."""

    role: Literal["reviewer", "admin", "auditor"]


class NewCorrection(Shape):
    """What a line should read."""

    page: Id
    line: Id
    text: Words
    previous: Words | None = Field(
        None, description="What it read when you saw it; if it reads otherwise now, the answer is 409."
    )
    reason: Words = ""


class NewReview(Shape):
    """What a record is."""

    state: Literal["none", "approved", "returned", "problem"]
    reason: Words = Field("", description="For the field; needed with 'returned' and 'problem'.")


class NewComment(Shape):
    """Something said about a record."""

    text: Words


class NewFileRequest(Shape):
    """Which files of a record are asked for."""

    original: bool = Field(default=False, description="The original file in place of the page images.")


class NewErasure(Shape):
    """Why a record is to be erased."""

    reason: Words


class NewResolution(Shape):
    """How a conflict is settled."""

    choice: Literal["kept", "other", "text"]
    text: Words = ""


class NewInvitation(Shape):
    """For whom an invitation is."""

    label: Annotated[str, Field(max_length=200)] = ""


class NewRevocation(Shape):
    """Why a laptop is shut out."""

    reason: Annotated[str, Field(max_length=500)] = ""


class SettingsShape(Shape):
    """How long a team keeps what."""

    keep_removed_days: Annotated[int, Field(ge=0, le=36_500)] = Field(
        30, description="Days after which what a laptop removed for good is erased here too."
    )
    keep_records_days: Annotated[int, Field(ge=1, le=36_500)] | None = Field(
        None, description="Days after which records that nobody changed are erased; null keeps them."
    )


# What is answered.


class SignedIn(Shape):
    """A token, to be shown as ``Authorization: Bearer ...``."""

    token: str
    ends_in: int = Field(description="Seconds; earlier after 45 minutes without use.")


class PersonShape(Shape):
    """Who is signed in."""

    login: str
    name: str
    team: str
    role: str

    @classmethod
    def of(cls, person: Person) -> "PersonShape":
        """Make it from a person."""
        return cls(login=person.login, name=person.name, team=person.team_id, role=person.role.value)


class MemberShape(Shape):
    """Somebody of the team."""

    id: str
    login: str
    name: str
    role: str
    last_used_at: datetime | None

    @classmethod
    def of(cls, member: Member) -> "MemberShape":
        """Make it from a member."""
        return cls(
            id=member.user_id,
            login=member.login,
            name=member.name,
            role=member.role.value,
            last_used_at=member.signed_in_at,
        )


class FirstPassword(Shape):
    """Somebody's first password, which is told this once; null for somebody who has one already."""

    id: str
    first_password: str | None


class ReviewShape(Shape):
    """What is said of a record."""

    state: str
    reason: str
    by: str


class RecordShape(Shape):
    """A record in a list."""

    id: str
    number: int
    library: str
    name: str
    media_type: str
    pages: int
    pages_read: int
    received_at: datetime
    changed_at: datetime
    lowest_confidence: float | None
    doubtful_lines: int
    open_conflicts: int
    languages: list[str]
    review: ReviewShape
    review_in_field: ReviewShape
    changed_since_review: bool
    in_trash: bool
    erased: bool

    @classmethod
    def of(cls, row: Document) -> "RecordShape":
        """Make it from a document."""
        return cls(
            id=row.id,
            number=row.number,
            library=row.library_id,
            name=row.name,
            media_type=row.media_type,
            pages=row.page_count,
            pages_read=row.pages_read,
            received_at=row.received_at,
            changed_at=row.changed_at,
            lowest_confidence=row.lowest_confidence,
            doubtful_lines=row.doubtful_lines,
            open_conflicts=row.open_conflicts,
            languages=row.languages.split(),
            review=ReviewShape(state=row.hq_state, reason=row.hq_reason, by=row.hq_by),
            review_in_field=ReviewShape(state=row.field_state, reason=row.field_reason, by=row.field_by),
            changed_since_review=row.changed_since,
            in_trash=row.trashed,
            erased=row.erased_at is not None,
        )


class RecordList(Shape):
    """One screen of records, the newest first."""

    total: int
    records: list[RecordShape]
    older: int | None = Field(description="To be given as 'before' for the next screen.")


class LineShape(Shape):
    """A line as it stands."""

    id: str
    text: str
    as_read: str | None = Field(description="What the model had read, if a person changed it.")
    confidence: float
    doubtful: bool
    quad: list[list[float]] | None = Field(
        description="Clockwise from the text's top left, in pixels of the upright page; null if not sent yet."
    )
    language: str
    corrected_by: str | None
    pending: bool = Field(description="Headquarters changed it and the laptop has not confirmed that yet.")


class PageShape(Shape):
    """A page with the lines that stand there."""

    id: str
    index: int
    read: bool
    width: int | None
    height: int | None
    image: bool = Field(description="Whether the page image is at headquarters.")
    lines: list[LineShape]

    @classmethod
    def of(cls, shown: ShownPage) -> "PageShape":
        """Make it from a page."""
        return cls(
            id=shown.page.id,
            index=shown.page.page_index,
            read=shown.reading is not None,
            width=shown.size[0] if shown.size else None,
            height=shown.size[1] if shown.size else None,
            image=shown.has_image,
            lines=[
                LineShape(
                    id=each.line.id,
                    text=each.line.text,
                    as_read=each.as_read,
                    confidence=each.line.confidence,
                    doubtful=each.line.unsure,
                    quad=None if each.line.quad is None else [list(point) for point in each.line.quad],
                    language=each.line.language,
                    corrected_by=None if each.correction is None else each.correction.author,
                    pending=each.pending,
                )
                for each in shown.lines
            ],
        )


class ConflictShape(Shape):
    """Two versions of a line."""

    id: str
    record: str
    page: str
    line: str
    kind: str
    kept: str
    other: str
    found_at: datetime
    resolved_at: datetime | None
    resolution: str

    @classmethod
    def of(cls, row: Conflict) -> "ConflictShape":
        """Make it from a conflict."""
        return cls(
            id=row.id,
            record=row.document_id,
            page=row.page_id,
            line=row.line_id,
            kind=row.kind,
            kept=row.kept_text,
            other=row.other_text,
            found_at=row.found_at,
            resolved_at=row.resolved_at,
            resolution=row.resolution,
        )


class FullRecord(Shape):
    """A record with all that is known of it."""

    record: RecordShape
    pages: list[PageShape]
    conflicts: list[ConflictShape]
    answers: list[dict[str, Any]]
    comments: list[dict[str, Any]]
    tags: list[str]
    cases: list[str]

    @classmethod
    def of(cls, record: Record) -> "FullRecord":
        """Make it from a record."""
        return cls(
            record=RecordShape.of(record.document),
            pages=[PageShape.of(page) for page in record.pages],
            conflicts=[ConflictShape.of(each) for each in record.conflicts],
            answers=[
                {
                    "id": each.id,
                    "page": each.page_id,
                    "question": each.question,
                    "text": each.text if each.review_text is None else each.review_text,
                    "doubtful": each.doubtful,
                    "review": each.review_state,
                    "evidence": (each.body or {}).get("evidence", []),
                }
                for each in record.answers
            ],
            comments=[
                {"author": each.author, "text": each.text, "at": each.at.isoformat()}
                for each in record.comments
            ],
            tags=list(record.tags),
            cases=[case.name for case in record.cases],
        )


class FoundShape(Shape):
    """Something that was found."""

    record: str
    name: str
    kind: str
    page_index: int | None
    snippet: list[tuple[str, bool]]

    @classmethod
    def of(cls, found: Found) -> "FoundShape":
        """Make it from what was found."""
        return cls(
            record=found.document_id,
            name=found.document_name,
            kind=found.kind,
            page_index=found.page_index,
            snippet=list(found.snippet),
        )


class FoundList(Shape):
    """One screen of what was found."""

    total: int
    within_words: bool
    found: list[FoundShape]


class ConflictList(Shape):
    """Conflicts that nobody settled yet."""

    conflicts: list[ConflictShape]


class Made(Shape):
    """The id of something that was made."""

    id: str


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
    enrolled_at: datetime
    last_seen_at: datetime
    revoked_at: datetime | None
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


class NewlyInvited(Shape):
    """An invitation that was made just now."""

    id: str
    invitation: str = Field(description="To be given to the laptop, as a file or as a QR code.")
    fingerprint: str = Field(description="Of whom a laptop will trust by it, for the person to compare.")
