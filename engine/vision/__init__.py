"""Image-text models: they look at a picture and answer questions about it, or compare it with words.

How a model is fed and read stands in its pack; what its networks want, the networks tell. Must not know who
asks or what becomes of the answers, and imports nothing that models are trained with.
"""

from engine.vision.answers import (
    NOT_FOUND,
    Choices,
    Constraint,
    Ended,
    Generation,
    JsonSchema,
    Limits,
)
from engine.vision.errors import (
    ConstraintError,
    ContextOverflowError,
    GraphUnknownError,
    LookingCancelledError,
    ModelOutputError,
    PackUnfitError,
    PictureUnusableError,
    ProfileUnknownError,
)
from engine.vision.families import Seen
from engine.vision.model import ImageTextModel, ModelFacts
from engine.vision.pace import Estimate
from engine.vision.pairs import EncoderPair
from engine.vision.pictures import Grid
from engine.vision.warm import Warm

__all__ = [
    "NOT_FOUND",
    "Choices",
    "Constraint",
    "ConstraintError",
    "ContextOverflowError",
    "EncoderPair",
    "Ended",
    "Estimate",
    "Generation",
    "GraphUnknownError",
    "Grid",
    "ImageTextModel",
    "JsonSchema",
    "Limits",
    "LookingCancelledError",
    "ModelFacts",
    "ModelOutputError",
    "PackUnfitError",
    "PictureUnusableError",
    "ProfileUnknownError",
    "Seen",
    "Warm",
]
