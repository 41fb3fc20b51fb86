"""What a pipeline cannot do as it was asked."""

from engine.errors import BadInputError


class AdjustmentOutsideError(BadInputError):
    """The corners that a person gave for a sheet lie beside the page."""

    code = "page.adjustment-outside"
