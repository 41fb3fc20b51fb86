"""Teams: whoever works together, apart from all other teams of this headquarters.

Everything that belongs to people is scoped by a team. What belongs to headquarters as a whole, its id and its
epoch, stands here too.
"""

from datetime import datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Identity, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from headquarters.clock import Clock
from headquarters.database.base import Base
from headquarters.errors import HeadquartersError, NoSuchThingError
from headquarters.ids import random_id

MOST_NAME = 200


class Installation(Base):
    """This headquarters: one row."""

    __tablename__ = "installation"
    __table_args__ = (CheckConstraint("number = 1", name="one_row"),)

    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    hq_id: Mapped[str]
    epoch: Mapped[int]
    """Grows whenever headquarters is restored from a backup."""
    created_at: Mapped[datetime]


class Team(Base):
    """A team."""

    __tablename__ = "teams"

    id: Mapped[str] = mapped_column(primary_key=True)
    number: Mapped[int] = mapped_column(Identity(always=True), unique=True)
    name: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime]


class Library(Base):
    """A library of a team: a laptop's, and those of its clones and restored copies.

    Its row is what is locked while its streams or its log downwards grow.
    """

    __tablename__ = "libraries"

    team_id: Mapped[str] = mapped_column(ForeignKey("teams.id", ondelete="CASCADE"), primary_key=True)
    library_id: Mapped[str] = mapped_column(primary_key=True)
    created_at: Mapped[datetime]
    down_seq: Mapped[int] = mapped_column(BigInteger)
    """The end of the log downwards, see ``headquarters.down``."""
    down_hash: Mapped[str]
    has_wishes: Mapped[bool] = mapped_column(default=False)
    """Whether it may be asked for files, so that most laptops need not be looked up for it."""


class TeamNameError(HeadquartersError):
    """A team cannot have this name."""

    code = "team.name"
    status = 422


def add_team(session: Session, name: str, clock: Clock) -> Team:
    """Add a team; raises TeamNameError."""
    plain = " ".join(name.split())
    if not 0 < len(plain) <= MOST_NAME or not plain.isprintable():
        raise TeamNameError("A team's name has 1 to 200 printable characters.", remedy="Choose another name.")
    if session.scalar(select(Team.id).where(Team.name == plain)) is not None:
        raise TeamNameError(
            "There is a team of this name already.", which=plain, remedy="Choose another name."
        )
    team = Team(id=random_id(), name=plain, created_at=clock.now())
    session.add(team)
    session.flush()
    return team


def find_team(session: Session, name_or_id: str) -> Team:
    """Return a team by its name or id; raises NoSuchThingError."""
    found = session.scalar(select(Team).where((Team.name == name_or_id) | (Team.id == name_or_id)))
    if found is None:
        raise NoSuchThingError(
            "There is no such team.", which=name_or_id, remedy="List the teams with 'sanduku-hq team list'."
        )
    return found


def all_teams(session: Session) -> list[Team]:
    """Return all teams, the oldest first."""
    return list(session.scalars(select(Team).order_by(Team.number)))
