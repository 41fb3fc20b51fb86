"""Photos are found by vectors of their images: by words, by likeness, and nearly the same ones together."""

import numpy as np
import pytest

from engine.answer import AnswerTask
from engine.errors import NotFoundError
from engine.library import vector_of_text, vector_to_text
from engine.library.photos import LINES_OF_DOCUMENT
from engine.vision.tasks import page as page_of_tasks

PACK = "clip-1-abc"


def unit(*values):
    vector = np.array(values, dtype=np.float32)
    return vector / np.linalg.norm(vector)


VECTORS = (unit(1, 0, 0), unit(0.99, 0.1, 0), unit(0, 1, 0), unit(0, 0, 1))


@pytest.fixture
def pages(library, add, read_all):
    document = add(library, pages=4)
    read_all(library, image=b"image")
    return [page.id for page in library.documents.pages(document)]


def embed(library, page, vector, pack=PACK):
    library.questions.ask([page], AnswerTask.EMBED)
    job = library.jobs.claim("worker", lease_seconds=60)
    sha256 = library.documents.page(page).image_sha256
    library.photos.complete(job, vector, pack_id=pack, image_sha256=sha256)


@pytest.fixture
def embedded(library, pages):
    for page, vector in zip(pages, VECTORS, strict=True):
        embed(library, page, vector)
    return pages


def found(photos):
    return [photo.page_index for photo in photos]


def test_the_nearest_photos_come_first_with_how_near_they_are(library, embedded):
    hits = library.photos.nearest(VECTORS[0], pack_id=PACK, limit=2)
    assert found(hits) == [0, 1]
    assert hits[0].score == pytest.approx(1, abs=1e-3)
    assert found(library.photos.nearest(VECTORS[0], pack_id=PACK, limit=2, offset=2)) == [2, 3]
    assert found(library.photos.nearest_to_page(embedded[1], pack_id=PACK, limit=1)) == [0]


def test_a_photo_that_was_never_looked_at_says_so(library, pages):
    assert library.photos.nearest(VECTORS[0], pack_id=PACK) == []
    assert library.photos.without_vector(PACK) == pages
    with pytest.raises(NotFoundError):
        library.photos.nearest_to_page(pages[0], pack_id=PACK)


def test_vectors_of_another_pack_are_apart_and_a_new_one_replaces_the_old(library, embedded):
    embed(library, embedded[3], VECTORS[0], pack="other")
    assert library.photos.packs() == {PACK: 4, "other": 1}
    embed(library, embedded[3], unit(1, 0, 0.01))
    assert library.photos.packs()[PACK] == 4
    assert found(library.photos.nearest(VECTORS[0], pack_id=PACK, limit=3))[2] == 1


def test_photos_that_are_nearly_the_same_are_grouped(library, embedded):
    embed(library, embedded[2], unit(0.999, 0.05, 0))
    (group,) = library.photos.duplicates(pack_id=PACK, least=0.98)
    assert found(group) == [0, 1, 2]
    assert library.photos.duplicates(pack_id=PACK, least=0.99999) == []


def test_a_page_full_of_text_is_the_same_here_as_for_the_models():
    assert LINES_OF_DOCUMENT == page_of_tasks.LINES_OF_DOCUMENT


def test_copies_of_one_form_are_no_duplicates_unless_that_is_wanted(library, add, read_all):
    document = add(library, "forms.pdf", pages=2)
    read_all(library, "Household", "Name: Amina", "Date", "Signature", image=b"form")
    other = add(library, "tents.jpg", pages=2)
    read_all(library, "UNHCR", image=b"photo")
    for each in (document, other):
        for page in library.documents.pages(each):
            embed(library, page.id, unit(1, 0, 0))
    (group,) = library.photos.duplicates(pack_id=PACK)
    assert {photo.document_id for photo in group} == {other}
    (group,) = library.photos.duplicates(pack_id=PACK, documents=True)
    assert len(group) == 4


def test_a_page_that_shows_another_image_now_is_to_be_looked_at_again(library, embedded, read_all):
    assert library.photos.without_vector(PACK) == []
    library.jobs.read_again(library.documents.page(embedded[0]).document_id)
    read_all(library, pipeline="test-2", image=b"another image")
    assert library.photos.without_vector(PACK) == embedded


def test_photos_of_the_trash_are_not_found(library, embedded):
    library.trash.put(library.documents.page(embedded[0]).document_id)
    assert library.photos.nearest(VECTORS[0], pack_id=PACK) == []
    assert library.photos.without_vector("other") == []


def test_a_search_tells_how_many_photos_it_could_not_look_at(library, embedded, add, read_all):
    hits = library.photos.search(VECTORS[0], pack_id=PACK, limit=2)
    assert (found(hits.photos), hits.prepared, hits.unprepared) == ([0, 1], 4, 0)
    scores = [float(VECTORS[0] @ each) for each in VECTORS]
    assert hits.mean == pytest.approx(np.mean(scores), abs=1e-3)
    assert hits.deviation == pytest.approx(np.std(scores), abs=1e-3)
    add(library, "later.jpg", pages=2)
    read_all(library, image=b"image")
    assert library.photos.search(VECTORS[0], pack_id=PACK).unprepared == 2
    library.trash.put(library.documents.page(embedded[0]).document_id)
    hits = library.photos.search(VECTORS[0], pack_id=PACK)
    assert (hits.photos, hits.prepared, hits.unprepared) == ((), 0, 2)


def test_a_vector_comes_through_text_as_it_was():
    assert np.array_equal(vector_of_text(vector_to_text(VECTORS[1])), VECTORS[1])
