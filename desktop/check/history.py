"""Who changed what on a page, and when: made of corrections and the change log, in the library's thread."""

from dataclasses import dataclass
from datetime import UTC, datetime

from engine.library import Change, Correction, Library, ReviewState, StoredReading

MACHINE = "sanduku"
"""The author of what no person did."""

MOST_CHANGES = 1000


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened.

    Attributes:
        seconds: When, since 1970 in UTC.
        author: Who did it; :data:`MACHINE` for the machine.
        kind: What: ``read``, ``text``, ``confirmed``, ``add``, ``delete``, ``split``, ``merge``, ``undo``,
            ``redo``, ``approved``, ``problem``, ``sent-back``, ``renamed``, ``trashed``, ``restored`` or
            ``adjusted``.
        before: What stood there.
        after: What stands there since, or what was said.
        line_id: The line, where it is about one that is still there.
        correction_id: The version of the line that it made; None for what the machine read.
        restores: ``version``: the line can be given back what it read then; ``undo``: it can be taken back;
            empty: neither.
        undone: Whether it was taken back since.
        in_force: Whether the line reads so now.
    """

    seconds: float
    author: str
    kind: str
    before: str = ""
    after: str = ""
    line_id: str | None = None
    correction_id: str | None = None
    restores: str = ""
    undone: bool = False
    in_force: bool = False


def line_history(library: Library, page_id: str, line_id: str) -> tuple[Entry, ...]:
    """Return what a line has read, the latest first; nothing for a line that is gone."""
    stored = library.readings.of_page(page_id)
    if stored is None or line_id not in stored.line_ids:
        return ()
    entries, before = [], ""
    for version in library.readings.versions(page_id, line_id):
        kind = version.kind
        if kind == "text" and version.line.text == before:
            kind = "confirmed"
        entries.append(
            Entry(
                _seconds(version.made_at),
                version.author,
                kind,
                before=before if kind == "text" else "",
                after=version.line.text,
                line_id=line_id,
                correction_id=version.correction_id,
                restores="" if version.in_force else "version",
                undone=version.undone,
                in_force=version.in_force,
            )
        )
        before = version.line.text
    return tuple(reversed(entries))


def page_history(library: Library, page_id: str) -> tuple[Entry, ...]:
    """Return what happened to a page and its document, the latest first."""
    stored = library.readings.of_page(page_id)
    page = library.documents.page(page_id)
    corrections = library.readings.history(page_id)
    by_id = {each.id: each for each in corrections}
    undone: dict[str, bool] = {}
    for each in corrections:
        if each.about is not None:
            undone[each.about] = each.kind == "undo"
    entries = [_of_correction(each, by_id, undone, stored) for each in corrections]
    changes = library.changes.of_document(page.document_id, limit=MOST_CHANGES)
    entries += [entry for change in changes if (entry := _of_change(change, page_id)) is not None]
    return tuple(sorted(entries, key=lambda entry: -entry.seconds))


def _of_correction(
    each: Correction,
    by_id: dict[str, Correction],
    undone: dict[str, bool],
    stored: StoredReading | None,
) -> Entry:
    about = by_id.get(each.about) if each.about else None
    told = about or each
    before = " / ".join(placed.line.text for placed in told.previous)
    after = " / ".join(placed.line.text for placed in told.replacement)
    kind = each.kind
    if kind == "text" and before == after:
        kind, before = "confirmed", ""
    line_id = each.replacement[0].id if each.kind in ("text", "add") and each.replacement else None
    there = stored is not None and each.reading_id == stored.id
    makers = {} if stored is None else dict(zip(stored.line_ids, stored.makers, strict=True))
    maker = makers.get(line_id) if line_id is not None else None
    in_force = there and maker is not None and maker.id == each.id
    restores = ""
    if there and line_id is not None and line_id in makers and not in_force:
        restores = "version"
    elif there and each.kind == "delete" and not undone.get(each.id, False):
        restores = "undo"
    return Entry(
        _seconds(each.made_at),
        each.author,
        kind,
        before=before,
        after=after,
        line_id=line_id if line_id in makers else None,
        correction_id=each.id,
        restores=restores,
        undone=undone.get(each.id, False),
        in_force=in_force,
    )


def _of_change(change: Change, page_id: str) -> Entry | None:
    payload, seconds = change.payload or {}, change.at.milliseconds / 1000
    match change.entity, change.kind:
        case "reading", "added" if payload.get("page") == page_id:
            return Entry(seconds, MACHINE, "read")
        case "page", "adjusted" if change.entity_id == page_id:
            return Entry(seconds, change.author, "adjusted")
        case "document", "reviewed":
            kinds = {ReviewState.APPROVED: "approved", ReviewState.PROBLEM: "problem"}
            kind = kinds.get(ReviewState(payload.get("state", "none")), "sent-back")
            return Entry(seconds, change.author, kind, after=str(payload.get("reason", "")))
        case "document", ("renamed" | "trashed" | "restored") as kind:
            return Entry(seconds, change.author, kind, after=str(payload.get("name", "")))
    return None


def _seconds(moment: str) -> float:
    return datetime.fromisoformat(moment).replace(tzinfo=UTC).timestamp()
