"""What asking will take is told before by what it took here, else by what the pack tells, else not at all."""

import pytest

from engine.answer import Answer, AnswerTask, Provenance
from engine.library import Basis
from engine.library.photos import vector_of_text, vector_to_text

PACK = "tiny-1-abc"
MEASURED = {"seconds_per_tile": 0.5, "prefill_tokens_per_second": 100.0, "tokens_per_second": 20.0}


def card(**other):
    """A card as the inventory tells it in JSON, as far as it is looked at."""
    return {
        "id": PACK,
        "family": "embed-merge",
        "profiles": {"fast": 1, "balanced": 5},
        "profile": "balanced",
        "tile_tokens": 64,
        "precisions": [
            {"name": "int8", "default": True, "measured": MEASURED},
            {"name": "int4", "default": False, "measured": None},
        ],
        **other,
    }


@pytest.fixture
def page(library, add, read_all):
    document = add(library)
    read_all(library, image=b"image")
    return library.documents.pages(document)[0]


def answer(library, page, task, question, *, seconds, prefill=0.0, tokens=10, profile="balanced", **settings):
    library.questions.ask([page.id], task, wishes={"n": len(library.answers.of_page(page.id))})
    job = library.jobs.claim("worker", lease_seconds=60)
    provenance = Provenance(
        PACK,
        precision=settings.pop("precision", "int8"),
        settings={"profile": profile, **settings},
        tokens=tokens,
        seconds=seconds,
        prefill_seconds=prefill,
    )
    made = Answer(task, question, "en", "It is.", provenance=provenance)
    library.answers.complete(job, made, reading_id=page.reading_id)


def test_answers_of_the_same_kind_on_this_computer_tell_it(library, page):
    for seconds in (2.0, 4.0):
        answer(library, page, AnswerTask.DESCRIBE, "short", seconds=seconds)
    answer(library, page, AnswerTask.DESCRIBE, "detailed", seconds=100.0)
    answer(library, page, AnswerTask.DESCRIBE, "short", seconds=100.0, profile="fast")
    answer(library, page, AnswerTask.DESCRIBE, "short", seconds=100.0, precision="int4")
    told = library.answers.expect(AnswerTask.DESCRIBE, card(), pages=10)
    assert (told.seconds, told.basis, told.count) == (pytest.approx(30.0), Basis.HERE, 2)
    long = library.answers.expect(AnswerTask.DESCRIBE, card(), length="detailed")
    assert (long.seconds, long.count) == (100.0, 1)


def test_questions_of_another_length_are_of_another_kind(library, page):
    answer(library, page, AnswerTask.ASK, "What?", seconds=3.0, length="long")
    answer(library, page, AnswerTask.ASK, "Why?", seconds=1.0, length="usual")
    assert library.answers.expect(AnswerTask.ASK, card()).seconds == 1.0
    assert library.answers.expect(AnswerTask.ASK, card(), length="long").seconds == 3.0


def test_other_answers_of_the_pack_tell_its_pace_here(library, page):
    answer(
        library,
        page,
        AnswerTask.ASK,
        "What?",
        seconds=5.0,
        prefill=1.0,
        tokens=40,
        profile="fast",
        length="long",
    )
    told = library.answers.expect(AnswerTask.DESCRIBE, card(), length="detailed")
    assert (told.basis, told.count) == (Basis.ALIKE, 1)
    assert told.seconds == pytest.approx(5 * 1.0 + 150 * 0.1)


def test_before_anything_was_answered_the_pack_itself_tells(library):
    told = library.answers.expect(AnswerTask.DESCRIBE, card(), pages=2, profile="fast")
    one = 0.5 + (64 + 60) / 100 + 40 / 20
    assert (told.seconds, told.basis) == (pytest.approx(2 * one), Basis.PACK)
    closer = library.answers.expect(AnswerTask.DESCRIBE, card(), pages=2, profile="balanced")
    assert closer.seconds > told.seconds


def test_what_nobody_measured_is_not_made_up(library):
    told = library.answers.expect(AnswerTask.DESCRIBE, card(), precision="int4")
    assert (told.seconds, told.basis, told.count) == (None, Basis.UNKNOWN, 0)


def test_a_pack_that_compares_looks_once_at_each_photo(library):
    measured = {"seconds_per_tile": 0.2, "prefill_tokens_per_second": None, "tokens_per_second": None}
    pair = card(
        family="dual-encoder",
        profiles={},
        profile="",
        precisions=[{"name": "int8", "default": True, "measured": measured}],
    )
    for task in (AnswerTask.EMBED, AnswerTask.TRIAGE):
        told = library.answers.expect(task, pair, pages=100)
        assert (told.seconds, told.basis) == (pytest.approx(20.0), Basis.PACK)


def test_looking_at_photos_is_told_by_the_photos_that_were_looked_at(library, page, clock):
    library.questions.ask([page.id], AnswerTask.EMBED)
    job = library.jobs.claim("worker", lease_seconds=60)
    clock.pass_time(0.5)
    vector = vector_of_text(vector_to_text([1.0, 0.0]))
    library.photos.complete(job, vector, pack_id=PACK, image_sha256=page.image_sha256)
    told = library.answers.expect(AnswerTask.EMBED, card(), pages=4)
    assert (told.basis, told.count) == (Basis.HERE, 1)
    assert told.seconds == pytest.approx(2.0, abs=0.05)
