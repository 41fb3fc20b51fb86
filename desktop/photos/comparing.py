"""Compares the photos of a library with what is sought; functions for the library's thread."""

from dataclasses import dataclass, field

from desktop.photos.likeness import Likeness, Sighting, by_picture, by_words
from desktop.photos.sought import Sought
from engine.answer import AnswerTask
from engine.errors import NotFoundError
from engine.library import JobRecord, JobState, Library, Photo, PhotoHits, vector_of_text

MOST = 400
"""Photos that are listed at most: whoever looks through more has asked for something else."""
FAILED = (JobState.FAILED, JobState.DEAD)


@dataclass(frozen=True, slots=True)
class Compared:
    """What came of a comparison.

    Attributes:
        sightings: Id of a document -> its nearest page; the nearest first.
        pack_id: Of the model pack that compared them; empty if none did.
        prepared: How many pages were compared.
        unprepared: How many read pages the model has not looked at yet.
        waiting: How many of these are being looked at, or wait for it.
        refused: One that could not be looked at; None if none failed.
        unseen: Whether the very page that the others should look like was never looked at.
    """

    sightings: dict[str, Sighting] = field(default_factory=dict)
    pack_id: str = ""
    prepared: int = 0
    unprepared: int = 0
    waiting: int = 0
    refused: JobRecord | None = None
    unseen: bool = False

    @property
    def standing_out(self) -> bool:
        """Whether any photo fits better than chance would have it."""
        return any(each.likeness in (Likeness.SAME, Likeness.STANDS_OUT) for each in self.sightings.values())


def compare(library: Library, sought: Sought) -> Compared:
    """Compare all photos with what is sought."""
    pack_id, hits = sought.pack_id, PhotoHits((), 0, 0)
    unseen = False
    if sought.page_id:
        found = _by_picture(library, sought.page_id)
        unseen = found is None
        pack_id, hits = found or (pack_id, _left(library, pack_id))
    elif sought.vector:
        hits = library.photos.search(vector_of_text(sought.vector), pack_id=pack_id, limit=MOST)
    elif pack_id:
        hits = _left(library, pack_id)
    progress = library.jobs.progress(tasks=(AnswerTask.EMBED.value,))
    failed = progress.failed + progress.dead
    refused = library.jobs.find(FAILED, task=AnswerTask.EMBED.value, limit=1) if failed else []
    return Compared(
        _sightings(library, hits, in_pictures=bool(sought.page_id)),
        pack_id,
        hits.prepared,
        hits.unprepared,
        progress.queued + progress.running,
        refused[0] if refused else None,
        unseen,
    )


def _left(library: Library, pack_id: str) -> PhotoHits:
    """Return how many photos a pack has seen and has not, with nothing sought."""
    if not pack_id:
        return PhotoHits((), 0, 0)
    return PhotoHits((), library.photos.packs().get(pack_id, 0), len(library.photos.without_vector(pack_id)))


def _by_picture(library: Library, page_id: str) -> tuple[str, PhotoHits] | None:
    """Return the photos that look most like a page, and the pack that says so; None if none has seen it."""
    for pack_id in library.photos.packs():
        try:
            photos = library.photos.nearest_to_page(page_id, pack_id=pack_id, limit=MOST)
        except NotFoundError:
            continue
        left = _left(library, pack_id)
        return pack_id, PhotoHits(tuple(photos), left.prepared, left.unprepared)
    return None


def _sightings(library: Library, hits: PhotoHits, *, in_pictures: bool) -> dict[str, Sighting]:
    """Return the nearest page of each document, the nearest first."""
    nearest: dict[str, Photo] = {}
    for photo in hits.photos:
        nearest.setdefault(photo.document_id, photo)
    several = {each.id for each in library.documents.many(list(nearest)) if each.page_count > 1}
    return {
        document_id: Sighting(
            photo.page_index,
            document_id in several,
            photo.score,
            by_picture(photo.score)
            if in_pictures
            else by_words(photo.score, mean=hits.mean, deviation=hits.deviation, count=hits.prepared),
            photo.thumbnail_sha256,
        )
        for document_id, photo in nearest.items()
    }
