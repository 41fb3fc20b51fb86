"""Backs libraries up before an update, has the new version try itself on a copy, and puts a backup back."""

import hashlib
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from engine.library import BackupReport, back_up_as_it_is, key_of_library, restore_backup, standing_of
from engine.library.disk import Disk
from engine.library.keys import KEY_FILE, Keys
from engine.library.keystore import SystemKeyStore
from engine.library.library import DATABASE, FILES
from engine.packs.durable import sync_folder
from engine.progress import Progress
from engine.renaming import give_name
from engine.settings import Places
from engine.updates.children import rehearse
from engine.updates.errors import RehearsalFailedError, RollbackRefusedError
from engine.updates.programs import INCOMING, Programs, SavedLibrary

BACKUPS = "backups"
"""Folder beside the libraries for what is backed up before updates."""
KEPT = 2
"""Backups of so many updates are kept; of those before, the space is needed."""
ASIDE, PUT_BACK = "before-going-back", ".put-back"
"""How a library is called that a backup took the place of, and that backup while it is made ready."""


@dataclass(frozen=True, slots=True)
class OwnLibrary:
    """A library of this user, unlocked.

    Attributes:
        folder: Where it lies.
        key: Its data key; None if it is not encrypted.
    """

    folder: Path
    key: bytes | None

    @property
    def byte_size(self) -> int:
        """Bytes of what a backup holds."""
        stored = (self.folder / FILES).rglob("*")
        return self.database_size + sum(each.stat().st_size for each in stored if each.is_file())

    @property
    def database_size(self) -> int:
        """Bytes of the database alone."""
        return (self.folder / DATABASE).stat().st_size


def folders_of(places: Places, named: Sequence[Path] = ()) -> list[Path]:
    """Return the folders of the libraries of this user: the usual ones, and those that are named."""
    wanted = {each.absolute(): None for each in (places.library, places.trial_library, *named)}
    return [each for each in wanted if (each / DATABASE).is_file()]


def of_invented(folder: Path, places: Places) -> bool:
    """Whether a library holds the bundled samples alone: one that does not open is no reason to wait."""
    return folder == places.trial_library.absolute()


def unlocked(folder: Path, *, passphrase: str | None = None, recovery_key: str | None = None) -> OwnLibrary:
    """Return a library unlocked; raises as ``open_library`` does where it stays locked."""
    return OwnLibrary(folder, key_of_library(folder, passphrase=passphrase, recovery_key=recovery_key))


def room_for_backups(libraries: Sequence[OwnLibrary]) -> int:
    """Return the bytes that backups take."""
    return sum(each.byte_size for each in libraries)


def room_for_trial(libraries: Sequence[OwnLibrary]) -> int:
    """Return the bytes that the trial takes where programs are: a copy of a database, and its new form."""
    return 2 * max((each.database_size for each in libraries), default=0)


def save_all(
    libraries: Sequence[OwnLibrary], target: Path, progress: Progress
) -> tuple[list[SavedLibrary], list[BackupReport]]:
    """Back libraries up into folders of a new one, whatever their format is, and read each back."""
    saved, reports = [], []
    for number, each in enumerate(libraries):
        folder = target / (each.folder.name if number == 0 else f"{each.folder.name}-{number + 1}")
        reports.append(back_up_as_it_is(each.folder, each.key, folder, progress))
        copied = standing_of(folder, each.key)
        saved.append(SavedLibrary(str(each.folder), str(folder), copied.schema, copied.sequence))
    return saved, reports


def rehearse_all(
    libraries: Sequence[OwnLibrary],
    saved: Sequence[SavedLibrary],
    version: Path,
    programs: Programs,
    *,
    schema: int,
    cancelled: Callable[[], bool],
) -> None:
    """Have a new version bring copies of backups up to date.

    Args:
        libraries: With their keys.
        saved: Their backups, in the same order.
        version: Where the new version lies.
        programs: Where copies are put.
        schema: The format that the new version makes.
        cancelled: Asked now and then.

    Raises:
        RehearsalFailedError: It could not, or documents are missing afterwards.
    """
    for library, each in zip(libraries, saved, strict=True):
        into = programs.folder / f"rehearsal{INCOMING}"
        programs.take_away(into)
        wish = {
            "backup": each.backup,
            "into": str(into),
            "key": library.key.hex() if library.key is not None else "",
            "library": each.library,
        }
        try:
            found = rehearse(version, wish, cancelled)
        finally:
            programs.take_away(into)  # which is left over where it was ended in the middle
        before = standing_of(Path(each.backup), library.key)
        if found.get("schema") != schema or found.get("documents") != before.documents:
            raise RehearsalFailedError(
                f"The new version brought a copy of this library to format {found.get('schema')} with"
                f" {found.get('documents')} documents, where format {schema} with {before.documents} was"
                " expected. The library itself was not touched.",
                which=each.library,
                remedy="Keep the version that you have, and tell whoever gave you the update.",
            )


def forget_old_backups(folder: Path, keep: str) -> list[Path]:
    """Remove backups of earlier updates but the newest ones; return those that went.

    Args:
        folder: Of all such backups.
        keep: Name of one that stays in any case.
    """
    if not folder.is_dir():
        return []
    found = [each for each in folder.iterdir() if each.is_dir() and each.name.startswith("before-")]
    found.sort(key=lambda each: each.stat().st_mtime, reverse=True)
    removed = [each for each in found[KEPT:] if each.name != keep]
    for each in removed:
        shutil.rmtree(each, ignore_errors=True)
    return removed


def refuse_lost_work(saved: SavedLibrary, key: bytes | None) -> None:
    """Raise RollbackRefusedError where a library holds more than its backup."""
    now = standing_of(Path(saved.library), key)
    if now.sequence != saved.sequence:
        raise RollbackRefusedError(
            f"Since the update, {now.sequence - saved.sequence:,} changes were made in this library. They are"
            " not in the backup, and would be lost.",
            which=saved.library,
            remedy="Stay with this version. If you must go back: hand your work on first, with 'sanduku"
            " export' or 'sanduku bundle export', and ask whoever looks after your computers.",
        )


def put_back(saved: SavedLibrary, key: bytes | None, progress: Progress) -> Path:
    """Put the backup in a library's place; return where the library lies now, which is kept.

    The keys stay those of the library: whoever could open it can open what was put back.
    """
    refuse_lost_work(saved, key)
    library = Path(saved.library)
    fresh = library.with_name(f"{library.name}{PUT_BACK}")
    shutil.rmtree(fresh, ignore_errors=True)
    restore_backup(Path(saved.backup), fresh, progress=progress)
    if (library / KEY_FILE).is_file():
        shutil.copy2(library / KEY_FILE, fresh / KEY_FILE)
    # It goes its own way from here on, as any backup that is brought back does.
    ring = Keys(library, SystemKeyStore(), Disk()).load()
    Keys(fresh, SystemKeyStore(), Disk()).save(replace(ring, restored=True))
    mark = hashlib.sha256(saved.backup.encode()).hexdigest()[:6]
    names = (
        f"{library.name}-{ASIDE}-{mark}{number}" for number in ("", *(f"-{each}" for each in range(2, 1000)))
    )
    aside = next(each for each in map(library.with_name, names) if not each.exists())
    give_name(library, aside)
    give_name(fresh, library)
    sync_folder(library.parent)
    return aside


def finish_putting_back(saved: SavedLibrary) -> None:
    """Finish what a crash broke off between the two renames of :func:`put_back`."""
    library = Path(saved.library)
    fresh = library.with_name(f"{library.name}{PUT_BACK}")
    if not library.exists() and (fresh / DATABASE).is_file():
        give_name(fresh, library)
        sync_folder(library.parent)
