"""The licence of a checkpoint, and its text, which every pack carries."""

from dataclasses import dataclass
from pathlib import Path

from models.image_text.errors import SnapshotError
from models.image_text.snapshots import Snapshot

FILE = "LICENSE.txt"
_NAMES = {"apache-2.0": "Apache-2.0", "mit": "MIT", "bsd-3-clause": "BSD-3-Clause", "cc-by-4.0": "CC-BY-4.0"}
"""How a hub writes a licence -> SPDX identifier."""
_MIT = """\
MIT License

Copyright (c) {holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software
and associated documentation files (the "Software"), to deal in the Software without
restriction, including without limitation the rights to use, copy, modify, merge, publish,
distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or
substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING
BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND
NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM,
DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


@dataclass(frozen=True, slots=True)
class Licence:
    """Under which terms a model may be used.

    Attributes:
        name: SPDX identifier, or what the model's page calls it.
        text: The terms.
    """

    name: str
    text: str


def licence_of(snapshot: Snapshot, *, name: str | None = None, file: Path | None = None) -> Licence:
    """Find the licence of a checkpoint.

    Args:
        snapshot: Its card and its files tell.
        name: SPDX identifier, where the card is silent or wrong.
        file: Text, where the snapshot has none.

    Raises:
        SnapshotError: Name or text cannot be found: nobody should use a model without knowing its terms.
    """
    told = str(snapshot.card.get("license") or "")
    if told == "other":
        told = str(snapshot.card.get("license_name") or "")
    found = name or _NAMES.get(told.lower(), told)
    if not found:
        raise SnapshotError(
            "Nothing tells under which licence the model is.",
            which=snapshot.folder,
            remedy="Read it on the model's page and name it with --licence and --licence-file.",
        )
    if file is not None:
        return Licence(found, _text_of(file))
    for path in sorted(snapshot.folder.iterdir()):
        if path.is_file() and path.stem.upper() in ("LICENSE", "LICENCE"):
            return Licence(found, _text_of(path))
    if found == "Apache-2.0":
        return Licence(found, (Path(__file__).parents[2] / "LICENSE").read_text(encoding="utf-8"))
    if found == "MIT":
        return Licence(found, _MIT.format(holder="the authors of " + snapshot.folder.name))
    raise SnapshotError(
        f"The text of its licence ({found}) is not in the snapshot.",
        which=snapshot.folder,
        remedy="Save it from the model's page and name the file with --licence-file.",
    )


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise SnapshotError(
            f"The text of the licence cannot be read ({error.strerror}).",
            which=path,
            remedy="Name the file with --licence-file.",
        ) from error
