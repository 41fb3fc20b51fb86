"""What was found when networks of packs were tried on this computer's accelerators, so that it is found once.

A trial takes seconds, and a driver may end the whole program in it. So each trial is written down as failed
before it begins, and again with what came of it. Another computer, another ONNX Runtime or a month voids what
is written; what cannot be read counts as not tried. Must never know how a network is run.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from engine.packs.durable import write_whole
from engine.packs.fields import Fields, filled, flag, mapping, parse, sequence, text, whole

ACCELERATORS_NAME = "accelerators.json"
HELD = timedelta(days=30)
"""How long a trial counts: drivers are renewed."""
_FORMAT = 1


@dataclass(frozen=True, slots=True)
class Trial:
    """What was found about one accelerator for one network.

    Attributes:
        provider: Name of the accelerator.
        kept: Whether the network runs on it.
        reason: One sentence for people, in English.
    """

    provider: str
    kept: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Tried:
    """What was found about one network.

    Attributes:
        trials: Of each accelerator, in the order in which they were tried.
        at: When, ISO 8601 in UTC.
    """

    trials: tuple[Trial, ...]
    at: str

    @property
    def provider(self) -> str | None:
        """The accelerator that the network runs on, None for the processor."""
        return next((each.provider for each in self.trials if each.kept), None)


class Accelerators:
    """The file with all trials of this computer.

    Two programs that write at once may lose one another's trial, which is then made again.
    """

    def __init__(
        self, packs: Path, *, machine: str, now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        """Keep it in the folder of packs.

        Args:
            packs: The folder, which need not exist.
            machine: Tells this computer and what runs networks on it from all others.
            now: Tells the time.
        """
        self._path = packs / ACCELERATORS_NAME
        self._machine = machine
        self._now = now
        self._noted: dict[str, Tried] = {}

    def find(self, pack_id: str, precision: str, role: str) -> Tried | None:
        """Return what was found about a network; None if it was not tried here lately."""
        machine, all_tried = _read(self._path)
        written = all_tried if machine == self._machine else {}
        name = _name(pack_id, precision, role)
        found = self._noted.get(name) or written.get(name)
        if found is None:
            return None
        age = self._now() - datetime.fromisoformat(found.at)
        return found if timedelta(0) <= age < HELD else None

    def note(self, pack_id: str, precision: str, role: str, trials: Sequence[Trial]) -> None:
        """Write down what was found about a network.

        A disk on which nothing can be written is no reason not to answer: this program alone knows it then.
        """
        name = _name(pack_id, precision, role)
        self._noted[name] = Tried(tuple(trials), self._now().isoformat())
        machine, all_tried = _read(self._path)
        kept = dict(all_tried) if machine == self._machine else {}
        kept[name] = self._noted[name]
        told = {name: asdict(each) for name, each in sorted(kept.items())}
        content = json.dumps({"format": _FORMAT, "machine": self._machine, "networks": told}, indent=1)
        with suppress(OSError):
            write_whole(self._path, content.encode())


def told_of(packs: Path, pack_id: str, precision: str) -> tuple[str, ...]:
    """Return a sentence about each network of a precision that was tried on an accelerator here.

    Args:
        packs: The folder of packs.
        pack_id: Of the pack.
        precision: Of it.
    """
    _, all_tried = _read(packs / ACCELERATORS_NAME)
    begin = _name(pack_id, precision, "")
    return tuple(
        f"{name.removeprefix(begin)}: {trial.reason}"
        for name, found in sorted(all_tried.items())
        if name.startswith(begin)
        for trial in found.trials
    )


def _name(pack_id: str, precision: str, role: str) -> str:
    return f"{pack_id} {precision} {role}"


def _read(path: Path) -> tuple[str, Mapping[str, Tried]]:
    """Return which computer the trials are of, and the trials; nothing where they cannot be read."""
    try:
        part = parse(path.read_text(encoding="utf-8"))
        part.need("format", whole(_FORMAT, _FORMAT))
        machine = part.need("machine", text)
        networks: Mapping[str, Tried] = part.need("networks", mapping(_tried))
        part.end()
    except (OSError, ValueError):
        return "", {}
    return machine, networks


def _tried(value: object, where: str) -> Tried:
    part = Fields(value, where)
    made = Tried(tuple(part.need("trials", sequence(_trial))), part.need("at", _moment))
    part.end()
    return made


def _trial(value: object, where: str) -> Trial:
    part = Fields(value, where)
    made = Trial(part.need("provider", filled), part.need("kept", flag), part.need("reason", filled))
    part.end()
    return made


def _moment(value: object, where: str) -> str:
    found = filled(value, where)
    if datetime.fromisoformat(found).tzinfo is None:
        raise ValueError(f"{where} does not tell its time zone")
    return found
