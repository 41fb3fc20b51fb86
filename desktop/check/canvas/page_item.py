"""The picture of the page in the scene. Knows no text."""

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QColor, QImage, QPainter, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from desktop.check.canvas.pyramid import Pyramid


class PageItem(QGraphicsItem):
    """Draws one page from the level of its pyramid that fits the zoom; white paper while there is none."""

    def __init__(self, parent: QGraphicsItem | None = None) -> None:
        """Begin without a page."""
        super().__init__(parent)
        self._size = QSizeF()
        self._pyramid: Pyramid | None = None

    @property
    def pyramid(self) -> Pyramid | None:
        """What is drawn."""
        return self._pyramid

    def set_pyramid(self, pyramid: Pyramid | None, size: QSizeF) -> None:
        """Draw another image.

        Args:
            pyramid: The image, or None for blank paper.
            size: Of the page in its own pixels.
        """
        if size != self._size:
            self.prepareGeometryChange()
            self._size = size
        self._pyramid = pyramid
        self.update()

    def turn(self, quarter_turns: int) -> None:
        """Lie turned clockwise, with the corner that is then the top left at the scene's origin."""
        size = self._size
        turned = QTransform().rotate(90 * quarter_turns)
        around = turned.mapRect(QRectF(QPointF(), size))
        self.setTransform(turned * QTransform.fromTranslate(-around.left(), -around.top()))

    def boundingRect(self) -> QRectF:  # noqa: N802 - Qt's name
        """Return the page, in its own pixels."""
        return QRectF(0, 0, self._size.width(), self._size.height())

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        """Draw the whole page; Qt keeps it to what is seen, so that strips meet without a seam."""
        del option, widget
        if self._pyramid is None:
            painter.fillRect(self.boundingRect(), QColor("#ffffff"))
            return
        image = self._level(painter)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.boundingRect(), image, QRectF(image.rect()))

    def _level(self, painter: QPainter) -> QImage:
        assert self._pyramid is not None
        transform = painter.deviceTransform()
        across = (transform.m11() ** 2 + transform.m12() ** 2) ** 0.5
        return self._pyramid.level(across)
