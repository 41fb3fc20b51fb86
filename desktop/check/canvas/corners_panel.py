"""Beside the page while its corners are dragged: how the sheet will look, and what can be done."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.check.canvas.straightening import Fault
from desktop.style import Theme


class CornersPanel(QFrame):
    """Preview, warning and buttons."""

    apply_wanted = Signal()
    whole_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        """Show an empty preview."""
        super().__init__(parent)
        self._theme = theme
        self._fault = Fault.NONE
        self.setProperty("kind", "card")
        self._title, self._hint, self._keys = QLabel(self), QLabel(self), QLabel(self)
        self._picture, self._mark, self._warning = QLabel(self), QLabel(self), QLabel(self)
        self.apply, self.whole, self.cancel = QPushButton(self), QPushButton(self), QPushButton(self)
        self._lay_out()
        self.apply.clicked.connect(self.apply_wanted)
        self.whole.clicked.connect(self.whole_wanted)
        self.cancel.clicked.connect(self.cancel_wanted)
        theme.changed.connect(self._restyle)
        self._restyle()
        self.retranslate()

    def _lay_out(self) -> None:
        inner = QWidget(self)
        self._column = QVBoxLayout(inner)
        self._hint.setWordWrap(True)
        self._keys.setWordWrap(True)
        self._keys.setProperty("kind", "muted")
        self._warning.setWordWrap(True)
        self._warning.setProperty("kind", "wrong")
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.apply.setProperty("kind", "main")
        row = QHBoxLayout()
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._warning, 1)
        for widget in (self._title, self._hint, self._picture):
            self._column.addWidget(widget)
        self._column.addLayout(row)
        for button in (self.apply, self.whole, self.cancel):
            self._column.addWidget(button)
        self._column.addWidget(self._keys)
        self._column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(area)

    @property
    def wanted_width(self) -> int:
        """How wide it would like to be, in pixels."""
        return self._theme.line * 14

    @property
    def room(self) -> QSize:
        """Pixels of the screen that a preview may take."""
        across = self.width() - 2 * self._theme.line - 4
        down = max(self._theme.line * 6, min(self.height() - self._theme.line * 17, across * 2))
        ratio = self.devicePixelRatioF()
        return QSize(max(16, round(across * ratio)), max(16, round(down * ratio)))

    def show_preview(self, image: QImage) -> None:
        """Show how the sheet will look."""
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(self.devicePixelRatioF())
        self._picture.setPixmap(pixmap)

    def show_fault(self, fault: Fault) -> None:
        """Say why the corners are no sheet, or that they are one."""
        self._fault = fault
        wrong = fault is not Fault.NONE
        self.apply.setEnabled(not wrong)
        self._mark.setVisible(wrong)
        self._warning.setVisible(wrong)
        self._picture.setEnabled(not wrong)
        self._warning.setText(
            {
                Fault.NONE: "",
                Fault.CROSSED: self.tr("The sides cross each other. Put each corner at its own corner."),
                Fault.SMALL: self.tr("Two corners lie too near to each other."),
            }[fault]
        )

    def retranslate(self) -> None:
        """Take the words anew."""
        self.setAccessibleName(self.tr("Straighten by its corners"))
        self._title.setText(self.tr("How it will look"))
        self._hint.setText(self.tr("Drag the four points to the corners of the sheet."))
        self._picture.setAccessibleName(self.tr("How it will look"))
        self._keys.setText(
            self.tr("Tab goes to the next corner, the arrow keys move it, Enter straightens, Esc leaves it.")
        )
        self.apply.setText(self.tr("Straighten"))
        self.whole.setText(self.tr("Whole page"))
        self.cancel.setText(self.tr("Cancel"))
        self.show_fault(self._fault)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Notice a switch of the language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave with Esc from a button, too."""
        if event.key() == Qt.Key.Key_Escape:
            self.cancel_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _restyle(self) -> None:
        line = self._theme.line
        self._column.setContentsMargins(line // 2, line // 2, line // 2, line // 2)
        self._column.setSpacing(line // 3)
        self._mark.setPixmap(self._theme.icons.pixmap("warning", line, "wrong"))
        self._title.setStyleSheet("font-weight: 600")
