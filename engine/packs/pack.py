"""Reads the files of a pack, each checked against the manifest while or right before it is used.

Small files are read whole and checked in the very bytes that are then used. Networks of hundreds of
megabytes are not held twice: they are hashed in pieces and then opened by their path, together with the files
of weights that ONNX Runtime looks for beside them. No earlier check is trusted, for a file can decay at any
time; hashing costs about a second for each 500 MB, and leaves the file in the system's memory, from where it
is opened next.
"""

import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path

from engine.errors import CancelledError, how_to_mend
from engine.packs.errors import PackDamagedError, PackMissingError, PackTooNewError
from engine.packs.fields import UnknownPartError
from engine.packs.image_text import ImageText, Precision
from engine.packs.manifest import FORMAT, LARGEST, MANIFEST_NAME, Manifest, PackModel, format_of, serves
from engine.progress import SILENT, Progress
from engine.version import VERSION

PIECE = 1 << 20
"""Bytes that are hashed or copied at once; a cancel is heeded after each."""
OF_SET_UP = ("numerals", "reading")
"""Names of the packs that set-up makes; all others are installed."""


def never() -> bool:
    """Say that nobody wants to stop."""
    return False


def how_to_install(name: str, *, again: bool = False) -> str:
    """Return what a person does where a pack is missing, or one that was there is not whole any more."""
    if name in OF_SET_UP:
        return how_to_mend()
    return f"Install it{' again' if again else ''}: 'sanduku packs install PATH'."


class Pack:
    """A pack in a folder."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        """Take the manifest of the pack that lies in ``folder``."""
        self.folder = folder
        self.manifest = manifest

    @property
    def id(self) -> str:
        """Names what the pack does: equal for equal networks that are used alike, however they were made."""
        content = json.dumps(self.manifest.behaviour(), sort_keys=True)
        digest = hashlib.sha256(content.encode()).hexdigest()
        return f"{self.manifest.name}-{self.manifest.version}-{digest[:12]}"

    @property
    def image_text(self) -> ImageText:
        """How its image-text model is fed and read; raises PackMissingError if it has none."""
        if self.manifest.image_text is None:
            raise PackMissingError(
                "This model pack cannot look at pictures or answer questions.",
                which=self.folder,
                remedy="Choose another one: 'sanduku packs list' tells what each can do.",
            )
        return self.manifest.image_text

    def precision(self, name: str | None = None) -> tuple[str, Precision]:
        """Return a precision with its name, the default one for None; raises PackMissingError."""
        part = self.image_text
        chosen = name or part.default_precision
        try:
            return chosen, part.precisions[chosen]
        except KeyError:
            raise PackMissingError(
                f"The model pack has no precision '{chosen}'.",
                which=self.folder,
                remedy=f"Choose one of: {', '.join(part.precisions)}.",
            ) from None

    def model(self, name: str) -> PackModel:
        """Return one network's entry; raises PackMissingError if the pack has none of that name."""
        try:
            return self.manifest.models[name]
        except KeyError:
            raise PackMissingError(
                f"The model pack has no model '{name}'.",
                which=self.folder,
                remedy=how_to_install(self.manifest.name, again=True),
            ) from None

    def path_of(
        self,
        role: str,
        precision: str | None = None,
        *,
        progress: Progress = SILENT,
        cancelled: Callable[[], bool] = never,
    ) -> Path:
        """Return the file of the network behind a role, checked together with its companions just now.

        Args:
            role: For instance ``decoder``.
            precision: Which precision; None for the default one.
            progress: Told the bytes that are checked.
            cancelled: Asked after each megabyte.

        Raises:
            PackMissingError: There is no such role or precision.
            PackDamagedError: A file is not what the manifest says.
            CancelledError: ``cancelled`` said so.
        """
        _, chosen = self.precision(precision)
        try:
            model, variant = self.image_text.components[role], chosen.variants[role]
        except KeyError:
            raise PackMissingError(
                f"The model pack has no component '{role}'.",
                which=self.folder,
                remedy=how_to_install(self.manifest.name, again=True),
            ) from None
        files = self.model(model).files_of(variant)
        self._check(files, progress, cancelled)
        return self.folder / files[0]

    def checked_path(
        self, name: str, *, progress: Progress = SILENT, cancelled: Callable[[], bool] = never
    ) -> Path:
        """Return where a file lies, checked just now; raises what :meth:`path_of` does."""
        self._check((name,), progress, cancelled)
        return self.folder / name

    def byte_size_of(self, precision: str | None = None) -> int:
        """Return the bytes of all files that a precision opens."""
        _, chosen = self.precision(precision)
        files = {
            file
            for role, model in self.image_text.components.items()
            for file in self.model(model).files_of(chosen.variants[role])
        }
        return sum(self.manifest.files[file].byte_size for file in files)

    def read_model(self, name: str, *, variant: str | None = None) -> bytes:
        """Return the content of one network's file, checked; for small networks without companions.

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
                f"The model '{name}' has no variant '{variant}'.",
                which=self.folder,
                remedy=how_to_install(self.manifest.name, again=True),
            )
        return self.read_file(file)

    def read_file(self, name: str) -> bytes:
        """Return the content of one file, checked; raises PackDamagedError."""
        expected = self.manifest.files.get(name)
        path = self.folder / name
        try:
            content = path.read_bytes()
        except OSError as error:
            raise _unreadable(path, error) from error
        if expected is None or hashlib.sha256(content).hexdigest() != expected.sha256:
            raise _changed(path)
        return content

    def verify(self, *, progress: Progress = SILENT, cancelled: Callable[[], bool] = never) -> None:
        """Check every file.

        Args:
            progress: Told the bytes that are checked.
            cancelled: Asked after each megabyte.

        Raises:
            PackDamagedError: For the first file that is not right.
            CancelledError: ``cancelled`` said so.
        """
        self._check(self.manifest.files, progress, cancelled)

    def _check(self, names: Iterable[str], progress: Progress, cancelled: Callable[[], bool]) -> None:
        names, done = tuple(names), 0
        for name in names:
            if name not in self.manifest.files:
                raise _changed(self.folder / name)
        total = sum(self.manifest.files[name].byte_size for name in names)
        for name in names:
            path, expected, digest = self.folder / name, self.manifest.files[name], hashlib.sha256()
            try:
                with path.open("rb") as stream:
                    while piece := stream.read(PIECE):
                        digest.update(piece)
                        done += len(piece)
                        progress.update(done=done, total=total, label=name)
                        stop_if(cancelled)
            except OSError as error:
                raise _unreadable(path, error) from error
            if digest.hexdigest() != expected.sha256:
                raise _changed(path)


def stop_if(cancelled: Callable[[], bool]) -> None:
    """Raise CancelledError if a person wants to stop."""
    if cancelled():
        raise CancelledError("Stopped, as you asked.", remedy="Begin again whenever you like.")


def load_pack(folder: Path) -> Pack:
    """Open the pack in a folder; its files are checked when they are read.

    Raises:
        PackMissingError: There is no pack.
        PackDamagedError: The manifest cannot be understood.
        PackTooNewError: A later version of Sanduku made it, or it needs one.
    """
    path = folder / MANIFEST_NAME
    try:
        with path.open("rb") as stream:
            content = stream.read(LARGEST + 1)
    except (FileNotFoundError, NotADirectoryError):
        raise PackMissingError(
            "This model pack is not installed.", which=folder, remedy=how_to_install(folder.name)
        ) from None
    except OSError as error:
        raise _unreadable(path, error) from error
    return Pack(folder, read_manifest(content, path))


def read_manifest(content: bytes, path: Path) -> Manifest:
    """Return the manifest that a file holds.

    Args:
        content: Of the file.
        path: Names it in errors; a file within an archive can be named too.

    Raises:
        PackDamagedError: It cannot be understood.
        PackTooNewError: A later version of Sanduku made it, or it needs one.
    """
    if len(content) > LARGEST:
        raise _not_understood(path, f"it has more than {LARGEST:,} bytes")
    try:
        text = content.decode("utf-8")
        if format_of(text) > FORMAT:
            raise _too_new(path, "")
        manifest = Manifest.from_json(text)
    except UnknownPartError as error:
        raise _too_new(path, f" ({error})") from error
    except ValueError as error:
        raise _not_understood(path, str(error)) from error
    if not serves(manifest.minimum_engine, VERSION):
        raise PackTooNewError(
            f"This model pack needs Sanduku {manifest.minimum_engine} or later; this is {VERSION}.",
            which=path,
            remedy="Update Sanduku, or install the pack that belongs to this version.",
        )
    return manifest


def _unreadable(path: Path, error: OSError) -> PackDamagedError:
    return PackDamagedError(
        f"This file of a model pack cannot be read ({error.strerror or error}).",
        which=path,
        remedy=how_to_install(path.parent.name, again=True),
    )


def _changed(path: Path) -> PackDamagedError:
    return PackDamagedError(
        "This file of a model pack is not the one that was installed.",
        which=path,
        remedy=how_to_install(path.parent.name, again=True),
    )


def _not_understood(path: Path, why: str) -> PackDamagedError:
    return PackDamagedError(
        f"The manifest of a model pack cannot be read: {why}.",
        which=path,
        remedy=how_to_install(path.parent.name, again=True),
    )


def _too_new(path: Path, why: str) -> PackTooNewError:
    return PackTooNewError(
        f"This model pack was made for a later version of Sanduku{why}.",
        which=path,
        remedy="Update Sanduku, or install the pack that belongs to this version.",
    )
