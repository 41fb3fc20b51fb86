"""The documents as pictures: the first page of each, fetched when it comes into view."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop.access import ImageStore, Ticket
from desktop.documents import painting, telling
from desktop.documents.model import DocumentModel, Role
from desktop.documents.tiles import TileView
from desktop.style import Theme
from engine.library import Document

Index = QModelIndex | QPersistentModelIndex

SETTLED = 120
"""Milliseconds without scrolling after which images that went out of view are no longer fetched."""


class PictureDelegate(QStyledItemDelegate):
    """Draws a document as its first page, with its name and status under it."""

    def __init__(self, view: "DocumentPictures", model: DocumentModel, theme: Theme) -> None:
        """Draw for a view."""
        super().__init__(view)
        self._view, self._model, self._theme = view, model, theme
        self._marks = painting.Marks(theme, view.font(), self)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of a tile."""
        return self._view.gridSize()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a tile."""
        colours, line = self._theme.colours, self._theme.line
        rtl = option.direction is Qt.LayoutDirection.RightToLeft
        tile = option.rect.adjusted(line // 4, line // 4, -line // 4, -line // 4)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or hovered:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selected if chosen else colours.hover))
            painter.drawRoundedRect(tile, line / 3, line / 3)
        if index == self._view.currentIndex() and self._view.hasFocus():
            painter.setPen(QPen(QColor(colours.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(tile).adjusted(1, 1, -1, -1), line / 3, line / 3)
        document = self._model.document(index.row())
        side = self._view.side
        sheet = QRect(tile.center().x() - side // 2, tile.top() + line // 2, side, side)
        self._draw_sheet(painter, sheet, document, index)
        words = QRect(tile.left() + line // 2, sheet.bottom() + line // 3, tile.width() - line, line + 2)
        if document is not None:
            name = telling.file_name(document.name)
            painting.draw_text(painter, words, name, colours.text, self._marks, rtl=rtl, bold=True)
            words.translate(0, line + line // 3)
            seen = self._model.sighting(index.row())
            told = telling.status(document) if seen is None else telling.sighting(seen)
            painting.draw_told(painter, words, told, self._theme, self._marks, rtl=rtl)

    def _draw_sheet(self, painter: QPainter, place: QRect, document: Document | None, index: Index) -> None:
        colours = self._theme.colours
        image = self._view.image(index)
        if image is None:
            sheet = QRectF(place).adjusted(place.width() * 0.13, 0, -place.width() * 0.13, 0)
        else:
            size = image.size().toSizeF() / image.devicePixelRatio()
            sheet = QRectF(QPointF(0, 0), size)
            sheet.moveCenter(QRectF(place).center())
            painter.drawImage(sheet.topLeft(), image)
        painter.setPen(QPen(QColor(colours.edge if image is not None else colours.border), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush if image is not None else QColor(colours.raised))
        painter.drawRect(sheet.adjusted(0.5, 0.5, -0.5, -0.5))
        if image is None and document is not None:
            size_of_mark = self._theme.line * 2
            mark = self._marks.pixmap(telling.status(document).icon, size_of_mark, "muted")
            centre = sheet.center()
            painter.drawPixmap(QPointF(centre.x() - size_of_mark / 2, centre.y() - size_of_mark / 2), mark)


class DocumentPictures(TileView):
    """Shows a list of documents as pictures."""

    def __init__(
        self, model: DocumentModel, images: ImageStore, theme: Theme, parent: QWidget | None = None
    ) -> None:
        """Show a model.

        Args:
            model: The documents.
            images: Give their pages.
            theme: Colours, icons and sizes.
            parent: Qt's owner.
        """
        super().__init__(parent)
        self._documents, self._images, self._theme = model, images, theme
        self._tickets: dict[str, Ticket] = {}
        self._damaged: set[str] = set()
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setItemDelegate(PictureDelegate(self, model, theme))
        self.setModel(model)
        self._settled = QTimer(self, singleShot=True, interval=SETTLED)
        self._settled.timeout.connect(self._drop_unseen)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._settled.start())
        theme.changed.connect(self.restyle)
        self.restyle()

    @property
    def side(self) -> int:
        """Longest side of a picture in pixels."""
        return self._theme.line * 9

    def restyle(self) -> None:
        """Take sizes anew."""
        self._lay_out()
        self.viewport().update()

    def image(self, index: Index) -> QImage | None:
        """Return the picture of a document if it is at hand; else it is fetched."""
        sha256 = index.data(Role.THUMBNAIL)
        if not isinstance(sha256, str) or sha256 in self._damaged:
            return None
        sharpness = self.devicePixelRatioF()
        side = round(self.side * sharpness)
        image = self._images.kept(sha256, side=side)
        if image is None:
            if sha256 not in self._tickets:
                self._tickets[sha256] = self._images.fetch(
                    sha256,
                    lambda _image: self._arrived(sha256),
                    lambda _error: self._refused(sha256),
                    side=side,
                    owner=self,
                )
            return None
        image.setDevicePixelRatio(sharpness)
        return image

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Spread the tiles over the room there is."""
        self._lay_out()
        super().resizeEvent(event)

    def dataChanged(  # noqa: N802 - Qt's name
        self, _first: Index, _last: Index, _roles: Sequence[int] = ()
    ) -> None:
        """Draw anew; all tiles have one size, so that Qt need not place 50,000 of them again."""
        self.viewport().update()

    def _lay_out(self) -> None:
        line = self._theme.line
        least = self.side + line * 2
        # The bar is counted in, so that its coming and going does not move the tiles.
        room = max(least, self.width() - self.verticalScrollBar().sizeHint().width() - 2)
        size = QSize(room // max(1, room // least), self.side + line * 4)
        if size != self.gridSize():
            self.setGridSize(size)

    def _arrived(self, sha256: str) -> None:
        self._tickets.pop(sha256, None)
        self.viewport().update()

    def _refused(self, sha256: str) -> None:
        # The document is told to be damaged where it is opened; here its picture is missing.
        self._tickets.pop(sha256, None)
        self._damaged.add(sha256)

    def _drop_unseen(self) -> None:
        """Take back what was asked for and is out of view by now."""
        seen = {self.model().index(row, 0).data(Role.THUMBNAIL) for row in self.rows_in_view()}
        for sha256 in [each for each in self._tickets if each not in seen]:
            self._tickets.pop(sha256).cancel()
