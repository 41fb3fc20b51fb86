"""Reads the folder that a model hub gives for a checkpoint: what there is, and what is missing.

Only the small files are read here; weights are loaded by the architecture that the folder names.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from models.image_text.errors import SnapshotError, UnsupportedModelError

WEIGHTS = (
    "model.safetensors",
    "model.safetensors.index.json",
    "pytorch_model.bin",
    "pytorch_model.bin.index.json",
)
OPEN_CLIP = "open_clip_config.json"
_FETCH = "Bring the whole snapshot again, with every file that the model's page lists."


@dataclass(frozen=True)
class Snapshot:
    """A checkpoint as a folder.

    Attributes:
        folder: Where it lies.
        config: Content of ``config.json``.
    """

    folder: Path
    config: Mapping[str, Any]

    @classmethod
    def open(cls, folder: Path, *, weights: bool = True) -> "Snapshot":
        """Open a folder, and check that what every checkpoint has is there.

        Args:
            folder: The folder.
            weights: Whether it must have weights that torch can load.

        Raises:
            SnapshotError: Something is missing or cannot be read.
            UnsupportedModelError: It is in the form of another library.
        """
        if not folder.is_dir():
            raise SnapshotError(
                "There is no such folder.", which=folder, remedy="Name the folder of the snapshot."
            )
        if (folder / OPEN_CLIP).exists() and not (folder / "config.json").exists():
            raise UnsupportedModelError(
                "It is published for the library OpenCLIP, in a form that we cannot read.",
                which=folder,
                remedy="Choose a model that is published for transformers, such as SigLIP 2.",
            )
        snapshot = cls(folder, _json(folder / "config.json", needed=True))
        if weights:
            snapshot._check_weights()
        return snapshot

    @property
    def architecture(self) -> str:
        """The class of transformers that the checkpoint was saved from; empty where it does not tell."""
        return str((self.config.get("architectures") or [""])[0])

    @cached_property
    def preprocessor(self) -> Mapping[str, Any]:
        """How pictures are prepared, from whichever of the files tells it."""
        found = _json(self.folder / "preprocessor_config.json")
        found = found or dict(_json(self.folder / "processor_config.json").get("image_processor") or {})
        if not found:
            raise SnapshotError(
                "The file preprocessor_config.json is missing, which tells how pictures are prepared.",
                which=self.folder,
                remedy=_FETCH,
            )
        return found

    @cached_property
    def processor(self) -> Mapping[str, Any]:
        """What pictures and text need to know of each other; empty where there is nothing."""
        return _json(self.folder / "processor_config.json")

    @cached_property
    def tokenizer(self) -> Mapping[str, Any]:
        """What is told of the tokenizer, such as its class; empty where there is nothing."""
        return _json(self.folder / "tokenizer_config.json")

    @cached_property
    def generation(self) -> Mapping[str, Any]:
        """How answers are made, such as which tokens end them; empty where that is not told."""
        return _json(self.folder / "generation_config.json")

    @cached_property
    def chat_template(self) -> str | None:
        """The template of a turn, in Jinja, from whichever of the files holds it."""
        plain = self.folder / "chat_template.jinja"
        if plain.exists():
            return plain.read_text(encoding="utf-8")
        for name in ("chat_template.json", "tokenizer_config.json", "processor_config.json"):
            found = _json(self.folder / name).get("chat_template")
            if isinstance(found, str):
                return found
        return None

    @cached_property
    def card(self) -> Mapping[str, Any]:
        """The head of the model's page (README.md); empty where there is none."""
        import yaml

        path = self.folder / "README.md"
        text = path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""
        head = re.match(r"---\s*\n(.*?)\n---\s*(\n|$)", text, re.DOTALL)
        if head is None:
            return {}
        try:
            found = yaml.safe_load(head[1])
        except yaml.YAMLError:
            return {}
        return found if isinstance(found, dict) else {}

    def _check_weights(self) -> None:
        """Raise SnapshotError if weights, or a part of them, are missing."""
        present = next((name for name in WEIGHTS if (self.folder / name).exists()), None)
        if present is None:
            raise SnapshotError(
                "The weights are missing: there is no model.safetensors.", which=self.folder, remedy=_FETCH
            )
        wanted = [present]
        if present.endswith(".index.json"):
            wanted = sorted(set(_json(self.folder / present, needed=True).get("weight_map", {}).values()))
        for name in wanted:
            path = self.folder / name
            if not path.exists() or path.stat().st_size == 0:
                raise SnapshotError(
                    f"The file {name} with weights is missing.", which=self.folder, remedy=_FETCH
                )
            if path.stat().st_size < 1024 and path.read_bytes().startswith(b"version https://git-lfs"):
                raise SnapshotError(
                    f"The file {name} is a pointer of Git LFS and not the weights themselves.",
                    which=self.folder,
                    remedy="Run 'git lfs pull' in it, or bring the files from the model's page.",
                )


def _json(path: Path, *, needed: bool = False) -> dict[str, Any]:
    """Return an object from a JSON file; empty if it is not there and not needed."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        if needed:
            raise SnapshotError(
                f"The file {path.name} is missing.", which=path.parent, remedy=_FETCH
            ) from None
        return {}
    except (OSError, ValueError) as error:
        raise SnapshotError(f"The file cannot be read ({error}).", which=path, remedy=_FETCH) from error
    if not isinstance(found, dict):
        raise SnapshotError("The file holds no object of JSON.", which=path, remedy=_FETCH)
    return found
