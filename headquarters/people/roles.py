"""What people may do in a team: a role is of one team, and in another the same person may have none."""

from enum import StrEnum


class Role(StrEnum):
    """What somebody may do in a team."""

    REVIEWER = "reviewer"
    """Reads, searches, corrects, reviews and exports the team's records."""
    ADMIN = "admin"
    """All that, and laptops, invitations, people, packs, settings and erasure."""
    AUDITOR = "auditor"
    """Reads what was done, by whom; sees no record."""


class Right(StrEnum):
    """One thing that a role allows."""

    READ_RECORDS = "read-records"
    WRITE_RECORDS = "write-records"
    EXPORT_RECORDS = "export-records"
    SEE_DEVICES = "see-devices"
    MANAGE_DEVICES = "manage-devices"
    MANAGE_PEOPLE = "manage-people"
    MANAGE_TEAM = "manage-team"
    READ_AUDIT = "read-audit"


_OF_REVIEWERS = frozenset({Right.READ_RECORDS, Right.WRITE_RECORDS, Right.EXPORT_RECORDS, Right.SEE_DEVICES})

RIGHTS: dict[Role, frozenset[Right]] = {
    Role.REVIEWER: _OF_REVIEWERS,
    Role.ADMIN: frozenset(Right),
    Role.AUDITOR: frozenset({Right.SEE_DEVICES, Right.READ_AUDIT}),
}
"""What each role allows."""
