"""Files that a person asked to add and that are not in the library yet; kept for when adding is interrupted.

They lie in a folder of the library, one small file for each batch, sealed where the library is encrypted:
the names of files tell of people. This module never opens the files themselves, and a backup leaves the
list out: the paths are those of this computer.
"""

import json
import os
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from engine.library.crypt import derive
from engine.library.disk import Disk, told_plainly
from engine.library.errors import DamagedFileError

_NONCE = 12
_PURPOSE = "sanduku files left to add"


@dataclass(frozen=True, slots=True)
class LeftBatch:
    """Files and folders that were to be added together.

    Attributes:
        batch: Their name in the library.
        paths: Those that are not taken in yet, or a folder in which such files are.
    """

    batch: str
    paths: tuple[Path, ...]


class LeftFiles:
    """What is still to be added, batch by batch; each change is on the disk when the call returns."""

    def __init__(self, folder: Path, disk: Disk, data_key: bytes | None) -> None:
        """Keep it in a folder, which need not exist; sealed if there is a key."""
        self._folder, self._disk = folder, disk
        self._seal = None if data_key is None else AESGCM(derive(data_key, _PURPOSE))

    def keep(self, batch: str, paths: Iterable[Path]) -> None:
        """Remember what a batch has left, in place of what was kept of it before.

        Args:
            batch: Its name: letters and digits.
            paths: Files and folders; relative ones are kept as they are from here.

        Raises:
            DiskFullError: There is no room; what was kept before stays.
            ReadOnlyLibraryError: Nothing can be written there.
        """
        content = json.dumps([str(path.absolute()) for path in paths]).encode()
        if self._seal is not None:
            nonce = os.urandom(_NONCE)
            content = nonce + self._seal.encrypt(nonce, content, batch.encode())
        self._disk.make_folder(self._folder)
        self._disk.write_file(self._folder / batch, content)

    def forget(self, batch: str) -> None:
        """Nothing of a batch is left to add; does nothing if nothing was kept."""
        with told_plainly(self._folder):
            (self._folder / batch).unlink(missing_ok=True)

    def all(self) -> list[LeftBatch]:
        """Return what is left, in the order in which it was kept.

        Raises:
            DamagedFileError: A list cannot be read. It is removed, so that the others can be asked for again.
        """
        with told_plainly(self._folder):
            if not self._folder.is_dir():
                return []
            found = []
            for path in self._folder.iterdir():
                # What is forgotten while it is looked through is not left any more.
                with suppress(FileNotFoundError):
                    if path.suffix != ".draft":
                        found.append((path.stat().st_mtime_ns, path.name, self._paths_in(path)))
            return [LeftBatch(name, paths) for _when, name, paths in sorted(found)]

    def _paths_in(self, file: Path) -> tuple[Path, ...]:
        content = file.read_bytes()
        try:
            if self._seal is not None:
                content = self._seal.decrypt(content[:_NONCE], content[_NONCE:], file.name.encode())
            return tuple(Path(path) for path in json.loads(content))
        except (InvalidTag, ValueError, TypeError) as error:
            file.unlink(missing_ok=True)
            raise DamagedFileError(
                "The list of files that were still to be added is damaged.",
                which=file,
                remedy="Add the last files or folders once more: what is there already is not added twice.",
            ) from error
