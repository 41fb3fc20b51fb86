"""Public models, built small from their own configuration classes, answer as their originals do.

The packs and what the originals said lie in ``tests/samples/image_text``; the toolchain writes them.
"""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from engine.packs import load_pack
from engine.vision import EncoderPair, ImageTextModel, Limits
from engine.vision.pictures import prepare

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "image_text"
PACKS = sorted(each.parent for each in SAMPLES.glob("*/pack.json"))


def told(folder):
    return json.loads((folder / "expected.json").read_text(encoding="utf-8"))


def picture(folder, name):
    with Image.open(folder / name) as image:
        return np.asarray(image.convert("RGB"))


def asked(kind):
    """Return each question of each pack of a kind, with its place in the file as its name."""
    return [
        pytest.param(folder, each, id=f"{folder.name}-{number}")
        for folder in PACKS
        for number, each in enumerate(told(folder).get(kind, ()))
    ]


@pytest.fixture(scope="module")
def model():
    opened = {}

    def open_once(folder):
        if folder not in opened:
            opened[folder] = ImageTextModel.open(load_pack(folder))
        return opened[folder]

    return open_once


def answer(model, folder, each, **further):
    seen = model.see(picture(folder, each["image"]), key=each["image"], profile=each["profile"])
    task = each.get("task", "ask")
    return model.generate(seen, each["question"], task=task, limits=Limits(told(folder)["tokens"]), **further)


def without_end(folder, tokens):
    ends = load_pack(folder).image_text.tokens.eos
    kept = []
    for token in tokens:
        if token in ends:
            break
        kept.append(token)
    return kept


def same(found, folder, expected):
    """Return whether an answer has the original's tokens: all of them, or all until it went in a circle."""
    wanted = without_end(folder, expected)
    if found.ended == "loop":
        return list(found.tokens) == wanted[: len(found.tokens)]
    return list(found.tokens) == wanted


def test_there_are_packs_of_public_models():
    assert "smolvlm" in {folder.name for folder in PACKS}


@pytest.mark.parametrize(("folder", "each"), asked("answers"))
def test_greedy_tokens_are_those_of_the_original(model, folder, each):
    assert same(answer(model(folder), folder, each, beams=1), folder, each["answer"])


@pytest.mark.parametrize(("folder", "each"), asked("answers"))
def test_tokens_of_three_beams_are_those_of_the_original(model, folder, each):
    if "answer_of_3_beams" not in each:
        pytest.skip("the original was not asked so")
    found = answer(model(folder), folder, each, beams=3)
    assert list(found.tokens) == without_end(folder, each["answer_of_3_beams"])


@pytest.mark.parametrize(("folder", "each"), asked("answers"))
def test_the_prompt_is_the_original_prompt(model, folder, each):
    if model(folder).facts.family != "embed-merge":
        pytest.skip("its prompt goes to the encoder")
    opened = model(folder)
    seen = opened.see(picture(folder, each["image"]), key=each["image"], profile=each["profile"])
    assert opened._family._tokens(seen, each["question"])[0] == each["prompt"]


@pytest.mark.parametrize("folder", PACKS, ids=lambda folder: folder.name)
def test_pictures_are_prepared_as_the_original_prepares_them(folder):
    plan = load_pack(folder).image_text
    mean, std = (
        np.array(each, np.float32)[:, None, None] for each in (plan.preprocess.mean, plan.preprocess.std)
    )
    with np.load(folder / "pixels.npz") as kept:
        for name in kept.files:
            number, _, profile = name.partition(".")
            tiles = plan.profiles[profile].tiles if profile in plan.profiles else 1
            views = prepare(picture(folder, f"picture{number}.png"), plan.preprocess, tiles)
            steps = np.rint((views.pixels * std + mean) / plan.preprocess.rescale).astype(np.uint8)
            assert np.array_equal(steps, kept[name]), name


@pytest.mark.parametrize(("folder", "each"), asked("vectors"))
def test_rows_are_those_of_the_original(folder, each):
    pair = EncoderPair.open(load_pack(folder))
    if "image" in each:
        (row,) = pair.embed_images([picture(folder, each["image"])])
    else:
        (row,) = pair.embed_texts([each["text"]])
    assert row == pytest.approx(np.array(each["row"]), abs=1e-4)


@pytest.mark.parametrize("name", ["smolvlm", "qwen2-vl", "qwen2.5-vl"])
@pytest.mark.parametrize("precision", ["fp32", "int8"])
def test_a_further_question_is_answered_exactly_as_if_it_were_the_first(name, precision):
    """Numbers that are rounded by what is taken in together must be taken in together both times."""
    folder = SAMPLES / name
    pack, image = load_pack(folder), picture(folder, "picture0.png")
    one, found = ImageTextModel.open(pack, precision=precision), []
    for question in ("What is the family name?", "Who signed it?", "What is the family name?"):
        alone = ImageTextModel.open(pack, precision=precision)
        answers = []
        for model in (one, alone):
            seen = model.see(image, key="a", profile="balanced")
            made = model.generate(seen, question, limits=Limits(24))
            answers.append((made.tokens, made.probabilities))
        assert answers[0] == answers[1]
        found.append(answers[0])
    assert one.facts.shares_memory
    assert found[0] == found[2] != found[1]
