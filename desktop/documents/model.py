"""The documents of a list as Qt shows them: ids at once, what is told of each as it comes into view."""

from collections import OrderedDict
from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)

from desktop.access import LibraryAccess, LibraryChange
from desktop.documents import telling
from desktop.documents.columns import COLUMNS, heading
from desktop.documents.listing import FIRST_HITS, Listing, Rows, fetch_rows, list_documents
from desktop.documents.query import ListQuery
from desktop.photos.likeness import Sighting
from engine.errors import SandukuError
from engine.library import Document, DocumentHit

KEPT = 3000
"""Rows of which everything is kept."""

AROUND = 30
"""Rows before and after what comes into view that are fetched with it."""

GATHER = 5
"""Milliseconds in which rows that come into view are gathered."""

CALM, CALMEST = 250, 4000
"""Milliseconds after a change before the list is found anew, at least and at most."""

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What a list asks the model for, beside Qt's own roles."""

    DOCUMENT = Qt.ItemDataRole.UserRole
    """The :class:`Document`, or None until it is fetched."""
    HIT = Qt.ItemDataRole.UserRole + 1
    """The :class:`DocumentHit`, or None."""
    THUMBNAIL = Qt.ItemDataRole.UserRole + 2
    """SHA-256 of the small image of the first page, or None."""


class DocumentModel(QAbstractTableModel):
    """A list of documents; follows the library. Everything is asked for, nothing is waited for."""

    about_to_change = Signal()
    """Rows will come or go."""

    changed = Signal()
    """Rows came or went; or they did not, and the numbers are known."""

    def __init__(self, access: LibraryAccess, parent: QObject | None = None) -> None:
        """Begin with an empty list."""
        super().__init__(parent)
        self._access = access
        self.query = ListQuery()
        self.listing = Listing(whole=False)
        self.known = False
        self.with_thumbnails = False
        self._generation = 0
        self._documents: OrderedDict[str, Document] = OrderedDict()
        self._thumbnails: dict[str, str | None] = {}
        self._stale: set[str] = set()
        self._asked: set[str] = set()
        self._gone: set[str] = set()
        self._missing: set[int] = set()
        self._gather = QTimer(self, singleShot=True, interval=GATHER)
        self._gather.timeout.connect(self._fetch)
        self._calm = QTimer(self, singleShot=True)
        self._calm.timeout.connect(self.refresh)
        access.changed.connect(self._library_changed)

    # What is shown

    def show_query(self, query: ListQuery) -> None:
        """Show another list; what is shown stays until the other is found."""
        same = query == self.query and self.known
        self.query = query
        if not same:
            self.known = False
        if query.sought is None or query.sought.settled:
            self.refresh()
        else:
            # What photos are compared with is found out first; nothing that was asked before counts any more.
            self._generation += 1

    def refresh(self) -> None:
        """Find anew what the list shows."""
        self._calm.stop()
        if self.query.sought is not None and not self.query.sought.settled:
            return
        self._generation += 1
        generation, query, ids = self._generation, self.query, self.listing.ids
        # A list of what was found begins with its beginning; a list that is there already is followed whole.
        first = bool(query.words) and query.order is None and not self.known
        limit = {"limit": FIRST_HITS} if first else {}

        def found(listing: Listing) -> None:
            if generation == self._generation:
                self._take(listing)
                if not listing.whole:
                    self.refresh()

        self._access.ask(
            lambda library: list_documents(library, query, ids, **limit),
            found,
            replaces=f"documents-{id(self)}",
            owner=self,
        )

    def document(self, row: int) -> Document | None:
        """Return a document, or None until it is fetched, which this asks for."""
        document_id = self.listing.ids[row]
        document = self._documents.get(document_id)
        if (document is None or document_id in self._stale) and document_id not in self._gone:
            self._missing.add(row)
            if not self._gather.isActive():
                self._gather.start()
        return document

    def hit(self, row: int) -> DocumentHit | None:
        """Return what was found of a document; None without a search."""
        return self.listing.hits.get(self.listing.ids[row])

    def listing_hit(self, document_id: str) -> DocumentHit | None:
        """Return what was found of a document by its id; None without a search."""
        return self.listing.hits.get(document_id)

    def sighting(self, row: int) -> Sighting | None:
        """Return the page of a document that was found by its image; None where none was."""
        return self.listing.sighting(self.listing.ids[row])

    def row_of(self, document_id: str) -> int | None:
        """Return where a document stands in the list, or None."""
        return self.listing.rows.get(document_id)

    def known_document(self, document_id: str) -> Document | None:
        """Return a document if it is at hand."""
        return self._documents.get(document_id)

    def set_with_thumbnails(self, *, wanted: bool) -> None:
        """Fetch the images of first pages too, or not."""
        if wanted and not self.with_thumbnails:
            self._stale.update(self._documents)
        self.with_thumbnails = wanted
        self._tell_rows()

    def retranslate(self) -> None:
        """Have everything shown anew in another language."""
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(COLUMNS) - 1)
        self._tell_rows()

    # Qt's

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many documents are listed."""
        return 0 if parent is not None and parent.isValid() else len(self.listing.ids)

    def columnCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(COLUMNS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell tells; three dots until it is known."""
        if not index.isValid() or index.row() >= len(self.listing.ids):
            return None
        row = index.row()
        if role == Role.HIT:
            return self.hit(row)
        document = self.document(row)
        if role == Role.DOCUMENT:
            return document
        if role == Role.THUMBNAIL:
            seen = self.sighting(row)
            return self._thumbnails.get(self.listing.ids[row]) if seen is None else seen.thumbnail_sha256
        if role == Qt.ItemDataRole.DisplayRole:
            return "…" if document is None else COLUMNS[index.column()].cell(document)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._aloud(document, index)
        if role == Qt.ItemDataRole.ToolTipRole and document is not None and index.column() == 0:
            return telling.explanation(document) or document.name
        return None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Return what a column is called."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return heading(COLUMNS[section])
        return None

    # Being told

    def _aloud(self, document: Document | None, index: Index) -> str:
        if document is None:
            return self.tr("Being looked up")
        column, seen = index.column(), self.sighting(index.row())
        if column == 0 and seen is not None:
            return f"{seen.words}. {telling.aloud(document)}"
        if column == 0:
            return telling.aloud(document)
        return f"{heading(COLUMNS[column])}: {COLUMNS[column].cell(document)}"

    def _library_changed(self, change: LibraryChange) -> None:
        # Without documents it is the queue: any document may wait, be read, or have failed now.
        touched = change.documents if change.documents and not change.everything else set(self._documents)
        self._stale.update(touched & self._documents.keys())
        self._tell_rows()
        if not self._calm.isActive():
            # What takes long to find is found less often: the library has other things to do.
            self._calm.start(max(CALM, min(CALMEST, int(self.listing.seconds * 10_000))))

    def _take(self, listing: Listing) -> None:
        self._gone.clear()
        difference = listing.difference
        if difference is None:
            self.listing = listing
        else:
            self.about_to_change.emit()
            self._exchange(listing, difference.start, difference.removed, difference.added)
        self.known = True
        self._tell_rows()
        self.changed.emit()

    def _exchange(self, listing: Listing, start: int, removed: int, added: int) -> None:
        """Take a list over in the two steps that Qt knows: rows go, rows come."""
        nowhere = QModelIndex()
        former = self.listing.ids
        if removed:
            self.beginRemoveRows(nowhere, start, start + removed - 1)
            rest = former[:start] + former[start + removed :]
            if not added:
                self.listing = listing
            else:
                rows = {each: row for row, each in enumerate(rest)}
                self.listing = Listing(rest, rows, hits=listing.hits, compared=listing.compared)
            self.endRemoveRows()
        if added:
            self.beginInsertRows(nowhere, start, start + added - 1)
            self.listing = listing
            self.endInsertRows()
        self._missing.clear()

    def _fetch(self) -> None:
        ids, rows = self.listing.ids, [row for row in self._missing if row < len(self.listing.ids)]
        self._missing.clear()
        if not rows:
            return
        around = range(max(0, min(rows) - AROUND), min(len(ids), max(rows) + AROUND + 1))
        # What came into view may lie far apart, when somebody jumps; then only that is fetched.
        wanted = around if len(around) < len(rows) + 4 * AROUND else rows
        asked = [
            ids[row]
            for row in wanted
            if (ids[row] not in self._documents or ids[row] in self._stale) and ids[row] not in self._asked
        ]
        if asked:
            self._asked.update(asked)
            self._stale.difference_update(asked)
            thumbnails = self.with_thumbnails
            self._access.ask(
                lambda library: fetch_rows(library, asked, thumbnails=thumbnails),
                lambda answer: self._take_rows(asked, answer, thumbnails=thumbnails),
                lambda error: self._take_refusal(asked, error),
                owner=self,
            )

    def _take_rows(self, asked: Sequence[str], answer: Rows, *, thumbnails: bool) -> None:
        self._asked.difference_update(asked)
        if self.with_thumbnails and not thumbnails:
            # Pictures were wanted while rows without them were on their way.
            self._stale.update(document.id for document in answer.documents)
        for document in answer.documents:
            self._documents[document.id] = document
            self._documents.move_to_end(document.id)
        # What is not there any more is not asked for again until the list is found anew.
        self._gone.update(set(asked) - {document.id for document in answer.documents})
        self._thumbnails.update(answer.thumbnails)
        while len(self._documents) > KEPT:
            dropped, _ = self._documents.popitem(last=False)
            self._thumbnails.pop(dropped, None)
        rows = [self.listing.rows[each] for each in asked if each in self.listing.rows]
        if rows:
            last = len(COLUMNS) - 1
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), last))

    def _take_refusal(self, asked: Sequence[str], error: SandukuError) -> None:
        self._asked.difference_update(asked)
        self._gone.update(asked)
        self._access.failed.emit(error)

    def _tell_rows(self) -> None:
        """Have what is in view drawn anew."""
        if self.listing.ids:
            last = self.index(len(self.listing.ids) - 1, len(COLUMNS) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
