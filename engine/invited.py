"""Invitations to a team as people bring them: a file, a text, a photo, a scan or a PDF with a QR code.

``python -m engine.invited look FILE`` is what a window runs beside itself: pictures come from anybody, and
a PDF may be decoded by one thread of a process alone. It prints one line of JSON, ``{"result": {"invitation":
...}}`` or ``{"error": {"code", "what", "which", "remedy"}}``. It must never know the library.
"""

import argparse
import json
import logging
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TextIO

from engine.errors import BadInputError, ExitCode, SandukuError
from engine.settings import PageSettings
from engine.sync.wire.errors import WireError
from engine.sync.wire.invitation import MOST_TEXT, PREFIX, Invitation

PICTURES = (
    ".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff", ".bmp", ".gif", ".heic", ".heif", ".pdf",
)  # fmt: skip
"""Endings of files in which a code is looked for."""

log = logging.getLogger(__name__)


class NoInvitationError(BadInputError):
    """There is no invitation to a team in this."""

    code = "invitation.none"


class NoCodeError(NoInvitationError):
    """No QR code can be read in a picture."""

    code = "invitation.no-code"


def invitation_in(path: Path) -> Invitation:
    """Return the invitation in a file, a picture or a PDF.

    Raises:
        NoInvitationError: There is none in it.
    """
    if path.suffix.lower() not in PICTURES:
        return invitation_of(_text_of(path), which=path)
    # The window takes the text of an invitation without the libraries of pictures.
    from engine.intake.codes import codes_in

    try:
        for text in codes_in(path, PageSettings()):
            if text.strip().startswith(PREFIX):
                return invitation_of(text, which=path)
    except NoInvitationError:
        raise
    except SandukuError as error:
        raise NoCodeError(
            f"The picture cannot be read: {error.what}", which=path, remedy=error.remedy or ""
        ) from error
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


def _text_of(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            return stream.read(2 * MOST_TEXT).decode("utf-8", "replace")
    except OSError as error:
        raise NoInvitationError(
            f"The invitation cannot be read ({error.strerror}).",
            which=path,
            remedy="Copy it to this computer, and choose it again.",
        ) from error


def main(arguments: Sequence[str], *, out: TextIO | None = None) -> int:
    """Look into a file, and print what is in it; return an exit code."""
    parser = argparse.ArgumentParser(prog="invited", description="Look for an invitation to a team.")
    verbs = parser.add_subparsers(dest="verb", required=True)
    verbs.add_parser("look").add_argument("file", type=Path)
    given = parser.parse_args(arguments)
    code: int = ExitCode.OK
    try:
        line: dict[str, object] = {"result": {"invitation": invitation_in(given.file).encode()}}
    except SandukuError as error:
        line, code = {"error": error.to_json()}, error.exit_code
    except Exception as error:
        log.exception("this should not happen")
        line = {"error": {"code": "bug", "what": type(error).__name__, "which": None, "remedy": ""}}
        code = ExitCode.BUG
    print(json.dumps(line, ensure_ascii=True), file=out or sys.stdout, flush=True)
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
