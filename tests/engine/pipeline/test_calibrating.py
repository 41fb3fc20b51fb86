"""A folder of known photos teaches how far a pack can be believed; it is kept beside the pack, and used."""

import json

import numpy as np
import pytest
from PIL import Image

from engine.answer import AnswerTask
from engine.packs import PackDamagedError, load_pack
from engine.packs.calibrations import CALIBRATIONS_NAME, read_learnt
from engine.pipeline.answering import Answering
from engine.pipeline.calibrating import UnknownLabelError, calibrate, forget, labelled_photos
from engine.settings import PageSettings, Settings
from engine.taxonomy import taxonomy
from engine.vision.tasks.calibrating import FewPhotosError
from tests.engine.pipeline.test_answering import asked_page
from tests.engine.vision.handmade import write_pair

QUESTION = "damage-severity"
LABELS = [label.name for aspect in taxonomy().aspects if aspect.name == QUESTION for label in aspect.labels]


@pytest.fixture
def pack(places):
    file = write_pair(places.packs / "pair").folder / "pack.json"
    manifest = {**json.loads(file.read_text(encoding="utf-8")), "tasks": ["embed", "triage"]}
    file.write_text(json.dumps(manifest), encoding="utf-8")
    return load_pack(file.parent)


@pytest.fixture
def answering(places, pack):
    opened = Answering(Settings(), places, available=lambda: 8_000_000_000)
    yield opened
    opened.close()


class TooSure:
    """Is right about four photos of five, and says each time that it is sure."""

    def __init__(self, answering, photos):
        self.scene_pack = answering.scene_pack
        self._right = {each.sha256: each.label for each in photos}

    def scene_scores(self, aspect, pixels, *, key, wishes):
        assert pixels.shape == (16, 16, 3)
        scores = np.zeros(len(aspect.labels))
        wrong = int(key[:4], 16) % 5 == 0
        scores[(self._right[key] + wrong) % len(scores)] = 12
        return scores


def write_photos(folder, count):
    random = np.random.default_rng(5)
    for number in range(count):
        home = folder / QUESTION / LABELS[number % 2]
        home.mkdir(parents=True, exist_ok=True)
        Image.fromarray(random.integers(0, 256, (16, 16, 3), np.uint8)).save(home / f"{number}.png")
    return folder


def test_what_was_learnt_is_kept_beside_the_pack_and_used(answering, places, pack, tmp_path):
    photos = labelled_photos(write_photos(tmp_path / "known", 80))
    manifest = (pack.folder / "pack.json").read_bytes()
    learnt = calibrate(TooSure(answering, photos), photos, {}, PageSettings())
    assert list(learnt) == [QUESTION] and learnt[QUESTION].photos == 80
    (kept,) = read_learnt(places.packs / "pair")
    assert (kept.pack, kept.photos) == (pack.id, {QUESTION: 80})
    assert (pack.folder / "pack.json").read_bytes() == manifest
    page = asked_page(Image.open(photos[0].path))
    told = answering.answer(AnswerTask.TRIAGE, {}, page).provenance.settings
    assert told["calibrated"] and told[f"temperature {QUESTION}"] == learnt[QUESTION].temperature
    forget(answering, {})
    assert answering.answer(AnswerTask.TRIAGE, {}, page).provenance.settings["calibrated"] is False


def test_too_few_photos_leave_no_trace(places, tmp_path):
    photos = labelled_photos(write_photos(tmp_path / "known", 20))
    with pytest.raises(FewPhotosError):
        calibrate(None, photos, {}, PageSettings())  # nobody is asked about any of them
    assert not (places.packs / "pair" / CALIBRATIONS_NAME).exists()


def test_the_same_photo_counts_once(tmp_path):
    folder = write_photos(tmp_path / "known", 4)
    for each in list((folder / QUESTION / LABELS[0]).iterdir()):
        each.with_name(f"copy of {each.name}").write_bytes(each.read_bytes())
    assert len(labelled_photos(folder)) == 4


def test_a_photo_with_two_labels_of_one_question_is_told_and_not_settled_by_chance(tmp_path):
    folder = write_photos(tmp_path / "known", 2)
    (photo,) = (folder / QUESTION / LABELS[0]).iterdir()
    (folder / QUESTION / LABELS[1] / "again.png").write_bytes(photo.read_bytes())
    with pytest.raises(UnknownLabelError, match=f"'{LABELS[0]}' and '{LABELS[1]}'|'{LABELS[1]}' and"):
        labelled_photos(folder)


def test_a_folder_among_the_photos_is_told(tmp_path):
    folder = write_photos(tmp_path / "known", 2)
    (folder / QUESTION / LABELS[0] / "from the second day").mkdir()
    with pytest.raises(UnknownLabelError) as caught:
        labelled_photos(folder)
    assert caught.value.which.endswith("from the second day")


@pytest.mark.parametrize("name", ["", "weather/rain", f"{QUESTION}/terrible", QUESTION])
def test_a_folder_that_is_named_otherwise_is_told_with_what_it_could_be(tmp_path, name):
    (tmp_path / "known" / name).mkdir(parents=True)
    with pytest.raises(UnknownLabelError) as caught:
        labelled_photos(tmp_path / "known")
    assert caught.value.remedy


@pytest.mark.parametrize("content", ["{", '{"format": 9, "learnt": []}', '{"format": 1, "learnt": [{}]}'])
def test_what_cannot_be_read_is_told_and_not_passed_over(answering, places, tmp_path, content):
    (places.packs / "pair" / CALIBRATIONS_NAME).write_text(content)
    with pytest.raises(PackDamagedError, match="learnt"):
        answering.answer(AnswerTask.TRIAGE, {}, asked_page(Image.new("RGB", (20, 20))))
