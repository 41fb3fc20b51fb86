"""Looks at updates, installs them beside the present version, and takes them back.

Nothing that the present version needs is ever touched. A new version is unpacked under another name, tested
on this computer, and tried on a copy of each library; then one small file is replaced, and from the next
start on it is used. A crash or a power cut at any moment leaves the old version or the new one, both whole.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from engine.library import latest_schema, standing_of
from engine.packs.errors import (
    PackOlderError,
    SignatureBrokenError,
    SignerNotAllowedError,
    SignerUnknownError,
)
from engine.packs.pack import stop_if
from engine.packs.trust import Anchors, Remark, Signature, SigningState, Subject, Use, check_signature
from engine.progress import SILENT, Progress
from engine.renaming import give_name
from engine.updates.children import self_test
from engine.updates.container import UpdateFile, read_update
from engine.updates.errors import (
    DowngradeError,
    NothingToRollBackError,
    NotPackagedError,
    RollbackRefusedError,
    SameVersionError,
    UpdateConsentError,
    UpdateSignatureError,
    UpdateSignerNotAllowedError,
    UpdateSignerUnknownError,
)
from engine.updates.handover import release_of
from engine.updates.hosts import Host
from engine.updates.manifest import MANIFEST_NAME, OWN, UpdateManifest
from engine.updates.programs import INCOMING, Current, Programs, SavedLibrary, writing
from engine.updates.room import Part, Room, Shortage, room_of, shortage_of
from engine.updates.saving import (
    BACKUPS,
    OwnLibrary,
    finish_putting_back,
    forget_old_backups,
    put_back,
    refuse_lost_work,
    rehearse_all,
    room_for_backups,
    room_for_trial,
    save_all,
)
from engine.updates.unpacking import unpack

SUBJECT = Subject(
    file=MANIFEST_NAME,
    noun="update",
    rollback="sanduku update rollback",
    root="the file of their root, which they send you",
    use=Use.PROGRAMS,
)
STAGES = ("check", "unpack", "self-test", "backup", "rehearsal", "switch")
"""What an installation goes through, in this order; progress is labelled so."""


@dataclass(frozen=True, slots=True)
class Running:
    """The program that is running.

    Attributes:
        version: Of it.
        packaged: Whether it was installed from a package or as an update, so that others can take its place.
    """

    version: str
    packaged: bool


@dataclass(frozen=True, slots=True)
class UpdateOffer:
    """An update that was brought, looked at and not touched, for a person to decide on.

    Attributes:
        path: Where it lies.
        manifest: What it says.
        signature: Who signed it.
        present: The version in use.
        needed: Bytes that the new version takes on the disk, without backups.
        free: Bytes that are free.
        remarks: What the person should know.
    """

    path: Path
    manifest: UpdateManifest
    signature: Signature
    present: str
    needed: int
    free: int
    remarks: tuple[Remark, ...]

    @property
    def notes(self) -> tuple[str, ...]:
        """The remarks in English."""
        return tuple(each.text for each in self.remarks)


@dataclass(frozen=True, slots=True)
class Updated:
    """What an installation did.

    Attributes:
        version: In use from the next start on.
        before: The one to go back to.
        saved: Where libraries were backed up.
        damaged: Files that were damaged in a library already, and so are in its backup.
    """

    version: str
    before: str
    saved: tuple[SavedLibrary, ...]
    damaged: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RolledBack:
    """What going back did.

    Attributes:
        version: In use from the next start on.
        gave_up: The one that was in use.
        aside: Where libraries lie now in whose place their backups were put.
    """

    version: str
    gave_up: str
    aside: tuple[Path, ...] = ()


@dataclass
class Updater:
    """Changes which version of the program is used.

    Attributes:
        programs: Where versions lie.
        anchors: Whom this computer trusts.
        host: What this computer is.
        running: The program that is running.
        now: The clock, in UTC.
        room: Tells on which disk a folder is, and how many bytes are free there.
        reached: Told each stage of an installation as it is reached.
    """

    programs: Programs
    anchors: Anchors
    host: Host
    running: Running
    now: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))
    room: Callable[[Path], Room] = room_of
    reached: Callable[[str], object] = field(default=lambda _stage: None)

    @property
    def present(self) -> str:
        """The version that starts on this computer."""
        used = self.programs.current().version
        return max((self.running.version, used or "0.0.0"), key=lambda each: release_of(each) or (0, 0, 0))

    def examine(self, path: Path) -> UpdateOffer:
        """Look at an update that was brought; nothing is written.

        Raises:
            SandukuError: It cannot be installed; each reason has its own class in ``engine.updates.errors``.
        """
        return self._examined(path)[0]

    def verify(self, offer: UpdateOffer, *, progress: Progress = SILENT) -> None:
        """Read the file of an offer to its end; raises UpdateDamagedError if it is not what was signed."""
        read_update(offer.path).verify(progress, lambda: False)

    def install(
        self,
        path: Path,
        libraries: Sequence[OwnLibrary],
        *,
        expired: bool = False,
        backups: Path | None = None,
        progress: Progress = SILENT,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> Updated:
        """Install an update, and use it from the next start on.

        Args:
            path: Its file.
            libraries: Of this user, all of them, unlocked.
            expired: Whether the person takes it although its signature should have been renewed.
            backups: Where the backups go; by default into the user's data folder.
            progress: Told how far each stage is.
            cancelled: Asked often; what was done is taken back.

        Raises:
            CancelledError: ``cancelled`` said so.
            SandukuError: It cannot be installed; the version in use stays as it is.
        """
        self.refuse_unpackaged()
        if backups is not None:
            backups = backups.absolute()  # the new version reads them too, and runs in another folder
        with self.programs.alone(self.running.version):
            offer, update = self._examined(path)
            if offer.signature.state is SigningState.EXPIRED and not expired:
                raise UpdateConsentError(
                    "The signature of this update has expired.",
                    which=path,
                    remedy=f"Ask {offer.signature.signer} whether there is a newer one; to take this one, add"
                    " --yes.",
                )
            shortage = self.shortage(offer, libraries, backups)
            if shortage is not None:
                raise shortage.error()
            place = self._unpacked(update, progress, cancelled)
            target = self._backup_folder(update.manifest.version, backups)
            try:
                saved, damaged = self._tried(update, place, libraries, target, progress, cancelled)
            except BaseException:
                self.programs.take_away(place)
                self.programs.take_away(target)
                raise
            self._switch(offer, update, saved)
            if backups is None:
                forget_old_backups(target.parent, target.name)
            return Updated(update.manifest.version, self.running.version, tuple(saved), damaged)

    def refuse_rollback(self, keys: dict[str, bytes | None], *, with_backup: bool) -> list[SavedLibrary]:
        """Return the libraries whose backup must take their place before going back.

        Args:
            keys: Data keys of libraries, by their folder.
            with_backup: Whether the person agreed that backups are put back.

        Raises:
            NothingToRollBackError: There is no version before.
            RollbackRefusedError: The version before cannot read a library, and the backup cannot take its
                place, or nobody agreed to that.
        """
        current = self.programs.current()
        moved = self._later_than(current.schema, current, keys)
        if not moved and not current.version:
            raise NothingToRollBackError(
                "There is no version before the present one to go back to.",
                remedy="'sanduku update status' tells which versions are here.",
            )
        moved = moved or self._later_than(current.previous_schema, current, keys)
        for each in moved:
            refuse_lost_work(each, keys.get(each.library))
        if moved and not with_backup:
            raise RollbackRefusedError(
                "This library was brought to a format that the version before cannot read. Nothing was added"
                " since, so the backup from before the update can take its place.",
                which=moved[0].library,
                remedy="To agree: 'sanduku update rollback --put-backup-back'. The present library is kept"
                " beside it.",
            )
        return moved

    def rollback(
        self,
        keys: dict[str, bytes | None],
        *,
        with_backup: bool = False,
        progress: Progress = SILENT,
    ) -> RolledBack:
        """Use the version before again from the next start on; the arguments are of :meth:`refuse_rollback`.

        Raises:
            NothingToRollBackError: There is no version before.
            RollbackRefusedError: Work would be lost, or nobody agreed to put backups back.
        """
        with self.programs.alone(self.running.version):
            current = self.programs.current()
            for each in current.saved:
                finish_putting_back(each)
            moved = self.refuse_rollback(keys, with_backup=with_backup)
            # Where a later version was given up, the one in use is the one to go back to already.
            stays = bool(self._later_than(current.schema, current, keys)) or not current.version
            aside = tuple(put_back(each, keys.get(each.library), progress) for each in moved)
            after = current if stays else current.rolled_back()
            self.programs.use(after)
            return RolledBack(after.version or "", after.gave_up, aside)

    @staticmethod
    def _later_than(schema: int, current: Current, keys: dict[str, bytes | None]) -> list[SavedLibrary]:
        """Return the libraries in a later format than one; none where that is not known."""
        there = [each for each in current.saved if Path(each.library).is_dir()]
        return [
            each
            for each in there
            if schema and standing_of(Path(each.library), keys.get(each.library)).schema > schema
        ]

    # Looking at what is brought

    def _examined(self, path: Path) -> tuple[UpdateOffer, UpdateFile]:
        update = read_update(path)
        manifest = update.manifest
        signature = self._signature(update)
        self.host.refuse_other(manifest.platform, dict(manifest.needs), str(path))
        self._refuse_earlier(manifest, path)
        current = self.programs.current()
        remarks = list(signature.remarks)
        before = current.signer_in_use
        if before and signature.signer != before:
            remarks.append(
                Remark(
                    "other-signer",
                    f"The version in use was signed by {before}, and this one by {signature.signer}.",
                    {"before": before, "signer": signature.signer},
                )
            )
        if current.gave_up == manifest.version:
            remarks.append(
                Remark("given-up", "This version was installed here before, and was given up.", {})
            )
        offer = UpdateOffer(
            path=path,
            manifest=manifest,
            signature=signature,
            present=self.present,
            needed=manifest.unpacked,
            free=self.room(self.programs.folder).free,
            remarks=tuple(remarks),
        )
        return offer, update

    def _signature(self, update: UpdateFile) -> Signature:
        """Return who signed an update; one that nobody vouches for is never installed."""
        try:
            found = check_signature(
                update.metadata,
                update.manifest_bytes,
                update.manifest.name,
                update.path,
                self.anchors,
                subject=SUBJECT,
            )
        except SignerUnknownError as error:
            raise UpdateSignerUnknownError(error.what, which=error.which, remedy=error.remedy) from error
        except SignerNotAllowedError as error:
            raise UpdateSignerNotAllowedError(error.what, which=error.which, remedy=error.remedy) from error
        except PackOlderError as error:
            raise DowngradeError(error.what, which=error.which, remedy=error.remedy) from error
        except SignatureBrokenError as error:
            raise UpdateSignatureError(error.what, which=error.which, remedy=error.remedy) from error
        if found.state is SigningState.UNSIGNED:
            raise UpdateSignatureError(
                "Nobody has signed this update. A program that nobody vouches for is never installed.",
                which=update.path,
                remedy="Ask whoever gave it to you for the signed file.",
            )
        return found

    def _refuse_earlier(self, manifest: UpdateManifest, path: Path) -> None:
        mine, theirs = release_of(self.present), release_of(manifest.version)
        if mine is None or theirs is None or theirs > mine:
            return
        if theirs == mine:
            raise SameVersionError(
                f"Version {manifest.version} is in use already.",
                which=path,
                remedy="There is nothing to do. 'sanduku --self-test' tells whether it works here.",
            )
        raise DowngradeError(
            f"This is version {manifest.version}, and {self.present} is in use. An earlier version may not be"
            " able to read a library that a later one has worked on, and has faults that were mended since.",
            which=path,
            remedy="Keep the version that you have. 'sanduku update rollback' goes back to the one that was"
            " in use before the last update, as far as that is safe.",
        )

    def refuse_unpackaged(self) -> None:
        """Raise NotPackagedError where a program from source runs, which updates cannot change."""
        if not self.running.packaged:
            raise NotPackagedError(
                "This Sanduku runs from a folder with its source, which update files do not change.",
                remedy="Renew the source as you got it (such as 'git pull'), and run 'python3 run.py setup'.",
            )

    # Installing

    def shortage(
        self, offer: UpdateOffer, libraries: Sequence[OwnLibrary], backups: Path | None = None
    ) -> Shortage | None:
        """Return the disk that is too full for an update, its trial and the backups; None if there is room.

        Args:
            offer: The update.
            libraries: Those that are backed up before; their keys are not needed here.
            backups: Where the backups go; None for their usual place.
        """
        here, elsewhere = self.programs.folder, backups if backups is not None else self.programs.data
        return shortage_of(
            Part(here, offer.needed + room_for_trial(libraries), self.room(here)),
            Part(elsewhere, room_for_backups(libraries), self.room(elsewhere)),
        )

    def _unpacked(self, update: UpdateFile, progress: Progress, cancelled: Callable[[], bool]) -> Path:
        manifest = update.manifest
        draft = self.programs.place(f"{manifest.version}{INCOMING}")
        place = self.programs.place(manifest.version)
        self.reached("check")
        update.verify(_Labelled(progress, "check"), cancelled)
        self.reached("unpack")
        try:
            with writing(self.programs.folder):
                unpack(update, draft, _Labelled(progress, "unpack"), cancelled)
                own = draft / OWN
                own.mkdir()
                (own / MANIFEST_NAME).write_bytes(update.manifest_bytes)
                self.reached("unpacked")
                if place.exists():  # the same one was given up, and kept; now it is there anew
                    self.programs.take_away(place)
                give_name(draft, place)
        except BaseException:
            self.programs.take_away(draft)
            raise
        return place

    def _tried(
        self,
        update: UpdateFile,
        place: Path,
        libraries: Sequence[OwnLibrary],
        target: Path,
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> tuple[list[SavedLibrary], tuple[str, ...]]:
        """Test the new version, back the libraries up, and have it try itself on copies."""
        self.reached("self-test")
        progress.update(done=0, total=None, label="self-test")
        self_test(place, update.manifest.version, cancelled)
        self.reached("backup")
        saving = _Labelled(progress, "backup", cancelled)
        saving.update(done=0, total=None)
        saved, reports = save_all(libraries, target, saving)
        self.reached("rehearsal")
        progress.update(done=0, total=None, label="rehearsal")
        rehearse_all(
            libraries, saved, place, self.programs, schema=update.manifest.schema, cancelled=cancelled
        )
        return saved, tuple(each for report in reports for each in report.damaged)

    def _switch(self, offer: UpdateOffer, update: UpdateFile, saved: Sequence[SavedLibrary]) -> None:
        self.reached("switch")
        before = self.programs.current()
        signature, manifest = offer.signature, update.manifest
        assert signature.anchor is not None, "only signed updates come here"
        with writing(self.programs.folder):
            self.anchors.remember(
                signature.anchor, manifest.name, signature.root, update.metadata, Use.PROGRAMS
            )
            self.anchors.remember_clock()
        self.reached("remembered")
        previous, previous_schema = self._to_go_back_to(before)
        self.programs.use(
            Current(
                version=manifest.version,
                previous=previous,
                schema=manifest.schema,
                previous_schema=previous_schema,
                installed_at=self.now().isoformat(timespec="seconds"),
                signer=signature.signer,
                signed=manifest.version,
                saved=tuple(saved),
            )
        )
        self.reached("switched")
        self.programs.sweep(self.running.version)

    def _to_go_back_to(self, before: Current) -> tuple[str, int]:
        """Return the version to go back to, empty for the package's, and the format that it makes.

        That is what runs now, since it works: neither a version that was installed and never started yet,
        nor one that was given up and still runs until its window is closed.
        """
        mine = self.running.version
        if mine == before.gave_up and mine != before.version:
            return before.version, before.schema or latest_schema()
        return mine if mine in (before.version, before.previous) else "", latest_schema()

    def _backup_folder(self, version: str, backups: Path | None) -> Path:
        folder = backups or self.programs.data / BACKUPS
        name = f"before-{version}-{self.now():%Y-%m-%d-%H%M%S}"
        names = (name, *(f"{name}-{number}" for number in range(2, 1000)))
        return next(folder / each for each in names if not (folder / each).exists())


class _Labelled:
    """Progress of one stage; heeds the wish to stop where the work itself cannot."""

    def __init__(self, progress: Progress, label: str, cancelled: Callable[[], bool] = lambda: False) -> None:
        self._progress, self._label, self._cancelled = progress, label, cancelled

    def update(self, *, done: int, total: int | None, label: str = "") -> None:
        del label
        self._progress.update(done=done, total=total, label=self._label)
        stop_if(self._cancelled)
