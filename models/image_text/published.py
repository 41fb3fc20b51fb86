"""Takes over models that others exported already, in the layout of transformers.js: a folder ``onnx``.

There is no original to hold them against, only their own answers: those of the most exact precision become
the known answer of every one of them. How pictures and questions are prepared is held against transformers.
"""

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from engine.packs import Pack, load_pack
from engine.vision import ImageTextModel, Limits
from models.image_text import workshop as shop
from models.image_text.architectures import architecture_of
from models.image_text.comparing import leading
from models.image_text.errors import SnapshotError
from models.image_text.exporting import ONLY_PROFILE, ExportOptions, Tell, draft_of
from models.image_text.exporting import STEP as EXPORT
from models.image_text.packing import pack
from models.image_text.pictures import GOLDEN_QUESTION, drawn, load, save_golden
from models.image_text.snapshots import WEIGHTS, Snapshot
from models.image_text.variants import STEP as QUANTIZE
from models.image_text.verifying import STEP as VERIFY
from models.image_text.verifying_inputs import check_of
from models.image_text.workshop import Workshop

FOLDER = "onnx"
SUFFIXES: Mapping[str, Sequence[str]] = {
    "fp32": ("",),
    "fp16": ("_fp16",),
    "int8": ("_int8", "_quantized", "_uint8"),
    "int4": ("_q4",),
}
"""Precision, the most exact first -> how its files end in that layout."""
PREFERRED = ("int8", "int4", "fp16", "fp32")
ANSWER = 24


def is_published(folder: Path) -> bool:
    """Tell whether a folder holds exported graphs and no weights that we could export ourselves."""
    return (folder / FOLDER).is_dir() and not any((folder / name).exists() for name in WEIGHTS)


def take_over(folder: Path, workshop: Workshop, options: ExportOptions, *, tell: Tell) -> bool:
    """Take the graphs of a folder into a workshop; return whether there was anything to do.

    Raises:
        SnapshotError: A graph is missing.
        UnsupportedModelError: Its architecture is not known.
        ParityError: The engine would ask in another way than transformers.
    """
    from transformers import AutoConfig

    snapshot = Snapshot.open(folder, weights=False)
    architecture = architecture_of(snapshot)
    layout = architecture.published
    found = {role: _variants(folder / FOLDER, stem) for role, stem in layout.files.items()}
    files = shop.digests_of(folder, (".json", ".txt", ".jinja"))
    files = {**files, **shop.digests_of(folder / FOLDER, (".onnx", ".onnx_data"))}
    recipe = shop.recipe("published", files, vars(options))
    if workshop.is_done(EXPORT, recipe):
        return False
    config = AutoConfig.from_pretrained(folder, local_files_only=True)
    precisions = {
        name: {role: _nearest(name, variants) for role, variants in found.items()}
        for name in SUFFIXES
        if all(_nearest(name, variants) for variants in found.values()) and _worth(name, found)
    }
    made = draft_of(snapshot, options, files, workshop.folder)
    names = sorted({file for variants in found.values() for written in variants.values() for file in written})
    for name in names:
        tell(f"Copying {name}")
        shutil.copyfile(folder / FOLDER / name, workshop.folder / name)
    workshop.draft = {
        **made,
        "family": layout.family,
        "tasks": list(layout.tasks(snapshot)),
        "parameters": 0,
        "image_text": dict(layout.describe(snapshot, config)),
        "models": {role: dict(variants) for role, variants in found.items()},
        "precisions": {name: {"variants": variants} for name, variants in precisions.items()},
        "preferred": [name for name in PREFERRED if name in precisions],
    }
    check, picture = check_of(workshop), drawn(0)
    for profile in workshop.draft["image_text"].get("profiles") or [ONLY_PROFILE]:
        asked = architecture.ask(snapshot, picture, GOLDEN_QUESTION, profile)
        check(picture, GOLDEN_QUESTION, profile, asked)
    workshop.finish(EXPORT, recipe, names)
    workshop.finish(QUANTIZE, recipe, names)
    return True


def know_answers(workshop: Workshop, *, tell: Tell) -> bool:
    """Ask every precision the golden question, and write down what the most exact one says.

    Returns:
        Whether there was anything to do.
    """
    recipe = shop.recipe(VERIFY, workshop.recipe_of(EXPORT))
    if workshop.is_done(VERIFY, recipe):
        return False
    golden, draft = save_golden(workshop.folder), workshop.draft
    names = list(draft["precisions"])
    if draft["family"] != "dual-encoder":
        trial = pack(workshop, workshop.folder / "trial", names)
        profile = next(iter(draft["image_text"].get("profiles") or [ONLY_PROFILE]))
        wanted: tuple[int, ...] = ()
        for name in names:
            tell(f"Asking {name}")
            said = _answer(trial, name, workshop.folder / golden, profile)
            wanted = wanted or said
            alike = leading(said, wanted)
            if alike:
                draft["precisions"][name]["golden"] = {
                    "image": golden,
                    "question": GOLDEN_QUESTION,
                    "profile": profile,
                    "tokens": list(wanted),
                    "tolerance": max(1, alike // 2),
                }
    workshop.finish(VERIFY, recipe, [golden])
    return True


def _answer(trial: Pack, precision: str, image: Path, profile: str) -> tuple[int, ...]:
    model = ImageTextModel.open(load_pack(trial.folder), precision=precision)
    seen = model.see(load(image), key="golden", profile=profile)
    said = model.generate(seen, GOLDEN_QUESTION, limits=Limits(ANSWER), beams=1).tokens
    model.close()
    return tuple(said)


def _variants(folder: Path, stem: str) -> dict[str, list[str]]:
    """Return the files of a role by precision; raises SnapshotError if there are none."""
    found: dict[str, list[str]] = {}
    for name, suffixes in SUFFIXES.items():
        for suffix in suffixes:
            path = folder / f"{stem}{suffix}.onnx"
            if path.exists() and name not in found:
                data = sorted(each.name for each in folder.glob(f"{path.name}_data*"))
                found[name] = [path.name, *data]
    if not found:
        raise SnapshotError(
            f"The graph {FOLDER}/{stem}.onnx is missing, in every precision.",
            which=folder.parent,
            remedy="Bring the whole folder onnx from the model's page.",
        )
    return found


def _nearest(name: str, variants: Mapping[str, Any]) -> str:
    """Return a precision of a role, or the next more exact one that there is; empty if there is none."""
    order = list(SUFFIXES)
    return next((each for each in reversed(order[: order.index(name) + 1]) if each in variants), "")


def _worth(name: str, found: Mapping[str, Mapping[str, Any]]) -> bool:
    """Tell whether at least one component has that precision itself."""
    return any(name in variants for variants in found.values())
