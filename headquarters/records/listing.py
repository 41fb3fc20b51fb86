"""Lists records of a team: what lies to be done, and what is narrowed to; a screen at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, any_, func, literal, or_, select, true
from sqlalchemy.orm import Session

from engine.language import normalise_for_search
from headquarters.records.group_tables import Case, CaseDocument, DocumentTag
from headquarters.records.tables import Document, UnknownChange

MOST_LISTED = 200


class Shelf(StrEnum):
    """Which records are meant; each record can lie on several shelves."""

    INBOX = "inbox"
    """Nobody at headquarters has said anything, or the field changed it since."""
    DOUBT = "doubt"
    """Some lines are doubtful."""
    CONFLICT = "conflict"
    """Two people changed the same line."""
    RETURNED = "returned"
    """Sent back to the field."""
    PROBLEM = "problem"
    """Somebody, here or in the field, says that it is a problem; or a laptop could not read a page."""
    APPROVED = "approved"
    """Headquarters has approved it, and nothing changed since."""
    ALL = "all"
    """Everything outside the trash."""
    TRASH = "trash"
    """In a laptop's trash, or removed there."""


def _condition(shelf: Shelf) -> ColumnElement[bool]:
    present = and_(Document.trashed.is_(False), Document.erased_at.is_(None))
    more: dict[Shelf, ColumnElement[bool]] = {
        Shelf.INBOX: and_(present, or_(Document.hq_state == "none", Document.changed_since.is_(True))),
        Shelf.DOUBT: and_(present, Document.doubtful_lines > 0),
        Shelf.CONFLICT: and_(present, Document.open_conflicts > 0),
        Shelf.RETURNED: and_(present, Document.hq_state == "returned"),
        Shelf.PROBLEM: and_(
            present,
            or_(Document.hq_state == "problem", Document.field_state == "problem", Document.pages_failed > 0),
        ),
        Shelf.APPROVED: and_(present, Document.hq_state == "approved", Document.changed_since.is_(False)),
        Shelf.ALL: present,
        Shelf.TRASH: or_(Document.trashed.is_(True), Document.erased_at.is_not(None)),
    }
    return more[shelf]


@dataclass(frozen=True, slots=True)
class RecordFilter:
    """Which records are meant; all that is given must hold.

    Attributes:
        shelf: What lies to be done.
        library_id: Of one laptop's library.
        language: BCP 47 code that occurs in them.
        tag: With this tag.
        case_id: In this case.
    """

    shelf: Shelf = Shelf.ALL
    library_id: str | None = None
    language: str | None = None
    tag: str | None = None
    case_id: str | None = None

    def conditions(self, team_id: str) -> list[ColumnElement[bool]]:
        """Return it as conditions on documents of a team."""
        meant: list[ColumnElement[bool]] = [Document.team_id == team_id, _condition(self.shelf)]
        if self.library_id:
            meant.append(Document.library_id == self.library_id)
        if self.language:
            meant.append(literal(self.language) == any_(func.string_to_array(Document.languages, " ")))
        if self.tag:
            key = normalise_for_search(self.tag) or self.tag.casefold()
            meant.append(
                select(true())
                .where(
                    DocumentTag.team_id == team_id,
                    DocumentTag.document_id == Document.id,
                    DocumentTag.tag_key == key,
                )
                .exists()
            )
        if self.case_id:
            meant.append(
                select(true())
                .where(
                    CaseDocument.team_id == team_id,
                    CaseDocument.document_id == Document.id,
                    CaseDocument.case_id == self.case_id,
                )
                .exists()
            )
        return meant


@dataclass(frozen=True, slots=True)
class RecordPage:
    """One screen of records.

    Attributes:
        records: The newest first.
        total: How many there are in all.
        older: What to give as ``before`` for the next screen; None if there is none.
    """

    records: tuple[Document, ...]
    total: int
    older: int | None


def list_records(
    session: Session, team_id: str, wanted: RecordFilter, *, before: int | None = None, limit: int = 50
) -> RecordPage:
    """List records, the newest first.

    Args:
        session: Of the database.
        team_id: Whose records.
        wanted: Which of them.
        before: The number of the record that the screen before ended with.
        limit: At most so many.
    """
    meant = wanted.conditions(team_id)
    limit = max(1, min(limit, MOST_LISTED))
    total = session.scalar(select(func.count()).select_from(Document).where(*meant)) or 0
    asked = select(Document).where(*meant).order_by(Document.number.desc()).limit(limit + 1)
    if before is not None:
        asked = asked.where(Document.number < before)
    rows = list(session.scalars(asked))
    more = len(rows) > limit
    return RecordPage(tuple(rows[:limit]), total, rows[limit - 1].number if more else None)


def next_to_review(session: Session, team_id: str, document: Document) -> str | None:
    """Return the id of the record to review after another one; None if nothing else lies to be reviewed.

    From the newest it goes to ever older ones, and then begins again with what has arrived meanwhile.
    """
    meant = RecordFilter(Shelf.INBOX).conditions(team_id)
    older_first = (Document.number < document.number).desc()
    return session.scalar(
        select(Document.id)
        .where(*meant, Document.id != document.id)
        .order_by(older_first, Document.number.desc())
        .limit(1)
    )


def counts(session: Session, team_id: str) -> dict[Shelf, int]:
    """Return how many records lie on each shelf."""
    columns = [func.count().filter(_condition(shelf)) for shelf in Shelf]
    row = session.execute(select(*columns).select_from(Document).where(Document.team_id == team_id)).one()
    return dict(zip(Shelf, row, strict=True))


def tags_of(session: Session, team_id: str, document_ids: Sequence[str]) -> dict[str, list[str]]:
    """Return the tags of some documents."""
    found: dict[str, list[str]] = {each: [] for each in document_ids}
    rows = session.execute(
        select(DocumentTag.document_id, DocumentTag.tag)
        .where(DocumentTag.team_id == team_id, DocumentTag.document_id.in_(document_ids))
        .order_by(DocumentTag.tag_key)
    )
    for document_id, tag in rows:
        found[document_id].append(tag)
    return found


def cases_of(session: Session, team_id: str, document_id: str) -> list[Case]:
    """Return the cases that a document belongs to."""
    return list(
        session.scalars(
            select(Case)
            .join(CaseDocument, (CaseDocument.team_id == Case.team_id) & (CaseDocument.case_id == Case.id))
            .where(Case.team_id == team_id, CaseDocument.document_id == document_id, Case.removed.is_(False))
            .order_by(Case.name)
        )
    )


def unknown_changes(session: Session, team_id: str) -> dict[str, int]:
    """Return for each library how many changes headquarters did not understand."""
    rows = session.execute(
        select(UnknownChange.library_id, func.sum(UnknownChange.count))
        .where(UnknownChange.team_id == team_id)
        .group_by(UnknownChange.library_id)
    )
    return {library_id: int(count) for library_id, count in rows}
