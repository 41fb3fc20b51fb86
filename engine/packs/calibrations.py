"""What was learnt on this computer of how far a pack can be believed: beside the pack, never in it.

A signed pack stays as it was signed. What is learnt belongs to exactly one pack, precision and list of
questions, and goes with the pack when that is removed.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from engine.packs.durable import write_whole
from engine.packs.errors import PackDamagedError
from engine.packs.fields import Fields, filled, mapping, number, parse, sequence, whole
from engine.packs.lock import sole_writer
from engine.packs.staging import writing

CALIBRATIONS_NAME = "calibrations.json"
_LOCK_NAME = ".calibrations.lock"
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class LearntHere:
    """What was learnt of one precision of one version of a pack.

    Attributes:
        pack: Its id.
        precision: Which of its precisions.
        questions: Version of the questions that photos were sorted by.
        made_at: ISO 8601 in UTC.
        temperatures: By the name of the question.
        photos: How many photos each was learnt and judged by.
    """

    pack: str
    precision: str
    questions: str
    made_at: str
    temperatures: Mapping[str, float]
    photos: Mapping[str, int]

    @property
    def about(self) -> tuple[str, str, str]:
        """What it belongs to."""
        return self.pack, self.precision, self.questions


def read_learnt(home: Path) -> list[LearntHere]:
    """Return what was learnt of a pack, given its folder; raises PackDamagedError."""
    path = home / CALIBRATIONS_NAME
    try:
        part = parse(path.read_text(encoding="utf-8"))
        part.need("format", whole(1, _FORMAT))
        made = list(part.need("learnt", sequence(_learnt)))
        part.end()
    except FileNotFoundError:
        return []
    except (OSError, ValueError) as error:
        raise PackDamagedError(
            f"What was learnt of this model pack on this computer cannot be read ({error}).",
            which=path,
            remedy="Delete this file, and run 'sanduku photos calibrate' again.",
        ) from error
    return made


def write_learnt(home: Path, learnt: LearntHere | None, *, about: tuple[str, str, str]) -> None:
    """Keep what was learnt in place of what was learnt of the same before; None forgets it.

    Raises:
        PackDamagedError: What is there cannot be read.
        PacksUnwritableError: Nothing can be written there.
    """
    with sole_writer(home / _LOCK_NAME):
        kept = [each for each in read_learnt(home) if each.about != about]
        if learnt is not None:
            kept.append(learnt)
        content = json.dumps({"format": _FORMAT, "learnt": [asdict(each) for each in kept]}, indent=1)
        with writing(home / CALIBRATIONS_NAME):
            write_whole(home / CALIBRATIONS_NAME, content.encode())


def _learnt(value: object, where: str) -> LearntHere:
    part = Fields(value, where)
    made = LearntHere(
        pack=part.need("pack", filled),
        precision=part.need("precision", filled),
        questions=part.need("questions", filled),
        made_at=part.need("made_at", filled),
        temperatures=part.need("temperatures", mapping(_temperature)),
        photos=part.need("photos", mapping(whole(1))),
    )
    part.end()
    return made


def _temperature(value: object, where: str) -> float:
    given = number(value, where)
    if not 0.01 <= given <= 100:
        raise ValueError(f"{where} is no temperature")
    return given
