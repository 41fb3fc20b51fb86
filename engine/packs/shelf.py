"""Finds installed packs: by name, by name and version, or by what they can be asked to do.

Two kinds of folder lie in the folder of packs. Those that set-up makes hold a pack right away
(``reading/pack.json``). Those that were installed hold a record and one folder for each version
(``smolvlm-256m/installed.json``, ``smolvlm-256m/3-1a2b3c4d/pack.json``). Names that begin with a point are no
packs. An installed program brings packs of its own, in a folder that nobody writes to; of a pack that lies in
both, the one of the later version is used, and the user's own where they are alike. This module reads; what a
person chose for each task it leaves to :mod:`engine.packs.choices`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from engine.errors import SandukuError
from engine.packs.choices import CHOICES_NAME, Choices, TaskChoice
from engine.packs.errors import PackMissingError
from engine.packs.fit import fit, total_memory
from engine.packs.manifest import MANIFEST_NAME
from engine.packs.pack import Pack, how_to_install, load_pack
from engine.packs.record import Arrival, Record, is_version, read_record
from engine.settings import Places

LEARNT_OF_SHIPPED = ".shipped"
"""Folder beside the packs for what is learnt of those that came with the program."""

SHARE_OF_MEMORY = 0.6
"""Of all memory, that a model may take where nobody chose it: system, window and workers need the rest."""


@dataclass(frozen=True, slots=True)
class Shelved:
    """One version of a pack as it lies on the shelf.

    Attributes:
        name: Of the pack.
        folder: Where its files lie.
        pack: The pack; None if its manifest cannot be used.
        error: Why not.
        current: Whether this is the version in use.
        previous: Whether this is the version to go back to.
        arrival: How it came; None for packs that set-up makes or the program brings.
    """

    name: str
    folder: Path
    pack: Pack | None
    error: SandukuError | None = None
    current: bool = True
    previous: bool = False
    arrival: Arrival | None = None

    @property
    def of_set_up(self) -> bool:
        """Whether it is Sanduku's own: made and renewed by set-up, or brought by the program."""
        return self.arrival is None


class Shelf:
    """The installed packs."""

    def __init__(self, packs: Path, shipped: Path | None = None) -> None:
        """Look into two folders, which need not exist.

        Args:
            packs: The user's own.
            shipped: The packs that came with the program.
        """
        self.packs = packs
        self.shipped = shipped

    @classmethod
    def at(cls, places: Places) -> "Shelf":
        """Return the shelf of a user."""
        return cls(places.packs, places.shipped_packs)

    def names(self) -> list[str]:
        """Return the names of everything that lies there as a pack, damaged ones too."""
        return sorted({*self.own_names(), *_folders_in(self.shipped)})

    def own_names(self) -> list[str]:
        """Return the names of what lies in the user's own folder."""
        return sorted(_folders_in(self.packs))

    def all(self) -> Iterator[Shelved]:
        """Yield every version of every pack; damaged ones are told, not raised."""
        for name in self.names():
            yield from self.versions(name)

    def versions(self, name: str) -> Iterator[Shelved]:
        """Yield every version of a pack, the one in use first."""
        shipped = self._shipped(name)
        if shipped is None:
            yield from self.own_versions(name)
            return
        own = list(self.own_versions(name)) if (self.packs / name).is_dir() else []
        wins = self._shipped_wins(name)
        brought = replace(_shelved(name, shipped), current=wins)
        own = [replace(each, current=each.current and not wins) for each in own]
        yield from [brought, *own] if wins else [*own, brought]

    def own_versions(self, name: str) -> Iterator[Shelved]:
        """Yield every version of a pack in the user's own folder, the chosen one first."""
        folder = self.packs / name
        try:
            record = read_record(folder)
        except SandukuError as error:
            yield Shelved(name, folder, None, error)
            return
        if record is None:
            yield _shelved(name, folder)
            return
        for version in sorted(record.arrivals, key=lambda each: _rank(record, each)):
            yield _shelved(name, folder / version, record, version)

    def find(self, reference: str) -> Pack:
        """Open an installed pack.

        Args:
            reference: Its name for the version in use, or ``name@version``.

        Raises:
            PackMissingError: There is no such pack or version.
            PackDamagedError: Its record or manifest cannot be understood.
            PackTooNewError: A later version of Sanduku made it.
        """
        return load_pack(self.folder_of(reference))

    def folder_of(self, reference: str) -> Path:
        """Return the folder in which a pack lies; raises PackMissingError and PackDamagedError."""
        name, _, version = reference.partition("@")
        if not name or name.startswith(".") or any(each in name for each in "/\\:\0"):
            raise PackMissingError(
                "There is no such model pack.", which=reference, remedy=how_to_install(name)
            )
        shipped = self._shipped(name)
        if shipped is not None and not version and self._shipped_wins(name):
            return shipped
        folder = self.packs / name
        if (folder / MANIFEST_NAME).is_file() and not version:
            return folder
        record = read_record(folder)
        if record is None:
            for place in (folder, shipped):
                if place is not None and (place / MANIFEST_NAME).is_file() and _version_of(place) == version:
                    return place
            raise PackMissingError(
                "This model pack is not installed.", which=reference, remedy=how_to_install(name)
            )
        if not version:
            return folder / record.current
        for each in sorted(record.arrivals, key=lambda each: _rank(record, each)):
            if is_version(each, version):
                return folder / each
        if shipped is not None and _version_of(shipped) == version:
            return shipped
        raise PackMissingError(
            f"This version of the model pack is not installed; there is {_listed(record)}.",
            which=reference,
            remedy=how_to_install(name),
        )

    def home_of(self, pack: Pack) -> Path:
        """Return the folder of a pack whatever its version, where what is learnt of it is kept.

        Nothing is written beside packs that came with the program: theirs is a folder among the user's own.
        """
        if self.shipped is not None and pack.folder.parent == self.shipped:
            return self.packs / LEARNT_OF_SHIPPED / pack.folder.name
        return pack.folder if pack.folder.parent == self.packs else pack.folder.parent

    def _shipped(self, name: str) -> Path | None:
        """Return where a pack lies that came with the program; None if none of that name did."""
        folder = None if self.shipped is None else self.shipped / name
        return folder if folder is not None and (folder / MANIFEST_NAME).is_file() else None

    def _shipped_wins(self, name: str) -> bool:
        """Return whether a pack of the program takes the place of the user's own, if there is one.

        One that cannot be used does not stand in the way of one that can; it is told as damaged all the same.
        """
        shipped = self._shipped(name)
        if shipped is None:
            return False
        own = next((each for each in self.own_versions(name) if each.current), None)
        if own is None or own.pack is None:
            return True
        return load_pack(shipped).manifest.version > own.pack.manifest.version

    # Which pack does what

    def chosen(self) -> dict[str, TaskChoice]:
        """Return what a person chose for each task; raises PackDamagedError."""
        return Choices(self.packs).read()

    def choice(self, task: str) -> TaskChoice:
        """Return what a person chose for a task; raises PackDamagedError."""
        return self.chosen().get(task, TaskChoice())

    def choices(self) -> dict[str, str]:
        """Return the reference of the pack that a person chose for each task; raises PackDamagedError."""
        return {task: each.pack for task, each in self.chosen().items() if each.pack}

    def choose(
        self,
        task: str,
        reference: str | None,
        *,
        precision: str | None = None,
        profile: str | None = None,
        length: str | None = None,
    ) -> None:
        """Have a pack do a task from now on, and how; None leaves each to Sanduku.

        Args:
            task: One of :data:`~engine.packs.manifest.TASKS`.
            reference: Of the pack; None leaves the choice to :meth:`for_task`.
            precision: Of the pack that does the task then.
            profile: Of the same pack: how closely a picture is looked at.
            length: How much is said. Whoever calls this knows which lengths the task has.

        Raises:
            PackMissingError: There is no such pack, precision or profile, or the pack cannot do the task.
            PackDamagedError: The pack cannot be used.
        """
        pack = self.find(reference) if reference is not None else None
        if pack is not None and task not in pack.manifest.tasks:
            raise PackMissingError(
                f"This model pack cannot do the task '{task}'.",
                which=reference,
                remedy=f"It can do: {', '.join(pack.manifest.tasks) or 'nothing of its own'}.",
            )
        if precision or profile:
            self._refuse_unknown(task, pack or self._best(task), precision, profile)
        choice = TaskChoice(reference or "", precision or "", profile or "", length or "")
        Choices(self.packs).change(lambda before: {**before, task: choice})

    def forget(self, gone: Callable[[str], bool]) -> None:
        """Drop what was chosen for tasks whose pack is gone, given by its reference."""

        def left(before: dict[str, TaskChoice]) -> dict[str, TaskChoice]:
            return {task: each for task, each in before.items() if not (each.pack and gone(each.pack))}

        if (self.packs / CHOICES_NAME).is_file():
            Choices(self.packs).change(left)

    @staticmethod
    def _refuse_unknown(task: str, pack: Pack | None, precision: str | None, profile: str | None) -> None:
        """Raise PackMissingError for a precision or profile that the pack of a task does not have."""
        part = pack.manifest.image_text if pack is not None else None
        for kind, wanted, known in (
            ("precision", precision, part.precisions if part is not None else {}),
            ("profile", profile, part.profiles if part is not None else {}),
        ):
            if wanted and wanted not in known:
                raise PackMissingError(
                    f"The model pack that does the task '{task}' has no {kind} '{wanted}'.",
                    which=pack.manifest.name if pack is not None else None,
                    remedy=f"Choose one of: {', '.join(known)}." if known else "Leave it out.",
                )

    def able(self, task: str) -> list[Pack]:
        """Return the packs in use that can do a task, by name."""
        return [
            each.pack
            for each in self.all()
            if each.current and each.pack is not None and task in each.pack.manifest.tasks
        ]

    def for_task(self, task: str, *, memory: Callable[[], int] = total_memory) -> Pack | None:
        """Return the pack that does a task: the chosen one, else the best; None if no pack can.

        The best is the largest that this computer's memory can hold. What is free just now does not count:
        the same question should not be answered by another model each time.

        Args:
            task: One of :data:`~engine.packs.manifest.TASKS`.
            memory: Tells the bytes of memory that this computer has in all.

        Raises:
            PackMissingError: The chosen pack is not installed any more.
            PackDamagedError: The chosen pack, or the choice, cannot be used.
        """
        chosen = self.choices().get(task)
        return self.find(chosen) if chosen is not None else self._best(task, memory=memory)

    def _best(self, task: str, *, memory: Callable[[], int] = total_memory) -> Pack | None:
        """Return the pack that suits a task best where nobody chose one; None if no pack can do it."""
        able = self.able(task)
        if len(able) < 2:
            return able[0] if able else None
        most = round(memory() * SHARE_OF_MEMORY)
        return max(able, key=lambda pack: _suits(pack, most))


def find_pack(places: Places, reference: str) -> Pack:
    """Open an installed pack by its name, or ``name@version``; raises what :meth:`Shelf.find` does."""
    return Shelf.at(places).find(reference)


def _folders_in(packs: Path | None) -> set[str]:
    if packs is None or not packs.is_dir():
        return set()
    return {each.name for each in packs.iterdir() if each.is_dir() and not each.name.startswith(".")}


def _suits(pack: Pack, most: int) -> tuple[bool, int]:
    """Return what is larger for a pack that suits better."""
    found = fit(pack.manifest, available=lambda: most)
    holds = found is None or found.fits or bool(found.smaller)
    size = pack.manifest.byte_size
    return holds, size if holds else -size


def _shelved(name: str, folder: Path, record: Record | None = None, version: str = "") -> Shelved:
    pack, problem = None, None
    try:
        pack = load_pack(folder)
    except SandukuError as error:
        problem = error
    if record is None:
        return Shelved(name, folder, pack, problem)
    return Shelved(
        name,
        folder,
        pack,
        problem,
        current=version == record.current,
        previous=version == record.previous,
        arrival=record.arrivals[version],
    )


def _rank(record: Record, version: str) -> tuple[int, str]:
    """Sort the version in use first, then the one before, then the rest."""
    return (0 if version == record.current else 1 if version == record.previous else 2, version)


def _version_of(folder: Path) -> str:
    return str(load_pack(folder).manifest.version)


def _listed(record: Record) -> str:
    return ", ".join(each.partition("-")[0] for each in sorted(record.arrivals))
