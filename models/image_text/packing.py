"""The last step but signing: precisions of a workshop become a pack, as a folder or one file to carry."""

import os
import shutil
import tempfile
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from engine.packs import MANIFEST_NAME, Manifest, Pack, PackFile, PackModel, Source, load_pack
from engine.packs.image_text import ImageText
from engine.packs.manifest import METADATA
from engine.version import VERSION
from models.image_text.errors import GateError, SnapshotError
from models.image_text.exporting import REFERENCE
from models.image_text.licences import FILE as LICENCE_FILE
from models.image_text.words import TOKENIZER_FILE
from models.image_text.workshop import Workshop, digest_of, recipe

STEP = "pack"
REFUSED = "refused"
"""Key of a precision in a workshop's draft: whether it was judged to lose too much. No manifest holds it."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The time of every file in a pack that is one file: the same content gives the same bytes."""


def manifest_of(workshop: Workshop, precisions: Sequence[str], *, default: str | None = None) -> Manifest:
    """Return the manifest of a pack with some of the precisions that the workshop has.

    Args:
        workshop: Whose steps are done.
        precisions: By their names.
        default: The one that is used unless a person says otherwise; None for the first.

    Raises:
        SnapshotError: The workshop has no such precision.
    """
    draft = workshop.draft
    missing = [name for name in precisions if name not in draft["precisions"]]
    if missing:
        raise SnapshotError(
            f"There is no precision '{missing[0]}' here.",
            which=workshop.folder,
            remedy="There are: " + ", ".join(draft["precisions"]) + ".",
        )
    chosen = {name: draft["precisions"][name] for name in precisions}
    default = default or precisions[0]
    models = {
        role: _model(role, {each["variants"][role] for each in chosen.values()}, chosen[default], draft)
        for role in draft["models"]
    }
    goldens = {each["golden"]["image"] for each in chosen.values() if each.get("golden")}
    names = {TOKENIZER_FILE, LICENCE_FILE, *goldens}
    names.update(
        file for model in models.values() for name in model.variants for file in model.files_of(name)
    )
    files = {
        name: PackFile(digest_of(workshop.folder / name), (workshop.folder / name).stat().st_size)
        for name in sorted(names)
    }
    image_text = image_text_of(draft, precisions, default)
    return Manifest(
        name=draft["name"],
        version=draft["version"],
        recipe=recipe(STEP, {name: file.sha256 for name, file in files.items()}, asdict(image_text)),
        licence=draft["licence"],
        licence_file=LICENCE_FILE,
        source=Source(**draft["source"]),
        files=files,
        models=models,
        title=draft["title"],
        purpose=draft.get("purpose", {}),
        tasks=tuple(draft["tasks"]),
        languages=draft["languages"],
        minimum_engine=VERSION,
        image_text=image_text,
    )


def image_text_of(draft: Mapping[str, Any], precisions: Sequence[str], default: str) -> ImageText:
    """Return the manifest's part on feeding the model, with some of the precisions of a workshop's draft."""
    told = {
        "family": draft["family"],
        "components": {role: role for role in draft["models"]},
        "precisions": {
            name: {key: told for key, told in draft["precisions"][name].items() if key != REFUSED}
            for name in precisions
        },
        "default_precision": default,
        **draft["image_text"],
    }
    return ImageText.read(told, "image_text")


def pack(
    workshop: Workshop, target: Path, precisions: Sequence[str] | None = None, *, default: str | None = None
) -> Pack:
    """Write a pack as a folder, in one move.

    Args:
        workshop: Whose steps are done.
        target: The folder that the pack becomes; what lies there is replaced.
        precisions: Which to take; None for all but the reference, or for that if it is the only one.
        default: The one that is used unless a person says otherwise.
    """
    names = list(precisions or shipped(workshop.draft))
    manifest = manifest_of(workshop, names, default=default or _preferred(workshop.draft, names))
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        for name in manifest.files:
            _place(workshop.folder / name, draft / name)
        (draft / MANIFEST_NAME).write_text(manifest.to_json(), encoding="utf-8")
        draft.chmod(0o755)
        earlier = draft.with_name(f"{draft.name}.old")
        if target.exists():
            target.rename(earlier)
        draft.rename(target)
        shutil.rmtree(earlier, ignore_errors=True)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return load_pack(target)


def zip_pack(pack: Pack, target: Path) -> Path:
    """Write a pack as one file to carry, the same bytes for the same pack.

    Files are stored as they are: weights do not get smaller by packing.
    """
    draft = target.with_name(target.name + ".new")
    with zipfile.ZipFile(draft, "w", zipfile.ZIP_STORED) as archive:
        signed = sorted(f"{METADATA}/{path.name}" for path in (pack.folder / METADATA).glob("*.json"))
        for name in (MANIFEST_NAME, *sorted(pack.manifest.files), *signed):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.external_attr = 0o644 << 16
            with archive.open(entry, "w", force_zip64=True) as out, (pack.folder / name).open("rb") as source:
                shutil.copyfileobj(source, out, 1 << 20)
    with draft.open("rb+") as stream:
        os.fsync(stream.fileno())
    draft.replace(target)
    return target


def _model(role: str, variants: set[str], default: dict[str, Any], draft: dict[str, Any]) -> PackModel:
    files = {name: draft["models"][role][name] for name in sorted(variants)}
    return PackModel(
        variants={name: written[0] for name, written in files.items()},
        default=default["variants"][role],
        companions={name: tuple(written[1:]) for name, written in files.items() if len(written) > 1},
    )


def shipped(draft: Mapping[str, Any]) -> list[str]:
    """Return the precisions that a pack gets where a person names none: all small ones but those refused."""
    small = [
        name for name, told in draft["precisions"].items() if name != REFERENCE and not told.get(REFUSED)
    ]
    return small or [REFERENCE]


def allowed(draft: Mapping[str, Any], names: Sequence[str] | None) -> list[str]:
    """Return the precisions that a person wants in a pack, or the usual ones where none is named.

    Raises:
        GateError: One of them was judged to lose too much.
    """
    refused = [name for name in names or () if draft["precisions"].get(name, {}).get(REFUSED)]
    if refused:
        raise GateError(
            f"The precision {refused[0]} lost more than was allowed on the labelled pictures.",
            remedy="Ship another one, or judge it again with another --margin.",
        )
    return list(names or shipped(draft))


def _preferred(draft: dict[str, Any], names: Sequence[str]) -> str:
    return next((name for name in draft.get("preferred", ()) if name in names), names[0])


def _place(source: Path, target: Path) -> None:
    """Give a file a second name where the disk allows it, else copy it."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
