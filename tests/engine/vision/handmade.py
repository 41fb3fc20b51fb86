"""Small image-text packs with random weights, written node by node: what they give can be worked out by hand.

One decoder comes in two builds with the same weights: one that can write into the memory that it reads, and
one that gives longer keys and values with each run.
"""

import hashlib
import json
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from tokenizers import AddedToken, Tokenizer, decoders, models, pre_tokenizers, processors

from engine.packs import Pack, load_pack

SIZE, HEADS, KEYS, HEAD, LAYERS = 32, 4, 2, 8, 2
TILE, VECTORS = 8, 3
MARKS = (
    "<end>",
    "<image>",
    "<around>",
    "<whole>",
    "<row_1_col_1>",
    "<row_1_col_2>",
    "<row_2_col_1>",
    "<row_2_col_2>",
)


class Build:
    """Collects nodes and weights of one graph."""

    def __init__(self):
        self.nodes, self.weights, self.count = [], [], 0

    def add(self, kind, *inputs, outputs=1, domain="", **attributes):
        names = [f"{kind}_{self.count}_{number}" for number in range(outputs)]
        self.count += 1
        self.nodes.append(helper.make_node(kind, list(inputs), names, domain=domain, **attributes))
        return names[0] if outputs == 1 else names

    def weight(self, name, value):
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def number(self, value, dtype=np.int64):
        return self.weight(f"number_{len(self.weights)}", np.array(value, dtype))

    def give(self, value, name):
        self.nodes.append(helper.make_node("Identity", [value], [name]))

    def save(self, path, inputs, outputs):
        graph = helper.make_graph(self.nodes, "handmade", inputs, outputs, self.weights)
        opsets = [helper.make_opsetid("", 18), helper.make_opsetid("com.microsoft", 1)]
        path.write_bytes(helper.make_model(graph, opset_imports=opsets, ir_version=9).SerializeToString())


def value(name, shape, kind=TensorProto.FLOAT):
    return helper.make_tensor_value_info(name, kind, shape)


def decoder(path, vocabulary, *, shares, seed=1, every=False, told=False):
    """Write a decoder.

    Args:
        path: Where.
        vocabulary: How many tokens there are.
        shares: Whether it can write into the memory that it reads.
        seed: Of its weights.
        every: Whether it gives numbers for each position, not for the last alone.
        told: Whether it must be told the positions, and how many of the last are wanted.
    """
    build, chance = Build(), np.random.default_rng(seed)

    def linear(given, name, wide, tall):
        return build.add("MatMul", given, build.weight(name, weights(chance, wide, tall)))

    hidden, slots, further = "inputs_embeds", [], []
    if told:
        places = build.add(
            "Cast", build.add("Unsqueeze", "position_ids", build.number([2])), to=TensorProto.FLOAT
        )
        hidden = build.add("Add", hidden, linear(build.add("Sin", places), "places", 1, SIZE))
        further = [
            value("position_ids", ["b", "s"], TensorProto.INT64),
            value("num_logits_to_keep", [], TensorProto.INT64),
        ]
    for layer in range(LAYERS):
        query = linear(hidden, f"q{layer}", SIZE, HEADS * HEAD)
        key = linear(hidden, f"k{layer}", SIZE, KEYS * HEAD)
        worth = linear(hidden, f"v{layer}", SIZE, KEYS * HEAD)
        attend = _shared if shares else _grown
        seen = attend(build, layer, query, key, worth)
        hidden = build.add("Add", hidden, linear(seen, f"o{layer}", HEADS * HEAD, SIZE))
        hidden = build.add("Add", hidden, build.add("Tanh", linear(hidden, f"m{layer}", SIZE, SIZE)))
        kinds = ("key", "value")
        slots += [(f"past_key_values.{layer}.{kind}", f"present.{layer}.{kind}") for kind in kinds]
    if not every:
        kept = build.number([-1])
        if told:
            kept = build.add("Neg", build.add("Unsqueeze", "num_logits_to_keep", build.number([0])))
        hidden = build.add("Slice", hidden, kept, build.number([2**31]), build.number([1]), build.number([1]))
    build.give(linear(hidden, "head", SIZE, vocabulary), "logits")
    cache = [["b", KEYS, "past", HEAD], ["b", KEYS, "total", HEAD]]
    build.save(
        path,
        [
            value("inputs_embeds", ["b", "s", SIZE]),
            value("attention_mask", ["b", "total"], TensorProto.INT64),
            *further,
            *(value(past, cache[0]) for past, _ in slots),
        ],
        [value("logits", ["b", "n", vocabulary]), *(value(present, cache[1]) for _, present in slots)],
    )


def weights(chance, wide, tall):
    return (chance.standard_normal((wide, tall)) * 1.6 / np.sqrt(wide)).astype(np.float32)


def _shared(build, layer, query, key, worth):
    counted = build.add("ReduceSum", "attention_mask", build.number([1]), keepdims=0)
    last = build.add("Cast", build.add("Sub", counted, build.number(1)), to=TensorProto.INT32)
    total = build.add("Gather", build.add("Shape", "attention_mask"), build.number(1))
    build.nodes.append(
        helper.make_node(
            "GroupQueryAttention",
            [
                query,
                key,
                worth,
                f"past_key_values.{layer}.key",
                f"past_key_values.{layer}.value",
                last,
                build.add("Cast", total, to=TensorProto.INT32),
            ],
            [f"seen_{layer}", f"present.{layer}.key", f"present.{layer}.value"],
            domain="com.microsoft",
            num_heads=HEADS,
            kv_num_heads=KEYS,
        )
    )
    return f"seen_{layer}"


def _grown(build, layer, query, key, worth, side=""):
    def headed(given, heads):
        shape = build.number([0, 0, heads, HEAD])
        return build.add("Transpose", build.add("Reshape", given, shape), perm=[0, 2, 1, 3])

    present = []
    for kind, given in (("key", key), ("value", worth)):
        joined = build.add("Concat", f"past_key_values.{layer}{side}.{kind}", headed(given, KEYS), axis=2)
        build.give(joined, f"present.{layer}{side}.{kind}")
        wide = build.add("Unsqueeze", joined, build.number([2]))
        wide = build.add("Tile", wide, build.number([1, 1, HEADS // KEYS, 1, 1]))
        present.append(build.add("Reshape", wide, build.number([0, HEADS, -1, HEAD])))
    keys = build.add("Transpose", present[0], perm=[0, 1, 3, 2])
    scores = build.add("MatMul", headed(query, HEADS), keys)
    scores = build.add("Div", scores, build.number(np.sqrt(HEAD), np.float32))
    total = build.add("Gather", build.add("Shape", joined), build.number(2))
    here = build.add("Gather", build.add("Shape", query), build.number(1))
    rows = build.add("Range", build.add("Sub", total, here), total, build.number(1))
    columns = build.add("Range", build.number(0), total, build.number(1))
    later = build.add("Less", build.add("Unsqueeze", rows, build.number([1])), columns)
    scores = build.add("Where", later, build.number(-1e9, np.float32), scores)
    seen = build.add("MatMul", build.add("Softmax", scores, axis=-1), present[1])
    return build.add(
        "Reshape", build.add("Transpose", seen, perm=[0, 2, 1, 3]), build.number([0, 0, HEADS * HEAD])
    )


def halve(path):
    """Let a network take and give half precision where it took and gave single."""
    model = onnx.load(path)
    before, after = [], []
    for given in model.graph.input:
        if given.type.tensor_type.elem_type == TensorProto.FLOAT:
            given.type.tensor_type.elem_type = TensorProto.FLOAT16
            before.append(
                helper.make_node("Cast", [given.name], [f"{given.name}_wide"], to=TensorProto.FLOAT)
            )
            for node in model.graph.node:
                node.input[:] = [f"{each}_wide" if each == given.name else each for each in node.input]
    for made in model.graph.output:
        if made.type.tensor_type.elem_type == TensorProto.FLOAT:
            made.type.tensor_type.elem_type = TensorProto.FLOAT16
            after.append(helper.make_node("Cast", [f"{made.name}_wide"], [made.name], to=TensorProto.FLOAT16))
            for node in model.graph.node:
                node.output[:] = [f"{each}_wide" if each == made.name else each for each in node.output]
    nodes = [*before, *model.graph.node, *after]
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    path.write_bytes(model.SerializeToString())


def captioner(path, vocabulary, *, merged, seed=8):
    """Write a decoder that attends to an encoder's result and to its own text.

    Args:
        path: Where.
        vocabulary: How many tokens there are.
        merged: Whether it works in two ways, as merged exports do: it makes keys and values of the encoder's
            result when ``use_cache_branch`` is false, and takes them, giving empty ones, when it is true.
            Otherwise it makes them anew each time.
        seed: Of its weights.
    """
    build, chance = Build(), np.random.default_rng(seed)

    def linear(given, name, wide, tall):
        return build.add("MatMul", given, build.weight(name, weights(chance, wide, tall)))

    def headed(given):
        return build.add(
            "Transpose", build.add("Reshape", given, build.number([0, 0, KEYS, HEAD])), perm=[0, 2, 1, 3]
        )

    table = build.weight(
        "table", np.random.default_rng(9).standard_normal((vocabulary, SIZE)).astype(np.float32)
    )
    hidden = build.add("Gather", table, "input_ids")
    own = [
        linear(hidden, f"own{kind}", SIZE, heads * HEAD)
        for kind, heads in zip("qkv", (HEADS, KEYS, KEYS), strict=True)
    ]
    seen = _grown(build, 0, *own, side=".decoder")
    hidden = build.add("Add", hidden, linear(seen, "own", HEADS * HEAD, SIZE))
    query = headed(linear(hidden, "q", SIZE, KEYS * HEAD))
    cross = [headed(linear("encoder_hidden_states", kind, SIZE, KEYS * HEAD)) for kind in ("key", "value")]
    slots = [("past_key_values.0.decoder." + kind, "present.0.decoder." + kind) for kind in ("key", "value")]
    further = []
    if merged:
        pairs = list(zip(("key", "value"), cross, strict=True))
        cross = [_either(build, kind, made) for kind, made in pairs]
        slots += [("past_key_values.0.encoder." + kind, "present.0.encoder." + kind) for kind, _ in pairs]
        further = [value("use_cache_branch", [1], TensorProto.BOOL)]
    scores = build.add("MatMul", query, build.add("Transpose", cross[0], perm=[0, 1, 3, 2]))
    felt = build.add("MatMul", build.add("Softmax", scores, axis=-1), cross[1])
    felt = build.add(
        "Reshape", build.add("Transpose", felt, perm=[0, 2, 1, 3]), build.number([0, 0, KEYS * HEAD])
    )
    hidden = build.add("Add", hidden, linear(felt, "felt", KEYS * HEAD, SIZE))
    build.give(linear(hidden, "head", SIZE, vocabulary), "logits")
    build.save(
        path,
        [
            value("input_ids", ["b", "s"], TensorProto.INT64),
            value("encoder_hidden_states", ["b", "t", SIZE]),
            *further,
            *(value(past, ["b", KEYS, "past", HEAD]) for past, _ in slots),
        ],
        [
            value("logits", ["b", "s", vocabulary]),
            *(value(present, ["b", KEYS, "total", HEAD]) for _, present in slots),
        ],
    )


def _either(build, kind, made):
    """Return the encoder's keys or values: those that went in, or those that were made now."""
    shape = ["b", KEYS, "t", HEAD]

    def branch(name, nodes, weights=()):
        outputs = [value(f"{name}_used_{kind}", shape), value(f"{name}_given_{kind}", shape)]
        return helper.make_graph(nodes, name, [], outputs, list(weights))

    nothing = numpy_helper.from_array(np.zeros((1, KEYS, 0, HEAD), np.float32), f"nothing_{kind}")
    taken = branch(
        "taken",
        [
            helper.make_node("Identity", [f"past_key_values.0.encoder.{kind}"], [f"taken_used_{kind}"]),
            helper.make_node("Identity", [f"nothing_{kind}"], [f"taken_given_{kind}"]),
        ],
        [nothing],
    )
    new = branch(
        "new",
        [
            helper.make_node("Identity", [made], [f"new_used_{kind}"]),
            helper.make_node("Identity", [made], [f"new_given_{kind}"]),
        ],
    )
    used, given = build.add("If", "use_cache_branch", outputs=2, then_branch=taken, else_branch=new)
    build.give(given, f"present.0.encoder.{kind}")
    return used


def embeddings(path, vocabulary, seed=2):
    build = Build()
    table = np.random.default_rng(seed).standard_normal((vocabulary, SIZE)).astype(np.float32)
    build.give(build.add("Gather", build.weight("table", table), "input_ids"), "inputs_embeds")
    build.save(
        path, [value("input_ids", ["b", "s"], TensorProto.INT64)], [value("inputs_embeds", ["b", "s", SIZE])]
    )


def vision(path, seed=3):
    build, chance = Build(), np.random.default_rng(seed)
    flat = build.add("Reshape", "pixel_values", build.number([0, 3 * TILE * TILE]))
    made = build.add("MatMul", flat, build.weight("see", weights(chance, 3 * TILE * TILE, VECTORS * SIZE)))
    build.give(build.add("Reshape", made, build.number([0, VECTORS, SIZE])), "image_features")
    build.save(
        path, [value("pixel_values", ["n", 3, TILE, TILE])], [value("image_features", ["n", VECTORS, SIZE])]
    )


def hungry(path):
    """Write an eye that needs a gigabyte for each picture."""
    build = Build()
    wide = build.add("Expand", build.add("ReduceMean", "pixel_values"), build.number([16, 16, 1_000_000]))
    felt = build.add("ReduceSum", build.add("Exp", wide), keepdims=0)
    made = build.add("Expand", felt, build.number([1, VECTORS, SIZE]))
    build.give(made, "image_features")
    build.save(
        path, [value("pixel_values", ["n", 3, TILE, TILE])], [value("image_features", ["n", VECTORS, SIZE])]
    )


def tokenizer():
    """Return one token for each byte, some for common words, and those with a meaning of their own."""
    letters = sorted(pre_tokenizers.ByteLevel.alphabet())
    vocabulary = {letter: number for number, letter in enumerate(letters)}
    merges = []
    for word in ("Ġyes", "Ġno", "Ġhouse", "road"):
        made = word[0]
        for letter in word[1:]:
            merges.append((made, letter))
            made += letter
            vocabulary.setdefault(made, len(vocabulary))
    made = Tokenizer(models.BPE(vocab=vocabulary, merges=merges))
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    made.decoder = decoders.ByteLevel()
    made.add_special_tokens([AddedToken(mark, special=True, normalized=False) for mark in MARKS])
    return made


def write_pack(
    folder: Path, *, shares=True, tweak=lambda manifest: None, redo=lambda folder: None, **further
) -> Pack:
    """Write a pack whose model is put together of an eye, embeddings and a decoder.

    Args:
        folder: Where.
        shares: Whether the decoder can write into the memory that it reads.
        tweak: Changes the manifest's ``image_text`` part.
        redo: Changes files before they are hashed.
        further: Passed to :func:`decoder`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    words = tokenizer()
    size = words.get_vocab_size()
    (folder / "tokenizer.json").write_text(words.to_str(), encoding="utf-8")
    (folder / "LICENSE.txt").write_text("Anyone may do anything with it.", encoding="utf-8")
    vision(folder / "vision.onnx")
    embeddings(folder / "embed.onnx", size)
    decoder(folder / "decoder.onnx", size, shares=shares, **further)
    redo(folder)
    mark = words.token_to_id
    part = {
        "family": "embed-merge",
        "components": {"vision_encoder": "vision", "embed_tokens": "embed", "decoder": "decoder"},
        "precisions": {
            "fp32": {"variants": {"vision_encoder": "fp32", "embed_tokens": "fp32", "decoder": "fp32"}}
        },
        "default_precision": "fp32",
        "preprocess": {"mode": "tiles", "tile": TILE, "longest_edge": 2 * TILE, "global_tile": True},
        "prompt": {
            "turn": "User:{image}{question}<end>\nAssistant:",
            "tile_prefix": "<around><row_{row}_col_{column}>",
            "global_prefix": "<around><whole>",
            "row_end": "\n",
            "tiles_end": "\n",
            "image_end": "<around>",
            "image_token": "<image>",
            "image_tokens_per_tile": VECTORS,
            "tasks": {"describe.short": "What is this?", "extract": "Fill in: {question}"},
        },
        "tokens": {"eos": [mark("<end>")], "image": mark("<image>")},
        "context": 400,
        "profiles": {"fast": {"tiles": 1}, "detailed": {"tiles": 5}},
    }
    tweak(part)
    return _sealed(folder, part)


def _sealed(folder, part):
    """Write the manifest around what it says of an image-text model, and open the pack."""
    names = ["tokenizer.json", "LICENSE.txt", *sorted(each.name for each in folder.glob("*.onnx"))]
    manifest = {
        "format": 2,
        "name": "handmade",
        "version": 1,
        "recipe": "by hand",
        "licence": "0BSD",
        "licence_file": "LICENSE.txt",
        "source": {"package": "none", "version": "0", "files": {}},
        "files": {name: _file(folder / name) for name in names},
        "models": {
            name: {"variants": {"fp32": f"{name}.onnx"}, "default": "fp32"}
            for name in dict.fromkeys(part["components"].values())
        },
        "title": "By hand",
        "tasks": ["describe", "ask"],
        "image_text": part,
    }
    (folder / "pack.json").write_text(json.dumps(manifest), encoding="utf-8")
    return load_pack(folder)


def write_captioner(folder: Path, *, merged) -> Pack:
    """Write a pack whose decoder attends to what an encoder made of a picture."""
    folder.mkdir(parents=True, exist_ok=True)
    words = tokenizer()
    (folder / "tokenizer.json").write_text(words.to_str(), encoding="utf-8")
    (folder / "LICENSE.txt").write_text("Anyone may do anything with it.", encoding="utf-8")
    vision(folder / "vision.onnx")
    captioner(folder / "decoder.onnx", words.get_vocab_size(), merged=merged)
    part = {
        "family": "encoder-decoder",
        "components": {"vision_encoder": "vision", "decoder": "decoder"},
        "precisions": {"fp32": {"variants": {"vision_encoder": "fp32", "decoder": "fp32"}}},
        "default_precision": "fp32",
        "preprocess": {"mode": "exact", "size": [TILE, TILE]},
        "prompt": {"turn": "{question}"},
        "tokens": {"eos": [words.token_to_id("<end>")], "decoder_start": [words.token_to_id("<around>")]},
        "context": 100,
    }
    return _sealed(folder, part)


def write_pair(folder: Path, *, pooled=True, **side) -> Pack:
    """Write a pack of two encoders; the text's gives one vector, or one for each token."""
    folder.mkdir(parents=True, exist_ok=True)
    words, chance = tokenizer(), np.random.default_rng(4)
    size = words.get_vocab_size()
    end = words.token_to_id("<end>")
    words.post_processor = processors.TemplateProcessing(single="$A <end>", special_tokens=[("<end>", end)])
    (folder / "tokenizer.json").write_text(words.to_str(), encoding="utf-8")
    (folder / "LICENSE.txt").write_text("Anyone may do anything with it.", encoding="utf-8")
    build = Build()
    flat = build.add("Reshape", "pixel_values", build.number([0, 3 * TILE * TILE]))
    build.give(
        build.add("MatMul", flat, build.weight("see", weights(chance, 3 * TILE * TILE, SIZE))), "image_embeds"
    )
    build.save(
        folder / "image.onnx",
        [value("pixel_values", ["n", 3, TILE, TILE])],
        [value("image_embeds", ["n", SIZE])],
    )
    build = Build()
    vectors = build.add("Gather", build.weight("table", weights(chance, size, SIZE)), "input_ids")
    if pooled:
        counts = build.add(
            "Cast", build.add("Unsqueeze", "attention_mask", build.number([2])), to=TensorProto.FLOAT
        )
        total = build.add("ReduceSum", build.add("Mul", vectors, counts), build.number([1]), keepdims=0)
        vectors = build.add("Div", total, build.add("ReduceSum", counts, build.number([1]), keepdims=0))
    else:
        zero = build.add("Cast", build.add("Mul", "attention_mask", build.number(0)), to=TensorProto.FLOAT)
        vectors = build.add("Add", vectors, build.add("Unsqueeze", zero, build.number([2])))
    build.give(vectors, "text_embeds")
    build.save(
        folder / "text.onnx",
        [value(name, ["n", "s"], TensorProto.INT64) for name in ("input_ids", "attention_mask")],
        [value("text_embeds", ["n", SIZE] if pooled else ["n", "s", SIZE])],
    )
    part = {
        "family": "dual-encoder",
        "components": {"image_encoder": "image", "text_encoder": "text"},
        "precisions": {"fp32": {"variants": {"image_encoder": "fp32", "text_encoder": "fp32"}}},
        "default_precision": "fp32",
        "preprocess": {
            "mode": "exact",
            "size": [TILE, TILE],
            "mean": [0.0, 0.0, 0.0],
            "std": [1.0, 1.0, 1.0],
        },
        "tokens": {"eos": [end], "pad": 0},
        "text": {"max_length": 20, "scale": 10.0, "bias": -1.0, **side},
    }
    return _sealed(folder, part)


def picture(width=16, height=12, seed=5):
    return np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8)


def _file(path):
    content = path.read_bytes()
    return {"sha256": hashlib.sha256(content).hexdigest(), "byte_size": len(content)}
