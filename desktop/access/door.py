"""What opens a library once it was unlocked: every thread of the window opens a handle of its own with it."""

from dataclasses import dataclass, field
from pathlib import Path

from engine.library import Library, open_library
from engine.settings import Settings


@dataclass(frozen=True, slots=True)
class LibraryDoor:
    """An unlocked library.

    Attributes:
        folder: Where it lies.
        data_key: Its key; None if it is not encrypted. Dropped with the door when the library is locked.
        settings: Those in force.
        settings_file: The file that workers read them from; None for the user's own.
    """

    folder: Path
    data_key: bytes | None = field(repr=False)
    settings: Settings
    settings_file: Path | None = None

    def open(self) -> Library:
        """Open a handle, to be used and closed in this thread; raises LibraryError."""
        return open_library(self.folder, data_key=self.data_key, settings=self.settings.library)
