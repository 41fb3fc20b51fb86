"""Finds packs by their name."""

from pathlib import Path

from engine.packs.pack import Pack, load_pack


def find_pack(packs: Path, name: str) -> Pack:
    """Open an installed pack by its name; raises what :func:`load_pack` does."""
    return load_pack(packs / name)
