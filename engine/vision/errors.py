"""What can go wrong when a model looks at a picture and answers."""

from engine.errors import BadInputError, CancelledError, MissingDependencyError, NotFoundError


class GraphUnknownError(MissingDependencyError):
    """A network of an image-text pack wants inputs that Sanduku does not know how to give."""

    code = "vision.graph"


class PackUnfitError(MissingDependencyError):
    """The parts of an image-text pack do not fit each other."""

    code = "vision.pack"


class ModelOutputError(MissingDependencyError):
    """A model gave no usable numbers."""

    code = "vision.numbers"


class PictureUnusableError(BadInputError):
    """A picture has no size or is no picture in colour."""

    code = "vision.picture"


class ContextOverflowError(BadInputError):
    """The picture and the question together are more than the model can hold."""

    code = "vision.too-long"


class ConstraintError(BadInputError):
    """What an answer was to look like cannot be asked of this model."""

    code = "vision.constraint"


class ProfileUnknownError(NotFoundError):
    """A pack has no profile of that name."""

    code = "vision.profile"


class LookingCancelledError(CancelledError):
    """A person stopped the model while it looked at the picture."""

    code = "vision.cancelled"
