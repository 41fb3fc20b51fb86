"""The manifest of a pack: plain frozen values, and their form as JSON.

Two forms are read: 1 for the packs that reading needs, and 2, which adds what image-text models need. A
manifest that uses nothing of form 2 is written in form 1, so that a version that knows no more can read it.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Self

from packaging.version import InvalidVersion, Version

from engine.packs.fields import (
    Fields,
    filled,
    mapping,
    number,
    one_of,
    parse,
    sequence,
    text,
    whole,
)
from engine.packs.file_names import alike, file_name
from engine.packs.image_text import ImageText

FORMAT = 2
"""The newest form of manifest that this version reads."""
MANIFEST_NAME = "pack.json"
METADATA = "metadata"
"""Folder beside the manifest with the signatures of a signed pack."""
LARGEST = 8_000_000
"""Most bytes of a manifest: the longest that we make has some 200,000."""
TASKS = ("describe", "ask", "extract", "read", "embed", "triage")
SERVED = ("good", "some", "untried")
"""How well a language is served."""
_NAME = re.compile(r"[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_SECOND_FORM = ("title", "purpose", "tasks", "languages", "minimum_engine", "image_text")


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
        companions: Further files that a variant's file needs beside it, such as its weights, by variant.
    """

    variants: Mapping[str, str]
    default: str
    numbers: Mapping[str, float] = field(default_factory=dict)
    characters: tuple[str, ...] = ()
    companions: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def files_of(self, variant: str) -> tuple[str, ...]:
        """Return the files that a variant consists of, the network's own first."""
        return (self.variants[variant], *self.companions.get(variant, ()))


@dataclass(frozen=True, slots=True)
class Source:
    """Where the models of a pack come from.

    Attributes:
        package: Name of the distribution or of the checkpoint that carried them.
        version: Its version or revision.
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
        title: What people call it; empty for packs that nobody chooses.
        purpose: What it is good for, one sentence for each language.
        tasks: What it can be asked to do.
        languages: How well each language is served, ``good``, ``some`` or ``untried``, by BCP 47 code.
        minimum_engine: Oldest version of Sanduku that can use it; empty for any.
        image_text: How an image-text model is fed and read; None for other packs.
    """

    name: str
    version: int
    recipe: str
    licence: str
    licence_file: str
    source: Source
    files: Mapping[str, PackFile]
    models: Mapping[str, PackModel] = field(default_factory=dict)
    title: str = ""
    purpose: Mapping[str, str] = field(default_factory=dict)
    tasks: tuple[str, ...] = ()
    languages: Mapping[str, str] = field(default_factory=dict)
    minimum_engine: str = ""
    image_text: ImageText | None = None

    @property
    def byte_size(self) -> int:
        """Of all its files."""
        return sum(file.byte_size for file in self.files.values())

    def to_json(self) -> str:
        """Return the manifest as JSON, the same text for equal manifests."""
        data = asdict(self)
        for name in _SECOND_FORM:
            if not data[name]:
                del data[name]
        data["models"] = {name: _model_data(model) for name, model in self.models.items()}
        second = any(name in data for name in _SECOND_FORM) or any(
            model.companions for model in self.models.values()
        )
        whole_data = {"format": FORMAT if second else 1, **data}
        return json.dumps(whole_data, ensure_ascii=False, indent=1, sort_keys=True) + "\n"

    def behaviour(self) -> dict[str, Any]:
        """Return what decides how its results come out, and nothing of how it was made or is called."""
        facts: dict[str, Any] = {
            "files": {name: asdict(file) for name, file in self.files.items()},
            "models": {name: _model_data(model) for name, model in self.models.items()},
        }
        if self.image_text is not None:
            facts["image_text"] = asdict(self.image_text)
            for precision in facts["image_text"]["precisions"].values():
                del precision["measured"], precision["golden"], precision["gate"]
        return facts

    @classmethod
    def from_json(cls, text_of_it: str) -> Self:
        """Make a manifest from what :meth:`to_json` gave.

        Raises:
            engine.packs.fields.UnknownPartError: It says something that this version does not know.
            ValueError: The text is no manifest.
        """
        part = parse(text_of_it)
        part.may("format", whole(1), FORMAT)
        made = cls(
            name=part.need("name", _name),
            version=part.need("version", whole()),
            recipe=part.need("recipe", text),
            licence=part.need("licence", filled),
            licence_file=part.need("licence_file", file_name),
            source=part.need("source", _source),
            files=part.need("files", mapping(_file, name=file_name)),
            models=part.need("models", mapping(_model)),
            title=part.may("title", text, ""),
            purpose=part.may("purpose", mapping(filled, name=_language), {}),
            tasks=part.may("tasks", sequence(one_of(*TASKS)), ()),
            languages=part.may("languages", mapping(one_of(*SERVED), name=_language), {}),
            minimum_engine=part.may("minimum_engine", _version, ""),
            image_text=part.may("image_text", ImageText.read, None),
        )
        part.end()
        made._check()
        return made

    def _check(self) -> None:
        """Raise ValueError where its parts do not fit each other."""
        if {MANIFEST_NAME, METADATA} & set(self.files):
            raise ValueError(f"files must name neither {MANIFEST_NAME} nor {METADATA}")
        pair = alike([*self.files, MANIFEST_NAME, METADATA])
        if pair:
            raise ValueError(f"files '{pair[0]}' and '{pair[1]}' are one file on some systems")
        for where, name in self._mentioned():
            if name not in self.files:
                raise ValueError(f"{where} '{name}' is none of the pack's files")
        if self.image_text is None:
            return
        for role, model in self.image_text.components.items():
            if model not in self.models:
                raise ValueError(f"image_text.components.{role} '{model}' is none of the models")
            for name, precision in self.image_text.precisions.items():
                if precision.variants[role] not in self.models[model].variants:
                    raise ValueError(
                        f"image_text.precisions.{name}.variants.{role} is no variant of '{model}'"
                    )

    def _mentioned(self) -> Iterator[tuple[str, str]]:
        """Yield the place and name of each file that a part of the manifest relies on."""
        yield "licence_file", self.licence_file
        for name, model in self.models.items():
            for variant in model.variants:
                for file in model.files_of(variant):
                    yield f"models.{name}.variants.{variant}", file
        if self.image_text is not None:
            for name, precision in self.image_text.precisions.items():
                if precision.golden is not None:
                    yield f"image_text.precisions.{name}.golden.image", precision.golden.image


def format_of(text_of_it: str) -> int:
    """Return the form of a manifest; raises ValueError for what is none."""
    return parse(text_of_it).need("format", whole(1))


def serves(minimum_engine: str, present: str) -> bool:
    """Return whether Sanduku ``present`` is at least ``minimum_engine``; trial versions of that count."""
    return not minimum_engine or Version(Version(present).base_version) >= Version(minimum_engine)


def _model_data(model: PackModel) -> dict[str, Any]:
    """Return a model's entry as JSON, without companions where there are none: form 1 does not know them."""
    data = asdict(model)
    if not model.companions:
        del data["companions"]
    return data


def _file(value: object, where: str) -> PackFile:
    part = Fields(value, where)
    made = PackFile(part.need("sha256", _sha256), part.need("byte_size", whole()))
    part.end()
    return made


def _source(value: object, where: str) -> Source:
    part = Fields(value, where)
    made = Source(part.need("package", text), part.need("version", text), part.need("files", mapping(text)))
    part.end()
    return made


def _model(value: object, where: str) -> PackModel:
    part = Fields(value, where)
    made = PackModel(
        variants=part.need("variants", mapping(file_name)),
        default=part.need("default", filled),
        numbers=part.may("numbers", mapping(number), {}),
        characters=part.may("characters", sequence(text), ()),
        companions=part.may("companions", mapping(sequence(file_name)), {}),
    )
    part.end()
    if made.default not in made.variants:
        raise ValueError(f"{where}.default is none of its variants")
    if not set(made.companions) <= set(made.variants):
        raise ValueError(f"{where}.companions names what is none of its variants")
    return made


def _name(value: object, where: str) -> str:
    name = file_name(value, where)
    if not _NAME.fullmatch(name):
        raise ValueError(f"{where} '{name}' is not made of small letters, digits, points and lines")
    return name


def _sha256(value: object, where: str) -> str:
    found = text(value, where)
    if not _SHA256.fullmatch(found):
        raise ValueError(f"{where} is no SHA-256")
    return found


def _language(value: object, where: str) -> str:
    found = text(value, where)
    if not _LANGUAGE.fullmatch(found):
        raise ValueError(f"{where}: '{found}' is no code of a language")
    return found


def _version(value: object, where: str) -> str:
    found = text(value, where)
    try:
        Version(found)
    except InvalidVersion:
        raise ValueError(f"{where} '{found}' is no version") from None
    return found
