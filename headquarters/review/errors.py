"""What can stand in the way of a reviewer."""

from headquarters.errors import HeadquartersError


class ReviewError(HeadquartersError):
    """What a reviewer asked for cannot be done as it was asked."""

    code = "review"
    status = 422


class ReasonMissingError(ReviewError):
    """Whoever gets a record back must know why."""

    code = "review.reason"


class PartError(ReviewError):
    """This part of a page cannot be asked for."""

    code = "review.part"


class ChangedMeanwhileError(ReviewError):
    """The line reads otherwise than the reviewer saw it."""

    code = "review.changed"
    status = 409


class ErasedError(ReviewError):
    """The record was erased; nothing can be done with it any more."""

    code = "review.erased"
    status = 410
