"""Tables of people and their sessions."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from headquarters.database import Base


class User(Base):
    """Somebody who can sign in."""

    __tablename__ = "users"

    id: Mapped[str] = mapped_column(primary_key=True)
    login: Mapped[str] = mapped_column(unique=True)
    """What the person types; lower case."""
    name: Mapped[str]
    password: Mapped[str]
    """Argon2id in PHC form."""
    must_change: Mapped[bool] = mapped_column(default=False)
    """Whether somebody else chose the password, so that it opens nothing but the page to change it."""
    language: Mapped[str] = mapped_column(default="en")
    failures: Mapped[int] = mapped_column(default=0)
    """Wrong passwords in a row."""
    locked_until: Mapped[datetime | None]
    disabled_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class Membership(Base):
    """What a user may do in a team."""

    __tablename__ = "memberships"
    __table_args__ = (
        CheckConstraint("role IN ('reviewer', 'admin', 'auditor')", name="known_role"),
        Index(None, "team_id"),
    )

    user_id: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    team_id: Mapped[str] = mapped_column(ForeignKey("teams.id", ondelete="CASCADE"), primary_key=True)
    role: Mapped[str]


class TeamInvitation(Base):
    """That a team would have somebody as a member who has an account here; they say yes, or no."""

    __tablename__ = "team_invitations"
    __table_args__ = (
        CheckConstraint("role IN ('reviewer', 'admin', 'auditor')", name="known_role"),
        Index(None, "team_id"),
    )

    user_id: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    team_id: Mapped[str] = mapped_column(ForeignKey("teams.id", ondelete="CASCADE"), primary_key=True)
    role: Mapped[str]
    name: Mapped[str]
    """As whoever invited calls them: what they are called elsewhere is not told before they say yes."""
    invited_by: Mapped[str]
    invited_at: Mapped[datetime]


class PersonSession(Base):
    """A user who is signed in, in one team at a time."""

    __tablename__ = "person_sessions"
    __table_args__ = (Index(None, "user_id"),)

    token_hash: Mapped[bytes] = mapped_column(primary_key=True)
    """SHA-256 of the token, so that whoever reads the database cannot sign in."""
    user_id: Mapped[str] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    team_id: Mapped[str] = mapped_column(ForeignKey("teams.id", ondelete="CASCADE"))
    kind: Mapped[str]
    """``web`` for a browser's cookie, ``api`` for a program's token."""
    csrf: Mapped[str]
    opened_at: Mapped[datetime]
    used_at: Mapped[datetime]
    ends_at: Mapped[datetime]
