"""Photos are sorted by labels; people can say otherwise, see what the model said, and take it back."""

import pytest

from engine.answer import Answer, AnswerTask, SceneLabel
from engine.errors import NotFoundError
from engine.library import DocumentFilter
from engine.library.connection import Connection
from engine.library.migrations import migrate, steps
from engine.library.texts import teach_texts


@pytest.fixture
def pages(library, add, read_all):
    document = add(library, pages=4)
    read_all(library, image=b"image")
    return [page.id for page in library.documents.pages(document)]


def found(photos):
    return [photo.page_index for photo in photos]


def triage(library, page, *labels):
    library.questions.ask([page], AnswerTask.TRIAGE, wishes={"n": str(labels)})
    job = library.jobs.claim("worker", lease_seconds=60)
    answer = Answer(AnswerTask.TRIAGE, "", "en", "x", labels=tuple(SceneLabel(*each) for each in labels))
    return library.answers.complete(job, answer, reading_id=library.documents.page(page).reading_id)


def told(library, page):
    """Return each label in force with who said so, and what the model says."""
    return {
        each.label.aspect: (each.label.label, each.author, each.model and each.model.label)
        for each in library.photos.scenes(page)
    }


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
    library.photos.set_scenes([page], "damage", "none")
    assert told(library, page) == {
        "damage": ("none", "Amina", "severe"),
        "disaster": ("flood", None, "flood"),
    }
    later = triage(library, page, ("damage", "mild", 0.8, False), ("disaster", "fire", 0.7, False))
    assert told(library, page) == {"damage": ("none", "Amina", "mild"), "disaster": ("fire", None, "fire")}
    assert {each.answer_id for each in library.photos.scenes(page)} == {later}
    assert library.check().sound


def test_a_photo_that_no_model_sorted_can_be_labelled(library, pages):
    library.photos.set_scenes(pages[1:3], "weather", "rain")
    (scene,) = library.photos.scenes(pages[1])
    assert (scene.label.label, scene.label.score, scene.label.unsure) == ("rain", 1, False)
    assert (scene.author, scene.answer_id, scene.model) == ("Amina", None, None)
    assert found(library.photos.find_scenes([("weather", "rain")])) == [1, 2]
    triage(library, pages[1], ("weather", "fog", 0.9, False))
    assert told(library, pages[1]) == {"weather": ("rain", "Amina", "fog")}
    assert library.check().sound


def test_a_persons_word_is_taken_back_and_the_models_stands_again(library, pages):
    triage(library, pages[0], ("damage", "severe", 0.7, True))
    library.photos.set_scenes(pages[:2], "damage", "none")
    assert library.photos.set_scenes(pages, "damage", None).changed == tuple(pages[:2])
    (scene,) = library.photos.scenes(pages[0])
    assert (scene.label.label, scene.label.unsure, scene.author) == ("severe", True, None)
    assert scene.label.score == pytest.approx(0.7)
    assert library.photos.scenes(pages[1]) == []


def test_labelling_is_undone_and_done_again(library, pages):
    triage(library, pages[0], ("damage", "severe", 0.9, False))
    library.photos.set_scenes([pages[1]], "damage", "mild")
    result = library.photos.set_scenes(pages[:3], "damage", "none")
    undone = library.photos.undo_scenes(result.undo)
    assert set(undone.changed) == set(pages[:3])
    assert [told(library, page).get("damage") for page in pages[:3]] == [
        ("severe", None, "severe"),
        ("mild", "Amina", None),
        None,
    ]
    again = library.photos.undo_scenes(undone.undo)
    assert set(again.changed) == set(pages[:3])
    assert [told(library, page)["damage"][0] for page in pages[:3]] == ["none"] * 3


def test_undoing_leaves_alone_what_was_labelled_otherwise_since_or_is_gone(library, pages, add, read_all):
    other = add(library, "gone.jpg")
    read_all(library, image=b"image")
    (gone,) = [page.id for page in library.documents.pages(other)]
    result = library.photos.set_scenes([pages[0], pages[1], gone], "damage", "none")
    library.photos.set_scenes([pages[1]], "damage", "mild")
    library.trash.put(other)
    library.trash.purge(other)
    undone = library.photos.undo_scenes(result.undo)
    assert (undone.changed, set(undone.refused)) == ((pages[0],), {pages[1], gone})
    assert told(library, pages[1])["damage"][0] == "mild"


def test_every_word_of_a_person_stands_in_the_change_log(library, pages):
    before = library.changes.last_sequence()
    result = library.photos.set_scenes([pages[0]], "damage", "none")
    library.photos.set_scenes([pages[0]], "damage", "none")  # said already
    library.photos.undo_scenes(result.undo)
    entries = library.changes.since(before)
    assert [(each.entity, each.entity_id, each.kind, each.author) for each in entries] == [
        ("page", pages[0], "labelled", "Amina")
    ] * 2
    assert [each.payload for each in entries] == [
        {"aspect": "damage", "label": "none", "before": None},
        {"aspect": "damage", "label": None, "before": "none"},
    ]
    assert {each.document_id for each in entries} == {library.documents.page(pages[0]).document_id}


def test_nothing_is_labelled_where_one_of_the_pages_is_not_there(library, pages):
    with pytest.raises(NotFoundError):
        library.photos.set_scenes([pages[0], "0" * 32], "damage", "none")
    assert library.photos.scenes(pages[0]) == []


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
    library.photos.set_scenes([page], "damage", "none")
    library.answers.reject(answer.id)
    assert told(library, page) == {"damage": ("none", "Amina", None)}
    library.photos.set_scenes([page], "damage", None)
    assert library.photos.scenes(page) == []


def test_documents_are_narrowed_to_what_their_photos_show_for_sure(library, pages):
    document = library.documents.page(pages[0]).document_id
    triage(library, pages[0], ("damage", "severe", 0.9, False))
    triage(library, pages[2], ("damage", "none", 0.4, True))
    assert library.documents.ids(DocumentFilter(scene="damage:severe")) == [document]
    assert library.documents.ids(DocumentFilter(scene="damage:none")) == []
    (answer,) = library.answers.of_page(pages[0])
    library.answers.reject(answer.id)
    assert library.documents.ids(DocumentFilter(scene="damage:severe")) == []
    library.photos.set_scenes([pages[3]], "damage", "severe")
    assert library.documents.ids(DocumentFilter(scene="damage:severe")) == [document]


def test_labels_of_an_older_library_are_kept(tmp_path):
    known = steps()
    connection = Connection(tmp_path / "library.db")
    teach_texts(connection)
    before = tuple(step for step in known if step.version < 8)
    migrate(connection, before, save=lambda _: None, fresh=True)
    with connection.transaction():
        connection.run(
            "INSERT INTO documents (number, id, name, media_type, byte_size, sha256, page_count, added_at,"
            " added_by) VALUES (1, 'd', 'photo', 'image/jpeg', 1, 's', 1, 'now', 'Juma')"
        )
        connection.run(
            "INSERT INTO pages (number, id, document, page_index, page_key) VALUES (1, 'p', 1, 0, 'k')"
        )
        connection.run(
            "INSERT INTO answers (number, id, page, reading_id, task, question, language, text, doubtful,"
            " pack_id, body, author, made_at)"
            " VALUES (1, 'a', 1, 'r', 'triage', '', 'en', '', 0, '', '{}', 'J', 'now')"
        )
        connection.run("INSERT INTO scenes VALUES (1, 'damage', 'none', 1, 0, 'Juma', 1)")
        connection.run("INSERT INTO scenes VALUES (1, 'disaster', 'flood', 0.5, 1, NULL, 1)")
    migrate(connection, known, save=lambda _: None)
    rows = connection.rows("SELECT aspect, label, score, unsure, author, answer FROM scenes ORDER BY aspect")
    assert [tuple(row) for row in rows] == [
        ("damage", "none", 1, 0, "Juma", 1),
        ("disaster", "flood", 0.5, 1, None, 1),
    ]
    connection.close()
