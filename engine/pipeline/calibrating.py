"""Learns how far a pack's labels of photos can be believed, from a folder of photos whose labels are known.

The folder holds one folder for each question, with one for each label: ``damage-severity/severe/a.jpg``. What
is learnt is kept beside the pack. This module knows packs, models and files; it must never know the library.
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from engine.errors import BadInputError
from engine.packs.calibrations import LearntHere, write_learnt
from engine.pages import Pixels, open_source
from engine.progress import SILENT, Progress
from engine.settings import PageSettings
from engine.taxonomy import Aspect, taxonomy
from engine.vision.tasks.calibrating import Learnt, learn, refuse_few


class Scores(Protocol):
    """What looks at photos; :class:`engine.pipeline.answering.Answering` is meant."""

    def scene_scores(
        self, aspect: Aspect, pixels: Pixels, *, key: str, wishes: Mapping[str, Any]
    ) -> NDArray[np.float64]:
        """Return a score for each label of a question."""

    def scene_pack(self, wishes: Mapping[str, Any]) -> tuple[Path, str, str]:
        """Return the folder of the pack that does it, its id and its precision."""


class UnknownLabelError(BadInputError):
    """Folders do not tell what the photos in them show, or tell two different things of one photo."""

    code = "triage.unknown-label"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A photo whose label is known.

    Attributes:
        path: The file.
        aspect: The question.
        label: The place of the right label among the question's.
        sha256: Of the file's content.
    """

    path: Path
    aspect: Aspect
    label: int
    sha256: str


def labelled_photos(folder: Path) -> list[Labelled]:
    """Return the photos of a folder with what the names of their folders say; equal files count once.

    Raises:
        UnknownLabelError: A folder is named for no question, or for none of its labels, or there is none; or
            a photo lies in the folders of two labels of one question, or in a folder within them.
    """
    aspects = {each.name: each for each in taxonomy().aspects}
    found: dict[tuple[str, str], Labelled] = {}
    for question in _folders(folder, aspects):
        aspect = aspects[question.name]
        names = [label.name for label in aspect.labels]
        for label in _folders(question, names):
            for path in sorted(each for each in label.iterdir() if not each.name.startswith(".")):
                if path.is_dir():
                    raise UnknownLabelError(
                        "Here is a folder among the photos.", which=path, remedy="Put its photos beside it."
                    )
                sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
                made = Labelled(path, aspect, names.index(label.name), sha256)
                known = found.setdefault((aspect.name, sha256), made)
                if known.label != made.label:
                    raise UnknownLabelError(
                        f"The same photo is said to be '{names[known.label]}' and '{label.name}'.",
                        which=path,
                        remedy=f"Decide for one, and take the photo out of the other folder ({known.path}).",
                    )
    # By their hashes: in whatever order people stored them, each half gets its share.
    return sorted(found.values(), key=lambda each: (each.aspect.name, each.sha256))


def calibrate(
    answering: Scores,
    photos: list[Labelled],
    wishes: Mapping[str, str | None],
    settings: PageSettings,
    *,
    progress: Progress = SILENT,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> dict[str, Learnt]:
    """Learn from photos, and keep what was learnt beside the pack; return it by question.

    Args:
        answering: Has the pack look at photos.
        photos: With known labels.
        wishes: ``pack``, ``precision`` and ``profile``; None is as usual.
        settings: How files become images.
        progress: Told how many photos were looked at.
        now: The clock, in UTC.

    Raises:
        FewPhotosError: There are too few for a question; nothing is kept.
        CalibrationWorseError: What was learnt does not hold; nothing is kept.
        SandukuError: A photo cannot be opened, or the pack cannot look at it.
    """
    for question in {each.aspect.name for each in photos}:
        # Before hours are spent on looking at them.
        refuse_few(question, [each.label for each in photos if each.aspect.name == question])
    learnt = {}
    rows: dict[str, list[tuple[NDArray[np.float64], int]]] = {}
    for done, photo in enumerate(photos):
        progress.update(done=done, total=len(photos), label=photo.path.name)
        with open_source(photo.path, name=photo.path.name, settings=settings) as source:
            pixels = source.load(0).pixels
        scores = answering.scene_scores(photo.aspect, pixels, key=photo.sha256, wishes=wishes)
        rows.setdefault(photo.aspect.name, []).append((scores, photo.label))
    progress.update(done=len(photos), total=len(photos))
    for question, known in rows.items():
        learnt[question] = learn(question, np.stack([row for row, _ in known]), [label for _, label in known])
    home, pack, precision = answering.scene_pack(wishes)
    made = LearntHere(
        pack,
        precision,
        taxonomy().version,
        now().isoformat(timespec="seconds"),
        {question: each.temperature for question, each in learnt.items()},
        {question: each.photos for question, each in learnt.items()},
    )
    write_learnt(home, made, about=made.about)
    return learnt


def forget(answering: Scores, wishes: Mapping[str, str | None]) -> None:
    """Forget what was learnt of a pack; raises NoPackError and PackDamagedError."""
    home, pack, precision = answering.scene_pack(wishes)
    write_learnt(home, None, about=(pack, precision, taxonomy().version))


def _folders(folder: Path, known: "Mapping[str, Aspect] | list[str]") -> Iterator[Path]:
    if not folder.is_dir():
        raise UnknownLabelError("There is no such folder.", which=folder, remedy="Check the path.")
    inner = sorted(each for each in folder.iterdir() if each.is_dir() and not each.name.startswith("."))
    for each in inner:
        if each.name not in known:
            raise UnknownLabelError(
                "This folder is named for none of the questions or labels that photos are sorted by.",
                which=each,
                remedy=f"Name it one of: {', '.join(known)}.",
            )
    if not inner:
        raise UnknownLabelError(
            "There are no folders here that say what the photos in them show.",
            which=folder,
            remedy="Put the photos into folders such as damage-severity/severe and damage-severity/mild.",
        )
    yield from inner
