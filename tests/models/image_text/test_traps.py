"""What went wrong once with such models, and must not again."""

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

from models.image_text import quantising


def nodes_of(path):
    return onnx.load(path, load_external_data=False).graph.node


def test_patches_of_smolvlm_keep_their_places(made):
    # transformers 4.57 shifts them: its fractions of a picture's edge fell into the bucket before.
    import torch
    from transformers import AutoModelForImageTextToText

    from models.image_text.running import Session

    tiny = made("smolvlm")
    inner = AutoModelForImageTextToText.from_pretrained(tiny.snapshot).model.eval()
    tower = inner.vision_model
    pixels = torch.zeros(1, 3, 64, 64)
    with torch.no_grad():
        placed = tower.embeddings(pixels, torch.ones(1, 4, 4, dtype=torch.bool))
        plain = tower.embeddings.patch_embedding(pixels).flatten(2).transpose(1, 2)
    places = tower.embeddings.position_embedding.weight.detach()
    assert torch.allclose(placed - plain, places[None], atol=1e-6)
    features = Session(str(tiny.work / "vision_encoder.fp32.onnx"))({"pixel_values": pixels.numpy()})
    with torch.no_grad():
        wanted = inner.connector(tower(pixel_values=pixels).last_hidden_state)
    assert np.abs(features["image_features"] - wanted.numpy()).max() < 1e-4


def test_an_older_transformers_is_refused(made, monkeypatch):
    import transformers

    from models.image_text.architectures import architecture_of
    from models.image_text.errors import UnsupportedModelError
    from models.image_text.snapshots import Snapshot

    snapshot = Snapshot.open(made("smolvlm").snapshot)
    monkeypatch.setattr(transformers, "__version__", "4.57.6")
    with pytest.raises(UnsupportedModelError, match=r"4\.57\.6"):
        architecture_of(snapshot).load(snapshot)


@pytest.mark.parametrize("make", [quantising.four_bit_blocks, quantising.eight_bit_blocks])
def test_quantising_to_blocks_leaves_the_opset_and_tables_of_words_alone(make):
    table = numpy_helper.from_array(np.ones((40, 64), np.float32), "table")
    matrix = numpy_helper.from_array(
        np.random.default_rng(0).normal(size=(64, 64)).astype(np.float32), "matrix"
    )
    graph = helper.make_graph(
        [
            helper.make_node("Gather", ["table", "ids"], ["rows"]),
            helper.make_node("MatMul", ["rows", "matrix"], ["out"]),
        ],
        "words",
        [helper.make_tensor_value_info("ids", TensorProto.INT64, ["n"])],
        [helper.make_tensor_value_info("out", TensorProto.FLOAT, ["n", 64])],
        [table, matrix],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=10)
    made = make(model)
    assert [node.op_type for node in made.graph.node] == ["Gather", "MatMulNBits"]
    assert {entry.domain: entry.version for entry in made.opset_import}[""] == 18


def test_weights_too_small_to_matter_become_nothing(smolvlm, silent):
    # Processors are up to three times slower with numbers so near to 0 that they lose their leading bit.
    import torch
    from safetensors.torch import load_file, save_file

    from models.image_text.exporting import ExportOptions, export
    from models.image_text.workshop import Workshop

    path = smolvlm.snapshot / "model.safetensors"
    weights = load_file(path)
    name = next(name for name in weights if name.endswith("down_proj.weight"))
    weights[name][0, :4] = torch.tensor([1e-39, -3e-40, 5e-13, 1e-6])
    save_file(weights, path, metadata={"format": "pt"})
    export(smolvlm.snapshot, Workshop(smolvlm.work), ExportOptions(), tell=silent)
    model = onnx.load(smolvlm.work / "decoder.fp32.onnx")
    for tensor in model.graph.initializer:
        if tensor.data_type == TensorProto.FLOAT:
            values = np.abs(numpy_helper.to_array(tensor))
            assert not ((values > 0) & (values < 1e-12)).any(), tensor.name
    written = next(each for each in model.graph.initializer if each.name == "layers.0.mlp.down.weight")
    assert numpy_helper.to_array(written)[3, 0] == np.float32(1e-6)


def test_only_the_last_position_is_brought_to_the_vocabulary(made):
    from models.image_text.running import Session

    session = Session(str(made("smolvlm").work / "decoder.fp32.onnx"))
    past = {
        name: np.zeros((1, shape[1], 0, shape[3]), np.float32)
        for name, shape in session.inputs.items()
        if "past" in name
    }
    given = session(
        {
            "inputs_embeds": np.zeros((1, 9, 32), np.float32),
            "attention_mask": np.ones((1, 9), np.int64),
            **past,
        }
    )
    assert given["logits"].shape[1] == 1


def test_keys_and_values_can_be_written_behind_the_old_ones_in_one_buffer(made):
    import onnxruntime as ort

    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    session = ort.InferenceSession(
        str(made("smolvlm").work / "decoder.fp32.onnx"), options, providers=["CPUExecutionProvider"]
    )
    random = np.random.default_rng(0)
    tokens = random.normal(size=(1, 7, 32)).astype(np.float32)
    names = [each.name for each in session.get_inputs() if "past" in each.name]

    def feed(count, past):
        mask = np.ones((1, count), np.int64)
        return {"inputs_embeds": tokens[:, :count], "attention_mask": mask, **dict.fromkeys(names, past)}

    whole = session.run(["logits"], feed(7, np.zeros((1, 1, 0, 16), np.float32)))[0]
    buffers = {name: ort.OrtValue.ortvalue_from_numpy(np.zeros((1, 1, 64, 16), np.float32)) for name in names}
    for start, end in ((0, 4), (4, 6), (6, 7)):
        binding = session.io_binding()
        binding.bind_cpu_input("inputs_embeds", np.ascontiguousarray(tokens[:, start:end]))
        binding.bind_cpu_input("attention_mask", np.ones((1, end), np.int64))
        for name, buffer in buffers.items():
            binding.bind_ortvalue_input(name, buffer)
            binding.bind_ortvalue_output(name.replace("past_key_values", "present"), buffer)
        binding.bind_output("logits")
        session.run_with_iobinding(binding)
    assert np.abs(binding.get_outputs()[-1].numpy() - whole).max() < 1e-5


def test_patches_stay_in_floating_point_and_matrices_do_not(made):
    kinds = [node.op_type for node in nodes_of(made("smolvlm").pack / "vision_encoder.int8.onnx")]
    assert kinds.count("Conv") == 1
    assert "MatMul" not in kinds
    assert "DynamicQuantizeMatMul" in kinds


def test_a_constant_without_dimensions_stays_one():
    # As a list of one number it gave a text's vector one dimension too many.
    from models.image_text.building import GraphBuilder

    graph = GraphBuilder("numbers")
    graph.weight("one", np.array(1, np.int64))
    assert list(graph.model().graph.initializer[0].dims) == []


def test_the_same_checkpoint_gives_the_same_bytes(made, tmp_path, silent):
    from models.image_text.exporting import ExportOptions, export
    from models.image_text.workshop import Workshop

    tiny = made("florence2")
    export(tiny.snapshot, Workshop(tmp_path / "again"), ExportOptions(), tell=silent)
    for path in sorted((tmp_path / "again").glob("*.onnx")):
        assert path.read_bytes() == (tiny.work / path.name).read_bytes(), path.name
