"""Pictures and texts come out as rows of length 1 in one space."""

import numpy as np
import pytest

from engine.packs import PackMissingError
from engine.vision import EncoderPair, ImageTextModel, LookingCancelledError, ModelOutputError
from engine.vision.pairs import tokens_of
from engine.vision.text import open_text
from tests.engine.vision.handmade import picture, write_pack, write_pair


def test_rows_have_length_one_and_keep_their_order(tmp_path):
    pair = EncoderPair.open(write_pair(tmp_path))
    pictures = [picture(seed=seed) for seed in range(3)]
    rows = pair.embed_images(pictures)
    assert rows.shape[0] == 3
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert np.array_equal(pair.embed_images(pictures[1:2])[0], rows[1])
    texts = pair.embed_texts(["a house", "a road"])
    assert texts.shape == (2, rows.shape[1])
    assert not np.allclose(texts[0], texts[1])
    assert (pair.scale, pair.bias) == (10.0, -1.0)


def test_nothing_gives_no_rows(tmp_path):
    pair = EncoderPair.open(write_pair(tmp_path))
    assert len(pair.embed_images([])) == len(pair.embed_texts([])) == 0


def test_a_long_text_is_cut_and_still_ends(tmp_path):
    pair = EncoderPair.open(write_pair(tmp_path, max_length=6))
    tokens, counts = tokens_of("a very long text", pair._texts._text, pair._texts._plan)
    assert len(tokens) == 6
    assert all(counts)
    assert np.array_equal(pair.embed_texts(["a very"])[0], pair.embed_texts(["a very long text"])[0])


def test_letters_are_made_small_and_room_is_filled_up_where_the_manifest_says_so(tmp_path):
    plain = EncoderPair.open(write_pair(tmp_path / "1"))
    small = EncoderPair.open(write_pair(tmp_path / "2", lower=True))
    filled = EncoderPair.open(write_pair(tmp_path / "3", pad_to_max=True))
    assert not np.allclose(plain.embed_texts(["Road"]), plain.embed_texts(["road"]))
    assert np.array_equal(small.embed_texts(["Road"]), small.embed_texts(["road"]))
    # The mask keeps what only fills up from changing anything.
    assert np.allclose(filled.embed_texts(["road"]), plain.embed_texts(["road"]), atol=1e-5)


@pytest.mark.parametrize("pooling", ["first", "last", "mean", "eos"])
def test_room_can_be_filled_up_before_a_text(tmp_path, pooling):
    side = {"pooling": pooling, "pooled": False}
    plain = EncoderPair.open(write_pair(tmp_path / "1", **side))
    pack = write_pair(tmp_path / "2", pad_to_max=True, pad_left=True, **side)
    tokens, counts = tokens_of("road", open_text(pack), pack.image_text)
    assert counts == sorted(counts)
    assert not counts[0]
    assert [token for token, own in zip(tokens, counts, strict=True) if own] == tokens[counts.index(True) :]
    assert np.allclose(EncoderPair.open(pack).embed_texts(["road"]), plain.embed_texts(["road"]), atol=1e-5)


@pytest.mark.parametrize("pooling", ["first", "last", "mean", "eos"])
def test_a_row_of_vectors_becomes_one_as_the_manifest_says(tmp_path, pooling):
    pair = EncoderPair.open(write_pair(tmp_path, pooling=pooling, pooled=False))
    whole = EncoderPair.open(write_pair(tmp_path / "mean"))
    same = np.allclose(pair.embed_texts(["a road"]), whole.embed_texts(["a road"]), atol=1e-5)
    assert same == (pooling == "mean")


def test_a_person_stops_it_between_two_pictures(tmp_path):
    pair, asked = EncoderPair.open(write_pair(tmp_path)), iter(range(10))
    with pytest.raises(LookingCancelledError):
        pair.embed_images([picture()] * 5, cancel=lambda: next(asked) >= 2)
    assert next(asked) == 3


def test_a_row_of_nothing_is_no_answer(tmp_path):
    pair = EncoderPair.open(write_pair(tmp_path))
    black = np.full((16, 16, 3), 0, np.uint8)
    grey = pair._images._plan.preprocess
    assert grey.mean == (0.0, 0.0, 0.0)
    with pytest.raises(ModelOutputError):
        pair.embed_images([black])


def test_a_model_of_the_other_kind_is_told(tmp_path):
    pair, model = write_pair(tmp_path / "pair"), write_pack(tmp_path / "model")
    with pytest.raises(PackMissingError):
        ImageTextModel.open(pair)
    with pytest.raises(PackMissingError):
        EncoderPair.open(model)
