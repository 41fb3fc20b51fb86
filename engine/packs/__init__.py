"""Installed sets of model files: what is in them, and whether they are whole.

A pack is a folder with a manifest ``pack.json`` that names every file with its SHA-256. This package must not
know what the models are used for.
"""

from engine.packs.errors import PackDamagedError, PackMissingError, PackTooNewError
from engine.packs.manifest import FORMAT, MANIFEST_NAME, Manifest, PackFile, PackModel, Source
from engine.packs.pack import Pack, find_pack, load_pack

__all__ = [
    "FORMAT",
    "MANIFEST_NAME",
    "Manifest",
    "Pack",
    "PackDamagedError",
    "PackFile",
    "PackMissingError",
    "PackModel",
    "PackTooNewError",
    "Source",
    "find_pack",
    "load_pack",
]
