"""The folder in which a pack comes into being, step by step; every step that is done is remembered.

A step's recipe names all that its result follows from. Asked to do the same again, a step finds its recipe
and does nothing: an interrupted preparation goes on where it was, and a change does again what depends on it.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any

from models.image_text.errors import SnapshotError

STATE_FILE = "work.json"


class Workshop:
    """A folder with the files of a pack that is being made, and what is known of it so far.

    Attributes:
        folder: Where it lies.
        draft: What will stand in the manifest, as far as it is known; plain JSON.
    """

    def __init__(self, folder: Path) -> None:
        """Open the folder, or make it."""
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        state = self._read()
        self.draft: dict[str, Any] = state.get("draft", {})
        self._done: dict[str, Any] = state.get("done", {})

    def is_done(self, step: str, recipe: str) -> bool:
        """Tell whether a step was done by this recipe, and its files are still there."""
        done = self._done.get(step)
        return (
            done is not None
            and done["recipe"] == recipe
            and all(self._size(name) == size for name, size in done["files"].items())
        )

    def finish(self, step: str, recipe: str, files: list[str]) -> None:
        """Remember that a step is done, with the files that it made."""
        self._done[step] = {"recipe": recipe, "files": {name: self._size(name) for name in files}}
        path = self.folder / STATE_FILE
        draft = path.with_suffix(".new")
        with draft.open("w", encoding="utf-8") as stream:
            json.dump({"draft": self.draft, "done": self._done}, stream, indent=1, sort_keys=True)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)

    def recipe_of(self, step: str) -> str:
        """Return the recipe by which a step was done.

        Raises:
            SnapshotError: It was not done.
        """
        if step not in self._done:
            raise SnapshotError(
                f"The step '{step}' has not been done here.",
                which=self.folder,
                remedy=f"Run 'models {step}' first, or 'models prepare', which does all steps.",
            )
        return str(self._done[step]["recipe"])

    def _size(self, name: str) -> int:
        path = self.folder / name
        return path.stat().st_size if path.exists() else -1

    def _read(self) -> dict[str, Any]:
        try:
            found = json.loads((self.folder / STATE_FILE).read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            raise SnapshotError(
                f"What was done so far cannot be read ({error}).",
                which=self.folder / STATE_FILE,
                remedy="Delete the folder and begin again.",
            ) from error
        return dict(found)


def recipe(*parts: object) -> str:
    """Return the name of everything that a result follows from: the parts, and the code of this package."""
    digest = hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode())
    package = resources.files("models.image_text")
    for path in sorted(Path(str(package)).rglob("*.py")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file, read in pieces."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def digests_of(folder: Path, suffixes: tuple[str, ...]) -> Mapping[str, str]:
    """Return the SHA-256 of each file of a folder whose name ends in one of the suffixes."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.name.endswith(suffixes))
    return {path.name: digest_of(path) for path in files}
