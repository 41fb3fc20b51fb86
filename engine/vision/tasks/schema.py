"""Which values to extract: a JSON schema, as far as it is understood, taken apart into its single values.

Understood are objects with ``properties``, lists with ``items``, and single values of type ``string``, also
with ``format: date`` or an ``enum``, ``integer``, ``number`` and ``boolean``. Whatever else a schema may hold
is refused by name, so that nobody believes it was heeded.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from engine.answer import Scalar
from engine.language import fold_digits
from engine.vision.tasks.errors import SchemaError

_KNOWN = frozenset(
    (
        *("type", "properties", "items", "enum", "format", "required", "description", "title"),
        *("$schema", "additionalProperties", "maxLength", "maxItems"),
    )
)
_TYPES = frozenset({"object", "array", "string", "integer", "number", "boolean"})
MOST_FIELDS = 40
"""More values in one answer than any small model keeps apart."""
_DEEPEST = 4
_REMEDY = "Mend the schema; see 'sanduku extract --help' for an example."


@dataclass(frozen=True, slots=True)
class Wanted:
    """One single value that is wanted.

    Attributes:
        name: Its path within the form, joined by dots.
        kind: ``string``, ``date``, ``integer``, ``number`` or ``boolean``.
        choices: What it can be; empty for anything.
        title: What the page calls it, where the schema says so.
    """

    name: str
    kind: str
    choices: tuple[Scalar, ...] = ()
    title: str = ""

    @property
    def label(self) -> str:
        """What the page calls it: its title, else the last part of its name."""
        return self.title or self.name.rpartition(".")[2].removesuffix("[]")


def wanted_values(schema: Mapping[str, Any]) -> tuple[Wanted, ...]:
    """Return the single values that a schema asks for; those of lists end in ``[]``.

    Raises:
        SchemaError: It is no schema that is understood, or asks for nothing or for too much.
    """
    if schema.get("type") != "object" or not schema.get("properties"):
        raise SchemaError("The schema is no object with properties.", remedy=_REMEDY)
    found = tuple(_leaves(schema, "", 0))
    if len(found) > MOST_FIELDS:
        raise SchemaError(
            f"The schema asks for {len(found)} values; {MOST_FIELDS} is the most.",
            remedy="Ask for fewer at once.",
        )
    return found


def read_schema(text: str) -> dict[str, Any]:
    """Read a schema from JSON; raises SchemaError."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SchemaError(f"The schema is no JSON ({error}).", remedy=_REMEDY) from error
    if not isinstance(data, dict):
        raise SchemaError("The schema is no JSON object.", remedy=_REMEDY)
    wanted_values(data)
    return data


def typed(wanted: Wanted, given: object) -> tuple[Scalar, bool]:
    """Return a value as the kind that is wanted, and whether it is of that kind.

    A model that writes ``"1,200"`` where a number is wanted means the number; what may be two numbers is not
    understood.
    """
    if given is None:
        return None, True
    value = _AS_KIND[wanted.kind](given)
    if value is None or (wanted.choices and value not in wanted.choices):
        return None, False
    return value, True


def _leaves(schema: Mapping[str, Any], path: str, depth: int) -> Iterator[Wanted]:
    where = path or "the whole"
    unknown = sorted(set(schema) - _KNOWN)
    if unknown:
        raise SchemaError(
            f"The schema holds '{unknown[0]}', which is not understood.", which=where, remedy=_REMEDY
        )
    kind = schema.get("type", "string" if "enum" in schema else None)
    if kind not in _TYPES:
        raise SchemaError(f"'{kind}' is no type of value that is understood.", which=where, remedy=_REMEDY)
    if depth > _DEEPEST:
        raise SchemaError("The schema is too deep.", which=where, remedy=_REMEDY)
    if kind == "object":
        for name, part in schema.get("properties", {}).items():
            if not isinstance(part, dict) or not re.fullmatch(r"[^.\[\]]{1,80}", name):
                raise SchemaError("This property cannot be used.", which=f"{path}.{name}", remedy=_REMEDY)
            yield from _leaves(part, f"{path}.{name}" if path else name, depth + 1)
    elif kind == "array":
        yield from _leaves(schema.get("items", {"type": "string"}), f"{path}[]", depth + 1)
    else:
        if schema.get("format") == "date" and kind == "string":
            kind = "date"
        title = schema.get("title", "")
        yield Wanted(path, kind, tuple(schema.get("enum", ())), title if isinstance(title, str) else "")


def _text(given: object) -> Scalar:
    if isinstance(given, bool) or not isinstance(given, str | int | float):
        return None
    return str(given).strip() or None


def _date(given: object) -> Scalar:
    text = fold_digits(given).strip() if isinstance(given, str) else ""
    try:
        return date.fromisoformat(text).isoformat() if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None
    except ValueError:
        return None


def _integer(given: object) -> Scalar:
    number = _number(given)
    return int(number) if isinstance(number, float) and number.is_integer() else None


def _number(given: object) -> Scalar:
    if isinstance(given, bool):
        return None
    if isinstance(given, int | float):
        return float(given)
    if not isinstance(given, str):
        return None
    plain = re.sub(r"[ \u00a0\u202f']", "", fold_digits(given)).replace("\u066b", ".").replace("\u066c", ",")
    if re.fullmatch(r"-?\d+(?:\.\d+)?", plain):
        return float(plain)
    if re.fullmatch(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?", plain):
        return float(plain.replace(",", ""))
    return None


def _truth(given: object) -> Scalar:
    return given if isinstance(given, bool) else None


_AS_KIND = {"string": _text, "date": _date, "integer": _integer, "number": _number, "boolean": _truth}
