"""Which pack does which task, and how: what a person chose, in one small file that is replaced whole.

Whoever changes it holds a lock meanwhile, so that of two programs neither drops what the other just chose.
What nobody chose is left to :meth:`engine.packs.shelf.Shelf.for_task`, and to the tasks themselves.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from engine.packs.durable import write_whole
from engine.packs.errors import PackDamagedError
from engine.packs.fields import Fields, filled, mapping, one_of, parse, text, whole
from engine.packs.lock import sole_writer
from engine.packs.manifest import TASKS
from engine.packs.staging import writing

CHOICES_NAME = "choices.json"
_LOCK_NAME = ".choices.lock"
_FORMAT = 2
_PACKS_ALONE = 1
"""The format of files from before precision, profile and length could be chosen."""


@dataclass(frozen=True, slots=True)
class TaskChoice:
    """What a person chose for a task; whatever is empty is left to Sanduku.

    Attributes:
        pack: Reference of the pack: its name, or ``name@version``.
        precision: Of the pack.
        profile: How closely a picture is looked at.
        length: How much is said; the names are those of :data:`engine.answer.LENGTHS`.
    """

    pack: str = ""
    precision: str = ""
    profile: str = ""
    length: str = ""


class Choices:
    """The file with the choices for all tasks."""

    def __init__(self, packs: Path) -> None:
        """Keep it in the folder of packs, which need not exist."""
        self._packs = packs

    def read(self) -> dict[str, TaskChoice]:
        """Return what was chosen for each task; raises PackDamagedError."""
        path = self._packs / CHOICES_NAME
        try:
            part = parse(path.read_text(encoding="utf-8"))
            written = part.need("format", whole(_PACKS_ALONE, _FORMAT))
            reader = _reference if written == _PACKS_ALONE else _choice
            made = dict(part.need("tasks", mapping(reader, name=one_of(*TASKS))))
            part.end()
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            raise PackDamagedError(
                f"The choice of a model pack for each task cannot be read ({error}).",
                which=path,
                remedy="Choose anew: 'sanduku packs default TASK PACK'.",
            ) from error
        return made

    def change(self, edit: Callable[[dict[str, TaskChoice]], Mapping[str, TaskChoice]]) -> None:
        """Replace what was chosen, as one step among all programs; a file that cannot be read is begun anew.

        Args:
            edit: Takes what was chosen for each task, and returns what is chosen from now on.

        Raises:
            PacksBusyError: Another program has held the file for too long.
            PacksUnwritableError: Nothing can be written there.
        """
        with sole_writer(self._packs / _LOCK_NAME):
            try:
                before = self.read()
            except PackDamagedError:
                before = {}  # it is about to be written anew, as the error asks for
            after = {task: each for task, each in edit(dict(before)).items() if each != TaskChoice()}
            if after == before and (self._packs / CHOICES_NAME).is_file():
                return
            tasks = {
                task: {name: value for name, value in asdict(each).items() if value}
                for task, each in after.items()
            }
            content = json.dumps({"format": _FORMAT, "tasks": tasks}, indent=1, sort_keys=True)
            with writing(self._packs / CHOICES_NAME):
                write_whole(self._packs / CHOICES_NAME, content.encode())


def _reference(value: object, where: str) -> TaskChoice:
    return TaskChoice(filled(value, where))


def _choice(value: object, where: str) -> TaskChoice:
    part = Fields(value, where)
    made = TaskChoice(
        pack=part.may("pack", text, ""),
        precision=part.may("precision", text, ""),
        profile=part.may("profile", text, ""),
        length=part.may("length", text, ""),
    )
    part.end()
    return made
