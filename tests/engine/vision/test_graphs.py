"""What a graph wants is read from its names, as the usual exporters write them."""

from types import SimpleNamespace

import numpy as np
import pytest

from engine.runtime import Tensor
from engine.vision import GraphUnknownError
from engine.vision.graphs import Place, pixel_feeds, read_graph

FLOAT = np.dtype(np.float32)


def network(inputs, outputs):
    def tensors(names):
        return {name: Tensor(name, FLOAT, ("batch", 2, "past", 8)) for name in names}

    return SimpleNamespace(name="made up", inputs=tensors(inputs), outputs=tensors(outputs))


@pytest.mark.parametrize(
    ("past", "present", "place"),
    [
        ("past_key_values.3.key", "present.3.key", Place("self", 3, "key")),
        ("past_key_values.0.decoder.value", "present.0.decoder.value", Place("self", 0, "value")),
        ("past_key_values.0.encoder.value", "present.0.encoder.value", Place("cross", 0, "value")),
        ("past_key_values_1_key", "present_1_key", Place("self", 1, "key")),
        ("past.2.value", "present.2.value", Place("self", 2, "value")),
        ("past_key_self_4", "present_key_self_4", Place("self", 4, "key")),
        ("past_value_cross_4", "present_value_cross_4", Place("cross", 4, "value")),
        ("past_key_0", "present_key_0", Place("self", 0, "key")),
    ],
)
def test_keys_and_values_are_found_by_the_names_of_exporters(past, present, place):
    graph = read_graph(network(["input_ids", past], ["logits", present]))
    assert graph.past[place].name == past
    assert graph.present[place].name == present
    assert graph.gives == ("logits",)
    assert graph.places(place.side) == (place,)


def test_inputs_are_found_by_what_they_are_for():
    names = {
        "inputs_embeds": "embeddings",
        "decoder_attention_mask": "mask",
        "position_ids": "positions",
        "use_cache_branch": "use_cache",
        "num_logits_to_keep": "keep",
        "encoder_hidden_states": "hidden",
        "pixel_attention_mask": "pixel_mask",
    }
    graph = read_graph(network(names, ["logits"]))
    assert {graph.wants[role].name: role for role in graph.wants} == names


def test_an_unknown_input_is_told_by_its_name():
    with pytest.raises(GraphUnknownError, match="spatial_shapes"):
        read_graph(network(["pixel_values", "spatial_shapes"], ["image_features"]))


def test_patches_come_with_how_many_there_are_down_and_across():
    made = network(["pixel_values", "image_grid_thw"], ["image_features"])
    made.inputs["pixel_values"] = Tensor("pixel_values", FLOAT, ("patches", 24))
    made.inputs["image_grid_thw"] = Tensor("image_grid_thw", np.dtype(np.int64), (1, 3))
    feeds = pixel_feeds(read_graph(made), np.zeros((1, 3, 8, 12), np.float32), 4)
    assert feeds["pixel_values"].shape == (24, 24)
    assert feeds["image_grid_thw"].tolist() == [[1, 4, 6]]
    with pytest.raises(GraphUnknownError, match="patches of 24 numbers"):
        pixel_feeds(read_graph(made), np.zeros((1, 3, 8, 12), np.float32))


def test_a_grid_of_patches_is_not_told_to_a_network_that_takes_pictures_whole():
    made = network(["pixel_values", "grid_thw"], ["image_features"])
    made.inputs["pixel_values"] = Tensor("pixel_values", FLOAT, ("batch", 3, 8, 12))
    with pytest.raises(GraphUnknownError, match="grid_thw"):
        pixel_feeds(read_graph(made), np.zeros((1, 3, 8, 12), np.float32), 4)


def test_keys_whose_heads_are_not_told_cannot_be_made():
    made = network(["past_key_values.0.key"], ["present.0.key"])
    made.inputs["past_key_values.0.key"] = Tensor("past_key_values.0.key", FLOAT, ("b", "heads", "past", 8))
    with pytest.raises(GraphUnknownError, match="heads"):
        read_graph(made)


@pytest.mark.parametrize(("axes", "kind"), [(4, np.float32), (5, np.float32), (4, np.float16)])
def test_pixels_come_with_the_axes_and_the_number_type_that_a_graph_wants(axes, kind):
    shape = ("batch", "tiles", 3, 8, 6)[-axes:]
    made = network(["pixel_values", "pixel_attention_mask"], ["image_features"])
    made.inputs["pixel_values"] = Tensor("pixel_values", np.dtype(kind), shape)
    made.inputs["pixel_attention_mask"] = Tensor("pixel_attention_mask", np.dtype(np.bool_), shape)
    feeds = pixel_feeds(read_graph(made), np.zeros((1, 3, 8, 6), np.float32))
    assert feeds["pixel_values"].shape == (1, 1, 3, 8, 6)[-axes:]
    assert feeds["pixel_values"].dtype == kind
    assert feeds["pixel_attention_mask"].shape == (1, 1, 8, 6)[-axes + 1 :]
    assert feeds["pixel_attention_mask"].all()
