"""Records as rows: one for each line of text, with where it comes from and how sure it is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from headquarters.devices.registry import names_of
from headquarters.records.group_tables import DocumentTag
from headquarters.records.listing import RecordFilter
from headquarters.records.refreshing import stand
from headquarters.records.tables import Document, LineCorrection, Page, PageReading

_AT_ONCE = 100

Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of an export.

    Attributes:
        name: In the first row.
        tag: Its hashtag in the Humanitarian Exchange Language; empty for none.
        kind: ``text``, ``whole``, ``number`` or ``flag``.
    """

    name: str
    tag: str
    kind: str = "text"


COLUMNS = (
    Column("document", "#meta+document+name"),
    Column("page", "#meta+page+num", "whole"),
    Column("line", "#meta+line+num", "whole"),
    Column("text", "#description+text"),
    Column("as_read", "#description+text+original"),
    Column("corrected_by", "#contact+name+corrected"),
    Column("confidence", "#indicator+confidence+num", "number"),
    Column("doubtful", "#status+doubtful", "flag"),
    Column("language", "#meta+lang"),
    Column("review", "#status+review"),
    Column("review_in_field", "#status+review+field"),
    Column("open_conflicts", "#indicator+conflicts+num", "whole"),
    Column("tags", "#meta+tags"),
    Column("added_at", "#date+added"),
    Column("received_at", "#date+received"),
    Column("library", "#meta+library+id"),
    Column("document_id", "#meta+document+id"),
    Column("line_id", "#meta+line+id"),
    Column("laptop", "#meta+laptop+name"),
    Column("page_state", "#status+page"),
    Column("page_problem", "#status+page+problem"),
)

READ, NOT_READ, UNREADABLE = "read", "not-read", "unreadable"
"""States of pages: of one that is read, of one that is not yet, and of one that the laptop could not read."""


@dataclass(frozen=True, slots=True)
class ExportLine:
    """A line of text of a record.

    Attributes:
        page: From 1.
        number: From 1.
        line_id: As corrections name it.
        text: As it stands.
        as_read: What the model had read, if a person changed it.
        corrected_by: Who changed it, or None.
        confidence: In [0, 1].
        doubtful: Whether a person should look at it.
        language: BCP 47 code, or ``und``.
    """

    page: int
    number: int
    line_id: str
    text: str
    as_read: str | None
    corrected_by: str | None
    confidence: float
    doubtful: bool
    language: str


@dataclass(frozen=True, slots=True)
class PageWithoutText:
    """A page of which no text is here.

    Attributes:
        page: From 1.
        problem: Code of why the laptop could not read it; empty where it has not tried yet.
    """

    page: int
    problem: str

    @property
    def state(self) -> str:
        """``not-read`` or ``unreadable``."""
        return UNREADABLE if self.problem else NOT_READ


@dataclass(frozen=True, slots=True)
class ExportRecord:
    """A record as it goes out.

    Attributes:
        document: Its row.
        tags: Free words on it.
        lines: Of all pages that are read, in order.
        missing: Pages of which no text is here, in order.
        laptop: What people call the laptop that it is of.
    """

    document: Document
    tags: tuple[str, ...]
    lines: tuple[ExportLine, ...]
    missing: tuple[PageWithoutText, ...]
    laptop: str

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        """Yield one row for each line, under ``COLUMNS``, then one for each page of which no text is here.

        Where there is neither, as of an empty sheet, there is one row without a text.
        """
        document = self.document
        behind = (
            document.hq_state,
            document.field_state,
            document.open_conflicts,
            ", ".join(self.tags),
            document.added_at,
            document.received_at.isoformat(timespec="seconds"),
            document.library_id,
            document.id,
        )
        for line in self.lines:
            yield (
                document.name,
                line.page,
                line.number,
                line.text,
                line.as_read,
                line.corrected_by,
                round(line.confidence, 4),
                line.doubtful,
                line.language,
                *behind,
                line.line_id,
                self.laptop,
                READ,
                None,
            )
        for each in self.missing:
            without = (document.name, each.page, *(None,) * 7, *behind, None, self.laptop)
            yield (*without, each.state, each.problem or None)
        if not self.lines and not self.missing:
            yield (document.name, *(None,) * 8, *behind, None, self.laptop, READ, None)

    def to_json(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        document = self.document
        return {
            "id": document.id,
            "library": document.library_id,
            "laptop": self.laptop,
            "name": document.name,
            "media_type": document.media_type,
            "sha256": document.sha256,
            "pages": document.page_count,
            "added_at": document.added_at,
            "added_by": document.added_by,
            "received_at": document.received_at.isoformat(),
            "review": {"state": document.hq_state, "reason": document.hq_reason, "by": document.hq_by},
            "review_in_field": {
                "state": document.field_state,
                "reason": document.field_reason,
                "by": document.field_by,
            },
            "open_conflicts": document.open_conflicts,
            "tags": list(self.tags),
            "pages_without_text": [
                {"page": each.page, "state": each.state, "problem": each.problem or None}
                for each in self.missing
            ],
            "lines": [
                {
                    "page": line.page,
                    "number": line.number,
                    "id": line.line_id,
                    "text": line.text,
                    "as_read": line.as_read,
                    "corrected_by": line.corrected_by,
                    "confidence": line.confidence,
                    "doubtful": line.doubtful,
                    "language": line.language,
                }
                for line in self.lines
            ],
        }


def records_to_export(session: Session, team_id: str, wanted: RecordFilter) -> Iterator[ExportRecord]:
    """Yield records of a team, the oldest first, holding a hundred of them in memory."""
    after = 0
    while True:
        documents = session.scalars(
            select(Document)
            .where(*wanted.conditions(team_id), Document.number > after)
            .order_by(Document.number)
            .limit(_AT_ONCE)
        ).all()
        if not documents:
            return
        yield from _with_lines(session, team_id, documents)
        after = documents[-1].number
        session.expunge_all()


def _with_lines(session: Session, team_id: str, documents: Any) -> Iterator[ExportRecord]:  # noqa: ANN401
    ids = [document.id for document in documents]
    corrections: dict[str, list[LineCorrection]] = {}
    for correction in session.scalars(
        select(LineCorrection)
        .where(LineCorrection.team_id == team_id, LineCorrection.document_id.in_(ids))
        .order_by(LineCorrection.number)
    ):
        corrections.setdefault(correction.reading_id, []).append(correction)
    lines: dict[str, list[ExportLine]] = {each: [] for each in ids}
    missing: dict[str, list[PageWithoutText]] = {each: [] for each in ids}
    for page, reading in session.execute(
        select(Page, PageReading)
        .outerjoin(PageReading, (PageReading.team_id == Page.team_id) & (PageReading.id == Page.reading_id))
        .where(Page.team_id == team_id, Page.document_id.in_(ids))
        .order_by(Page.document_id, Page.page_index)
    ):
        if reading is None:
            missing[page.document_id].append(PageWithoutText(page.page_index + 1, page.problem))
        else:
            lines[page.document_id] += _lines(page, reading, corrections.get(reading.id, []))
    tags: dict[str, list[str]] = {each: [] for each in ids}
    for document_id, tag in session.execute(
        select(DocumentTag.document_id, DocumentTag.tag)
        .where(DocumentTag.team_id == team_id, DocumentTag.document_id.in_(ids))
        .order_by(DocumentTag.tag_key)
    ):
        tags[document_id].append(tag)
    laptops = names_of(session, team_id, {document.library_id for document in documents})
    for document in documents:
        laptop = laptops.get(document.library_id, "")
        yield ExportRecord(
            document,
            tuple(tags[document.id]),
            tuple(lines[document.id]),
            tuple(missing[document.id]),
            laptop,
        )


def _lines(page: Page, reading: PageReading, corrections: list[LineCorrection]) -> list[ExportLine]:
    as_read = {str(row[0]): str(row[1]) for row in reading.lines}
    makers = {each.id: each for each in corrections}
    found = []
    for number, line in enumerate(stand(reading, corrections).lines, start=1):
        maker = makers.get(line.made_by or "")
        found.append(
            ExportLine(
                page.page_index + 1,
                number,
                line.id,
                line.text,
                None if maker is None else as_read.get(line.id),
                None if maker is None else maker.author,
                line.confidence,
                line.unsure,
                line.language,
            )
        )
    return found
