"""Takes files in, one after the other; a bad one is told and never stops the rest."""

import os
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from engine.errors import BadInputError
from engine.library import Library, NewDocument, SourceChangedError, SourceUnreadableError, hash_of
from engine.pages import EncryptedFileError, PageSource, discover, open_source
from engine.settings import PageSettings


@dataclass(frozen=True, slots=True)
class Taken:
    """A file that is in the library now, or was before.

    Attributes:
        path: Where it lies; None for bytes.
        name: What the document is called.
        document_id: The document.
        page_count: Number of its pages.
        already_known: Whether the library had this content already.
        in_trash: Whether it has it in the trash, where it stays until it is restored.
        notes: What a person should know about the file, as sentences.
    """

    path: Path | None
    name: str
    document_id: str
    page_count: int
    already_known: bool = False
    in_trash: bool = False
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that could not be taken in.

    Attributes:
        path: Where it lies; None for bytes.
        name: What a person calls it.
        error: What is wrong, and what to do.
    """

    path: Path | None
    name: str
    error: BadInputError | SourceUnreadableError | SourceChangedError


@dataclass(frozen=True, slots=True)
class Skipped:
    """A path that was passed over, such as a hidden file.

    Attributes:
        path: Where it lies.
        reason: Why, as a sentence.
    """

    path: Path
    reason: str


class Intake:
    """Adds files to a library."""

    def __init__(
        self,
        library: Library,
        settings: PageSettings,
        *,
        batch: str | None = None,
        priority: int = 0,
        password: str | None = None,
    ) -> None:
        """Take files into a library.

        Args:
            library: Where they go.
            settings: Limits for files and pages.
            batch: Names what is taken in together, for its progress.
            priority: The greater is read first.
            password: For protected PDFs among the files.
        """
        self._library = library
        self._settings = settings
        self._batch = batch
        self._priority = priority
        self._password = password

    def take(self, content: Path | bytes, *, name: str | None = None) -> Taken:
        """Take one file in. One that is known and damaged in the library is healed.

        Args:
            content: A path, or the bytes themselves.
            name: What the document is called; by default the file's name.

        Raises:
            BadInputError: It cannot be read (see ``engine.pages.errors``), or it vanished or was altered
                meanwhile; nothing of it is in the library.
            DiskFullError: There is no room; nothing of it is in the library.
        """
        path = content if isinstance(content, Path) else None
        # A Mac takes letters and their accents apart in names; nobody who types such a name would find it.
        name = unicodedata.normalize("NFC", name or (path.name if path else "document"))
        sha256 = _hash_of(content)
        known = None if sha256 is None else self._library.documents.find_by_content(sha256)
        if known is not None:
            if not self._library.files.is_whole(known.sha256):
                self._library.files.put(content)
            return Taken(
                path,
                known.name,
                known.id,
                known.page_count,
                already_known=True,
                in_trash=known.trashed_at is not None,
            )
        source, password = self._opened(content, name)
        with source:
            new = NewDocument(
                name=name,
                media_type=source.media_type,
                page_count=source.page_count,
                content=content,
                sha256=sha256,
                password=password,
                source_path=str(plain_path(path)) if path else None,
                priority=self._priority,
                batch=self._batch,
            )
            notes = source.notes
        added = self._library.documents.add(new)
        return Taken(
            path, name, added.document_id, new.page_count, added.already_known, added.in_trash, notes
        )

    def _opened(self, content: Path | bytes, name: str) -> tuple[PageSource, str | None]:
        """Open a file, and return the password too if it needs one: none is kept that opens nothing."""
        try:
            return open_source(content, name=name, settings=self._settings), None
        except EncryptedFileError:
            if self._password is None:
                raise
        source = open_source(content, name=name, settings=self._settings, password=self._password)
        return source, self._password

    def take_all(self, paths: Iterable[Path]) -> Iterator[Taken | Refused | Skipped]:
        """Take in all files that the paths name, folders with everything below them, as they are found.

        Raises:
            DiskFullError: There is no room left; what was yielded so far is in the library.
        """
        skipped: list[Skipped] = []

        def on_skip(path: Path, reason: str) -> None:
            skipped.append(Skipped(path, reason))

        for path in discover(paths, on_skip=on_skip):
            yield from skipped
            skipped.clear()
            try:
                yield self.take(path)
            except (BadInputError, SourceUnreadableError, SourceChangedError) as error:
                yield Refused(path, path.name, error)
        yield from skipped


def plain_path(path: Path) -> Path:
    """Return a path as a person would write it: absolute, without ``..``, its links as they are named.

    Where ``..`` follows a link to another folder it cannot be left out; then the links give way too.
    """
    plain = Path(os.path.abspath(path))  # noqa: PTH100 - Path.absolute keeps "..", Path.resolve drops links
    try:
        return plain if ".." not in path.parts or plain.samefile(path) else path.resolve()
    except OSError:
        return path.resolve()


def _hash_of(content: Path | bytes) -> str | None:
    """Return the hash of a content; what cannot be read is left to ``open_source`` to name."""
    try:
        return hash_of(content)
    except SourceUnreadableError:
        return None
