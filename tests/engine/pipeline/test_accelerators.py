"""Questions run on an accelerator that proves itself, come back to the processor when it fails, and tell so.

The accelerator is pretended: it is the processor under another name, which can be made to lie or fail. All
else is the real runtime with a tiny model.
"""

import io
import shutil
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from engine.answer import AnswerTask
from engine.errors import MissingDependencyError
from engine.geometry import Transform
from engine.packs.accelerators import ACCELERATORS_NAME
from engine.pipeline.answering import Answering, AskedPage
from engine.reading import Origin, Reading
from engine.runtime import ModelUnusableError, Network, network, probing, sessions
from engine.settings import OFF, ModelSettings, Settings
from engine.vision import opening

WISHES = {"profile": "fast", "precision": "fp32"}


class Pretended:
    """An accelerator that does what the processor does, or what a test says.

    Attributes:
        opened: How often a network was opened on it.
        work: Takes what a network gave on it, and returns what it is to give.
    """

    def __init__(self, monkeypatch):
        self.opened = 0
        self.work = lambda given: given
        run, run_bound, make = Network.run, network.Binding.run, Network.open.__func__

        def opened(kind, path, *, threads=1, provider="cpu", name=None):
            if provider == "cpu":
                return make(kind, path, threads=threads, name=name)
            self.opened += 1
            made = make(kind, path, threads=threads, name=name)
            made.provider = provider
            return made

        def ran(its, feeds, **how):
            given = run(its, feeds, **how)
            return given if its.provider == "cpu" else self.work(given)

        def ran_bound(its, **how):
            run_bound(its, **how)
            if its._network.provider != "cpu":
                self.work({})

        monkeypatch.setattr(Network, "run", ran)
        monkeypatch.setattr(network.Binding, "run", ran_bound)
        monkeypatch.setattr(opening, "available_providers", lambda: ("pretended", "cpu"))
        monkeypatch.setattr(probing, "GAIN", 0)
        monkeypatch.setattr(opening.open_networks, "__kwdefaults__", {
            **opening.open_networks.__kwdefaults__,
            "opener": lambda *given, **how: opened(Network, *given, **how),
        })  # fmt: skip


@pytest.fixture
def device(monkeypatch):
    return Pretended(monkeypatch)


@pytest.fixture
def speaking(places, samples):
    shutil.copytree(samples / "image_text/smolvlm", places.packs / "tiny-smolvlm")
    return places


@pytest.fixture
def page(samples):
    image, stream = Image.open(samples / "image_text/smolvlm/picture0.png"), io.BytesIO()
    image.convert("RGB").save(stream, "JPEG", quality=95)
    return AskedPage(
        stream.getvalue(), "a", Reading("test", *image.size, Transform.identity(), Origin.RECOGNISED, ())
    )


def describe(places, page, *, settings=None, told=None):
    desk = Answering(settings or Settings(), places, tell=(told if told is not None else []).append)
    try:
        return desk.answer(AnswerTask.DESCRIBE, WISHES, page)
    finally:
        desk.close()


def test_a_model_runs_on_what_proves_right_and_faster_and_the_answer_tells(speaking, page, device):
    on_processor = describe(speaking, page, settings=Settings(models=ModelSettings(OFF)))
    assert device.opened == 0
    assert "accelerator" not in on_processor.provenance.settings
    told = []
    answer = describe(speaking, page, told=told)
    assert answer.text == on_processor.text
    assert answer.provenance.settings["accelerator"] == "pretended"
    assert len(told) == 3
    assert all("tiny-smolvlm, " in each and "the same results" in each for each in told)
    assert (speaking.packs / ACCELERATORS_NAME).exists()


def test_one_that_lies_is_tried_once_and_never_asked(speaking, page, device):
    device.work = lambda given: {name: values + 1 for name, values in given.items()}
    told = []
    answer = describe(speaking, page, told=told)
    assert "accelerator" not in answer.provenance.settings
    assert len(told) == 3
    assert all("other results" in each for each in told)
    assert device.opened == 3
    describe(speaking, page)
    assert device.opened == 3


def test_one_that_fails_at_work_is_replaced_before_anybody_notices(speaking, page, device):
    right = describe(speaking, page)
    assert right.provenance.settings["accelerator"] == "pretended"

    def fail(_given):
        raise ModelUnusableError("The model failed while it was run by the driver.")

    device.work = fail
    told = []
    answer = describe(speaking, page, told=told)
    assert answer.text == right.text
    assert "accelerator" not in answer.provenance.settings
    assert sum("failed at work" in each for each in told) == 3
    opened = device.opened
    assert describe(speaking, page).text == right.text
    assert device.opened == opened


def test_one_that_gives_no_numbers_at_work_is_replaced_too(speaking, page, device):
    right = describe(speaking, page)
    device.work = lambda given: {name: np.full_like(values, np.nan) for name, values in given.items()}
    answer = describe(speaking, page)
    assert answer.text == right.text
    assert "accelerator" not in answer.provenance.settings


def test_a_model_that_fails_on_the_processor_fails_once_and_says_so(speaking, page, monkeypatch):
    runs = []

    def fail(_its, _feeds, **_how):
        runs.append(1)
        raise ModelUnusableError("The model failed while it was run.")

    desk = Answering(Settings(), speaking)
    desk.answer(AnswerTask.DESCRIBE, WISHES, page)
    monkeypatch.setattr(Network, "run", fail)
    with pytest.raises(MissingDependencyError, match="failed while it was run"):
        desk.answer(AnswerTask.DESCRIBE, WISHES, replace(page, key="b"))
    assert len(runs) == 1
    desk.close()


def test_there_is_nothing_to_try_where_there_is_only_the_processor(speaking, page):
    if len(sessions.available_providers()) > 1:
        pytest.skip("this computer has an accelerator")
    told = []
    describe(speaking, page, told=told)
    assert told == []
    assert not (speaking.packs / ACCELERATORS_NAME).exists()
