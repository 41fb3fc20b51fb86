"""The first step: a snapshot becomes graphs in float32, its tokenizer one file, its licence a text."""

import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from models.graphs import zero_tiny_weights
from models.image_text import workshop as shop
from models.image_text.architectures import architecture_of
from models.image_text.graph_files import write_graph
from models.image_text.licences import FILE as LICENCE_FILE
from models.image_text.licences import licence_of
from models.image_text.snapshots import Snapshot
from models.image_text.words import TOKENIZER_FILE, Words
from models.image_text.workshop import Workshop

STEP = "export"
REFERENCE = "fp32"
ONLY_PROFILE = "balanced"
"""Name of the one way to look at pictures that a pack without profiles has."""
LANGUAGES = ("en", "fr", "es", "ar", "sw")
Tell = Callable[[str], None]
"""Says in a sentence what is going on."""


@dataclass(frozen=True)
class ExportOptions:
    """What a person can say about a pack.

    Attributes:
        name: Of the pack; None to make it from the checkpoint's name.
        version: Grows with every change.
        title: What people call it; None for the checkpoint's name.
        licence: SPDX identifier; None to read it from the model's card.
        licence_file: Its text; None to find it in the snapshot.
        languages: How well each language is served; what is not told is untried.
    """

    name: str | None = None
    version: int = 1
    title: str | None = None
    licence: str | None = None
    licence_file: Path | None = None
    languages: Mapping[str, str] | None = None


def export(folder: Path, workshop: Workshop, options: ExportOptions, *, tell: Tell) -> bool:
    """Export a snapshot into a workshop; return whether there was anything to do.

    Raises:
        SnapshotError: Something of the snapshot is missing or damaged.
        UnsupportedModelError: Its architecture cannot be exported.
    """
    snapshot = Snapshot.open(folder)
    architecture = architecture_of(snapshot)
    licence = licence_of(snapshot, name=options.licence, file=options.licence_file)
    files = shop.digests_of(snapshot.folder, (".json", ".safetensors", ".bin", ".txt", ".model", ".jinja"))
    recipe = shop.recipe(STEP, files, asdict(options), asdict(licence))
    if workshop.is_done(STEP, recipe):
        return False
    tell(f"Loading {snapshot.architecture}")
    model = architecture.load(snapshot)
    tell("Writing graphs")
    exported = architecture.export(snapshot, model)
    del model
    draft = draft_of(snapshot, options, files, workshop.folder)
    made = [TOKENIZER_FILE, LICENCE_FILE]
    models = {}
    for role, graph in exported.graphs.items():
        zero_tiny_weights(graph)
        tell(f"Writing {role}")
        written = write_graph(graph, workshop.folder / f"{role}.{REFERENCE}.onnx")
        made += written
        models[role] = {REFERENCE: written}
    workshop.draft = {
        **draft,
        "family": exported.family,
        "tasks": list(exported.tasks),
        "parameters": exported.parameters,
        "image_text": dict(exported.image_text),
        "models": models,
        "precisions": {REFERENCE: {"variants": dict.fromkeys(exported.graphs, REFERENCE)}},
    }
    workshop.finish(STEP, recipe, made)
    return True


def draft_of(
    snapshot: Snapshot, options: ExportOptions, files: Mapping[str, str], folder: Path
) -> dict[str, Any]:
    """Write tokenizer and licence into a folder, and return what a manifest tells of any checkpoint.

    Args:
        snapshot: The checkpoint.
        options: What a person says about it.
        files: SHA-256 of each of its files.
        folder: Receives the two files.
    """
    licence = licence_of(snapshot, name=options.licence, file=options.licence_file)
    (folder / TOKENIZER_FILE).write_text(Words.of(snapshot).text, encoding="utf-8")
    (folder / LICENCE_FILE).write_text(licence.text, encoding="utf-8")
    package, revision = origin_of(snapshot.folder)
    return {
        "name": options.name or slug(package),
        "version": options.version,
        "title": options.title or package.rsplit("/", 1)[-1],
        "licence": licence.name,
        "languages": languages_of(snapshot, options.languages or {}),
        "source": {"package": package, "version": revision, "files": dict(files)},
    }


def origin_of(folder: Path) -> tuple[str, str]:
    """Return name and revision of a checkpoint, from where a hub's client put it or the folder's name."""
    folder = folder.resolve()
    home = folder.parent.parent.name
    if folder.parent.name == "snapshots" and home.startswith("models--"):
        return home.removeprefix("models--").replace("--", "/"), folder.name
    return folder.name, ""


def slug(package: str) -> str:
    """Return a name for a pack: small letters, digits and dashes."""
    plain = re.sub(r"[^a-z0-9.]+", "-", package.rsplit("/", 1)[-1].lower()).strip("-.")
    return plain[:60] or "model"


def languages_of(snapshot: Snapshot, told: Mapping[str, str]) -> dict[str, str]:
    """Return how well each of our languages is served: what a person says, else what the card claims."""
    claimed = snapshot.card.get("language") or []
    claimed = [claimed] if isinstance(claimed, str) else [str(each) for each in claimed]
    found = {code: "some" if code in claimed else "untried" for code in LANGUAGES}
    return {**found, **told}
