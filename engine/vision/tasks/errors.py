"""What can be wrong with what is asked of an image model."""

from engine.errors import BadInputError


class QuestionError(BadInputError):
    """A question is empty, or longer than any model would heed."""

    code = "vision.question"


class SchemaError(BadInputError):
    """The description of the values to extract cannot be used."""

    code = "vision.schema"
