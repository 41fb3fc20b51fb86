"""Invitations to a team as people bring them: a file, a text, a photo or a scan of a QR code.

For a thread: a large photo takes a second or two.
"""

from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np

from engine.errors import BadInputError
from engine.sync.wire.errors import WireError
from engine.sync.wire.invitation import MOST_TEXT, PREFIX, Invitation

PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp")
SIDES = (2400, 1400, 900)
"""Longest sides in pixels, at which a code is looked for: finely, and without the noise of a photo."""
MOST_BYTES = 40_000_000


class NoInvitationError(BadInputError):
    """There is no invitation to a team in this."""

    code = "invitation.none"


class NoCodeError(NoInvitationError):
    """No QR code can be read in a picture."""

    code = "invitation.no-code"


def invitation_in(path: Path) -> Invitation:
    """Return the invitation in a file or in a picture; raises NoInvitationError."""
    try:
        with path.open("rb") as stream:
            content = stream.read(MOST_BYTES + 1)
    except OSError as error:
        raise NoInvitationError(
            f"The invitation cannot be read ({error.strerror}).",
            which=path,
            remedy="Copy it to this computer, and choose it again.",
        ) from error
    if path.suffix.lower() not in PICTURES:
        return invitation_of(content[: 2 * MOST_TEXT].decode("utf-8", "replace"), which=path)
    if len(content) > MOST_BYTES:
        raise NoCodeError(
            "The picture is too large.", which=path, remedy="Take a smaller one of the code alone."
        )
    for text in _codes(np.frombuffer(content, np.uint8)):
        if text.strip().startswith(PREFIX):
            return invitation_of(text, which=path)
    raise NoCodeError(
        "No QR code of an invitation can be read in this picture.",
        which=path,
        remedy="Take the photo from straight above, sharp, in good light, with white around the code.",
    )


def invitation_of(text: str, *, which: Path | None = None) -> Invitation:
    """Return the invitation that a text is; raises NoInvitationError."""
    try:
        return Invitation.decode(text)
    except WireError as error:
        raise NoInvitationError(
            "This is no invitation to a team, or a part of it is missing.",
            which=which,
            remedy="Ask headquarters to send it again.",
        ) from error


def _codes(content: "np.ndarray[tuple[int], np.dtype[np.uint8]]") -> Iterator[str]:
    """Yield the texts of the QR codes in an encoded picture."""
    try:
        picture = cv2.imdecode(content, cv2.IMREAD_GRAYSCALE)
    except cv2.error:
        return
    if picture is None:
        return
    for side in SIDES:
        scale = side / max(picture.shape)
        seen = (
            picture
            if scale >= 1
            else cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        )
        for detector in (cv2.QRCodeDetectorAruco(), cv2.QRCodeDetector()):
            try:
                text, _corners, _code = detector.detectAndDecode(seen)
            except (cv2.error, UnicodeDecodeError):  # what only looks like a code
                continue
            if text:
                yield text
        if scale >= 1:
            return
