"""Which file each exported document goes to, told before anything is written.

The listing that a person sees and the export itself ask the same :class:`FileNames`, so that what was listed
is what is written. Looks at what is on the disk; writes nothing.
"""

import itertools
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path

from engine.export.documents import ExportDocument
from engine.export.errors import SeveralDocumentsError, WrongEndingError
from engine.export.formats import FORMATS, ExportFormat, find_format
from engine.export.names import check_template, numbered_name, stem_of

DEFAULT_NAME = "sanduku-export"


class Existing(StrEnum):
    """What is done about a file that is there already."""

    REFUSE = "refuse"
    """The export ends with an error and leaves the file as it is."""
    REPLACE = "replace"
    NUMBER = "number"
    """The new file gets a number, and both are kept."""


@dataclass(frozen=True, slots=True)
class PlannedFile:
    """One file that an export will write.

    Attributes:
        path: Where.
        documents: How many documents are in it.
        exists: Whether something of that name is there already.
    """

    path: Path
    documents: int
    exists: bool


@dataclass(frozen=True, slots=True)
class Target:
    """Where an export goes to.

    Attributes:
        chosen: The format.
        path: A file if ``is_file``, else a folder.
        is_file: Whether ``path`` names the one file to write.
        separate: Whether each document becomes a file of its own in the folder.
    """

    chosen: ExportFormat
    path: Path
    is_file: bool
    separate: bool


class FileNames:
    """Gives each document of one export its file; no two the same."""

    def __init__(
        self,
        target: Target,
        template: str,
        *,
        existing: Existing = Existing.REFUSE,
        today: date | None = None,
    ) -> None:
        """Begin with no name given out.

        Args:
            target: Where the export goes to.
            template: For files in a folder; see :func:`engine.export.files.export_documents`.
            existing: What is done about files that are there already.
            today: What ``{date}`` stands for; None for today's date, UTC.

        Raises:
            NameTemplateError: The template cannot be filled in.
        """
        check_template(template)
        self._target, self._template, self._existing = target, template, existing
        self._today = today or datetime.now(UTC).date()
        self._taken: dict[str, int] = {}

    def of_all(self) -> Path:
        """Return the one file that all documents go to."""
        path = self._target.path
        if not self._target.is_file:
            return path / self._free(DEFAULT_NAME, path)
        if self._existing is Existing.NUMBER and path.exists():
            stem = path.name.removesuffix(self._target.chosen.suffix)
            return path.parent / self._free(stem, path.parent)
        return path

    def of(self, number: int, document: ExportDocument) -> Path:
        """Return the file of one document; ``number`` is its place in the export, from 1."""
        stem = self._template.format(
            name=stem_of(document.name),
            id=document.id,
            number=number,
            added=document.added_at[:10],
            date=self._today.isoformat(),
            language="-".join(document.languages) or "und",
        )
        return self._target.path / self._free(stem, self._target.path)

    def _free(self, stem: str, folder: Path) -> str:
        """Number a name that was given out already; to some systems case and Unicode form are the same."""
        suffix = self._target.chosen.suffix
        first = _folded(numbered_name(stem, suffix, 1))
        for number in itertools.count(self._taken.get(first, 0) + 1):
            name = numbered_name(stem, suffix, number)
            if number > 1 and _folded(name) in self._taken:
                continue
            if self._existing is Existing.NUMBER and (folder / name).exists():
                continue
            self._taken[first] = number
            self._taken.setdefault(_folded(name), 1)
            return name
        raise AssertionError("numbers do not end")


def find_target(format_name: str, path: Path, *, separate: bool = False) -> Target:
    """Return where an export to a path goes to.

    Args:
        format_name: One of ``FORMATS``.
        path: A file if its name ends like the format's files; otherwise a folder.
        separate: Whether each document becomes a file of its own, also in a format that could hold them all.

    Raises:
        UnknownFormatError: There is no such format.
        WrongEndingError: The path is named as a file of another format.
    """
    chosen = find_format(format_name)
    other = format_of_name(path)
    if other not in (None, chosen.name) and not path.is_dir():
        raise WrongEndingError(
            f"This name is one of the format '{other}', and '{chosen.name}' is to be written.",
            which=path,
            remedy=f"Choose a name that ends in {chosen.suffix}, the format '{other}', or a folder.",
        )
    is_file = path.suffix.lower() == f".{chosen.suffix.rpartition('.')[2]}" and not path.is_dir()
    return Target(chosen, path, is_file, (separate or chosen.one_file_per_document) and not is_file)


def format_of_name(target: Path) -> str | None:
    """Return the name of the format that a file's name ends in, or None."""
    return next((each.name for each in FORMATS if target.name.lower().endswith(each.suffix)), None)


def plan_export(
    documents: Iterable[ExportDocument],
    format_name: str,
    path: Path,
    *,
    name_template: str = "{name}",
    separate: bool = False,
    existing: Existing = Existing.REFUSE,
    today: date | None = None,
) -> list[PlannedFile]:
    """Return the files that :func:`engine.export.files.export_documents` would write; no page is fetched.

    The arguments are those of that function.

    Raises:
        UnknownFormatError, NameTemplateError, WrongEndingError: As that function.
        SeveralDocumentsError: One file is named for a format that makes one for each document.
    """
    target = find_target(format_name, path, separate=separate)
    names = FileNames(target, name_template, existing=existing, today=today)
    if target.separate:
        paths = [(names.of(number, each), 1) for number, each in enumerate(documents, start=1)]
    else:
        count = sum(1 for _ in documents)
        if target.chosen.one_file_per_document and count != 1:
            raise several(target)
        paths = [(names.of_all(), count)]
    return [PlannedFile(each, count, each.exists()) for each, count in paths]


def several(target: Target) -> SeveralDocumentsError:
    """Return the error that one file cannot hold these documents."""
    return SeveralDocumentsError(
        f"The format '{target.chosen.name}' makes one file for each document, and there is not exactly one.",
        which=target.path,
        remedy="Name a folder instead of a file, or choose the document.",
    )


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()
