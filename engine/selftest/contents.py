"""The list of what came beside the program's code, each file with its SHA-256, to find bad copies.

The code and its libraries are not in it: signing for macOS changes them after the list was written.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

LIST_NAME = "contents.json"


def write_list(shipped: Path) -> int:
    """Write down every file of a folder; return how many there are."""
    files = {name: _digest(shipped / name) for name in _names(shipped)}
    (shipped / LIST_NAME).write_text(json.dumps(files, indent=1) + "\n", encoding="utf-8", newline="\n")
    return len(files)


def differences(shipped: Path) -> Iterator[str]:
    """Yield a sentence for each file that is not as it was written down.

    Raises:
        OSError: The list cannot be read.
        ValueError: The list is damaged.
    """
    listed = json.loads((shipped / LIST_NAME).read_text(encoding="utf-8"))
    if not isinstance(listed, dict) or not listed:
        raise ValueError(f"{LIST_NAME} lists nothing")
    for name, digest in listed.items():
        file = shipped / name
        try:
            found = _digest(file)
        except FileNotFoundError:
            yield f"{name} is missing"
        except OSError as error:
            yield f"{name} cannot be read ({error.strerror})"
        else:
            if found != digest:
                yield f"{name} is damaged"


def _names(shipped: Path) -> list[str]:
    return sorted(
        file.relative_to(shipped).as_posix()
        for file in shipped.rglob("*")
        if file.is_file() and file.name != LIST_NAME
    )


def _digest(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
