"""Says to laptops what was decided here. Each word goes into the log of the library that the record is of."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters import down
from headquarters.people.sessions import Person
from headquarters.records.tables import Document
from headquarters.teams import Library


def hold(session: Session, team_id: str, library_id: str) -> None:
    """Wait until nobody else changes what a library has here, and then be alone until the commit.

    What a laptop sends and what a reviewer says of the same line come one after the other this way.
    """
    session.execute(
        select(Library.library_id)
        .where(Library.team_id == team_id, Library.library_id == library_id)
        .with_for_update()
    )


def tell(
    session: Session,
    person: Person,
    document: Document,
    entity: str,
    entity_id: str,
    kind: str,
    payload: Mapping[str, Any],
) -> None:
    """Send something down about a document."""
    down.append(
        session,
        document.team_id,
        document.library_id,
        entity,
        entity_id,
        kind,
        dict(payload),
        author=person.author,
        document_id=document.id,
    )
