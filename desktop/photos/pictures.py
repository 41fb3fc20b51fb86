"""Brings the search for photos into the states of which pictures are taken."""

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtWidgets import QWidget

from desktop.documents.query import ListQuery, PlaceName
from desktop.documents.view import DocumentsView
from desktop.photos.sought import Sought
from desktop.window.frame import Frame
from engine.answer import AnswerTask
from engine.library import Library, vector_to_text

if TYPE_CHECKING:
    from desktop.studio import Studio

PACK = "example@1"
WORDS = "a damaged house"
SIZE = 64


def found(studio: "Studio", frame: QWidget) -> None:
    """Show photos that were found by words, some of which were not looked at yet."""
    assert isinstance(frame, Frame)
    frame.access.do(_look)
    sought = np.zeros(SIZE, np.float32)
    sought[0] = 1
    view = frame.view
    assert isinstance(view, DocumentsView)
    vector = vector_to_text(sought)
    view.show_query(
        ListQuery(PlaceName.LIBRARY, sought=Sought(WORDS, pack_id=PACK, vector=vector, settled=True))
    )
    frame.bar.show_words(WORDS, by_sight=True)
    frame.rail.show_place(None)
    studio.settle()
    view.choose(list(view.model.listing.ids[:1]))


def no_pack(studio: "Studio", frame: QWidget) -> None:
    """Show that no pack can search photos."""
    assert isinstance(frame, Frame)
    frame.bar.search_photos()
    view = frame.view
    assert isinstance(view, DocumentsView)
    studio.wait_while(lambda: view.photos.error is None)


def _look(library: Library) -> None:
    """Look at most pages as a model would, once."""
    if PACK in library.photos.packs():
        return
    chance = np.random.default_rng(3)
    documents = library.documents.find()
    pages = [(each.name, page.id) for each in documents for page in library.documents.pages(each.id)][:-2]
    library.questions.ask([page for _, page in pages], AnswerTask.EMBED)
    named = {page: name for name, page in pages}
    while job := library.jobs.claim("pictures", lease_seconds=60):
        vector = chance.normal(size=SIZE).astype(np.float32)
        vector[0] += 14 if named[job.page_id].startswith("damage") else 0
        image = library.readings.required(job.page_id).image_sha256
        assert image is not None
        library.photos.complete(job, vector / np.linalg.norm(vector), pack_id=PACK, image_sha256=image)
