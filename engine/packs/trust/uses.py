"""What the keys of a root are for: model packs, or programs, which can do whatever the person can.

TUF's own roles of a root sign packs, as they always did. The keys for programs, and how many of them must
sign, stand in a field of the root beside them, which the root's own keys sign with all else. They are a TUF
repository of their own under one root: nobody who signs packs can make a program, nor the other way round.
A root without the field signs no programs.
"""

from dataclasses import dataclass
from enum import StrEnum

from tuf.api.metadata import Role, Root, Snapshot, Targets, Timestamp

PROGRAMS_FIELD = "x-sanduku-programs"
"""Field of a root: ``{"keyids": […], "threshold": N}``."""
MOST_KEYS = 64
_RELEASING = (Timestamp.type, Snapshot.type, Targets.type)


class Use(StrEnum):
    """What something that is signed is."""

    PACKS = "packs"
    PROGRAMS = "programs"


@dataclass(frozen=True, slots=True)
class ProgramKeys:
    """Who signs programs under a root.

    Attributes:
        ids: Of the keys.
        threshold: How many of them must sign.
    """

    ids: tuple[str, ...]
    threshold: int

    def to_field(self) -> dict[str, object]:
        """Return what stands in the root."""
        return {"keyids": list(self.ids), "threshold": self.threshold}


def program_keys(root: Root) -> ProgramKeys | None:
    """Return who signs programs under a root; None where nobody does.

    Raises:
        ValueError: The field is not sound, or names a key that signs packs.
    """
    said = root.unrecognized_fields.get(PROGRAMS_FIELD)
    if said is None:
        return None
    if not isinstance(said, dict) or set(said) != {"keyids", "threshold"}:
        raise ValueError("its keys for programs are not listed as they should be")
    ids, threshold = said["keyids"], said["threshold"]
    if (
        not isinstance(ids, list)
        or not 1 <= len(ids) <= MOST_KEYS
        or not all(each in root.keys for each in ids)
    ):
        raise ValueError("it lists keys for programs that it does not hold")
    if type(threshold) is not int or not 1 <= threshold <= len(ids):
        raise ValueError("it does not say how many keys must sign a program")
    packing = {str(root.keys[each].keyval) for role in _RELEASING for each in root.roles[role].keyids}
    values = [str(root.keys[each].keyval) for each in ids]
    if len(set(values)) != len(values) or packing & set(values):
        raise ValueError("a key for programs is listed twice, or signs packs too")
    return ProgramKeys(tuple(ids), threshold)


def hold_by_use(root: Root, use: Use) -> None:
    """Have the roles below a verified root be held by the keys that it lists for one use.

    Args:
        root: Of a chain that was verified to its end; it is changed.
        use: What is to be verified under it.

    Raises:
        ValueError: It lists no keys for this use, or in a way that is not sound.
    """
    if use is Use.PACKS:
        return
    found = program_keys(root)
    if found is None:
        raise ValueError("its root lists no keys for programs")
    for role in _RELEASING:
        root.roles[role] = Role(list(found.ids), found.threshold)
