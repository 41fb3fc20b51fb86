"""What can be wrong with a wish of how a place should be read."""

from engine.errors import BadInputError


class NoSuchReaderError(BadInputError):
    """No engine on this computer reads as it was asked for."""

    code = "ocr.no-such-reader"
