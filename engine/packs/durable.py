"""Writes small files and renames folders so that a power cut leaves the old or the new, never a half."""

import shutil
import uuid
from pathlib import Path

from engine.durability import sync, sync_folder
from engine.renaming import give_name

__all__ = ["sync", "sync_folder", "take_away", "write_whole"]


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that it holds all of ``content`` or what it held before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{uuid.uuid4().hex}.new")
    try:
        with draft.open("xb") as stream:
            stream.write(content)
            stream.flush()
            sync(stream.fileno())
        give_name(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    sync_folder(path.parent)


def take_away(folder: Path, bin_folder: Path) -> None:
    """Have a folder vanish at once, and then remove what was in it.

    Files that a program still has open stay in ``bin_folder`` on Windows, until it is emptied another time.
    """
    bin_folder.mkdir(parents=True, exist_ok=True)
    gone = bin_folder / uuid.uuid4().hex
    give_name(folder, gone)
    sync_folder(folder.parent)
    shutil.rmtree(gone, ignore_errors=True)
