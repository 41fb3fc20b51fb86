"""An answer that must follow a JSON schema does, whatever the model would rather say."""

import json
from unittest.mock import ANY

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer, decoders, models, pre_tokenizers

from engine.vision import ConstraintError, Ended, ImageTextModel, JsonSchema, Limits
from engine.vision.constraints import JsonGuides, bounded
from engine.vision.greedy import write
from engine.vision.text import Text
from tests.engine.vision.handmade import picture, tokenizer, write_pack
from tests.engine.vision.scripted import Scripted, at_random

WORDS = Text(tokenizer().to_str())
END = WORDS.tokens("<end>")[0]
GUIDES = JsonGuides(WORDS, [END])

leaves = st.one_of(
    st.builds(lambda most: {"type": "string", "maxLength": most}, st.integers(0, 6)),
    st.builds(
        lambda low, more: {"type": "integer", "minimum": low, "maximum": low + more},
        st.integers(-50, 50),
        st.integers(0, 300),
    ),
    st.just({"type": "boolean"}),
    st.builds(
        lambda texts: {"enum": texts},
        st.lists(st.text('abcé "\\', max_size=4), min_size=1, max_size=4, unique=True),
    ),
)
names = st.text("abcdeñ_ ", min_size=1, max_size=6)
schemas = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(
            lambda parts: {"type": "object", "properties": parts}, st.dictionaries(names, inner, max_size=3)
        ),
        st.builds(
            lambda item, most: {"type": "array", "items": item, "maxItems": most}, inner, st.integers(0, 3)
        ),
    ),
    max_leaves=5,
)


def fits(found, schema, *, value=False):
    """Return whether a value is one that the schema asks for; as a value of an object it may be null."""
    if value and found is None:
        return True
    if "enum" in schema:
        return found in schema["enum"]
    kind = schema["type"]
    if kind == "object":
        parts = schema["properties"]
        return list(found) == list(parts) and all(
            fits(found[each], part, value=True) for each, part in parts.items()
        )
    if kind == "array":
        return len(found) <= schema["maxItems"] and all(fits(each, schema["items"]) for each in found)
    if kind == "string":
        return isinstance(found, str) and len(found) <= schema["maxLength"]
    if kind == "boolean":
        return isinstance(found, bool)
    return type(found) is int and schema["minimum"] <= found <= schema["maximum"]


def written(guides, words, end, schema, seed):
    steps = Scripted(at_random(words.size + 3, seed))
    draft = write(
        steps,
        steps.first,
        limits=Limits(2000),
        ends=(end,),
        add=lambda token: False,
        cancel=lambda: False,
        guide=guides.guide(JsonSchema(schema)),
    )
    return draft, words.text(draft.tokens)


@settings(max_examples=60)
@given(schema=schemas.filter(lambda each: each.get("type") in ("object", "array")), seed=st.integers(0, 1000))
def test_whatever_the_model_wants_to_say_the_answer_follows_the_schema(schema, seed):
    draft, text = written(GUIDES, WORDS, END, schema, seed)
    assert draft.ended is Ended.STOP
    assert fits(json.loads(text), schema), text
    assert len(draft.tokens) == len(draft.probabilities)


def test_texts_numbers_and_lists_without_an_end_are_given_one():
    schema = {
        "type": "object",
        "properties": {
            "name": {"type": "string"},
            "people": {
                "type": "array",
                "items": {"type": "object", "properties": {"age": {"type": "integer"}}},
            },
        },
    }
    for seed in range(5):
        draft, text = written(GUIDES, WORDS, END, schema, seed)
        if draft.ended is Ended.STOP:
            found = json.loads(text)
            assert set(found) == {"name", "people"}
            assert len(found["people"]) <= 32
    made = bounded(JsonSchema(schema, longest=7, most=2))
    assert made["properties"]["name"] == {"anyOf": [{"type": "string", "maxLength": 7}, {"type": "null"}]}
    assert made["properties"]["people"]["maxItems"] == 2
    assert made["additionalProperties"] is False
    assert schema["properties"]["name"] == {"type": "string"}


def test_not_found_can_be_said_of_every_value():
    schema = {
        "type": "object",
        "properties": {"name": {"type": "string", "minLength": 3}, "sex": {"enum": ["f", "m"]}},
    }
    guide = GUIDES.guide(JsonSchema(schema))
    tokens, wanted = guide.begin(), '{"name": null, "sex": null}'
    while not guide.done:
        allowed = np.flatnonzero(guide.allowed(WORDS.size)).tolist()
        fitting = [each for each in allowed if wanted.startswith(WORDS.text([*tokens, each]))]
        assert fitting, WORDS.text(tokens)
        tokens += [fitting[0], *guide.take(fitting[0])]
    assert WORDS.text(tokens) == wanted


def test_tokenizers_whose_tokens_are_pieces_of_text_are_served_too():
    letters = [
        "<unk>",
        "</s>",
        "\N{LOWER ONE EIGHTH BLOCK}",
        *sorted(set('{}[]",:0123456789-nulltruefalsabcdeg ')),
    ]
    made = Tokenizer(models.Unigram([(letter, -1.0) for letter in letters], unk_id=0))
    made.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="never")
    made.decoder = decoders.Metaspace(prepend_scheme="never")
    made.add_special_tokens(["</s>", "<unk>"])
    words = Text(made.to_str())
    schema = {"type": "object", "properties": {"age": {"type": "integer", "minimum": 0, "maximum": 99}}}
    for seed in range(4):
        draft, text = written(JsonGuides(words, [1]), words, 1, schema, seed)
        assert draft.ended is Ended.STOP
        assert fits(json.loads(text), schema)


@pytest.mark.parametrize(
    "schema", [{"type": "nonsense"}, {"type": "object", "properties": {"a": 5}}, {"not": {"type": "string"}}]
)
def test_a_schema_that_cannot_be_followed_is_told(schema):
    with pytest.raises(ConstraintError) as caught:
        GUIDES.guide(JsonSchema(schema))
    assert caught.value.remedy


def test_a_model_answers_in_json(tmp_path):
    model = ImageTextModel.open(write_pack(tmp_path))
    seen = model.see(picture(), key="a", profile="fast")
    schema = {
        "type": "object",
        "properties": {"name": {"type": "string", "maxLength": 9}, "adult": {"type": "boolean"}},
    }
    shown = []
    made = model.generate(
        seen,
        "name, adult",
        task="extract",
        constraint=JsonSchema(schema),
        on_text=shown.append,
        limits=Limits(400),
    )
    assert json.loads(made.text) == {"name": ANY, "adult": ANY}
    assert "".join(shown) == made.text
    assert made.ended is Ended.STOP
    assert np.all(np.array(made.probabilities) <= 1)


def test_an_answer_cut_at_the_limit_says_so(tmp_path):
    model = ImageTextModel.open(write_pack(tmp_path))
    schema = {"type": "object", "properties": {"a rather long name of a value": {"type": "string"}}}
    made = model.generate(None, "x", constraint=JsonSchema(schema), limits=Limits(8))
    assert made.ended is Ended.LENGTH
