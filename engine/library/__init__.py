"""The library: where documents, their readings, the queue and the change log are kept, encrypted and durable.

This face is all that the rest of Sanduku knows of it. The library knows nothing of the pipeline or of any
window; all SQL is here.
"""

from engine.library.backup import BackupReport, restore_backup
from engine.library.catalogue import (
    Added,
    Document,
    DocumentFilter,
    NewDocument,
    Order,
    Page,
    PageProblem,
    Status,
)
from engine.library.changes import Change, Changes
from engine.library.checking import CheckReport, Problem
from engine.library.clock import Clock, HybridTime, SystemClock
from engine.library.corrections import Correction, PlacedLine
from engine.library.documents import Documents
from engine.library.errors import (
    BackupError,
    CorrectionConflictError,
    CorruptLibraryError,
    DamagedFileError,
    KeyLostError,
    LeaseLostError,
    LibraryBusyError,
    LibraryError,
    LibraryExistsError,
    LibraryLockedError,
    LibraryTooNewError,
    LibraryUnreachableError,
    LockedError,
    MissingFileError,
    NotALibraryError,
    OldSqliteError,
    ReadOnlyLibraryError,
    SourceChangedError,
    SourceUnreadableError,
    WeakPassphraseError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from engine.library.files import Files, hash_of
from engine.library.jobs import Jobs
from engine.library.keystore import SystemKeyStore
from engine.library.library import (
    CreatedLibrary,
    Library,
    Protection,
    create_library,
    open_library,
)
from engine.library.readings import PageResultRef, Readings, StoredReading
from engine.library.search import Hit, Search, SearchPage
from engine.library.trash import Trash
from engine.library.work import ENDED, Job, JobRecord, JobState, QueueProgress

__all__ = [
    "ENDED",
    "Added",
    "BackupError",
    "BackupReport",
    "Change",
    "Changes",
    "CheckReport",
    "Clock",
    "Correction",
    "CorrectionConflictError",
    "CorruptLibraryError",
    "CreatedLibrary",
    "DamagedFileError",
    "Document",
    "DocumentFilter",
    "Documents",
    "Files",
    "Hit",
    "HybridTime",
    "Job",
    "JobRecord",
    "JobState",
    "Jobs",
    "KeyLostError",
    "LeaseLostError",
    "Library",
    "LibraryBusyError",
    "LibraryError",
    "LibraryExistsError",
    "LibraryLockedError",
    "LibraryTooNewError",
    "LibraryUnreachableError",
    "LockedError",
    "MissingFileError",
    "NewDocument",
    "NotALibraryError",
    "OldSqliteError",
    "Order",
    "Page",
    "PageProblem",
    "PageResultRef",
    "PlacedLine",
    "Problem",
    "Protection",
    "QueueProgress",
    "ReadOnlyLibraryError",
    "Readings",
    "Search",
    "SearchPage",
    "SourceChangedError",
    "SourceUnreadableError",
    "Status",
    "StoredReading",
    "SystemClock",
    "SystemKeyStore",
    "Trash",
    "WeakPassphraseError",
    "WrongPassphraseError",
    "WrongRecoveryKeyError",
    "create_library",
    "hash_of",
    "open_library",
    "restore_backup",
]
