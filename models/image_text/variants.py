"""The second step: smaller variants of each component.

Which component is made smaller in which way is a table. The vision half keeps its convolution over patches in
floating point. Values between matrices are brought to 8 bits as they come: that is as fast as with ranges
measured beforehand (0.605 beside 0.610 CPU-seconds for a tile of 512 pixels at the size of SmolVLM-256M),
strays as little, and needs no pictures to measure on.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import onnx

from models.image_text import quantising
from models.image_text import workshop as shop
from models.image_text.errors import SnapshotError
from models.image_text.exporting import REFERENCE, Tell
from models.image_text.exporting import STEP as EXPORT
from models.image_text.graph_files import write_graph
from models.image_text.workshop import Workshop

STEP = "quantize"
LARGE_DECODER = 1_000_000_000
"""Parameters from which a decoder has 4 bits: below, what is lost weighs more than what is saved."""

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
        PrecisionPlan("int8-blocks", {**_SMALL, "decoder": "int8-blocks"}),
        PrecisionPlan("int4", {**_SMALL, "decoder": "int4"}),
        PrecisionPlan("int8-sharp", {"embed_tokens": "int8", "decoder": "int8"}),
    )
}
"""Name of a precision -> what it is made of; ``int8-sharp`` leaves the eyes of the model as they are."""


def usual_plans(family: str, parameters: int) -> list[str]:
    """Return the precisions that suit a model, the best one first."""
    if family == "dual-encoder":
        return ["int8"]
    return ["int4", "int8"] if parameters >= LARGE_DECODER else ["int8"]


def quantise(workshop: Workshop, names: Sequence[str] | None, *, tell: Tell) -> bool:
    """Make the variants of some precisions in a workshop; return whether there was anything to do.

    Args:
        workshop: In which the model was exported.
        names: Precisions of :data:`PLANS`; None for those that suit the model.
        tell: Is told what goes on.

    Raises:
        SnapshotError: The model was not exported here, or there is no such precision.
    """
    exported = workshop.recipe_of(EXPORT)
    draft = workshop.draft
    names = list(names or usual_plans(draft["family"], draft["parameters"]))
    for name in names:
        if name not in PLANS:
            raise _unknown(name)
    recipe = shop.recipe(STEP, exported, names)
    if workshop.is_done(STEP, recipe):
        return False
    made: list[str] = []
    for written in draft["models"].values():
        for variant in set(written) - {REFERENCE}:
            del written[variant]  # of an earlier go: made by other code, or not there any more
    precisions = {REFERENCE: {"variants": dict.fromkeys(draft["models"], REFERENCE)}}
    for name in names:
        variants = {role: PLANS[name].variant(role) for role in draft["models"]}
        for role, variant in variants.items():
            if variant != REFERENCE and variant not in draft["models"][role]:
                tell(f"Writing {role} as {variant}")
                draft["models"][role][variant] = _write(workshop, role, variant)
            made += draft["models"][role][variant]
        precisions[name] = {"variants": variants}
    draft["precisions"] = precisions
    draft["preferred"] = names
    workshop.finish(STEP, recipe, sorted(set(made)))
    return True


def _write(workshop: Workshop, role: str, variant: str) -> list[str]:
    reference = onnx.load(workshop.folder / workshop.draft["models"][role][REFERENCE][0])
    return write_graph(MAKERS[role, variant](reference), workshop.folder / f"{role}.{variant}.onnx")


def _unknown(name: str) -> SnapshotError:
    return SnapshotError(
        f"There is no precision '{name}'.", remedy="There are: " + ", ".join(sorted(PLANS)) + "."
    )
