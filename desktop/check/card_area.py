"""Gives the chosen line's card the height that it needs, and scrolls it where the list above needs it."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

MOST_SHARE = 0.62
"""Of the height of the column."""


class CardArea(QScrollArea):
    """Holds a card at the foot of a column."""

    fitted = Signal()
    """The height is another one now, and with it what is seen of the column above."""

    def __init__(self, card: QWidget, column: QWidget) -> None:
        """Hold a card.

        Args:
            card: What is shown, at its full height if there is room.
            column: The column whose foot it is.
        """
        super().__init__(column)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._fit)
        self._card, self._column_of = card, column
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setWidget(card)
        card.installEventFilter(self)
        column.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Notice that the card says something else, or that the column has another height."""
        if event.type() in (
            QEvent.Type.LayoutRequest,
            QEvent.Type.Resize,
            QEvent.Type.ShowToParent,
            QEvent.Type.HideToParent,
        ):
            self._later.start()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Break the card's words anew at another width."""
        super().resizeEvent(event)
        self._later.start()

    def fit_later(self) -> None:
        """Take the height anew, once the card is laid out."""
        self._later.start()

    def _fit(self) -> None:
        shown = not self._card.isHidden()
        height = self._card.heightForWidth(self.viewport().width()) if shown else 0
        most = round(self._column_of.height() * MOST_SHARE)
        if self.height() != min(height, most):
            self.setFixedHeight(min(height, most))
            self.fitted.emit()
