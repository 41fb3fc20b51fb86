"""Installs, repairs, rolls back and removes packs, so that a crash at any moment leaves the old or the new.

A pack is copied and checked in a hidden folder, tried there, and renamed to its place; then one small file,
the record, is replaced, and from that moment the new version is used. Whatever an earlier crash left is swept
at the beginning of the next work, and what it had copied of the same pack is used.
"""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from engine.errors import SandukuError, how_to_mend
from engine.packs.brought import Brought, bring, content_of, offers, reading
from engine.packs.durable import sync_folder, take_away
from engine.packs.errors import (
    PackDamagedError,
    PackMissingError,
    PackOfSetUpError,
    PacksBusyError,
    SignerChangedError,
)
from engine.packs.fit import fit
from engine.packs.lock import sole_installer
from engine.packs.manifest import LARGEST, MANIFEST_NAME, Manifest
from engine.packs.networks import check_networks
from engine.packs.offer import Consent, Installed, Offer, notes_on, require
from engine.packs.pack import Pack, load_pack, never, read_manifest
from engine.packs.record import Arrival, Record, is_version, read_record, write_record
from engine.packs.shelf import Shelf, Shelved
from engine.packs.staging import (
    Staging,
    ensure_room,
    free_bytes,
    own_name,
    remove_leftovers,
    writing,
)
from engine.packs.trust import Anchors, Signature, check_signature
from engine.progress import SILENT, Progress
from engine.renaming import give_name

INCOMING, LEAVING, TRUST = ".incoming", ".leaving", ".trust"
"""Folders beside the packs: on their way in, on their way out, and who is trusted."""
LARGEST_LICENCE = 1_000_000
KEPT_SECONDS = 14 * 86_400
"""Time for which what was copied of a pack is kept, to go on from there."""
_VERSION = re.compile(r"\d+-[0-9a-f]{12}(\.\d+)?")


def untried(_pack: Pack) -> tuple[str, ...]:
    """Try nothing."""
    return ()


@dataclass
class Installer:
    """Changes what lies in the folder of packs.

    Attributes:
        packs: The folder; it need not exist.
        anchors: Whom this computer trusts.
        trial: Tries a pack before it is used: raises a SandukuError if it gives wrong answers, and returns
            what it could not try.
        now: The clock, in UTC.
        free: Tells how many bytes are free where a folder is.
        available: Tells the free memory in bytes; None for that of this computer.
        shipped: The packs that came with the program, which are looked at and never changed; None for none.
    """

    packs: Path
    anchors: Anchors
    trial: Callable[[Pack], tuple[str, ...]] = untried
    now: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))
    free: Callable[[Path], int] = free_bytes
    available: Callable[[], int] | None = None
    shipped: Path | None = None

    @property
    def shelf(self) -> Shelf:
        """What is installed."""
        return Shelf(self.packs, self.shipped)

    def examine(self, path: Path) -> Offer:
        """Look at a pack that was brought; nothing is written.

        Raises:
            SandukuError: It cannot be installed; each reason has its own class in ``engine.packs.errors``.
        """
        with bring(path) as brought:
            return self._examined(path, brought)[0]

    def examine_all(self, folder: Path) -> Iterator[tuple[Path, Offer | SandukuError]]:
        """Look at every pack on a stick or in a folder, and yield what it is or why it cannot be installed.

        Raises:
            SandukuError: The folder cannot be read.
        """
        for path in offers(folder):
            try:
                yield path, self.examine(path)
            except SandukuError as error:
                yield path, error

    def install(
        self,
        path: Path,
        consent: Consent,
        *,
        progress: Progress = SILENT,
        cancelled: Callable[[], bool] = never,
    ) -> Installed:
        """Install a pack and use it from now on; the version before is kept to go back to.

        Args:
            path: A folder or zip file, or a stick with one of either.
            consent: What the person agreed to after :meth:`examine`.
            progress: Told the bytes that are copied and checked.
            cancelled: Asked after each megabyte.

        Raises:
            ConsentMissingError: The person must agree to more.
            CancelledError: ``cancelled`` said so; what was copied is kept for the next time.
            SandukuError: It cannot be installed; each reason has its own class in ``engine.packs.errors``.
        """
        with self._alone(), bring(path) as brought:
            offer, manifest_bytes, metadata = self._examined(path, brought)
            require(consent, offer)
            staging = self._staging(brought, offer.manifest, offer.folder)
            ensure_room(self.packs, staging.bytes_left(), self.free(self.packs))
            staging.fill(manifest_bytes, metadata, progress, cancelled)
            size = offer.manifest.byte_size
            progress.update(done=size, total=size, label="trying it")
            try:
                staged = load_pack(staging.folder)
                check_networks(staged)
                untried_parts = self.trial(staged)
            except SandukuError:
                shutil.rmtree(staging.folder, ignore_errors=True)
                raise
            if offer.signature.anchor is not None:
                with writing(self.packs / TRUST):
                    self.anchors.remember(
                        offer.signature.anchor, offer.manifest.name, offer.signature.root, metadata
                    )
            return replace(self._switch(staging.folder, offer), notes=untried_parts)

    def remove(self, reference: str) -> list[str]:
        """Remove a pack, or with ``name@version`` one version of it; return the folders that went.

        Raises:
            PackMissingError: There is no such pack or version.
            PackOfSetUpError: It belongs to Sanduku itself.
        """
        with self._alone():
            name, _, version = reference.partition("@")
            if version:
                folder = self.shelf.folder_of(reference)
                if folder.parent == self.shipped:
                    raise _of_set_up(name)
                return [self._remove_version(name, folder)]
            folder = self.packs / name
            if name not in self.shelf.own_names():
                if name in self.shelf.names():
                    raise _of_set_up(name)
                raise PackMissingError(
                    "This model pack is not installed.", which=reference, remedy="See 'sanduku packs list'."
                )
            if (folder / MANIFEST_NAME).exists():
                raise _of_set_up(name)
            with writing(folder):
                self._forget_choices(name, None)
            self._let_go(folder)
            return [name]

    def rollback(self, name: str) -> Pack:
        """Use the version again that was in use before; the present one is kept, to go forth again.

        Raises:
            PackMissingError: There is no such pack, or no version to go back to.
            PackOfSetUpError: It belongs to Sanduku itself.
            PackDamagedError: A file of the version before is not whole any more.
        """
        with self._alone():
            self.shelf.folder_of(name)
            record = read_record(self.packs / name)
            if record is None:
                raise _of_set_up(name)
            if not record.previous:
                raise PackMissingError(
                    "There is no version before to go back to.",
                    which=name,
                    remedy="Install the version that you want: 'sanduku packs install PATH'.",
                )
            pack = load_pack(self.packs / name / record.previous)
            pack.verify()
            with writing(self.packs / name):
                write_record(self.packs / name, record.turned_back())
            return pack

    def signature_of(self, shelved: Shelved) -> Signature | None:
        """Return who signed an installed pack, as that stands now; None for packs that set-up makes.

        Raises:
            SignatureBrokenError: Its signature holds no longer.
            SignerUnknownError: Whoever signed it is trusted no longer.
        """
        if shelved.of_set_up or shelved.pack is None:
            return None
        with reading(shelved.folder), bring(shelved.folder) as brought:
            manifest = content_of(brought, MANIFEST_NAME, LARGEST)
            metadata = brought.metadata()
        return check_signature(
            metadata, manifest, shelved.pack.manifest.name, shelved.folder, self.anchors, arriving=False
        )

    # Looking at what is brought

    def _examined(self, path: Path, brought: Brought) -> tuple[Offer, bytes, dict[str, bytes]]:
        manifest_bytes = content_of(brought, MANIFEST_NAME, LARGEST)
        try:
            manifest = read_manifest(manifest_bytes, brought.where / MANIFEST_NAME)
        except PackDamagedError as error:
            error.remedy = "Copy the pack again from where it came. If it stays so, ask whoever made it."
            raise
        with reading(brought.where):
            metadata = brought.metadata()
        signature = check_signature(metadata, manifest_bytes, manifest.name, brought.where, self.anchors)
        if (self.packs / manifest.name / MANIFEST_NAME).exists():
            raise _of_set_up(manifest.name)
        self._refuse_older_than_shipped(manifest)
        installed = self._in_use(manifest.name)
        self._refuse_other_signer(signature, installed, brought.where)
        folder = own_name(manifest, manifest_bytes)
        staging = self._staging(brought, manifest, folder)
        staging.check_sizes()
        licence = content_of(brought, manifest.licence_file, LARGEST_LICENCE)
        offer = Offer(
            path=path,
            manifest=manifest,
            folder=folder,
            signature=signature,
            licence=licence.decode("utf-8", errors="replace"),
            bytes_left=staging.bytes_left(),
            free=self.free(self.packs),
            installed=installed,
            fit=fit(manifest, available=self.available),
        )
        return replace(offer, notes=notes_on(offer)), manifest_bytes, metadata

    def _staging(self, brought: Brought, manifest: Manifest, folder: str) -> Staging:
        return Staging(self.packs / INCOMING / f"{manifest.name}-{folder}", brought, manifest)

    def _in_use(self, name: str) -> Shelved | None:
        if name not in self.shelf.own_names():
            return None
        return next((each for each in self.shelf.own_versions(name) if each.current and each.arrival), None)

    def _refuse_older_than_shipped(self, manifest: Manifest) -> None:
        """Raise PackOfSetUpError where the program brought the same pack, no older: that one is used."""
        folder = None if self.shipped is None else self.shipped / manifest.name
        if folder is None or not (folder / MANIFEST_NAME).is_file():
            return
        brought = load_pack(folder).manifest.version
        if brought >= manifest.version:
            raise PackOfSetUpError(
                f"Sanduku came with version {brought} of this model pack; this one is not later.",
                which=manifest.name,
                remedy="Nothing needs to be done.",
            )

    def _refuse_other_signer(self, signature: Signature, installed: Shelved | None, where: Path) -> None:
        """Raise SignerChangedError where a pack would take the place of one that somebody vouched for."""
        before = installed.arrival.by if installed is not None and installed.arrival is not None else ""
        if before and before != signature.signer:
            now = f"signed by {signature.signer}" if signature.signer else "not signed"
            raise SignerChangedError(
                f"The installed version of this pack is signed by {before}; this one is {now}.",
                which=where,
                remedy=f"Ask {before} for the pack. If you are sure, remove the installed one first:"
                f" 'sanduku packs remove {installed.name if installed else 'PACK'}'.",
            )

    # Changing what is installed

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Be the only program that changes the packs, after what crashes left is swept."""
        with sole_installer(self.packs / INCOMING / "lock"):
            self.sweep()
            yield

    def _switch(self, staged: Path, offer: Offer) -> Installed:
        name = offer.manifest.name
        home = self.packs / name
        arrival = Arrival(
            at=self.now().isoformat(timespec="seconds"),
            brought=offer.path.name,
            by=offer.signature.signer,
            accepted=offer.manifest.licence,
        )
        with writing(home):
            home.mkdir(parents=True, exist_ok=True)
            sync_folder(self.packs)
            record = _sound_record(home)
            folder = _free_name(home, offer.folder)
            give_name(staged, home / folder)
            sync_folder(home)
            if record is None:
                after = Record(folder, "", {folder: arrival})
            elif record.current.startswith(offer.folder):
                # The same version once more, as a repair: the one before stays the one to go back to.
                after = replace(record.with_new(folder, arrival), previous=record.previous)
            else:
                after = record.with_new(folder, arrival)
            after, removed = self._without_old(name, after)
            write_record(home, after)
            self.anchors.remember_clock()
        for each in removed:
            self._take_away(home / each)
        before = offer.installed
        replaced = before.pack.manifest.version if before is not None and before.pack is not None else None
        return Installed(load_pack(home / folder), offer.signature, replaced, tuple(removed))

    def _without_old(self, name: str, record: Record) -> tuple[Record, list[str]]:
        """Return the record without versions that nobody goes back to or chose for a task."""
        kept = {record.current, record.previous}
        for reference in self._chosen().values():
            chosen, _, version = reference.partition("@")
            if chosen == name and version:
                kept |= {each for each in record.arrivals if is_version(each, version)}
        repaired = {each for each in kept if is_version(each, record.current.partition(".")[0])}
        kept -= repaired - {record.current}
        removed = [each for each in record.arrivals if each not in kept]
        arrivals = {each: how for each, how in record.arrivals.items() if each in kept}
        return replace(record, arrivals=arrivals), removed

    def _remove_version(self, name: str, folder: Path) -> str:
        record = read_record(self.packs / name)
        if record is None:
            raise _of_set_up(name)
        left = record.without(folder.name)
        with writing(folder):
            self._forget_choices(name, folder.name)
            if left is None:
                self._let_go(self.packs / name)
            else:
                write_record(self.packs / name, left)
                self._take_away(folder)
        return folder.name

    def _let_go(self, folder: Path) -> None:
        """Take a whole pack away; raises PacksBusyError where Windows keeps what a program has open."""
        try:
            take_away(folder, self.packs / LEAVING)
        except PermissionError as error:
            raise PacksBusyError(
                "The pack is being used just now.",
                which=folder,
                remedy="Close Sanduku's window and wait until nothing is worked at, then do it again.",
            ) from error

    def _take_away(self, folder: Path) -> None:
        try:
            take_away(folder, self.packs / LEAVING)
        except OSError:
            return  # in use on Windows: nothing names it any more, so the next sweep takes it

    def _chosen(self) -> dict[str, str]:
        try:
            return self.shelf.choices()
        except PackDamagedError:
            return {}

    def _forget_choices(self, name: str, version: str | None) -> None:
        def gone(reference: str) -> bool:
            chosen, _, number = reference.partition("@")
            return chosen == name and (version is None or is_version(version, number))

        self.shelf.forget(gone)

    def sweep(self) -> None:
        """Tidy up what crashes left: versions that no record names, and what was on its way out.

        What was copied of a pack stays for two weeks, to go on from there.
        """
        remove_leftovers(self.packs / LEAVING, set())
        incoming, now = self.packs / INCOMING, self.now().timestamp()
        fresh = {each.name for each in incoming.iterdir() if each.stat().st_mtime >= now - KEPT_SECONDS}
        remove_leftovers(incoming, fresh | {"lock"})
        for name in self.shelf.own_names():
            home = self.packs / name
            if (home / MANIFEST_NAME).exists():
                continue
            record = _sound_record(home)
            for each in list(home.iterdir()):
                if each.name.startswith(".") and each.name.endswith(".new"):
                    each.unlink()  # the draft of a record
                elif _VERSION.fullmatch(each.name) and (record is None or each.name not in record.arrivals):
                    self._take_away(each)
            if record is None and not any(home.iterdir()):
                home.rmdir()


def _sound_record(home: Path) -> Record | None:
    """Return the record of a pack; where it cannot be read, one made from the versions that are whole."""
    try:
        return read_record(home)
    except PackDamagedError:
        found = [each.name for each in home.iterdir() if _VERSION.fullmatch(each.name) and _loads(each)]
        if not found:
            return None
        found.sort(key=lambda name: int(name.partition("-")[0]))
        unknown = Arrival(at="unknown", brought="")
        return Record(found[-1], found[-2] if len(found) > 1 else "", dict.fromkeys(found, unknown))


def _loads(folder: Path) -> bool:
    try:
        load_pack(folder)
    except SandukuError:
        return False
    return True


def _free_name(home: Path, folder: str) -> str:
    """Return a name for a version's folder that nothing has yet: a repair lies beside what is damaged."""
    names = (folder, *(f"{folder}.{number}" for number in range(2, 1000)))
    return next(name for name in names if not (home / name).exists())


def _of_set_up(name: str) -> PackOfSetUpError:
    return PackOfSetUpError(
        "This model pack belongs to Sanduku itself.",
        which=name,
        remedy=f"Where it is damaged: {how_to_mend()} Nothing else needs to be done.",
    )
