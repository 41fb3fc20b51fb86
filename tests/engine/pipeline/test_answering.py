"""Questions about pages go to the pack that can answer them and fits, by the real runtime with tiny models.

The models have random weights, so what they say means nothing: what is tested is that the same is said each
time, where it comes from, and what is said against it.
"""

import io
import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.answer import AnswerTask, Concern
from engine.errors import CancelledError, SettingError
from engine.geometry import Quad, Transform
from engine.packs import PackDamagedError, load_pack
from engine.packs.choices import Choices, TaskChoice
from engine.packs.fit import memory_needed
from engine.packs.shelf import Shelf
from engine.pipeline.__main__ import main
from engine.pipeline.answering import (
    KEEP_SECONDS,
    Answering,
    AskedPage,
    ModelTooLargeError,
    NoPackError,
)
from engine.reading import Line, Origin, Reading
from engine.settings import Settings
from engine.vision.tasks.asking import MOST_TOKENS
from engine.vision.tasks.line import MODEL_READ
from tests.engine.vision.handmade import write_pair

SMOLVLM = "image_text/smolvlm"
PLENTY = 8_000_000_000


@pytest.fixture
def speaking(places, samples):
    """Places with a tiny model that answers."""
    shutil.copytree(samples / SMOLVLM, places.packs / "tiny-smolvlm")
    return places


@pytest.fixture
def comparing(places):
    """Places with a tiny pair of encoders."""
    file = write_pair(places.packs / "pair").folder / "pack.json"
    manifest = {**json.loads(file.read_text(encoding="utf-8")), "tasks": ["embed", "triage"]}
    file.write_text(json.dumps(manifest), encoding="utf-8")
    return places, load_pack(file.parent)


@pytest.fixture
def page(samples):
    return asked_page(Image.open(samples / SMOLVLM / "picture0.png"))


def asked_page(image, *texts, key="a"):
    stream = io.BytesIO()
    image.convert("RGB").save(stream, "JPEG", quality=95)
    lines = tuple(
        Line(text, Quad.from_box(5, 5 + 20 * place, 80, 20 + 20 * place), 0.99, "Latn", "ppocr")
        for place, text in enumerate(texts)
    )
    width, height = image.size
    reading = Reading("test", width, height, Transform.identity(), Origin.RECOGNISED, lines)
    return AskedPage(stream.getvalue(), key, reading)


def answering(places, *, free=PLENTY, clock=lambda: 0.0):
    return Answering(Settings(), places, available=lambda: free, clock=clock)


def test_a_model_answers_the_same_each_time_and_tells_what_made_it(speaking, page):
    said = []
    first = answering(speaking)
    answer = first.answer(AnswerTask.DESCRIBE, {"profile": "fast"}, page, on_text=said.append)
    first.close()
    second = answering(speaking)
    again = second.answer(AnswerTask.DESCRIBE, {"profile": "fast"}, page)
    second.close()
    told = answer.provenance
    assert (answer.text, told.tokens) == (again.text, again.provenance.tokens)
    assert (told.pack_name, told.pack_version, told.precision) == ("tiny-smolvlm", 1, "fp32")
    assert told.pack_id == Shelf(speaking.packs).find("tiny-smolvlm").id
    assert told.settings["profile"] == "fast"
    assert told.tokens > 0
    assert 0 < told.token_probability <= 1
    assert said == sorted(said, key=len)


def test_a_question_is_answered_and_held_against_the_page(speaking, page):
    desk = answering(speaking)
    wishes = {"question": "What is it?", "language": "sw", "precision": "int8"}
    answer = desk.answer(AnswerTask.ASK, wishes, page)
    assert (answer.task, answer.language, answer.provenance.precision) == (AnswerTask.ASK, "sw", "int8")
    assert answer.provenance.prompt.startswith("What is it? Jibu kwa Kiswahili")
    for each in answer.evidence:
        assert not each.on_page  # There is no text on this page.
    desk.close()


def test_what_a_person_chose_for_a_task_counts_where_the_question_does_not_say(speaking, page):
    shelf = Shelf(speaking.packs)
    shelf.choose(AnswerTask.ASK, None, precision="int8", profile="fast", length="short")
    shelf.choose(AnswerTask.DESCRIBE, None, length="detailed")
    desk = answering(speaking)
    told = desk.answer(AnswerTask.ASK, {"question": "What is it?"}, page).provenance
    assert (told.precision, told.settings["profile"], told.settings["length"]) == ("int8", "fast", "short")
    assert told.settings["max_tokens"] == MOST_TOKENS["short"]
    wishes = {"question": "What is it?", "precision": "fp32", "profile": "balanced", "length": "long"}
    told = desk.answer(AnswerTask.ASK, wishes, page).provenance
    assert (told.precision, told.settings["profile"], told.settings["length"]) == ("fp32", "balanced", "long")
    assert desk.answer(AnswerTask.DESCRIBE, {}, page).question == "detailed"
    assert desk.answer(AnswerTask.DESCRIBE, {"style": "short"}, page).question == "short"
    desk.close()


def test_a_precision_chosen_for_a_task_does_not_keep_another_pack_from_answering(speaking, page):
    former = TaskChoice(precision="of another pack", profile="of another pack")
    Choices(speaking.packs).change(lambda _before: {AnswerTask.ASK: former})
    desk = answering(speaking)
    told = desk.answer(AnswerTask.ASK, {"question": "What is it?"}, page).provenance
    assert (told.precision, told.settings["profile"]) == ("fp32", "balanced")
    desk.close()


def test_values_are_extracted_by_the_schema_whatever_the_weights(speaking, page):
    schema = {
        "type": "object",
        "properties": {"count": {"type": "integer"}, "kind": {"enum": ["tent", "truck"]}},
    }
    desk = answering(speaking)
    answer = desk.answer(AnswerTask.EXTRACT, {"schema": schema}, page)
    fields = {field.name: field.value for field in answer.fields}
    assert set(fields) == {"count", "kind"}
    assert fields["count"] is None or isinstance(fields["count"], int)
    assert fields["kind"] in ("tent", "truck", None)
    assert Concern.WRONG_KIND not in {finding.concern for finding in answer.findings}
    desk.close()


def test_a_model_sorts_a_photo_by_its_own_words_and_random_ones_are_unsure(speaking, page):
    desk = answering(speaking)
    answer = desk.answer(AnswerTask.TRIAGE, {"profile": "fast"}, page)
    assert {each.aspect for each in answer.labels} == {
        "informative", "disaster-type", "humanitarian", "damage-severity",
    }  # fmt: skip
    assert all(each.unsure for each in answer.labels)
    desk.close()


def test_a_line_is_read_and_doubted(speaking, page):
    desk = answering(speaking)
    line = desk.read_region(page, Quad.from_box(5, 5, 60, 25), language="fr")
    desk.close()
    assert line is None or (line.doubts == (MODEL_READ,) and line.engine == "tiny-smolvlm")


@pytest.mark.parametrize("after", [0, 3, 15])
def test_cancelling_stops_at_the_next_token_or_tile(speaking, page, after):
    asked = []

    def cancel():
        asked.append(1)
        return len(asked) > after

    desk = answering(speaking)
    with pytest.raises(CancelledError):
        desk.answer(AnswerTask.DESCRIBE, {}, page, cancel=cancel)
    assert len(asked) == after + 1
    desk.close()


def test_what_is_put_to_no_model_needs_none(places, page):
    answer = answering(places).answer(AnswerTask.ASK, {"question": "Who is this man?"}, page)
    assert answer.findings[0].concern is Concern.REFUSED_IDENTITY


def test_without_a_pack_a_page_is_described_from_what_was_read_and_nothing_else_is_done(places, page):
    desk = answering(places)
    assert desk.answer(AnswerTask.DESCRIBE, {}, page).grounded
    for task, wishes in (
        (AnswerTask.ASK, {"question": "What is it?"}),
        (AnswerTask.EXTRACT, {"schema": {}}),
        (AnswerTask.TRIAGE, {}),
    ):
        with pytest.raises(NoPackError):
            desk.answer(task, wishes, page)
    with pytest.raises(NoPackError):
        desk.embed({}, page)
    with pytest.raises(NoPackError):
        desk.read_region(page, Quad.from_box(0, 0, 9, 9))


def test_a_model_that_does_not_fit_is_told_with_the_smaller_variant_that_does(speaking, page):
    with pytest.raises(ModelTooLargeError) as told:
        answering(speaking, free=1000).answer(AnswerTask.DESCRIBE, {}, page)
    assert "too big" in told.value.what
    assert "smaller model pack" in told.value.remedy
    manifest = Shelf(speaking.packs).find("tiny-smolvlm").manifest
    enough = memory_needed(manifest, "int8")[0]
    assert enough < memory_needed(manifest, "fp32")[0]
    tight = answering(speaking, free=enough)
    with pytest.raises(ModelTooLargeError) as told:
        tight.answer(AnswerTask.DESCRIBE, {}, page)
    assert "'int8'" in told.value.remedy
    assert tight.answer(AnswerTask.DESCRIBE, {"precision": "int8"}, page).provenance.precision == "int8"
    tight.close()


def test_the_memory_of_the_open_model_is_told_and_given_back(speaking, page):
    moment = [0.0]
    desk = answering(speaking, clock=lambda: moment[0])
    needed = desk.needed_bytes("describe", {})
    assert needed > 0
    assert desk.held_bytes == 0
    desk.answer(AnswerTask.DESCRIBE, {}, page)
    assert (desk.held_bytes, desk.needed_bytes("describe", {})) == (needed, 0)
    assert not desk.rest()
    moment[0] = KEEP_SECONDS
    assert desk.rest()
    assert desk.held_bytes == 0


def test_a_persons_choice_and_wish_come_before_the_largest_pack(speaking, page, samples):
    other = speaking.packs / "tiny-other"
    shutil.copytree(samples / SMOLVLM, other)
    text = (other / "pack.json").read_text(encoding="utf-8")
    (other / "pack.json").write_text(text.replace('"tiny-smolvlm"', '"tiny-other"'), encoding="utf-8")
    desk = answering(speaking)
    Shelf(speaking.packs).choose("describe", "tiny-other")
    name = desk.answer(AnswerTask.DESCRIBE, {}, page).provenance.pack_name
    wished = desk.answer(AnswerTask.DESCRIBE, {"pack": "tiny-smolvlm"}, page).provenance.pack_name
    assert (name, wished) == ("tiny-other", "tiny-smolvlm")
    desk.close()


def test_photos_and_words_become_vectors_of_one_pack(comparing, page):
    places, pack = comparing
    desk = answering(places)
    photo, words = desk.embed({}, page), desk.embed_words("a flooded road")
    assert photo.pack_id == words.pack_id == pack.id
    assert np.linalg.norm(photo.vector) == pytest.approx(1, abs=1e-5)
    assert photo.vector.shape == words.vector.shape
    assert np.array_equal(desk.embed({}, page).vector, photo.vector)
    answer = desk.answer(AnswerTask.TRIAGE, {"language": "ar"}, page)
    assert len(answer.labels) == 4
    assert answer.provenance.pack_id == pack.id
    desk.close()


def test_a_pack_of_the_other_kind_is_told(comparing, page):
    places, _ = comparing
    desk = answering(places)
    with pytest.raises(NoPackError, match="compares photos with words"):
        desk.answer(AnswerTask.DESCRIBE, {"pack": "pair"}, page)


def test_a_damaged_pack_is_told_and_nothing_is_answered(speaking, page):
    file = next(Path(speaking.packs / "tiny-smolvlm").glob("decoder.fp32*"))
    file.write_bytes(file.read_bytes()[:-1] + b"x")
    with pytest.raises(PackDamagedError):
        answering(speaking).answer(AnswerTask.DESCRIBE, {}, page)


def test_a_language_without_words_is_refused(speaking, page):
    with pytest.raises(SettingError):
        answering(speaking).answer(AnswerTask.DESCRIBE, {"language": "xx"}, page)


def test_programs_get_the_vector_of_words_as_json(comparing, capsys):
    _, pack = comparing
    assert main(["a flooded road"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["pack"] == pack.id
    assert np.linalg.norm(told["vector"]) == pytest.approx(1, abs=1e-5)


def test_programs_are_told_that_no_pack_finds_photos(places, capsys):
    assert main(["a flooded road"]) == 5
    assert capsys.readouterr().err.startswith("[vision.no-pack] ")


@pytest.mark.parametrize("name", ["smolvlm", "llava", "florence2", "vit-gpt2", "donut"])
def test_every_way_in_which_models_are_put_together_can_be_asked(places, samples, page, name):
    shutil.copytree(samples / "image_text" / name, places.packs / name)
    desk = answering(places)
    manifest = Shelf(places.packs).find(name).manifest
    wishes = {"pack": name, "question": "What is it?", "style": "short"}
    for task in (AnswerTask.DESCRIBE, AnswerTask.ASK):
        if task in manifest.tasks:
            answer = desk.answer(task, wishes, page)
            assert answer.provenance.pack_name == manifest.name
            assert answer.text
    desk.close()


@pytest.mark.parametrize("name", ["clip", "siglip"])
def test_every_pair_of_encoders_finds_and_sorts_photos(places, samples, page, name):
    shutil.copytree(samples / "image_text" / name, places.packs / name)
    desk = answering(places)
    photo, words = desk.embed({"pack": name}, page), desk.embed_words("a flooded road", pack=name)
    assert photo.vector.shape == words.vector.shape
    assert len(desk.answer(AnswerTask.TRIAGE, {"pack": name}, page).labels) == 4
    desk.close()
