"""The second step: smaller variants of each component.

Which component is made smaller in which way is a table. The vision half keeps its convolution over patches in
floating point. Values between matrices are brought to 8 bits as they come: that is as fast as with ranges
measured beforehand (0.605 beside 0.610 CPU-seconds for a tile of 512 pixels at the size of SmolVLM-256M),
strays as little, and needs no pictures to measure on. A variant that ends in ``-lean`` is another one that
remembers keys and values in 8 bits, over the same file of weights.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import onnx

from models.image_text import quantising
from models.image_text import workshop as shop
from models.image_text.errors import SnapshotError
from models.image_text.exporting import REFERENCE, Tell
from models.image_text.exporting import STEP as EXPORT
from models.image_text.graph_files import read_graph, write_beside, write_graph
from models.image_text.packing import pack
from models.image_text.pictures import Image, fingerprint
from models.image_text.remembering import Largest, largest_remembered
from models.image_text.workshop import Workshop

STEP = "quantize"
LARGE_DECODER = 1_000_000_000
"""Parameters from which a decoder has 4 bits: below, what is lost weighs more than what is saved."""

LEAN = "-lean"
"""End of the name of a variant with a small memory."""

Maker = Callable[[onnx.ModelProto], onnx.ModelProto]


@dataclass(frozen=True)
class PrecisionPlan:
    """A choice of variants.

    Attributes:
        name: Of the precision.
        variants: Variant of each role; of roles that are not named, the reference.
    """

    name: str
    variants: Mapping[str, str]

    def variant(self, role: str) -> str:
        """Return the variant of a role."""
        return self.variants.get(role, REFERENCE)


MAKERS: Mapping[tuple[str, str], Maker] = {
    ("vision_encoder", "int8"): quantising.dynamic_eight_bit,
    ("image_encoder", "int8"): quantising.dynamic_eight_bit,
    ("text_encoder", "int8"): quantising.dynamic_eight_bit,
    ("cross_attention", "int8"): quantising.dynamic_eight_bit,
    ("decoder", "int8"): quantising.dynamic_eight_bit,
    ("decoder", "int8-blocks"): quantising.eight_bit_blocks,
    ("decoder", "int4"): quantising.four_bit_blocks,
    ("embed_tokens", "int8"): quantising.eight_bit_table,
}
"""Role and variant -> what makes it."""

_SMALL = dict.fromkeys(
    ("vision_encoder", "image_encoder", "text_encoder", "cross_attention", "embed_tokens"), "int8"
)
PLANS: Mapping[str, PrecisionPlan] = {
    plan.name: plan
    for plan in (
        PrecisionPlan("int8", {**_SMALL, "decoder": "int8"}),
        PrecisionPlan("int8-lean", {**_SMALL, "decoder": "int8-lean"}),
        PrecisionPlan("int8-blocks", {**_SMALL, "decoder": "int8-blocks"}),
        PrecisionPlan("int4", {**_SMALL, "decoder": "int4"}),
        PrecisionPlan("int4-lean", {**_SMALL, "decoder": "int4-lean"}),
        PrecisionPlan("int8-sharp", {"embed_tokens": "int8", "decoder": "int8"}),
    )
}
"""Name of a precision -> what it is made of; ``int8-sharp`` leaves the eyes of the model as they are."""


def usual_plans(family: str, parameters: int) -> list[str]:
    """Return the precisions that suit a model, the best one first."""
    if family != "embed-merge":
        return ["int4", "int8"] if parameters >= LARGE_DECODER and family != "dual-encoder" else ["int8"]
    return ["int4", "int8", "int4-lean"] if parameters >= LARGE_DECODER else ["int8", "int8-lean"]


def quantise(
    workshop: Workshop,
    names: Sequence[str] | None,
    *,
    tell: Tell,
    images: Sequence[Image] | None = None,
) -> bool:
    """Make the variants of some precisions in a workshop; return whether there was anything to do.

    Args:
        workshop: In which the model was exported.
        names: Precisions of :data:`PLANS`; None for those that suit the model.
        tell: Is told what goes on.
        images: Pictures to measure keys and values on; None for some that are drawn.

    Raises:
        SnapshotError: The model was not exported here, or cannot have such a precision.
    """
    exported = workshop.recipe_of(EXPORT)
    draft = workshop.draft
    names = list(names or usual_plans(draft["family"], draft["parameters"]))
    for name in names:
        if name not in PLANS:
            raise _unknown(name)
    recipe = shop.recipe(STEP, exported, names, fingerprint(images))
    if workshop.is_done(STEP, recipe):
        return False
    made: list[str] = []
    for written in draft["models"].values():
        for variant in set(written) - {REFERENCE}:
            del written[variant]  # of an earlier go: made by other code, or not there any more
    precisions = {REFERENCE: {"variants": dict.fromkeys(draft["models"], REFERENCE)}}
    draft["precisions"] = precisions
    maker = _Maker(workshop, images, tell)
    for name in names:
        variants = {role: PLANS[name].variant(role) for role in draft["models"]}
        for role, variant in variants.items():
            made += maker.files_of(role, variant)
        precisions[name] = {"variants": variants}
    draft["preferred"] = names
    workshop.finish(STEP, recipe, sorted(set(made)))
    return True


class _Maker:
    """Makes variants in a workshop, each once."""

    def __init__(self, workshop: Workshop, images: Sequence[Image] | None, tell: Tell) -> None:
        self._folder = workshop.folder
        self._workshop = workshop
        self._files = workshop.draft["models"]
        self._images = images
        self._tell = tell
        self._largest: Largest | None = None

    def files_of(self, role: str, variant: str) -> list[str]:
        """Return the files of a variant, made if they are not there."""
        found: dict[str, list[str]] = self._files[role]
        if variant not in found:
            found[variant] = (
                self._lean(role, variant) if variant.endswith(LEAN) else self._small(role, variant)
            )
        return found[variant]

    def _small(self, role: str, variant: str) -> list[str]:
        self._tell(f"Writing {role} as {variant}")
        reference = read_graph(self._folder / self._files[role][REFERENCE][0])
        return write_graph(MAKERS[role, variant](reference), self._folder / f"{role}.{variant}.onnx")

    def _lean(self, role: str, variant: str) -> list[str]:
        """Write a variant over the weights of another one; raises SnapshotError where that is impossible."""
        graph, *weights = self.files_of(role, variant.removesuffix(LEAN))
        if self._largest is None:
            self._tell("Measuring keys and values")
            trial = pack(self._workshop, self._folder / "trial", [REFERENCE])
            self._largest = largest_remembered(trial, REFERENCE, images=self._images)
        self._tell(f"Writing {role} as {variant}")
        model = onnx.load(self._folder / graph, load_external_data=False)
        try:
            made = quantising.eight_bit_memory(model, self._largest)
        except ValueError as error:
            raise SnapshotError(
                f"This model cannot be made as '{variant}': {error}.",
                remedy=f"Choose '{variant.removesuffix(LEAN)}'.",
            ) from error
        return write_beside(made, self._folder / f"{role}.{variant}.onnx", next(iter(weights), None))


def _unknown(name: str) -> SnapshotError:
    return SnapshotError(
        f"There is no precision '{name}'.", remedy="There are: " + ", ".join(sorted(PLANS)) + "."
    )
