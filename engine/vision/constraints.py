"""Makes an answer follow a JSON schema, token by token, with any tokenizer."""

import copy
import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from llguidance import LLMatcher, LLTokenizer
from llguidance import TokenizerWrapper as Wrapper
from llguidance.numpy import allocate_token_bitmask, fill_next_token_bitmask
from numpy.typing import NDArray

from engine.vision.answers import JsonSchema
from engine.vision.errors import ConstraintError
from engine.vision.text import Text

if TYPE_CHECKING:
    from llguidance._lib import JsonCompileOptions

LARGEST_NUMBER = 10**15
"""Of numbers that a schema does not limit; without an end, digits could go on for ever."""
STYLE: "JsonCompileOptions" = {"whitespace_flexible": False, "item_separator": ", ", "key_separator": ": "}
"""One way to write JSON: free white space would let an answer go on for ever."""
_MIXED = ("anyOf", "oneOf", "allOf")


class JsonGuide:
    """Follows one answer through a schema."""

    def __init__(self, matcher: LLMatcher, size: int) -> None:
        """Take a matcher at its beginning.

        Args:
            matcher: Of the schema.
            size: How many tokens the matcher knows.
        """
        self._matcher = matcher
        self._size = size
        self._mask = allocate_token_bitmask(1, size)

    def begin(self) -> list[int]:
        """Return the tokens that every answer begins with, which are taken."""
        return self._forced()

    @property
    def done(self) -> bool:
        """Whether the answer is whole."""
        return bool(self._matcher.is_stopped())

    def allowed(self, count: int) -> NDArray[np.bool_]:
        """Return ``(count,)``: which tokens may come next."""
        fill_next_token_bitmask(self._matcher, self._mask, 0)
        self._check()
        bits = np.unpackbits(self._mask.view(np.uint8), bitorder="little").astype(np.bool_)
        found = np.zeros(count, np.bool_)
        known = min(count, self._size)
        found[:known] = bits[:known]
        return found

    def take(self, token: int) -> list[int]:
        """Take a token, and those that leave no choice after it."""
        self._matcher.consume_token(token)
        self._check()
        return self._forced()

    def _forced(self) -> list[int]:
        forced = [] if self.done else list(self._matcher.compute_ff_tokens())
        if forced:
            self._matcher.consume_tokens(forced)
            self._check()
        return forced

    def _check(self) -> None:
        if self._matcher.is_error():
            raise ConstraintError(
                f"An answer of this form cannot be asked for ({self._matcher.get_error().strip()}).",
                remedy="Ask for fewer or simpler values.",
            )


class JsonGuides:
    """Makes guides for one tokenizer."""

    def __init__(self, text: Text, ends: Sequence[int]) -> None:
        """Prepare the tokenizer, which takes some tenths of a second.

        Args:
            text: The pack's tokenizer.
            ends: Tokens that end an answer.

        Raises:
            ConstraintError: Its tokens cannot be told as bytes.
        """
        self._size = text.size
        try:
            self._tokenizer = _tokenizer(text, ends)
        except ValueError as error:
            raise ConstraintError(
                f"This model cannot be held to a form of answer ({error}).", remedy="Choose another model."
            ) from error

    def guide(self, wanted: JsonSchema) -> JsonGuide:
        """Return a guide at its beginning; raises ConstraintError for a schema that cannot be followed."""
        try:
            schema = bounded(wanted)
            grammar = LLMatcher.grammar_from_json_schema(json.dumps(schema), defaults=STYLE)
        except (TypeError, ValueError) as error:
            raise _unfit(str(error)) from error
        matcher = LLMatcher(self._tokenizer, grammar, log_level=0)
        if matcher.is_error():
            raise _unfit(matcher.get_error())
        return JsonGuide(matcher, self._size)


def bounded(wanted: JsonSchema) -> dict[str, Any]:
    """Return the schema with an end to everything, and null allowed as each value.

    Raises:
        ValueError: It is no object that describes one.
    """
    return _ended(copy.deepcopy(dict(wanted.schema)), wanted)


def _ended(schema: object, wanted: JsonSchema) -> dict[str, Any]:
    if not isinstance(schema, Mapping):
        raise ValueError("a part of the schema is no object")
    made = dict(schema)
    for key in ("$defs", "definitions"):
        if key in made:
            made[key] = {name: _ended(part, wanted) for name, part in made[key].items()}
    for key in _MIXED:
        if key in made:
            made[key] = [_ended(part, wanted) for part in made[key]]
    kinds = made.get("type", ())
    kinds = (kinds,) if isinstance(kinds, str) else tuple(kinds)
    if "object" in kinds or "properties" in made:
        parts = {name: _or_null(_ended(part, wanted)) for name, part in made.get("properties", {}).items()}
        made |= {"properties": parts, "required": list(parts), "additionalProperties": False}
    if "array" in kinds:
        made["items"] = _ended(made.get("items", {"type": "string"}), wanted)
        made.setdefault("maxItems", wanted.most)
    if "string" in kinds and not ({"enum", "const", "pattern", "format"} & set(made)):
        made.setdefault("maxLength", wanted.longest)
    if {"integer", "number"} & set(kinds):
        made.setdefault("minimum", -LARGEST_NUMBER)
        made.setdefault("maximum", LARGEST_NUMBER)
    return made


def _or_null(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema that allows null too; lists say that nothing was found by being empty."""
    kinds = schema.get("type", ())
    kinds = {kinds} if isinstance(kinds, str) else set(kinds)
    if kinds & {"null", "array", "object"} or "properties" in schema:
        return schema
    return {"anyOf": [schema, {"type": "null"}]}


def _tokenizer(text: Text, ends: Sequence[int]) -> LLTokenizer:
    try:
        return LLTokenizer(text.definition, eos_token=list(ends))
    except Exception:  # noqa: BLE001 - the library raises bare exceptions for tokenizers that it does not know
        return LLTokenizer(Wrapper(_Spelled(text, ends)), eos_token=list(ends))


class _Spelled:
    """A tokenizer whose tokens are pieces of text, told as llguidance asks for it."""

    def __init__(self, text: Text, ends: Sequence[int]) -> None:
        names = [text.name(token) for token in range(text.size)]
        if any(name is None for name in names):
            raise ValueError("its tokens have gaps")
        self._text = text
        self.eos_token_id = ends[0]
        self.bos_token_id = None
        self.special_token_ids = [
            token
            for token, name in enumerate(names)
            if name and not text.text([token]) and name.startswith("<")
        ]
        self.tokens = [str(name).replace("\N{LOWER ONE EIGHTH BLOCK}", " ").encode() for name in names]

    def __call__(self, text: str | bytes) -> list[int]:
        """Return the tokens of a text."""
        return self._text.tokens(text if isinstance(text, str) else text.decode())


def _unfit(why: str) -> ConstraintError:
    return ConstraintError(
        f"An answer of this form cannot be asked for ({why.strip()}).",
        remedy="Use objects, lists, texts, numbers and lists of choices in the schema.",
    )
