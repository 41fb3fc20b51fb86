"""The manifest of a pack: plain frozen values, and their form as JSON."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Self

FORMAT = 1
"""The form of manifest that this version writes and the newest that it can read."""
MANIFEST_NAME = "pack.json"


@dataclass(frozen=True, slots=True)
class PackFile:
    """One file of a pack, in the folder of the manifest itself.

    Attributes:
        sha256: Of its content, in hexadecimal.
        byte_size: Its length.
    """

    sha256: str
    byte_size: int


@dataclass(frozen=True, slots=True)
class PackModel:
    """One network of a pack.

    Attributes:
        variants: File name of each variant, such as ``int8`` and its reference ``fp32``.
        default: The variant to use.
        numbers: How its input is prepared and its output read; the names belong to the engine that uses it.
        characters: What each class of a recogniser stands for; empty for other networks.
    """

    variants: Mapping[str, str]
    default: str
    numbers: Mapping[str, float]
    characters: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Where the models of a pack come from.

    Attributes:
        package: Name of the distribution that carried them.
        version: Its version.
        files: SHA-256 of each file that was used, by its path within the package.
    """

    package: str
    version: str
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a pack holds.

    Attributes:
        name: What it is for, for instance ``reading``.
        version: Grows with every change to what the pack holds.
        recipe: Names the input and the way of making: the same recipe gives the same files.
        licence: SPDX identifier.
        licence_file: The file of the pack that holds the licence's text.
        source: Where the models come from.
        files: Every file of the pack but the manifest, by name.
        models: The networks, by name.
    """

    name: str
    version: int
    recipe: str
    licence: str
    licence_file: str
    source: Source
    files: Mapping[str, PackFile]
    models: Mapping[str, PackModel] = field(default_factory=dict)

    def to_json(self) -> str:
        """Return the manifest as JSON, the same text for equal manifests."""
        return (
            json.dumps({"format": FORMAT, **asdict(self)}, ensure_ascii=False, indent=1, sort_keys=True)
            + "\n"
        )

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Make a manifest from what :meth:`to_json` gave.

        Raises:
            ValueError: The text is no manifest.
        """
        data = json.loads(text)
        try:
            return cls(
                name=_text(data["name"]),
                version=int(data["version"]),
                recipe=_text(data["recipe"]),
                licence=_text(data["licence"]),
                licence_file=_file_name(data["licence_file"]),
                source=Source(**data["source"]),
                files={
                    _file_name(name): PackFile(_text(file["sha256"]), int(file["byte_size"]))
                    for name, file in data["files"].items()
                },
                models={name: _model(model) for name, model in data["models"].items()},
            )
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"the manifest lacks {error}") from error


def format_of(text: str) -> int:
    """Return the form of a manifest; raises ValueError for what is none."""
    data = json.loads(text)
    if not isinstance(data, dict) or not isinstance(data.get("format"), int):
        raise ValueError("the manifest does not tell its format")
    return int(data["format"])


def _model(data: dict[str, Any]) -> PackModel:
    variants = {str(name): _file_name(file) for name, file in data["variants"].items()}
    if data["default"] not in variants:
        raise ValueError("the default variant of a model is none of its variants")
    numbers = {str(name): float(number) for name, number in data["numbers"].items()}
    return PackModel(variants, data["default"], numbers, tuple(map(_text, data["characters"])))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("text")
    return value


def _file_name(value: object) -> str:
    name = _text(value)
    if not name or name.startswith(".") or any(separator in name for separator in "/\\:\0"):
        raise ValueError(f"'{name}' is no plain file name")
    return name
