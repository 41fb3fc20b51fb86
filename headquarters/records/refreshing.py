"""Brings what is reckoned from lines up to date: sums of pages and documents, the search, conflicts."""

from collections.abc import Iterable, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from engine.language import UNDETERMINED
from headquarters.ids import random_id
from headquarters.records.batch import Batch
from headquarters.records.standing import Standing, correction_of, read_lines, standing
from headquarters.records.tables import Conflict, Document, LineCorrection, Page, PageReading
from headquarters.search import texts
from headquarters.search.texts import Findable


def refresh(batch: Batch) -> None:
    """Bring everything that a batch touched up to date, and write it."""
    for page_id in sorted(batch.pages_touched):
        page = batch.page(page_id)
        if page.reading_id is not None:
            findable = refresh_page(
                batch.session, page, batch.reading(page.reading_id), batch.corrections(page_id), batch
            )
            batch.find_by(findable)
            batch.documents_touched.add(page.document_id)
    texts.put(batch.session, batch.team_id, list(batch.findables.values()))
    pages = batch.pages_of_documents()
    touched = [batch.document(each) for each in batch.documents_touched]
    with_conflicts = {each.id for each in touched if each.open_conflicts} | batch.conflicted
    if with_conflicts:
        batch.flush()
    conflicts = _open_conflicts(batch.session, batch.team_id, with_conflicts)
    for document in touched:
        _set_sums(document, pages.get(document.id, []), conflicts.get(document.id, 0))
    batch.flush()


def refresh_page(
    session: Session,
    page: Page,
    reading: PageReading,
    corrections: Iterable[LineCorrection],
    batch: Batch | None = None,
) -> Findable:
    """Reckon what stands on a page; return its text as it can be found.

    Args:
        session: Of the database.
        page: The page.
        reading: Its reading in force.
        corrections: All of the page's, of every reading, in order.
        batch: What a failed correction is told within; None leaves conflicts as they are.
    """
    of_reading = [each for each in corrections if each.reading_id == reading.id]
    now = stand(reading, of_reading)
    if batch is not None:
        _note_failed(session, batch, of_reading, set(now.failed))
    unsure = [line for line in now.lines if line.unsure]
    page.doubtful_lines = len(unsure)
    page.lowest_confidence = min((line.confidence for line in now.lines), default=0.0)
    page.languages = " ".join(sorted({line.language for line in now.lines} - {UNDETERMINED}))
    rows = (" ".join(line.text.split()) for line in now.lines)
    return Findable("page", page.id, page.document_id, page.id, "\n".join(rows))


def stand(reading: PageReading, corrections: Iterable[LineCorrection]) -> Standing:
    """Return what stands of a reading, given its corrections in order."""
    counted = (each for each in corrections if each.standing != "overruled")
    return standing(
        read_lines(reading.lines),
        [correction_of(each.id, each.kind, each.about, each.body) for each in counted],
    )


def _note_failed(session: Session, batch: Batch, corrections: list[LineCorrection], failed: set[str]) -> None:
    """Tell of each correction that cannot be applied any more, and settle those that can again."""
    for each in corrections:
        if each.id in failed and each.standing == "in-force":
            each.standing = "cannot-apply"
            batch.conflicted.add(each.document_id)
            session.add(
                Conflict(
                    team_id=each.team_id,
                    id=random_id(),
                    document_id=each.document_id,
                    page_id=each.page_id,
                    line_id=next(iter(each.body["targets"]), ""),
                    kind="line-gone",
                    kept_id="",
                    other_id=each.id,
                    kept_text="",
                    other_text=" | ".join(str(made["line"]["text"]) for made in each.body["replacement"]),
                    found_at=batch.now,
                )
            )
        elif each.id not in failed and each.standing == "cannot-apply":
            each.standing = "in-force"
            batch.conflicted.add(each.document_id)
            for conflict in session.scalars(
                select(Conflict).where(
                    Conflict.team_id == each.team_id,
                    Conflict.other_id == each.id,
                    Conflict.kind == "line-gone",
                    Conflict.resolved_at.is_(None),
                )
            ):
                conflict.resolved_at, conflict.resolution = batch.now, "other"


def sum_up(session: Session, document: Document) -> None:
    """Reckon the sums of a document from its pages and conflicts."""
    pages = session.scalars(
        select(Page).where(Page.team_id == document.team_id, Page.document_id == document.id)
    ).all()
    conflicts = _open_conflicts(session, document.team_id, {document.id})
    _set_sums(document, pages, conflicts.get(document.id, 0))
    session.flush()


def _open_conflicts(session: Session, team_id: str, document_ids: set[str]) -> dict[str, int]:
    if not document_ids:
        return {}
    rows = session.execute(
        select(Conflict.document_id, func.count().label("open"))
        .where(
            Conflict.team_id == team_id,
            Conflict.document_id.in_(document_ids),
            Conflict.resolved_at.is_(None),
        )
        .group_by(Conflict.document_id)
    )
    return {row.document_id: row.open for row in rows}


def _set_sums(document: Document, pages: Sequence[Page], open_conflicts: int) -> None:
    read = [page for page in pages if page.reading_id is not None]
    sure = [page.lowest_confidence for page in read if page.lowest_confidence is not None]
    document.pages_read = len(read)
    document.pages_failed = sum(bool(page.problem) for page in pages)
    document.lowest_confidence = min(sure, default=None)
    document.doubtful_lines = sum(page.doubtful_lines for page in read)
    document.languages = " ".join(sorted({code for page in read for code in page.languages.split()}))
    document.open_conflicts = open_conflicts
