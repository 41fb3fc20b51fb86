"""The questions that photos are sorted by, with their labels in five languages: light enough for a window.

They are those of MEDIC (Alam et al. 2023), which joins CrisisMMD (Alam et al. 2018) and further sets. How a
photo is held against them is told in ``engine.vision.tasks.triage``; this module knows words alone.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Label:
    """One answer to a question.

    Attributes:
        name: Stable name, such as ``severe``.
        words: What people call it, by BCP 47 code.
        seen: Descriptions of photos that it fits, in English.
    """

    name: str
    words: Mapping[str, str]
    seen: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Aspect:
    """One question.

    Attributes:
        name: Stable name, such as ``damage-severity``.
        question: As people ask it, by BCP 47 code.
        labels: Its answers.
    """

    name: str
    question: Mapping[str, str]
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """All questions, and the version of their words."""

    version: str
    aspects: tuple[Aspect, ...]

    def words(self, aspect: str, label: str, language: str) -> str:
        """Return what people call a label; its stable name where it is of another version."""
        for each in self.aspects:
            for one in each.labels:
                if (each.name, one.name) == (aspect, label):
                    return one.words[language]
        return label


@cache
def taxonomy() -> Taxonomy:
    """Return the questions that photos are sorted by."""
    data = tomllib.loads(resources.files("engine").joinpath("taxonomy.toml").read_text(encoding="utf-8"))
    return Taxonomy(
        data["version"],
        tuple(
            Aspect(
                each["name"],
                each["question"],
                tuple(Label(label["name"], label["words"], tuple(label["seen"])) for label in each["labels"]),
            )
            for each in data["aspects"]
        ),
    )
