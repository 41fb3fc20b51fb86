"""Sets of model files: what is in them, whether they are whole, who signed them, how they are installed.

A pack is a folder with a manifest ``pack.json`` that names every file with its SHA-256. This package must not
know what the models are used for.
"""

from engine.packs.errors import PackDamagedError, PackMissingError, PackTooNewError
from engine.packs.image_text import (
    Golden,
    ImageText,
    Measured,
    Precision,
    Preprocess,
    Profile,
    Prompt,
    SpecialTokens,
    TextSide,
)
from engine.packs.manifest import FORMAT, MANIFEST_NAME, TASKS, Manifest, PackFile, PackModel, Source
from engine.packs.pack import Pack, load_pack
from engine.packs.shelf import find_pack

__all__ = [
    "FORMAT",
    "MANIFEST_NAME",
    "TASKS",
    "Golden",
    "ImageText",
    "Manifest",
    "Measured",
    "Pack",
    "PackDamagedError",
    "PackFile",
    "PackMissingError",
    "PackModel",
    "PackTooNewError",
    "Precision",
    "Preprocess",
    "Profile",
    "Prompt",
    "Source",
    "SpecialTokens",
    "TextSide",
    "find_pack",
    "load_pack",
]
