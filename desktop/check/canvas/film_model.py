"""The pages of a document as Qt's lists take them, with small pictures that are fetched as they are seen."""

from collections.abc import Mapping, Sequence
from enum import IntEnum, StrEnum

from PySide6.QtCore import QAbstractListModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage

from desktop.access import ImageStore, Ticket
from engine.errors import SandukuError
from engine.library import Page

Index = QModelIndex | QPersistentModelIndex


class FilmRole(IntEnum):
    """What the strip's painter asks the model for."""

    PICTURE = Qt.ItemDataRole.UserRole + 1
    DOUBTS = Qt.ItemDataRole.UserRole + 2
    STATE = Qt.ItemDataRole.UserRole + 3
    LOST = Qt.ItemDataRole.UserRole + 4


class FilmState(StrEnum):
    """How it stands with a page."""

    WAITING = "waiting"
    READ = "read"
    PROBLEM = "problem"


class FilmModel(QAbstractListModel):
    """Rows are pages, in the document's order."""

    def __init__(self, images: ImageStore, parent: QObject | None = None) -> None:
        """Hold no pages yet.

        Args:
            images: Gives the small pictures.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._images = images
        self._pages: tuple[Page, ...] = ()
        self._doubts: dict[str, int | None] = {}
        self._problems: dict[str, str] = {}
        self._tickets: dict[str, Ticket] = {}
        self._missing: set[str] = set()
        self.side = 128
        """Longest side of the small pictures, in pixels of the screen."""

    @property
    def pages(self) -> tuple[Page, ...]:
        """The pages, in order."""
        return self._pages

    def set_pages(self, pages: Sequence[Page]) -> None:
        """Hold other pages; if they are the same ones in a later state, the list stays where it is."""
        new = tuple(pages)
        if [page.id for page in new] == [page.id for page in self._pages]:
            before, self._pages = self._pages, new
            for row, page in enumerate(new):
                if page != before[row]:
                    self._tell(row)
            return
        self.forget_pictures()
        self.beginResetModel()
        self._pages = new
        self._doubts, self._problems, self._missing = {}, {}, set()
        self.endResetModel()

    def set_doubts(self, doubts: Mapping[str, int | None]) -> None:
        """Say how many lines of each page should be looked at.

        Args:
            doubts: Id of the page -> number; None or absent where that is not known yet.
        """
        before, self._doubts = self._doubts, dict(doubts)
        self._tell_different(before, self._doubts)

    def set_problems(self, problems: Mapping[str, str]) -> None:
        """Say which pages could not be read.

        Args:
            problems: Id of the page -> what is wrong, as a sentence.
        """
        before, self._problems = self._problems, dict(problems)
        self._tell_different(before, self._problems)

    def keep_only(self, rows: range) -> None:
        """Drop the wish for pictures of pages that were scrolled away."""
        wanted = {self._pages[row].thumbnail_sha256 for row in rows if row < len(self._pages)}
        for sha256 in [each for each in self._tickets if each not in wanted]:
            self._tickets.pop(sha256).cancel()

    def forget_pictures(self) -> None:
        """Drop the wish for all pictures."""
        self.keep_only(range(0))

    def state(self, row: int) -> FilmState:
        """Return how it stands with a page."""
        page = self._pages[row]
        if page.id in self._problems:
            return FilmState.PROBLEM
        return FilmState.READ if page.reading_id is not None else FilmState.WAITING

    def rowCount(self, parent: Index | None = None) -> int:  # noqa: N802 - Qt's name
        """Return the number of pages."""
        return 0 if parent is not None and parent.isValid() else len(self._pages)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what is asked for of a page."""
        row = index.row()
        if not 0 <= row < len(self._pages):
            return None
        page = self._pages[row]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return QLocale().toString(page.index + 1)
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleTextRole:
                return self.said(row)
            case FilmRole.PICTURE:
                return self._picture(page)
            case FilmRole.DOUBTS:
                return self._doubts.get(page.id)
            case FilmRole.STATE:
                return self.state(row)
            case FilmRole.LOST:
                return page.thumbnail_sha256 in self._missing
        return None

    def said(self, row: int) -> str:
        """Return what a page is, for tooltips and screen readers."""
        page, doubts = self._pages[row], self._doubts.get(self._pages[row].id)
        number = QLocale().toString(page.index + 1)
        match self.state(row):
            case FilmState.PROBLEM:
                words = self.tr("Page %1. %2").replace("%2", self._problems[page.id])
            case FilmState.WAITING:
                words = self.tr("Page %1, not read yet")
            case _ if doubts:
                words = self.tr("Page %1, %Ln line(s) to look at", "", doubts)
            case _ if doubts == 0:
                words = self.tr("Page %1, nothing to look at")
            case _:
                words = self.tr("Page %1")
        return words.replace("%1", number)

    def _picture(self, page: Page) -> QImage | None:
        sha256 = page.thumbnail_sha256
        if sha256 is None or sha256 in self._missing:
            return None
        kept = self._images.kept(sha256, side=self.side)
        if kept is None and sha256 not in self._tickets:

            def done(_image: QImage) -> None:
                self._tickets.pop(sha256, None)
                self._tell_picture(sha256)

            def failed(_error: SandukuError) -> None:
                # What to do about it the page says when it is opened; here a crossed eye stands on the paper.
                self._tickets.pop(sha256, None)
                self._missing.add(sha256)
                self._tell_picture(sha256)

            self._tickets[sha256] = self._images.fetch(sha256, done, failed, side=self.side, owner=self)
        return kept

    def _tell_picture(self, sha256: str) -> None:
        for row, page in enumerate(self._pages):
            if page.thumbnail_sha256 == sha256:
                self._tell(row)

    def _tell_different(self, before: Mapping[str, object], after: Mapping[str, object]) -> None:
        for row, page in enumerate(self._pages):
            if before.get(page.id) != after.get(page.id):
                self._tell(row)

    def _tell(self, row: int) -> None:
        self.dataChanged.emit(self.index(row), self.index(row))
