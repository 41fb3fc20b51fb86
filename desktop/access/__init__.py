"""The bridge between the window and the engine: everything that takes longer than a blink happens behind it.

The library, files and worker processes are reached from threads that are started here and nowhere else; the
window asks and is told by signals. Nothing here knows a widget.
"""

from desktop.access.collecting import Collecting
from desktop.access.door import LibraryDoor
from desktop.access.errors import ShellFaultError
from desktop.access.images import ImageStore
from desktop.access.library_access import LibraryAccess, LibraryChange
from desktop.access.reading_work import ReadingWork, WorkKind, WorkState
from desktop.access.settings_keeper import SettingsKeeper
from desktop.access.taking_in import BatchReport, Import, Pasted
from desktop.access.ticket import Ticket

__all__ = [
    "BatchReport",
    "Collecting",
    "ImageStore",
    "Import",
    "LibraryAccess",
    "LibraryChange",
    "LibraryDoor",
    "Pasted",
    "ReadingWork",
    "SettingsKeeper",
    "ShellFaultError",
    "Ticket",
    "WorkKind",
    "WorkState",
]
