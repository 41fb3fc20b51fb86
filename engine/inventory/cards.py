"""What a person wants to know of each installed pack: what it does, who vouches for it, whether it fits."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from engine.errors import SandukuError
from engine.inventory.inventory import PackState
from engine.packs import TASKS, Measured, Pack
from engine.packs.accelerators import told_of
from engine.packs.errors import SignerUnknownError
from engine.packs.fit import Fit, fit
from engine.packs.installer import TRUST, Installer
from engine.packs.profiles import usual_profile
from engine.packs.shelf import Shelved
from engine.packs.trust import Anchors, shipped_root
from engine.progress import SILENT, Progress
from engine.settings import Places


class Standing(StrEnum):
    """How a version of a pack is used."""

    IN_USE = "in-use"
    BEFORE = "before"
    """The version to go back to."""
    KEPT = "kept"
    """Used where it was chosen by its version alone."""
    OF_SET_UP = "of-set-up"
    """Made and renewed by Sanduku's set-up."""


@dataclass(frozen=True, slots=True)
class PrecisionCard:
    """One precision of an image-text pack.

    Attributes:
        name: Of the precision.
        default: Whether it is used where nobody asks for another.
        byte_size: Of the files that it opens.
        measured: What it was measured to need when the pack was made; None if nobody did.
        fit: How it fits the memory that is free now.
        sentence: The same for a person, in English.
        accelerators: What was found when its networks were tried on this computer's accelerators, in English;
            empty where none was tried.
    """

    name: str
    default: bool
    byte_size: int
    measured: Measured | None
    fit: Fit
    sentence: str
    accelerators: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PackCard:
    """One version of an installed pack.

    Attributes:
        name: Of the pack.
        version: Grows with every change; 0 if its manifest cannot be read.
        id: Names exactly what it does, as it stands in results.
        standing: How this version is used.
        state: Whether its files are whole.
        problem: What is wrong with it, in English; empty if nothing is.
        remedy: What can be done about that.
        problem_code: Stable name of what is wrong, as of :class:`engine.errors.SandukuError`.
        title: What people call it.
        purpose: What it is good for, by language.
        tasks: What it can be asked to do.
        does: Tasks that it does where nobody asks for another pack.
        languages: How well each is served.
        licence: SPDX identifier.
        source: Where its models come from.
        byte_size: Of all its files.
        signing: ``signed``, ``expired``, ``unsigned``, ``untrusted``, ``broken`` or ``of-set-up``.
        signed: The same for a person, in English.
        signer: Who signed it; empty where nobody did, or nobody who is trusted.
        installed_at: ISO 8601 in UTC; empty for packs of set-up.
        brought: Name of the file or folder that it came from.
        folder: Where it lies.
        precisions: Of an image-text pack.
        family: Of an image-text model; empty for other packs.
        profiles: How closely it can look: most tiles that a picture is cut into, by the profile's name.
        profile: The profile that is taken where nobody asks for another; empty where there is none.
        tile_tokens: How many tokens a tile takes; 0 where that is not known.
    """

    name: str
    version: int
    id: str
    standing: Standing
    state: PackState
    problem: str
    remedy: str
    title: str
    purpose: Mapping[str, str]
    tasks: tuple[str, ...]
    does: tuple[str, ...]
    languages: Mapping[str, str]
    licence: str
    source: str
    byte_size: int
    signing: str
    signed: str
    signer: str
    installed_at: str
    brought: str
    folder: str
    precisions: tuple[PrecisionCard, ...]
    family: str = ""
    profiles: Mapping[str, int] = field(default_factory=dict)
    profile: str = ""
    tile_tokens: int = 0
    problem_code: str = ""

    def to_json(self) -> dict[str, Any]:
        """Return it as plain JSON values."""
        return asdict(self)


def installer_for(places: Places) -> Installer:
    """Return what installs and removes packs for this user, and tries each before it is used."""
    anchors = Anchors(places.packs / TRUST, shipped=shipped_root())
    return Installer(places.packs, anchors, trial=_try, shipped=places.shipped_packs)


def take_cards(
    installer: Installer,
    *,
    verify: bool = False,
    progress: Progress = SILENT,
    available: Callable[[], int] | None = None,
) -> Iterator[PackCard]:
    """Yield a card for every version of every pack, those in use first.

    Args:
        installer: Knows the packs.
        verify: Whether to read every file and compare it with what was installed.
        progress: Told the bytes of each pack that are compared.
        available: Tells the free memory in bytes; None for that of this computer.
    """
    done = tasks_done(installer)
    for shelved in sorted(installer.shelf.all(), key=lambda each: (not each.current, each.name)):
        yield _card(installer, shelved, done, progress if verify else None, available)


def tasks_done(installer: Installer) -> dict[str, Pack]:
    """Return the pack that does each task where nobody asks for another, without tasks that none can do."""
    done = {}
    for task in TASKS:
        try:
            pack = installer.shelf.for_task(task)
        except SandukuError:
            continue  # the chosen pack is gone or damaged: its own card says so, and asking it will too
        if pack is not None:
            done[task] = pack
    return done


def pace_facts(pack: Pack) -> dict[str, Any]:
    """Return what of a card tells how long a pack takes; see ``Answers.expect`` of the library."""
    part = pack.manifest.image_text
    profiles = {name: each.tiles for name, each in part.profiles.items()} if part else {}
    return {
        "id": pack.id,
        "family": part.family if part else "",
        "profiles": profiles,
        "profile": usual_profile(profiles),
        "tile_tokens": (part.prompt.image_tokens_per_tile or part.features_token_count or 0) if part else 0,
        "precisions": [
            {
                "name": name,
                "default": name == part.default_precision,
                "measured": None if each.measured is None else asdict(each.measured),
            }
            for name, each in part.precisions.items()
        ]
        if part
        else [],
    }


def _card(
    installer: Installer,
    shelved: Shelved,
    done: Mapping[str, Pack],
    verify: Progress | None,
    available: Callable[[], int] | None,
) -> PackCard:
    pack, fault, place = shelved.pack, shelved.error, ""
    state = PackState.UNCHECKED if fault is None else PackState.DAMAGED
    if fault is None and verify is not None and pack is not None:
        state = PackState.WHOLE
        try:
            pack.verify(progress=verify)
        except SandukuError as error:
            state, fault, place = PackState.DAMAGED, error, f"{error.which}: " if error.which else ""
    signing, signed, signer, doubt = _signed(installer, shelved)
    fault = fault or doubt
    manifest = pack.manifest if pack is not None else None
    arrival, pace = shelved.arrival, pace_facts(pack) if pack is not None else {}
    return PackCard(
        name=shelved.name,
        version=manifest.version if manifest else 0,
        id=pack.id if pack else "",
        standing=_standing(shelved),
        state=state,
        problem=f"{place}{fault.what}" if fault else "",
        remedy=fault.remedy if fault else "",
        problem_code=fault.code if fault else "",
        title=manifest.title if manifest else "",
        purpose=manifest.purpose if manifest else {},
        tasks=manifest.tasks if manifest else (),
        does=tuple(task for task, does in done.items() if does.folder == shelved.folder),
        languages=manifest.languages if manifest else {},
        licence=manifest.licence if manifest else "",
        source=f"{manifest.source.package} {manifest.source.version}".strip() if manifest else "",
        byte_size=manifest.byte_size if manifest else 0,
        signing=signing,
        signed=signed,
        signer=signer,
        installed_at=arrival.at if arrival else "",
        brought=arrival.brought if arrival else "",
        folder=str(shelved.folder),
        precisions=tuple(_precisions(pack, installer.packs, available)) if pack else (),
        family=pace.get("family", ""),
        profiles=pace.get("profiles", {}),
        profile=pace.get("profile", ""),
        tile_tokens=pace.get("tile_tokens", 0),
    )


def _signed(installer: Installer, shelved: Shelved) -> tuple[str, str, str, SandukuError | None]:
    """Return how a pack is signed in a word, in a sentence, by whom, and what is wrong with that."""
    try:
        found = installer.signature_of(shelved)
    except SignerUnknownError as error:
        return "untrusted", "signed by somebody who is not trusted here", "", error
    except SandukuError as error:
        return "broken", "its signature holds no longer", "", error
    if found is not None:
        return found.state.value, found.sentence(), found.signer, None
    # Of an installed pack whose manifest cannot be read, nothing can be said either.
    return "of-set-up", "made by set-up", "", None


def _standing(shelved: Shelved) -> Standing:
    if shelved.of_set_up:
        return Standing.OF_SET_UP
    if shelved.current:
        return Standing.IN_USE
    return Standing.BEFORE if shelved.previous else Standing.KEPT


def _precisions(pack: Pack, packs: Path, available: Callable[[], int] | None) -> Iterator[PrecisionCard]:
    part = pack.manifest.image_text
    if part is None:
        return
    for name, precision in part.precisions.items():
        found = fit(pack.manifest, name, available=available)
        assert found is not None
        yield PrecisionCard(
            name=name,
            default=name == part.default_precision,
            byte_size=pack.byte_size_of(name),
            measured=precision.measured,
            fit=found,
            sentence=found.sentence(),
            accelerators=told_of(packs, pack.id, name),
        )


def _try(pack: Pack) -> tuple[str, ...]:
    from engine.vision.trial import try_pack  # brings ONNX Runtime, which few questions are worth

    return try_pack(pack)
