"""Going back to the end of a picture, sharing memory and following several answers change no token."""

from pathlib import Path

import numpy as np
import onnx
import pytest

from engine.packs import load_pack
from engine.runtime import Binding, ModelMemoryError, ModelUnusableError, Network
from engine.vision import (
    ContextOverflowError,
    Ended,
    GraphUnknownError,
    Grid,
    ImageTextModel,
    Limits,
    ModelOutputError,
    PackUnfitError,
)
from engine.vision.decoder import Decoder
from engine.vision.families import embedder, places_of
from engine.vision.opening import open_networks
from tests.engine.vision.handmade import SIZE, decoder, halve, picture, write_pack

QWEN = Path(__file__).parents[2] / "samples" / "image_text" / "qwen2-vl"
LIMITS = Limits(40)
QUESTIONS = ("What is this?", "Who?", "Is there a house on the road, yes or no?", "What is this?")


@pytest.fixture(scope="module")
def packs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("packs")
    return {shares: write_pack(folder / f"{shares}", shares=shares) for shares in (True, False)}


def answers(pack, *, again, profile="detailed"):
    """Return tokens and their probabilities for each question, by one model or by a new one for each."""
    found, model = [], None
    for question in QUESTIONS:
        if model is None or not again:
            model = ImageTextModel.open(pack)
        seen = model.see(picture(), key="a", profile=profile)
        made = model.generate(seen, question, limits=LIMITS)
        found.append((made.tokens, made.probabilities))
    return found


@pytest.mark.parametrize("shares", [True, False])
def test_a_further_question_is_answered_exactly_as_if_it_were_the_first(packs, shares):
    assert answers(packs[shares], again=True) == answers(packs[shares], again=False)


def test_tokens_behind_a_picture_stand_behind_its_longer_side_in_all_three_directions():
    pack = load_pack(QWEN)
    networks = open_networks(pack, "fp32", threads=1, provider="cpu", cancelled=lambda: False).networks
    decoder = Decoder(networks["decoder"], context=512, embed=embedder(networks["embed_tokens"]))
    words, mark = [7, 8], pack.image_text.tokens.image
    tokens = [*words, *[mark] * 6, 9]
    places = places_of(tokens, mark, Grid(0, 0, whole=True, vectors=(2, 3)))
    assert places.tolist() == [
        [0, 1, 2, 2, 2, 2, 2, 2, 5],
        [0, 1, 2, 2, 2, 3, 3, 3, 5],
        [0, 1, 2, 3, 4, 2, 3, 4, 5],
    ]
    for given, wanted in ((places, [[5, 6, 7]] * 3), (None, [[8, 9, 10]] * 3)):
        decoder.arrange(given)
        assert decoder._positions(np.arange(8, 11), 2)[:, 1].tolist() == wanted


def test_a_picture_whose_vectors_have_no_places_is_not_put_before_a_model_that_counts_them():
    with pytest.raises(PackUnfitError):
        places_of([1, 2], 1, Grid(0, 0, whole=True))


def test_a_question_without_a_picture_is_answered_by_a_model_that_counts_in_three_directions():
    found = ImageTextModel.open(load_pack(QWEN)).generate(None, "Who?", limits=Limits(4))
    assert len(found.tokens) == 4


def test_a_decoder_that_can_share_memory_does_and_gives_the_same_answers(packs):
    opened = {shares: ImageTextModel.open(packs[shares]) for shares in (True, False)}
    assert opened[True].facts.shares_memory
    assert not opened[False].facts.shares_memory
    tokens = {shares: [made for made, _ in answers(packs[shares], again=True)] for shares in (True, False)}
    assert tokens[True] == tokens[False]
    assert len({len(each) for each in tokens[True]}) >= 1
    assert tokens[True][0] == tokens[True][3]
    assert tokens[True][0] != tokens[True][1]


@pytest.mark.parametrize("shares", [True, False])
def test_a_further_question_costs_no_more_than_its_own_tokens(packs, shares):
    model = ImageTextModel.open(packs[shares])
    seen = model.see(picture(), key="a", profile="detailed")
    model.generate(seen, "What?", limits=Limits(5))
    first = model._family.taken_in
    model.generate(seen, "Who?", limits=Limits(5))
    assert model._family.taken_in < first - seen.features.shape[0] * seen.features.shape[1]


@pytest.mark.parametrize("shares", [True, False])
def test_pictures_in_turn_are_answered_as_each_alone_and_taken_in_once(packs, shares):
    alone = {}
    for key, seed in (("a", 5), ("b", 6)):
        model = ImageTextModel.open(packs[shares])
        alone[key] = model.generate(
            model.see(picture(seed=seed), key=key, profile="fast"), "What?", limits=LIMITS
        )
    model = ImageTextModel.open(packs[shares])
    costs = []
    for key, seed in (("a", 5), ("b", 6), ("a", 5), ("b", 6)):
        seen = model.see(picture(seed=seed), key=key, profile="fast")
        assert model.generate(seen, "What?", limits=LIMITS).tokens == alone[key].tokens
        costs.append(model._family.taken_in)
    assert costs[2] == costs[3] < costs[0] == costs[1]
    assert alone["a"].tokens != alone["b"].tokens


@pytest.mark.parametrize("shares", [True, False])
def test_a_question_without_a_picture_forgets_the_one_before(packs, shares):
    model = ImageTextModel.open(packs[shares])
    plain = model.generate(None, "What?", limits=LIMITS)
    model.generate(model.see(picture(), key="a", profile="fast"), "What?", limits=LIMITS)
    assert model.generate(None, "What?", limits=LIMITS).tokens == plain.tokens


@pytest.mark.parametrize("shares", [True, False])
def test_memory_grows_with_the_text_without_changing_it(tmp_path, shares):
    network = Network.open(_written(tmp_path, shares=shares))
    table = np.random.default_rng(2).standard_normal((300, SIZE)).astype(np.float32)
    steps = Decoder(network, context=900, embed=lambda tokens: table[tokens])
    tokens = np.random.default_rng(3).integers(0, 300, 700).tolist()
    steps.restart(expected=10)
    for begin in range(0, 700, 100):
        grown = steps.feed(tokens[begin : begin + 100])
    steps.restart(expected=700)
    assert np.allclose(steps.feed(tokens), grown, atol=1e-4)
    steps.rewind(350)
    assert np.allclose(steps.feed(tokens[350:]), grown, atol=1e-4)


@pytest.mark.parametrize("shares", [True, False])
def test_beams_give_the_numbers_of_one_text_each(tmp_path, shares):
    network = Network.open(_written(tmp_path, shares=shares))
    table = np.random.default_rng(2).standard_normal((300, SIZE)).astype(np.float32)
    steps = Decoder(network, context=100, embed=lambda tokens: table[tokens])
    steps.restart()
    steps.feed([1, 2, 3])
    steps.feed_beams([4, 5, 6], [0, 0, 0])
    wide = steps.feed_beams([7, 8, 9], [2, 0, 0])
    for row, path in enumerate([[1, 2, 3, 6, 7], [1, 2, 3, 4, 8], [1, 2, 3, 4, 9]]):
        steps.restart()
        assert np.allclose(steps.feed(path), wide[row], atol=1e-4)


@pytest.mark.parametrize("shares", [True, False])
def test_several_answers_begin_anew_after_going_back(tmp_path, shares):
    network = Network.open(_written(tmp_path, shares=shares))
    table = np.random.default_rng(2).standard_normal((300, SIZE)).astype(np.float32)
    steps = Decoder(network, context=100, embed=lambda tokens: table[tokens])
    steps.restart()
    steps.feed([1, 2, 3])
    first = steps.feed_beams([4, 5], [0, 0])
    steps.feed_beams([6, 7], [1, 0])
    steps.rewind(3)
    assert np.array_equal(steps.feed_beams([4, 5], [0, 0]), first)


@pytest.mark.parametrize("shares", [True, False])
@pytest.mark.parametrize("failing", [1, 2, 5])
def test_a_step_that_fails_gives_its_memory_back_and_the_next_question_is_answered(
    packs, shares, failing, monkeypatch
):
    """The first run takes in the picture, a later one the question, and the last writes the answer."""
    model, fresh = ImageTextModel.open(packs[shares]), ImageTextModel.open(packs[shares])
    seen, run, runs = model.see(picture(), key="a", profile="detailed"), Binding.run, []

    def fail(its):
        runs.append(1)
        if len(runs) == failing:
            raise ModelMemoryError("There is not enough free memory for this model.")
        run(its)

    monkeypatch.setattr(Binding, "run", fail)
    with pytest.raises(ModelMemoryError):
        model.generate(seen, QUESTIONS[0], limits=LIMITS)
    assert not model._family.decoder.begun
    again = model.generate(seen, QUESTIONS[1], limits=LIMITS)
    assert again.tokens == fresh.generate(seen, QUESTIONS[1], limits=LIMITS).tokens


def test_a_graph_that_gives_numbers_for_each_position_is_read_at_its_last(tmp_path):
    one, every = (write_pack(tmp_path / f"{each}", every=each) for each in (False, True))
    assert answers(one, again=True) == answers(every, again=True)


@pytest.mark.parametrize("shares", [True, False])
def test_positions_go_on_from_where_the_text_is(tmp_path, shares):
    network = Network.open(_written(tmp_path, shares=shares, told=True))
    table = np.random.default_rng(2).standard_normal((300, SIZE)).astype(np.float32)
    steps = Decoder(network, context=100, embed=lambda tokens: table[tokens])
    steps.restart()
    whole = steps.feed([1, 2, 3, 4, 5, 6])
    steps.rewind(2)
    assert not np.allclose(steps.feed([4, 3, 5, 6]), whole, atol=1e-3)
    steps.rewind(2)
    for tokens in ([3, 4], [5], [6]):
        parts = steps.feed(tokens)
    assert np.allclose(parts, whole, atol=1e-4)


def test_half_precision_is_taken_and_given_where_the_graphs_want_it(tmp_path):
    def halve_all(folder):
        for path in folder.glob("*.onnx"):
            halve(path)

    whole = ImageTextModel.open(write_pack(tmp_path / "1", shares=False))
    half = ImageTextModel.open(write_pack(tmp_path / "2", shares=False, redo=halve_all))
    assert half._family.decoder.graph.wants["embeddings"].dtype == np.float16
    found = []
    for model in (whole, half):
        seen = model.see(picture(), key="a", profile="fast")
        found.append(model.generate(seen, "What?", limits=Limits(8)))
    assert found[0].tokens[:3] == found[1].tokens[:3]
    assert found[0].probabilities[0] == pytest.approx(found[1].probabilities[0], abs=0.02)


def test_a_prompt_that_does_not_fit_is_told_and_the_model_goes_on(tmp_path):
    model = ImageTextModel.open(write_pack(tmp_path))
    seen = model.see(picture(), key="a", profile="detailed")
    before = model.generate(seen, "What?", limits=LIMITS)
    with pytest.raises(ContextOverflowError) as caught:
        model.generate(seen, "long " * 100, limits=LIMITS)
    assert "400" in caught.value.what
    assert caught.value.remedy
    assert model.generate(seen, "What?", limits=LIMITS).tokens == before.tokens


def test_an_answer_ends_where_the_context_ends(tmp_path):
    model = ImageTextModel.open(write_pack(tmp_path, tweak=lambda part: part.update(context=60)))
    made = model.generate(None, "What?", limits=Limits(500))
    assert made.ended in (Ended.LENGTH, Ended.LOOP, Ended.STOP)
    assert len(made.tokens) <= 60


def test_numbers_that_are_none_end_in_an_error_and_not_in_an_answer(tmp_path):
    model = ImageTextModel.open(
        write_pack(tmp_path, redo=lambda folder: _spoil(folder / "decoder.onnx", "head"))
    )
    with pytest.raises(ModelOutputError):
        model.generate(None, "What?")


def test_features_that_are_no_numbers_end_in_an_error(tmp_path):
    model = ImageTextModel.open(
        write_pack(tmp_path, redo=lambda folder: _spoil(folder / "vision.onnx", "see"))
    )
    with pytest.raises(ModelOutputError):
        model.see(picture(), key="a", profile="fast")


def test_an_input_that_nobody_can_give_is_told_by_name(tmp_path):
    def rename(folder):
        _replace(folder / "decoder.onnx", b"attention_mask", b"magical_powers")

    with pytest.raises(GraphUnknownError, match="magical_powers"):
        ImageTextModel.open(write_pack(tmp_path, redo=rename))


def test_keys_and_values_that_are_not_given_back_are_told(tmp_path):
    def rename(folder):
        _replace(folder / "decoder.onnx", b"present.1.key", b"absents.1.key")

    with pytest.raises(GraphUnknownError, match=r"past_key_values\.1\.key"):
        ImageTextModel.open(write_pack(tmp_path, redo=rename))


@pytest.mark.parametrize("name", ["decoder.onnx", "vision.onnx", "embed.onnx"])
def test_a_network_that_is_cut_off_is_told_with_its_file(tmp_path, name):
    def cut(folder):
        path = folder / name
        path.write_bytes(path.read_bytes()[:-500])

    with pytest.raises(ModelUnusableError, match=name) as caught:
        ImageTextModel.open(write_pack(tmp_path, redo=cut))
    assert caught.value.remedy


def _written(folder, *, shares, **further):
    decoder(folder / "decoder.onnx", 300, shares=shares, **further)
    return folder / "decoder.onnx"


def _spoil(path, weight):
    model = onnx.load(path)
    (found,) = [each for each in model.graph.initializer if each.name == weight]
    values = onnx.numpy_helper.to_array(found).copy()
    values[...] = np.nan
    found.CopyFrom(onnx.numpy_helper.from_array(values, weight))
    path.write_bytes(model.SerializeToString())


def _replace(path, old, new):
    content = path.read_bytes()
    assert len(old) == len(new) and old in content
    path.write_bytes(content.replace(old, new))
