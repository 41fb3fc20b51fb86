"""Shows a bundle of diagnostics as plain lines, and writes it: the same lines, and JSON, in a zip file."""

import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from engine.errors import BadInputError

TEXT, DATA = "diagnostics.txt", "diagnostics.json"
HEAD = (
    "Diagnostics of Sanduku. It holds figures, versions and kinds of errors.\n"
    "It holds no text of a document, no answer, no name of a file, a folder, a person or a team, no key.\n"
)


class DiagnosticsUnwritableError(BadInputError):
    """The file of diagnostics cannot be written there."""

    code = "diagnostics.unwritable"


def text_of(bundle: dict[str, Any]) -> str:
    """Return a bundle as a person reads it: all that is in it, line by line."""
    return HEAD + "\n" + "\n".join(_lines(bundle, 0)) + "\n"


def write_bundle(bundle: dict[str, Any], path: Path) -> None:
    """Write a bundle into a zip file that was not there.

    Raises:
        DiagnosticsUnwritableError: It cannot be written, or there is a file of this name.
    """
    try:
        with path.open("xb") as stream, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
            # A time of its own for every file would say when it was made, and differ each time.
            for name, content in (
                (TEXT, text_of(bundle)),
                (DATA, json.dumps(bundle, indent=1, sort_keys=True)),
            ):
                archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    except FileExistsError as error:
        raise DiagnosticsUnwritableError(
            "There is a file of this name already.", which=path, remedy="Choose another name."
        ) from error
    except OSError as error:
        path.unlink(missing_ok=True)
        raise DiagnosticsUnwritableError(
            f"The file cannot be written ({error.strerror or error}).",
            which=path,
            remedy="Choose a folder that you may write in, such as a stick.",
        ) from error


def _lines(value: Any, depth: int) -> Iterator[str]:  # noqa: ANN401 - whatever JSON holds
    indent = "  " * depth
    for name, each in value.items() if isinstance(value, dict) else enumerate(value, 1):
        label = str(name) if "." in str(name) else str(name).replace("_", " ")
        if isinstance(each, dict | list) and each and not _plain(each):
            yield f"{indent}{label}:"
            yield from _lines(each, depth + 1)
        else:
            yield f"{indent}{label}: {_told(each)}"


def _plain(value: Any) -> bool:  # noqa: ANN401
    return isinstance(value, list) and not any(isinstance(each, dict | list) for each in value)


def _told(value: Any) -> str:  # noqa: ANN401
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(map(_told, value)) or "none"
    return "none" if value in ({}, None) else str(value)
