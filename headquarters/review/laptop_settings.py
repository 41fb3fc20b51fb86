"""How the laptops of a team should read: one setting at a time, for all of them or for one.

A laptop takes settings of ``pages`` and ``reading`` and no others, when it next sends or receives, and tells
with what it sends after that. Whoever sits at it can still change them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.errors import SettingError
from engine.settings import Declaration, Settings, Value, declarations, with_setting
from engine.sync.wire.down import SETTABLE
from headquarters import audit, down
from headquarters.devices.registry import DeviceFacts, devices_of
from headquarters.errors import NoSuchThingError
from headquarters.people.roles import Right
from headquarters.people.sessions import Person
from headquarters.review.errors import ReviewError
from headquarters.review.tables import SettingWish
from headquarters.teams import Library


class LaptopSettingError(ReviewError):
    """A setting that laptops would not take, or a value that does not fit it."""

    code = "review.setting"


@dataclass(frozen=True, slots=True)
class LaptopStanding:
    """How far a laptop is with a setting.

    Attributes:
        device: The laptop.
        value: What it was asked to take.
        asked_at: When.
        state: ``waiting`` for it to come by, ``told``, ``taken`` or ``refused``.
    """

    device: DeviceFacts
    value: Value
    asked_at: datetime
    state: Literal["waiting", "told", "taken", "refused"]


@dataclass(frozen=True, slots=True)
class LaptopSetting:
    """A setting of laptops, as headquarters sees it.

    Attributes:
        declaration: Its name, default, bounds and help.
        team: What all laptops are asked to take, also those that join later; None where nothing was said.
        laptops: Those that were asked, the longest silent first.
    """

    declaration: Declaration
    team: Value | None
    laptops: tuple[LaptopStanding, ...]


def offered() -> tuple[Declaration, ...]:
    """Return the settings that headquarters may set."""
    return tuple(each for each in declarations(Settings()) if each.name.startswith(SETTABLE))


def wish(
    session: Session,
    person: Person,
    name: str,
    text: str,
    *,
    library_id: str | None = None,
    now: datetime,
) -> Value:
    """Ask laptops to take a setting, and return its value.

    Args:
        session: In a transaction.
        person: An admin.
        name: ``section.key``.
        text: The value as a person types it; lists are separated by commas.
        library_id: Of one laptop; None for all of the team, also those that join later.
        now: The time.

    Raises:
        NotAllowedError: The person is no admin.
        LaptopSettingError: Laptops take no such setting, or not this value.
        NoSuchThingError: The team has no such laptop.
    """
    person.require(Right.MANAGE_TEAM)
    value = _checked(name, text)
    libraries = _libraries(session, person.team_id, library_id)
    if library_id is None:
        _keep(session, person, "", name, value, 0, now)
    for each in libraries:
        seq = _tell(session, person.team_id, each, name, _plain(value), person.author)
        _keep(session, person, each, name, value, seq, now)
    session.flush()
    audit.record(
        session,
        team_id=person.team_id,
        actor=person.author,
        action="laptops.setting",
        subject=library_id or person.team_id,
        details={"name": name, "value": _plain(value)},
        at=now,
    )
    return value


def tell_newcomer(session: Session, team_id: str, library_id: str, *, now: datetime) -> None:
    """Tell a library that has just joined what all laptops of the team are asked to take."""
    for name, row in _latest(session, team_id, "").items():
        seq = _tell(session, team_id, library_id, name, row.value, row.asked_by)
        session.add(_row(team_id, library_id, name, row.value, row.asked_by, seq, now))
    session.flush()


def settings_of_laptops(session: Session, team_id: str) -> list[LaptopSetting]:
    """Return all settings that headquarters may set, and how far each laptop is with each."""
    heads: dict[str, int] = {
        row.library_id: row.down_seq
        for row in session.execute(
            select(Library.library_id, Library.down_seq).where(Library.team_id == team_id)
        )
    }
    latest: dict[tuple[str, str], SettingWish] = {}
    for row in session.scalars(
        select(SettingWish).where(SettingWish.team_id == team_id).order_by(SettingWish.number)
    ):
        latest[row.library_id, row.name] = row
    devices = [each for each in devices_of(session, team_id) if each.revoked_at is None]
    found = []
    for declaration in offered():
        standings = []
        for device in devices:
            asked = latest.get((device.library_id, declaration.name))
            if asked is not None:
                reached = heads.get(device.library_id, 0) - device.behind >= asked.seq
                state = _state(asked, reached=reached)
                standings.append(LaptopStanding(device, _value(asked.value), asked.asked_at, state))
        team = latest.get(("", declaration.name))
        found.append(
            LaptopSetting(declaration, None if team is None else _value(team.value), tuple(standings))
        )
    return found


def _state(asked: SettingWish, *, reached: bool) -> Literal["waiting", "told", "taken", "refused"]:
    if asked.state == "taken":
        return "taken"
    if asked.state == "refused":
        return "refused"
    return "told" if reached else "waiting"


def _checked(name: str, text: str) -> Value:
    if not any(each.name == name for each in offered()):
        raise LaptopSettingError(
            "Laptops take no such setting from headquarters.", remedy="Choose one of the list."
        )
    try:
        changed = with_setting(Settings(), name, text)
    except SettingError as error:
        raise LaptopSettingError(error.what, which=name, remedy="Choose a value that fits.") from None
    return next(each.value for each in declarations(changed) if each.name == name)


def _libraries(session: Session, team_id: str, library_id: str | None) -> Sequence[str]:
    # All of them, in one order, as whoever holds several does.
    meant = select(Library.library_id).where(Library.team_id == team_id).order_by(Library.library_id)
    if library_id is not None:
        meant = meant.where(Library.library_id == library_id)
    found = session.scalars(meant).all()
    if library_id is not None and not found:
        raise NoSuchThingError("There is no such laptop in this team.", remedy="Look at the list of laptops.")
    return found


def _latest(session: Session, team_id: str, library_id: str) -> dict[str, SettingWish]:
    rows = session.scalars(
        select(SettingWish)
        .where(SettingWish.team_id == team_id, SettingWish.library_id == library_id)
        .order_by(SettingWish.number)
    )
    return {row.name: row for row in rows}


def _tell(session: Session, team_id: str, library_id: str, name: str, value: object, author: str) -> int:
    entry = down.append(session, team_id, library_id, "settings", name, "set", {name: value}, author=author)
    return entry.seq


def _keep(
    session: Session, person: Person, library_id: str, name: str, value: Value, seq: int, now: datetime
) -> None:
    session.add(_row(person.team_id, library_id, name, _plain(value), person.author, seq, now))


def _row(
    team_id: str, library_id: str, name: str, value: object, author: str, seq: int, now: datetime
) -> SettingWish:
    return SettingWish(
        team_id=team_id,
        library_id=library_id,
        name=name,
        value=value,
        asked_by=author,
        asked_at=now,
        seq=seq,
        state="",
    )


def _plain(value: Value) -> bool | int | float | str | list[str]:
    return list(value) if isinstance(value, tuple) else value


def _value(stored: object) -> Value:
    if isinstance(stored, list):
        return tuple(map(str, stored))
    assert isinstance(stored, bool | int | float | str)
    return stored
