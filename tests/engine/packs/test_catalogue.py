"""The catalogue tells of public models what is known, and claims nothing that was not tried."""

import json
from importlib import resources

import pytest

from engine.packs.catalogue import EXACT, FILE, read_catalogue
from tests.conftest import ROOT

LANGUAGES = {"en", "fr", "es", "ar", "sw"}
MODELS = read_catalogue()


def test_there_are_enough_and_each_once():
    assert len(MODELS) >= 10
    assert len({each.id for each in MODELS}) == len(MODELS)
    assert sum(each.usable for each in MODELS) >= 8


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.id)
def test_each_says_in_each_of_our_languages_what_it_is_good_for_and_how_well_it_serves_them(model):
    assert set(model.languages) == set(model.good_for) == LANGUAGES
    assert len(set(model.good_for.values())) == len(LANGUAGES)
    assert model.tasks
    assert model.id.count("/") == 1


@pytest.mark.parametrize(
    "model", [each for each in MODELS if each.tried == EXACT], ids=lambda model: model.id
)
def test_exactness_is_claimed_only_where_a_tiny_model_of_the_architecture_is_among_the_samples(model):
    sample = ROOT / "tests" / "samples" / "image_text" / model.architecture / "pack.json"
    assert sample.is_file()
    assert json.loads(sample.read_bytes())["image_text"]["family"] == model.family


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.id)
def test_a_figure_that_nobody_vouches_for_is_left_open(model):
    assert model.memory_bytes is None or model.memory_basis
    assert model.parameters is None or "parameters" in model.verified


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"licence": ""}, "licence is empty"),
        ({"family": "magic"}, "family 'magic'"),
        ({"memory_bytes": "much"}, "no whole number"),
        ({"tried": "yes"}, "tried 'yes'"),
        ({"colour": "blue"}, "colour is not known"),
    ],
)
def test_a_mistake_in_the_catalogue_is_named(change, told):
    data = json.loads(resources.files("engine.packs").joinpath(FILE).read_text(encoding="utf-8"))
    data["models"][0] |= change
    with pytest.raises(ValueError, match=told):
        read_catalogue(json.dumps(data))
