"""The strip of pages beside the page: number, small picture, and what is to be done on each."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.access import ImageStore
from desktop.check.canvas.boxes import paint_mark
from desktop.check.canvas.film_model import FilmModel, FilmRole, FilmState, Index
from desktop.check.canvas.looks import STYLES, Level, Mark
from desktop.style import Theme
from engine.library import Page


class Filmstrip(QListView):
    """Lists the pages of a document; only those that are seen cost anything."""

    page_chosen = Signal(int)
    """A person went to this page, counted from 0."""

    def __init__(self, images: ImageStore, theme: Theme, parent: QWidget | None = None) -> None:
        """Show no pages yet.

        Args:
            images: Gives the small pictures.
            theme: Gives colours and sizes.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._theme = theme
        self._told = True
        self.film = FilmModel(images, self)
        self.setModel(self.film)
        self.setItemDelegate(FilmPainter(theme, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.selectionModel().currentChanged.connect(self._went)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def set_pages(self, pages: Sequence[Page]) -> None:
        """Show the pages of a document."""
        self._told = False
        self.film.set_pages(pages)
        self._told = True

    def set_doubts(self, doubts: Mapping[str, int | None]) -> None:
        """Say how many lines of each page should be looked at; see :meth:`FilmModel.set_doubts`."""
        self.film.set_doubts(doubts)

    def set_problems(self, problems: Mapping[str, str]) -> None:
        """Say which pages could not be read; see :meth:`FilmModel.set_problems`."""
        self.film.set_problems(problems)

    @property
    def current(self) -> int:
        """The page that is shown, -1 for none."""
        return self.currentIndex().row()

    def set_current(self, index: int) -> None:
        """Mark the page that is shown; nothing is told back."""
        self._told = False
        there = self.film.index(index)
        self.selectionModel().setCurrentIndex(there, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if there.isValid():
            self.scrollTo(there, QAbstractItemView.ScrollHint.EnsureVisible)
        self._told = True

    def retranslate(self) -> None:
        """Take the words anew."""
        self.setAccessibleName(self.tr("Pages of the document"))
        self.viewport().update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Be as wide as a small picture."""
        return QSize(self._theme.line * 8, self._theme.line * 20)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Leave room for a number and a mark."""
        return QSize(self._theme.line * 5, self._theme.line * 6)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Notice a switch of the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Tell the page again with Enter: the person wants to be there."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.current >= 0:
            self.page_chosen.emit(self.current)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Make the pictures as wide as the strip."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()
        self._scrolled()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin where the current page is."""
        super().showEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def _went(self, now: QModelIndex, _before: QModelIndex) -> None:
        if self._told and now.isValid():
            self.page_chosen.emit(now.row())

    def _scrolled(self) -> None:
        """Let go of pictures that were wished for and are far away now."""
        port, height = self.viewport().rect(), max(1, self.sizeHintForRow(0))
        first = self.verticalScrollBar().value() // height
        shown = port.height() // height + 2
        self.film.keep_only(range(max(0, first - shown), first + 2 * shown))

    def _restyle(self) -> None:
        self.film.side = round(self._theme.line * 9 * self.devicePixelRatioF())
        self.film.forget_pictures()
        self.setStyleSheet(f"QListView {{ background: {self._theme.colours.window}; }}")
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()


class FilmPainter(QStyledItemDelegate):
    """Draws one page of the strip."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        """Draw with a theme."""
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of one page: as wide as the strip, and as high as paper and number need."""
        del option, index
        line = self._theme.line
        width = max(line * 4, self._view.viewport().width())
        return QSize(width, round(min(width - line, line * 9) * 1.25) + round(line * 2.4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw ground, picture, number and marks."""
        line, colours = self._theme.line, self._theme.colours
        state = option.state
        rect: QRect = option.rect
        current = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = QRectF(rect).adjusted(line * 0.2, line * 0.12, -line * 0.2, -line * 0.12)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        if current or over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selected if current else colours.hover))
            painter.drawRoundedRect(card, line / 3, line / 3)
        if state & QStyle.StateFlag.State_HasFocus:
            self._outline(painter, card, colours.focus, max(2.0, line / 9))
        room = card.adjusted(line * 0.3, line * 0.6, -line * 0.3, -line * 1.5)
        paper = self._paint_picture(painter, room, index)
        if current:
            self._outline(painter, paper, colours.accent, max(2.0, line / 8))
        if index.data(FilmRole.LOST):
            self._paint_icon(painter, paper, "eye-off")
        foot = QRectF(card.left(), card.bottom() - line * 1.4, card.width(), line * 1.3)
        self._paint_number(painter, foot, index, current=current)
        self._paint_marks(painter, paper, index)
        painter.restore()

    def _paint_picture(self, painter: QPainter, room: QRectF, index: Index) -> QRectF:
        image = index.data(FilmRole.PICTURE)
        if isinstance(image, QImage) and not image.isNull():
            size = image.size().toSizeF().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
            paper = QRectF(0, 0, size.width(), size.height())
            paper.moveCenter(room.center())
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(paper, image, QRectF(image.rect()))
        else:
            paper = QRectF(0, 0, min(room.width(), room.height() / 1.35), room.height())
            paper.moveCenter(room.center())
            painter.fillRect(paper, QColor(self._theme.colours.surface))
        self._outline(painter, paper, self._theme.colours.edge, 1.0)
        return paper

    def _paint_number(self, painter: QPainter, foot: QRectF, index: Index, *, current: bool) -> None:
        font = painter.font()
        font.setBold(current)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.colours.text if current else self._theme.colours.muted))
        painter.drawText(foot, Qt.AlignmentFlag.AlignCenter, str(index.data()))

    def _paint_marks(self, painter: QPainter, paper: QRectF, index: Index) -> None:
        """Draw how it stands in the corner where a line ends: doubts with their number, or a sign."""
        line, doubts = self._theme.line, index.data(FilmRole.DOUBTS)
        at_left = self._view.isRightToLeft()
        corner = paper.topLeft() if at_left else paper.topRight()
        match index.data(FilmRole.STATE):
            case FilmState.PROBLEM:
                paint_mark(painter, corner, line * 1.2, STYLES[Level.UNREAD].ink, Mark.EXCLAMATION)
            case FilmState.WAITING:
                self._paint_icon(painter, paper, "queue")
            case _ if doubts:
                self._paint_count(painter, corner, self._view.locale().toString(doubts), at_left=at_left)
            case _ if doubts == 0:
                paint_mark(painter, corner, line * 1.1, STYLES[Level.CONFIRMED].ink, Mark.TICK)

    def _paint_icon(self, painter: QPainter, paper: QRectF, name: str) -> None:
        side = round(min(self._theme.line * 1.8, paper.width() * 0.6))
        place = QRect(0, 0, side, side)
        place.moveCenter(paper.center().toPoint())
        painter.drawPixmap(place, self._theme.icons.pixmap(name, side, "muted"))

    def _paint_count(self, painter: QPainter, corner: QPointF, number: str, *, at_left: bool) -> None:
        """Draw a pill with a question mark and a number; its shape alone tells it from the round signs."""
        line = self._theme.line
        font = painter.font()
        font.setBold(True)
        font.setPixelSize(max(7, round(line * 0.68)))
        painter.setFont(font)
        words = f"{Mark.QUESTION} {number}"
        width = painter.fontMetrics().horizontalAdvance(words) + line * 0.7
        pill = QRectF(0, 0, width, line * 1.1)
        pill.moveCenter(corner)
        pill.translate((width - line * 1.1) / (2 if at_left else -2), 0)
        painter.setPen(QPen(QColor("#ffffff"), max(1.0, line / 12)))
        painter.setBrush(QColor(STYLES[Level.DOUBTFUL].ink))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)

    @staticmethod
    def _outline(painter: QPainter, rect: QRectF, colour: str, width: float) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colour), width))
        painter.drawRect(rect)
