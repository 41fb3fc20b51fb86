"""What entries about readings and corrections do to records."""

import re

from engine.sync.wire.entries import Entry
from headquarters.ids import random_id
from headquarters.records.batch import Batch
from headquarters.records.conflicting import Clash, clash_of
from headquarters.records.of_documents import BY_HQ, Handler
from headquarters.records.standing import correction_of
from headquarters.records.tables import Conflict, LineCorrection, PageReading
from headquarters.records.telling import MalformedEntryError, Told, storable, storable_json

KINDS = ("text", "add", "delete", "split", "merge", "undo", "redo")
"""Of corrections."""
_CODE = re.compile(r"[a-z][a-z.-]{0,63}")
"""What the name of an error looks like; nothing else of an error is kept."""


def read(batch: Batch, entry: Entry) -> None:
    """A page was read, or read anew; that reading is in force from now on."""
    told = Told(entry.payload)
    page = batch.page(told.text("page"))
    if entry.text is None:
        raise MalformedEntryError("the text of a reading is missing")
    if batch.has_reading(entry.entity_id):
        raise MalformedEntryError("the reading is there already")
    reading = PageReading(
        team_id=batch.team_id,
        id=entry.entity_id,
        page_id=page.id,
        pipeline=told.text("pipeline", ""),
        body_sha256=told.optional_text("body_sha256"),
        image_sha256=told.optional_text("image_sha256"),
        thumbnail_sha256=told.optional_text("thumbnail_sha256"),
        lines=[[line.id, storable(line.text), line.confidence, line.doubtful] for line in entry.text],
        stream_id=batch.stream_id,
        sequence=entry.seq,
        at=entry.at,
        device=entry.device,
    )
    present = None if page.reading_id is None else batch.reading(page.reading_id)
    batch.add_reading(reading)
    apart = present is not None and not batch.knows(present.stream_id, present.sequence)
    if apart and present is not None and (present.at, present.device) > (entry.at, entry.device):
        return  # Two copies of the library read the page, each for itself: the later by its clock stands.
    page.reading_id, page.problem = reading.id, ""
    batch.pages_touched.add(page.id)
    batch.touch(batch.document(page.document_id))


def unreadable(batch: Batch, entry: Entry) -> None:
    """A laptop could not read a page; what an earlier reading says of it stands."""
    page, code = batch.page(entry.entity_id), Told(entry.payload).text("code", "")
    if page.reading_id is None:  # Another copy of the library may have read it.
        page.problem = code if _CODE.fullmatch(code) else "unknown"
        batch.touch(batch.document(page.document_id))


def corrected(batch: Batch, entry: Entry) -> None:
    """A person changed lines; or a laptop tells that it has done what headquarters asked."""
    told = Told(entry.payload)
    reading = batch.reading(told.text("reading_id"))
    page = batch.page(reading.page_id)
    body = told.json("targets", "replacement", "previous", "after")
    about, carried_from = told.optional_text("about"), told.optional_text("carried_from")
    try:
        correction_of(entry.entity_id, entry.kind, about, body)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise MalformedEntryError("a correction does not fit") from error
    if (entry.kind in ("undo", "redo")) != (about is not None):
        raise MalformedEntryError("a correction does not fit")
    known = {each.id: each for each in batch.corrections(page.id)}
    document = batch.document(page.document_id)
    if entry.entity_id in known:
        _confirmed(batch, known[entry.entity_id], reading.id, body)
        return
    if batch.has_correction(entry.entity_id):
        raise MalformedEntryError("the correction is there already")
    carried = known.get(carried_from or "")
    row = LineCorrection(
        team_id=batch.team_id,
        id=entry.entity_id,
        document_id=document.id,
        page_id=page.id,
        reading_id=reading.id,
        kind=entry.kind,
        body=body,
        about=about,
        carried_from=carried_from,
        author=entry.author,
        made_at=told.text("made_at", ""),
        # What a laptop carries over to a new reading stays what it was: also a word of headquarters.
        by_hq=carried is not None and carried.by_hq,
        reason="",
        stream_id=batch.stream_id,
        sequence=entry.seq,
        at=entry.at,
        device=entry.device,
        standing="in-force",
        refused="",
    )
    clash = clash_of(row, batch.corrections(page.id), batch.knows)
    batch.add_correction(row)
    if clash is not None:
        _note(batch, row, clash)
    batch.pages_touched.add(page.id)
    if row.by_hq or entry.author.startswith(BY_HQ):
        batch.documents_touched.add(document.id)
    else:
        batch.touch(document)


def not_applied(batch: Batch, entry: Entry) -> None:
    """A laptop could not apply a correction of headquarters, and says why."""
    reason = Told(entry.payload).text("reason", "")
    batch.flush()
    row = batch.session.get(LineCorrection, (batch.team_id, entry.entity_id))
    if row is None or not row.by_hq:
        raise MalformedEntryError("the correction is unknown")
    batch.document(row.document_id)
    row.refused = reason[:400]
    text = " ".join(str(each["line"]["text"]) for each in row.body["replacement"])
    batch.conflicted.add(row.document_id)
    batch.session.add(
        Conflict(
            team_id=batch.team_id,
            id=random_id(),
            document_id=row.document_id,
            page_id=row.page_id,
            line_id=next(iter(row.body["targets"]), ""),
            kind="not-applied",
            kept_id="",
            other_id=row.id,
            kept_text="",
            other_text=text,
            found_at=batch.now,
        )
    )
    batch.documents_touched.add(row.document_id)


def _confirmed(batch: Batch, row: LineCorrection, reading_id: str, body: dict[str, object]) -> None:
    """Note that a laptop has a correction of headquarters, perhaps on a later reading than it was made on."""
    if row.stream_id is not None or not row.by_hq:
        raise MalformedEntryError("the correction is there already")
    row.confirmed_at = row.confirmed_at or batch.now
    if row.reading_id != reading_id:
        row.reading_id, row.body = reading_id, storable_json(body)
        batch.pages_touched.add(row.page_id)
    batch.documents_touched.add(row.document_id)


def _note(batch: Batch, row: LineCorrection, clash: Clash) -> None:
    """Keep both versions, and let the one that counts more stand."""
    loser = clash.other
    if clash.overrules:
        loser.standing = "overruled"
    batch.flush()
    batch.conflicted.add(row.document_id)
    batch.session.add(
        Conflict(
            team_id=batch.team_id,
            id=random_id(),
            document_id=row.document_id,
            page_id=row.page_id,
            line_id=clash.line_id,
            kind=clash.kind,
            kept_id=clash.kept.id,
            other_id=loser.id,
            kept_text=clash.text_of(clash.kept),
            other_text=clash.text_of(loser),
            found_at=batch.now,
        )
    )


HANDLERS: dict[tuple[str, str], Handler] = {
    ("reading", "added"): read,
    ("page", "unreadable"): unreadable,
    **{("correction", kind): corrected for kind in KINDS},
    ("correction", "not-applied"): not_applied,
}
"""What each kind of entry does."""
