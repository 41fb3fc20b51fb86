"""Finds installed packs and reads their files, each checked against the manifest while it is read.

A file is checked in the very bytes that are then used: no cache of earlier checks can be wrong, nor can the
file change in between. Hashing the some 14 MB that reading needs takes about 10 ms.
"""

import hashlib
import json
from dataclasses import asdict
from pathlib import Path

from engine.packs.errors import PackDamagedError, PackMissingError, PackTooNewError
from engine.packs.manifest import FORMAT, MANIFEST_NAME, Manifest, PackModel, format_of

_INSTALL = "Run 'python3 run.py' again to install it."


class Pack:
    """An installed pack."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        """Take the manifest of the pack that lies in ``folder``."""
        self.folder = folder
        self.manifest = manifest

    @property
    def id(self) -> str:
        """Names what the pack does: equal for equal networks that are used alike, however they were made."""
        facts = asdict(self.manifest)
        content = {part: facts[part] for part in ("files", "models")}
        digest = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()
        return f"{self.manifest.name}-{self.manifest.version}-{digest[:12]}"

    def model(self, name: str) -> PackModel:
        """Return one network's entry; raises PackMissingError if the pack has none of that name."""
        try:
            return self.manifest.models[name]
        except KeyError:
            raise PackMissingError(
                f"The model pack has no model '{name}'.", which=self.folder, remedy=_INSTALL
            ) from None

    def read_model(self, name: str, *, variant: str | None = None) -> bytes:
        """Return the content of one network's file, checked.

        Args:
            name: The network.
            variant: Which of its variants; None for the default one.

        Raises:
            PackMissingError: There is no such network or variant.
            PackDamagedError: The file is not what the manifest says.
        """
        model = self.model(name)
        file = model.variants.get(variant or model.default)
        if file is None:
            raise PackMissingError(
                f"The model '{name}' has no variant '{variant}'.", which=self.folder, remedy=_INSTALL
            )
        return self.read_file(file)

    def read_file(self, name: str) -> bytes:
        """Return the content of one file, checked; raises PackDamagedError."""
        expected = self.manifest.files.get(name)
        path = self.folder / name
        try:
            content = path.read_bytes()
        except OSError as error:
            raise PackDamagedError(
                f"This file of a model pack cannot be read ({error.strerror}).", which=path, remedy=_INSTALL
            ) from error
        if expected is None or hashlib.sha256(content).hexdigest() != expected.sha256:
            raise PackDamagedError(
                "This file of a model pack is not the one that was installed.", which=path, remedy=_INSTALL
            )
        return content

    def verify(self) -> None:
        """Check every file; raises PackDamagedError for the first that is not right."""
        for name in self.manifest.files:
            self.read_file(name)


def load_pack(folder: Path) -> Pack:
    """Open the pack in a folder; its files are checked when they are read.

    Raises:
        PackMissingError: There is no pack.
        PackDamagedError: The manifest cannot be understood.
        PackTooNewError: A later version of Sanduku made it.
    """
    path = folder / MANIFEST_NAME
    try:
        text = path.read_text(encoding="utf-8")
        found = format_of(text)
    except FileNotFoundError:
        raise PackMissingError("This model pack is not installed.", which=folder, remedy=_INSTALL) from None
    except (OSError, ValueError) as error:
        raise _damaged(path, error) from error
    if found > FORMAT:
        raise PackTooNewError(
            "This model pack was made for a later version of Sanduku.",
            which=folder,
            remedy="Update Sanduku, or install the pack that belongs to this version.",
        )
    try:
        return Pack(folder, Manifest.from_json(text))
    except ValueError as error:
        raise _damaged(path, error) from error


def find_pack(packs: Path, name: str) -> Pack:
    """Open an installed pack by its name; raises what :func:`load_pack` does."""
    return load_pack(packs / name)


def _damaged(path: Path, error: Exception) -> PackDamagedError:
    return PackDamagedError(
        f"The manifest of a model pack cannot be read ({error}).", which=path, remedy=_INSTALL
    )
