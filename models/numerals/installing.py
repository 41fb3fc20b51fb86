"""Puts the pack ``numerals`` that comes with Sanduku where the user's packs lie; quick, and without torch."""

import os
import shutil
import tempfile
from pathlib import Path

from engine.ocr.engines.numerals import PACK
from engine.packs import MANIFEST_NAME, Pack, PackDamagedError, PackMissingError, PackTooNewError, load_pack

SHIPPED = Path(__file__).with_name("pack")
"""The pack as it comes with Sanduku."""


def prepare_numerals(packs: Path) -> tuple[Pack, bool]:
    """Make sure that the pack is installed and whole.

    Args:
        packs: The folder of packs; the pack becomes the folder ``numerals`` in it.

    Returns:
        The pack, and whether it had to be installed.

    Raises:
        PackDamagedError: The pack that came with Sanduku is not whole.
    """
    shipped, folder = load_pack(SHIPPED), packs / PACK
    if _is_there(folder, shipped):
        return load_pack(folder), False
    packs.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f".{PACK}-", dir=packs))
    gone = draft.with_name(f"{draft.name}.old")
    try:
        for name in shipped.manifest.files:
            _write_durably(draft / name, shipped.read_file(name))
        _write_durably(draft / MANIFEST_NAME, (SHIPPED / MANIFEST_NAME).read_bytes())
        # mkdtemp gives the folder to us alone; other accounts of this computer may read models.
        draft.chmod(0o755)
        if folder.exists():
            folder.rename(gone)
        draft.rename(folder)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
        shutil.rmtree(gone, ignore_errors=True)
    return load_pack(folder), True


def _is_there(folder: Path, shipped: Pack) -> bool:
    try:
        present = load_pack(folder)
        present.verify()
    except (PackMissingError, PackDamagedError, PackTooNewError):
        return False
    return present.manifest == shipped.manifest


def _write_durably(path: Path, content: bytes) -> None:
    with path.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
