"""What entries do that tell what became of a wish of headquarters: for parts of pages, files, settings."""

from sqlalchemy import select, update

from engine.sync.wire.entries import Entry
from engine.sync.wire.parsing import is_hash
from headquarters.records.batch import Batch
from headquarters.records.of_documents import Handler
from headquarters.records.telling import MalformedEntryError, Told
from headquarters.review.tables import CropRequest, FileRequest, SettingWish

_MOST_REASON = 400


def cut(batch: Batch, entry: Entry) -> None:
    """A laptop has cut a part of a page; the picture itself comes later, as a file."""
    sha256 = Told(entry.payload).text("sha256")
    if not is_hash(sha256):
        raise MalformedEntryError("the hash of a picture does not fit")
    crop = _crop(batch, entry, entry.entity_id)
    # Headquarters that was restored from a backup may have forgotten that it asked.
    if crop is not None:
        crop.sha256, crop.refused = sha256, ""


def not_sent(batch: Batch, entry: Entry) -> None:
    """A laptop cannot send what was asked for, and says why."""
    told = Told(entry.payload)
    reason, wish = told.text("reason", "")[:_MOST_REASON] or "unknown", told.text("id", "")
    crop = _crop(batch, entry, wish or entry.entity_id)
    if crop is not None:
        crop.refused = reason
        return
    batch.flush()
    asked = batch.session.get(FileRequest, (batch.team_id, entry.entity_id))
    if asked is not None and asked.document_id == batch.document(entry.document_id).id:
        # All that was asked for at once went down as one wish, and is refused as one.
        batch.session.execute(
            update(FileRequest)
            .where(
                FileRequest.team_id == batch.team_id,
                FileRequest.document_id == asked.document_id,
                FileRequest.asked_at == asked.asked_at,
            )
            .values(refused=reason)
        )


def setting_taken(batch: Batch, entry: Entry) -> None:
    """A laptop reads by a setting that headquarters asked for."""
    _setting_told(batch, entry, "taken")


def setting_refused(batch: Batch, entry: Entry) -> None:
    """A laptop does not take a setting that headquarters asked for."""
    _setting_told(batch, entry, "refused")


def _setting_told(batch: Batch, entry: Entry, state: str) -> None:
    told = Told(entry.payload)
    latest = batch.session.scalar(
        select(SettingWish)
        .where(
            SettingWish.team_id == batch.team_id,
            SettingWish.library_id == batch.library_id,
            SettingWish.name == entry.entity_id,
        )
        .order_by(SettingWish.number.desc())
        .limit(1)
    )
    # What it tells of an earlier wish says nothing about the latest one.
    value = told.json("value")["value"]
    if latest is not None and (entry.kind == "not-applied" or latest.value == value):
        latest.state, latest.told_at = state, batch.now


def _crop(batch: Batch, entry: Entry, crop_id: str) -> CropRequest | None:
    document = batch.document(entry.document_id)
    crop = batch.session.get(CropRequest, (batch.team_id, crop_id))
    return crop if crop is not None and crop.document_id == document.id else None


HANDLERS: dict[tuple[str, str], Handler] = {
    ("blob", "cut"): cut,
    ("blob", "not-applied"): not_sent,
    ("settings", "taken"): setting_taken,
    ("settings", "refused"): setting_refused,
    ("settings", "not-applied"): setting_refused,
}
"""What each kind of entry does."""
