"""Photos are found by what they show: by vectors of their images, and by labels that people can correct."""

import numpy as np
import pytest

from engine.answer import Answer, AnswerTask, SceneLabel
from engine.errors import NotFoundError
from engine.library import DocumentFilter

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


def test_a_page_that_shows_another_image_now_is_to_be_looked_at_again(library, embedded, read_all):
    assert library.photos.without_vector(PACK) == []
    library.jobs.read_again(library.documents.page(embedded[0]).document_id)
    read_all(library, pipeline="test-2", image=b"another image")
    assert library.photos.without_vector(PACK) == embedded


def test_photos_of_the_trash_are_not_found(library, embedded):
    library.trash.put(library.documents.page(embedded[0]).document_id)
    assert library.photos.nearest(VECTORS[0], pack_id=PACK) == []
    assert library.photos.without_vector("other") == []


def triage(library, page, *labels):
    library.questions.ask([page], AnswerTask.TRIAGE, wishes={"n": str(labels)})
    job = library.jobs.claim("worker", lease_seconds=60)
    answer = Answer(AnswerTask.TRIAGE, "", "en", "x", labels=tuple(SceneLabel(*each) for each in labels))
    library.answers.complete(job, answer, reading_id=library.documents.page(page).reading_id)


def test_photos_are_found_by_all_of_some_labels_and_unsure_ones_only_if_wanted(library, pages):
    triage(library, pages[0], ("damage", "severe", 0.9, False), ("disaster", "flood", 0.6, False))
    triage(library, pages[1], ("damage", "severe", 0.7, False), ("disaster", "fire", 0.8, False))
    triage(library, pages[2], ("damage", "severe", 0.4, True))
    find = library.photos.find_scenes
    assert found(find([("damage", "severe")])) == [0, 1]
    assert found(find([("damage", "severe")], least=0.8)) == [0]
    assert found(find([("damage", "severe")], unsure=True)) == [0, 1, 2]
    assert found(find([("damage", "severe"), ("disaster", "fire")])) == [1]
    assert find([]) == []
    counts = {(each.label, each.sure, each.unsure) for each in library.photos.scene_counts()}
    assert counts == {("severe", 2, 1), ("flood", 1, 0), ("fire", 1, 0)}


def test_a_later_label_replaces_an_earlier_one_but_never_a_persons(library, pages):
    page = pages[0]
    triage(library, page, ("damage", "severe", 0.9, False), ("disaster", "flood", 0.6, False))
    library.photos.set_scene(page, "damage", "none")
    triage(library, page, ("damage", "mild", 0.8, False), ("disaster", "fire", 0.7, False))
    scenes = {each.label.aspect: each for each in library.photos.scenes(page)}
    assert (scenes["damage"].label.label, scenes["damage"].author) == ("none", "Amina")
    assert (scenes["disaster"].label.label, scenes["disaster"].author) == ("fire", None)
    first = library.answers.of_page(page)[-1]
    assert first.review.text == "damage: none"
    with pytest.raises(NotFoundError):
        library.photos.set_scene(page, "weather", "rain")
    assert library.check().sound


def test_the_labels_of_a_rejected_answer_count_no_more_but_a_persons_do(library, pages):
    page = pages[0]
    triage(library, page, ("damage", "severe", 0.9, False), ("disaster", "flood", 0.8, False))
    (answer,) = library.answers.of_page(page)
    library.answers.reject(answer.id)
    assert library.photos.scenes(page) == []
    assert library.photos.scene_counts() == []
    assert library.photos.find_scenes([("damage", "severe")]) == []
    library.answers.withdraw(answer.id)
    assert found(library.photos.find_scenes([("damage", "severe")])) == [0]
    library.photos.set_scene(page, "damage", "none")
    library.answers.reject(answer.id)
    assert [(each.label.aspect, each.label.label) for each in library.photos.scenes(page)] == [
        ("damage", "none")
    ]


def test_documents_are_narrowed_to_what_their_photos_show_for_sure(library, pages):
    document = library.documents.page(pages[0]).document_id
    triage(library, pages[0], ("damage", "severe", 0.9, False))
    triage(library, pages[2], ("damage", "none", 0.4, True))
    assert library.documents.ids(DocumentFilter(scene="damage:severe")) == [document]
    assert library.documents.ids(DocumentFilter(scene="damage:none")) == []
    (answer,) = library.answers.of_page(pages[0])
    library.answers.reject(answer.id)
    assert library.documents.ids(DocumentFilter(scene="damage:severe")) == []
