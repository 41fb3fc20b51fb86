"""The roots that sign a team's model packs: given by whoever runs the team, handed to its laptops.

Headquarters holds no key that signs packs: whoever breaks into it can offer nothing that laptops would
install. Invitations name the newest root by its fingerprint; each root signs the next.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.errors import SandukuError
from engine.packs.trust import following, in_order, read_root, refuse_unsigned
from headquarters import audit
from headquarters.people.roles import Right
from headquarters.people.sessions import Person
from headquarters.review.errors import ReviewError
from headquarters.review.tables import PackRoot

METADATA = "metadata/"
MOST_METADATA = 250_000
"""Bytes of one file of metadata: ours have some 5,000."""
_HERE = Path("roots of the team")
_REMEDY = (
    "Give the files of the folder 'roots' that 'python3 run.py models sign' keeps, all of them, in any order."
)


def roots_of(session: Session, team_id: str) -> Sequence[PackRoot]:
    """Return the roots that sign a team's packs, the first one first."""
    rows = select(PackRoot).where(PackRoot.team_id == team_id).order_by(PackRoot.version)
    return session.scalars(rows).all()


def newest_root(session: Session, team_id: str) -> PackRoot | None:
    """Return the newest root of a team; None where nobody signs its packs."""
    return next(reversed(roots_of(session, team_id)), None)


def add_roots(
    session: Session, person: Person, contents: Sequence[bytes], *, now: datetime
) -> Sequence[PackRoot]:
    """Take roots: the first ones that a team has, or those that follow them. Return all that it has now.

    Raises:
        NotAllowedError: The person is no admin.
        ReviewError: One is no root, or they do not follow from the one that the team has.
    """
    person.require(Right.MANAGE_TEAM)
    present = {row.version: row.content for row in roots_of(session, person.team_id)}
    try:
        chain = in_order(contents, _HERE)
        if not chain:
            return []
        if present:
            newest = present[max(present)]
            later = following(newest, chain, _HERE)
            strangers = [each for each in chain if each not in later and each not in present.values()]
            if any(read_root(each, _HERE).version >= min(present) for each in strangers):
                raise ReviewError(
                    "The team has another root with the same number: a chain of roots has no branches.",
                    remedy=_REMEDY,
                )
        else:
            later = [chain[0], *following(chain[0], chain, _HERE)]
    except ReviewError:
        raise
    except SandukuError as error:
        raise ReviewError(error.what, remedy=_REMEDY) from error
    for each in later:
        told = read_root(each, _HERE)
        session.add(
            PackRoot(
                team_id=person.team_id,
                version=told.version,
                content=each,
                fingerprint=told.fingerprint,
                signer=told.name,
                added_by=person.author,
                added_at=now,
            )
        )
        session.flush()
        audit.record(
            session,
            team_id=person.team_id,
            actor=person.author,
            action="packs.root-added",
            subject=told.fingerprint,
            details={"version": told.version},
            at=now,
        )
    return roots_of(session, person.team_id)


def check_signed(
    session: Session, person: Person, files: Mapping[str, Path], name: str, *, now: datetime
) -> None:
    """Raise ReviewError for a pack that the team's laptops would refuse; take the newer roots that it brings.

    Args:
        session: In a transaction.
        person: Who offers it.
        files: Those of the pack by their names in its folder, as :func:`offering.offer_pack` has them.
        name: Of the pack.
        now: The time.
    """
    root = newest_root(session, person.team_id)
    metadata = {
        each.removeprefix(METADATA): _content(path)
        for each, path in files.items()
        if each.startswith(METADATA)
    }
    if root is None:
        if metadata:
            raise ReviewError(
                "The pack is signed, and the team has no root yet by which laptops could tell by whom.",
                remedy="Give the signer's roots first: 'sanduku-hq packs root TEAM FILES'.",
            )
        return
    if not metadata:
        raise ReviewError(
            "Packs of this team are signed, and this one is not.",
            remedy="Sign it with 'python3 run.py models sign', and offer it then.",
        )
    try:
        refuse_unsigned(root.content, metadata, files["pack.json"].read_bytes(), name, Path(name))
    except SandukuError as error:
        raise ReviewError(error.what, remedy=error.remedy) from error
    add_roots(
        session,
        person,
        [each for file, each in metadata.items() if file.endswith(".root.json")],
        now=now,
    )


def _content(path: Path) -> bytes:
    if path.stat().st_size > MOST_METADATA:
        raise ReviewError("The pack's metadata are too large to be metadata.", remedy=_REMEDY)
    return path.read_bytes()
