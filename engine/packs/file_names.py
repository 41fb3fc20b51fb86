"""Names that files of a pack can have: plain ones, which mean the same file on every system."""

import re
import unicodedata

from engine.packs.fields import text

LONGEST = 100
"""Bytes of a name: the folder on the way in and the name together must fit the 260 that Windows allows."""
_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(\..*)?", re.IGNORECASE)
"""What Windows takes for a device, with whatever ending."""
_FORBIDDEN = re.compile(r'[/\\:*?"<>|\x00-\x1f\x7f]')


def file_name(value: object, where: str) -> str:
    """Read the name of a file in the pack's own folder; raises ValueError for what could be elsewhere."""
    name = text(value, where)
    if not name or name.startswith(".") or name[-1] in " ." or _FORBIDDEN.search(name):
        raise ValueError(f"{where}: '{name}' is no plain file name")
    if _DEVICES.fullmatch(name):
        raise ValueError(f"{where}: '{name}' is the name of a device on Windows")
    if len(name.encode()) > LONGEST:
        raise ValueError(f"{where}: '{name[:40]}…' is too long a file name")
    return name


def alike(names: list[str]) -> tuple[str, str] | None:
    """Return two names that differ in case alone, which some systems take for one; None if there are none."""
    seen: dict[str, str] = {}
    for name in names:
        other = seen.setdefault(_folded(name), name)
        if other != name:
            return other, name
    return None


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()
