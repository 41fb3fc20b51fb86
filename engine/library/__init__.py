"""The library: where documents, their readings, the queue and the change log are kept, encrypted and durable.

This face is all that the rest of Sanduku knows of it. The library knows nothing of the pipeline or of any
window; all SQL is here.
"""

from engine.library.adjustments import Adjustments, PageAdjustment
from engine.library.answers import (
    AnswerHits,
    AnswerReview,
    Answers,
    AnswerState,
    StoredAnswer,
)
from engine.library.backup import BackupReport, restore_backup
from engine.library.bulk import Bulk, BulkResult, BulkStep, BulkUndo
from engine.library.cases import Case, Cases
from engine.library.catalogue import (
    EVERYTHING,
    Added,
    Document,
    DocumentFilter,
    NewDocument,
    Order,
    Page,
    PageProblem,
    Shelf,
    ShelfCounts,
    Status,
)
from engine.library.changes import Change, Changes
from engine.library.checking import CheckReport, Problem
from engine.library.claims import MODEL_ENGINE
from engine.library.clock import Clock, HybridTime, SystemClock
from engine.library.corrections import PERSON, Correction, PlacedLine, UndoState
from engine.library.documents import Documents
from engine.library.errors import (
    AdjustmentError,
    AnswerError,
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
    MigrationFailedError,
    MissingFileError,
    NamelessError,
    NotALibraryError,
    OldSqliteError,
    ReadOnlyLibraryError,
    RegionError,
    SourceChangedError,
    SourceUnreadableError,
    WeakPassphraseError,
    WrongPassphraseError,
    WrongRecoveryKeyError,
)
from engine.library.expecting import Basis, Expected
from engine.library.files import Files, hash_of
from engine.library.jobs import Jobs
from engine.library.keystore import SystemKeyStore
from engine.library.left_files import LeftBatch, LeftFiles
from engine.library.library import (
    CreatedLibrary,
    Library,
    Protection,
    create_library,
    open_library,
)
from engine.library.line_drafts import LineDraft, LineDrafts
from engine.library.photos import PhotoHits, Photos, vector_of_text, vector_to_text
from engine.library.questions import Asked, Asking, Questions
from engine.library.readings import PageResultRef, Readings
from engine.library.regions import Proposal, Regions, quad_of
from engine.library.reviews import Review, ReviewState
from engine.library.saved_searches import SavedSearch, SavedSearches
from engine.library.scenes import Photo, Scene, SceneCount, SceneResult, SceneUndo
from engine.library.search import DocumentHit, DocumentSearchPage, Hit, Search, SearchPage
from engine.library.standing import (
    Standing,
    back_up_as_it_is,
    key_of_library,
    latest_schema,
    standing_of,
)
from engine.library.stored import LineVersion, StoredReading
from engine.library.tags import TagCount, Tags
from engine.library.trash import Trash
from engine.library.work import (
    BEHIND_READING,
    ENDED,
    URGENT,
    Job,
    JobRecord,
    JobState,
    QueueOutlook,
    QueueProgress,
    WorkerCrash,
)

__all__ = [
    "BEHIND_READING",
    "ENDED",
    "EVERYTHING",
    "MODEL_ENGINE",
    "PERSON",
    "URGENT",
    "Added",
    "AdjustmentError",
    "Adjustments",
    "AnswerError",
    "AnswerHits",
    "AnswerReview",
    "AnswerState",
    "Answers",
    "Asked",
    "Asking",
    "BackupError",
    "BackupReport",
    "Basis",
    "Bulk",
    "BulkResult",
    "BulkStep",
    "BulkUndo",
    "Case",
    "Cases",
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
    "DocumentHit",
    "DocumentSearchPage",
    "Documents",
    "Expected",
    "Files",
    "Hit",
    "HybridTime",
    "Job",
    "JobRecord",
    "JobState",
    "Jobs",
    "KeyLostError",
    "LeaseLostError",
    "LeftBatch",
    "LeftFiles",
    "Library",
    "LibraryBusyError",
    "LibraryError",
    "LibraryExistsError",
    "LibraryLockedError",
    "LibraryTooNewError",
    "LibraryUnreachableError",
    "LineDraft",
    "LineDrafts",
    "LineVersion",
    "LockedError",
    "MigrationFailedError",
    "MissingFileError",
    "NamelessError",
    "NewDocument",
    "NotALibraryError",
    "OldSqliteError",
    "Order",
    "Page",
    "PageAdjustment",
    "PageProblem",
    "PageResultRef",
    "Photo",
    "PhotoHits",
    "Photos",
    "PlacedLine",
    "Problem",
    "Proposal",
    "Protection",
    "Questions",
    "QueueOutlook",
    "QueueProgress",
    "ReadOnlyLibraryError",
    "Readings",
    "RegionError",
    "Regions",
    "Review",
    "ReviewState",
    "SavedSearch",
    "SavedSearches",
    "Scene",
    "SceneCount",
    "SceneResult",
    "SceneUndo",
    "Search",
    "SearchPage",
    "Shelf",
    "ShelfCounts",
    "SourceChangedError",
    "SourceUnreadableError",
    "Standing",
    "Status",
    "StoredAnswer",
    "StoredReading",
    "SystemClock",
    "SystemKeyStore",
    "TagCount",
    "Tags",
    "Trash",
    "UndoState",
    "WeakPassphraseError",
    "WorkerCrash",
    "WrongPassphraseError",
    "WrongRecoveryKeyError",
    "back_up_as_it_is",
    "create_library",
    "hash_of",
    "key_of_library",
    "latest_schema",
    "open_library",
    "quad_of",
    "restore_backup",
    "standing_of",
    "vector_of_text",
    "vector_to_text",
]
